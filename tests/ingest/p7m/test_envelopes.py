"""Signed files: what was signed is read, whoever signed it."""

from base64 import b64encode

import pytest
from asn1crypto.cms import ContentInfo
from hypothesis import given
from hypothesis import strategies as st

from ingest.format import Content
from ingest.formats.p7m import P7M
from ingest.formats.tables.csv_format import CSV
from ingest.reading import read
from orders.document import DOCUMENT
from orders.errors import Reject
from tests.golden import SAMPLES

SAMPLE = next((SAMPLES / "p7m").glob("IT*.p7m"))
XML = (SAMPLES / "fatturapa" / "simplified.xml").read_bytes()
SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
DATA = bytes.fromhex("06092a864886f70d010701")


def signed(data: bytes | None, name: str = "x.xml.p7m") -> Content:
    """An envelope around `data`, as short as it can be; None: a signature alone."""
    inner = {"content_type": "data"} | ({} if data is None else {"content": data})
    content = {"version": "v1", "digest_algorithms": [], "encap_content_info": inner, "signer_infos": []}
    return Content(ContentInfo({"content_type": "signed_data", "content": content}).dump(), name)


def in_pieces(data: bytes, size: int) -> bytes:
    """The same in BER: no length is known beforehand, and what is signed comes in pieces."""
    end = b"\0\0"
    pieces = b"".join(
        b"\x04\x82" + len(piece).to_bytes(2) + piece
        for piece in (data[start : start + size] for start in range(0, len(data), size))
    )
    inner = b"\x30\x80" + DATA + b"\xa0\x80\x24\x80" + pieces + end * 3
    return b"\x30\x80" + SIGNED_DATA + b"\xa0\x80\x30\x80\x02\x01\x01\x31\x00" + inner + b"\x31\x00" + end * 3


def rejected(content: Content) -> str:
    assert P7M.claims(content)
    with pytest.raises(Reject) as refused:
        read(content)
    return refused.value.code


def number(content: Content) -> str | None:
    (document,) = read(content)
    return document.number


def test_what_was_signed_is_read_and_its_name_said() -> None:
    (document,) = read(Content(SAMPLE.read_bytes(), SAMPLE.name))
    assert (document.format, document.number) == ("fatturapa", "S/12")
    assert document.lines[0].where == "IT03456780159_0A17C.xml, line 32"


def test_pieces_are_put_together() -> None:
    assert number(Content(in_pieces(XML, 500))) == "S/12"


@pytest.mark.parametrize(
    "armoured",
    [
        b64encode(SAMPLE.read_bytes()),
        b"\xef\xbb\xbf" + b64encode(SAMPLE.read_bytes()) + b"\r\n",
        b"-----BEGIN PKCS7-----\n" + b64encode(SAMPLE.read_bytes()) + b"\n-----END PKCS7-----\n",
        b"-----BEGIN CMS-----\r\n" + b64encode(SAMPLE.read_bytes()) + b"\r\n-----END CMS-----",
    ],
)
def test_it_may_be_written_as_text(armoured: bytes) -> None:
    content = Content(armoured)
    assert not CSV.claims(content)
    assert number(content) == "S/12"


def test_several_may_have_signed_it_one_after_the_other() -> None:
    twice = signed(signed(XML).data, "x.xml.p7m.P7M")
    assert number(twice) == "S/12"
    assert read(twice)[0].lines[0].where == "x.xml, line 32"
    assert number(signed(b64encode(signed(XML).data))) == "S/12"


def test_envelopes_without_end_are_rejected() -> None:
    data = XML
    for _ in range(10):
        data = signed(data).data
    assert rejected(Content(data)) == "P7M_WITHOUT_XML"


@pytest.mark.parametrize("inside", [b"%PDF-1.7 ...", b"a;b;c\n1;2;3\n", b"\x00\x01", None])
def test_what_is_no_xml_is_named(inside: bytes | None) -> None:
    assert rejected(signed(inside)) == "P7M_WITHOUT_XML"


def test_xml_of_no_format_is_unknown() -> None:
    assert rejected(signed(b"<a/>")) == "FORMAT_UNKNOWN"


def test_what_is_encrypted_is_said_to_be() -> None:
    data = SAMPLE.read_bytes().replace(SIGNED_DATA, SIGNED_DATA[:-1] + b"\x03", 1)
    assert rejected(Content(data)) == "FILE_ENCRYPTED"


@pytest.mark.parametrize("inner", [b"\x30\x80" * 50_000, b"\x24\x80" * 50_000, b""])
def test_hostile_nesting_ends(inner: bytes) -> None:
    head = b"\x30\x80" + SIGNED_DATA + b"\xa0\x80\x30\x80\x02\x01\x01\x31\x00\x30\x80" + DATA + b"\xa0\x80"
    assert rejected(Content(head + inner)) == "P7M_DAMAGED"


@given(st.integers(0, 10_000), st.binary(max_size=4), st.booleans())
def test_a_damaged_envelope_is_read_or_rejected(place: int, replacement: bytes, pieces: bool) -> None:
    data = in_pieces(XML, 300) if pieces else SAMPLE.read_bytes()
    place %= len(data)
    try:
        documents = read(Content(data[:place] + replacement + data[place + len(replacement) :]))
    except Reject:
        return
    assert all(DOCUMENT.from_json(DOCUMENT.to_json(one)) == one for one in documents)


@pytest.mark.parametrize("length", range(0, 400, 7))
def test_a_file_that_is_cut_off_is_rejected(length: int) -> None:
    with pytest.raises(Reject):
        read(Content(SAMPLE.read_bytes()[:length], "x.p7m"))
