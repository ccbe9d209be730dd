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


def factor(line: Line, ordered: Line, supplier: SupplierPolicy | None) -> Quantity | None:
    """How many of the order line's unit one of the document line's is; None if nobody says.

    Recommendation 20 first, then the supplier's packaging of this item, then the supplier's packaging as such. A unit
    that is not stated contradicts nothing.
    """
    ours, unit = line.unit, ordered.unit or ordered.unit_text
    if ours == unit or unit is None or (ours in PIECES and unit in PIECES):
        return ONE
    if ours is None:
        ours = line.unit_text
        if ours is None or ours == unit:
            return ONE
    found = conversion(ours, unit)
    if found is None and supplier is not None and (supplier.units or supplier.item_units):
        found = _packed(line, ordered, supplier)
    if found is None:
        return None
    return ONE if found == 1 else simplest(found)


def _packed(line: Line, ordered: Line, supplier: SupplierPolicy) -> Fraction | None:
    """By the supplier's packaging, of the document's unit, of the order's, or of both."""
    items = [reference_key(item) for item in (*_items(line), *_items(ordered)) if item]
    given, wanted = _contents(line, items, supplier), _contents(ordered, items, supplier)
    ours, unit = line.unit or line.unit_text, ordered.unit or ordered.unit_text
    inner = conversion(ours if given is None else given.unit, unit if wanted is None else wanted.unit)
    if inner is None:
        return None
    if given is not None:
        inner *= Fraction(given.factor)
    return inner if wanted is None else inner / Fraction(wanted.factor)


def _items(line: Line) -> tuple[str | None, ...]:
    return line.supplier_item, line.buyer_item, line.gtin


def _contents(line: Line, items: list[str], supplier: SupplierPolicy) -> Packaging | None:
    """What is in one of a line's unit: by what it is called first, then by its code."""
    units = [unit for unit in (line.unit_text, line.unit) if unit]
    if supplier.item_units:
        for item in items:
            for unit in units:
                if found := supplier.item_units.get((item, unit)):
                    return found
    return next((supplier.units[unit] for unit in units if unit in supplier.units), None)
