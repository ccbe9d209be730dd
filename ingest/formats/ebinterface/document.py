"""From the root of an ebInterface invoice to the document."""

from collections.abc import Mapping

from lxml import etree

from ingest.finish import finish
from ingest.formats.ebinterface.lines import complete_line
from ingest.formats.ebinterface.parties import name_parties
from ingest.formats.ebinterface.paths import document_steps
from ingest.formats.ebinterface.takers import attribute
from ingest.formats.ebinterface.totals import state_totals
from ingest.record import Record
from ingest.xml.walk import walk
from orders.document import Document, DocumentType, Issue, Standing
from orders.references import says_something

_TYPES: Mapping[str, DocumentType] = {
    "Invoice": DocumentType.INVOICE,
    "FinalSettlement": DocumentType.INVOICE,
    "InvoiceForAdvancePayment": DocumentType.INVOICE,
    "InvoiceForPartialDelivery": DocumentType.INVOICE,
    "SelfBilling": DocumentType.INVOICE,
    "SubsequentDebit": DocumentType.INVOICE,
    "CreditMemo": DocumentType.CREDIT_NOTE,
    "SubsequentCredit": DocumentType.CREDIT_NOTE,
}
"""DocumentType of the root → what it is."""

_ADVANCE = "InvoiceForAdvancePayment"


def read_document(root: etree._Element, version: str) -> Document:
    """The document that `root` holds.

    Raises:
        Reject: as `ingest.finish` says.
    """
    issues: list[Issue] = []
    record: Record = {"format": "ebinterface", "profile": f"ebInterface {version}", "issues": issues}
    walk(root, document_steps(etree.QName(root).namespace or ""), record, issues)
    _classify(root, record, issues)
    name_parties(record)
    for line in record.get("lines", ()):
        complete_line(line, issues)
    _refer(record)
    state_totals(record, issues)
    _succeed(record)
    return finish(record)


def _classify(root: etree._Element, record: Record, issues: list[Issue]) -> None:
    code = attribute(root, "DocumentType")
    record["type"] = _TYPES.get(code, DocumentType.INVOICE)
    if code not in _TYPES:
        message = f"The document is of the type {code!r}, which means nothing here; it is taken as an invoice."
        issues.append(Issue(code="UNKNOWN_CODE", message=message, where=f"line {root.sourceline}"))
    record["type_code"] = code or None
    record["standing"] = Standing.PREPAYMENT if code == _ADVANCE else None
    record["currency"] = attribute(root, "InvoiceCurrency") or None
    record["copy"] = attribute(root, "IsDuplicate") in ("true", "1")


def _refer(record: Record) -> None:
    """The orders of who ordered and who is billed. What the supplier calls his own counts as one of those where
    nothing else does: with many senders that is where the buyer's number stands."""
    ordered = _orders(record, "OrderingParty", "InvoiceRecipient")
    own = _orders(record, "Biller")
    on_lines = any(says_something(line.get("order_number")) for line in record.get("lines", ()))
    record["order_references"] = ordered if ordered or on_lines else own
    record["supplier_order_references"] = [one["number"] for one in own]
    record["invoice_references"] = list(dict.fromkeys(record.get("related", ())))


def _orders(record: Record, *parties: str) -> list[Record]:
    stated = [one for name in parties for one in record.get(name, ())[:1] if says_something(one.get("order"))]
    found = {one["order"]: one.get("order_date") for one in reversed(stated)}
    return [{"number": number, "issue_date": date} for number, date in reversed(found.items())]


def _succeed(record: Record) -> None:
    """An invoice that cancels one states it anew; a credit note, or negative amounts, take it back."""
    cancelled = record.get("cancelled")
    if cancelled is None:
        return
    gross = record["totals"].get("gross")
    if record["type"] is DocumentType.INVOICE and (gross is None or gross >= 0):
        record["replaces"] = [cancelled]
    record["invoice_references"] = list(dict.fromkeys([cancelled, *record["invoice_references"]]))
