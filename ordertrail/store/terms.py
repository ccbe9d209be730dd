"""What documents are found by: short texts, equal where the things they stand for are equal."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from pydantic_core import to_json

from orders.document import DocumentType, Party
from orders.likeness import period
from orders.parties import name_key, party_ids
from ordertrail.store.facts import Card
from ordertrail.store.values import storable

LONGEST = 200
"""A key may be as long as a file likes; an index entry may not (PostgreSQL: 2,700 bytes)."""

LINKED = frozenset(
    {DocumentType.DESPATCH_ADVICE, DocumentType.RECEIPT_ADVICE, DocumentType.INVOICE, DocumentType.CREDIT_NOTE}
)
"""The types that others refer to by number, and whose number a supplier gives only once."""


FROM = "from:"
"""What the terms of suppliers begin with."""


def bounded(text: str) -> str:
    """`text`, or its beginning with a hash where it is too long for an index."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST]}~{sha256(text.encode(errors='backslashreplace')).hexdigest()[:32]}"


def order_term(key: str) -> str:
    """Finds the documents that name an order."""
    return bounded(f"order:{key}")


def number_term(type_: str, number_key: str) -> str:
    """Finds the documents of a type that bear a number."""
    return bounded(f"is:{type_}:{number_key}")


def link_term(type_: str, number_key: str) -> str:
    """Finds the documents that refer to a document of a type by its number."""
    return bounded(f"to:{type_}:{number_key}")


def alike_term(alike: str, period_: int) -> str:
    """Finds the bills of some days that look alike (`orders.likeness`)."""
    return bounded(f"like:{period_}:{alike}")


def account_term(account: str) -> str:
    """Finds the invoices that want to be paid to an account."""
    return bounded(f"account:{account}")


def card_supplier_term(supplier: str | None, supplier_ids: str) -> str:
    """Finds the documents of a supplier that is named in just this way; `supplier_ids` as JSON."""
    return bounded(storable(f"{FROM}{supplier or ''} {supplier_ids}") or "")


def supplier_terms(supplier: Party) -> Iterator[str]:
    """What a supplier can be known again by; two that share a term need not be one."""
    for _, value in party_ids(supplier):
        yield bounded(f"id:{value}")
    if supplier.name and (key := name_key(supplier.name)):
        yield bounded(f"name:{key}")


def ordered_term(item: str) -> str:
    """Finds the orders of an item, by their day."""
    return bounded(f"ordered:{item}")


def sought_term(item: str) -> str:
    """Finds the documents of an item that name no order, by their day."""
    return bounded(f"sought:{item}")


def item_terms(card: Card) -> Iterator[str]:
    """What an order, or a document that names none, is found by; no term twice."""
    term = sought_term if card.seeks else ordered_term
    return (term(item) for item in card.items)


def terms(card: Card) -> Iterator[str]:
    """Everything that a document is found by; no term twice."""
    for key in card.order_keys:
        yield order_term(key)
    if card.number_key:
        yield number_term(card.type, card.number_key)
    for type_, number_key in card.links:
        yield link_term(type_, number_key)
    if card.alike is not None and card.issue_date is not None:
        yield alike_term(card.alike, period(date.fromisoformat(card.issue_date)))
    for account in card.accounts:
        yield account_term(account)
    yield card_supplier_term(card.supplier, to_json(card.supplier_ids).decode())
