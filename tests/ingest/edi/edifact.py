"""EDIFACT in a line of a test: the segments of a message, whose envelope is right."""

from collections.abc import Sequence

from ingest.format import Content
from ingest.formats.edifact import EDIFACT
from ingest.formats.edifact.interchange import read as interchange_read
from orders.document import Document


def interchange(*body: str, una: str = "", kind: str = "ORDERS", terminator: str = "'") -> bytes:
    """An interchange with one message, its counts right."""
    message = [f"UNH+1+{kind}:D:96A:UN", *body, f"UNT+{len(body) + 2}+1"]
    return (una + terminator.join(["UNB+UNOC:3+A+B+260301:0815+1", *message, "UNZ+1+1"]) + terminator).encode()


def read(data: bytes) -> Sequence[Document]:
    content = Content(data)
    assert EDIFACT.claims(content)
    return interchange_read(content)


def only(*body: str, kind: str = "ORDERS") -> Document:
    (document,) = read(interchange(*body, kind=kind))
    return document
