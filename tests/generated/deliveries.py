"""Despatch advices and receipts of a generated story."""

from dataclasses import dataclass
from random import Random
from typing import Any

from orders.document import Document, Line
from tests.cases.build import despatch, line, receipt
from tests.generated.goods import Ordered

PLACEHOLDERS = ("NA", "-", "0", "n/a", "none")


@dataclass(frozen=True, slots=True)
class Sent:
    """One row of a despatch advice: so much of an order line, in the order's unit."""

    of: Ordered
    quantity: int
    despatch: str
    row: str


def reference(chance: Random, one: Ordered) -> dict[str, Any]:
    """How a document line says which order line it means; careless suppliers say little."""
    by_item = {"item": one.item} if chance.randrange(2) else {"supplier_item": f"S-{one.item}"}
    return chance.choice(
        (
            {"of": one.id, "order_number": one.order},
            {"of": one.id, "order_number": one.order, **by_item},
            {"order_number": one.order, **by_item},
            by_item,
            {"of": one.id},
            {"order_number": chance.choice(PLACEHOLDERS), "of": chance.choice(PLACEHOLDERS)},
            {},
        )
    )


def amount_of(chance: Random, one: Ordered, quantity: int) -> dict[str, Any]:
    """The quantity in the order's unit or in the other one; now and then an odd part of it."""
    if chance.randrange(4) or one.other_factor == 1:
        return {"quantity": quantity, "unit": one.unit}
    scaled = quantity * (one.other_factor or 7)
    return {"quantity": scaled - chance.randrange(2), "unit": one.other_unit}


def despatches(chance: Random, lines: list[Ordered], name: str, **head: Any) -> tuple[list[Document], list[Sent]]:
    """Up to three partial deliveries; the last one often completes them."""
    goods = [one for one in lines if one.quantity is not None]
    made: list[Document] = []
    sent: list[Sent] = []
    for count in range(chance.randrange(4)):
        number = f"LS-{name}-{count}"
        rows: list[Line] = []
        for one in goods:
            part = chance.choice((one.quantity or 0, (one.quantity or 0) // 2, 0, 1))
            if part:
                row = str(len(rows) + 1)
                sent.append(Sent(one, part, number, row))
                outstanding = chance.choice((None, None, None, "0", "1"))
                given = amount_of(chance, one, part) | reference(chance, one)
                rows.append(_row(row, given, outstanding_quantity=outstanding))
        if rows:
            made.append(despatch(number, *rows, on=f"2026-03-{10 + count}", **head))
    return made + _taken_back(chance, made, f"LX-{name}", **head), sent


def _taken_back(chance: Random, made: list[Document], number: str, **head: Any) -> list[Document]:
    """Now and then one of these is cancelled, or replaced by another of its kind that says a little less."""
    how = chance.randrange(12)
    if not made or how > 1:
        return []
    about = chance.choice(made)
    write = despatch if about.type == "despatch_advice" else receipt
    if how == 0:
        return [write(number, cancels=[str(about.number)], on="2026-04-18", **head)]
    return [write(number, about.lines[0], replaces=[str(about.number)], on="2026-04-19", **head)]


def receipts(chance: Random, lines: list[Ordered], sent: list[Sent], name: str, **head: Any) -> list[Document]:
    """Goods receipts, mostly of what was sent; some refused, some sent back."""
    arrived = sent or [Sent(one, one.quantity, "", "") for one in lines if one.quantity]
    made: list[Document] = []
    for count in range(chance.randrange(3)):
        rows = [_received(chance, str(row), one) for row, one in enumerate(arrived, 1) if chance.randrange(3)]
        if rows:
            made.append(receipt(f"WE-{name}-{count}", *rows, on=f"2026-03-{20 + count}", **head))
    if made and chance.randrange(4) == 0:
        back = chance.choice(arrived)
        remedy = chance.choice((None, None, "refund", "replacement"))
        gone = line("1", -1, unit=back.of.unit, of=back.of.id, order_number=back.of.order, remedy=remedy)
        made.append(receipt(f"RS-{name}", gone, on="2026-04-20", **head))
    return made + _taken_back(chance, made, f"WX-{name}", **head)


def _received(chance: Random, row: str, one: Sent) -> Line:
    by_despatch = {"despatch_number": one.despatch, "despatch_line": one.row}
    refer = by_despatch if one.despatch and chance.randrange(2) else reference(chance, one.of)
    refused = chance.choice((None, None, None, 1))
    return _row(row, {"quantity": one.quantity, "unit": one.of.unit} | refer, rejected_quantity=refused)


def _row(identity: str, given: dict[str, Any], **fields: Any) -> Line:
    quantity = given.pop("quantity")
    return line(identity, quantity, **given, **fields)
