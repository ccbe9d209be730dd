"""The files attached to a PDF, found without looking at its pages.

Everything in a PDF may be wrong, missing, or lead in circles; pypdf bounds what streams unpack to, and this module how
many objects are looked at.
"""

import logging
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader, apply_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, PdfObject, StreamObject, TextStringObject

from orders.errors import Reject

MAX_UNPACKED = 20
MAX_UNPACKED_BYTES = 75_000_000
"""Of one attachment, and of any other stream that has to be unpacked on the way to it."""

MAX_OBJECTS = 10_000
LONGEST_NAME = 100

_ENCRYPTED = (FileNotDecryptedError, DependencyError)
# What pypdf lets through from values that are not what they should be; whatever it is, the file is damaged.
_DAMAGE = (
    PyPdfError, ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, NotImplementedError, OSError,
    RecursionError, TypeError, ValueError, zlib.error,
)  # fmt: skip


@dataclass(frozen=True)
class Attachment:
    """A file attached to a PDF, not unpacked yet."""

    name: str
    relationship: str  # a name of PDF, "/Alternative"; "" where the PDF does not say
    media_type: str  # the same: "/text/xml"
    stream: StreamObject


class OpenPdf:
    """A PDF whose objects can be asked for."""

    def __init__(self, reader: PdfReader) -> None:
        self._reader = reader

    def attachments(self) -> list[Attachment]:
        """Each once: from the tree of names (ISO 32000-2, 7.7.4), and those that only the catalog's AF lists.

        Raises:
            Reject: `PDF_DAMAGED` if they cannot be found, `FILE_ENCRYPTED`, `PDF_ATTACHMENT_TOO_LARGE`.
        """
        with _pdf_faults():
            catalog = self._reader.root_object
            found: dict[int, Attachment] = {}
            for specification in _specifications(catalog):
                attachment = _attachment(specification)
                if attachment is not None:
                    found.setdefault(id(attachment.stream), attachment)
            return list(found.values())

    def unpack(self, attachment: Attachment) -> bytes:
        """What stands in it.

        Raises:
            Reject: `PDF_ATTACHMENT_TOO_LARGE` if it is more than `MAX_UNPACKED_BYTES`, `PDF_DAMAGED`, `FILE_ENCRYPTED`.
        """
        with _pdf_faults(attachment.name):
            return attachment.stream.get_data()

    def check_pages(self) -> None:
        """Nothing, if there are pages.

        Raises:
            Reject: `PDF_DAMAGED` if there are none, or they lead in circles.
        """
        with _pdf_faults():
            if not self._reader.get_num_pages():
                raise ValueError("no pages")


def open_pdf(data: bytes) -> OpenPdf:
    """The PDF; one that is protected against changes only (its password is empty) as if it were not.

    Raises:
        Reject: `PDF_DAMAGED`, `FILE_ENCRYPTED`, `PDF_ATTACHMENT_TOO_LARGE`.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it comments on every flaw it mends
    with _pdf_faults():
        return OpenPdf(PdfReader(BytesIO(data), root_object_recovery_limit=MAX_OBJECTS))


@contextmanager
def _pdf_faults(where: str | None = None) -> Iterator[None]:
    """Bounds pypdf, and says in our words what it raises."""
    try:
        with apply_configuration(zlib_maximum_output_length=MAX_UNPACKED_BYTES, disable_legacy_handling=True):
            yield
    except _ENCRYPTED:
        raise Reject(
            "FILE_ENCRYPTED", "The PDF is protected with a password.", hint="Ask the sender for it without one."
        ) from None
    except LimitReachedError:
        message = f"The PDF holds something that unpacks to more than {MAX_UNPACKED_BYTES // 1_000_000} MB."
        raise Reject("PDF_ATTACHMENT_TOO_LARGE", message, where=where) from None
    except _DAMAGE as error:
        reason = str(error).partition("\n")[0][:80] or type(error).__name__
        raise Reject(
            "PDF_DAMAGED",
            f"The PDF is damaged: {reason}.",
            where=where,
            hint="Open it, and if it can be read, ask the sender to send it again.",
        ) from None


def _specifications(catalog: DictionaryObject) -> Iterator[DictionaryObject]:
    """File specifications, each possibly several times."""
    names = _dictionary(_dictionary(catalog.get("/Names")).get("/EmbeddedFiles"))
    ahead, seen = [names], 0
    while ahead:
        node = ahead.pop()
        pairs, kids = _array(node.get("/Names")), _array(node.get("/Kids"))
        seen += 1 + len(pairs) + len(kids)
        if seen > MAX_OBJECTS:
            raise ValueError("its list of attachments leads in circles")
        yield from (_dictionary(value) for value in pairs[1::2])
        ahead.extend(_dictionary(kid) for kid in kids)
    yield from (_dictionary(value) for value in _array(catalog.get("/AF"))[:MAX_OBJECTS])


def _attachment(specification: DictionaryObject) -> Attachment | None:
    files = _dictionary(specification.get("/EF"))
    for key in ("/UF", "/F"):
        stream = _resolved(files.get(key))
        if isinstance(stream, StreamObject):
            name = _text(specification.get("/UF")) or _text(specification.get("/F"))
            return Attachment(name, _text(specification.get("/AFRelationship")), _text(stream.get("/Subtype")), stream)
    return None


def _text(value: PdfObject | None) -> str:
    """What a string or name says, on one line and of bearable length."""
    found = _resolved(value)
    return " ".join(found.split())[:LONGEST_NAME] if isinstance(found, (TextStringObject, NameObject)) else ""


def _resolved(value: PdfObject | None) -> PdfObject | None:
    return None if value is None else value.get_object()


def _dictionary(value: PdfObject | None) -> DictionaryObject:
    found = _resolved(value)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _array(value: PdfObject | None) -> list[PdfObject]:
    found = _resolved(value)
    return list(found) if isinstance(found, ArrayObject) else []
