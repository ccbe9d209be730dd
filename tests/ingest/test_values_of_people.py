"""Units, numbers and dates as people and ERP systems write them."""

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.values import units_text
from ingest.values.local_dates import DMY, EARLIEST, LATEST, MDY, ORDERS, date_pattern, date_readings, parse_as, time_of
from ingest.values.local_numbers import COMMA, POINT, parse_local, readings, split_affix
from ingest.values.rec20 import rec20_codes
from ingest.values.unit_codes import unit_and_text
from ingest.values.units_text import unit_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Stk", "H87"), ("Stk.", "H87"), ("Stück", "H87"), ("STUECK", "H87"), ("ST", "H87"), ("STK", "H87"),
        ("pcs", "H87"),
        ("PCE", "H87"), ("pièce", "H87"), ("pièces", "H87"), ("ea", "EA"), ("EA", "EA"), ("C62", "C62"),
        ("H87", "H87"),
        ("Kg", "KGM"), ("KG", "KGM"), ("kgs", "KGM"), ("g", "GRM"), ("to", "TNE"), ("t", "TNE"), ("m", "MTR"),
        ("MTR", "MTR"),
        ("lfm", "MTR"), ("cm", "CMT"), ("m²", "MTK"), ("qm", "MTK"), ("m3", "MTQ"), ("cbm", "MTQ"),
        ("Ltr", "LTR"), ("L", "LTR"),
        ("litres", "LTR"), ("ml", "MLT"), ("Karton", "XCT"), ("CT", "XCT"), ("KAR", "XCT"), ("Palette", "XPX"),
        ("PAL", "XPX"),
        ("Paar", "PR"), ("SET", "SET"), ("Satz", "SET"), ("Dutzend", "DZN"), ("Rolle", "XRO"), ("Flasche", "XBO"),
        ("Beutel", "XBG"), ("Sack", "XBG"), ("Std", "HUR"), ("heures", "HUR"), ("Tag", "DAY"), ("Monat", "MON"),
        ("pauschal", "LS"), ("kWh", "KWH"), ("LE", "E48"), ("kgm", "KGM"), ("XPX", "XPX"), ("box", "XBX"),
        (" Stk ", "H87"),
    ],
)  # fmt: skip
def test_a_unit_in_trades_own_words_is_its_code(text: str, code: str) -> None:
    assert unit_of(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ktn", "XCT"), ("KTN", "XCT"), ("TST", "MIL"), ("Tsd. Stk.", "MIL"), ("Dtzd.", "DZN"), ("Einh.", "C62"),
        ("Stück(e)", "H87"), ("pièce(s)", "H87"), ("Set(s)", "SET"), ("palette(s)", "XPX"), ("EUR-Palette", "XPX"),
        ("Garn.", "SET"), ("ens.", "SET"), ("Stange(n)", "XBR"), ("Stg.", "XBR"), ("Spule", "XSO"), ("Coil", "XCL"),
        ("colis", "XPC"), ("lot", "XLT"), ("m^2", "MTK"), ("cu.m", "MTQ"), ("Nm³", "NM3"), ("Kartusche", "XCQ"),
        ("in", "INH"), ("Blt.", "XST"), ("NPR", "PR"), ("NRL", "XRO"), ("lfd. Meter", "MTR"), ("VE", "XPK"),
    ],
)  # fmt: skip
def test_abbreviations_of_everyday_lists_are_known(text: str, code: str) -> None:
    assert unit_of(text) == code


@pytest.mark.parametrize(("code", "unit"), [("BO", "XBO"), ("CR", "XCR"), ("PA", "XPA"), ("TN", "XTN"), ("CA", "XCA")])
def test_packages_that_were_units_of_their_own_once_are_packages(code: str, unit: str) -> None:
    assert unit_and_text(code) == (unit, code)


@pytest.mark.parametrize("text", ["PA", "p.a."])
def test_a_text_that_may_be_a_pack_or_a_year_is_neither(text: str) -> None:
    assert unit_of(text) is None


@pytest.mark.parametrize("text", ["", "Gebinde XY", "30", "€", "EUR/kg", "-"])
def test_a_unit_that_nobody_knows_has_no_code(text: str) -> None:
    assert unit_of(text) is None


def test_every_unit_is_translated_to_a_code_and_every_text_to_one_only() -> None:
    hectare = {"HAR"}  # of Rec 20, but not in the list that EN 16931 prescribes
    assert set(units_text._TEXTS) - rec20_codes() - hectare == set()
    seen: dict[str, str] = {}
    for code, texts in units_text._TEXTS.items():
        for text in texts.split():
            assert seen.setdefault(units_text.unit_key(text), code) == code, text


def test_a_code_is_itself_unless_trade_means_something_else() -> None:
    assert {code for code in rec20_codes() if unit_of(code) != code} == units_text._MEANT_OTHERWISE


@given(st.decimals("-1e15", "1e15", allow_nan=False, places=5), st.sampled_from([POINT, COMMA]), st.booleans())
def test_a_number_that_is_written_out_is_read_as_itself(number: Decimal, sign: str, grouped: bool) -> None:
    text = f"{number:,.5f}" if grouped else f"{number:.5f}"
    assert parse_local(text if sign == POINT else text.translate(str.maketrans(".,", ",.")), sign) == number


@given(st.text(max_size=30))
def test_no_text_makes_the_reading_of_numbers_fail(text: str) -> None:
    found = readings(text)
    for number in (found.point, found.comma):
        assert number is None or (number.is_finite() and abs(number) < Decimal(10) ** 20)
    split_affix(text)


@pytest.mark.parametrize("text", ["1.234", "1,234", "12.345.678"])
def test_groups_of_three_have_two_readings_or_the_one_that_fits(text: str) -> None:
    assert readings(text).ambiguous is (text.count(".") + text.count(",") == 1)


@pytest.mark.parametrize(
    ("text", "number", "affix"),
    [
        ("10 Stk", "10", "Stk"), ("5,5kg", "5,5", "kg"), ("€ 1,50", "1,50", "€"), ("1.50 USD", "1.50", "USD"),
        ("19%", "19", "%"),
        ("1,5 m²", "1,5", "m²"), ("-5 kg", "-5", "kg"), ("EUR 1.234,50", "1.234,50", "EUR"),
        ("10 Stk.", "10", "Stk."), ("-€ 5,00", "-5,00", "€"), ("($11,189.00)", "(11,189.00)", "$"),
        ("- EUR 5", "-5", "EUR"),
    ],
)  # fmt: skip
def test_what_stands_with_a_number_is_told_apart(text: str, number: str, affix: str) -> None:
    found = split_affix(text)
    assert found is not None
    assert (found.number, found.affix) == (number, affix)


@pytest.mark.parametrize("text", ["10", "abc", "10 x 5", "10 20", "", "5 - 6", "EUR 5 USD"])
def test_what_is_no_number_with_one_word_is_not_told_apart(text: str) -> None:
    assert split_affix(text) is None


SHAPES = ["%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%Y-%m-%d", "%Y%m%d", "%d %B %Y", "%B %d, %Y", "%d-%b-%Y"]
DATES = st.dates(date(EARLIEST, 1, 1), date(LATEST, 12, 31))


@given(DATES, st.sampled_from(SHAPES))
def test_a_date_that_is_written_out_is_among_its_readings(day: date, shape: str) -> None:
    assert day in date_readings(day.strftime(shape))


@given(DATES)
def test_the_order_that_is_named_is_the_reading_that_is_taken(day: date) -> None:
    assert parse_as(f"{day:%d/%m/%Y}", DMY) == day
    assert parse_as(f"{day:%m/%d/%Y}", MDY) == day
    assert parse_as(f"{day:%d.%m.%Y}", "DD.MM.YYYY") == day


@given(st.text(max_size=30), st.text("DMY. /-", max_size=10))
def test_no_text_makes_the_reading_of_dates_fail(text: str, pattern: str) -> None:
    for order in (*ORDERS, pattern):
        parse_as(text, order)
    time_of(text)


@pytest.mark.parametrize("pattern", ["DD.MM", "", "YYYY", "DD.MM.YY.YYYY", "DDMMM"])
def test_a_pattern_that_lacks_or_doubles_a_part_is_none(pattern: str) -> None:
    assert date_pattern(pattern) is None


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("2026-03-04T10:20:30Z", time(10, 20, 30)), ("04.03.2026 14:05", time(14, 5)),
        ("3/4/2026 2:05 PM", time(14, 5)),
        ("12:00 am", time(0)), ("14:05 Uhr", time(14, 5)), ("2026-03-04", None), ("25:00", None), ("x", None),
    ],
)  # fmt: skip
def test_the_time_of_day_is_read_from_the_end(text: str, clock: time | None) -> None:
    assert time_of(text) == clock
