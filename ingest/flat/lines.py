"""From the cells of a row to the record of a line."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.flat.codes import remedy_of
from ingest.flat.converters import Fault, Value
from ingest.flat.fields import field_named
from ingest.flat.plan import Plan, Reader
from ingest.record import Record
from ingest.values.prices import amounts_agree, quotient
from orders.document import Line, LineResponse, Substitute

_ZERO, _HUNDRED = Decimal(0), Decimal(100)
_OF_A_LINE = frozenset(Line.__struct_fields__)


@dataclass(frozen=True, slots=True)
class LineMaker:
    """How the values of a row become a line; `makers` are the first so many values, without which it is none."""

    names: tuple[str, ...]
    makers: int
    defaults: Record
    completed: tuple[Callable[[Record], None], ...]
    leftover: frozenset[str]

    def with_defaults(self, stated: Mapping[str, Value]) -> "LineMaker":
        """The same with other values for what no column says."""
        of_lines = {_attribute(name): value for name, value in stated.items() if not _is_of_the_head(name)}
        return replace(self, defaults=self.defaults | of_lines)

    def line(self, values: Sequence[Value], where: str) -> Record:
        """The line of these values."""
        named = dict(zip(self.names, values, strict=True))
        if self.defaults:
            named = self.defaults | {name: value for name, value in named.items() if value is not None}
        for complete in self.completed:
            complete(named)
        for name in self.leftover:
            named.pop(name, None)
        named["where"] = where
        return named


def line_readers(plan: Plan) -> tuple[Reader, ...]:
    """The readers of a line's fields, those without which a row is no line first."""
    readers = [reader for reader in plan.readers if not reader.field.head]
    return tuple(sorted(readers, key=lambda reader: not reader.field.makes_line))


def line_maker(plan: Plan, readers: Sequence[Reader]) -> LineMaker:
    """How the values of these readers become lines."""
    names = [reader.field.name for reader in readers]
    defaults = {name: value for name, value in plan.defaults.items() if not _is_of_the_head(name)}
    present = {*names, *defaults}
    return LineMaker(
        names=tuple(map(_attribute, names)),
        makers=sum(reader.field.makes_line for reader in readers),
        defaults={_attribute(name): value for name, value in defaults.items()},
        completed=tuple(complete for complete, needs in _COMPLETED if present & needs),
        leftover=frozenset(map(_attribute, present)) - _OF_A_LINE,
    )


def _is_of_the_head(name: str) -> bool:
    known = field_named(name)
    return known is not None and known.head


def _attribute(name: str) -> str:
    return "id" if name == "line" else name


def _quantities(line: Record) -> None:
    """A receipt's quantity is what was accepted and what was rejected; what was returned is taken off."""
    accepted, rejected = line.get("accepted_quantity"), line.get("rejected_quantity")
    if line.get("quantity") is None and accepted is not None:
        line["quantity"] = accepted + (rejected or 0)
    returned = line.get("returned_quantity")
    if returned is not None:
        line["quantity"] = (line.get("quantity") or 0) - abs(returned)


def _unit(line: Record) -> None:
    """A unit that stands with the quantity, where the column of units says nothing."""
    if line.get("unit") is None:
        line["unit"] = line.get("unit_beside")


def _price_base(line: Record) -> None:
    """A price for a hundred is a hundredth for one."""
    base, price = line.get("price_base"), line.get("unit_price")
    if base and price is not None:
        line["unit_price"] = quotient(price, base)


def _discount(line: Record) -> None:
    """A price before its discount, where amount and quantity do not show that it is the price after it."""
    percent, price = line.get("discount_percent"), line.get("unit_price")
    if not percent or price is None:
        return
    net = quotient(price * (_HUNDRED - percent), _HUNDRED)
    quantity, amount = line.get("quantity"), line.get("line_amount")
    if net is None or (quantity and amount is not None and not _explains(net, price, quantity, amount)):
        return
    line["unit_price"] = net


def _explains(net: Decimal, price: Decimal, quantity: Decimal, amount: Decimal) -> bool:
    """Whether the amount is that of the net price rather than of the other."""
    missed, other = (abs(abs(quantity * one) - abs(amount)) for one in (net, price))
    return missed < other and amounts_agree(quantity, net, amount, _ZERO)


def _substitute(line: Record) -> None:
    item, gtin, name = (line.get(f"substitute_{part}") for part in ("supplier_item", "gtin", "name"))
    if item or gtin or name:
        line["substitute"] = Substitute(supplier_item=item, gtin=gtin, name=name)


def _charge(line: Record) -> None:
    if line.get("charge") is not None:
        line["charges"] = [{"amount": line["charge"], "text": line.get("charge_text"), "code": line.get("charge_code")}]


def _remedy(line: Record) -> None:
    """Why goods go back may say what is expected for them; what it says besides is a note."""
    said = line.get("remedy")
    if isinstance(said, str):
        line["remedy"] = remedy_of(said)
        if line["remedy"] is None:
            line["note"] = line.get("note") or said


def _response(line: Record) -> None:
    """What only the whole can be (acknowledged) is nothing that a line says."""
    if not isinstance(line.get("response"), LineResponse):
        line["response"] = None


_COMPLETED: tuple[tuple[Callable[[Record], None], frozenset[str]], ...] = (
    (_quantities, frozenset(("accepted_quantity", "returned_quantity"))),
    (_unit, frozenset(("unit_beside",))),
    (_price_base, frozenset(("price_base",))),
    (_discount, frozenset(("discount_percent",))),
    (_substitute, frozenset(("substitute_supplier_item", "substitute_gtin", "substitute_name"))),
    (_charge, frozenset(("charge", "charge_text", "charge_code"))),
    (_response, frozenset(("response",))),
    (_remedy, frozenset(("remedy",))),
)


def without_faults(values: Sequence[Value]) -> list[Value]:
    """The values with what stands for a fault instead of it."""
    return [value.value if isinstance(value, Fault) else value for value in values]
