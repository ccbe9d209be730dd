"""The cards of stored documents written anew, after what stands on a card changed."""

from collections.abc import Sequence
from itertools import chain

from sqlalchemy import Connection

from orders.document import DOCUMENT
from ordertrail.store.accounts import remember_accounts
from ordertrail.store.bulk import execute, fetch, insert_rows
from ordertrail.store.dirty import mark_everything
from ordertrail.store.facts import Card, ReadDocument, card
from ordertrail.store.record import card_columns, write_items
from ordertrail.store.tables import DOCUMENT_TERMS, DOCUMENTS
from ordertrail.store.terms import terms

PAGE = 500
"""Documents that are in memory at a time."""

_NAMES = [column.name for column in DOCUMENTS.columns if column.name not in ("id", "arrival", "place", "body")]


_BODIES = "SELECT documents.id, sha256, place, body FROM documents JOIN arrivals ON arrivals.id = documents.arrival"
_ALL_PAGE = f"{_BODIES} WHERE documents.id > ? ORDER BY documents.id LIMIT ?"
_ACCOUNTS_PAGE = f"{_BODIES} WHERE accounts IS NOT NULL AND documents.id > ? ORDER BY documents.id LIMIT ?"


def renew_cards(connection: Connection) -> None:
    """Computes every document's card from its body, puts it in the place of the stored one, and marks everything."""
    execute(connection, "DELETE FROM document_terms")
    execute(connection, "DELETE FROM account_uses")
    last = 0
    while page := _page(connection, last):
        last = page[-1][0]
        _write(connection, [(number, filed, card(DOCUMENT.from_json(body))) for number, filed, body in page])
    if last:
        mark_everything(connection)


def replace_body(connection: Connection, number: int, document: ReadDocument) -> None:
    """Puts another body, and its card, in the place of a stored document's, whose terms and items are gone already."""
    changes = ", ".join(f"{name} = ?" for name in ("body", *_NAMES))
    row = (document.body.decode(), *card_columns(document.card), number)
    execute(connection, f"UPDATE documents SET {changes} WHERE id = ?", row)  # noqa: S608 - names of our own columns
    insert_rows(connection, DOCUMENT_TERMS, [(term, number) for term in terms(document.card)])
    if document.card.items:
        write_items(connection, [(number, document.card)])


def renew_accounts(connection: Connection) -> None:
    """Makes the index of the suppliers' accounts anew from the cards."""
    execute(connection, "DELETE FROM account_uses")
    last = 0
    while page := _page(connection, last, accounts_only=True):
        last = page[-1][0]
        remember_accounts(connection, [(filed, card(DOCUMENT.from_json(body))) for _, filed, body in page])


def _page(connection: Connection, after: int, *, accounts_only: bool = False) -> list[tuple[int, str, str]]:
    query = _ACCOUNTS_PAGE if accounts_only else _ALL_PAGE
    return [
        (number, f"{sha256}/{place}", body) for number, sha256, place, body in fetch(connection, query, (after, PAGE))
    ]


def _write(connection: Connection, cards: Sequence[tuple[int, str, Card]]) -> None:
    changes = ", ".join(f"{name} = ?" for name in _NAMES)
    rows = [(*card_columns(one), number) for number, _, one in cards]
    execute(connection, f"UPDATE documents SET {changes} WHERE id = ?", rows)  # noqa: S608 - names of our own columns
    found = chain.from_iterable(((term, number) for term in terms(one)) for number, _, one in cards)
    insert_rows(connection, DOCUMENT_TERMS, list(found))
    remember_accounts(connection, [(filed, one) for _, filed, one in cards])
