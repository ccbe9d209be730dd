"""What documents are found by: short texts, equal where the things they stand for are equal."""

from collections.abc import Iterator
from hashlib import sha256

from orders.document import DocumentType
from ordertrail.store.facts import Card

LONGEST = 200
"""A key may be as long as a file likes; an index entry may not (PostgreSQL: 2,700 bytes)."""

LINKED = frozenset(
    {DocumentType.DESPATCH_ADVICE, DocumentType.RECEIPT_ADVICE, DocumentType.INVOICE, DocumentType.CREDIT_NOTE}
)
"""The types that others refer to by number, and whose number a supplier gives only once."""


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


def terms(card: Card) -> Iterator[str]:
    """Everything that a document is found by; no term twice."""
    for key in card.order_keys:
        yield order_term(key)
    if card.number_key:
        yield number_term(card.type, card.number_key)
    for type_, number_key in card.links:
        yield link_term(type_, number_key)
