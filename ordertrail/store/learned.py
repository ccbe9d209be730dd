"""What was learned from people, kept for good; taken back by another row.

Whose chances that changes depends on who is whose supplier, which the configuration has a say in. So nothing is marked
here: `ordertrail.derive` marks what events of learning (`events_after`) change, before it derives.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, exists, select

from orders.errors import Refuse
from orders.learned import LEARNED, Learned
from ordertrail.store.bulk import chunks, insert_rows, reserve_numbers
from ordertrail.store.tables import COUNTERS, LEARNED_ENTRIES, LEARNED_REVOCATIONS
from ordertrail.store.values import instant, storable

_EVENTS = "learning"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that was learned; who took it back, when and why, if somebody did."""

    learned: Learned
    revoked_at: datetime | None = None
    revoked_by: str | None = None
    revoked_why: str | None = None


def learn(connection: Connection, one: Learned) -> Learned:
    """Keeps something that was learned; its `id` is given here."""
    event = reserve_numbers(connection, _EVENTS, 1)
    kept = replace(one, id=reserve_numbers(connection, "learned", 1))
    body = storable(LEARNED.to_json(kept).decode())
    insert_rows(connection, LEARNED_ENTRIES, [(kept.id, event, kept.decision, instant(kept.taken_at), body)])
    return kept


def unlearn(connection: Connection, learned: int, *, taken_at: datetime, taken_by: str, why: str = "") -> None:
    """Takes something back that was learned.

    Raises:
        Refuse: `LEARNED_UNKNOWN` if there is no such thing, or it was taken back before.
    """
    if not any(one.learned.id == learned for one in _entries(connection, LEARNED_ENTRIES.c.id == learned, None)):
        raise Refuse("LEARNED_UNKNOWN", f"Nothing was learned under the number {learned} that could be revoked.")
    event = reserve_numbers(connection, _EVENTS, 1)
    row = (learned, event, instant(taken_at), storable(taken_by), storable(why))
    insert_rows(connection, LEARNED_REVOCATIONS, [row])


def learned_until(connection: Connection, until: str | None = None) -> list[Learned]:
    """What is known now, or was at the moment `until`; ascending by id."""
    return [one.learned for one in _entries(connection, LEARNED_ENTRIES.c.id > 0, until)]


def ever_learned(connection: Connection) -> Iterator[Entry]:
    """Everything that was ever learned, also what was taken back; ascending by id."""
    revocation = LEARNED_REVOCATIONS.c
    query = select(LEARNED_ENTRIES.c.body, revocation.taken_at, revocation.taken_by, revocation.why)
    query = query.outerjoin(LEARNED_REVOCATIONS, revocation.learned_id == LEARNED_ENTRIES.c.id)
    for body, at, by, why in connection.execute(query.order_by(LEARNED_ENTRIES.c.id)):
        yield Entry(LEARNED.from_json(body), None if at is None else datetime.fromisoformat(at), by, why)


def taught_by(connection: Connection, decisions: Iterable[int]) -> list[Learned]:
    """What decisions taught that still holds."""
    found: list[Learned] = []
    for some in chunks(decisions):
        found += (one.learned for one in _entries(connection, LEARNED_ENTRIES.c.decision_id.in_(some), None))
    return found


def last_event(connection: Connection) -> int:
    """How often something was learned or taken back."""
    event: int = connection.execute(select(COUNTERS.c.value).where(COUNTERS.c.name == _EVENTS)).scalar_one()
    return event


def events_after(connection: Connection, event: int) -> list[Learned]:
    """What was learned or taken back since then."""
    revoked = select(LEARNED_REVOCATIONS.c.learned_id).where(LEARNED_REVOCATIONS.c.event > event)
    concerned = (LEARNED_ENTRIES.c.event > event) | LEARNED_ENTRIES.c.id.in_(revoked)
    query = select(LEARNED_ENTRIES.c.body).where(concerned).order_by(LEARNED_ENTRIES.c.id)
    return [LEARNED.from_json(body) for body in connection.execute(query).scalars()]


def _entries(connection: Connection, about: ColumnElement[bool], until: str | None) -> Iterator[Entry]:
    revoked = select(LEARNED_REVOCATIONS.c.learned_id).where(LEARNED_REVOCATIONS.c.learned_id == LEARNED_ENTRIES.c.id)
    query = select(LEARNED_ENTRIES.c.body).where(about).order_by(LEARNED_ENTRIES.c.id)
    if until is not None:
        revoked = revoked.where(LEARNED_REVOCATIONS.c.taken_at <= until)
        query = query.where(LEARNED_ENTRIES.c.taken_at <= until)
    for body in connection.execute(query.where(~exists(revoked))).scalars():
        yield Entry(LEARNED.from_json(body))
