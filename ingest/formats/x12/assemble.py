"""The document that a transaction set comes to, once every segment of it has been read."""

from collections.abc import Iterable, Mapping
from datetime import date

from ingest.finish import finish
from ingest.formats.x12 import codes
from ingest.formats.x12.transaction import Line, Transaction, moment
from ingest.record import Record
from orders.document import Document, DocumentType, LineResponse

_DELIVERY: Mapping[DocumentType, tuple[str, tuple[str, ...]]] = {
    DocumentType.ORDER: ("requested_date", codes.REQUESTED),
    DocumentType.ORDER_CHANGE: ("requested_date", codes.REQUESTED),
    DocumentType.ORDER_RESPONSE: ("promised_date", codes.PROMISED),
}


def assemble(transaction: Transaction) -> Document:
    """The finished document of a transaction set."""
    record = transaction.record
    for name in codes.REFERENCES.values():
        if name in record:
            record[name] = list(dict.fromkeys(record[name]))
    _dates(transaction)
    _parties(transaction)
    purpose, own = record.pop("purpose", ""), record.get("number")
    _SETTLE.get(transaction.type, _settle_delivery)(record, purpose, own)
    record["lines"] = [part for line in transaction.lines for part in _line(line, transaction)]
    record["issues"] = transaction.faults
    record["format"] = "x12"
    if purpose == codes.DUPLICATE:
        record["copy"] = True
    return finish(record)


def _dates(transaction: Transaction) -> None:
    record, dates = transaction.record, transaction.dates
    order_date = moment(record.pop("order_date", ""))
    changed = moment(record.pop("change_date", ""))
    issued = changed or _first(dates, codes.ISSUED) or (order_date if transaction.type == DocumentType.ORDER else None)
    if issued is not None:
        record["issue_date"] = issued
    if order_date is not None:
        record["order_date"] = order_date
    _, qualifiers = _DELIVERY.get(transaction.type, ("", codes.DELIVERED))
    if (day := _first(dates, qualifiers)) is not None:
        record["delivery_date"] = day


def _parties(transaction: Transaction) -> None:
    for name, roles in (("supplier", codes.SUPPLIERS), ("buyer", codes.BUYERS)):
        found = next((transaction.parties[role] for role in roles if role in transaction.parties), None)
        if found:
            transaction.record[name] = found


def _settle_order(record: Record, purpose: str, own: str | None) -> None:
    if contract := record.pop("contract", None):
        record.setdefault("contract_references", []).append(contract)
    if purpose == codes.CANCELLATION:
        record["type"] = DocumentType.ORDER_CANCELLATION
        if own:
            record["order_references"] = [_reference(record, own)]
    elif purpose in {codes.CHANGE, codes.REPLACE} and own:
        record["replaces"] = [own]  # the order as a whole, once more


def _settle_change(record: Record, purpose: str, own: str | None) -> None:
    if own:
        record["order_references"] = [_reference(record, own)]
    if change := record.pop("change", None):
        record["revision"] = change
    if purpose == codes.CANCELLATION:
        record["type"] = DocumentType.ORDER_CANCELLATION


def _settle_response(record: Record, _purpose: str, own: str | None) -> None:
    """An 855 has no number of its own: it is known by that of the order, whose reference it is."""
    if own:
        record["order_references"] = [_reference(record, own)]
    if change := record.pop("change", None):
        record.setdefault("order_change_references", []).append(change)
    if supplier_order := record.pop("supplier_order", None):
        record.setdefault("supplier_order_references", []).insert(0, supplier_order)
    acknowledgement = record.pop("acknowledgement", "")
    record["type_code"] = acknowledgement or None
    if said := codes.RESPONSES.get(acknowledgement):
        record["response"] = said


def _settle_invoice(record: Record, purpose: str, own: str | None) -> None:
    if order := record.pop("order", None):
        record.setdefault("order_references", []).insert(0, _reference(record, order))
    code = record.get("type_code", "")
    if code in codes.CREDITS:
        record["type"] = DocumentType.CREDIT_NOTE
    elif standing := codes.PREPAYMENTS.get(code):
        record.setdefault("standing", standing)
    _settle_delivery(record, purpose, own)


def _settle_delivery(record: Record, purpose: str, own: str | None) -> None:
    if purpose == codes.CANCELLATION and own:
        record["cancels"] = [own]
    elif purpose == codes.REPLACE and own:
        record["replaces"] = [own]


_SETTLE = {
    DocumentType.ORDER: _settle_order,
    DocumentType.ORDER_CHANGE: _settle_change,
    DocumentType.ORDER_RESPONSE: _settle_response,
    DocumentType.INVOICE: _settle_invoice,
}


def _reference(record: Record, order: str) -> Record:
    order_date = record.pop("order_date", None)
    return {"number": order, "issue_date": order_date} if order_date else {"number": order}


def _line(line: Line, transaction: Transaction) -> list[Record]:
    """The line; of a response a line each promised part."""
    record = line.record
    name, qualifiers = _DELIVERY.get(transaction.type, ("delivery_date", codes.DELIVERED))
    if (day := _first(line.dates, qualifiers)) is not None:
        record.setdefault(name, day)
    if transaction.type != DocumentType.ORDER_RESPONSE or not line.answers:
        return [record]
    return [_answered(record, answer) for answer in line.answers]


def _answered(record: Record, answer: Record) -> Record:
    status = answer.pop("status")
    part = {**record, **{name: value for name, value in answer.items() if value is not None}}
    if said := codes.LINE_RESPONSES.get(status):
        part["response"] = said
    if part.get("response") == LineResponse.REJECTED and "quantity" not in answer:
        part.pop("quantity", None)
    return part


def _first(dates: Mapping[str, date], qualifiers: Iterable[str]) -> date | None:
    return next((dates[one] for one in qualifiers if one in dates), None)
