"""One EDIFACT message as a record of `orders.document`: one pass over its segments, a function a segment tag."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from ingest.formats.edifact import codes
from ingest.formats.edifact.segments import Segment, component, components, three
from ingest.record import Record
from ingest.values.coded_dates import coded_moment
from ingest.values.prices import unit_price
from ingest.values.unit_codes import unit_and_text
from ingest.values.xsd import BadValue, number
from orders.document import DocumentType, Issue


class Part:
    """The head or one line while it is being read: what was said, by qualifier, until the whole is known.

    `package`: of a line of a despatch advice, what is said of the packages that it is in. `splits`, by segment tag: the
    quantities and dates of each schedule (SCC), place (LOC) and package (PAC, PCI) of a line. No dataclass, because one
    with so many empty containers takes three times as long to make.
    """

    __slots__ = ("amounts", "charge", "charges", "dates", "package", "prices", "quantities", "record", "splits")

    def __init__(self, record: Record, package: "Part | None" = None) -> None:
        self.record = record
        self.package = package
        self.dates: dict[str, date] = {}
        self.quantities: dict[str, tuple[Decimal, str | None]] = {}
        self.amounts: dict[str, Decimal] = {}
        self.prices: dict[str, tuple[Decimal, Decimal | None, str | None]] = {}
        self.charge: Record | None = None
        self.charges: list[Record] = []
        self.splits: dict[str, list[Part]] = {}


@dataclass(slots=True)
class Message:
    """A message while it is being read."""

    type: DocumentType
    decimal: str
    head: Part
    part: Part
    detail: Part
    """What quantities and dates belong to: `part`, or a group within it."""
    lines: list[Part] = field(default_factory=list)
    parties: dict[str, Record] = field(default_factory=dict)
    party: Record | None = None
    faults: list[Issue] = field(default_factory=list)
    segment: int = 0
    tag: str = ""
    summary: bool = False
    has_sublines: bool = False
    package: Part | None = None
    tax: Part | None = None
    summary_charges: list[Record] = field(default_factory=list)
    """Allowances and charges after the lines, which may be the sums of those before."""
    taxes: list[Part] = field(default_factory=list)
    """The taxes of the summary, a rate each, with their amounts."""

    @property
    def place(self) -> str:
        """The segment that is being read, for people."""
        return f"segment {self.segment} ({self.tag})"

    def amount(self, text: str) -> Decimal | None:
        """The number that `text` says in the interchange's decimal sign; a bad one becomes an issue."""
        if not text:
            return None
        try:
            if "," in text and (self.decimal == "," or text.count(",") == 1):
                text = text.replace(",", ".")
            return number(text)
        except BadValue as bad:
            self.faults.append(Issue(code=bad.code, message=f"{bad}.", where=self.place))
            return None


def new_message(type_: DocumentType, decimal: str) -> Message:
    """An empty message."""
    head = Part({"type": type_})
    return Message(type_, decimal, head, head, head)


def _bgm(message: Message, segment: Segment) -> None:
    record = message.head.record
    record["type_code"] = component(segment, 1) or None
    number_, version, _ = three(segment, 2)
    record["number"] = number_ or None
    if version:
        record["revision"] = version
    record["function"] = component(segment, 3)
    record["response_type"] = component(segment, 4)


def _dtm(message: Message, segment: Segment) -> None:
    qualifier, text, form = three(segment, 1)
    if not text:
        return
    try:
        day, at = coded_moment(text, form)
    except BadValue as bad:
        message.faults.append(Issue(code=bad.code, message=f"DTM: {bad}.", where=message.place))
        return
    dates = message.detail.dates
    if message.part is not message.head and message.type is DocumentType.ORDER_RESPONSE:
        dates[qualifier] = max(day, dates.get(qualifier, day))  # promised in parts: the last one counts
    else:
        dates.setdefault(qualifier, day)
    if at and qualifier == "137" and message.part is message.head:
        message.head.record.setdefault("issue_time", at)


def _rff(message: Message, segment: Segment) -> None:
    qualifier, number_, line = three(segment, 1)
    if qualifier == "VA" and message.party is not None:
        message.party.setdefault("vat_id", number_)
        return
    if message.part is message.head:
        _head_reference(message.head.record, qualifier, number_)
    else:
        _line_reference(message.part.record, qualifier, number_, line)


def _head_reference(record: Record, qualifier: str, number_: str) -> None:
    if not number_:
        return
    if qualifier in codes.ORDER_QUALIFIERS:
        record.setdefault("order_references", []).append({"number": number_})
    elif key := codes.REFERENCES.get(qualifier):
        record.setdefault(key, []).append(number_)


def _line_reference(record: Record, qualifier: str, number_: str, line: str) -> None:
    if qualifier in codes.ORDER_QUALIFIERS:
        if number_:
            record.setdefault("order_number", number_)
        if line:
            record["order_line"] = line
    elif qualifier == "LI":
        record.setdefault("order_line", line or number_)
    elif keys := codes.LINE_REFERENCES.get(qualifier):
        for key, value in zip(keys, (number_, line), strict=True):
            if value:
                record.setdefault(key, value)


def _nad(message: Message, segment: Segment) -> None:
    party: Record = {}
    message.party = party
    if message.part is not message.head:  # where one line goes: nobody whom the document is from or to
        return
    value, listed, agency = three(segment, 2)
    if value:
        scheme = codes.PARTY_SCHEMES.get(agency, "") or (listed if listed.isdigit() else "")
        party["ids"] = [{"scheme": scheme, "value": value}]
    name = component(segment, 4) or component(segment, 3) or component(segment, 3, 1)
    if name:
        party["name"] = name
    message.parties.setdefault(component(segment, 1), party)


def _cux(message: Message, segment: Segment) -> None:
    if component(segment, 1) in ("2", "") and (currency := component(segment, 1, 1)):
        message.head.record.setdefault("currency", currency)


def _fii(message: Message, segment: Segment) -> None:
    if iban := component(segment, 2):
        account = {"iban": iban, "bic": component(segment, 3) or None}
        message.head.record.setdefault("payment_accounts", []).append(account)


def _enter(message: Message, part: Part) -> None:
    """Where the next segments belong."""
    message.part = message.detail = part
    message.party = message.tax = None


def _group(message: Message, segment: Segment) -> None:
    """A schedule, a place, a package or an allowance of a line: it has quantities and dates of its own."""
    if message.part is not message.head:
        message.detail = Part({})
        message.part.splits.setdefault(message.tag, []).append(message.detail)


def _cps(message: Message, _segment: Segment) -> None:
    """Packages: what is said of them is not said of the line before them; an order holds for the lines that follow."""
    message.package = Part({})
    _enter(message, message.package)


def _lin(message: Message, segment: Segment) -> None:
    record: Record = {"where": message.place}
    if line := component(segment, 1):
        record["id"] = line
    if len(segment) > 2 and segment[2]:
        _act(message, record, component(segment, 2))
    item, listed, _ = three(segment, 3)
    if item:
        record[codes.ITEM_NUMBERS.get(listed, "supplier_item")] = item
    if len(segment) > 4:
        _stand_below(message, record, segment)
    message.lines.append(part := Part(record, message.package))
    _enter(message, part)


def _stand_below(message: Message, record: Record, segment: Segment) -> None:
    """A sub-line (5495: 1) names the line that it describes."""
    kind, parent, _ = three(segment, 4)
    if parent and kind == "1":
        record["parent"] = parent
        message.has_sublines = True


def _act(message: Message, record: Record, action: str) -> None:
    if message.type is DocumentType.ORDER_RESPONSE and action in codes.LINE_RESPONSES:
        record["response"] = codes.LINE_RESPONSES[action]
    elif message.type in {DocumentType.ORDER, DocumentType.ORDER_CHANGE} and action in codes.LINE_ACTIONS:
        record["action"] = codes.LINE_ACTIONS[action]


def _pia(message: Message, segment: Segment) -> None:
    if message.part is message.head:
        return
    for element in range(2, len(segment)):
        item, kind = component(segment, element), component(segment, element, 1)
        key = codes.ITEM_NUMBERS.get(kind) or (_guessed_item(item) if not kind else None)
        if item and key:
            message.part.record.setdefault(key, item)


def _guessed_item(item: str) -> str:
    return "gtin" if item.isdigit() and len(item) in (8, 12, 13, 14) else "supplier_item"


def _imd(message: Message, segment: Segment) -> None:
    text = " ".join(part for part in (component(segment, 3, 3), component(segment, 3, 4)) if part)
    if text and message.part is not message.head:
        record = message.part.record
        key = "name" if "name" not in record else "description"
        record.setdefault(key, text)


def _qty(message: Message, segment: Segment) -> None:
    qualifier, text, unit = three(segment, 1)
    value = message.amount(text)
    if value is not None:
        quantities = message.detail.quantities
        known = quantities.get(qualifier)
        if known is None:
            quantities[qualifier] = (value, unit or None)
        elif qualifier in codes.ADDED_UP.get(message.type, ()) and (unit or None) in (known[1], None):
            quantities[qualifier] = (known[0] + value, known[1])


def _qvr(message: Message, segment: Segment) -> None:
    value = message.amount(component(segment, 1))
    if value is None or message.part is message.head:
        return
    reason = component(segment, 2)
    if reason in {"BP", "PS"}:
        message.part.record.setdefault("backorder_quantity", abs(value))
    elif value < 0:
        message.part.record.setdefault("short_quantity", -value)


def _pri(message: Message, segment: Segment) -> None:
    qualifier = component(segment, 1)
    price = message.amount(component(segment, 1, 1))
    if price is not None:
        base = message.amount(component(segment, 1, 4))
        message.part.prices.setdefault(qualifier, (price, base, component(segment, 1, 5) or None))


def _moa(message: Message, segment: Segment) -> None:
    qualifier, text, currency = three(segment, 1)
    value = message.amount(text)
    if value is None:
        return
    part = message.part
    if part.charge is not None and qualifier in codes.CHARGE_AMOUNTS:
        part.charge["amount"] = value if part.charge["kind"] == "C" else -value
        return
    if message.tax is not None and qualifier in codes.TAX_AMOUNTS:
        part = message.tax
    elif message.summary:
        part = message.head
    part.amounts.setdefault(qualifier, value)
    if currency:
        message.head.record.setdefault("currency", currency)


def _alc(message: Message, segment: Segment) -> None:
    charge: Record = {
        "kind": component(segment, 1),
        "text": component(segment, 2) or component(segment, 5, 3) or None,
        "code": component(segment, 5) or component(segment, 2, 1) or None,
    }
    message.tax = None
    _group(message, segment)
    message.part.charge = charge
    if charge["kind"] in {"A", "C"}:
        (message.summary_charges if message.summary else message.part.charges).append(charge)


def _tax(message: Message, segment: Segment) -> None:
    if message.summary:
        message.tax = Part({})
        message.taxes.append(message.tax)
        return
    rate = component(segment, 5, 3)
    if message.part.charge is None and rate and message.part is not message.head:
        value = message.amount(rate)
        if value is not None:
            message.part.record.setdefault("tax_rate", value)


def _uns(message: Message, segment: Segment) -> None:
    if component(segment, 1) == "D":  # the lines begin
        return
    message.summary = True
    _enter(message, message.head)
    message.head.charge = None


def _ftx(message: Message, segment: Segment) -> None:
    text = " ".join(part.strip() for part in components(segment, 4) if part.strip())
    if text and message.part is not message.head:
        message.part.record.setdefault("note", text)
    elif text.startswith("urn") and component(segment, 1) == "DOC":
        message.head.record.setdefault("profile", text)


TAKERS: dict[str, Callable[[Message, Segment], None]] = {
    "BGM": _bgm, "DTM": _dtm, "RFF": _rff, "NAD": _nad, "CUX": _cux, "FII": _fii, "LIN": _lin, "PIA": _pia, "IMD": _imd,
    "QTY": _qty, "QVR": _qvr, "PRI": _pri, "MOA": _moa, "ALC": _alc, "TAX": _tax, "UNS": _uns, "FTX": _ftx,
    "CPS": _cps, "SCC": _group, "LOC": _group, "PAC": _group, "PCI": _group,
}  # fmt: skip
"""Tag → what adds to the message what a segment says."""


def first(values: dict[str, Any], qualifiers: Iterable[str]) -> Any | None:
    """The value under the first of the qualifiers that is there."""
    if values:
        for one in qualifiers:
            if one in values:
                return values[one]
    return None


def price_of_one(part: Part, unit: str | None) -> Decimal | None:
    """The net price of one `unit`; None if only a gross price is stated, and there are allowances or charges on it."""
    found = first(part.prices, codes.NET_PRICES)
    if found is None and not part.charges:
        found = first(part.prices, codes.GROSS_PRICES)
    if found is None:
        return None
    price, base, base_unit = found
    return unit_price(price, base, unit_and_text(base_unit)[0] if base_unit else None, unit)
