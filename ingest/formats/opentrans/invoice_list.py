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
    records = [_listed(item, shared, profile(root)) for item, shared in _items(head)]
    if not records:
        raise Reject("DOCUMENT_EMPTY", "The list has no invoices.", where=f"line {root.sourceline}")
    first, *others = records
    first["issues"] += issues
    return [finish(record) for record in (first, *others)]


def _items(head: Record) -> Iterator[tuple[Record, Record]]:
    """Each invoice with what its list and its group say of it."""
    for group in head.get("groups", ()):
        shared = {**head, **_parties(group, head)}
        name_parties(shared)
        invoices = group.get("invoices", ())
        for item in invoices or ([group] if "number" in group else ()):
            yield item, shared


def _parties(group: Record, head: Record) -> Record:
    """Between whom the invoices of a group are, where it says so: lists may be of several suppliers."""
    found: Record = {}
    for role, key in (("invoice_issuer", "supplier_parties"), ("invoice_recipient", "buyer_parties")):
        references = group.get(f"{role}_references", ())
        numbers = {number for _, number in references}
        meant = [one for one in head.get("parties", ()) if numbers & {n for _, n in one.get("identifiers", ())}]
        if references:
            found[key] = meant or [{"identifiers": references}]
    return found


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
