"""From the root of an openTRANS document to the document."""

from lxml import etree
from msgspec.structs import replace

from ingest.finish import finish
from ingest.formats.opentrans.lines import complete_lines
from ingest.formats.opentrans.names import MESSAGES, namespaces
from ingest.formats.opentrans.parties import name_parties
from ingest.formats.opentrans.paths import document_steps
from ingest.formats.opentrans.totals import state_totals
from ingest.record import Record
from ingest.xml.walk import walk
from orders.document import Document, DocumentType, Issue

_CREDITS = frozenset({"creditnote", "creditmemo", "credit", "creditvoucher", "gutschrift", "381"})


def read_document(root: etree._Element, message: str) -> Document:
    """The document that `root` holds, which is of this name.

    Raises:
        Reject: as `ingest.finish` says.
    """
    issues: list[Issue] = []
    record: Record = {"format": "opentrans", "profile": profile(root), "issues": issues}
    walk(root, document_steps(message, namespaces(root)), record, issues)
    stated = record.get("invoice_type") or root.get("type") or ""
    kind = record["type"] = invoice_type(stated) if message == "INVOICE" else MESSAGES[message]
    name_parties(record)
    _number(record, kind)
    refer(record)
    record["delivery_date"] = record.get("received") or record.get("end") or record.get("start")
    record["lines"] = complete_lines(record.get("lines", ()), kind, issues)
    state_totals(record, kind, issues)
    document = finish(record)
    if kind is DocumentType.ORDER_RESPONSE:  # openTRANS gives responses no number
        kept = tuple(issue for issue in document.issues if issue.code != "NUMBER_MISSING")
        return replace(document, issues=kept)
    return document


def profile(root: etree._Element) -> str | None:
    """The version, as the file states it."""
    version = root.get("version")
    return f"openTRANS {version.strip()}" if version and version.strip() else None


def invoice_type(stated: str) -> DocumentType:
    """Whether it is an invoice or a credit note. Negative figures stay as they are: matching settles what they mean."""
    word = "".join(character for character in stated.lower() if character.isalnum())
    return DocumentType.CREDIT_NOTE if word in _CREDITS else DocumentType.INVOICE


def refer(record: Record) -> None:
    """The head's references, each once; `orders` are those of its ORDER_HISTORY and ORDER_REFERENCE."""
    orders = record.get("orders", ())
    known = {one["number"]: one.get("date") for one in reversed(orders) if "number" in one}
    found = record.setdefault("order_references", [])
    found += [{"number": one, "issue_date": date} for one, date in reversed(known.items())]
    for key, source, own in (
        ("supplier_order_references", "sales_order", "sales_orders"),
        ("despatch_references", "despatch", "despatches"),
    ):
        named = [*record.get(own, ()), *(one[source] for one in orders if source in one)]
        record[key] = list(dict.fromkeys(named))


def _number(record: Record, kind: DocumentType) -> None:
    """A change is known by its order's number, and by its place among the changes: each order begins them with 1."""
    order, sequence = record.get("order"), record.get("sequence")
    if kind is DocumentType.ORDER:
        record["number"] = order
        return
    if order:
        record["order_references"] = [{"number": order, "issue_date": record.get("order_date")}]
    if kind is DocumentType.ORDER_CHANGE:
        record.setdefault("number", order)
        record["revision"] = sequence
    elif sequence and kind is DocumentType.ORDER_RESPONSE:
        record["order_change_references"] = [sequence]
