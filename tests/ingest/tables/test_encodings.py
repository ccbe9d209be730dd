"""Every encoding that text files come in, found out or refused."""

import pytest

from tests.ingest.tables.made import csv, document, rejection

TEXT = csv("Bestellnummer;Pos.;Bestellmenge;Bezeichnung", "B1;1;5;Schlüssel für Türen, größer", "B1;2;6;Käfig")
NAME = "Schlüssel für Türen, größer"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "iso-8859-1", "iso-8859-15", "cp850"],
)
def test_fault_f54_an_encoding_is_found_out_from_the_bytes(encoding: str) -> None:
    assert document(TEXT.encode(encoding)).lines[0].name == NAME


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("5 € – „neu“", "cp1252"),
        ("Preis 5 €; Stück", "iso-8859-15"),
        ("œuvre d'été", "iso-8859-15"),
        ("l’été à Nîmes", "cp1252"),
        ("œuvre", "cp1252"),
    ],
)
def test_fault_f54_the_two_western_encodings_are_told_apart_by_what_only_one_has(text: str, encoding: str) -> None:
    table = csv("Bestellnummer|Pos.|Bestellmenge|Bezeichnung", f"B1|1|5|{text}")
    assert document(table.encode(encoding)).lines[0].name == text


def test_fault_f54_utf_16_without_a_mark_is_utf_16() -> None:
    for codec in ("utf-16-le", "utf-16-be"):
        assert document(TEXT.encode(codec)).number == "B1"


def test_fault_f54_one_broken_byte_in_utf_8_is_refused_with_its_place() -> None:
    data = TEXT.encode()
    broken = data.replace("ä".encode(), b"\xff")
    reject = rejection(broken)
    assert (reject.code, reject.where) == ("BAD_ENCODING", f"byte {broken.index(bytes([0xFF]))}")
    assert "line 3" in reject.message


def test_fault_f54_the_place_is_right_far_into_a_large_file() -> None:
    data = csv("Bestellnummer;Pos.;Bestellmenge;Bezeichnung", *["B1;1;5;Schlüssel"] * 60_000).encode()
    assert len(data) > 1 << 20
    broken = data[:-3] + b"\xff" + data[-2:]
    assert rejection(broken).where == f"byte {len(data) - 3}"


def test_fault_f54_half_a_character_of_utf_16_is_refused() -> None:
    assert rejection(TEXT.encode("utf-16") + b"\x00").code == "BAD_ENCODING"


def test_fault_f54_utf_16_that_is_none_is_refused() -> None:
    assert rejection(TEXT, encoding="utf-16").code == "BAD_ENCODING"


def test_fault_f54_ebcdic_is_no_table() -> None:
    assert rejection(TEXT.encode("cp500")).code in ("FORMAT_UNKNOWN", "BAD_ENCODING", "TABLE_NOT_RECOGNIZED")


def test_an_encoding_may_be_named() -> None:
    czech = csv("Bestellnummer;Pos.;Bestellmenge;Bezeichnung", "B1;1;5;Žluťoučký kůň").encode("cp1250")
    assert document(czech, encoding="cp1250").lines[0].name == "Žluťoučký kůň"
    assert document(TEXT.encode("cp1252"), encoding="latin-1").lines[0].name == NAME


@pytest.mark.parametrize("encoding", ["utf-7", "idna", "hex", "no-such-thing", "utf-8-variant"])
def test_an_encoding_that_is_none_is_refused(encoding: str) -> None:
    assert rejection(TEXT, encoding=encoding).code == "LAYOUT_MISFIT"


def test_bytes_that_the_named_encoding_does_not_have_are_refused() -> None:
    assert rejection(TEXT.encode("cp1252"), encoding="utf-8").code == "BAD_ENCODING"
