from dataclasses import replace
from pathlib import Path

import pytest

from ingest.format import Content
from ingest.formats import FORMATS
from ingest.formats.ubl import UBL
from ingest.identify import asked, identify
from ingest.reading import read
from orders.errors import Reject
from tests.corpus import corpus_files
from tests.golden import SAMPLES, content, samples


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


def claimants(file: Content) -> list[str]:
    """Who would claim a file if all were asked."""
    return [one.name for one in FORMATS if one.claims(file)]


@pytest.mark.parametrize("sample", samples(), ids=str)
def test_who_claims_a_sample_is_asked_about_it(sample: Path) -> None:
    file = content(sample)
    try:
        claiming = set(claimants(file))
    except Reject:  # XML that cannot be parsed: nobody can be asked
        claiming = set()
    assert not claiming or claiming <= {one.name for one in asked(file, FORMATS)}


@pytest.mark.parametrize("file", corpus_files("**/*.*"))
def test_who_claims_a_real_file_is_asked_about_it(file: Path) -> None:
    found = Content(file.read_bytes(), file.name)
    assert set(claimants(found)) <= {one.name for one in asked(found, FORMATS)}


ENVELOPE = "{http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader}StandardBusinessDocument"
ROOTS = {
    ENVELOPE: {"ubl", "cii", "gs1", "svefaktura"},
    "{urn:oasis:names:specification:ubl:schema:xsd:Order-2}Order": {"ubl"},
    "{urn:anybody}CrossIndustryInvoice": {"cii"},
    "ORDER": {"opentrans"},
    "{http://www.opentrans.org/XMLSchema/2.1}INVOICE": {"opentrans"},
    "cXML": {"cxml"},
    "{urn:gs1:ecom:order:xsd:3}orderMessage": {"gs1"},
    "orderMessage": {"gs1"},
    "{urn:ean.ucc:order:2}order": {"gs1"},
    "{http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2}FatturaElettronica": {"fatturapa"},
    "FatturaElettronicaSemplificata": {"fatturapa"},
    "{http://www.ebinterface.at/schema/6p1/}Invoice": {"ebinterface", "oioxml"},
    "Finvoice": {"finvoice"},
    "{urn:anybody}Anything": set(),
}
ALWAYS = {"idoc", "xml_layout"}  # an IDoc may lie in a root of any name, and a layout may name any


@pytest.mark.parametrize("tag", ROOTS)
def test_only_formats_with_such_a_root_are_asked_about_xml(tag: str) -> None:
    namespace, _, name = tag.rpartition("}")
    file = Content(f'<{name} xmlns="{namespace[1:]}"/>'.encode())
    assert {one.name for one in asked(file, FORMATS)} == ROOTS[tag] | ALWAYS


def test_a_root_with_a_very_long_name_is_nobodys_and_not_kept() -> None:
    file = Content(b"<a" + b"x" * 1_000 + b"/>")
    assert asked(file, FORMATS) == FORMATS
    assert rejected(file).code == "FORMAT_UNKNOWN"


def test_text_is_no_question_for_formats_of_xml() -> None:
    assert {one.name for one in asked(Content(b"UNH+1+ORDERS"), FORMATS)} == {"edifact", "x12", "p7m", "csv"}
