"""From an IDoc of the types ORDERS or INVOIC to a document."""

from ingest.finish import finish
from ingest.formats.idoc.codes import (
    CONTRACTS,
    CREDIT,
    DELIVERY,
    DUE,
    EXPECTED,
    INVOICE,
    ISSUED,
    MESSAGES,
    OF_THE_BUYER,
    ORDER,
    PRECEDING,
    REVERSED,
    SUPPLIER_ORDER,
)
from ingest.formats.idoc.lines import complete_lines
from ingest.formats.idoc.parties import name_parties
from ingest.formats.idoc.qualified import all_of, first_of
from ingest.formats.idoc.totals import state_totals
from ingest.record import Record
from orders.document import Document, DocumentType, Issue, Standing


def read_document(record: Record, message: str, issues: list[Issue]) -> Document:
    """The document of this message; `record` is what stands in the IDoc.

    Raises:
        Reject: as `ingest.finish` says.
    """
    kind = MESSAGES[message]
    if kind is DocumentType.INVOICE and record.get("document_type") == CREDIT:
        kind = DocumentType.CREDIT_NOTE
    begin(record, message, issues)
    _number(record, kind)
    _date(record, kind)
    name_parties(record, record.get("partners", ()), sent_by_buyer=kind in OF_THE_BUYER)
    record["lines"] = complete_lines(record.get("items", ()), kind, issues)
    if kind is DocumentType.ORDER_CHANGE and _takes_all_back(record):
        kind = DocumentType.ORDER_CANCELLATION
    if kind in (DocumentType.INVOICE, DocumentType.CREDIT_NOTE):
        record["type_code"] = record.get("document_type")
        record["payment_accounts"] = [{"iban": one} for one in dict.fromkeys(record.get("accounts", ()))]
    state_totals(record, kind, issues)
    record["type"] = kind
    return finish(record)


def begin(record: Record, message: str, issues: list[Issue]) -> None:
    """What the control record says of any message."""
    known = [record[key] for key in ("basic_type", "extension") if key in record]
    record |= {"format": "idoc", "profile": " ".join((*known, message)), "issues": issues}
    if record.get("test") == "X":
        record["standing"] = Standing.TEST


def _number(record: Record, kind: DocumentType) -> None:
    """The document's number and what it refers to.

    Changes and responses have no number of their own, but that of the order, and go out again and again under it: the
    IDoc's number, which grows, says which is the newer.
    """
    references = record.get("references", ())
    stated = record.get("stated_number")
    order = first_of(references, (ORDER,), "number")
    supplier_orders = all_of(references, (SUPPLIER_ORDER,), "number")
    record["supplier_order_references"] = supplier_orders
    record["contract_references"] = all_of(references, CONTRACTS, "number")
    if kind is DocumentType.ORDER:
        record["number"] = order or stated
        return
    if kind is DocumentType.ORDER_CHANGE:
        order = record["number"] = order or stated
        record["revision"] = record.get("idoc")
    elif kind is DocumentType.ORDER_RESPONSE:
        record["number"] = next(iter(supplier_orders), stated or order)
        order = order or (stated if supplier_orders and stated not in supplier_orders else None)
        record["revision"] = record.get("idoc")
    else:
        record["number"] = first_of(references, (INVOICE,), "number") or stated
        record["despatch_references"] = all_of(references, _despatches(kind), "number")
    orders = list(dict.fromkeys([*all_of(references, (ORDER,), "number"), *([order] if order else [])]))
    days = {one["number"]: one.get("day") for one in references if one.get("qualifier") == ORDER and "number" in one}
    record["order_references"] = [{"number": one, "issue_date": days.get(one)} for one in orders]


def _despatches(kind: DocumentType) -> tuple[str, ...]:
    """What precedes an invoice is the delivery; what precedes a credit memo may be anything."""
    return (DELIVERY, PRECEDING) if kind is DocumentType.INVOICE else (DELIVERY,)


def _date(record: Record, kind: DocumentType) -> None:
    dates = record.get("dates", ())
    own = DocumentType.INVOICE if kind is DocumentType.CREDIT_NOTE else kind
    issued = next((one for name in ISSUED[own] for one in dates if _says(one, name)), None)
    if issued is not None:
        record["issue_date"], record["issue_time"] = issued["day"], issued.get("time")
        if issued["day"] == record.get("created"):
            record["issue_time"] = issued.get("time") or record.get("created_at")
    elif kind in (DocumentType.ORDER_CHANGE, DocumentType.ORDER_RESPONSE) and "created" in record:
        record["issue_date"], record["issue_time"] = record["created"], record.get("created_at")
    else:
        number = INVOICE if own is DocumentType.INVOICE else ORDER
        named = first_of(record.get("references", ()), (number,), "day")
        record["issue_date"] = named or first_of(dates, ("012",), "day") or record.get("created")
    record["delivery_date"] = first_of(dates, EXPECTED[own], "day")
    record["due_date"] = first_of(dates, DUE, "day")


def _says(date: Record, qualifier: str) -> bool:
    return date.get("qualifier") == qualifier and "day" in date


def _takes_all_back(record: Record) -> bool:
    """Whether the order is cancelled: its head says so, and no line goes on. Some write the code for a new document."""
    lines = record["lines"]
    return record.get("action") == REVERSED and all(line.get("action") == "cancelled" for line in lines)
