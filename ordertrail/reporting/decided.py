"""Decisions as the reports show them: each one, and what became of it where its exception is still open."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from sqlalchemy import Connection

from orders.answer import Answer, RowKey
from orders.assessment import Assessment
from orders.case import Decision, DecisionKind
from orders.message import Message
from orders.references import order_keys
from orders.saying import decision_message
from ordertrail.deciding.answering import OVERTAKEN
from ordertrail.questions.decisions import Taken, all_decisions, until
from ordertrail.questions.workbooks import Refused, is_anything_answered, refusals_at, refused_answers
from ordertrail.store.decisions import is_anything_decided, standing_decisions
from ordertrail.store.engine import Store
from ordertrail.store.filed import filed_numbers
from ordertrail.store.terms import order_term
from reports.decidable import deviation_key, line_key
from reports.entries import OPEN, DecidedThing

Remarks = Mapping[str, tuple[Message, ...]]


def decided_things(store: Store, moment: str | None) -> Iterator[DecidedThing]:
    """Every decision and every refused one, the newest first; as they stood at a moment (as the tables have it)."""
    with store.reading() as connection:
        taken = list(all_decisions(connection))
        refused = list(refused_answers(connection, moment))
    if moment is not None:
        taken = list(until(taken, datetime.fromisoformat(moment)))
    found = [*map(_of_decision, taken), *map(_of_refused, refused)]
    yield from sorted(found, key=lambda one: (one.at, one.number or 0), reverse=True)


def remarks(connection: Connection, assessments: Iterable[Assessment]) -> Remarks:
    """What to say of earlier decisions at exceptions that are open all the same, by `RowKey.place`."""
    found: dict[str, tuple[Message, ...]] = {}
    keys = list(_open_keys(assessments))
    if keys and is_anything_answered(connection):
        refusals = refusals_at(connection, (key.topic for key in keys))
        for key in keys:
            if (refused := refusals.get(key.topic)) is not None and _is_about(refused, key):
                args = {"who": refused.by, "day": refused.at.date().isoformat(), "reason": refused.reason}
                found[key.place] = (Message("remark.refused", args | {"said": _said(refused.answer)}),)
    if keys and is_anything_decided(connection):
        for key, decision in _void(connection, keys):
            args = {"who": decision.taken_by, "day": decision.taken_at.date().isoformat(), "id": str(decision.id)}
            found[key.place] = (*found.get(key.place, ()), Message("remark.void", args))
    return found


def _is_about(refused: Refused, key: RowKey) -> bool:
    """Whether a refusal is to be read at a row: it was about just that, or about what has become of it."""
    about = refused.answer.key
    return about is not None and (about.place == key.place or refused.code == OVERTAKEN)


def _said(answer: Answer) -> str:
    return " · ".join(part for part in (answer.decision, answer.target, answer.quantity) if part)


def _open_keys(assessments: Iterable[Assessment]) -> Iterator[RowKey]:
    for assessment in assessments:
        yield from (deviation_key(one) for one in assessment.deviations if one.state == OPEN)
        yield from map(line_key, assessment.unmatched)


def _void(connection: Connection, keys: Iterable[RowKey]) -> Iterator[tuple[RowKey, Decision]]:
    """Verdicts that stand, and were about what these rows said before: the newest for each."""
    open_ones = {_subject(key): key for key in keys if key.about == "deviation"}
    terms = {
        order_term(name) for key in open_ones.values() for name in order_keys((key.order or "").rpartition("@")[0])
    }
    documents = {key.document for key in open_ones.values() if key.document}
    newest: dict[str, tuple[RowKey, Decision]] = {}
    for kept in standing_decisions(connection, terms, filed_numbers(connection, documents).values()):
        one = kept.decision
        key = open_ones.get((one.code, one.order, one.order_line, one.document, one.document_line))
        if key is None or one.kind not in (DecisionKind.ACCEPT, DecisionKind.REJECT) or one.seen in (None, key.seen):
            continue
        if key.place not in newest or newest[key.place][1].id < one.id:
            newest[key.place] = (key, one)
    yield from newest.values()


def _subject(key: RowKey) -> tuple[str | None, ...]:
    return key.code.value, key.order, key.order_line, key.document, key.document_line


def _of_decision(taken: Taken) -> DecidedThing:
    decision = taken.decision
    return DecidedThing(
        number=decision.id,
        at=decision.taken_at,
        by=decision.taken_by,
        state="stands" if taken.stands else "revoked",
        said=decision_message(decision, taken.type, taken.number),
        order=taken.order_number,
        line=decision.order_line,
        document_type=taken.type,
        document_number=taken.number,
        why=decision.why,
        reason=None if taken.revoked is None else _revoked(taken),
        file=taken.file,
    )


def _revoked(taken: Taken) -> str:
    revoked = taken.revoked
    return "" if revoked is None else f"{revoked.by}, {revoked.at.date().isoformat()}. {revoked.said}".strip()


def _of_refused(refused: Refused) -> DecidedThing:
    answer, key = refused.answer, refused.answer.key
    return DecidedThing(
        number=None,
        at=refused.at,
        by=refused.by,
        state="refused",
        said=Message("remark.row", {"row": str(answer.row), "said": _said(answer)}),
        order=key.order.rpartition("@")[0] if key and key.order else None,
        line=key.order_line if key else None,
        document_type=None,
        document_number=None,
        why=answer.why,
        reason=refused.reason,
        file=refused.file,
    )
