"""What one unit costs by a line's own figures (SPEC section 4)."""

from decimal import Decimal

from orders.document import Line
from orders.numbers import Quantity
from orders.quantity import over, size

HALF_CENT = Decimal("0.005")
"""What rounding an amount to cents can hide."""


def unit_price(line: Line, slack: Quantity = HALF_CENT) -> Quantity | None:
    """The net price of one unit: as stated; by amount ÷ quantity where none is stated, or where both stand and disagree
    by more than `slack` on the amount.
    """
    amount, quantity, price = line.line_amount, line.quantity, line.unit_price
    if amount is None or not quantity:
        return price
    if price is None or (not price and amount) or abs(quantity * price - amount) > slack:
        return abs_price(amount, quantity)
    return price


def abs_price(amount: Decimal, quantity: Decimal) -> Quantity:
    """Amount ÷ quantity, whatever signs a credit gives them."""
    return size(over(amount, quantity))


def expected_amount(line: Line) -> Decimal | None:
    """Quantity × price with the line's own charges and allowances (EN 16931, BT-131); None if a figure is missing."""
    if line.quantity is None or line.unit_price is None:
        return None
    amount = line.quantity * line.unit_price
    return amount + sum((charge.amount for charge in line.charges), Decimal(0)) if line.charges else amount
