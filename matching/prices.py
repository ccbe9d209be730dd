"""What one unit costs by a line's own figures, and how far rounding may move an amount.

The rules: docs/matching.md, "Units, prices and charges".
"""

from decimal import Decimal

from orders.document import Line
from orders.numbers import Quantity
from orders.quantity import ZERO, over, size

HALF_CENT = Decimal("0.005")
_HALF = Decimal("0.5")
_WITHOUT_CENTS = frozenset({"CLP", "HUF", "ISK", "JPY", "KRW", "PYG", "VND", "XAF", "XOF", "XPF"})
"""Currencies (ISO 4217) whose amounts are rounded to whole ones: they have no cents, or none that anybody pays."""


def half_unit(currency: str | None) -> Decimal:
    """What rounding an amount to the currency's smallest coin can hide."""
    return _HALF if currency in _WITHOUT_CENTS else HALF_CENT


def rounding(line: Line, currency: str | None) -> Decimal:
    """What rounding can hide on a line: half a coin of its amount and, of a price with more than two decimals, half a
    unit of its last place for each piece. A price in whole cents is taken to be exact.
    """
    slack = half_unit(currency)
    if line.unit_price is None or line.quantity is None:
        return slack
    exponent = line.unit_price.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -2:
        slack += abs(line.quantity) * _HALF.scaleb(exponent)
    return slack


def unit_price(line: Line, slack: Quantity = HALF_CENT) -> Quantity | None:
    """The net price of one unit: as stated; by amount ÷ quantity where none is stated, or where both stand and disagree
    by more than `slack` on the amount.
    """
    amount, quantity, price = line.line_amount, line.quantity, line.unit_price
    if amount is None or not quantity:
        return price
    if price is None or (not price and amount) or abs(quantity * price - amount) > slack:
        return size(over(amount, quantity))
    return price


def mismatch(line: Line) -> tuple[Decimal, Decimal] | None:
    """The amount that quantity and price give, and how far the stated one is off; None if it is not, or a figure is
    missing. The line's own charges may be in the amount (EN 16931, BT-131) or not; signs of credits do not matter.
    """
    stated = line.line_amount
    if stated is None or line.quantity is None or line.unit_price is None:
        return None
    plain = line.quantity * line.unit_price
    if plain in (stated, -stated):
        return None
    if not line.charges:
        return plain, stated - plain
    full = plain + sum((charge.amount for charge in line.charges), ZERO)
    if full in (stated, -stated):
        return None
    return min(((one, stated - one) for one in (full, plain)), key=lambda found: abs(found[1]))
