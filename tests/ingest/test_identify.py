from dataclasses import replace

import pytest

from ingest.format import Content
from ingest.formats import FORMATS
from ingest.formats.ubl import UBL
from ingest.identify import identify
from ingest.reading import read
from orders.errors import Reject
from tests.golden import SAMPLES


def rejected(content: Content, formats: tuple = FORMATS) -> Reject:
    with pytest.raises(Reject) as caught:
        identify(content, formats)
    return caught.value


def test_the_one_format_that_claims_a_file_reads_it() -> None:
    assert identify(Content(b'<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>'), FORMATS) is UBL


def test_two_formats_that_claim_a_file_are_named() -> None:
    rival = replace(UBL, name="rival")
    data = b'<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>'
    error = rejected(Content(data), (UBL, rival))
    assert error.code == "FORMAT_AMBIGUOUS"
    assert "ubl and rival" in error.message


def test_an_unknown_file_is_described_and_what_is_known_is_named() -> None:
    error = rejected(Content(b'<x:Invoice xmlns:x="urn:elsewhere"><x:ID>1</x:ID></x:Invoice>'))
    assert error.code == "FORMAT_UNKNOWN"
    assert "Invoice of the namespace urn:elsewhere" in error.message
    assert "Supported are ubl" in error.message
    assert "root note" in rejected(Content(b"<note/>")).message


def test_an_unknown_file_that_is_no_xml_is_described_too() -> None:
    assert "of the kind pdf" in rejected(Content(b"%PDF-1.7"), (UBL,)).message
    assert "text that begins 'Dear Sir'" in rejected(Content(b"Dear Sir"), (UBL,)).message


def test_an_empty_file_says_so() -> None:
    assert rejected(Content(b"")).code == "EMPTY_FILE"
    assert rejected(Content(b"\xef\xbb\xbf \r\n")).code == "EMPTY_FILE"


def test_a_file_that_only_acknowledges_is_read_and_holds_no_document() -> None:
    assert read(Content((SAMPLES / "x12" / "997-acknowledgement.edi").read_bytes())) == ()


def test_every_format_has_a_name_of_its_own() -> None:
    assert len({one.name for one in FORMATS}) == len(FORMATS)
