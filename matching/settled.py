"""What credits leave of a bill on an order line: a price that was credited is none to look at any more.

The rules: docs/statuses.md, "Credits, prepayments, bills without lines".
"""

from collections.abc import Iterator
from typing import NamedTuple

from matching.book import Entry, OrderLine
from matching.paper import Paper
from matching.register import Register
from orders.document import DocumentType
from orders.numbers import Quantity
from orders.quantity import ZERO, plus

_CHAIN = 8
"""So many credits of credits are followed; nobody writes as many."""


class Net(NamedTuple):
    """What of a bill stands on an order line, with the credits that name it; in the order line's unit."""

    quantity: Quantity = ZERO
    amount: Quantity = ZERO
    credited: bool = False  # whether there is any such credit


class Nets:
    """What stands of each bill on one order line: found out once, when it is first asked."""

    def __init__(self, register: Register, line: OrderLine) -> None:
        self._register = register
        self._line = line
        self._nets: dict[int, Net] | None = None  # by `Paper.rank`

    def of(self, bill: Paper) -> Net:
        """A bill's own bookings on the order line, together with those of the credits that correct it."""
        if self._nets is None:
            self._nets = _nets(self._register, self._line)
        return self._nets.get(bill.rank, Net())


def _nets(register: Register, line: OrderLine) -> dict[int, Net]:
    nets: dict[int, Net] = {}
    for entry in line.bills:
        booked = entry.allocation
        for bill in {entry.paper.rank, *_corrected(register, entry)}:
            before = nets.get(bill, Net())
            nets[bill] = Net(
                plus(before.quantity, booked.quantity or ZERO),
                plus(before.amount, booked.amount or ZERO),
                before.credited or bill != entry.paper.rank,
            )
    return nets


def _corrected(register: Register, entry: Entry) -> Iterator[int]:
    """The ranks of the bills that a booking's bill corrects, itself or by correcting a credit of them; one of several
    that it names is not meant alone.
    """
    lines = entry.paper.document.lines
    own = lines[entry.row].invoice_number if 0 <= entry.row < len(lines) else None
    paper = entry.paper
    for _ in range(_CHAIN):
        named = _named(register, paper, own)
        if named is None:
            return
        yield named.rank
        paper, own = named, None


def _named(register: Register, paper: Paper, own: str | None) -> Paper | None:
    numbers = (own,) if own is not None else paper.document.invoice_references
    for kind in (DocumentType.INVOICE, DocumentType.CREDIT_NOTE):
        found = [one for number in numbers for one in register.named(kind, number, paper) if one is not paper]
        if found:
            return found[0] if len(found) == 1 else None
    return None
