"""What credits leave of a bill: a price, a charge or a total that was credited is none to look at any more.

The rules: docs/statuses.md, "Credits, prepayments, bills without lines".
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from matching.book import Entry, OrderLine
from matching.paper import Paper
from matching.prices import half_unit
from matching.register import Register
from matching.signs import direction
from orders.document import Document, DocumentType
from orders.likeness import net_worth, worth
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


class Corrections:
    """The credits of a case, by the bill that each corrects: itself, or by correcting a credit of it."""

    def __init__(self, register: Register, bills: Sequence[Paper]) -> None:
        self._register = register
        self._bills = bills

    def of(self, bill: Paper) -> Sequence[Paper]:
        """The bills that correct this one and no other."""
        return self._by_bill.get(bill.rank, ())

    def settle(self, bill: Paper) -> bool:
        """Whether they take back all that the bill comes to, with its taxes or, where one states none, without."""
        by = self.of(bill)
        return bool(by) and any(self._cancel(bill, by, total) for total in (worth, net_worth))

    def _cancel(self, bill: Paper, by: Iterable[Paper], total: Callable[[Document], Decimal | None]) -> bool:
        left = ZERO
        for paper in (bill, *by):
            amount = total(paper.document)
            if amount is None:
                return False
            left += amount * direction(paper, self._register)
        return abs(left) <= half_unit(bill.document.currency)

    @cached_property
    def _by_bill(self) -> dict[int, list[Paper]]:
        found: defaultdict[int, list[Paper]] = defaultdict(list)
        for paper in self._bills:
            if corrected := self._corrected(paper):
                found[corrected.rank].append(paper)
        return found

    def _corrected(self, paper: Paper) -> Paper | None:
        """The bill at the end of the chain of corrections; None if a paper corrects none, or several."""
        last, numbers = None, {line.invoice_number for line in paper.document.lines if line.invoice_number}
        own = next(iter(numbers)) if len(numbers) == 1 and not paper.document.invoice_references else None
        for _ in range(_CHAIN):
            named = _named(self._register, last or paper, own)
            if named is None or named is paper:
                return last
            last, own = named, None
        return None


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
