"""Finvoice as banks exchange it: a SOAP envelope, the document after it, and so on. Together they are no XML."""

import re
from collections.abc import Iterator

from ingest.enclosed import placed
from ingest.formats.finvoice.document import read_document
from ingest.xml.parse import parse_xml
from orders.document import Document
from orders.errors import Reject

MAX_DOCUMENTS = 5_000

_DOCUMENT = re.compile(rb"<Finvoice[\s>]")
_END = b"</Finvoice>"
_DECLARATION = re.compile(rb"<\?xml\s[^>]{0,200}\?>")


def holds_finvoice(data: bytes) -> bool:
    """Whether one of the documents is a Finvoice."""
    return _DOCUMENT.search(data) is not None


def read_sequence(data: bytes) -> list[Document]:
    """The documents of the file; places in them name which of several it is.

    Raises:
        Reject: `TOO_MANY_DOCUMENTS` if there are more than `MAX_DOCUMENTS`; what `parse_xml` and `read_document` say of
            the first bad one: half a file is none.
    """
    parts = list(_parts(data))
    if len(parts) == 1:
        return [read_document(parse_xml(parts[0]))]
    return [
        placed(_read(part, place), place) for number, part in enumerate(parts, 1) for place in [f"Finvoice {number}"]
    ]


def _read(part: bytes, place: str) -> Document:
    try:
        return read_document(parse_xml(part))
    except Reject as reject:
        where = f"{place}, {reject.where}" if reject.where else place
        raise Reject(reject.code, reject.message, where=where, hint=reject.hint) from None


def _parts(data: bytes) -> Iterator[bytes]:
    """Each document with the declaration that stands before it, which names its encoding."""
    end = 0
    for count, found in enumerate(_DOCUMENT.finditer(data)):
        if count == MAX_DOCUMENTS:
            raise Reject("TOO_MANY_DOCUMENTS", f"The file has more than {MAX_DOCUMENTS:,} documents.")
        if found.start() < end:
            continue
        declarations = _DECLARATION.findall(data, end, found.start())
        end = data.find(_END, found.start())
        end = len(data) if end < 0 else end + len(_END)
        yield (declarations[-1] if declarations else b"") + data[found.start() : end]
