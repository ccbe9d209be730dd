"""One X12 transaction set as a record of `orders.document`: one pass over its segments, a function a segment tag."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from functools import lru_cache

from ingest.formats.x12 import codes
from ingest.formats.x12.segments import Segment
from ingest.record import Record
from ingest.values.prices import unit_price
from ingest.values.unit_codes import unit_and_text
from ingest.values.xsd import BadValue, century, number
from orders.document import DocumentType, Issue, LineResponse


@dataclass(slots=True)
class Line:
    """One line while it is being read. `answers` are the ACK segments of a response, one a promised part."""

    record: Record
    dates: dict[str, date] = field(default_factory=dict)
    answers: list[Record] = field(default_factory=list)


@dataclass(slots=True)
class Transaction:
    """A transaction set while it is being read."""

    type: DocumentType
    record: Record
    dates: dict[str, date] = field(default_factory=dict)
    parties: dict[str, Record] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    line: Line | None = None
    orders: set[str] = field(default_factory=set)  # that are named already
    levels: dict[str, Record] = field(default_factory=dict)  # HL id → what holds for the level and all below it
    level: Record = field(default_factory=dict)
    faults: list[Issue] = field(default_factory=list)
    segment: int = 0
    tag: str = ""

    @property
    def place(self) -> str:
        """The segment that is being read, for people."""
        return f"segment {self.segment} ({self.tag})"

    def amount(self, text: str, implied: int = 0) -> Decimal | None:
        """The number that `text` says; with `implied` decimals where it has no point (type N2). Bad: an issue."""
        if not text:
            return None
        try:
            value = number(text)
        except BadValue as bad:
            self.faults.append(Issue(code=bad.code, message=f"{bad}.", where=self.place))
            return None
        return value.scaleb(-implied) if implied and "." not in text else value


def element(segment: Segment, place: int) -> str:
    """One element, "" where the segment is shorter."""
    return segment[place].strip() if place < len(segment) else ""


def moment(text: str) -> date | None:
    """The day that CCYYMMDD or, before release 004010, YYMMDD says."""
    if len(text) == len("YYMMDD"):
        return _day(century(text) + text)
    return _day(text) if len(text) == len("CCYYMMDD") else None


@lru_cache(maxsize=4_096)
def _day(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None


def _begin(number_at: int, date_at: int, **others: int) -> Callable[[Transaction, Segment], None]:
    """A taker of a beginning segment: where its number, its date and its other elements stand."""

    def taker(transaction: Transaction, segment: Segment) -> None:
        record = transaction.record
        if text := element(segment, number_at):
            record["number"] = text
        if (day := moment(element(segment, date_at))) is not None:
            transaction.dates.setdefault("097", day)
        for name, at in others.items():
            if text := element(segment, at):
                record[name] = text

    return taker


def _cur(transaction: Transaction, segment: Segment) -> None:
    if currency := element(segment, 2):
        transaction.record.setdefault("currency", currency)


def _ref(transaction: Transaction, segment: Segment) -> None:
    qualifier, text = element(segment, 1), element(segment, 2)
    if not text:
        return
    if transaction.line is not None:
        name = {"PO": "order_number", "VN": "supplier_order_number", "PK": "despatch_number"}.get(qualifier)
        if name:
            transaction.line.record.setdefault(name, text)
    elif qualifier == "PO":
        _name_order(transaction, text)
    elif name := codes.REFERENCES.get(qualifier):
        transaction.record.setdefault(name, []).append(text)


def _name_order(transaction: Transaction, number_: str) -> None:
    transaction.orders.add(number_)
    transaction.record.setdefault("order_references", []).append({"number": number_})


def _dtm(transaction: Transaction, segment: Segment) -> None:
    qualifier, text = element(segment, 1), element(segment, 2)
    day = moment(text)
    if day is None:
        if text:
            transaction.faults.append(
                Issue(code="BAD_DATE", message=f"{text[:40]!r} is not a date.", where=transaction.place)
            )
        return
    (transaction.line.dates if transaction.line is not None else transaction.dates).setdefault(qualifier, day)


def _n1(transaction: Transaction, segment: Segment) -> None:
    if transaction.line is not None:
        return
    party: Record = {}
    if name := element(segment, 2):
        party["name"] = name
    if value := element(segment, 4):
        party["ids"] = [{"scheme": codes.PARTY_SCHEMES.get(element(segment, 3), ""), "value": value}]
    if party:
        transaction.parties.setdefault(element(segment, 1), party)


def _new_line(transaction: Transaction, record: Record) -> Record:
    record["where"] = transaction.place
    transaction.line = Line(record)
    transaction.lines.append(transaction.line)
    return record


def _measured(
    transaction: Transaction, record: Record, quantity: str, unit: str, price: str = "", basis: str = ""
) -> None:
    """Quantity, unit and the price of one unit."""
    if (value := transaction.amount(quantity)) is not None:
        record["quantity"] = value
    if unit:
        code = codes.UNITS.get(unit) or (unit if len(unit) <= codes.CODE_LENGTH else None)
        record["unit"], said = (code, unit if code != unit else None) if code else unit_and_text(unit)
        if said:
            record["unit_text"] = said
    if (stated := transaction.amount(price)) is not None:
        base = codes.PRICE_BASES.get(basis)
        one = unit_price(stated, Decimal(base) if base else None, None, None)
        if one is not None:
            record["unit_price"] = one


def _items(record: Record, pairs: Sequence[str]) -> None:
    for qualifier, text in zip(pairs[::2], pairs[1::2], strict=False):
        name = codes.ITEMS.get(qualifier.strip())
        if name and (said := text.strip()):
            record.setdefault(name, said)


def _po1(transaction: Transaction, segment: Segment) -> None:
    record = _new_line(transaction, {})
    if line := element(segment, 1):
        record["id"] = line
        if transaction.type == DocumentType.ORDER_RESPONSE:
            record["order_line"] = line
    _measured(transaction, record, element(segment, 2), element(segment, 3), element(segment, 4), element(segment, 5))
    _items(record, segment[6:])


def _poc(transaction: Transaction, segment: Segment) -> None:
    record = _new_line(transaction, {})
    if line := element(segment, 1):
        record["id"] = record["order_line"] = line
    change = element(segment, 2)
    if transaction.type == DocumentType.ORDER_RESPONSE:
        record["response"] = codes.CHANGE_RESPONSES.get(change, LineResponse.CHANGED)
    elif change in codes.CHANGE_ACTIONS:
        record["action"] = codes.CHANGE_ACTIONS[change]
    _measured(transaction, record, element(segment, 3), element(segment, 5), element(segment, 6), element(segment, 7))
    _items(record, segment[8:])


def _ack(transaction: Transaction, segment: Segment) -> None:
    if transaction.line is None:
        return
    status = element(segment, 1)
    answer: Record = {"status": status}
    _measured(transaction, answer, element(segment, 2), element(segment, 3))
    if (day := moment(element(segment, 5))) is not None:
        answer["promised_date"] = day
    if status == codes.SUBSTITUTED:
        substitute: Record = {}
        _items(substitute, segment[7:])
        answer["substitute"] = {name: substitute[name] for name in ("supplier_item", "gtin") if name in substitute}
    transaction.line.answers.append(answer)


def _sch(transaction: Transaction, segment: Segment) -> None:
    """A schedule of an order line: of several days the last counts."""
    if transaction.line is not None and (day := moment(element(segment, 6))) is not None:
        qualifier = element(segment, 5)
        known = transaction.line.dates.get(qualifier)
        transaction.line.dates[qualifier] = day if known is None else max(known, day)


def _pid(transaction: Transaction, segment: Segment) -> None:
    text = element(segment, 5)
    if text and transaction.line is not None:
        transaction.line.record.setdefault("name" if "name" not in transaction.line.record else "description", text)


def _g69(transaction: Transaction, segment: Segment) -> None:
    if transaction.line is not None and (text := element(segment, 1)):
        transaction.line.record.setdefault("name", text)


def _grocery_line(transaction: Transaction, segment: Segment) -> None:
    """G17 of an 880, G68 of an 875: quantity, unit, price, UPC, then other identifications."""
    record = _new_line(transaction, {"id": str(len(transaction.lines) + 1)})
    _measured(transaction, record, element(segment, 1), element(segment, 2), element(segment, 3))
    if upc := element(segment, 4):
        record["gtin"] = upc
    _items(record, segment[5:])


def _hl(transaction: Transaction, segment: Segment) -> None:
    """A level of a despatch advice. What is said of an order holds for all levels below it."""
    own, parent, kind = (element(segment, n) for n in (1, 2, 3))
    above = transaction.levels.get(parent)
    if above is None and kind != "O":  # senders who leave the parent out write the levels in order
        above = transaction.level
    transaction.level = transaction.levels[own] = dict(above or {})
    transaction.line = None
    if kind == "I":
        _new_line(transaction, dict(transaction.level))


def _prf(transaction: Transaction, segment: Segment) -> None:
    order = element(segment, 1)
    if not order:
        return
    if transaction.line is not None:
        transaction.line.record["order_number"] = order
        return
    transaction.level["order_number"] = order
    if order not in transaction.orders:
        _name_order(transaction, order)


def _lin(transaction: Transaction, segment: Segment) -> None:
    if transaction.line is None:
        return
    record = transaction.line.record
    if line := element(segment, 1):
        record["id"] = line
        record.setdefault("order_line", line)
    _items(record, segment[2:])


def _sn1(transaction: Transaction, segment: Segment) -> None:
    if transaction.line is not None:
        _measured(transaction, transaction.line.record, element(segment, 2), element(segment, 3))


def _rcd(transaction: Transaction, segment: Segment) -> None:
    """A receipt: units received, returned, in question; condition 07 is "good", 01 and 10 are damaged or refused."""
    record = _new_line(transaction, {})
    if line := element(segment, 1):
        record["id"] = line
    _measured(transaction, record, element(segment, 2), element(segment, 3))
    returned = transaction.amount(element(segment, 4))
    if returned and "quantity" in record:
        record["rejected_quantity"] = returned
    elif returned:
        _measured(transaction, record, element(segment, 4), element(segment, 5))
        record["quantity"] = -returned
    questioned = transaction.amount(element(segment, 6))
    if questioned and element(segment, 8) in {"01", "05", "10", "11", "12"}:
        record["rejected_quantity"] = questioned


def _sac(transaction: Transaction, segment: Segment) -> None:
    """A charge (C) or allowance (A); its amount has two implied decimals."""
    amount = transaction.amount(element(segment, 5), implied=2)
    if amount is None or element(segment, 1) not in {"A", "C"}:
        return
    charge: Record = {"amount": amount if element(segment, 1) == "C" else -amount}
    if text := element(segment, 15):
        charge["text"] = text
    if code := element(segment, 2):
        charge["code"] = code
    holder = transaction.line.record if transaction.line is not None else transaction.record
    holder.setdefault("charges", []).append(charge)


def _tds(transaction: Transaction, segment: Segment) -> None:
    if (total := transaction.amount(element(segment, 1), implied=2)) is not None:
        transaction.record.setdefault("totals", {})["payable"] = total
    transaction.line = None


def _g33(transaction: Transaction, segment: Segment) -> None:
    _tds(transaction, segment)


def _txi(transaction: Transaction, segment: Segment) -> None:
    amount = transaction.amount(element(segment, 2))
    if transaction.line is not None:
        if (rate := transaction.amount(element(segment, 3))) is not None:
            transaction.line.record.setdefault("tax_rate", rate)
    elif amount is not None:
        totals = transaction.record.setdefault("totals", {})
        totals["tax"] = totals.get("tax", Decimal(0)) + amount


def _itd(transaction: Transaction, segment: Segment) -> None:
    if (day := moment(element(segment, 6))) is not None:
        transaction.record.setdefault("due_date", day)


def _ctt(transaction: Transaction, _segment: Segment) -> None:
    transaction.line = None


def _bsn(transaction: Transaction, segment: Segment) -> None:
    _begin(2, 3, purpose=1)(transaction, segment)
    clock = element(segment, 4)
    if len(clock) >= 4 and clock[:4].isdigit() and int(clock[:2]) < 24 and int(clock[2:4]) < 60:
        transaction.record["issue_time"] = time(int(clock[:2]), int(clock[2:4]))


TAKERS: dict[str, Callable[[Transaction, Segment], None]] = {
    "BEG": _begin(3, 5, purpose=1, type_code=2, contract=6),
    "G50": _begin(3, 2, purpose=1),
    "BCH": _begin(3, 6, purpose=1, type_code=2, change=5, change_date=11),
    "BAK": _begin(3, 9, purpose=1, acknowledgement=2, order_date=4, supplier_order=8),
    "BCA": _begin(3, 11, purpose=1, acknowledgement=2, change=5, order_date=6, supplier_order=9),
    "BIG": _begin(2, 1, order=4, order_date=3, type_code=7, purpose=8),
    "G01": _begin(2, 1, order=4, order_date=3),
    "BRA": _begin(1, 2, purpose=3),
    "BSN": _bsn, "CUR": _cur, "REF": _ref, "N9": _ref, "DTM": _dtm, "G62": _dtm, "N1": _n1, "PO1": _po1, "IT1": _po1,
    "POC": _poc, "ACK": _ack, "SCH": _sch, "PID": _pid, "G69": _g69, "G17": _grocery_line, "G68": _grocery_line,
    "HL": _hl, "PRF": _prf, "LIN": _lin, "SN1": _sn1, "RCD": _rcd, "SAC": _sac, "TDS": _tds, "G33": _g33, "TXI": _txi,
    "ITD": _itd, "CTT": _ctt,
}  # fmt: skip
"""Tag → what adds to the transaction set what a segment says."""
