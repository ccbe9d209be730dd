"""Reading facts for the forming of cases: what documents hang on, and their bodies."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

from pydantic_core import from_json
from sqlalchemy import ColumnElement, Connection, func, select

from orders.document import Party, PartyId
from ordertrail.store.bulk import chunks
from ordertrail.store.decisions import (
    Kept,
    assigned_documents,
    assigned_keys,
    is_anything_decided,
    standing_decisions,
)
from ordertrail.store.tables import ARRIVALS, DOCUMENT_TERMS, DOCUMENTS
from ordertrail.store.values import instant

_CARDS = select(
    DOCUMENTS.c.id,
    ARRIVALS.c.sha256,
    DOCUMENTS.c.place,
    DOCUMENTS.c.type,
    DOCUMENTS.c.number_key,
    DOCUMENTS.c.issue_date,
    ARRIVALS.c.received_at,
    DOCUMENTS.c.supplier,
    DOCUMENTS.c.supplier_ids,
    DOCUMENTS.c.order_keys,
    DOCUMENTS.c.couples,
    DOCUMENTS.c.hangs,
    DOCUMENTS.c.links,
    DOCUMENTS.c.lines,
).join_from(DOCUMENTS, ARRIVALS)


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as the forming of cases sees it: what is on its card, and what people assigned it to.

    `filed` is its `orders.case.Filed.id`; `issued` the ISO date of its issue, or of its coming where it has none.
    """

    filed: str
    type: str
    number_key: str
    issued: str
    supplier: Party | None
    order_keys: tuple[str, ...]
    couples: bool
    hangs: bool
    links: tuple[tuple[str, str], ...]
    lines: int


class Library:
    """The facts as one transaction sees them, asked for many documents at once.

    With `as_of`, only documents issued and decisions taken up to the end of that day are there. A document without a
    date counts as issued on the day it came; days end by this computer's clock.
    """

    def __init__(self, connection: Connection, as_of: date | None = None) -> None:
        self.connection = connection
        self.as_of = as_of
        self._until = end_of_day(as_of) if as_of else None
        self._anything_decided = is_anything_decided(connection)

    def entries(self, documents: Iterable[int]) -> dict[int, Entry]:
        """The entries of documents by their numbers."""
        found: dict[int, Entry] = {}
        for some in chunks(documents):
            assigned = assigned_keys(self.connection, some, self._until) if self._anything_decided else {}
            for row in self.connection.execute(_CARDS.where(DOCUMENTS.c.id.in_(some))):
                found[row[0]] = _entry(row._tuple(), assigned.get(row[0], ()))
        return found

    def documents(self, terms: Iterable[str]) -> dict[str, list[int]]:
        """The numbers of the documents that each term finds; an empty list where it finds nothing."""
        found: dict[str, list[int]] = {}
        for some in chunks(terms):
            found.update((term, []) for term in some)
            query = select(DOCUMENT_TERMS.c.term, DOCUMENT_TERMS.c.document_id).where(DOCUMENT_TERMS.c.term.in_(some))
            if self.as_of:
                query = query.join(DOCUMENTS).join(ARRIVALS).where(_issued() <= self.as_of.isoformat())
            for term, number in self.connection.execute(query):
                found[term].append(number)
            if self._anything_decided:
                self._add_assigned(found, some)
        return found

    def page(self, after: int, size: int) -> list[int]:
        """The numbers of the first documents after one, ascending."""
        query = select(DOCUMENTS.c.id).where(DOCUMENTS.c.id > after)
        if self.as_of:
            query = query.join(ARRIVALS).where(_issued() <= self.as_of.isoformat())
        return list(self.connection.execute(query.order_by(DOCUMENTS.c.id).limit(size)).scalars())

    def bodies(self, documents: Iterable[int]) -> Iterator[tuple[int, str, str]]:
        """Number, `Filed.id` and body (JSON) of documents."""
        query = select(DOCUMENTS.c.id, ARRIVALS.c.sha256, DOCUMENTS.c.place, DOCUMENTS.c.body)
        for some in chunks(documents):
            rows = self.connection.execute(query.join_from(DOCUMENTS, ARRIVALS).where(DOCUMENTS.c.id.in_(some)))
            yield from ((number, f"{sha256}/{place}", body) for number, sha256, place, body in rows)

    def decisions(self, terms: Iterable[str], documents: Iterable[int]) -> list[Kept]:
        """The decisions on orders (by their terms) and documents that hold."""
        if not self._anything_decided:
            return []
        return list(standing_decisions(self.connection, terms, documents, self._until))

    def _add_assigned(self, found: dict[str, list[int]], terms: list[str]) -> None:
        assigned = list(assigned_documents(self.connection, terms, self._until))
        visible = set(self._visible(number for _, number in assigned))
        for term, number in assigned:
            if number in visible and number not in found[term]:
                found[term].append(number)

    def _visible(self, documents: Iterable[int]) -> Iterator[int]:
        if self.as_of is None:
            yield from documents
            return
        for some in chunks(documents):
            query = select(DOCUMENTS.c.id).join(ARRIVALS).where(DOCUMENTS.c.id.in_(some))
            yield from self.connection.execute(query.where(_issued() <= self.as_of.isoformat())).scalars()


def end_of_day(day: date) -> str:
    """The last moment of a day by this computer's clock, as the tables have it."""
    return instant(datetime.combine(day, time.max).astimezone())


def _issued() -> ColumnElement[str]:
    return func.coalesce(DOCUMENTS.c.issue_date, func.substr(ARRIVALS.c.received_at, 1, 10))


def _entry(row: Sequence[Any], assigned: tuple[str, ...]) -> Entry:
    _, sha256, place, kind, number_key, issued, came, supplier, supplier_ids, keys, couples, hangs, links, lines = row
    order_keys = _texts(keys)
    if assigned:
        order_keys = tuple(sorted({*order_keys, *assigned}))
    return Entry(
        filed=f"{sha256}/{place}",
        type=kind,
        number_key=number_key,
        issued=issued or came[:10],
        supplier=_party(supplier, supplier_ids),
        order_keys=order_keys,
        couples=bool(couples or assigned),
        hangs=bool(hangs),
        links=_pairs(links),
        lines=lines,
    )


def _texts(text: str) -> tuple[str, ...]:
    return () if text == "[]" else tuple(from_json(text))


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    return () if text == "[]" else tuple((one, other) for one, other in from_json(text))


@lru_cache(maxsize=16_384)
def _party(name: str | None, ids: str) -> Party | None:
    """The supplier as its card has it: enough to tell whether two are one."""
    if name is None and ids == "[]":
        return None
    return Party(name=name, ids=tuple(PartyId(scheme=scheme, value=value) for scheme, value in _pairs(ids)))
