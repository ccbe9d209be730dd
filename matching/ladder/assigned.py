"""Rung 0: a person said where the line belongs."""

from matching.desk import Desk
from matching.ladder.ask import Ask, Doubt, Match, Share, evidence
from matching.paper import line_id
from matching.shelf import Place
from orders.case import Decision
from orders.deviations import DeviationCode
from orders.message import Message
from orders.numbers import Quantity
from orders.quantity import ZERO, minus

RULE = "decision"


def by_decision(ask: Ask, desk: Desk) -> Match | Doubt | None:
    """The order lines that a person assigned the line to. Where they gave quantities that leave a rest, it stays
    unmatched: they moved the line away from where the other rungs would put it.
    """
    if not desk.decided.assigned:
        return None
    decisions = desk.decided.assigned.get((ask.paper.id, line_id(ask.paper, ask.row)))
    if not decisions:
        return None
    found = [(decision, place) for decision in decisions if (place := _place(decision, desk)) is not None]
    if not found:
        return Doubt(DeviationCode.LINE_UNMATCHED, ())
    shares = _shares(ask, found)
    return Match(RULE, shares, shares[-1].evidence or _evidence(ask, *found[-1]))


def _evidence(ask: Ask, decision: Decision, place: Place) -> Message:
    return evidence("evidence.decision", ask, place, who=decision.taken_by, why=decision.said)


def _place(decision: Decision, desk: Desk) -> Place | None:
    for book in desk.books:
        if book.id == decision.order and decision.order_line is not None:
            lines = book.with_id(decision.order_line)
            return (book, lines[0]) if lines else None
    return None


def _shares(ask: Ask, found: list[tuple[Decision, Place]]) -> tuple[Share, ...]:
    """The newest assignment without a quantity takes all; otherwise each its quantity, as long as there is some."""
    last, place = found[-1]
    if last.quantity is None or ask.quantity is None:
        return (Share(*place, ask.quantity),)
    sign = -1 if ask.quantity < 0 else 1
    left: Quantity = abs(ask.quantity)
    parts = {where: decision for decision, where in found if decision.quantity is not None}
    kept = []
    for (book, line), decision in parts.items():
        taken = min(left, abs(decision.quantity or ZERO))
        if taken > 0:
            kept.append(Share(book, line, taken * sign, _evidence(ask, decision, (book, line))))
            left = minus(left, taken)
    return tuple(kept) or (Share(*place, ZERO),)
