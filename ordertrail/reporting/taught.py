"""What was learned as the reports show it."""

from collections.abc import Iterator
from datetime import datetime

from orders.policy import Policy
from ordertrail.questions.learned import Lesson, lessons, supplier_name
from ordertrail.store.engine import Store
from reports.entries import LearnedThing


def learned_things(store: Store, policy: Policy, moment: str | None) -> Iterator[LearnedThing]:
    """Everything that was learned, the newest first; as it stood at a moment (as the tables have it)."""
    with store.reading() as connection:
        found = lessons(connection, policy, None if moment is None else datetime.fromisoformat(moment))
    return map(_thing, reversed(found))


def _thing(lesson: Lesson) -> LearnedThing:
    one = lesson.learned
    return LearnedThing(
        number=one.id,
        supplier=supplier_name(one.supplier),
        kind=one.kind.value,
        source=one.source,
        target=one.target,
        factor=one.factor,
        item=one.item,
        standing=lesson.standing.value,
        at=one.taken_at,
        by=one.taken_by,
        decision=one.decision,
        why=one.why,
    )
