"""Hybrid PDF: a picture for people, with the document as XML within (Factur-X, ZUGFeRD, XRechnung, Order-X, UBL)."""

from ingest.format import Content, Enclosed, Format


def _claims(content: Content) -> bool:
    return content.kind == "pdf"


def _read(content: Content) -> Enclosed:
    from ingest.formats.pdf.choice import enclosed_xml  # noqa: PLC0415 - pypdf takes 60 ms to import, few runs need it

    return enclosed_xml(content.data)


PDF = Format("pdf", _claims, _read, kinds=frozenset({"pdf"}))
