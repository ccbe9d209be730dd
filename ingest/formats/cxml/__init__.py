"""cXML 1.2: orders, confirmations, ship notices, receipts and invoices."""

from collections.abc import Sequence

from lxml import etree

from ingest.format import Content, Format
from ingest.formats.cxml.codes import REQUESTS
from ingest.formats.cxml.document import read_document
from orders.document import Document
from orders.errors import Reject

_ROOT = "cXML"
_PARTS = ("Request", "Message", "Response")


def _claims(content: Content) -> bool:
    return content.root is not None and content.root.tag == _ROOT


def _read(content: Content) -> Sequence[Document]:
    root = content.root
    if root is None:
        raise ValueError("asked to read what it did not claim")
    seen = _seen(root)
    request = next((name for name in seen if name in REQUESTS), None)
    if request is None:
        raise Reject(
            "FORMAT_UNSUPPORTED",
            f"The file is cXML with {' and '.join(seen) or 'nothing in it'}. Read are {', '.join(REQUESTS)}.",
            where=f"line {root.sourceline}",
        )
    return [read_document(root, request)]


def _seen(root: etree._Element) -> list[str]:
    """What its Request holds; or its Message, or that it is a Response."""
    parts = [child for child in root if child.tag in _PARTS]
    inner = [
        str(etree.QName(one).localname) for part in parts if part.tag != "Response" for one in part.iterchildren("*")
    ]
    return [name for name in inner if name != "Status"] or [str(part.tag) for part in parts]


CXML = Format("cxml", _claims, _read, roots=lambda tag: tag == _ROOT)
