"""From a document of GS1 XML to the normalized one."""

from typing import NamedTuple

from lxml import etree

from ingest.finish import finish
from ingest.formats.gs1.codes import (
    ANSWERS,
    COPIES,
    CORRECTED,
    CREDITS,
    DELETED,
    DOCUMENTS,
    REFRESHED,
    REPLACING,
    STANDINGS,
)
from ingest.formats.gs1.lines import complete_lines
from ingest.formats.gs1.messages import name_of, namespace_of
from ingest.formats.gs1.parties import name_parties
from ingest.formats.gs1.paths import document_steps
from ingest.formats.gs1.totals import state_totals
from ingest.record import Record
from ingest.xml.walk import walk
from orders.document import Document, DocumentType, Issue, Standing


class Header(NamedTuple):
    """What the message's header says of all its documents."""

    version: str | None
    test: bool


def read_document(element: etree._Element, header: Header) -> Document:
    """The document that the element is.

    Raises:
        Reject: as `ingest.finish` says.
    """
    name, issues = name_of(element), list[Issue]()
    profile = f"GS1 XML {header.version}" if header.version else None
    record: Record = {"format": "gs1", "profile": profile, "issues": issues}
    # The element may stand in the message's namespace and what it holds in none, or the other way round.
    first = next(iter(element[:1]), element)
    walk(element, document_steps(name, namespace_of(first)), record, issues)
    kind = record["type"] = _type(record, DOCUMENTS[name])
    if header.test:
        record["standing"] = Standing.TEST
    _stand(record, kind)
    _refer(record, kind)
    name_parties(record, kind)
    record["delivery_date"] = record.get("day") or record.get("leaves")
    if record.get("start") is not None and kind is not DocumentType.ORDER_RESPONSE:
        record["requested_from"] = record["start"]
    if kind is DocumentType.ORDER_RESPONSE and "answer" in record:
        record["response"] = ANSWERS.get(record["answer"])
        if record["answer"] not in ANSWERS:
            message = f"The response has the status {record['answer']!r}, which means nothing here."
            issues.append(Issue(code="UNKNOWN_CODE", message=message, where="responseStatusCode"))
    record["lines"] = complete_lines(record.get("items", ()), kind, issues)
    state_totals(record, kind, issues)
    record.setdefault("currency", next((line["currency"] for line in record["lines"] if "currency" in line), None))
    return finish(record)


def _type(record: Record, kind: DocumentType) -> DocumentType:
    """An order that states its revision replaces the one before it; one that does not changes its lines."""
    if kind is DocumentType.INVOICE and record.get("type_code") in CREDITS:
        return DocumentType.CREDIT_NOTE
    if kind is DocumentType.ORDER and record.get("action_code") == DELETED:
        return DocumentType.ORDER_CANCELLATION
    if kind is DocumentType.ORDER and "revision_number" not in record and _amends(record):
        return DocumentType.ORDER_CHANGE
    return kind


def _amends(record: Record) -> bool:
    return record.get("action_code") in REFRESHED or record.get("status_code") == REPLACING


def _stand(record: Record, kind: DocumentType) -> None:
    """Whether it counts, and what becomes of documents of the same type."""
    own = [record["number"]] if "number" in record else []
    code = record.get("type_code", "")
    if kind in (DocumentType.ORDER, DocumentType.ORDER_CHANGE):
        record["revision"] = record.get("revision_number")
    elif kind is not DocumentType.ORDER_CANCELLATION:
        if record.get("action_code") == DELETED:
            record["cancels"] = own
        elif _amends(record):
            record["replaces"] = own
    if kind in (DocumentType.ORDER_CHANGE, DocumentType.ORDER_CANCELLATION):
        record["orders"] = [{"number": one} for one in own]
    record["copy"] = record.get("status_code") in COPIES
    if code in STANDINGS:
        record.setdefault("standing", STANDINGS[code])
    if code == CORRECTED:
        record["replaces"] = [one["number"] for one in record.get("invoices", ()) if "number" in one]


def _refer(record: Record, kind: DocumentType) -> None:
    orders: dict[str, Record] = {}
    if kind is not DocumentType.ORDER:
        for one in record.get("orders", ()):
            if "number" in one:
                orders.setdefault(one["number"], {"number": one["number"], "issue_date": one.get("day")})
    record["order_references"] = list(orders.values())
    for key, names in (
        ("supplier_order_references", ("sales_orders",)),
        ("despatch_references", ("despatches", "delivery_notes")),
        ("receipt_references", ("receipts",)),
        ("invoice_references", ("invoices",)),
        ("contract_references", ("contracts",)),
    ):
        if kind is DocumentType.DESPATCH_ADVICE and key == "despatch_references":
            continue
        numbers = (one["number"] for name in names for one in record.get(name, ()) if "number" in one)
        record[key] = [one for one in dict.fromkeys(numbers) if one != record.get("number")]
