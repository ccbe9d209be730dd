from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from ingest.checks import settle_price
from ingest.record import Record
from ingest.values.prices import amounts_agree, quotient, unit_price

amounts = st.decimals(min_value=-(10**9), max_value=10**9, places=4)
positive = st.decimals(min_value=Decimal("0.0001"), max_value=10**6, places=4)


def dec(text: str) -> Decimal:
    return Decimal(text)


def settled(**line: str) -> tuple[Record, list[str]]:
    record: Record = {key: Decimal(text) for key, text in line.items()}
    issues: list = []
    settle_price(record, issues)
    return record, [issue.code for issue in issues]


@given(amounts, positive)
def test_a_quotient_is_exact_or_right_to_ten_places(dividend: Decimal, divisor: Decimal) -> None:
    result = quotient(dividend, divisor)
    assert result is not None
    assert abs(Fraction(result) - Fraction(dividend) / Fraction(divisor)) <= Fraction(1, 2 * 10**10)


def test_a_quotient_beyond_all_measure_is_none() -> None:
    assert quotient(dec("99999999999999999999"), dec("0.00000000000000000001")) is None


def test_case_S23_a_price_for_a_hundred_is_divided_by_a_hundred() -> None:
    assert unit_price(dec("2.00"), dec("100"), "C62", "C62") == dec("0.02")
    assert unit_price(dec("2.00"), dec("0.0088"), None, None) == dec("227.2727272727")
    assert unit_price(dec("365"), dec("365"), "DAY", "DAY") == 1


def test_a_price_for_another_unit_is_converted_where_units_say_how() -> None:
    assert unit_price(dec("3.00"), dec("1"), "KGM", "GRM") == dec("0.003")
    assert unit_price(dec("24"), dec("2"), "DZN", "C62") == 1
    assert unit_price(dec("5"), None, "EA", "C62") == 5
    assert unit_price(dec("5"), dec("1"), "KGM", None) == 5


def test_case_S28_a_price_for_a_unit_that_nothing_leads_to_is_none() -> None:
    assert unit_price(dec("5"), dec("1"), "KGM", "C62") is None


def test_case_S24_a_price_of_zero_for_what_costs_something_comes_from_the_amount() -> None:
    assert settled(quantity="12", line_amount="350.40", unit_price="0.00") == (
        {"quantity": 12, "line_amount": dec("350.40"), "unit_price": dec("29.2")},
        [],
    )


def test_a_missing_price_comes_from_the_amount() -> None:
    assert settled(quantity="-3", line_amount="-100")[0]["unit_price"] == dec("33.3333333333")
    assert settled(quantity="4", line_amount="0")[0]["unit_price"] == 0


def test_without_quantity_or_amount_no_price_is_made_up() -> None:
    assert "unit_price" not in settled(quantity="0", line_amount="12.00")[0]
    assert "unit_price" not in settled(line_amount="12.00")[0]
    assert "unit_price" not in settled(quantity="12")[0]


def test_free_goods_have_a_price_of_zero() -> None:
    assert settled(quantity="3", line_amount="0.00", unit_price="0") == (
        {"quantity": 3, "line_amount": 0, "unit_price": 0},
        [],
    )


def test_price_and_amount_that_disagree_are_an_issue_and_both_stay() -> None:
    record, codes = settled(quantity="2", line_amount="400", unit_price="800")
    assert (record["unit_price"], record["line_amount"], codes) == (800, 400, ["line_amount_mismatch"])


@given(st.integers(1, 5000), st.decimals(min_value=0, max_value=1000, places=4))
def test_what_rounding_does_is_no_disagreement(count: int, price: Decimal) -> None:
    quantity, exact = Decimal(count), count * price
    rounded_price = price.quantize(dec("0.01"))
    assert amounts_agree(quantity, price, exact.quantize(dec("0.01")), dec("0"))
    assert amounts_agree(quantity, rounded_price, exact.quantize(dec("0.01")), dec("0"))


@given(st.integers(1, 100), st.integers(1, 1000))
def test_a_whole_price_for_too_much_is_a_disagreement(count: int, price: int) -> None:
    assert not amounts_agree(Decimal(count), Decimal(price), Decimal(count * price + count), dec("0"))


def test_charges_of_the_line_may_be_in_the_amount_or_not() -> None:
    assert amounts_agree(dec("40"), dec("45"), dec("1710"), dec("-90"))
    assert amounts_agree(dec("40"), dec("45"), dec("1800"), dec("-90"))
    assert not amounts_agree(dec("40"), dec("45"), dec("1750"), dec("-90"))


def test_a_credit_may_be_written_with_either_sign() -> None:
    assert amounts_agree(dec("-2"), dec("45"), dec("90"), dec("0"))
    assert amounts_agree(dec("2"), dec("45"), dec("-90"), dec("0"))
