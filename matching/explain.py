"""What is missing for the next status, in sentences (docs/statuses.md)."""

from collections.abc import Iterator, Mapping

from matching.book import OrderBook, OrderLine
from matching.paper import Paper
from matching.returns import credit_due
from matching.standing import Standing, Step
from orders.document import DocumentType
from orders.message import Message
from orders.numbers import Quantity, plain
from orders.quantity import ZERO
from orders.status import Status, Track, tracks_ahead

MOST_LINES = 10
"""So many lines are named one by one; the rest is counted."""


def missing(
    book: OrderBook, standings: list[Standing], tracks: Mapping[Track, str], status: Status
) -> tuple[Message, ...]:
    """What must come before the order's next status holds, and the credit notes that are due; nothing for an order that
    is finished or off the table.
    """
    due = tuple(_credits(book, standings)) if book.options.receipt else ()
    if status in (Status.CANCELLED, Status.REJECTED):
        return due
    for track in tracks_ahead(tracks, status):
        if found := tuple(_of_track(book, standings, track)):
            return (*found, *due)
    return due


def _credits(book: OrderBook, standings: list[Standing]) -> Iterator[Message]:
    """Credit notes for what went back and is invoiced."""
    due = [(line, credit) for line in (one.line for one in standings) if (credit := _credit(book, line)) > 0]
    for line, credit in due[:MOST_LINES]:
        args = {"order_line": line.id, "quantity": plain(credit), "unit": line.unit or "", "by": line.by.value}
        yield Message("missing.credit", args)
    if len(due) > MOST_LINES:
        yield Message("missing.more", {"count": str(len(due) - MOST_LINES)})


def _credit(book: OrderBook, line: OrderLine) -> Quantity:
    if not line.counts or not (line.receipts and line.bills):
        return ZERO
    return credit_due(book, line)


def _of_track(book: OrderBook, standings: list[Standing], track: Track) -> Iterator[Message]:
    if track is Track.RESPONSE:
        yield from _answers(book, standings)
        return
    open_lines = [(one, step) for one in standings if (step := _step(one, track)) is not None and step.left > 0]
    for one, step in open_lines[:MOST_LINES]:
        yield Message(
            f"missing.{track}",
            {
                "order_line": one.line.id,
                "quantity": plain(step.left),
                "unit": one.line.unit or "",
                "by": one.line.by.value,
            },
        )
    if len(open_lines) > MOST_LINES:
        yield Message("missing.more", {"count": str(len(open_lines) - MOST_LINES)})
    if track is Track.INVOICING and book.header_value > 0:
        for entry in (entry for entry in book.whole if _lacks_lines(entry.paper)):
            yield Message("missing.invoice_lines", {"type": entry.paper.type.value, "number": entry.paper.number})


def _lacks_lines(paper: Paper) -> bool:
    """Whether an invoice says nothing of lines; nobody waits for the lines of a credit note."""
    return paper.type is DocumentType.INVOICE and not paper.document.lines


def _step(one: Standing, track: Track) -> Step | None:
    if track is Track.SHIPMENT:
        return one.shipment
    return one.receipt if track is Track.RECEIPT else one.invoicing


def _answers(book: OrderBook, standings: list[Standing]) -> Iterator[Message]:
    asked = [one.line for one in standings if one.line.counts and not one.line.deleted]
    silent = [line.id for line in asked if line.answer is None]
    if silent:
        yield from _named("missing.response", silent)
        return
    changed = [line for line in asked if line.answer is not None and line.answer.changed]
    undecided = [line.id for line in changed if line.answer is not None and not line.answer.disputed]
    if undecided:
        yield from _named("missing.decision", undecided)
    if len(undecided) < len(changed):
        yield from _named("missing.new_answer", [line.id for line in changed if line.id not in set(undecided)])


def _named(code: str, lines: list[str]) -> Iterator[Message]:
    """A sentence about order lines, and how many are left out of it."""
    yield Message(code, {"count": str(len(lines)), "lines": ", ".join(lines[:MOST_LINES])})
    if len(lines) > MOST_LINES:
        yield Message("missing.more", {"count": str(len(lines) - MOST_LINES)})
