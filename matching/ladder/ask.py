"""What a rung is asked, and what it may answer."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from matching.book import Entry, OrderBook, OrderLine
from matching.charges import is_charge
from matching.paper import Paper
from matching.shelf import Place
from orders.assessment import By, Proposal
from orders.deviations import DeviationCode
from orders.document import Line
from orders.message import Message
from orders.numbers import Quantity
from orders.quantity import ZERO, minus
from orders.status import Track


@dataclass(slots=True)
class Ask:
    """A document line that looks for its order lines.

    `books` are the orders that it may belong to; `keys` what it names, known or not. `quantity` is in the document's
    unit with the ledger's sign, None where the line counts by value only; `amount` likewise. `takes_back`: it is a
    return or a credit. `charge` is what was learned of its wording: whether it is a charge; None: nothing.
    """

    paper: Paper
    row: int
    line: Line
    track: Track
    books: tuple[OrderBook, ...]
    keys: tuple[str, ...]
    quantity: Decimal | None
    amount: Decimal | None
    takes_back: bool
    charge: bool | None = None

    @property
    def is_charge(self) -> bool:
        """Whether it is a charge by what it says of itself, or by what was learned of that."""
        return is_charge(self.line) if self.charge is None else self.charge


Room = Callable[[Ask, OrderLine], Quantity]
"""What is left of an order line for a document line, in the order line's measure."""


class Share(NamedTuple):
    """So much of a document line, in the document's unit, for one order line; None: all of it, by value or whole.
    `evidence` is why, where that is not the same for all shares.
    """

    book: OrderBook
    line: OrderLine
    quantity: Quantity | None
    evidence: Message | None = None


@dataclass(slots=True)
class Match:
    """A rung decided. `rule` is the rung's name."""

    rule: str
    shares: tuple[Share, ...]
    evidence: Message


class Doubt(NamedTuple):
    """A rung decided that a person must: the line belongs nowhere until then."""

    code: DeviationCode
    proposals: tuple[Proposal, ...]


def whole(ask: Ask, rule: str, place: Place, evidence: Message) -> Match:
    """All of a document line for one order line."""
    return Match(rule, (Share(place[0], place[1], ask.quantity),), evidence)


def evidence(code: str, ask: Ask, place: Place, **args: str) -> Message:
    """The sentence that says why a document line counts for an order line."""
    paper = ask.paper
    args["type"] = paper.code
    args["number"] = paper.number
    args["line"] = paper.names[ask.row]
    args["order"] = place[0].number
    args["order_line"] = place[1].id
    return Message(code, args)


def booked(line: OrderLine, track: Track) -> Quantity:
    """What a track's ledger of an order line holds so far."""
    if track is Track.SHIPMENT:
        return line.shipped
    if track is Track.RECEIPT:
        return line.received
    return line.invoiced if track is Track.INVOICING else line.confirmed


def entries_of(line: OrderLine, track: Track) -> list[Entry]:
    """The bookings of a track's ledger so far."""
    if track is Track.SHIPMENT:
        return line.deliveries
    if track is Track.RECEIPT:
        return line.receipts
    return line.bills if track is Track.INVOICING else line.responses


def open_quantity(line: OrderLine, track: Track) -> Quantity:
    """What of an order line nothing is booked for yet, never negative; in the order line's unit."""
    if line.by is not By.QUANTITY:
        return ZERO
    left = minus(line.wanted, booked(line, track))
    return left if left > 0 else ZERO


def proposals(places: list[Place], ask: Ask, score: Decimal) -> tuple[Proposal, ...]:
    """Order lines that a person may choose from."""
    return tuple(
        Proposal(
            order=book.id, order_line=line.id, score=score, evidence=evidence("evidence.proposal", ask, (book, line))
        )
        for book, line in places
    )
