"""What a person is shown of a table, column by column."""

from ingest.formats.tables.understanding import UnderstoodColumn, understanding
from tests.ingest.tables.made import HEADINGS, content, csv, rows, workbook

GERMAN = csv(
    "Bestellnummer;Pos.;Menge;Preis (EUR);Liefertermin;Kostenstelle",
    "B1;10;1.000;0,12;04.03.2026;K1",
    "B1;20;2.000;0,15;05.03.2026;K2",
)


def test_every_column_says_what_it_is_and_why() -> None:
    (sheet,) = understanding(content(GERMAN)).sheets
    assert (sheet.heading_row, sheet.separator, sheet.encoding, sheet.language) == (1, ";", "utf-8", "de")
    assert sheet.type_reason == "the headings name an order and no later document"
    (reading,) = sheet.readings
    assert reading.type == "order"
    assert [(column.letter, column.field, column.written) for column in reading.columns] == [
        ("A", "document_number", ""),
        ("B", "line", ""),
        ("C", "quantity", ","),
        ("D", "unit_price", ","),
        ("E", "requested_date", "DMY"),
        ("F", "", ""),
    ]
    assert reading.columns[2] == UnderstoodColumn(
        "C", "Menge", "quantity", "by its heading", ",", "as in the other columns", ("1.000", "2.000")
    )
    assert reading.columns[5].reason == "not known"
    assert [(one.field, one.value) for one in reading.values] == [("currency", "EUR")]
    assert sheet.problems == ()


def test_a_question_stands_beside_what_is_understood() -> None:
    (sheet,) = understanding(content(csv("PO Number|Line|Ordered Qty|Requested date", "P1|1|1.234|03/04/2026"))).sheets
    assert [problem.code for problem in sheet.problems] == ["TABLE_AMBIGUOUS_NUMBERS", "TABLE_AMBIGUOUS_DATES"]
    assert [column.written for column in sheet.readings[0].columns] == ["", "", "?", "?"]


def test_without_a_type_the_columns_say_what_they_may_mean() -> None:
    (sheet,) = understanding(content(csv("Bestellnummer;Pos;Artikel;Menge", "B1;10;A;5"))).sheets
    assert [problem.code for problem in sheet.problems] == ["TABLE_TYPE_UNCLEAR"]
    (reading,) = sheet.readings
    assert reading.type is None
    assert reading.columns[0].reason == "may mean order.number"


def test_every_sheet_is_shown_also_those_that_are_not_read() -> None:
    book = workbook(rows(list(HEADINGS), ["P1", 1, "A", 5, 1]), rows(["x"]), names=("Orders", "Notes"))
    understood = understanding(content(book))
    assert understood.format == "xlsx"
    assert [(sheet.name, [problem.code for problem in sheet.problems]) for sheet in understood.sheets] == [
        ("Orders", []),
        ("Notes", ["TABLE_NOT_RECOGNIZED"]),
    ]


def test_a_table_of_several_types_is_shown_for_each() -> None:
    text = csv("document_type,document_number,order_number,quantity", "invoice,R1,P1,5", "order,P1,,5")
    (sheet,) = understanding(content(text)).sheets
    assert sorted(str(reading.type) for reading in sheet.readings) == ["invoice", "order"]


def test_a_layout_and_what_it_passes_over_are_shown() -> None:
    columns = {"document_number": "Bestellnummer", "quantity": "column C"}
    understood = understanding(content(GERMAN, type="order", columns=columns))
    assert understood.layout == "made"
    (reading,) = understood.sheets[0].readings
    assert [(column.letter, column.field) for column in reading.columns if column.field] == [
        ("A", "document_number"),
        ("C", "quantity"),
    ]
    assert {column.reason for column in reading.columns if not column.field} == {"not named by the layout"}


def test_a_misfit_is_shown_as_the_problem_that_it_is() -> None:
    (sheet,) = understanding(content(GERMAN, type="order", columns={"quantity": "Anzahl"})).sheets
    assert [problem.code for problem in sheet.problems] == ["LAYOUT_MISFIT"]


def test_what_is_no_table_is_shown_as_none() -> None:
    assert understanding(content("<xml/>")).format == ""
    assert understanding(content(b"PK\x03\x04 cut off")).problems[0].code == "ZIP_DAMAGED"
