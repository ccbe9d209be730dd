import zipfile
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from pathlib import Path
from urllib.parse import unquote

import pytest
from openpyxl import load_workbook

from orders.deviations import DeviationCode
from orders.wording import LANGUAGES, Language, label
from reports.tables import TABLES
from reports.workbook import streamed
from tests.reports.trade import AS_OF, MADE_AT, arrivals, case, decided, deviation, learned, line, order, trade
from tests.reports.written import links, read_workbook, sheet_rows, shown, write_workbook

SHEETS = ["Übersicht", "Bestellungen", "Offene Positionen", "AB-Abweichungen", "Klärfälle"]
SHEETS += ["Entscheidungen", "Gelerntes", "Wareneingang und Rechnung", "Dateien"]


def test_the_overview_comes_first_then_a_sheet_a_table(tmp_path: Path) -> None:
    workbook = read_workbook(tmp_path, chain(trade(30), arrivals(5)))
    assert [sheet.title for sheet in shown(workbook)] == SHEETS
    assert workbook.sheetnames == [*SHEETS, "Auswahl"]
    assert workbook.active is workbook["Übersicht"]


def test_every_table_is_an_excel_table_over_all_its_rows_with_filters(tmp_path: Path) -> None:
    workbook = read_workbook(tmp_path, chain(trade(30), decided(3), learned(3), arrivals(5)))
    for table, sheet in zip(TABLES, shown(workbook)[1:], strict=True):
        (ranged,) = sheet.tables.values()
        assert ranged.name == table.name
        total = ranged.totalsRowCount or 0
        assert ranged.ref == f"A1:{sheet.cell(1, len(table.columns)).column_letter}{sheet.max_row}"
        assert ranged.autoFilter is not None
        assert ranged.autoFilter.ref == f"A1:{sheet.cell(1, len(table.columns)).column_letter}{sheet.max_row - total}"
        assert [column.name for column in ranged.tableColumns] == [cell.value for cell in sheet[1]]
        assert ranged.tableStyleInfo is not None
        assert ranged.tableStyleInfo.showRowStripes


def test_the_head_and_the_name_of_the_row_stay_in_view_and_are_repeated_in_print(tmp_path: Path) -> None:
    workbook = read_workbook(tmp_path, trade(3))
    assert workbook["Bestellungen"].freeze_panes == "B2"
    assert workbook["Offene Positionen"].freeze_panes == "C2"
    for sheet in shown(workbook)[1:]:
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "&P" in sheet.oddFooter.right.text


def test_values_are_numbers_and_dates_and_labels_in_the_language(tmp_path: Path) -> None:
    one = line(
        ordered=Decimal("12.5"), open_to_receive=Fraction(7, 12), unit_price=Decimal("0.1245"), requested_date=AS_OF
    )
    (row,) = sheet_rows(read_workbook(tmp_path, [case(order("4500017", one))])["Offene Positionen"])
    assert row["Bestellung"] == "4500017"
    assert row["Bestellt"] == 12.5
    assert row["Offen: Wareneingang"] == pytest.approx(7 / 12, abs=1e-15)
    assert row["Preis je Einheit"] == 0.1245
    assert row["Wunschtermin"] == datetime.combine(AS_OF, datetime.min.time())
    assert (row["Status"], row["Einheit"]) == ("Bearbeitung ausstehend", "Stk")


@pytest.mark.parametrize(
    ("quantity", "shown"),
    [
        (Decimal(1000), "#,##0"),
        (Decimal("0.25"), "#,##0.00"),
        (Fraction(7, 12), "#,##0.000"),
        (Decimal("2.50"), "#,##0.0"),
    ],
)
def test_case_S21_a_quantity_is_shown_with_the_places_it_has(tmp_path: Path, quantity: Decimal, shown: str) -> None:
    sheet = read_workbook(tmp_path, [case(order("4500017", line(ordered=quantity)))])["Offene Positionen"]
    cell = next(cell for cell in sheet[2] if sheet.cell(1, cell.column).value == "Bestellt")
    assert cell.number_format.split(";")[0] == f"[$-407]{shown}_ "


@pytest.mark.parametrize(
    ("language", "day", "number"),
    [
        ("de", "[$-407]dd.mm.yyyy", "[$-407]"),
        ("en", "[$-809]dd mmm yyyy", "[$-809]"),
        ("fr", "[$-40C]dd/mm/yyyy", "[$-40C]"),
    ],
)
def test_dates_and_numbers_have_the_format_of_the_language(
    tmp_path: Path, language: Language, day: str, number: str
) -> None:
    workbook = read_workbook(tmp_path, [case(order())], language=language)
    sheet = workbook[label("sheet.orders", language)]
    formats = {cell.column_letter: cell.number_format for cell in sheet[2] if cell.value is not None}
    headings = {str(cell.value): cell.column_letter for cell in sheet[1]}
    assert formats[headings[label("column.issue_date", language)]] == day
    assert formats[headings[label("column.open_value", language)]].startswith(number)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_is_read_is_in_the_language(tmp_path: Path, language: Language) -> None:
    workbook = read_workbook(tmp_path, trade(20), language=language)
    assert [one.title for one in shown(workbook)[1:]] == [label(f"sheet.{table.name}", language) for table in TABLES]
    for table, sheet in zip(TABLES, shown(workbook)[1:], strict=True):
        assert [cell.value for cell in sheet[1]] == [label(f"column.{one.key}", language) for one in table.columns]
    assert workbook.properties.title == label("report.title", language)


def test_numbers_of_orders_are_texts_and_excel_does_not_mark_them_as_errors(tmp_path: Path) -> None:
    with zipfile.ZipFile(write_workbook(tmp_path, trade(9))) as archive:
        orders = archive.read("xl/worksheets/sheet2.xml").decode()
    assert '<ignoredError sqref="A1:Y10" numberStoredAsText="1"/>' in orders


def test_a_total_is_shown_where_all_money_is_of_one_currency(tmp_path: Path) -> None:
    sheet = read_workbook(tmp_path, [case(order("1")), case(order("2"))])["Offene Positionen"]
    (table,) = sheet.tables.values()
    assert table.totalsRowCount == 1
    total = {str(head.value): cell.value for head, cell in zip(sheet[1], sheet[4], strict=True)}
    assert total["Bestellung"] == "Summe"
    assert total["Offener Wert"] == f"=SUBTOTAL(109,{table.name}[Offener Wert])"
    assert all(column.dataDxfId is None for column in table.tableColumns), "a format of the sum, not of the column"
    cached = load_workbook(tmp_path / "report.xlsx", data_only=True)["Offene Positionen"]
    assert {str(head.value): cell.value for head, cell in zip(cached[1], cached[4], strict=True)}["Offener Wert"] == 200


def test_money_of_several_currencies_is_not_added_up(tmp_path: Path) -> None:
    sheet = read_workbook(tmp_path, [case(order("1")), case(order("2", currency="GBP"))])["Offene Positionen"]
    (table,) = sheet.tables.values()
    assert not table.totalsRowCount
    assert sheet.max_row == 3


def test_statuses_and_severities_and_lateness_are_coloured_by_rule(tmp_path: Path) -> None:
    late = line(requested_date=AS_OF - timedelta(days=30))
    entries = [case(order("4500017", late), deviations=(deviation(DeviationCode.BANK_ACCOUNT_CHANGED),))]
    workbook = read_workbook(tmp_path, entries)
    conditions = {
        rule.formula[0]
        for sheet in shown(workbook)[1:]
        for ranged in sheet.conditional_formatting
        for rule in ranged.rules
        if rule.formula
    }
    assert {'"Bearbeitung ausstehend"', '"In Rechnung gestellt"', '"Sperre"', '"Abgewiesen"', "14"} <= conditions


def test_documents_and_files_lead_to_their_originals_from_the_folder_of_the_report(tmp_path: Path) -> None:
    out = tmp_path / "reports" / "out"
    out.mkdir(parents=True)
    archive = tmp_path / "reports" / "archive"
    archive.mkdir()
    cases, files = list(trade(12)), list(arrivals(4))
    of_cases = [origin.original for one in cases for origin in one.origins.values()]
    for original in (*of_cases, *(file.original for file in files)):
        (out / str(original)).write_bytes(b"<x/>")
    workbook = read_workbook(out, [*cases, *files])
    targets = [link.target for sheet in workbook.worksheets for link in links(sheet) if link.target]
    assert len(targets) > 20
    assert all((out / unquote(target)).is_file() for target in targets)


@pytest.mark.parametrize("name", ["Rechnung 17 #1 (neu).xml", "100%.xml", "[x]^`{}.xml", "Größe.xml", "a%20b.xml"])
def test_a_link_survives_what_a_path_may_hold(tmp_path: Path, name: str) -> None:
    (file,) = arrivals(1)
    (tmp_path / name).write_bytes(b"x")
    changed = type(file)(**{slot: getattr(file, slot) for slot in file.__slots__} | {"original": name})
    sheet = read_workbook(tmp_path, [changed])["Dateien"]
    (link,) = links(sheet)
    assert (tmp_path / unquote(link.target)).is_file()


def test_a_sheet_takes_as_many_links_as_excel_allows_and_the_rest_stay_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streamed, "MAX_LINKS", 3)
    sheet = read_workbook(tmp_path, arrivals(5))["Dateien"]
    assert len(links(sheet)) == 3
    assert all(row["Datei"] for row in sheet_rows(sheet))


def test_an_empty_store_gives_a_workbook_that_says_what_to_do(tmp_path: Path) -> None:
    workbook = read_workbook(tmp_path, [])
    said = {str(cell.value) for sheet in workbook for row in sheet for cell in row if cell.value}
    assert {label(f"empty.{table.name}", "de") for table in TABLES} <= said
    for sheet in shown(workbook)[1:]:
        (table,) = sheet.tables.values()
        assert table.ref.endswith("2"), "Excel wants a table to have a row, be it empty"


def test_the_overview_shows_the_figures_and_what_is_at_stake(tmp_path: Path) -> None:
    late = line(requested_date=AS_OF - timedelta(days=30))
    stake = deviation(DeviationCode.PRICE_OVER, amount=Decimal(1234), currency="EUR")
    entries = [case(order("4500017", late), deviations=(stake,)), case(order("4500018", line()))]
    sheet = read_workbook(tmp_path, entries)["Übersicht"]
    cells = [cell.value for row in sheet for cell in row if cell.value is not None]
    assert {"Bestellungen", "Offene Positionen", "Preis zu hoch", "4500017", "ACME GmbH"} <= set(map(str, cells))
    assert {1234, 200, 2} <= {value for value in cells if isinstance(value, int | float)}
    assert len(sheet._charts) == 3
    assert {link.location for link in links(sheet)} == {f"'{name}'!A1" for name in SHEETS[1:]}


def test_the_same_entries_give_the_same_bytes(tmp_path: Path) -> None:
    first = write_workbook(tmp_path / "a", chain(trade(40), arrivals(9))).read_bytes()
    second = write_workbook(tmp_path / "b", chain(trade(40), arrivals(9))).read_bytes()
    assert first == second


def test_the_properties_say_what_it_is_and_when_it_was_made(tmp_path: Path) -> None:
    properties = read_workbook(tmp_path, []).properties
    assert (properties.title, properties.subject) == ("Bestellverfolgung", "Stand 31.03.2026")
    assert properties.created == MADE_AT.replace(tzinfo=None)


def test_moments_are_shown_in_the_zone_of_the_edition(tmp_path: Path) -> None:
    (file,) = arrivals(1)
    sheet = read_workbook(tmp_path, [file])["Dateien"]
    assert sheet.cell(2, 1).value == file.received_at.astimezone(UTC).replace(tzinfo=None)


def test_a_day_before_excels_calendar_is_written_as_text(tmp_path: Path) -> None:
    (row,) = sheet_rows(
        read_workbook(tmp_path, [case(order("1", line(requested_date=date(1753, 1, 1))))])["Offene Positionen"]
    )
    assert row["Wunschtermin"] == "1753-01-01"


def test_a_number_that_excel_would_round_is_written_whole_as_text(tmp_path: Path) -> None:
    (row,) = sheet_rows(
        read_workbook(tmp_path, [case(order("1", line(ordered=Decimal(12345678901234567))))])["Offene Positionen"]
    )
    assert row["Bestellt"] == "12345678901234567"


def test_rows_that_do_not_fit_are_counted_and_the_sheet_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reports.workbook.sheet.MAX_ROWS", 8)
    sheet = read_workbook(tmp_path, arrivals(9))["Dateien"]
    assert len(sheet_rows(sheet)) == 5
    assert "4 weitere Zeilen" in str(sheet.cell(sheet.max_row, 1).value)


def test_rows_are_on_disk_only_until_the_workbook_is_written(tmp_path: Path) -> None:
    write_workbook(tmp_path, trade(20))
    assert list((tmp_path / "scratch").iterdir()) == []


def test_the_file_is_a_sound_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(write_workbook(tmp_path, chain(trade(5), arrivals(2)))) as archive:
        assert archive.testzip() is None
        assert {info.date_time[:3] for info in archive.infolist()} == {(1980, 1, 31)}
