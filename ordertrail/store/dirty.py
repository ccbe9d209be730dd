"""Marks on documents whose consequences are not derived yet.

A mark is committed together with what made it necessary, so a process that dies in between loses nothing. Its stamp
tells when it was made: the transactions that mark queue for stamps, so who sees a stamp sees every smaller one, and
wiping off what was derived leaves what was marked anew meanwhile.
"""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, func, select

from ordertrail.store.bulk import execute, fetch, reserve_numbers, select_in
from ordertrail.store.tables import COUNTERS, DIRTY

Mark = tuple[int, int]
"""A document's number, and the stamp of its last marking."""

_AGAIN = "ON CONFLICT (document_id) DO UPDATE SET stamp = excluded.stamp"


def mark(connection: Connection, documents: Iterable[int]) -> None:
    """Marks documents."""
    stamp = reserve_numbers(connection, "mark", 1)
    if rows := [(number, stamp) for number in documents]:
        execute(connection, f"INSERT INTO dirty (document_id, stamp) VALUES (?, ?) {_AGAIN}", rows)  # noqa: S608 - blanks only


def mark_everything(connection: Connection) -> None:
    """Marks every document."""
    stamp = reserve_numbers(connection, "mark", 1)
    # "true", because SQLite cannot tell ON CONFLICT from a join where no WHERE stands before it.
    everything = "SELECT id, CAST(? AS BIGINT) FROM documents WHERE true"
    execute(connection, f"INSERT INTO dirty (document_id, stamp) {everything} {_AGAIN}", (stamp,))


def last_stamp(connection: Connection) -> int:
    """The stamp of the last marking."""
    stamp: int = connection.execute(select(COUNTERS.c.value).where(COUNTERS.c.name == "mark")).scalar_one()
    return stamp


def next_marks(connection: Connection, limit: int, *, up_to: int, but: Collection[int] = ()) -> list[Mark]:
    """The first marked documents with a stamp up to `up_to`, without those that somebody is at already."""
    query = select(DIRTY.c.document_id, DIRTY.c.stamp).where(DIRTY.c.stamp <= up_to)
    rows = connection.execute(query.order_by(DIRTY.c.document_id).limit(limit + len(but)))
    return [(number, stamp) for number, stamp in rows if number not in but][:limit]


def first_mark(connection: Connection, number: int) -> int | None:
    """The lowest number of a marked document, from some number on."""
    ((first,),) = fetch(connection, "SELECT MIN(document_id) FROM dirty WHERE document_id >= ?", (number,))
    return None if first is None else int(first)


def first_underived(connection: Connection) -> int | None:
    """The lowest number of a marked document that nothing was derived of yet."""
    derived = "SELECT 1 FROM document_states WHERE document_states.document_id = dirty.document_id"
    statement = f"SELECT document_id FROM dirty WHERE NOT EXISTS ({derived}) ORDER BY document_id LIMIT 1"  # noqa: S608 - no values
    return next((int(number) for (number,) in fetch(connection, statement)), None)


def marks_of(connection: Connection, documents: Iterable[int]) -> list[Mark]:
    """The marks that these documents bear."""
    query = "SELECT document_id, stamp FROM dirty WHERE document_id IN"
    return [(number, stamp) for number, stamp in select_in(connection, query, documents)]


def wipe(connection: Connection, marks: Sequence[Mark]) -> None:
    """Takes marks off, but for those that were renewed since they were read."""
    if marks:
        execute(connection, "DELETE FROM dirty WHERE document_id = ? AND stamp = ?", list(marks))


def count_marks(connection: Connection) -> int:
    """How many documents are marked."""
    return connection.execute(select(func.count()).select_from(DIRTY)).scalar_one()
