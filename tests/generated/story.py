"""Whole stories of trade: one supplier, one to three orders, and everything that was sent about them.

Everything that chance decides is drawn from a `Random` that is handed in, so the same stories serve hypothesis (which
then can shrink them) and a seeded run.
"""

from decimal import Decimal
from random import Random
from typing import Any

from msgspec.structs import replace

from orders.document import Document, Line
from tests.cases.build import OTHER_SUPPLIER, party
from tests.generated.answers import amendments, responses
from tests.generated.bills import invoices
from tests.generated.deliveries import despatches, receipts
from tests.generated.goods import Ordered, order_of, ordered_lines

NUMBERS = ("4500017", "4500018", "PO-77")
SPELLINGS = {"4500017": " 04500017", "4500018": "4500018 ", "PO-77": "po 77"}


def story(chance: Random) -> tuple[Document, ...]:
    """The documents of a story, each once, in the order of their making."""
    numbers = NUMBERS[: chance.randint(1, 3)]
    orders = {number: ordered_lines(chance, number) for number in numbers}
    told: list[Document] = []
    for number, lines in orders.items():
        if chance.randrange(12):  # now and then the order itself never came
            told.append(order_of(number, lines, revision="1"))
        told += amendments(chance, number, lines)
        told += responses(chance, number, lines)
    for name, lines, head in _shipments(chance, orders):
        shipped, sent = despatches(chance, lines, name, **head)
        told += shipped
        told += receipts(chance, lines, sent, name, **head)
        told += invoices(chance, lines, sent, name, **head)
    told = [_careless(chance, one) for one in told]
    return tuple(dict.fromkeys(told + _again(chance, told)))


def _shipments(chance: Random, orders: dict[str, list[Ordered]]) -> list[tuple[str, list[Ordered], dict[str, Any]]]:
    """Each order by itself, or all together under a head that names all, one or none of them."""
    if len(orders) == 1 or chance.randrange(2):
        return [(number, lines, {"order": number}) for number, lines in orders.items()]
    everything = [one for lines in orders.values() for one in lines]
    head = chance.choice(({"orders": list(orders)}, {"order": None}, {"order": ", ".join(orders)}, {"order": "NA"}))
    return [("ALL", everything, head)]


def _careless(chance: Random, one: Document) -> Document:
    """The order number written otherwise, the supplier named otherwise or not at all, or a stranger."""
    how = chance.randrange(20)
    if how == 0:
        references = tuple(
            replace(reference, number=SPELLINGS.get(reference.number, reference.number))
            for reference in one.order_references
        )
        return replace(one, order_references=references)
    if (one.type == "order" and how != 1) or how > 3:
        return one
    return replace(one, supplier=(OTHER_SUPPLIER, party("acme"), None)[how - 1])


def _again(chance: Random, told: list[Document]) -> list[Document]:
    """Some documents come again: in another format, under another number, or with other contents."""
    again: list[Document] = []
    for one in told:
        how = chance.randrange(24)
        if how == 0:
            again.append(replace(one, format="csv"))
        elif how == 1:
            again.append(replace(one, number=f"0{str(one.number).lower()}"))
        elif how == 2 and one.lines:
            again.append(replace(one, lines=(_other(one.lines[0]), *one.lines[1:])))
    return again


def _other(row: Line) -> Line:
    return replace(row, quantity=Decimal(3) if row.quantity != 3 else Decimal(4), line_amount=None)
