"""What came in, and what became of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from orders.wording import Language
from orders.wording.errors import translated
from ordertrail.questions.workbooks import tallies
from ordertrail.store.engine import Store
from ordertrail.store.tables import ARRIVALS, DOCUMENTS

PAGE = 500
"""Files that are in memory at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameIn:
    """One file. `documents` are those that it brought, "type number"; `hint` says what to do about a rejected one."""

    id: str
    name: str
    sha256: str | None
    size: int
    state: str
    code: str | None
    message: str | None
    where: str | None
    hint: str | None
    received_at: datetime
    documents: tuple[str, ...]

    def as_json(self, language: Language) -> dict[str, Any]:
        """The object that `files --json` prints."""
        return {
            "id": self.id,
            "name": self.name,
            "sha256": self.sha256,
            "size": self.size,
            "state": self.state,
            "code": self.code,
            "message": self.message and translated(self.message, language),
            "received_at": f"{self.received_at:%Y-%m-%dT%H:%M:%SZ}",
            "documents": list(self.documents),
        }


def files_that_came(store: Store, language: Language, state: str | None = None) -> Iterator[CameIn]:
    """The files, the newest first; a waiting one by when it was first seen. Of a report that came back, `message` says
    what became of the decisions in it.
    """
    last: int | None = None
    while True:
        query = select(ARRIVALS).order_by(ARRIVALS.c.id.desc()).limit(PAGE)
        query = query if state is None else query.where(ARRIVALS.c.state == state)
        query = query if last is None else query.where(ARRIVALS.c.id < last)
        with store.reading() as connection:
            rows = connection.execute(query).all()
            contents = _contents(connection, [row.id for row in rows])
            told = {id_: tally.told(language) for id_, tally in tallies(connection, [row.id for row in rows]).items()}
        yield from (_came_in(row, contents.get(row.id, ()), told.get(row.id)) for row in rows)
        if len(rows) < PAGE:
            return
        last = rows[-1].id


def _came_in(row: Any, documents: Sequence[str], told: str | None) -> CameIn:
    return CameIn(
        id=row.arrival_id,
        name=f"{row.folder}/{row.name}" if row.folder else row.name,
        sha256=row.sha256,
        size=row.size,
        state=row.state,
        code=row.code,
        message=told or row.message,
        where=row.location,
        hint=row.hint,
        received_at=datetime.fromisoformat(row.received_at),
        documents=tuple(documents),
    )


def _contents(connection: Connection, arrivals: Sequence[int]) -> dict[int, list[str]]:
    query = select(DOCUMENTS.c.arrival, DOCUMENTS.c.type, DOCUMENTS.c.number).where(DOCUMENTS.c.arrival.in_(arrivals))
    found: dict[int, list[str]] = {}
    for arrival, kind, number in connection.execute(query.order_by(DOCUMENTS.c.arrival, DOCUMENTS.c.place)):
        found.setdefault(arrival, []).append(f"{kind} {number or ''}".rstrip())
    return found
