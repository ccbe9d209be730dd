"""The accounts that suppliers want to be paid to: on which invoice each supplier named each of them first.

An index over facts, kept up in the transactions that add them. A supplier has a row for each of the terms that it can
be known again by (`ordertrail.store.terms.supplier_terms`), and each of its accounts.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace
from pydantic_core import to_json
from sqlalchemy import Connection

from orders.case import KnownAccount
from orders.document import Party, PartyId
from ordertrail.store.bulk import execute, fetch, insert_rows, select_in
from ordertrail.store.dirty import mark
from ordertrail.store.facts import Card
from ordertrail.store.parties import card_party
from ordertrail.store.tables import ACCOUNT_USES
from ordertrail.store.terms import account_term, bounded, supplier_terms
from ordertrail.store.values import storable

MOST_SHOWN = 50
"""Accounts of a supplier, oldest first, that are looked at; on one invoice there are never so many."""


class _Use(NamedTuple):
    """A row of the table, in the order of its columns."""

    use: str
    term: str
    account: str
    issued: str
    filed: str
    supplier: str | None
    supplier_ids: str


def remember_accounts(connection: Connection, documents: Iterable[tuple[str, Card]]) -> None:
    """Takes note of the accounts on new documents (`Filed.id` and card), and marks the invoices that they put in
    another light.
    """
    named = _oldest_of_each(use for filed, card in documents if card.accounts for use in _uses(filed, card))
    if not named:
        return
    known = select_in(connection, "SELECT use, issued, filed FROM account_uses WHERE use IN", named)
    ages = {use: (issued, filed) for use, issued, filed in known}
    rows = [one for one in named.values() if one.use not in ages or (one.issued, one.filed) < ages[one.use]]
    if not rows:
        return
    terms = sorted({one.term for one in rows})
    before = {term: _oldest(connection, term) for term in terms}
    execute(connection, "DELETE FROM account_uses WHERE use = ?", [(one.use,) for one in rows])
    insert_rows(connection, ACCOUNT_USES, rows)
    for term in terms:
        if before[term] and _is_changed(before[term], _oldest(connection, term)) and _has_rivals(connection, term):
            mark(connection, _with_accounts(connection, _accounts_of(connection, term)))


def first_accounts(connection: Connection, supplier: Party, day: date | None) -> list[KnownAccount]:
    """The accounts on the oldest invoices, up to a day, of everybody that a supplier may be; none where these have one
    account only.
    """
    found = [_oldest(connection, term, day) for term in sorted(set(supplier_terms(supplier)))]
    if len({one.account for uses in found for one in uses}) < 2:
        return []
    return list(dict.fromkeys(_known(one) for uses in found for one in uses if one.filed == uses[0].filed))


def accounts_on(connection: Connection, documents: Iterable[int]) -> Iterator[KnownAccount]:
    """The accounts that some documents name, as accepted ones."""
    query = (
        "SELECT sha256, place, issue_date, supplier, supplier_ids, accounts FROM documents "
        "JOIN arrivals ON arrivals.id = documents.arrival WHERE accounts IS NOT NULL AND documents.id IN"
    )
    for sha256, place, issued, supplier, ids, accounts in select_in(connection, query, documents):
        for account in accounts.split("\n"):
            use = _Use("", "", account, issued or "", f"{sha256}/{place}", supplier, ids)
            yield replace(_known(use), accepted=True)


def mark_supplier(connection: Connection, document: int) -> None:
    """Marks the invoices of everybody who could be the supplier of one document."""
    for one in accounts_on(connection, [document]):
        for term in supplier_terms(one.supplier) if one.supplier else ():
            mark(connection, _with_accounts(connection, _accounts_of(connection, term)))


def _uses(filed: str, card: Card) -> Iterator[_Use]:
    supplier = Party(name=card.supplier, ids=tuple(PartyId(scheme=s, value=v) for s, v in card.supplier_ids))
    name, ids = storable(card.supplier), storable(to_json(card.supplier_ids).decode()) or "[]"
    for term in supplier_terms(supplier):
        for account in card.accounts:
            known = storable(account) or ""
            use = bounded(f"{term} {known}")
            yield _Use(use, storable(term) or "", known, card.issue_date or "", filed, name, ids)


def _oldest_of_each(uses: Iterable[_Use]) -> dict[str, _Use]:
    oldest: dict[str, _Use] = {}
    for one in uses:
        known = oldest.get(one.use)
        if known is None or (one.issued, one.filed) < (known.issued, known.filed):
            oldest[one.use] = one
    return oldest


def _oldest(connection: Connection, term: str, day: date | None = None) -> list[_Use]:
    query = (
        "SELECT use, term, account, issued, filed, supplier, supplier_ids FROM account_uses "
        "WHERE term = ? AND issued <= ? ORDER BY issued, filed LIMIT ?"
    )
    until = "9999-12-31" if day is None else day.isoformat()
    return [_Use._make(row) for row in fetch(connection, query, (term, until, MOST_SHOWN))]


def _is_changed(before: list[_Use], after: list[_Use]) -> bool:
    """Whether the oldest invoice is another, or the only account is no longer the only one."""
    return before[0].filed != after[0].filed or len(before) == 1 < len(after)


def _has_rivals(connection: Connection, term: str) -> bool:
    """Whether anybody who could be the supplier with this term has several accounts."""
    query = (
        "SELECT COUNT(DISTINCT account) FROM account_uses WHERE term IN (SELECT term FROM account_uses "
        "WHERE account IN (SELECT account FROM account_uses WHERE term = ?))"
    )
    ((count,),) = fetch(connection, query, (term,))
    return bool(count > 1)


def _accounts_of(connection: Connection, term: str) -> list[str]:
    return [account for (account,) in fetch(connection, "SELECT account FROM account_uses WHERE term = ?", (term,))]


def _with_accounts(connection: Connection, accounts: Iterable[str]) -> list[int]:
    terms = [account_term(account) for account in accounts]
    query = "SELECT document_id FROM document_terms WHERE term IN"
    return sorted({number for (number,) in select_in(connection, query, terms)})


def _known(use: _Use) -> KnownAccount:
    return KnownAccount(
        supplier=card_party(use.supplier, use.supplier_ids),  # none: of nobody, not of everybody
        account=use.account,
        issue_date=date.fromisoformat(use.issued) if use.issued else None,
        document=use.filed,
    )
