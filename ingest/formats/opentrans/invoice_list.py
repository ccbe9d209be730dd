"""INVOICELIST of openTRANS 2.1: what several invoices come to, without their lines, or with the invoices themselves."""

from collections.abc import Iterator

from lxml import etree

from ingest.finish import finish
from ingest.formats.opentrans.document import invoice_type, profile, read_document, refer
from ingest.formats.opentrans.names import namespaces
from ingest.formats.opentrans.parties import name_parties
from ingest.formats.opentrans.paths import list_steps
from ingest.formats.opentrans.totals import state_totals
from ingest.record import Record
from ingest.xml.walk import walk
from orders.document import Document, Issue
from orders.errors import Reject

_OF_ALL = ("supplier", "buyer", "payment_accounts", "currency", "due_date")


def read_invoice_list(root: etree._Element) -> list[Document]:
    """The invoices of a list: those that stand in it whole, otherwise one for each of its items.

    Raises:
        Reject: `DOCUMENT_EMPTY` if it lists none; and as `ingest.finish` says.
    """
    whole = list(_whole_invoices(root))
    if whole:
        return [read_document(invoice, "INVOICE") for invoice in whole]
    issues: list[Issue] = []
    head: Record = {}
    walk(root, list_steps(namespaces(root)), head, issues)
    name_parties(head)
    items = head.get("invoices", ())
    if not items:
        raise Reject("DOCUMENT_EMPTY", "The list has no invoices.", where=f"line {root.sourceline}")
    first, *others = (_listed(item, head, profile(root)) for item in items)
    first["issues"] += issues
    return [finish(record) for record in (first, *others)]


def _whole_invoices(root: etree._Element) -> Iterator[etree._Element]:
    names = [f"{{{one}}}INVOICE" if one else "INVOICE" for one in namespaces(root)]
    return root.iter(*names)


def _listed(item: Record, head: Record, version: str | None) -> Record:
    """A listed invoice; what it does not say itself the list's head says."""
    issues: list[Issue] = []
    shared = {key: head[key] for key in _OF_ALL if head.get(key)}
    record: Record = {**shared, **item, "format": "opentrans", "profile": version, "issues": issues}
    kind = record["type"] = invoice_type(item.get("invoice_type", ""))
    refer(record)
    state_totals(record, kind, issues)
    return record
