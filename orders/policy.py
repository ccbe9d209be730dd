"""What the people who run Ordertrail decided beforehand: options, tolerances, suppliers. Values only; read from
`config.toml` by the program (docs/configuration.md)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from orders.numbers import Quantity
from orders.quantity import ZERO, over, size, times
from orders.status import DEFAULT_PRECEDENCE, Status

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Which tracks exist, and what trades and suppliers differ in (docs/statuses.md, "Four tracks")."""

    order_response: bool = True
    shipping: bool = True
    receipt: bool = True
    rejected_goods_fill: bool = False  # on: goods refused at receipt satisfy the order all the same
    returns_refunded: bool = False  # on: what goes back is paid back, not replaced, unless the document says otherwise
    test_documents: bool = False  # on: test documents count
    numbers_yearly: bool = True  # off: the supplier never uses a number again, in no year


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance:
    """One limit: absolute, percent, or the money at stake; of several the smallest allowance holds ("5 %, max 2"), but
    never less than what is worth `least_value` (docs/configuration.md, "Tolerances")."""

    absolute: Decimal | None = None
    percent: Decimal | None = None
    value: Decimal | None = None  # money
    least_value: Decimal | None = None  # money

    @property
    def by_value(self) -> bool:
        """Whether it depends on what is at stake."""
        return self.value is not None or self.least_value is not None

    def allowance(self, base: Quantity, worth: Quantity | None = None) -> Quantity:
        """How far a figure may be from `base`, in the figure's own unit. `worth` is the money that one such unit
        stands for; where it is unknown or 0, money neither limits nor allows anything.
        """
        if self.percent is None and not self.by_value:
            return ZERO if self.absolute is None else self.absolute
        allowed: list[Quantity] = [] if self.absolute is None else [self.absolute]
        if self.percent is not None:
            allowed.append(times(size(base), over(self.percent, _HUNDRED)))
        if self.value is not None and worth:
            allowed.append(over(self.value, size(worth)))
        smallest = min(allowed, default=ZERO)
        if self.least_value is not None and worth:
            return max(smallest, over(self.least_value, size(worth)))
        return smallest


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerances:
    """One rule set of the chain; None means: inherit from the next, wider one."""

    quantity_under: Tolerance | None = None
    quantity_over: Tolerance | None = None
    price_under: Tolerance | None = None
    price_over: Tolerance | None = None
    line_amount: Tolerance | None = None
    total: Tolerance | None = None
    freight: Tolerance | None = None
    date_days: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Packaging:
    """How much one of a supplier's unit is: `factor` of `unit` (one CT = 12 C62)."""

    unit: str
    factor: Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplierPolicy:
    """What holds for one supplier. `options` and `tolerances` are complete and inherited respectively."""

    key: str
    name: str | None = None
    ids: tuple[str, ...] = ()  # "scheme:value", or a bare VAT number
    aliases: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()  # IBANs; where there are any, no others are the supplier's
    options: Options = Options()
    tolerances: Tolerances = Tolerances()
    item_tolerances: Mapping[str, Tolerances] = field(default_factory=dict)  # normalized item id → its own limits
    units: Mapping[str, Packaging] = field(default_factory=dict)  # unit code or text as the supplier writes it
    item_units: Mapping[tuple[str, str], Packaging] = field(default_factory=dict)  # (normalized item id, unit)
    items: Mapping[str, str] = field(default_factory=dict)  # supplier item → our item


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingPolicy:
    """When a similar line is matched by itself (docs/matching.md, "Lines that are like each other")."""

    accept: Decimal = Decimal("0.90")
    margin: Decimal = Decimal("0.10")


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Everything that `assess` knows besides the facts."""

    options: Options = Options()
    tolerances: Tolerances = Tolerances()  # the default rule set: absent = 0
    item_groups: Mapping[str, Tolerances] = field(default_factory=dict)  # group name → limits
    item_group_of: Mapping[str, str] = field(default_factory=dict)  # normalized item id → group name
    precedence: tuple[Status, ...] = DEFAULT_PRECEDENCE
    matching: MatchingPolicy = MatchingPolicy()
    suppliers: tuple[SupplierPolicy, ...] = ()
