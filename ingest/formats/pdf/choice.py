"""Which attachments of a PDF may be the document."""

from ingest.format import Content, Enclosed
from ingest.formats.pdf.attachments import MAX_UNPACKED, MAX_UNPACKED_BYTES, Attachment, OpenPdf, open_pdf
from orders.errors import Reject

_STANDARD_NAMES = ("factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml", "order-x.xml")
"""What Factur-X, ZUGFeRD 2 and Order-X prescribe; if there are several, the first."""

_OLD_NAME = "ZUGFeRD-invoice.xml"
"""ZUGFeRD 1.0; the same in small letters is ZUGFeRD 2.0."""

_TELLING = ("/Alternative", "/Source", "/Data")
"""AFRelationship (ISO 32000-2, 7.11.3) of what says the same as the pages."""

_XML_TYPES = ("/text/xml", "/application/xml")
_NOT_NAMED = len(_STANDARD_NAMES) + 1


def enclosed_xml(data: bytes) -> Enclosed:
    """The XML files within a PDF: those with a name that a standard prescribes, then what is said to be its data, then
    the rest. At most `MAX_UNPACKED` are unpacked, and no more once they come to `MAX_UNPACKED_BYTES`.

    Raises:
        Reject: `PDF_WITHOUT_XML`, `PDF_DAMAGED`, `PDF_ATTACHMENT_TOO_LARGE`, `FILE_ENCRYPTED`.
    """
    pdf = open_pdf(data)
    attached = pdf.attachments()
    candidates = sorted((one for one in attached if _may_be_xml(one)), key=_rank)
    groups: list[list[Content]] = [[], [], []]
    unpacked = 0
    for one in candidates[:MAX_UNPACKED]:
        content = Content(pdf.unpack(one), one.name)
        unpacked += len(content.data)
        if content.kind == "xml":
            groups[_group(one)].append(content)
        if unpacked > MAX_UNPACKED_BYTES:  # what comes after so much was never the document
            break
    if not any(groups):
        pdf.check_pages()
        raise _without_xml(pdf, attached)
    return Enclosed(tuple(tuple(group) for group in groups if group))


def _may_be_xml(attachment: Attachment) -> bool:
    return attachment.name.casefold().endswith(".xml") or attachment.media_type in _XML_TYPES


def _rank(attachment: Attachment) -> tuple[int, int]:
    relation = attachment.relationship
    return _named(attachment.name), _TELLING.index(relation) if relation in _TELLING else len(_TELLING)


def _named(name: str) -> int:
    if name == _OLD_NAME:
        return len(_STANDARD_NAMES)
    lower = name.casefold()
    return _STANDARD_NAMES.index(lower) if lower in _STANDARD_NAMES else _NOT_NAMED


def _group(attachment: Attachment) -> int:
    if _named(attachment.name) < _NOT_NAMED:
        return 0
    return 1 if attachment.relationship in _TELLING else 2


def _without_xml(pdf: OpenPdf, attached: list[Attachment]) -> Reject:
    found = f"Attached are only {', '.join(one.name for one in attached[:5])}." if attached else "Nothing is attached."
    return Reject(
        "PDF_WITHOUT_XML",
        f"The PDF carries no XML: it is a picture for people, printed or scanned. {found}",
        hint="Ask the supplier for the document as XML (XRechnung, Peppol), hybrid PDF (Factur-X, ZUGFeRD) or by EDI.",
    )
