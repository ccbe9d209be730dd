from typing import get_args

import pytest

from ingest.format import Content, Kind
from ordertrail.archive import place

HEADS: dict[Kind, tuple[bytes, ...]] = {
    "empty": (b"", b"\xef\xbb\xbf \n"),
    "xml": (b"<Order/>", b"\xef\xbb\xbf\n<Order/>", "<Order/>".encode("utf-16")),
    "xml_sequence": (b" <a></a>\n<?xml version='1.0'?><b/>", b"<s:Envelope></s:Envelope><Finvoice/>"),
    "zip": (b"PK\x03\x04", b"PK\x05\x06"),
    "pdf": (b"%PDF-1.7",),
    "ole": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",),
    "pkcs7": (b"\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02",),
    "text": (b"order;line\n", b"\x00\x01\x02"),
}


@pytest.mark.parametrize("kind", get_args(Kind))
def test_whatever_a_content_is_it_has_a_place(kind: Kind) -> None:
    for head in HEADS[kind]:
        assert Content(head).kind == kind
        name, _, ending = place("ab" * 32, head).removeprefix("ab/").partition(".")
        assert (name, ending.isalnum()) == ("ab" * 32, True)


@pytest.mark.parametrize(
    ("head", "ending"),
    [
        (b"PK\x03\x04...[Content_Types].xml", ".xlsx"),
        (b"PK\x03\x04...mimetypeapplication/vnd.oasis.opendocument.spreadsheet", ".ods"),
        (b"UNB+UNOC:3", ".edi"),
        (b"ISA*00*", ".edi"),
        (b"\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02", ".p7m"),
    ],
)
def test_what_programs_know_by_its_ending_has_it(head: bytes, ending: str) -> None:
    assert place("0" * 64, head) == f"00/{'0' * 64}{ending}"
