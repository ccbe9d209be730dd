"""The document that a message comes to, once every segment of it has been read."""

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
    _type(record)
    _parties(message)
    _dates(message)
    totals = {name: _total(message, qualifiers) for name, qualifiers in codes.TOTALS.items()}
    record["totals"] = {name: value for name, value in totals.items() if value is not None}
    record["charges"] = _charges(message.head.charges)
    if not any(part.charges for part in (message.head, *message.lines)):  # otherwise they are the sums of those
        record["charges"] = _charges(message.summary_charges)
    record["lines"] = [_line(part, record["type"]) for part in _whole_lines(message)]
    record["issues"] = message.faults
    record["format"] = "edifact"
    return finish(record)


def _whole_lines(message: Message) -> list[Part]:
    """The lines without sub-lines, which only describe another one; what names a line that is not there is none."""
    known = {part.record.get("id") for part in message.lines if "parent" not in part.record}
    return [part for part in message.lines if part.record.pop("parent", None) not in known - {None}]


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
    if (day := first(dates, _delivery_qualifiers(record["type"]))) is not None:
        record["delivery_date"] = day


def _delivery_qualifiers(kind: DocumentType) -> tuple[str, ...]:
    if kind in {DocumentType.ORDER, DocumentType.ORDER_CHANGE}:
        return codes.ORDER_DATES
    return codes.PROMISED_DATES if kind == DocumentType.ORDER_RESPONSE else codes.DELIVERY_DATES


_DATE_FIELDS = {
    DocumentType.ORDER: "requested_date",
    DocumentType.ORDER_CHANGE: "requested_date",
    DocumentType.ORDER_RESPONSE: "promised_date",
}


def _line(part: Part, kind: DocumentType) -> Record:
    record = part.record
    if part.package is not None and "order_number" in part.package.record:
        record.setdefault("order_number", part.package.record["order_number"])
    unit = _quantities(part, kind)
    amount = first(part.amounts, codes.LINE_AMOUNTS)
    if amount is not None:
        record["line_amount"] = amount
    price = price_of_one(part, unit)
    if price is not None:
        record["unit_price"] = price
    if (day := _day(part, _delivery_qualifiers(kind))) is not None:
        record.setdefault(_DATE_FIELDS.get(kind, "delivery_date"), day)
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


def _quantities(part: Part, kind: DocumentType) -> str | None:
    """Fills the quantities in; gives the unit of what the line speaks about."""
    record, found = part.record, part.quantities
    qualifiers = codes.QUANTITIES.get(kind, ("1",))
    stated: tuple[Decimal, str | None] | None = first(found, qualifiers[:1]) or _in_parts(part, qualifiers[:1])
    if stated is None:
        stated = first(found, qualifiers) or _in_parts(part, qualifiers)
    if kind == DocumentType.RECEIPT_ADVICE:
        stated = _received(found, stated, record)
    unit = None
    if stated is not None:
        record["quantity"] = stated[0]
        unit, said = unit_and_text(stated[1]) if stated[1] else (None, None)
        record["unit"] = unit
        if said:
            record["unit_text"] = said
    for qualifier, name in _OTHER_QUANTITIES.items():
        if qualifier in found and kind not in _CREDIT_OR_BILL:
            record.setdefault(name, found[qualifier][0])
    return unit


_OTHER_QUANTITIES = {
    codes.BACKORDER_QUANTITY: "backorder_quantity",
    codes.OUTSTANDING_QUANTITY: "outstanding_quantity",
    codes.SHORT_QUANTITY: "short_quantity",
}


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
