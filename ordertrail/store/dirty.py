"""Marks on documents whose consequences are not derived yet.

A mark is committed together with what made it necessary, so a process that dies in between loses nothing. It carries a
count, so that wiping off what was derived leaves what was marked meanwhile.
"""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, func, select

from ordertrail.store.bulk import chunks
from ordertrail.store.tables import DIRTY

Mark = tuple[int, int]
"""A document's number, and how often it had been marked."""

_AGAIN = "ON CONFLICT (document_id) DO UPDATE SET marks = dirty.marks + 1"


def mark(connection: Connection, documents: Iterable[int]) -> None:
    """Marks documents, once more if they are marked already."""
    rows = [(number,) for number in documents]
    blank = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    if rows:
        connection.exec_driver_sql(f"INSERT INTO dirty (document_id, marks) VALUES ({blank}, 1) {_AGAIN}", rows)  # noqa: S608 - no value in it


def mark_everything(connection: Connection) -> None:
    """Marks every document."""
    everything = "SELECT id, 1 FROM documents WHERE true"  # SQLite cannot tell ON CONFLICT from a join without WHERE
    connection.exec_driver_sql(f"INSERT INTO dirty (document_id, marks) {everything} {_AGAIN}")


def next_marks(connection: Connection, limit: int, *, but: Collection[int] = ()) -> list[Mark]:
    """The first marked documents, without those that somebody is at already."""
    query = select(DIRTY.c.document_id, DIRTY.c.marks).order_by(DIRTY.c.document_id).limit(limit + len(but))
    return [(number, marks) for number, marks in connection.execute(query) if number not in but][:limit]


def marks_of(connection: Connection, documents: Iterable[int]) -> list[Mark]:
    """The marks that these documents bear."""
    found: list[Mark] = []
    for some in chunks(documents):
        query = select(DIRTY.c.document_id, DIRTY.c.marks).where(DIRTY.c.document_id.in_(some))
        found.extend((number, marks) for number, marks in connection.execute(query))
    return found


def wipe(connection: Connection, marks: Sequence[Mark]) -> None:
    """Takes marks off, but for those that were renewed since they were read."""
    blank = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    if marks:
        statement = f"DELETE FROM dirty WHERE document_id = {blank} AND marks = {blank}"  # noqa: S608 - no value in it
        connection.exec_driver_sql(statement, list(marks))


def count_marks(connection: Connection) -> int:
    """How many documents are marked."""
    return connection.execute(select(func.count()).select_from(DIRTY)).scalar_one()
