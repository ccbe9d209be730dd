"""What is told to the store about a file that came in. Plain values that cross process borders cheaply."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from orders.answer import Answers
from orders.document import Document, DocumentType
from orders.likeness import likeness
from orders.parties import party_ids
from orders.payment import account_keys
from orders.references import (
    couples,
    document_order_keys,
    head_order_keys,
    is_agreement,
    item_keys,
    order_keys,
    reference_key,
)

LARGEST_FOLD = 2_000_000
"""Order keys times lines up to which each order of a document may be a case of its own. Every case walks over all its
lines; beyond this a (hostile) document would cost more than its orders cost as one case."""


_ORDERING = frozenset({DocumentType.ORDER, DocumentType.ORDER_CHANGE})
_SEEKING = frozenset(
    {DocumentType.ORDER_RESPONSE, DocumentType.DESPATCH_ADVICE, DocumentType.RECEIPT_ADVICE, DocumentType.INVOICE}
)
"""The types of documents that an order may be sought for by their items, where they name none."""

MOST_SOUGHT = 200
"""So many items of a document an order is sought by."""


class ArrivalState(StrEnum):
    """What became of a file; the values are the codes of `files --state`."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What cases are formed by, and documents listed by, without opening the body.

    `order_keys` are ascending. `couples`: all orders that it names belong to one case. `hangs`: some line, or the whole
    document, can be placed only through a document that it refers to. `links` are (document type, number key) of the
    documents it refers to, its own type included (what it replaces, cancels or corrects). `alike` is what bills that
    could be doubles of each other have in common (`orders.likeness.likeness`), `accounts` are those that an invoice
    wants to be paid to (`orders.payment.account_keys`), ascending.
    `items`, "numbering:key", are those of what says what is ordered and of what names no order: this `seeks` one.
    Others are found without.
    """

    type: DocumentType
    number: str | None
    number_key: str  # `orders.references.reference_key`; "" if there is no number, or it says nothing
    issue_date: str | None  # ISO 8601
    supplier: str | None  # the name as the document has it
    supplier_ids: tuple[tuple[str, str], ...]  # `orders.parties.party_ids`, ascending
    order_keys: tuple[str, ...]
    couples: bool
    hangs: bool
    links: tuple[tuple[str, str], ...]
    lines: int
    alike: str | None = None
    accounts: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    seeks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """One document of a file: its place in the file from 0, `DOCUMENT.to_json(…)`, its card."""

    index: int
    body: bytes
    card: Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One file that came in, and what became of it.

    `state` is the caller's finding: `accepted` with documents, `rejected` or `waiting` with code and message. Whether
    an accepted file is a `duplicate` is for the store to say, in the transaction that records it.
    """

    id: str  # time_ns-random, fixed when the file is claimed and never changed
    name: str  # for people: what no UTF-8 shows is escaped
    name_bytes: bytes  # `os.fsencode` of the name
    folder: str = ""  # the inbox subfolder it lay in, "/" between parts
    sha256: str | None  # None only if it waits and could not be read yet
    size: int
    received_at: datetime  # UTC
    state: ArrivalState
    code: str | None = None
    message: str | None = None
    where: str | None = None
    hint: str | None = None
    path: str | None = None  # where the bytes lie: relative to the archive, or to the quarantine if rejected
    documents: tuple[ReadDocument, ...] = ()
    answers: Answers | None = None  # of a report that came back: what people wrote into it


def card(document: Document) -> Card:
    """The card of a document. Pure; computed where the document was read."""
    keys = document_order_keys(document)
    links = tuple(sorted(set(_links(document))))
    return Card(
        type=document.type,
        number=document.number,
        number_key=reference_key(document.number or ""),
        issue_date=document.issue_date.isoformat() if document.issue_date else None,
        supplier=document.supplier.name if document.supplier else None,
        supplier_ids=tuple(sorted(party_ids(document.supplier))) if document.supplier else (),
        order_keys=keys,
        couples=len(keys) > 1 and (len(keys) * len(document.lines) > LARGEST_FOLD or couples(document)),
        hangs=not keys or (bool(links) and _places_some_line_by_link(document)),
        links=links,
        lines=len(document.lines),
        alike=likeness(document),
        accounts=tuple(sorted(set(account_keys(document)))) if document.payment_accounts else (),
        items=_items(document, keys),
        seeks=not keys,
    )


def _items(document: Document, keys: tuple[str, ...]) -> tuple[str, ...]:
    """The items that an order, or a document that names none, is found by; a document without a date is not sought
    for: nobody knows which orders came before it.
    """
    ordering = document.type in _ORDERING or is_agreement(document)
    if document.issue_date is None or ordering != bool(keys) or not (ordering or document.type in _SEEKING):
        return ()
    found = sorted({f"{scheme}:{key}" for line in document.lines for scheme, key in item_keys(line)})
    return tuple(found if ordering else found[:MOST_SOUGHT])


def _places_some_line_by_link(document: Document) -> bool:
    return not head_order_keys(document) and any(not order_keys(line.order_number) for line in document.lines)


def _links(document: Document) -> Iterator[tuple[str, str]]:
    for kind, numbers in _references(document):
        for number in numbers:
            if number and (key := reference_key(number)):
                yield kind, key


def _references(document: Document) -> Iterator[tuple[DocumentType, Iterable[str | None]]]:
    own, lines = document.type, document.lines
    yield DocumentType.DESPATCH_ADVICE, (*document.despatch_references, *{line.despatch_number for line in lines})
    yield DocumentType.RECEIPT_ADVICE, (*document.receipt_references, *{line.receipt_number for line in lines})
    yield DocumentType.INVOICE, (*document.invoice_references, *{line.invoice_number for line in lines})
    yield DocumentType.CREDIT_NOTE, document.invoice_references  # a credit note may itself be taken back
    yield own, (*document.replaces, *document.cancels)
