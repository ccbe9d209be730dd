"""FatturaPA 1.0 to 1.2 (Italy): ordinary invoices (FPA12, FPR12) and simplified ones (FSM10)."""

from collections.abc import Sequence

from lxml import etree

from ingest.format import Content, Format
from ingest.formats.fatturapa.document import read_documents
from orders.document import Document

_ROOTS = frozenset({"FatturaElettronica", "FatturaElettronicaSemplificata"})
_HEADER = "FatturaElettronicaHeader"


def _claims(content: Content) -> bool:
    """By names alone: the namespace has changed with versions and offices, and some leave it out."""
    root = content.root
    if root is None or etree.QName(root).localname not in _ROOTS:
        return False
    return any(etree.QName(child).localname == _HEADER for child in root.iterchildren("*"))


def _may_be(tag: str) -> bool:
    return tag.rpartition("}")[2] in _ROOTS


def _read(content: Content) -> Sequence[Document]:
    if content.root is None:
        raise ValueError("asked to read what it did not claim")
    return read_documents(content.root)


FATTURAPA = Format("fatturapa", _claims, _read, roots=_may_be)
