"""Finvoice 1.2 to 3.0 (Finland): invoices and credit notes, alone or several in a file, each behind a SOAP envelope."""

from collections.abc import Sequence

from ingest.format import Content, Format
from ingest.formats.finvoice.document import ROOT, read_document
from ingest.formats.finvoice.sequence import holds_finvoice, read_sequence
from orders.document import Document


def _claims(content: Content) -> bool:
    if content.kind == "xml_sequence":
        return holds_finvoice(content.data)
    return content.root is not None and content.root.tag == ROOT


def _read(content: Content) -> Sequence[Document]:
    if content.kind == "xml_sequence":
        return read_sequence(content.data)
    if content.root is None:
        raise ValueError("asked to read what it did not claim")
    return [read_document(content.root)]


FINVOICE = Format("finvoice", _claims, _read, kinds=frozenset({"xml", "xml_sequence"}), roots=lambda tag: tag == ROOT)
