"""openTRANS 1.0 and 2.1, with and without namespaces: orders, changes, responses, despatches, receipts, invoices."""

from collections.abc import Sequence

from ingest.format import Content, Format
from ingest.formats.opentrans.document import read_document
from ingest.formats.opentrans.invoice_list import read_invoice_list
from ingest.formats.opentrans.names import INVOICE_LIST, MESSAGES, may_be, message_name
from orders.document import Document
from orders.errors import Reject


def _claims(content: Content) -> bool:
    return content.root is not None and message_name(content.root) is not None


def _read(content: Content) -> Sequence[Document]:
    root = content.root
    name = None if root is None else message_name(root)
    if root is None or name is None:
        raise ValueError("asked to read what it did not claim")
    if name == INVOICE_LIST:
        return read_invoice_list(root)
    if name not in MESSAGES:
        raise Reject(
            "FORMAT_UNSUPPORTED",
            f"The file holds an openTRANS {name}. Read are {', '.join(MESSAGES)} and {INVOICE_LIST}.",
            where=f"line {root.sourceline}",
        )
    return [read_document(root, name)]


OPENTRANS = Format("opentrans", _claims, _read, roots=may_be)
