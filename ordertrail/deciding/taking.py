"""Keeping decisions and taking them back; what that changes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from orders.assessment import DOCUMENT_ASSESSMENT, DocumentAssessment, OrderAssessment
from orders.case import Decision, DecisionKind
from orders.errors import Refuse
from orders.learned import Learned
from orders.policy import Policy
from orders.wording import Language, label
from ordertrail.deciding.judging import Author, Draft
from ordertrail.deciding.lessons import teach
from ordertrail.deciding.naming import order_meant, order_of_id
from ordertrail.questions.decisions import Taken, decisions_of, taken
from ordertrail.store.decisions import keep, revoke
from ordertrail.store.engine import Store
from ordertrail.store.filed import filed_numbers
from ordertrail.store.learned import taught_by, unlearn
from ordertrail.store.tables import DOCUMENT_STATES


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How the status of an order, or of one of its lines, changed. None: it was not there."""

    order: str
    line: str | None = None
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was decided, and the orders as they were and as they are; those that stayed as they were too. `learned` is
    what the decisions taught or, where they were taken back, what is not known any more.
    """

    taken: tuple[Taken, ...]
    changes: tuple[Change, ...]
    learned: tuple[Learned, ...] = ()


def take(
    connection: Connection,
    decisions: Iterable[Decision],
    arrival_id: str | None = None,
    *,
    policy: Policy | None = None,
) -> list[Decision]:
    """Keeps decisions that were judged in this transaction; `arrival_id` is the workbook that they came in.

    The one place where a decision of a person becomes a fact. With the `policy`, beside which it is to hold, what they
    teach is kept as well; without it, they teach nothing.

    Raises:
        Refuse: if what it is about is not there. The transaction must then be given up.
    """
    kept = []
    for one in decisions:
        kept.append(keep(connection, one, arrival_id=arrival_id))
        if policy is not None:
            teach(connection, kept[-1], policy)
    return kept


def decide(store: Store, draft: Draft, derive: Callable[[], object], policy: Policy | None = None) -> Outcome:
    """Keeps what `draft` says, all of it or nothing, and derives what follows. `policy` as for `take`.

    Raises:
        Refuse: what `draft` refuses.
    """
    derive()  # what is judged is what holds now, not what held before the documents that just came
    with store.writing() as connection:
        drafts = draft(connection)
        before = _standing(connection, drafts)
        kept = take(connection, drafts, policy=policy)
        learned = taught_by(connection, [one.id for one in kept])
    return _outcome(store, kept, before, derive, learned)


def take_back(
    store: Store, ids: Callable[[Connection], Sequence[int]], author: Author, derive: Callable[[], object]
) -> Outcome:
    """Revokes decisions, all of them or none, with what they taught, and derives what follows.

    Raises:
        Refuse: if there is nothing to revoke.
    """
    derive()
    with store.writing() as connection:
        numbers = ids(connection)
        decisions = [one.decision for one in taken(connection, numbers)]
        before = _standing(connection, decisions)
        for number in numbers:
            revoke(connection, number, taken_at=author.at, taken_by=author.by, why=author.why)
        learned = taught_by(connection, numbers)
        for one in learned:
            unlearn(connection, one.id, taken_at=author.at, taken_by=author.by, why=author.why)
    return _outcome(store, decisions, before, derive, learned)


def standing_of_kind(
    connection: Connection, order: str, kind: DecisionKind, line: str | None, language: Language
) -> list[int]:
    """The decisions of a kind on an order, or on a line of it, that stand.

    Raises:
        Refuse: `DECISION_UNKNOWN` if there is none, with those that there are; and what naming an order refuses.
    """
    found = [one for one in decisions_of(connection, order_meant(connection, order, language)) if one.stands]
    wanted = [one for one in found if one.decision.kind is kind and line in (None, one.decision.order_line)]
    if wanted:
        return [one.decision.id for one in wanted]
    there = ", ".join(f"{one.decision.id} {one.decision.kind}" for one in found) or "–"
    raise Refuse("DECISION_UNKNOWN", label("decide.none_of_kind", language, order=order, kind=kind.value, there=there))


def _outcome(
    store: Store,
    kept: Sequence[Decision],
    before: "_Standing",
    derive: Callable[[], object],
    learned: Iterable[Learned],
) -> Outcome:
    derive()
    with store.reading() as connection:
        after = _standing(connection, kept) | {id_: order_of_id(connection, id_) for id_ in before}
        told = tuple(taken(connection, [one.id for one in kept]))
    changes = tuple(change for id_ in sorted(after) for change in _changes(before.get(id_), after[id_]))
    return Outcome(told, changes, tuple(learned))


_Standing = dict[str, OrderAssessment | None]


def _standing(connection: Connection, decisions: Iterable[Decision]) -> _Standing:
    """The orders that decisions are about, and those that their documents count for."""
    ids: set[str] = set()
    for decision in decisions:
        ids.update([decision.order] if decision.order else ())
        for state in _states(connection, decision.document):
            ids.update(state.orders)
    return {id_: order_of_id(connection, id_) for id_ in ids}


def _states(connection: Connection, document: str | None) -> list[DocumentAssessment]:
    number = filed_numbers(connection, [document] if document else []).get(document or "")
    query = select(DOCUMENT_STATES.c.body).where(DOCUMENT_STATES.c.document_id == (number or 0))
    return [DOCUMENT_ASSESSMENT.from_json(body) for body in connection.execute(query).scalars()]


def _changes(before: OrderAssessment | None, after: OrderAssessment | None) -> Iterable[Change]:
    """The order's own change first, also where its status stayed; then lines whose status is another one."""
    order = after or before
    if order is None:
        return
    yield Change(
        order=order.number,
        before=before.status.value if before else None,
        after=after.status.value if after else None,
    )
    earlier = {line.line: line.status.value for line in before.lines} if before else {}
    for line in after.lines if after else ():
        if earlier.get(line.line) != line.status.value:
            yield Change(order=order.number, line=line.line, before=earlier.get(line.line), after=line.status.value)
