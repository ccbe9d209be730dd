"""Documents that speak of something that was learned, found by their suppliers and by what stands on their lines."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from pydantic_core import from_json
from sqlalchemy import Connection, Select, func, select

from orders.document import Party
from orders.learned import Learned, LearnedKind, wording_key
from orders.references import reference_key
from ordertrail.store.parties import card_party
from ordertrail.store.tables import DECISIONS, DOCUMENT_TERMS, DOCUMENTS
from ordertrail.store.terms import FROM

PAGE = 500
"""Documents that are in memory at a time."""

_Speaks = Callable[[Mapping[str, Any]], bool]


def card_suppliers(connection: Connection) -> Iterator[tuple[str, Party | None]]:
    """Every supplier that stands on a document, as its card has it, with the term that finds its documents."""
    term = FROM
    query = select(func.min(DOCUMENT_TERMS.c.term), func.min(DOCUMENT_TERMS.c.document_id))
    while True:
        after = DOCUMENT_TERMS.c.term > term
        following = select(func.min(DOCUMENT_TERMS.c.term)).where(after).scalar_subquery()
        term, document = connection.execute(query.where(DOCUMENT_TERMS.c.term == following)).one()
        if term is None or not term.startswith(FROM):
            return
        found = select(DOCUMENTS.c.supplier, DOCUMENTS.c.supplier_ids).where(DOCUMENTS.c.id == document)
        yield term, card_party(*connection.execute(found).one())


def speaking_of(connection: Connection, one: Learned, terms: Iterable[str]) -> Iterator[int]:
    """The documents of some suppliers with a line that speaks of what was learned; and such documents of others, if
    anything was decided about them: then they may count for those suppliers' orders.
    """
    speaks = _speaks(one)
    for term in terms:
        yield from _with_line(
            connection, select(DOCUMENT_TERMS.c.document_id).where(DOCUMENT_TERMS.c.term == term), speaks
        )
    decided = select(DECISIONS.c.document_id).where(DECISIONS.c.document_id.is_not(None))
    yield from _with_line(connection, decided, speaks)


def _with_line(connection: Connection, documents: Select[int], speaks: _Speaks) -> Iterator[int]:
    query = (
        select(DOCUMENTS.c.id, DOCUMENTS.c.body)
        .where(DOCUMENTS.c.id.in_(documents))
        .order_by(DOCUMENTS.c.id)
        .limit(PAGE)
    )
    last = 0
    while rows := connection.execute(query.where(DOCUMENTS.c.id > last)).all():
        last = rows[-1][0]
        yield from (number for number, body in rows if any(map(speaks, from_json(body).get("lines", ()))))


def _speaks(one: Learned) -> _Speaks:
    _, key, unit = one.subject
    if one.kind is LearnedKind.ITEM:
        return lambda line: reference_key(line.get("supplier_item") or "") == key
    if one.kind is LearnedKind.CHARGE:
        return lambda line: wording_key(line.get("name") or line.get("description") or "") == key
    if key:
        return lambda line: any(reference_key(line.get(name) or "") == key for name in _NUMBERINGS)
    return lambda line: unit in (line.get("unit"), line.get("unit_text"))


_NUMBERINGS = ("supplier_item", "buyer_item", "gtin")
