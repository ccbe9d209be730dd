"""Prices for one unit, and whether price, quantity and amount agree."""

from decimal import ROUND_HALF_EVEN, Context, Decimal, Inexact, InvalidOperation

from orders.units import conversion

_ONE = Decimal(1)
_CENT = Decimal("0.01")
_ENDLESS = Decimal("1E-10")
"""Where a quotient does not end, it is rounded here: prices have at most 8 decimals, in the files we know."""
_LARGEST = Decimal("1E20")
_EXACT = Context(prec=60, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation])


def quotient(dividend: Decimal, divisor: Decimal) -> Decimal | None:
    """`dividend` ÷ `divisor`: exact where it ends, otherwise to 10 places; None if it is beyond all measure."""
    context = _EXACT.copy()  # a third of what making one costs; its flags are of this division alone
    result = context.divide(dividend, divisor)
    if context.flags[Inexact]:
        result = context.quantize(result, _ENDLESS)
    return result if abs(result) < _LARGEST else None


def unit_price(amount: Decimal, base: Decimal | None, base_unit: str | None, unit: str | None) -> Decimal | None:
    """The price of one `unit`, given the price of `base` `base_unit` (absent: one, the same unit).

    EN 16931 BT-146, BT-149 and BT-150; UBL Price/PriceAmount and BaseQuantity. None where Recommendation 20 knows no
    way from one unit to the other; `base` is not 0.
    """
    price = amount if base is None or base == _ONE else quotient(amount, base)
    if base_unit is None or base_unit == unit or price is None:
        return price
    factor = conversion(unit, base_unit)
    if factor is None:
        return None
    return price if factor == 1 else quotient(price * factor.numerator, Decimal(factor.denominator))


def amounts_agree(quantity: Decimal, price: Decimal, amount: Decimal, charges: Decimal) -> bool:
    """Whether quantity × price is the line's amount, as far as rounding lets it be.

    Signs do not matter: senders of credits do as they like. Charges and allowances of the line belong to the amount (EN
    16931 BT-131), but in some profiles the price has them already: both are right.
    """
    product = abs(quantity * price)
    stated = abs(amount)
    if abs(product - stated) <= _CENT:
        return True
    slack = _CENT + abs(quantity) * _half_step(price)
    return abs(product - stated) <= slack or (bool(charges) and abs(abs(quantity * price + charges) - stated) <= slack)


def _half_step(price: Decimal) -> Decimal:
    """How far a price may be from the true one by having been rounded; to cents at the coarsest."""
    exponent = price.as_tuple().exponent
    return Decimal((0, (5,), min(int(exponent), -2) - 1))
