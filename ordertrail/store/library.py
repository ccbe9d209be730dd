"""Reading facts for the forming of cases: what documents hang on, and their bodies."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from typing import Any, NamedTuple

from sqlalchemy import Connection

from orders.case import DecisionKind, KnownAccount
from orders.deviations import DeviationCode
from orders.document import Party
from orders.learned import Learned
from orders.likeness import period
from orders.parties import same_party
from ordertrail.cases.groups import alone
from ordertrail.store.accounts import accounts_on, first_accounts
from ordertrail.store.bulk import MANY, chunks, fetch, select_in
from ordertrail.store.decisions import (
    Kept,
    assigned_documents,
    assigned_keys,
    ever_assigned,
    is_anything_decided,
    standing_decisions,
    standing_verdicts,
)
from ordertrail.store.dirty import marks_of
from ordertrail.store.learned import last_event, learned_until
from ordertrail.store.parties import card_party
from ordertrail.store.terms import alike_term, link_term, number_term, sought_term
from ordertrail.store.values import instant

_FILED = "FROM documents JOIN arrivals ON arrivals.id = documents.arrival WHERE"
_CARDS = (
    "SELECT documents.id, sha256, place, type, number_key, issue_date, received_at, supplier, supplier_ids, "
    f"order_keys, couples, hangs, links, lines, alike {_FILED} documents.id IN"
)
_DATED = "SELECT document_id FROM item_terms WHERE term = ? AND day >= ? AND day <= ? AND day <= ? AND document_id < ?"
_MORE = (
    "SELECT 1 FROM item_terms WHERE term = column1 AND day >= column2 AND day <= column3 AND day <= ? "
    "AND document_id < ? LIMIT 1 OFFSET ?"
)
_LAST_DAY = "9999-12-31"
_ANY = 2**62  # above every number
_ISSUED = "COALESCE(issue_date, SUBSTR(received_at, 1, 10)) <= ?"


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as the forming of cases sees it: what is on its card, and what people assigned it to.

    `filed` is its `orders.case.Filed.id`; `strays` are the members of cases (`ordertrail.cases.search.Outline`) that it
    would be, or may have been, but for what it hangs on or was assigned to. Of the terms (`ordertrail.store.terms`)
    `named` finds what bears its type and number, `referring` what refers to it, each of `refers` something that it
    refers to; "" where it has no number. `issued` is the ISO date of its issue, or of its coming where it has
    none. `alike` find bills that could be its doubles: those of its own days, then of the days before and after.
    """

    filed: str
    strays: tuple[str, ...]
    type: str
    named: str
    referring: str
    refers: tuple[str, ...]
    issued: str
    supplier: Party | None
    order_keys: tuple[str, ...]
    couples: bool
    hangs: bool
    lines: int
    alike: tuple[str, ...] = ()


class Items(NamedTuple):
    """What an order, or a document that `seeks` one as it names none, is found by: its day (ISO 8601), its items."""

    day: str
    seeks: bool
    items: tuple[str, ...]


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
        self._seeks: bool | None = None

    def entries(self, documents: Collection[int]) -> dict[int, Entry]:
        """The entries of documents by their numbers."""
        assigned: dict[int, tuple[str, ...]] = {}
        ever: dict[int, tuple[str, ...]] = {}
        if self._anything_decided:
            assigned = assigned_keys(self.connection, documents, self._until)
            ever = ever_assigned(self.connection, documents)
        rows = select_in(self.connection, _CARDS, documents)
        return {row[0]: _entry(row, assigned.get(row[0], ()), ever.get(row[0], ())) for row in rows}

    def documents(self, terms: Collection[str]) -> dict[str, list[int]]:
        """The numbers of the documents that each term finds; an empty list where it finds nothing."""
        found: dict[str, list[int]] = {term: [] for term in terms}
        query = "SELECT term, document_id FROM document_terms WHERE term IN"
        for term, number in select_in(self.connection, query, terms):
            found[term].append(number)
        if self._anything_decided:
            for term, number in assigned_documents(self.connection, terms, self._until):
                if number not in found[term]:
                    found[term].append(number)
        return self._as_of(found) if self.as_of else found

    def seeks(self) -> bool:
        """Whether any document that names no order is to be found by its items."""
        if self._seeks is None:
            statement = "SELECT term FROM item_terms WHERE term >= ? ORDER BY term LIMIT 1"
            first = fetch(self.connection, statement, (sought_term(""),))
            self._seeks = any(term.startswith(sought_term("")) for (term,) in first)
        return self._seeks

    def items(self, documents: Collection[int]) -> dict[int, Items]:
        """Day and items of those documents that are orders, or name none."""
        query = "SELECT document_id, day, seeks, items FROM document_items WHERE document_id IN"
        rows = select_in(self.connection, query, documents)
        return {number: Items(day, bool(seeks), tuple(items.split("\n"))) for number, day, seeks, items in rows}

    def fuller(
        self, stretches: Collection[tuple[str, str, str]], than: int, before: int | None = None
    ) -> set[tuple[str, str, str]]:
        """The item terms with a first and a last day that find more documents issued then than so many; counting those
        with a number below `before`.
        """
        found: set[tuple[str, str, str]] = set()
        for some in chunks(sorted(stretches), MANY // 3):  # in the order of the table: each page is looked at once
            blanks = ", ".join(["(?, ?, ?)"] * len(some))
            statement = f"SELECT * FROM (VALUES {blanks}) AS asked WHERE EXISTS ({_MORE})"  # noqa: S608 - blanks only
            values = (value for stretch in some for value in stretch)
            limits = self._last_day, _ANY if before is None else before, than
            found.update(
                (term, first, last) for term, first, last in fetch(self.connection, statement, (*values, *limits))
            )
        return found

    def found(self, stretch: tuple[str, str, str], before: int | None = None) -> list[int]:
        """The documents that an item term finds, issued from one day to another, with a number below `before`."""
        values = *stretch, self._last_day, _ANY if before is None else before
        return [number for (number,) in fetch(self.connection, _DATED, values)]

    @property
    def _last_day(self) -> str:
        return self.as_of.isoformat() if self.as_of else _LAST_DAY

    def marked(self, documents: Collection[int]) -> set[int]:
        """Those of some documents whose consequences are not derived yet."""
        return {number for number, _ in marks_of(self.connection, documents)}

    def page(self, after: int, size: int) -> list[int]:
        """The numbers of the first documents after one, ascending."""
        statement = "SELECT id FROM documents WHERE id > ? ORDER BY id LIMIT ?"
        if self.as_of is None:
            return [number for (number,) in fetch(self.connection, statement, (after, size))]
        statement = f"SELECT documents.id {_FILED} documents.id > ? AND {_ISSUED} ORDER BY documents.id LIMIT ?"
        return [number for (number,) in fetch(self.connection, statement, (after, self.as_of.isoformat(), size))]

    def bodies(self, documents: Iterable[int]) -> Iterator[tuple[int, str, str]]:
        """Number, `Filed.id` and body (JSON) of documents."""
        query = f"SELECT documents.id, sha256, place, body {_FILED} documents.id IN"
        for number, sha256, place, body in select_in(self.connection, query, documents):
            yield number, f"{sha256}/{place}", body

    def accounts(self, documents: Iterable[int]) -> dict[int, list[KnownAccount]]:
        """What is known of the accounts of the suppliers of some documents, for those that name accounts."""
        query = "SELECT id, supplier, supplier_ids FROM documents WHERE accounts IS NOT NULL AND id IN"
        rows = select_in(self.connection, query, documents)
        suppliers = {number: party for number, name, ids in rows if (party := card_party(name, ids)) is not None}
        known = {one: self._known_accounts(one) for one in set(suppliers.values())}
        return {number: known[supplier] for number, supplier in suppliers.items() if known[supplier]}

    def suppliers(self, documents: Iterable[int]) -> dict[int, Party]:
        """The suppliers of those documents that name one."""
        query = "SELECT id, supplier, supplier_ids FROM documents WHERE id IN"
        rows = select_in(self.connection, query, documents)
        return {number: party for number, name, ids in rows if (party := card_party(name, ids)) is not None}

    @property
    def learned_event(self) -> int:
        """How often something was learned or taken back: as long as that stays, `learned` does."""
        return last_event(self.connection)

    def learned(self) -> list[Learned]:
        """Everything that was learned and holds, ascending by id."""
        return learned_until(self.connection, self._until)

    def _known_accounts(self, supplier: Party) -> list[KnownAccount]:
        accepted = [one for one in self._accepted_accounts if one.supplier and same_party(one.supplier, supplier)]
        return [*first_accounts(self.connection, supplier, self.as_of), *accepted]

    @cached_property
    def _accepted_accounts(self) -> list[KnownAccount]:
        if not self._anything_decided:
            return []
        said = standing_verdicts(self.connection, DeviationCode.BANK_ACCOUNT_CHANGED, self._until)
        accepted = sorted(number for number, kind in said.items() if kind is DecisionKind.ACCEPT)
        return list(accounts_on(self.connection, accepted))

    def _as_of(self, found: dict[str, list[int]]) -> dict[str, list[int]]:
        """What was issued by then."""
        entries = self.entries({number for numbers in found.values() for number in numbers})
        day = str(self.as_of)
        return {term: [one for one in numbers if entries[one].issued <= day] for term, numbers in found.items()}

    def decisions(self, terms: Iterable[str], documents: Iterable[int]) -> list[Kept]:
        """The decisions on orders (by their terms) and documents that hold."""
        if not self._anything_decided:
            return []
        return list(standing_decisions(self.connection, terms, documents, self._until))


def end_of_day(day: date) -> str:
    """The last moment of a day by this computer's clock, as the tables have it."""
    try:
        return instant(datetime.combine(day, time.max).astimezone())
    except (OverflowError, ValueError):  # a day at the calendar's edge, which lies beyond it by another clock
        return instant(datetime.combine(day, time.max, tzinfo=UTC))


def _entry(row: Sequence[Any], assigned: tuple[str, ...], ever: tuple[str, ...]) -> Entry:
    _, sha256, place, kind, number_key, issued, came, supplier, supplier_ids, keys, *rest = row
    couples, hangs, links, lines, alike = rest
    order_keys = tuple(keys.split("\n")) if keys else ()
    if assigned:
        order_keys = tuple(sorted({*order_keys, *assigned}))
    filed = f"{sha256}/{place}"
    return Entry(
        filed=filed,
        strays=(*ever, alone(filed)) if hangs else ever,
        type=kind,
        named=number_term(kind, number_key) if number_key else "",
        referring=link_term(kind, number_key) if number_key else "",
        refers=tuple(links.split("\n")) if links else (),
        issued=issued or came[:10],
        supplier=card_party(supplier, supplier_ids),
        order_keys=order_keys,
        couples=bool(couples or assigned),
        hangs=bool(hangs),
        lines=lines,
        alike=tuple(_alike(alike, issued)) if alike and issued else (),
    )


def _alike(alike: str, issued: str) -> Iterator[str]:
    own = period(date.fromisoformat(issued))
    yield from (alike_term(alike, one) for one in (own, own - 1, own + 1))
