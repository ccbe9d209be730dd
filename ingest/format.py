"""What a format is: a name, a claim and a reading."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from lxml import etree

from ingest.layout import Layout
from ingest.xml.parse import parse_xml
from orders.document import Document

Kind = Literal["empty", "xml", "zip", "pdf", "ole", "text"]


@dataclass(frozen=True)
class Content:
    """One file as a format sees it.

    `name` is the file's own name and `folder` the inbox subfolder it lay in ("" for none): hints only, formats are told
    apart by content.
    """

    data: bytes
    name: str = ""
    folder: str = ""
    layouts: tuple[Layout, ...] = ()

    @cached_property
    def kind(self) -> Kind:
        """What the first bytes say that it is."""
        head = self.data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
        if not head:
            return "empty"
        for magic, kind in _MAGIC:
            if head.startswith(magic):
                return kind
        return "text"

    @cached_property
    def root(self) -> etree._Element | None:
        """The root of an XML file, parsed once and within limits; None if it is none.

        Raises:
            Reject: if it is XML, but not well-formed or beyond the limits.
        """
        return parse_xml(self.data) if self.kind == "xml" else None


_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"<", "xml"),
    (b"\xff\xfe<\x00", "xml"),
    (b"\xfe\xff\x00<", "xml"),
    (b"<\x00", "xml"),
    (b"\x00<", "xml"),
)


@dataclass(frozen=True, slots=True)
class Enclosed:
    """Files within a file, of which one is the document: groups of them, those to be asked first in front.

    Within a group all say the same in different versions, the best in front; `name` of each is its own.
    """

    groups: tuple[tuple[Content, ...], ...]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: `claims` says whether a file is of it, `read` makes the documents, or takes out the files in which they
    are.

    `claims` is cheap, looks at content only and never raises for content that is not its own. `read` raises `Reject` if
    no document can be made; a fault that leaves a document is an `Issue` in it.
    """

    name: str
    claims: Callable[[Content], bool]
    read: Callable[[Content], Sequence[Document] | Enclosed]
