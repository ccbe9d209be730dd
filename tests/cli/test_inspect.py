"""`inspect` shows what `run` would understand, and stores nothing."""

import re
from pathlib import Path

import pytest

from orders.document import DOCUMENT
from tests.cli.shell import SAMPLES, ordertrail
from tests.corpus import ROOT

INVOICE = Path(str(SAMPLES.joinpath("INV-70211.xml")))
CUT_OFF = Path(str(SAMPLES.joinpath("DN-51090.xml")))


def test_a_document_is_printed_with_its_file(tmp_path: Path) -> None:
    row = ordertrail("inspect", INVOICE, "--json", cwd=tmp_path).row
    assert next(iter(row)) == "file"
    assert row.pop("file") == str(INVOICE)
    document = DOCUMENT.from_record(row)
    assert (document.type, document.number) == ("invoice", "RE-70211")
    assert row["lines"][0]["quantity"] == "120"
    assert row["supplier"]["ids"] == [{"scheme": "0088", "value": "4098765100018"}]
    assert "where" in row["lines"][0]
    assert None not in row.values()


@pytest.mark.parametrize("order", [("--json", "inspect"), ("inspect", "--json")])
def test_json_may_be_asked_for_before_or_after_the_command(tmp_path: Path, order: tuple[str, str]) -> None:
    assert ordertrail(*order, INVOICE, cwd=tmp_path).row["number"] == "RE-70211"


def test_a_file_without_a_document_is_an_error_in_its_place_and_exit_3(tmp_path: Path) -> None:
    answer = ordertrail("inspect", "--json", CUT_OFF, INVOICE, cwd=tmp_path)
    assert answer.code == 3
    bad, good = answer.rows
    assert bad["file"] == str(CUT_OFF)
    assert set(bad["error"]) == {"code", "message", "where"}
    assert bad["error"]["code"] == "XML_NOT_WELL_FORMED"
    assert "line" in bad["error"]["where"]
    assert good["number"] == "RE-70211"
    assert answer.err == ""


@pytest.mark.parametrize(
    ("name", "code", "ends_with"),
    [("nowhere.xml", "FILE_NOT_FOUND", 2), (".", "NOT_A_REGULAR_FILE", 2), ("large", "FILE_TOO_LARGE", 3)],
)
def test_what_is_no_readable_file_is_said_so(tmp_path: Path, name: str, code: str, ends_with: int) -> None:
    (tmp_path / "config.toml").write_text("[limits]\nfile_mb = 1", encoding="utf-8")
    (tmp_path / "large").write_bytes(b" " * 1_000_001)
    answer = ordertrail("inspect", "--json", name, cwd=tmp_path)
    assert answer.code == ends_with
    assert answer.row["error"]["code"] == code


def test_a_table_is_shown_column_by_column(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("language = 'en'", encoding="utf-8")
    (tmp_path / "notes.csv").write_bytes(SAMPLES.joinpath("brueckner/Lieferscheine.csv").read_bytes())
    out = ordertrail("inspect", "notes.csv", cwd=tmp_path).out
    for heading, field in (
        ("Lieferschein-Nr.", "document_number"),
        ("Liefermenge", "quantity"),
        ("Pos.", "order_line"),
    ):
        assert re.search(rf"{heading} +{field} ", out)
    assert "separated by ;" in out


def test_a_question_that_a_table_leaves_open_is_asked_once_with_its_columns(tmp_path: Path) -> None:
    (tmp_path / "what.csv").write_text("Bestellnummer;Pos.;Menge\n4500101;10;5\n", encoding="utf-8")
    answer = ordertrail("inspect", "what.csv", cwd=tmp_path)
    assert answer.code == 3
    assert answer.out.count("Welche Art von Beleg ist diese Tabelle") == 1
    assert "Bestellnummer" in answer.out


def test_no_configuration_is_needed_and_nothing_is_stored(tmp_path: Path) -> None:
    assert ordertrail("inspect", INVOICE, cwd=tmp_path).code == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("language", "said"), [("de", "Rechnung"), ("en", "invoice"), ("fr", "facture")])
def test_people_read_it_in_their_language(tmp_path: Path, language: str, said: str) -> None:
    (tmp_path / "config.toml").write_text(f'language = "{language}"', encoding="utf-8")
    out = ordertrail("inspect", INVOICE, cwd=tmp_path).out
    assert f"{said} RE-70211" in out
    assert {"de": "1.776,00 EUR", "en": "1,776.00 EUR", "fr": "1\u202f776,00 EUR"}[language] in out


def test_a_wrong_configuration_stops_it(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("lnguage = 'de'", encoding="utf-8")
    answer = ordertrail("inspect", INVOICE, cwd=tmp_path)
    assert (answer.code, answer.out) == (2, "")
    assert 'did you mean "language"?' in answer.err


def test_why_a_layout_does_not_fit_is_said_with_the_key_to_change(tmp_path: Path) -> None:
    columns = '{ document_number = "LS", order_number = "Best.Nr.", quantity = "Menge" }'
    entry = f'[[layouts]]\nname = "acme"\nfiles = "A*.csv"\ntype = "despatch_advice"\ncolumns = {columns}\n'
    (tmp_path / "config.toml").write_text(entry, encoding="utf-8")
    (tmp_path / "A1.csv").write_text("LS;Best.Nr.;Liefermenge\nL1;B1;5\n", encoding="utf-8")
    (tmp_path / "B1.csv").write_text("LS;Best.Nr.;Menge\nL1;B1;5\n", encoding="utf-8")
    answer = ordertrail("inspect", "A1.csv", "B1.csv", cwd=tmp_path)
    assert '[[layouts]] "acme", columns.quantity: The heading "Menge" is missing; nearest: "Liefermenge".' in answer.out
    assert '[[layouts]] "acme", files: The file has 3 of the 3 headings' in answer.out
    row, other = ordertrail("inspect", "A1.csv", "B1.csv", "--json", cwd=tmp_path).rows
    assert [one["key"] for one in row["misfits"]] == ["columns.quantity"]
    assert [one["key"] for one in other["misfits"]] == ["files"]


def test_an_acknowledgement_is_read_and_said_to_be_no_document(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("language = 'en'", encoding="utf-8")
    (tmp_path / "997.edi").write_bytes((ROOT / "tests/samples/x12/997-acknowledgement.edi").read_bytes())
    answer = ordertrail("inspect", "997.edi", cwd=tmp_path)
    assert answer.code == 0
    assert "997.edi: read; the file only acknowledges" in answer.out
    assert ordertrail("inspect", "--json", "997.edi", cwd=tmp_path).row == {"file": "997.edi", "documents": 0}
