"""Everything that can happen to a store, in any order: documents of every kind, decisions and their revocation, lessons
and their revocation, runs and rebuilds in between. Laws 1 and 3 hold, and an earlier day is as it was."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from matching import assess
from orders.assessment import ASSESSMENT
from orders.case import Decision
from orders.document import Document
from orders.learned import Learned
from ordertrail.derive.as_of import assess_as_of
from ordertrail.rebuild import check, rebuild
from ordertrail.store.decisions import revoke
from ordertrail.store.engine import Store
from ordertrail.store.learned import learn, unlearn
from tests.cases.build import POLICY
from tests.laws.shelves import derivations, derived, put, say, shelf
from tests.laws.test_laws_of_decisions import judged
from tests.laws.test_laws_of_learning import lessons
from tests.laws.told import Told, stories

pytestmark = pytest.mark.slow

FEW = settings(max_examples=20)
Event = Callable[[Store], None]
_BACK = datetime(2026, 6, 20, 9, tzinfo=UTC)


def take_back(decision: int, at: datetime = _BACK) -> Event:
    def happen(store: Store) -> None:
        with store.writing() as connection:
            revoke(connection, decision, taken_at=at, taken_by="buyer")

    return happen


def teach(learned: Learned) -> Event:
    def happen(store: Store) -> None:
        with store.writing() as connection:
            learn(connection, learned)

    return happen


def forget(learned: int, at: datetime = _BACK) -> Event:
    def happen(store: Store) -> None:
        with store.writing() as connection:
            unlearn(connection, learned, taken_at=at, taken_by="buyer")

    return happen


@FEW
@given(stories(), st.integers(0, 1_000_000))
def test_documents_among_all_that_people_said_end_as_if_they_had_come_first(told: Told, seed: int) -> None:
    # The story is drawn by hypothesis; the order of events as well would be too much to shrink.
    chance = Random(seed)  # noqa: S311 - a test's dice
    with shelf() as first, shelf() as among:
        put(first, enumerate(told.documents))
        derived(first)
        kept = say(first, [*told.decisions, *judged(first, chance)])
        said = _said(chance, len(kept), lessons(chance, told.documents))
        for event in said:
            event(first)
        derived(first)
        assert list(check(first, POLICY, assess)) == []
        _mixed(among, chance, told.documents, kept, said)
        assert list(check(among, POLICY, assess)) == []
        assert derivations(among) == derivations(first)
        rebuild(among, POLICY, assess)
        assert derivations(among) == derivations(first)


def _said(chance: Random, kept: int, taught: Iterable[Learned]) -> list[Event]:
    """What people said once `kept` decisions were taken: lessons, and now and then something is taken back."""
    said = [take_back(number) for number in range(1, kept + 1) if not chance.randrange(3)]
    for number, one in enumerate(taught, 1):
        said.append(teach(one))
        if not chance.randrange(3):
            said.append(forget(number))
    return said


def _mixed(
    store: Store, chance: Random, documents: Sequence[Document], kept: Sequence[Decision], said: Iterable[Event]
) -> None:
    """The documents in any order among what was said in its own; a decision once what it is about is there."""
    waiting, decisions, events = list(enumerate(documents)), list(kept), list(said)
    chance.shuffle(waiting)
    while waiting or decisions or events:
        if waiting and chance.randrange(2):
            put(store, [waiting.pop() for _ in range(min(len(waiting), chance.choice((1, 1, 2, 5))))])
        elif decisions:
            taken = say(store, decisions[:1])
            assert taken or waiting, "what was decided before is refused though all documents are there"
            del decisions[: len(taken)]
        elif events:
            events.pop(0)(store)
        if not chance.randrange(4):
            derived(store)
    derived(store)


@FEW
@given(stories(), st.integers(0, 120), st.integers(0, 1_000_000))
def test_as_of_a_day_is_what_was_there_by_its_end_whatever_came_later(told: Told, after: int, seed: int) -> None:
    day, chance = date(2026, 3, 1) + timedelta(days=after), Random(seed)  # noqa: S311 - a test's dice
    taught = [replace(one, taken_at=_on(chance)) for one in lessons(chance, told.documents)]
    taught.sort(key=lambda one: one.taken_at)
    by_then = [one for one in told.decisions if one.taken_at.date() <= day]
    with shelf() as then, shelf() as later:
        put(then, ((number, one) for number, one in enumerate(told.documents) if _issued(one) <= day))
        put(later, enumerate(told.documents))
        decided = say(then, by_then)
        everything = say(later, [*decided, *told.decisions[len(by_then) :]])
        backs = [(take_back(one.id, at), at) for one in everything if (at := _soon_after(chance, one.taken_at))]
        learnt = [(teach(one), one.taken_at) for one in taught]
        learnt += [
            (forget(number, at), at)
            for number, one in enumerate(taught, 1)
            if (at := _soon_after(chance, one.taken_at))
        ]
        for event, at in (*backs, *learnt):
            event(later)
            if at.date() <= day:
                event(then)
        assert _as_of(later, day) == _as_of(then, day)
        if chance.randrange(2):  # what is stored plays no part in it
            derived(later)
            assert _as_of(later, day) == _as_of(then, day)


def _on(chance: Random) -> datetime:
    return datetime(2026, 3, 1, 12, tzinfo=UTC) + timedelta(days=chance.randrange(120))


def _soon_after(chance: Random, at: datetime) -> datetime | None:
    """When something was taken back; mostly it was not."""
    return None if chance.randrange(3) else at + timedelta(days=chance.randrange(1, 40))


def _issued(one: Document) -> date:
    assert one.issue_date is not None
    return one.issue_date


def _as_of(store: Store, day: date) -> list[bytes]:
    return sorted(ASSESSMENT.to_json(one) for one in assess_as_of(store, POLICY, assess, day))
