"""Where an order line and an order stand on each track (docs/statuses.md, "Four tracks").

Never from a percentage, nor from an average over lines: a track is full where each line's ledger has reached its
target, less the tolerance, and empty where nothing is booked at all.
"""

from collections.abc import Iterable
from typing import NamedTuple

from matching.book import OrderBook, OrderLine
from matching.changes import worth
from matching.tolerances import Limit
from orders.assessment import By
from orders.numbers import Quantity
from orders.quantity import ZERO, minus
from orders.status import FULL, PARTIAL, TRACK_NONE, TRACK_OFF, Status, Track

_SERVICE_UNITS = frozenset({"SEC", "MIN", "HUR", "LH", "DAY", "E49", "WEE", "MON", "QAN", "SAN", "ANN", "LS", "ACT"})
"""Recommendation 20 units that measure no goods: times, working days, lump sums, activities."""


class Step(NamedTuple):
    """One line on one track. `begun`: something is booked; `done`: nothing is left; `left`: what is open, 0 if done;
    `forgiven`: what is missing all the same, within tolerance.
    """

    begun: bool
    done: bool
    left: Quantity
    forgiven: Quantity = ZERO


class Standing(NamedTuple):
    """Where one line stands. A step is None where the track is off, or where the line has no business on it.

    `shipped` includes what is known from receipts only (`inferred`).
    """

    line: OrderLine
    shipped: Quantity
    inferred: bool
    shipment: Step | None
    receipt: Step | None
    invoicing: Step | None
    rule: str = "default"  # the rule set that says how much may be missing


def is_service(line: OrderLine) -> bool:
    """Whether a line is about work rather than goods: by its unit, or because it is ordered by value. Nobody need ship
    or receive it, and only if somebody does, what is left of it holds the order open.
    """
    return line.by is By.AMOUNT or line.unit in _SERVICE_UNITS


def stand(book: OrderBook, line: OrderLine) -> Standing:
    """Where a line stands on shipment, receipt and invoicing."""
    shipped = line.shipped
    received = minus(line.came_in, line.returned) if line.returned else line.came_in
    inferred = not line.deliveries and book.options.shipping and received > shipped
    if inferred:
        shipped = received
    if not line.counts:
        return Standing(line, shipped, inferred, None, None, None)
    limit = book.limits.of("quantity_under", line.line)
    fills = received if book.options.rejected_goods_fill or not line.refused else minus(received, line.rejected)
    service = is_service(line)
    shipment = receipt = None
    if book.options.shipping and not (service and not shipped):
        shipment = _step(shipped, shipped, line.target, limit, line)
    if book.options.receipt and not (service and not received):
        receipt = _step(received, fills, line.target, limit, line)
    begun = line.invoiced_amount if line.invoiced_amount > 0 else line.invoiced
    invoicing = _step(begun, line.invoiced, line.invoice_target, limit, line)
    return Standing(line, shipped, inferred, shipment, receipt, invoicing, limit.rule)


def _step(begun: Quantity, filled: Quantity, target: Quantity, limit: Limit, line: OrderLine) -> Step:
    left = minus(target, filled)
    if left <= 0:
        return Step(begun > 0, True, ZERO)
    # Where nothing came at all, money at stake forgives nothing: small things would never be missed.
    if limit.tolerance is None or left > limit.allowance(target, worth(line) if filled else None):
        return Step(begun > 0, False, left)
    return Step(begun > 0, True, ZERO, left)


def track_of_line(track: Track, step: Step | None) -> str:
    """The code of a track of one line; `step` None: the line has no business there."""
    if step is None or not step.begun:
        return TRACK_NONE
    return FULL[track] if step.done else PARTIAL[track]


def track_of_order(track: Track, steps: Iterable[tuple[Step | None, Quantity]]) -> str:
    """The code of a track over all lines, each with its target: those with a target decide, if there are such."""
    own = [(step, target) for step, target in steps if step is not None]
    looked_at = [step for step, target in own if target > 0] or [step for step, _ in own]
    if not any(step.begun for step in looked_at):
        return TRACK_NONE
    return FULL[track] if all(step.done for step in looked_at) else PARTIAL[track]


def response_of_line(book: OrderBook, line: OrderLine) -> str:
    """The response track of one line."""
    if not book.options.order_response:
        return TRACK_OFF
    answer = line.answer
    if answer is None:
        return TRACK_NONE
    if answer.rejects:
        return Status.REJECTED
    return Status.PARTIALLY_CONFIRMED if answer.changed or answer.rejected else Status.CONFIRMED


def response_of_order(book: OrderBook) -> tuple[str, int]:
    """The response track of an order, and how many of its lines are unanswered."""
    if not book.options.order_response:
        return TRACK_OFF, 0
    asked = [line for line in book.lines if line.counts and not line.deleted]
    codes = {response_of_line(book, line) for line in asked}
    unanswered = sum(1 for line in asked if line.answer is None)
    if not asked or codes == {TRACK_NONE}:
        return TRACK_NONE, unanswered
    if codes == {Status.REJECTED}:
        return Status.REJECTED, 0
    if codes == {Status.CONFIRMED}:
        return Status.CONFIRMED, 0
    accepted = not codes.isdisjoint({Status.CONFIRMED, Status.PARTIALLY_CONFIRMED})
    return (Status.PARTIALLY_CONFIRMED if accepted else TRACK_NONE), unanswered
