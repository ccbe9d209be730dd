"""How far a figure may be off, and which rule set says so (docs/configuration.md, "Tolerances").

The chain, narrowest first: order line → item and supplier → supplier → item group → default. A limit that a rule set
leaves out is inherited from the next; 0 is a limit.
"""

from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal
from typing import NamedTuple

from orders.document import Line
from orders.numbers import Quantity
from orders.policy import Policy, SupplierPolicy, Tolerance, Tolerances
from orders.quantity import ZERO
from orders.references import reference_key

_NONE = Tolerances()
FIELDS = tuple(field.name for field in fields(Tolerances) if field.name != "date_days")


MONEY = Decimal(1)
"""What one unit of a figure is worth that is money itself."""


class Limit(NamedTuple):
    """A tolerance and the rule set that it comes from."""

    tolerance: Tolerance | None
    rule: str

    def allowance(self, base: Quantity, worth: Quantity | None) -> Quantity:
        """How far a figure may be from `base`, in the figure's own unit; `worth`: the money that one such unit stands
        for, None if nobody knows.
        """
        return ZERO if self.tolerance is None else self.tolerance.allowance(base, worth)


class Limits:
    """The tolerances of one order."""

    def __init__(self, policy: Policy, supplier: SupplierPolicy | None) -> None:
        self._policy = policy
        self._items = {} if supplier is None else supplier.item_tolerances
        self._supplier = _NONE if supplier is None else supplier.tolerances
        self._plain = not self._items and not policy.item_group_of
        self._known: dict[str, Limit] = {}

    def of(self, name: str, line: Line | None = None) -> Limit:
        """The limit called `name`, one of `FIELDS`, for an order line or for a document as a whole."""
        if line is not None:
            own = of_line(name, line)
            if own is not None:
                return Limit(own, "order line")
            if not self._plain:
                return self._find(name, line)
        limit = self._known.get(name)
        if limit is None:
            limit = self._known[name] = self._find(name, None)
        return limit

    def days(self, line: Line | None = None) -> tuple[int, str]:
        """By how many days a date may be off, and which rule set says so."""
        for rules, rule in self._chain(line):
            if rules.date_days is not None:
                return rules.date_days, rule
        return 0, "default"

    def _find(self, name: str, line: Line | None) -> Limit:
        for rules, rule in self._chain(line):
            tolerance: Tolerance | None = getattr(rules, name)
            if tolerance is not None:
                return Limit(tolerance, rule)
        return Limit(None, "default")

    def _chain(self, line: Line | None) -> Iterator[tuple[Tolerances, str]]:
        items = () if self._plain or line is None else _narrow(line)
        for item in items:
            if item in self._items:
                yield self._items[item], "item and supplier"
        yield self._supplier, "supplier"
        for item in items:
            group = self._policy.item_group_of.get(item)
            if group is not None and group in self._policy.item_groups:
                yield self._policy.item_groups[group], "item group"
        yield self._policy.tolerances, "default"


def of_line(name: str, line: Line) -> Tolerance | None:
    """The tolerance of quantity that the order itself gives a line: a share of it, or the least or most that satisfies
    it, counted from the quantity that stands beside it. A limit on the wrong side of that quantity is none.
    """
    if name == "quantity_under":
        percent, bound = line.quantity_under_percent, line.minimum_quantity
    elif name == "quantity_over":
        percent, bound = line.quantity_over_percent, line.maximum_quantity
    else:
        return None
    absolute = None
    if bound is not None and line.quantity is not None:
        room = line.quantity - bound if name == "quantity_under" else bound - line.quantity
        absolute = room if room >= 0 else None
    if percent is not None and percent < 0:
        percent = None
    return None if percent is None and absolute is None else Tolerance(absolute=absolute, percent=percent)


def _narrow(line: Line) -> tuple[str, ...]:
    return tuple(reference_key(one) for one in (line.buyer_item, line.supplier_item, line.gtin) if one)
