"""What is ordered in a generated story: wares, how they are priced and packed, and order lines made of them."""

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from orders.document import Document, Line
from tests.cases.build import line, order

UNITS = (
    ("C62", "H87", 1),
    ("DZN", "C62", 12),
    ("KGM", "GRM", 1000),
    ("MTR", "CMT", 100),
    ("C62", "EA", 1),
    ("XPX", "KGM", 0),
)
"""The order's unit, another that suppliers use for it, and how many of the other one is; 0: there is no telling."""

PRICES = ("10.00", "0.0125", "3.33", "0", "1249.90", "0.02")


@dataclass(frozen=True, slots=True)
class Ordered:
    """An order line and what suppliers may make of it. `quantity` None: ordered by value, or only text."""

    order: str
    id: str
    item: str
    unit: str
    other_unit: str
    other_factor: int
    quantity: int | None
    price: Decimal
    amount: Decimal | None
    due: str

    def line(self) -> Line:
        """As it stands in the order."""
        if self.quantity is None:
            return line(self.id, line_amount=self.amount, name=f"Ware {self.item}")
        return line(
            self.id,
            self.quantity,
            item=self.item,
            supplier_item=f"S-{self.item}",
            unit=self.unit,
            price=str(self.price),
            requested_date=self.due,
            name=f"Ware {self.item}",
        )


def ordered_lines(chance: Random, number: str) -> list[Ordered]:
    """One to four lines, some of them of the same item; now and then two bear one id."""
    count = chance.randint(1, 4)
    ids = [str(10 * place) for place in range(1, count + 1)]
    if chance.randrange(20) == 0:
        ids[-1] = ids[0]
    return [_ordered(chance, number, identity) for identity in ids]


def order_of(number: str, lines: list[Ordered], **fields: object) -> Document:
    return order(number, *(one.line() for one in lines), **fields)


def _ordered(chance: Random, number: str, identity: str) -> Ordered:
    unit, other, factor = chance.choice(UNITS)
    by_value = chance.randrange(12)  # 0: a limit line, 1: text
    return Ordered(
        order=number,
        id=identity,
        item=chance.choice(("A-1", "B-2", "C-3", f"D-{identity}")),
        unit=unit,
        other_unit=other,
        other_factor=factor,
        quantity=None if by_value < 2 else chance.choice((1, 2, 5, 10, 12, 100, 1000)),
        price=Decimal(chance.choice(PRICES)),
        amount=Decimal(chance.choice(("500.00", "80.00"))) if by_value == 0 else None,
        due=f"2026-04-{chance.randint(1, 28):02d}",
    )
