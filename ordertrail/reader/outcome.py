"""What reading a file comes to. Plain values: they cross the border between processes as lists and bytes."""

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from orders.answer import ANSWERS, Answers
from orders.document import DOCUMENT, Document, DocumentType
from ordertrail.store.facts import Card, ReadDocument, card

Checking = Literal["off", "report", "reject", "show"]
"""Whether files are checked by the rules of their standards, and what becomes of broken ones: they are issues of the
document; the file is rejected; the whole report is wanted."""


class Source(NamedTuple):
    """A file to be read: where its bytes lie, and what it was called in the inbox."""

    path: str
    name: str
    folder: str
    size: int


class Read(NamedTuple):
    """The documents of a file; or, of a report that came back, what people wrote into it. `report` is what checking by
    rules came to (JSON), where that was asked for.
    """

    documents: tuple[ReadDocument, ...]
    report: str = ""
    answers: Answers | None = None


class Failed(NamedTuple):
    """Why a file gave none. `kind`: `permanent` (bad content), `poison` (the reader broke, each time it tried)."""

    code: str
    message: str
    where: str | None = None
    hint: str | None = None
    kind: str = "permanent"
    attempts: int = 1


Outcome = Read | Failed


def as_read(documents: Sequence[Document]) -> tuple[ReadDocument, ...]:
    """Documents as the store takes them."""
    return tuple(
        ReadDocument(index=index, body=DOCUMENT.to_json(document), card=card(document))
        for index, document in enumerate(documents)
    )


def pack(outcomes: list[Outcome]) -> tuple[list[Any], bytes]:
    """Outcomes as plain lists, and the bodies of their documents one after the other."""
    bodies: list[bytes] = []
    heads: list[Any] = []
    for outcome in outcomes:
        if isinstance(outcome, Failed):
            heads.append(list(outcome))
        elif outcome.answers is not None:
            heads.append({"answers": ANSWERS.to_json(outcome.answers).decode()})
        else:
            bodies.extend(document.body for document in outcome.documents)
            rows = [[_card_row(one.card), len(one.body)] for one in outcome.documents]
            heads.append([rows, outcome.report])
    return heads, b"".join(bodies)


def unpack(heads: list[Any], bodies: bytes) -> list[Outcome]:
    """What `pack` was given.

    Raises:
        ValueError: if this is nothing that `pack` makes.
        TypeError: the same.
    """
    outcomes: list[Outcome] = []
    start = 0
    for head in heads:
        if isinstance(head, dict):
            outcomes.append(Read((), answers=ANSWERS.from_json(head["answers"])))
            continue
        if isinstance(head[0], str):
            outcomes.append(Failed(*head))
            continue
        rows, report = head
        documents = []
        for index, (row, length) in enumerate(rows):
            documents.append(ReadDocument(index=index, body=bodies[start : start + length], card=_card(row)))
            start += length
        outcomes.append(Read(tuple(documents), report))
    if start != len(bodies):
        raise ValueError("bodies and their lengths disagree")
    return outcomes


def _card_row(card: Card) -> list[Any]:
    return [
        card.type,
        card.number,
        card.number_key,
        card.issue_date,
        card.supplier,
        card.supplier_ids,
        card.order_keys,
        card.couples,
        card.hangs,
        card.links,
        card.lines,
        card.alike,
        card.accounts,
        card.items,
        card.seeks,
    ]


def _card(row: list[Any]) -> Card:
    kind, number, number_key, issue_date, supplier, supplier_ids, order_keys, couples, hangs, links, *rest = row
    lines, alike, accounts, items, seeks = rest
    return Card(
        type=DocumentType(kind),
        number=number,
        number_key=number_key,
        issue_date=issue_date,
        supplier=supplier,
        supplier_ids=tuple((scheme, value) for scheme, value in supplier_ids),
        order_keys=tuple(order_keys),
        couples=couples,
        hangs=hangs,
        links=tuple((name, key) for name, key in links),
        lines=lines,
        alike=alike,
        accounts=tuple(accounts),
        items=tuple(items),
        seeks=seeks,
    )
