"""What a buyer should do next: rules in the order of their urgency, the first that holds decides."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from orders.assessment import Deviation, LineAssessment
from orders.deviations import RESPONSE_CODES, DeviationCode, Severity
from orders.message import Message
from orders.status import Track
from reports.progress import days_late, due_date, goods_open, open_to_invoice, open_to_receive, track_is_on

URGENCY = {Severity.BLOCK: 0, Severity.REVIEW: 1, Severity.INFO: 2}
"""Which severity comes first."""


@dataclass(frozen=True, slots=True)
class Situation:
    """A line on a day, with the deviations that are open, and those that the buyer rejected."""

    line: LineAssessment
    deviations: Sequence[Deviation]
    as_of: date
    rejected: Sequence[Deviation] = ()


class Actor(StrEnum):
    """Who has to act."""

    BUYER = "buyer"
    SUPPLIER = "supplier"
    WAREHOUSE = "warehouse"
    ACCOUNTING = "accounting"


ACTORS: Mapping[str, Actor] = {
    "action.await_delivery": Actor.SUPPLIER,
    "action.await_invoice": Actor.SUPPLIER,
    "action.answer_anew": Actor.SUPPLIER,
    "action.put_right": Actor.SUPPLIER,
    "action.book_receipt": Actor.WAREHOUSE,
    "action.quantity_over_shipped": Actor.WAREHOUSE,
    "action.invoiced_not_received": Actor.ACCOUNTING,
    "action.line_amount_mismatch": Actor.ACCOUNTING,
    "action.total_mismatch": Actor.ACCOUNTING,
    "action.tax_mismatch": Actor.ACCOUNTING,
    "action.duplicate": Actor.ACCOUNTING,
    "action.possible_duplicate": Actor.ACCOUNTING,
    "action.credit_without_invoice": Actor.ACCOUNTING,
    "action.credit_exceeds_invoiced": Actor.ACCOUNTING,
    "action.bank_account_changed": Actor.ACCOUNTING,
}
"""Whose the steps are that are not the buyer's."""


@dataclass(frozen=True, slots=True)
class Action:
    """What to do, and how urgent it is among all actions (0 is the most urgent)."""

    message: Message
    urgency: int

    @property
    def actor(self) -> Actor:
        """Who has to do it."""
        return actor_of(self.message)


def urgency(deviation: Deviation) -> tuple[int, float]:
    """The key that sorts deviations: severe ones first, then by the money at stake."""
    return URGENCY[deviation.severity], -float(deviation.amount or 0)


def telling(deviations: Sequence[Deviation]) -> tuple[Deviation, ...]:
    """Of what concerns an order as a whole, what makes a difference to each of its lines: the first deviation of each
    code, and the most urgent of each code and severity, in their turn. An order may have thousands, and lines too.
    """
    first: dict[DeviationCode, int] = {}
    worst: dict[tuple[DeviationCode, Severity], int] = {}
    for at, one in enumerate(deviations):
        first.setdefault(one.code, at)
        before = worst.setdefault((one.code, one.severity), at)
        if urgency(one) < urgency(deviations[before]):
            worst[one.code, one.severity] = at
    return tuple(deviations[at] for at in sorted({*first.values(), *worst.values()}))


def resolve(code: DeviationCode, line: LineAssessment | None = None) -> Message:
    """What is usually done about a deviation, of an order line if it is about one."""
    if code is DeviationCode.GOODS_REJECTED and line is not None and line.closed_short > 0 and not goods_open(line):
        return Message("action.goods_rejected.closed")
    return Message(f"action.{code}")


def actor_of(action: Message) -> Actor:
    """Who has to do something: the buyer, where nobody else is named."""
    return ACTORS.get(action.code, Actor.BUYER)


def next_action(situation: Situation) -> Action | None:
    """The most urgent thing to do about a line; None if nothing is."""
    for rank, rule in enumerate(RULES):
        if message := rule(situation):
            return Action(message, rank)
    return None


def _clear_the_block(situation: Situation) -> Message | None:
    return _resolve_worst(situation, Severity.BLOCK)


def _chase_late_goods(situation: Situation) -> Message | None:
    late = days_late(situation.line, situation.as_of)
    return Message("action.chase_delivery", {"days": str(late)}) if late else None


def _decide_a_deviation(situation: Situation) -> Message | None:
    return _resolve_worst(situation, Severity.REVIEW)


def _await_what_was_asked_for(situation: Situation) -> Message | None:
    """What the buyer rejected is the supplier's to put right: by another answer, by a credit note or a new bill."""
    worst = min(situation.rejected, key=urgency, default=None)
    if worst is None:
        return None
    code = "action.answer_anew" if worst.code in RESPONSE_CODES else "action.put_right"
    return Message(code, {"code": worst.code.value})


def _chase_the_response(situation: Situation) -> Message | None:
    line = situation.line
    unanswered = track_is_on(line, Track.RESPONSE) and not line.answered and goods_open(line) > 0
    return Message("action.chase_response") if unanswered else None


def _book_the_receipt(situation: Situation) -> Message | None:
    line = situation.line
    on_its_way = open_to_receive(line) > 0 and not line.shipped_inferred and line.shipped > line.received
    return Message("action.book_receipt") if on_its_way else None


def _await_the_goods(situation: Situation) -> Message | None:
    due = due_date(situation.line)
    if goods_open(situation.line) <= 0:
        return None
    return Message("action.await_delivery", {"date": due.isoformat()}) if due else Message("action.ask_for_a_date")


def _await_the_invoice(situation: Situation) -> Message | None:
    return Message("action.await_invoice") if open_to_invoice(situation.line) > 0 else None


def _resolve_worst(situation: Situation, severity: Severity) -> Message | None:
    worst = min((one for one in situation.deviations if one.severity is severity), key=urgency, default=None)
    return resolve(worst.code, situation.line) if worst else None


RULES: tuple[Callable[[Situation], Message | None], ...] = (
    _clear_the_block,
    _chase_late_goods,
    _decide_a_deviation,
    _await_what_was_asked_for,
    _chase_the_response,
    _book_the_receipt,
    _await_the_goods,
    _await_the_invoice,
)
