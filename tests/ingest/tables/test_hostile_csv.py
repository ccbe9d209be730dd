"""Text files that want to do harm, or are broken. The numbers are those of the hostile inputs."""

from contextlib import suppress
from functools import partial

import pytest

from ingest.formats.tables.csv_format import CSV
from orders.errors import Reject
from tests.ingest.tables.made import content, csv, document, documents, rejection
from tests.pace import spent

HEAD = "PO Number,Line,Item,Ordered Qty,Unit Price"


@pytest.mark.parametrize(
    ("row", "code", "where"),
    [
        ("P1,1,A," + "5" * 200_000 + ",1.25", "CSV_FIELD_TOO_LONG", "line 3"),
        ("P1,1," + "A" * 50_000_000, "CSV_FIELD_TOO_LONG", "line 3"),
        ("," * 5_000_000, "CSV_TOO_MANY_COLUMNS", "line 3"),
        ("," * 1_000, "CSV_TOO_MANY_COLUMNS", "line 3"),
        ('P1,1,"A,5,1.25\nP1,2,B,5,1.25', "CSV_UNCLOSED_QUOTE", "line 3"),
        ('P1,1,"A,5,1.25\nP1,2,"B",5,1.25', "CSV_UNCLOSED_QUOTE", "line 3"),
        ('P1,1,"A" long,5,1.25', "CSV_BAD_QUOTE", "line 3"),
        ("P1,1,A\0,5,1.25", "CSV_NUL", "line 3"),
    ],
)
def test_hostile_s32_a_row_beyond_the_limits_is_refused_with_its_line(row: str, code: str, where: str) -> None:
    hostile = csv(HEAD, "P1,1,A,5,1.25", row)
    reject = rejection(hostile)
    assert (reject.code, reject.where) == (code, where)
    honest = csv(HEAD, *(f"P1,{line},A,5,1.25" for line in range(10_000)))
    assert spent(lambda: rejection(hostile)) < 10 * spent(lambda: documents(honest))


def test_hostile_s32_a_thousand_columns_are_allowed() -> None:
    more = "," * (1_000 - 5)
    assert document(csv(HEAD + more, "P1,1,A,5,1.25" + more)).lines[0].quantity == 5


def test_hostile_s32_a_long_field_within_the_limit_is_read() -> None:
    text = "x" * 131_072
    assert document(csv(HEAD + ",Description", f"P1,1,A,5,1.25,{text}")).lines[0].description == text


@pytest.mark.slow
def test_hostile_s32_more_than_a_million_rows_are_refused() -> None:
    assert rejection(HEAD + "\nP1,1,A,5,1.25" * 1_000_001).code == "TABLE_TOO_MANY_ROWS"


@pytest.mark.slow
def test_a_document_of_more_than_a_hundred_thousand_lines_is_refused() -> None:
    assert rejection(HEAD + "\nP1,1,A,5,1.25" * 100_001).code == "TOO_MANY_LINES"


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-inf", "1_000", "１２", "1e5", "1e1000000", "9" * 10_000, "0x10", "1/2", "12 34"]
)
def test_hostile_s33_what_only_looks_like_a_number_is_left_out_with_its_cell(number: str) -> None:
    read = document(csv(HEAD, "P1,1,A,5,1.25", f"P1,2,B,{number},1.25"))
    assert read.lines[1].quantity is None
    assert [(issue.code, issue.where) for issue in read.issues] == [("BAD_NUMBER", "D3")]


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "=cmd|'/c calc'!A1", "@SUM(A1)", "+SUM(1)", "-SUM(1)"])
def test_hostile_s29_a_formula_stays_text_and_is_told(text: str) -> None:
    quoted = text.replace('"', '""')
    read = document(csv(HEAD + ",Description", f'P1,1,A,5,1.25,"{quoted}"'))
    assert read.lines[0].description == text
    assert [(issue.code, issue.where) for issue in read.issues] == [("FORMULA_TEXT", "F2")]


def test_zeros_that_a_program_kept_from_a_spreadsheet_are_kept() -> None:
    assert document(csv(HEAD, 'P1,1,"=""00042""",5,1.25')).lines[0].buyer_item == "00042"


@pytest.mark.parametrize("cut", range(1, 20))
def test_fault_f55_a_file_that_is_cut_off_gives_whole_rows_or_says_what_is_wrong(cut: int) -> None:
    """A text file does not tell that something is missing; what stands there is read, and never bent."""
    whole = csv(HEAD, *(f"P1,{line},A-{line},5,1.25" for line in range(1, 40)))
    text = whole[: len(whole) * cut // 20]
    for read in documents(text) if text.count("\n") > 1 else ():
        assert all(line.buyer_item == f"A-{line.id}" for line in read.lines[:-1])


def test_fault_f56_one_bad_cell_in_ten_thousand_lines_is_named_and_the_rest_is_read() -> None:
    rows = [f"P1,{line},A,5,1.25" for line in range(1, 10_001)]
    rows[4_711] = "P1,4712,A,five,1.25"
    read = document(csv(HEAD, *rows))
    assert len(read.lines) == 10_000
    assert [(issue.code, issue.where) for issue in read.issues] == [("BAD_NUMBER", "D4713")]


def test_many_faults_of_one_kind_are_counted_instead_of_told_one_by_one() -> None:
    rows = ["P1,1,A,5,1.25", *(f"P1,{line},A,five,1.25" for line in range(2, 102))]
    issues = document(csv(HEAD, *rows)).issues
    assert len(issues) == 21
    assert issues[-1].message == "And 80 more of the same (quantity)."


@pytest.mark.parametrize(
    "text",
    [
        "UNA:+.? '\nUNB+UNOA:1+A;B+C;D'",
        "UNB+UNOA:1+A,B+C,D'",
        "\ufeffISA*00*          *00*          *ZZ*A,B",
        "  ISA|00|x|00|y",
        "ST*850*0001,2",
        "EDI_DC40;a;b",
        '{"PO Number": 1, "Line": 2}',
        "[1, 2, 3]",
        "From: a@b.c, d@e.f",
        "-----BEGIN PGP, MESSAGE",
        "PO Number Line Item",
    ],
)
def test_a_text_of_another_kind_is_not_taken_for_a_table(text: str) -> None:
    assert not CSV.claims(content(text))


def test_fault_f53_a_table_is_known_by_its_content_whatever_it_is_called() -> None:
    assert document(csv(HEAD, "P1,1,A,5,1.25"), name="order.xml").format == "csv"


HONEST = csv(HEAD, *(f"P1,{line},A,5,1.25" for line in range(10_000)))
LONG = 100_000


@pytest.mark.parametrize("unit", ["1", " ", "1 ", "a", ":", "/", "[", "0-", ". ", "a: ", "é"])
@pytest.mark.parametrize("end", ["", "!", "1"])
def test_a_long_cell_costs_no_more_than_its_length_wherever_it_stands(unit: str, end: str) -> None:
    cell = f"1{unit * (LONG // len(unit))}{end}"
    above, dates = f"{cell},\n{HEAD}", f"{HEAD},Delivery Date,Invoice No"
    hostile = (
        csv(above, "P1,1,A,5,1.25"),
        csv(f"{HEAD},{cell}", "P1,1,A,5,1.25,"),
        csv(HEAD, f"{cell},1,A,5,1.25"),
        csv(HEAD, f"P1,1,A,{cell},{cell}"),
        csv(dates, f"P1,1,A,5,1.25,{cell},{cell}"),
        csv(dates, f"P1,1,A,5,1.25,2026-03-04,{cell}"),
    )
    honest = spent(lambda: documents(HONEST))
    for table in hostile:
        assert spent(partial(_read, table)) < 2 * honest


def _read(table: str | bytes) -> None:
    with suppress(Reject):
        documents(table)


def test_a_line_of_bytes_that_only_charset_normalizer_can_tell_costs_no_more_than_its_length() -> None:
    hostile = csv(HEAD, "P1,1,A,5,1.25,").encode() + b"a" * 200_000 + "Wałęsa ąę".encode("iso8859-2")
    assert spent(lambda: _read(hostile)) < 2 * spent(lambda: documents(HONEST))
