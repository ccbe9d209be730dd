"""Svefaktura 1.0 (Sweden, SFTI BasicInvoice): alone, several in a list, or in an envelope with attachments."""

from collections.abc import Sequence

from lxml import etree

from ingest.format import Content, Format
from ingest.formats.svefaktura.document import read_document
from ingest.formats.svefaktura.paths import INVOICE, INVOICES
from ingest.xml.envelope import ENVELOPES, within_envelope
from orders.document import Document
from orders.errors import Reject


def _claims(content: Content) -> bool:
    return content.root is not None and any(one.tag in (INVOICE, INVOICES) for one in within_envelope(content.root))


def _may_hold(tag: str) -> bool:
    return tag in (INVOICE, INVOICES) or tag in ENVELOPES


def _read(content: Content) -> Sequence[Document]:
    if content.root is None:
        raise ValueError("asked to read what it did not claim")
    found = _invoices(content.root)
    if not found:
        raise Reject("DOCUMENT_EMPTY", "The list has no invoices.", where=f"line {content.root.sourceline}")
    return [read_document(one) for one in found]


def _invoices(root: etree._Element) -> list[etree._Element]:
    lists = [one[:] if one.tag == INVOICES else [one] for one in within_envelope(root)]
    return [one for listed in lists for one in listed if one.tag == INVOICE]


SVEFAKTURA = Format("svefaktura", _claims, _read, roots=_may_hold)
