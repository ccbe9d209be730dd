"""UN/CEFACT's cross industry documents.

CII D16B and later (EN 16931, Factur-X and ZUGFeRD 2 from MINIMUM to EXTENDED, XRechnung), ZUGFeRD 1.0 (D13B), and
Order-X; alone or in an SBDH envelope.
"""

from collections.abc import Sequence

from lxml import etree

from ingest.format import Content, Format
from ingest.formats.cii.document import read_document
from ingest.formats.cii.names import STANDARDS
from ingest.xml.envelope import ENVELOPES, within_envelope
from orders.document import Document
from orders.errors import Reject

_ROOTS = tuple("}" + etree.QName(tag).localname for tag in STANDARDS)


def _claims(content: Content) -> bool:
    return content.root is not None and bool(_elements(content.root))


def _may_hold(tag: str) -> bool:
    return tag.endswith(_ROOTS) or tag in ENVELOPES


def _read(content: Content) -> Sequence[Document]:
    if content.root is None:
        raise ValueError("asked to read what it did not claim")
    elements = _elements(content.root)
    for element in elements:
        if element.tag not in STANDARDS:
            raise _unsupported(element)
    return [read_document(element, STANDARDS[str(element.tag)]) for element in elements]


def _elements(root: etree._Element) -> list[etree._Element]:
    """By their names alone: what is of another version is refused with a word that says so."""
    return [element for element in within_envelope(root) if str(element.tag).endswith(_ROOTS)]


def _unsupported(element: etree._Element) -> Reject:
    name = etree.QName(element)
    return Reject(
        "FORMAT_UNSUPPORTED",
        f"The file holds a {name.localname} of the namespace {name.namespace}. "
        "Read are CII D16B and later, ZUGFeRD 1.0 and Order-X 1.0.",
        where=f"line {element.sourceline}",
    )


CII = Format("cii", _claims, _read, roots=_may_hold)
