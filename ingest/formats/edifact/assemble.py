"""The document that a message comes to, once every segment of it has been read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ingest.finish import finish
from ingest.formats.edifact import codes
from ingest.formats.edifact.message import Message, Part, first, price_of_one
from ingest.record import Record
from ingest.values.unit_codes import unit_and_text
from orders.document import Document, DocumentType

_CREDIT_OR_BILL = frozenset({DocumentType.INVOICE, DocumentType.CREDIT_NOTE})


def assemble(message: Message) -> Document:
    """The finished document of a message."""
    record = message.head.record
    for name in codes.REFERENCES.values():
        if name in record:
            record[name] = list(dict.fromkeys(record[name]))
    _type(record)
    _parties(message)
    _dates(message)
    totals = {name: _total(message, qualifiers) for name, qualifiers in codes.TOTALS.items()}
    record["totals"] = {name: value for name, value in totals.items() if value is not None}
    record["charges"] = _charges(message.head.charges)
    if message.summary_charges and not any(part.charges for part in (message.head, *message.lines)):
        record["charges"] = _charges(message.summary_charges)  # otherwise they are the sums of those
    sought = _SOUGHT[record["type"]]
    record["lines"] = [_line(part, sought) for part in _whole_lines(message)]
    record["issues"] = message.faults
    record["format"] = "edifact"
    return finish(record)


def _whole_lines(message: Message) -> list[Part]:
    """The lines without sub-lines, which only describe another one; what names a line that is not there is none."""
    if not message.has_sublines:
        return message.lines
    known = {part.record.get("id") for part in message.lines if "parent" not in part.record}
    known.discard(None)
    return [part for part in message.lines if part.record.pop("parent", None) not in known]


def _total(message: Message, qualifiers: tuple[str, ...]) -> Decimal | None:
    """An amount of the summary; where it is stated for each tax rate alone, the sum."""
    stated: Decimal | None = first(message.head.amounts, qualifiers)
    if stated is not None or not message.taxes:
        return stated
    parts: list[Decimal | None] = [first(one.amounts, qualifiers) for one in message.taxes]
    found = [one for one in parts if one is not None]
    return sum(found, Decimal(0)) if len(found) == len(parts) else None


def _type(record: Record) -> None:
    """What the codes of the BGM make of the message, and of its references."""
    code = record.get("type_code") or ""
    function, response = record.pop("function", ""), record.pop("response_type", "")
    own = [record["number"]] if record.get("number") else []
    kind: DocumentType = record["type"]
    if kind == DocumentType.INVOICE:
        _invoice(record, code, function, own)
    elif kind == DocumentType.ORDER and function in codes.FUNCTIONS_CANCELLING:
        record["type"] = DocumentType.ORDER_CANCELLATION
        record["order_references"] = [{"number": number} for number in own] or record.get("order_references", [])
    elif kind == DocumentType.ORDER_CHANGE and function in codes.FUNCTIONS_CANCELLING:
        record["type"] = DocumentType.ORDER_CANCELLATION
    elif kind == DocumentType.ORDER_RESPONSE:
        said = codes.TYPE_RESPONSES.get(response) or codes.FUNCTION_RESPONSES.get(function)
        if said:
            record["response"] = said
    elif function in codes.FUNCTIONS_CANCELLING:
        record["cancels"] = own
    elif function in codes.FUNCTIONS_REPLACING or (kind == DocumentType.ORDER and function == codes.FUNCTION_CHANGING):
        record["replaces"] = own
    if function in codes.FUNCTIONS_COPYING:
        record["copy"] = True


def _invoice(record: Record, code: str, function: str, own: list[str]) -> None:
    if code in codes.CREDIT_NOTES:
        record["type"] = DocumentType.CREDIT_NOTE
    elif standing := codes.STANDINGS.get(code):
        record.setdefault("standing", standing)
    if code == codes.CORRECTED_INVOICE:
        record["replaces"] = list(record.get("invoice_references", ()))
    if function in codes.FUNCTIONS_CANCELLING:
        record["cancels"] = own
    elif function in codes.FUNCTIONS_REPLACING:
        record["replaces"] = own


def _parties(message: Message) -> None:
    for name, roles in (("supplier", codes.SUPPLIERS), ("buyer", codes.BUYERS)):
        party = first(message.parties, roles)
        if party:
            message.head.record[name] = party


def _dates(message: Message) -> None:
    record, dates = message.head.record, message.head.dates
    for qualifier, name in codes.DATES.items():
        if qualifier in dates:
            record.setdefault(name, dates[qualifier])
    if (day := first(dates, _SOUGHT[record["type"]].days)) is not None:
        record["delivery_date"] = day


@dataclass(frozen=True, slots=True)
class _Sought:
    """What the lines of a document of one type are asked for: qualifiers, the first that is there counting."""

    type: DocumentType
    quantities: tuple[str, ...]
    others: Mapping[str, str]
    days: tuple[str, ...]
    day: str
    """The field that such a day is of."""


def _sought(kind: DocumentType) -> _Sought:
    quantities, others = codes.QUANTITIES.get(kind, ("1",)), {} if kind in _CREDIT_OR_BILL else codes.OTHER_QUANTITIES
    if kind in {DocumentType.ORDER, DocumentType.ORDER_CHANGE}:
        return _Sought(kind, quantities, others, codes.ORDER_DATES, "requested_date")
    if kind is DocumentType.ORDER_RESPONSE:
        return _Sought(kind, quantities, others, codes.PROMISED_DATES, "promised_date")
    return _Sought(kind, quantities, others, codes.DELIVERY_DATES, "delivery_date")


_SOUGHT: Mapping[DocumentType, _Sought] = {kind: _sought(kind) for kind in DocumentType}


def _line(part: Part, sought: _Sought) -> Record:
    record = part.record
    if part.package is not None and "order_number" in part.package.record:
        record.setdefault("order_number", part.package.record["order_number"])
    unit = _quantities(part, sought)
    amount = first(part.amounts, codes.LINE_AMOUNTS)
    if amount is not None:
        record["line_amount"] = amount
    price = price_of_one(part, unit) if part.prices else None
    if price is not None:
        record["unit_price"] = price
    day = _day(part, sought.days) if part.splits else first(part.dates, sought.days)
    if day is not None:
        record.setdefault(sought.day, day)
    if part.charges:
        record["charges"] = _charges(part.charges)
    return record


def _day(part: Part, qualifiers: tuple[str, ...]) -> date | None:
    """The day of the line; of schedules with days of their own the last, of other parts where the line states none."""
    in_parts: dict[str, list[date]] = {
        tag: [day for one in splits if (day := first(one.dates, qualifiers)) is not None]
        for tag, splits in part.splits.items()
    }
    if schedules := in_parts.get("SCC"):
        return max(schedules)
    own: date | None = first(part.dates, qualifiers)
    return own or max((day for tag in codes.SPLITS for day in in_parts.get(tag, ())), default=None)


def _in_parts(part: Part, qualifiers: tuple[str, ...]) -> tuple[Decimal, str | None] | None:
    """The quantity of a line that states it for its schedules, places or packages alone, added up."""
    for tag in codes.SPLITS:
        stated = [one for split in part.splits.get(tag, ()) if (one := first(split.quantities, qualifiers)) is not None]
        if stated and len({unit for _, unit in stated}) == 1:
            return sum((quantity for quantity, _ in stated), Decimal(0)), stated[0][1]
    return None


def _quantities(part: Part, sought: _Sought) -> str | None:
    """Fills the quantities in; gives the unit of what the line speaks about."""
    record, found = part.record, part.quantities
    stated = _stated(part, sought.quantities) if part.splits else first(found, sought.quantities)
    if sought.type is DocumentType.RECEIPT_ADVICE:
        stated = _received(found, stated, record)
    unit = None
    if stated is not None:
        record["quantity"] = stated[0]
        unit, said = unit_and_text(stated[1]) if stated[1] else (None, None)
        record["unit"] = unit
        if said:
            record["unit_text"] = said
    for qualifier, name in sought.others.items():
        if qualifier in found:
            record.setdefault(name, found[qualifier][0])
    return unit


def _stated(part: Part, qualifiers: tuple[str, ...]) -> tuple[Decimal, str | None] | None:
    """What the line states under the first of the qualifiers, then its parts; or under the others in the same way."""
    found = part.quantities
    stated = found.get(qualifiers[0]) or _in_parts(part, qualifiers[:1])
    return stated if stated is not None else first(found, qualifiers) or _in_parts(part, qualifiers)


def _received(found: dict[str, Any], stated: tuple[Decimal, str | None] | None, record: Record) -> Any:
    """A receipt's quantity is what was accepted and what was rejected; a return is negative."""
    rejected = found.get(codes.REJECTED_QUANTITY)
    if rejected is not None:
        record["rejected_quantity"] = rejected[0]
        accepted = found.get(codes.ACCEPTED_QUANTITY)
        if accepted is not None:
            return accepted[0] + rejected[0], accepted[1]
        if stated is None:
            return rejected
    if stated is None and codes.RETURNED_QUANTITY in found:
        quantity, unit = found[codes.RETURNED_QUANTITY]
        return -quantity, unit
    return stated


def _charges(charges: list[Record]) -> list[Record]:
    return [
        {name: value for name, value in charge.items() if name != "kind" and value is not None}
        for charge in charges
        if "amount" in charge
    ]
