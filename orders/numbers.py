"""Exact numbers: what may come in, and how they are written out."""

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

Quantity = Decimal | Fraction
"""An exact quantity: a decimal wherever one shows it, a fraction (7/12 of a dozen) where none does."""

MAX_INTEGER_DIGITS = 20
MAX_FRACTION_DIGITS = 20
_NUMBER = re.compile(
    rf"[+-]?\d{{1,{MAX_INTEGER_DIGITS}}}(?:\.\d{{1,{MAX_FRACTION_DIGITS}}})?|[+-]?\.\d{{1,{MAX_FRACTION_DIGITS}}}",
    re.ASCII,
)
_FURTHEST = 2 * (MAX_INTEGER_DIGITS + MAX_FRACTION_DIGITS)  # powers of ten
_LARGEST = Decimal(10) ** MAX_INTEGER_DIGITS


def parse_number(text: str) -> Decimal:
    """The decimal that a machine-made file writes as `text` (point as decimal sign, ASCII digits, no grouping).

    `Decimal` alone takes NaN, 1_000, full-width digits and 1e1000000.

    Raises:
        ValueError: if `text` is anything else.
    """
    stripped = text.strip()
    if not _NUMBER.fullmatch(stripped):
        raise ValueError(f"not a number: {stripped[:40]!r}")
    return Decimal(stripped)


def bounded(number: Decimal) -> Decimal:
    """`number` itself, if it is finite and within the digits a document may have.

    Raises:
        ValueError: otherwise.
    """
    if not number.is_finite() or abs(number) >= _LARGEST:
        raise ValueError("number out of range")
    return number


def is_held(number: Decimal) -> bool:
    """Whether documents may hold `number`: it is finite, and no further from 1 than what is worked out of bounded ones
    (a price is a quotient).
    """
    return are_held((number,))


def are_held(numbers: Iterable[Decimal | None]) -> bool:
    """`is_held` of all that are numbers: in the hot path a call for each would cost more than what it asks."""
    for number in numbers:
        if number is not None and not (number.is_finite() and -_FURTHEST <= number.adjusted() <= _FURTHEST):
            return False
    return True


def plain(number: Quantity) -> str:
    """`number` as JSON shows it: no exponent, no trailing zeros; a fraction that no decimal shows to 6 places."""
    if type(number) is Fraction:  # isinstance would ask the abstract classes of numbers, slowly
        decimal = exact_decimal(number)
        number = decimal if decimal is not None else _rounded(number)
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def exact_decimal(number: Fraction) -> Decimal | None:
    """The decimal equal to `number`, or None if it never ends."""
    rest, twos, fives = number.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return None
    places = max(twos, fives)
    digits = number.numerator * 10**places // number.denominator
    return Decimal((int(digits < 0), tuple(int(d) for d in str(abs(digits))), -places))


def _rounded(number: Fraction) -> Decimal:
    scaled = round(number * 10**6)
    return Decimal((int(scaled < 0), tuple(int(d) for d in str(abs(scaled))), -6))


def exact_text(number: Quantity) -> str:
    """`number` so that nothing is lost: a plain decimal, or "7/12" where no decimal shows it."""
    if type(number) is Fraction:  # isinstance would ask the abstract classes of numbers, slowly
        decimal = exact_decimal(number)
        return str(number) if decimal is None else plain(decimal)
    return plain(number)
