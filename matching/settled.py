"""What credits leave of a bill on an order line: a price that was credited is none to look at any more.

The rules: docs/statuses.md, "Credits, prepayments, bills without lines".
"""

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

    quantity: Quantity
    amount: Quantity
    credited: bool  # whether there is any such credit


def net(register: Register, line: OrderLine, bill: Paper) -> Net:
    """A bill's own bookings on an order line, together with those of the credits that correct it."""
    quantity: Quantity = ZERO
    amount: Quantity = ZERO
    credited = False
    for entry in line.bills:
        if entry.paper is not bill and not _corrects(register, entry, bill):
            continue
        credited = credited or entry.paper is not bill
        quantity = plus(quantity, entry.allocation.quantity or ZERO)
        amount = plus(amount, entry.allocation.amount or ZERO)
    return Net(quantity, amount, credited)


def _corrects(register: Register, entry: Entry, bill: Paper) -> bool:
    """Whether a booking's bill corrects another one, itself or by correcting a credit of it; one of several that it
    names is not meant alone.
    """
    lines = entry.paper.document.lines
    own = lines[entry.row].invoice_number if 0 <= entry.row < len(lines) else None
    paper = entry.paper
    for _ in range(_CHAIN):
        named = _named(register, paper, own)
        if named is None or named.rank == paper.rank:
            return False
        if named is bill:
            return True
        paper, own = named, None
    return False


def _named(register: Register, paper: Paper, own: str | None) -> Paper | None:
    numbers = (own,) if own is not None else paper.document.invoice_references
    for kind in (DocumentType.INVOICE, DocumentType.CREDIT_NOTE):
        found = [one for number in numbers for one in register.named(kind, number, paper) if one is not paper]
        if found:
            return found[0] if len(found) == 1 else None
    return None
