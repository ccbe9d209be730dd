"""From a document's unit to the order line's, exactly (docs/matching.md, "Units, prices and charges")."""

from decimal import Decimal
from fractions import Fraction

from orders.document import Line
from orders.numbers import Quantity
from orders.policy import Packaging, SupplierPolicy
from orders.quantity import simplest
from orders.references import reference_key
from orders.units import PIECES, conversion

ONE = Decimal(1)


def factor(line: Line, unit: str | None, supplier: SupplierPolicy | None) -> Quantity | None:
    """How many `unit` one of the line's unit is; None if nobody says.

    Recommendation 20 first, then the supplier's packaging of this item, then the supplier's packaging as such. A unit
    that is not stated contradicts nothing.
    """
    ours = line.unit
    if ours == unit or unit is None or (ours in PIECES and unit in PIECES):
        return ONE
    if ours is None:
        ours = line.unit_text
        if ours is None or ours == unit:
            return ONE
    found = conversion(ours, unit)
    if found is None and supplier is not None:
        found = _packed(line, ours, unit, supplier)
    if found is None:
        return None
    return ONE if found == 1 else simplest(found)


def _packed(line: Line, ours: str, unit: str, supplier: SupplierPolicy) -> Fraction | None:
    """By the supplier's packaging, of the document's unit, of the order's, or of both."""
    given, wanted = _contents(line, ours, supplier), _contents(line, unit, supplier)
    if line.unit_text is not None and given is None:
        given = _contents(line, line.unit_text, supplier)
    inner = conversion(ours if given is None else given.unit, unit if wanted is None else wanted.unit)
    if inner is None:
        return None
    if given is not None:
        inner *= Fraction(given.factor)
    return inner if wanted is None else inner / Fraction(wanted.factor)


def _contents(line: Line, unit: str, supplier: SupplierPolicy) -> Packaging | None:
    if supplier.item_units:
        for item in (line.supplier_item, line.buyer_item, line.gtin):
            if item and (found := supplier.item_units.get((reference_key(item), unit))):
                return found
    return supplier.units.get(unit)
