"""`layout suggest`: an entry on stdout, everything else on stderr; pasted into the configuration it reads the file."""

from pathlib import Path
from typing import get_args

import pytest

from orders.document import DocumentType
from ordertrail.cli.layouts import Type
from tests.cli.shell import inside, ordertrail

SAMPLE = "LfsNr;Dat;Ihre Best.Nr;Pos;ArtNr;Mge;ME\n88120;04.03.2026;4500017;10;NS-1;1.250,5;kg\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "LS_0304.csv").write_text(SAMPLE, encoding="utf-8")
    return tmp_path


def test_suggest_paste_inspect(folder: Path) -> None:
    answer = ordertrail("layout", "suggest", "LS_0304.csv", cwd=folder)
    assert answer.code == 0
    (folder / "config.toml").write_text(answer.out, encoding="utf-8")
    read = ordertrail("inspect", "LS_0304.csv", "--json", cwd=folder)
    assert read.code == 0
    assert (read.row["type"], read.row["number"], read.row["lines"][0]["quantity"]) == (
        "despatch_advice",
        "88120",
        "1250.5",
    )


def test_what_is_read_with_the_entry_is_shown_beside_it(folder: Path) -> None:
    answer = inside("layout", "suggest", "LS_0304.csv", cwd=folder)
    assert "[[layouts]]" in answer.out
    assert "Lieferavis 88120" in answer.err
    assert "1.250,5" in answer.err
    assert "4500017" in answer.err


def test_what_is_left_open_is_asked_and_answered_on_the_command_line(folder: Path) -> None:
    (folder / "export.csv").write_text("Bestellnummer,Pos.,Menge\nB1,10,1.234\n", encoding="utf-8")
    answer = inside("layout", "suggest", "export.csv", cwd=folder)
    assert "? type: What kind of document is it" in answer.err
    assert '? decimal: Is "1.234" 1.234 or 1234?' in answer.err
    answered = inside("layout", "suggest", "export.csv", "--type", "order_response", "--decimal", ",", cwd=folder)
    assert [key for key in ("? type", "? decimal") if key in answered.err] == []
    assert 'type = "order_response"' in answered.out
    assert "1.234" in answered.err


def test_json_says_fields_questions_and_documents(folder: Path) -> None:
    row = inside("layout", "suggest", "LS_0304.csv", "--json", cwd=folder).row
    assert row["toml"].startswith("[[layouts]]")
    assert {
        "field": "order_line",
        "source": "Pos",
        "sure": True,
        "reason": 'stands behind "Ihre Best.Nr"',
    }.items() <= next(one for one in row["fields"] if one["field"] == "order_line").items()
    assert (row["questions"], row["not_understood"], row["documents"][0]["number"]) == ([], [], "88120")


def test_a_supplier_must_be_one_of_the_configuration(folder: Path) -> None:
    (folder / "config.toml").write_text('[suppliers.acme]\nitems = { "NS-1" = "OUR-1" }\n', encoding="utf-8")
    refused = inside("layout", "suggest", "LS_0304.csv", "--supplier", "acne", cwd=folder)
    assert (refused.code, refused.refusal) == (2, "SUPPLIER_UNKNOWN")
    assert 'supplier = "acme"' in inside("layout", "suggest", "LS_0304.csv", "--supplier", "acme", cwd=folder).out


def test_a_file_in_the_inbox_keeps_its_subfolder_in_the_pattern(folder: Path) -> None:
    (folder / "config.toml").write_text("", encoding="utf-8")
    (folder / "inbox" / "acme").mkdir(parents=True)
    (folder / "inbox" / "acme" / "LS_1.csv").write_text(SAMPLE, encoding="utf-8")
    assert 'files = "acme/LS_*.csv"' in inside("layout", "suggest", "inbox/acme/LS_1.csv", cwd=folder).out


@pytest.mark.parametrize(
    ("name", "text", "code", "said"),
    [
        ("none.csv", None, 2, "cannot be opened"),
        ("a.pdf", "%PDF-1.7", 3, "this is none of them"),
        ("a.xml", "<a><b></a>", 3, "not well-formed"),
    ],
)
def test_where_nothing_can_be_proposed_it_is_said_why(
    folder: Path, name: str, text: str | None, code: int, said: str
) -> None:
    (folder / "config.toml").write_text('language = "en"', encoding="utf-8")
    if text is not None:
        (folder / name).write_text(text, encoding="utf-8")
    answer = inside("layout", "suggest", name, cwd=folder)
    assert (answer.code, answer.out) == (code, "")
    assert said in answer.err
    assert inside("layout", "suggest", name, "--json", cwd=folder).row["error"]["message"]


def test_help_has_examples(tmp_path: Path) -> None:
    answer = inside("layout", "suggest", "--help", cwd=tmp_path)
    assert "ordertrail layout suggest" in answer.out.partition("Examples:")[2]


def test_every_type_can_be_named() -> None:
    assert get_args(Type) == tuple(DocumentType)
