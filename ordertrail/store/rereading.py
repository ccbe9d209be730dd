"""Stored documents put in another's place: the same files, read anew by another version of the readers."""

from collections.abc import Sequence
from itertools import count
from typing import NamedTuple

from sqlalchemy import Connection

from orders.document import DOCUMENT
from ordertrail.store.bulk import execute, fetch, insert_rows, reserve_numbers, select_in
from ordertrail.store.cards import renew_accounts, replace_body
from ordertrail.store.derivations import drop_derivations
from ordertrail.store.dirty import mark_everything
from ordertrail.store.facts import ReadDocument, card
from ordertrail.store.record import document_row, write_items
from ordertrail.store.tables import DOCUMENT_TERMS, DOCUMENTS
from ordertrail.store.terms import item_terms, terms


class Original(NamedTuple):
    """An accepted file that documents were read from, as it came in; `path` is relative to the archive."""

    number: int
    arrival_id: str
    name: str
    folder: str
    sha256: str
    size: int
    path: str


class Stored(NamedTuple):
    """A document as it was read then."""

    number: int
    place: int
    body: bytes


def originals(connection: Connection, after: int, limit: int) -> list[Original]:
    """The first accepted files after one, by number, that hold documents."""
    query = (
        "SELECT id, arrival_id, name, folder, sha256, size, path FROM arrivals WHERE id > ? AND state = 'accepted' "
        "AND EXISTS (SELECT 1 FROM documents WHERE documents.arrival = arrivals.id) ORDER BY id LIMIT ?"
    )
    return [Original._make(row) for row in fetch(connection, query, (after, limit))]


def stored_documents(connection: Connection, files: Sequence[Original]) -> dict[int, list[Stored]]:
    """What was read from files then, by their numbers, in order."""
    found: dict[int, list[Stored]] = {file.number: [] for file in files}
    query = "SELECT arrival, id, place, body FROM documents WHERE arrival IN"
    for arrival, number, place, body in select_in(connection, query, found):
        found[arrival].append(Stored(number, place, body.encode()))
    return {arrival: sorted(documents, key=lambda one: one.place) for arrival, documents in found.items()}


def decided_on(connection: Connection, documents: Sequence[int]) -> set[int]:
    """Those of some documents that people decided something about."""
    query = "SELECT document_id FROM decisions WHERE document_id IN"
    return {number for (number,) in select_in(connection, query, documents)}


def replace_documents(
    connection: Connection, changed: Sequence[tuple[Original, Sequence[Stored], Sequence[ReadDocument]]]
) -> None:
    """Puts what files say now in the place of what they said then. Everything is to be derived anew after that."""
    drop_derivations(connection)
    for file, before, after in changed:
        for old, new in zip(before, after, strict=False):
            _forget_findings(connection, old)
            replace_body(connection, old.number, new)
        for old in before[len(after) :]:
            _forget(connection, old)
        _add(connection, file, after[len(before) :])
    renew_accounts(connection)
    mark_everything(connection)


def _add(connection: Connection, file: Original, new: Sequence[ReadDocument]) -> None:
    numbered = list(zip(count(reserve_numbers(connection, "document", len(new))), new, strict=False))
    insert_rows(connection, DOCUMENTS, [document_row(number, file.number, one) for number, one in numbered])
    insert_rows(connection, DOCUMENT_TERMS, [(term, number) for number, one in numbered for term in terms(one.card)])
    write_items(connection, [(number, one.card) for number, one in numbered if one.card.items])


def _forget(connection: Connection, old: Stored) -> None:
    _forget_findings(connection, old)
    for table, column in (("dirty", "document_id"), ("documents", "id")):
        execute(connection, f"DELETE FROM {table} WHERE {column} = ?", (old.number,))  # noqa: S608 - names of our own tables


def _forget_findings(connection: Connection, old: Stored) -> None:
    """Takes away what a document is found by, its items too."""
    known = card(DOCUMENT.from_json(old.body))
    found = [(term, old.number) for term in terms(known)]
    if found:
        execute(connection, "DELETE FROM document_terms WHERE term = ? AND document_id = ?", found)
    items = [(term, known.issue_date, old.number) for term in item_terms(known)]
    if items:
        execute(connection, "DELETE FROM item_terms WHERE term = ? AND day = ? AND document_id = ?", items)
        execute(connection, "DELETE FROM document_items WHERE document_id = ?", (old.number,))
