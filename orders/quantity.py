"""Exact arithmetic over quantities and money: decimals wherever one shows the value, fractions where none does.

Sums and products of decimals are exact within `exactly()`: its context is wide enough for every number that a document
may hold, and raises rather than rounds. A quotient is a fraction, turned back into a decimal if one shows it.
"""

from contextlib import AbstractContextManager
from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow, localcontext
from fractions import Fraction

from orders.numbers import Quantity, exact_decimal

ZERO = Decimal(0)
_DIGITS = 500
_WIDEST_EXPONENT = 10_000


def exactly() -> AbstractContextManager[Context]:
    """A decimal context that never rounds: what does not fit raises `decimal.Inexact`."""
    return localcontext(
        Context(
            prec=_DIGITS,
            Emin=-_WIDEST_EXPONENT,
            Emax=_WIDEST_EXPONENT,
            traps=[Inexact, InvalidOperation, DivisionByZero, Overflow],
        )
    )


def plus(one: Quantity, other: Quantity) -> Quantity:
    """The sum."""
    if type(one) is Decimal and type(other) is Decimal:
        return one + other
    return simplest(Fraction(one) + Fraction(other))


def minus(one: Quantity, other: Quantity) -> Quantity:
    """The difference."""
    if type(one) is Decimal and type(other) is Decimal:
        return one - other
    return simplest(Fraction(one) - Fraction(other))


def times(one: Quantity, other: Quantity) -> Quantity:
    """The product."""
    if type(one) is Decimal and type(other) is Decimal:
        return one * other
    return simplest(Fraction(one) * Fraction(other))


def over(one: Quantity, other: Quantity) -> Quantity:
    """The quotient.

    Raises:
        ZeroDivisionError: if `other` is 0.
    """
    return simplest(Fraction(one) / Fraction(other))


def size(number: Quantity) -> Quantity:
    """The number without its sign."""
    return -number if number < 0 else number


def simplest(number: Fraction) -> Quantity:
    """`number` as a decimal if one shows it."""
    decimal = exact_decimal(number)
    return number if decimal is None else decimal


def rounded(number: Quantity, places: int = 2) -> Decimal:
    """`number` to so many decimal places, halves away from zero; for figures that are shown, never for ledgers."""
    scaled = Fraction(number) * 10**places
    whole = (abs(scaled.numerator) * 2 + scaled.denominator) // (2 * scaled.denominator)
    return Decimal((int(scaled < 0 and whole > 0), tuple(int(digit) for digit in str(whole)), -places))


def shares(amount: Decimal, weights: tuple[Quantity, ...]) -> tuple[Decimal, ...]:
    """`amount` split in proportion to `weights`, in whole hundredths (or the amount's own smallest place); what
    rounding leaves goes to the last. The shares' sum is `amount`, exactly.
    """
    total = sum(Fraction(weight) for weight in weights)
    if len(weights) == 1 or not total:
        return (*(ZERO for _ in weights[1:]), amount)
    exponent = amount.as_tuple().exponent
    places = max(2, -exponent if isinstance(exponent, int) else 0)
    split = [rounded(Fraction(amount) * Fraction(weight) / total, places) for weight in weights[:-1]]
    return (*split, amount - sum(split, ZERO))
