"""What a format is: a name, a claim and a reading."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from lxml import etree

from ingest.layout import Layout
from ingest.xml.parse import parse_xml
from orders.document import Document

Kind = Literal["empty", "xml", "xml_sequence", "zip", "pdf", "ole", "pkcs7", "text"]
XML: frozenset[Kind] = frozenset({"xml"})


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
                return "xml_sequence" if kind == "xml" and is_sequence(self.data) else kind
        return "pkcs7" if is_pkcs7(head) else "text"

    @cached_property
    def root(self) -> etree._Element | None:
        """The root of an XML file, parsed once and within limits; None if it is none.

        Raises:
            Reject: if it is XML, but not well-formed or beyond the limits.
        """
        return parse_xml(self.data) if self.kind == "xml" else None


_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"<", "xml"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"\xff\xfe<\x00", "xml"),
    (b"\xfe\xff\x00<", "xml"),
    (b"<\x00", "xml"),
    (b"\x00<", "xml"),
)


_PKCS7 = re.compile(
    rb"\x30(?:[\x00-\x80]|\x81.|\x82..|\x83.{3}|\x84.{4})"  # a sequence, of any length
    rb"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07[\x02\x03]",  # of signed or encrypted data
    re.DOTALL,
)


_NEXT_XML = re.compile(rb">\s*<\?xml\s")
_AFTER_ENVELOPE = re.compile(rb"</(?:[\w.-]{1,40}:)?Envelope\s*>\s*<")


def is_sequence(data: bytes) -> bool:
    """Whether a file holds several XML documents, one after the other: SOAP envelopes and what they announce."""
    declared = data.find(b"?>") if data.startswith(b"<?xml") else -1
    # Looking for the last question mark takes a sixth of looking for "<?xml", and usual files have none but the first.
    if data.rfind(b"?") > declared and data.find(b"<?xml", len(b"<?xml")) > 0 and _NEXT_XML.search(data):
        return True
    return b"Envelope" in data[:1024] and _AFTER_ENVELOPE.search(data) is not None


def is_pkcs7(head: bytes) -> bool:
    """Whether a file with these first bytes is an envelope of PKCS #7, in DER or BER."""
    return _PKCS7.match(head) is not None


@dataclass(frozen=True, slots=True)
class Enclosed:
    """Files within a file, of which one is the document: groups of them, those to be asked first in front.

    Within a group all say the same in different versions, the best in front; `name` of each is its own.
    """

    groups: tuple[tuple[Content, ...], ...]


def _any_root(_tag: str) -> bool:
    return True


@dataclass(frozen=True, slots=True, eq=False)
class Format:
    """A format: `claims` says whether a file is of it, `read` makes the documents, or takes out the files in which they
    are.

    `claims` is cheap, looks at content only and never raises for content that is not its own. It is asked only about
    files of `kinds`, and of XML only where `roots` is true of the root's tag ("{namespace}name"): it claims no others.
    `read` raises `Reject` if no document can be made; a fault that leaves a document is an `Issue` in it. `decided`
    says whether a person has decided that a file is of it, so exactly that no other claim counts.
    """

    name: str
    claims: Callable[[Content], bool]
    read: Callable[[Content], Sequence[Document] | Enclosed]
    decided: Callable[[Content], bool] = lambda _: False
    kinds: frozenset[Kind] = XML
    roots: Callable[[str], bool] = _any_root
