"""Decimal signs and the order of dates are found out from whole columns, and asked where they do not tell."""

from datetime import date
from decimal import Decimal

import pytest

from tests.ingest.tables.made import csv, document, rejection


def order(*rows: str, headings: str = "PO Number|Line|Ordered Qty|Unit Price|Requested date", **layout: str) -> str:
    """A table separated by bars, which no number holds, in a language that says nothing."""
    return csv(headings, *rows)


@pytest.mark.parametrize(
    ("written", "price"),
    [
        ("1.50", "1.50"),
        ("1,50", "1.50"),
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1 234,50", "1234.50"),
        ("1\u00a0234,50", "1234.50"),
        ("1'234.50", "1234.50"),
        ("1.234.567", "1234567"),
        ("0.125", "0.125"),
        ("0,125", "0.125"),
        ("12-", "-12"),
        ("(12.50)", "-12.50"),
        ("−3,5", "-3.5"),
        ("1.2345", "1.2345"),
        ("€ 1,50", "1.50"),
        ("1.50 USD", "1.50"),
        ("12,-", "12"),
    ],
)
def test_a_value_with_one_reading_is_read(written: str, price: str) -> None:
    assert document(order(f"P1|1|5|{written}|2026-03-04")).lines[0].unit_price == Decimal(price)


def test_one_value_decides_for_its_column() -> None:
    read = document(order("P1|1|5|1.234|", "P1|2|5|0,5|"))
    assert [line.unit_price for line in read.lines] == [1234, Decimal("0.5")]
    read = document(order("P1|1|5|1.234|", "P1|2|5|0.5|"))
    assert [line.unit_price for line in read.lines] == [Decimal("1.234"), Decimal("0.5")]


def test_the_last_row_may_be_the_one_that_decides() -> None:
    rows = [f"P1|{line}|5|1.234|" for line in range(1, 5_000)]
    assert document(order(*rows, "P1|5000|5|1,5|")).lines[0].unit_price == 1234


def test_another_column_decides_where_one_does_not() -> None:
    assert document(order("P1|1|1.000|2,50|")).lines[0].quantity == 1000
    assert document(order("P1|1|1.000|2.50|")).lines[0].quantity == 1


def test_language_and_separator_together_decide_at_last() -> None:
    german = csv("Bestellnummer;Pos.;Bestellmenge;Preis", "B1;1;1.000;12")
    assert document(german).lines[0].quantity == 1000
    english = csv("PO Number,Line,Ordered Qty,Price", 'P1,1,"1,000",12')
    assert document(english).lines[0].quantity == 1000
    assert rejection(german.replace(";", "|")).code == "TABLE_AMBIGUOUS_NUMBERS"


def test_a_column_that_does_not_tell_is_a_question_with_both_answers() -> None:
    reject = rejection(order("P1|1|1.234|5|", "P1|2|2.345|5|"))
    assert (reject.code, reject.where) == ("TABLE_AMBIGUOUS_NUMBERS", "column C")
    assert '"Ordered Qty"' in reject.message
    assert "1.234 or 1234" in reject.message
    assert 'decimal = "."' in (reject.hint or "")


def test_the_answer_is_a_key_of_a_layout() -> None:
    text = order("P1|1|1.234|5|")
    assert document(text, decimal=",").lines[0].quantity == 1234
    assert document(text, decimal=".").lines[0].quantity == Decimal("1.234")
    assert document(text, formats={"quantity": ","}).lines[0].quantity == 1234


def test_two_decimal_signs_in_one_column_are_refused() -> None:
    reject = rejection(order("P1|1|5|1,5|", "P1|2|5|1.5|"))
    assert (reject.code, reject.where) == ("TABLE_MIXED_DECIMALS", "D3")


def test_columns_may_differ_if_each_is_sure() -> None:
    line = document(order("P1|1|2.5|1,5|")).lines[0]
    assert (line.quantity, line.unit_price) == (Decimal("2.5"), Decimal("1.5"))


@pytest.mark.parametrize("blank", ["", "-", "n/a", "NA", "none", "—"])
def test_what_stands_for_nothing_is_nothing(blank: str) -> None:
    read = document(order(f"P1|1|5|{blank}|{blank}"))
    assert (read.lines[0].unit_price, read.lines[0].requested_date, read.issues) == (None, None, ())


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-03-04", date(2026, 3, 4)),
        ("2026/03/04", date(2026, 3, 4)),
        ("20260304", date(2026, 3, 4)),
        ("04.03.2026", date(2026, 3, 4)),
        ("4.3.26", date(2026, 3, 4)),
        ("25/04/2026", date(2026, 4, 25)),
        ("04/25/2026", date(2026, 4, 25)),
        ("04-25-26", date(2026, 4, 25)),
        ("4. März 2026", date(2026, 3, 4)),
        ("4 mars 2026", date(2026, 3, 4)),
        ("4-Mar-26", date(2026, 3, 4)),
        ("March 4, 2026", date(2026, 3, 4)),
        ("1er février 2026", date(2026, 2, 1)),
        ("2026-03-04T10:20:30+01:00", date(2026, 3, 4)),
        ("04.03.2026 00:00:00", date(2026, 3, 4)),
        ("Mi, 04.03.2026", date(2026, 3, 4)),
        ("05/05/2026", date(2026, 5, 5)),
        ("KW 10/2026", date(2026, 3, 8)),
        ("KW10.26", date(2026, 3, 8)),
        ("10. KW 2026", date(2026, 3, 8)),
        ("CW 10 2026", date(2026, 3, 8)),
        ("sem. 10/2026", date(2026, 3, 8)),
        ("2026-W10", date(2026, 3, 8)),
        ("2026/KW 10", date(2026, 3, 8)),
    ],
)
def test_a_date_with_one_reading_is_read(written: str, day: date) -> None:
    assert document(order(f"P1|1|5|1.5|{written}")).lines[0].requested_date == day


def test_an_amount_in_brackets_with_its_currency_is_negative() -> None:
    (line,) = document(order("P1|1|-5|($1,118.90)|2026-03-04")).lines
    assert line.unit_price == Decimal("-1118.90")


def test_one_date_decides_for_its_column() -> None:
    read = document(order("P1|1|5|1.5|03/04/2026", "P1|2|5|1.5|13/04/2026"))
    assert read.lines[0].requested_date == date(2026, 4, 3)
    read = document(order("P1|1|5|1.5|03/04/2026", "P1|2|5|1.5|04/13/2026"))
    assert read.lines[0].requested_date == date(2026, 3, 4)


def test_another_column_of_dates_decides_where_one_does_not() -> None:
    headings = "PO Number|Line|Ordered Qty|PO date|Requested date"
    read = document(csv(headings, "P1|1|5|03/04/2026|04/25/2026"))
    assert read.issue_date == date(2026, 3, 4)


def test_german_headings_and_decimal_commas_mean_day_first() -> None:
    german = document(csv("Bestellnummer|Pos.|Bestellmenge|Liefertermin", "B1|1|5|03/04/2026"))
    assert german.lines[0].requested_date == date(2026, 4, 3)
    assert document(order("P1|1|5|1,5|03/04/2026")).lines[0].requested_date == date(2026, 4, 3)


def test_a_column_of_dates_that_does_not_tell_is_a_question_with_both_answers() -> None:
    reject = rejection(order("P1|1|5|1.5|03/04/2026", "P1|2|5|1.5|05/06/2026"))
    assert (reject.code, reject.where) == ("TABLE_AMBIGUOUS_DATES", "column E")
    assert '"03/04/2026" 2026-04-03 or 2026-03-04' in reject.message
    assert 'dates = "DMY"' in (reject.hint or "")
    assert 'dates = "MDY"' in (reject.hint or "")


@pytest.mark.parametrize(
    ("dates", "written", "day"),
    [
        ("DMY", "03/04/2026", date(2026, 4, 3)),
        ("MDY", "03/04/2026", date(2026, 3, 4)),
        ("YMD", "26-03-04", date(2026, 3, 4)),
        ("DDMMYYYY", "04032026", date(2026, 3, 4)),
        ("YYMMDD", "260304", date(2026, 3, 4)),
        ("D/M/YY", "4/3/26", date(2026, 3, 4)),
    ],
)
def test_the_order_of_dates_is_a_key_of_a_layout(dates: str, written: str, day: date) -> None:
    text = order(f"P1|1|5|1.5|{written}")
    assert document(text, dates=dates).lines[0].requested_date == day
    assert document(text, formats={"requested_date": dates}).lines[0].requested_date == day


def test_dates_both_ways_round_in_one_column_are_refused() -> None:
    assert rejection(order("P1|1|5|1.5|25/04/2026", "P1|2|5|1.5|04/25/2026")).code == "TABLE_MIXED_DATES"


@pytest.mark.parametrize(
    "text", ["Date Not Captured", "Pre-PQ Process", "31.02.2026", "1526-03-04", "45000", "3026-01-01"]
)
def test_text_in_a_column_of_dates_is_told_and_left_out(text: str) -> None:
    read = document(order(f"P1|1|5|1.5|{text}", "P1|2|5|1.5|2026-03-04"))
    assert [line.requested_date for line in read.lines] == [None, date(2026, 3, 4)]
    (issue,) = read.issues
    assert (issue.code, issue.where) == ("BAD_DATE", "E2")
    assert text in issue.message


def test_the_time_behind_the_date_of_issue_is_kept() -> None:
    read = document(csv("AB-Nr.;AB-Datum;Bestellnr;Menge", "A1;04.03.2026 14:20;B1;5"))
    assert (read.issue_date, str(read.issue_time)) == (date(2026, 3, 4), "14:20:00")


def test_a_percent_sign_belongs_to_rates_only() -> None:
    line = document(csv("Rechnungsnr;Bestellnr;Menge;MwSt-Satz", "R1;B1;5;19 %")).lines[0]
    assert line.tax_rate == 19
    assert document(csv("Rechnungsnr;Bestellnr;Menge;MwSt-Satz", "R1;B1;5 %;19")).issues[0].code == "BAD_NUMBER"


def test_a_price_for_a_hundred_is_a_hundredth_for_one() -> None:
    text = csv("Bestellnr;Pos;Bestellmenge;Nettopreis;Preiseinheit", "B1;1;200;12,50;100", "B1;2;3;10,00;3")
    assert [line.unit_price for line in document(text).lines] == [Decimal("0.125"), Decimal("3.3333333333")]


def test_a_price_base_of_nothing_is_one() -> None:
    assert document(csv("Bestellnr;Pos;Bestellmenge;Nettopreis;PE", "B1;1;200;12,50;0")).lines[0].unit_price == Decimal(
        "12.50"
    )
