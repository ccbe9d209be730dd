from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.values.unit_codes import unit_and_text
from ingest.values.xsd import BadValue, clock, day, flag, number


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12))
def test_a_decimal_is_what_it_was(written: Decimal) -> None:
    assert number(f" {written:f}\n") == written


def test_a_whole_number_may_end_in_a_point_as_xml_schema_allows() -> None:
    assert (number("100."), number(" -7. ")) == (Decimal(100), Decimal(-7))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "NaN",
        "Infinity",
        "-INF",
        "1_000",
        "１２",
        "1e3",
        "1,5",
        "1.000,50",
        "1 000",
        "0x10",
        "9" * 21,
        "--1",
        ".",
        "1..",
        "1.5.",
    ],
)
def test_hostile_S33_what_is_no_plain_decimal_is_no_number(text: str) -> None:
    with pytest.raises(BadValue) as caught:
        number(text)
    assert caught.value.code == "BAD_NUMBER"


@given(st.dates())
def test_a_day_is_what_it_was_with_or_without_zone_and_time(written: date) -> None:
    for suffix in ("", "Z", "+02:00", "-05:00", "T23:59:59", "T00:00:00.000+14:00"):
        assert day(written.isoformat() + suffix) == written


@pytest.mark.parametrize(
    "text", ["2026-02-30", "0000-01-01", "26-01-01", "20260101", "2026-W01-1", "01.02.2026", "2026-1-1"]
)
def test_what_is_no_iso_date_is_no_date(text: str) -> None:
    with pytest.raises(BadValue, match="is not a date"):
        day(text)


@given(st.times())
def test_a_time_is_what_the_clock_of_its_sender_shows(written: time) -> None:
    for suffix in ("", "Z", "+02:00"):
        assert clock(written.isoformat() + suffix) == written


def test_a_time_may_have_more_digits_than_ours() -> None:
    assert clock("14:20:26.1234567+01:00") == time(14, 20, 26, 123456)


@pytest.mark.parametrize("text", ["24:00:00", "12:60:00", "noon", "12:00", "1:00:00"])
def test_what_is_no_time_of_day_is_none(text: str) -> None:
    with pytest.raises(BadValue, match="is not a time"):
        clock(text)


def test_a_flag_is_true_or_false() -> None:
    assert [flag(text) for text in ("true", " 1 ", "TRUE", "false", "0")] == [True, True, True, False, False]
    with pytest.raises(BadValue, match="is not true or false"):
        flag("yes")


def test_a_long_text_is_not_repeated_whole() -> None:
    with pytest.raises(BadValue) as caught:
        number("x" * 1_000_000)
    assert len(str(caught.value)) < 100


@pytest.mark.parametrize(
    ("code", "unit", "text"),
    [
        ("C62", "C62", None),
        ("EA", "EA", None),
        (" KGM ", "KGM", None),
        ("XPX", "XPX", None),
        ("PCE", "H87", "PCE"),
        ("STK", "H87", "STK"),
        ("pcs", "H87", "pcs"),
        ("Karton", "XCT", "Karton"),
        ("WHATSIT", "WHATSIT", None),
        (" ", None, None),
    ],
)
def test_a_unit_is_a_rec20_code_as_it_stands_and_translated_otherwise(code: str, unit: str, text: str | None) -> None:
    assert unit_and_text(code) == (unit, text)
