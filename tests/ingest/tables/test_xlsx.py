"""Workbooks as different programs write them."""

import io
import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal

import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from tests.ingest.tables.made import (
    HEADINGS,
    document,
    documents,
    package,
    parts,
    rejection,
    rows,
    sheet_xml,
    text_cells,
    workbook,
)


def by_xlsxwriter(fill: Callable[[xlsxwriter.Workbook], object]) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        fill(book)
    return stream.getvalue()


def test_numbers_come_out_as_a_person_sees_them() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(HEADINGS)
        for line, price in enumerate((0.1 + 0.2, 1234.5600000000001, 1 / 3, 5.0, 1e-5, 2.7e-17), 1):
            sheet.append(["P1", line, "A", 5, price])

    prices = [line.unit_price for line in document(workbook(fill)).lines]
    assert list(map(str, prices[:5])) == ["0.3", "1234.56", "0.3333333333", "5", "0.00001"]
    assert prices[5] == 0


def test_numeric_ids_are_texts_without_a_decimal_point() -> None:
    read = document(workbook(rows(list(HEADINGS), [4500017.0, 10, 4711, 5, 1])))
    assert (read.number, read.lines[0].id, read.lines[0].buyer_item) == ("4500017", "10", "4711")


def test_leading_zeros_are_kept_in_texts_and_in_number_formats() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(HEADINGS)
        sheet.append(["0042", 10, 42, 5, 1])
        sheet.append(["0042", 20, 12345678, 5, 1])
        sheet["B2"].number_format = "00000"
        sheet["C2"].number_format = "000-000"
        sheet["C3"].number_format = '"ART-"0000'

    read = document(workbook(fill))
    assert read.number == "0042"
    assert [(line.id, line.buyer_item) for line in read.lines] == [("00010", "000-042"), ("20", "ART-12345678")]


def test_a_percent_format_is_a_rate() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Rechnungsnr", "Bestellnr", "Menge", "Preis", "MwSt-Satz"])
        sheet.append(["R1", "B1", 5, 1.5, 0.19])
        sheet["E2"].number_format = "0.0%"

    assert document(workbook(fill)).lines[0].tax_rate == 19


def test_a_currency_format_of_prices_is_the_documents_currency() -> None:
    for shown, currency in (('#,##0.00 "€"', "EUR"), ("[$CHF-807] #,##0.00", "CHF"), ("#,##0.00", None)):

        def fill(sheet: Worksheet, shown: str = shown) -> None:
            sheet.append(HEADINGS)
            sheet.append(["P1", 1, "A", 5, 1.5])
            sheet["E2"].number_format = shown

        assert document(workbook(fill)).currency == currency


def test_dates_are_dates_whatever_their_format() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["PO Number", "PO date", "Line", "Ordered Qty", "Requested date"])
        sheet.append(["P1", datetime.fromisoformat("2026-03-04 14:20"), 1, 5, date(2026, 4, 3)])
        sheet["E2"].number_format = "mm/dd/yyyy"

    read = document(workbook(fill))
    assert (read.issue_date, read.issue_time, read.lines[0].requested_date) == (
        date(2026, 3, 4),
        time(14, 20),
        date(2026, 4, 3),
    )


def test_dates_that_are_counted_from_1904_are_the_same_dates() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["PO Number", "Line", "Ordered Qty", "Requested date"])
        sheet.write_row(1, 0, ["P1", 1, 5])
        sheet.write_datetime(1, 3, datetime.fromisoformat("2026-03-04"), book.add_format({"num_format": "dd.mm.yyyy"}))

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"date_1904": True}) as book:
        fill(book)
    assert document(stream.getvalue()).lines[0].requested_date == date(2026, 3, 4)


def test_a_number_in_a_column_of_dates_is_told_and_left_out() -> None:
    read = document(workbook(rows(["PO Number", "Line", "Ordered Qty", "Requested date"], ["P1", 1, 5, 45000])))
    assert read.lines[0].requested_date is None
    assert [(issue.code, issue.where) for issue in read.issues] == [("BAD_DATE", "Sheet!D2")]


def test_a_compact_date_that_is_a_number_is_read() -> None:
    read = document(workbook(rows(["PO Number", "Line", "Ordered Qty", "Requested date"], ["P1", 1, 5, 20260304])))
    assert read.lines[0].requested_date == date(2026, 3, 4)


def test_what_a_spreadsheet_has_spoilt_is_told() -> None:
    read = document(
        workbook(rows(list(HEADINGS), ["P1", 1, date(2026, 3, 1), 5, 1], ["P1", 2, 4.0123456789012345e16, 5, 1]))
    )
    assert read.lines[0].buyer_item == "2026-03-01"
    assert [(issue.code, issue.where) for issue in read.issues] == [
        ("DATE_IN_TEXT", "Sheet!C2"),
        ("DIGITS_LOST", "Sheet!C3"),
    ]


def test_a_heading_need_not_stand_in_the_first_row_nor_column() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["C3"] = "Bestellung"
        sheet["C5"], sheet["D5"] = "Bestell-Nr.:", 4500017
        sheet["F5"], sheet["H5"] = "Bestelldatum", date(2026, 3, 4)
        for column, heading in enumerate(("Pos.", "Material", "Bezeichnung", "Bestellmenge", "ME"), 3):
            sheet.cell(8, column, heading)
        sheet["C9"], sheet["D9"], sheet["E9"], sheet["F9"], sheet["G9"] = 10, "M-1", "Schraube", 5, "ST"

    read = document(workbook(fill))
    assert (read.type, read.number, read.issue_date) == ("order", "4500017", date(2026, 3, 4))
    assert (read.lines[0].id, read.lines[0].quantity, read.lines[0].where) == ("10", 5, "Sheet!row 9")


def test_merged_heads_and_merged_numbers_hold_for_all_that_they_span() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["Bestellung", None, "Lieferung", None])
        sheet.append(["Nr.", "Pos.", "Nr.", "Menge"])
        sheet.append(["B1", 10, "L1", 5])
        sheet.append([None, 20, None, 6])
        sheet.append([None, 30, None, None])
        for cells in ("A1:B1", "C1:D1", "A3:A5", "C3:C5", "D4:D5"):
            sheet.merge_cells(cells)

    read = document(workbook(fill))
    assert (read.type, read.number) == ("despatch_advice", "L1")
    assert [(line.order_number, line.order_line, line.quantity) for line in read.lines] == [
        ("B1", "10", 5),
        ("B1", "20", 6),
        ("B1", "30", None),
    ]
    assert read.issues == ()


def test_each_sheet_that_is_recognized_gives_documents_and_the_others_are_told() -> None:
    def table(number: str) -> list[list[object]]:
        return [list(HEADINGS), [number, 1, "A", 5, 1]]

    book = workbook(
        rows(*table("P1")), rows(["Stk", "Karton"]), rows(), rows(*table("P2")), names=("A", "Units", "Empty", "B")
    )
    read = documents(book)
    assert [one.number for one in read] == ["P1", "P2"]
    assert [(issue.code, issue.where) for one in read for issue in one.issues] == [("SHEET_LEFT_OUT", "Units")]


def test_a_hidden_sheet_is_not_read() -> None:
    def hidden(sheet: Worksheet) -> None:
        rows(list(HEADINGS), ["P2", 1, "A", 5, 1])(sheet)
        sheet.sheet_state = "hidden"

    assert document(workbook(rows(list(HEADINGS), ["P1", 1, "A", 5, 1]), hidden)).number == "P1"
    assert rejection(workbook(hidden, rows())).code == "TABLE_NOT_RECOGNIZED"


def test_a_question_on_one_sheet_holds_up_the_whole_file() -> None:
    good = rows(list(HEADINGS), ["P1", 1, "A", 5, 1])
    unclear = rows(["PO Number", "Line", "Ordered Qty", "Requested date"], ["P2", 1, 5, "03/04/2026"])
    assert rejection(workbook(good, unclear)).code == "TABLE_AMBIGUOUS_DATES"


def test_the_name_of_a_sheet_may_say_the_type() -> None:
    table = rows(["Bestellnummer", "Pos.", "Artikel", "Menge"], ["B1", 10, "A", 5])
    assert document(workbook(table, names=("Lieferschein",))).type == "despatch_advice"
    assert rejection(workbook(table, names=("Tabelle1",))).code == "TABLE_TYPE_UNCLEAR"


def test_values_of_formulas_are_read() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Sheet")
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, ["P1", 1, "A"])
        sheet.write_formula(1, 3, "=2+3", value=5)
        sheet.write_formula(1, 4, "=1/0", value="#DIV/0!")

    line = document(by_xlsxwriter(fill)).lines[0]
    assert line.quantity == 5


def test_cells_without_a_value_are_told() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(HEADINGS)
        sheet.append(["P1", 1, "A", "=2+3", "#N/A"])

    read = document(workbook(fill))
    assert (read.lines[0].quantity, read.lines[0].unit_price) == (None, None)
    assert sorted((issue.code, issue.where) for issue in read.issues) == [
        ("CELL_WITHOUT_VALUE", "Sheet!D2"),
        ("CELL_WITHOUT_VALUE", "Sheet!E2"),
    ]


def test_text_numbers_and_typed_numbers_may_stand_in_one_column() -> None:
    read = document(workbook(rows(list(HEADINGS), ["P1", 1, "A", 5, "1,50"], ["P1", 2, "A", "6", 2.5])))
    assert [(line.quantity, line.unit_price) for line in read.lines] == [(5, Decimal("1.50")), (6, Decimal("2.5"))]


def test_one_number_as_text_and_as_number_is_one_document() -> None:
    assert len(documents(workbook(rows(list(HEADINGS), ["4711", 1, "A", 5, 1], [4711, 2, "A", 5, 1])))) == 1


TABLE = text_cells(1, "PO Number", "Line", "Ordered Qty") + text_cells(2, "P1", "1", "5")


@pytest.mark.parametrize(
    "data",
    [
        re.sub(' r="[A-Z]?[12]"', "", TABLE),
        TABLE.replace('"', "'"),
        TABLE.replace("<c ", "<c\n ").replace("<row ", "<row\t"),
    ],
)
def test_cells_are_read_however_they_are_written(data: str) -> None:
    assert document(package(parts(sheet_xml(data)))).lines[0].quantity == 5


def test_a_prefix_in_the_markup_does_not_matter() -> None:
    data = sheet_xml(TABLE)
    for tag in ("worksheet", "sheetData", "row", "is", "c", "t"):
        data = (
            data.replace(f"<{tag} ", f"<x:{tag} ").replace(f"<{tag}>", f"<x:{tag}>").replace(f"</{tag}>", f"</x:{tag}>")
        )
    data = data.replace("xmlns=", "xmlns:x=")
    assert document(package(parts(data))).lines[0].quantity == 5


def test_many_blocks_are_read_as_one() -> None:
    """The look at a sheet goes block by block; no cell may be lost between them."""

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        padded = book.add_format({"num_format": "000000"})
        sheet.write_row(0, 0, HEADINGS)
        for row in range(1, 20_001):
            sheet.write_row(row, 0, ["P1", row])
            sheet.write_number(row, 2, row, padded)
            sheet.write_row(row, 3, [5, 1.25])

    lines = document(by_xlsxwriter(fill)).lines
    assert [line.buyer_item for line in lines] == [f"{row:06}" for row in range(1, 20_001)]
