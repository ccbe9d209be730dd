"""Arithmetic that never rounds, and shares that add up."""

from decimal import Decimal, Inexact
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders.quantity import exactly, minus, over, plus, rounded, shares, simplest, size, times

DECIMALS = st.decimals(min_value=-(10**18), max_value=10**18, allow_nan=False, allow_infinity=False, places=12)
FRACTIONS = st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=10**4)
QUANTITIES = st.one_of(DECIMALS, FRACTIONS)


@given(QUANTITIES, QUANTITIES)
def test_sums_differences_and_products_are_those_of_fractions(one, other) -> None:
    with exactly():
        assert Fraction(plus(one, other)) == Fraction(one) + Fraction(other)
        assert Fraction(minus(one, other)) == Fraction(one) - Fraction(other)
        assert Fraction(times(one, other)) == Fraction(one) * Fraction(other)


@given(QUANTITIES, QUANTITIES.filter(bool))
def test_quotients_are_those_of_fractions(one, other) -> None:
    with exactly():
        assert Fraction(over(one, other)) == Fraction(one) / Fraction(other)


@given(FRACTIONS)
def test_a_fraction_that_a_decimal_shows_becomes_one(number: Fraction) -> None:
    found = simplest(number)
    assert found == number
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    assert isinstance(found, Decimal) is (rest == 1)


def test_what_would_have_to_be_rounded_raises() -> None:
    with exactly(), pytest.raises(Inexact):
        Decimal(1) / Decimal(3)


@given(DECIMALS, st.lists(st.one_of(DECIMALS, FRACTIONS).map(size), min_size=1, max_size=6))
def test_shares_add_up_to_the_amount(amount: Decimal, weights) -> None:
    with exactly():
        assert sum(shares(amount, tuple(weights)), Decimal(0)) == amount


@given(DECIMALS, st.lists(FRACTIONS.map(size).filter(bool), min_size=1, max_size=6))
def test_no_share_is_more_than_half_a_cent_off_but_the_last(amount: Decimal, weights) -> None:
    with exactly():
        parts = shares(amount, tuple(weights))
    total = sum(weights)
    for part, weight in list(zip(parts, weights, strict=True))[:-1]:
        assert abs(Fraction(part) - Fraction(amount) * weight / total) <= Fraction(1, 200)


@pytest.mark.parametrize(
    ("number", "places", "expected"),
    [
        (Fraction(1, 3), 2, "0.33"),
        (Fraction(2, 3), 2, "0.67"),
        (Fraction(-2, 3), 2, "-0.67"),
        (Decimal("0.005"), 2, "0.01"),
        (Decimal("-0.001"), 2, "0.00"),
        (Fraction(7, 12), 3, "0.583"),
    ],
)
def test_rounding_is_to_the_nearest_and_halves_go_away_from_zero(number, places: int, expected: str) -> None:
    assert str(rounded(number, places)) == expected
