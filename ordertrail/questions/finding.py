"""Which order somebody means: by number, and by buyer where a number alone is not enough."""

from dataclasses import dataclass

from sqlalchemy import Connection, Select, select

from orders.errors import Refuse
from orders.parties import name_key
from orders.references import reference_key
from orders.wording import Language, label
from ordertrail.store.engine import Store
from ordertrail.store.tables import ORDERS
from ordertrail.store.terms import bounded

_NEAR = 5
_SHORTEST = 3
"""Characters that two numbers must share to be called similar."""


@dataclass(frozen=True, slots=True)
class Found:
    """An order that a text means. `id` is the one the store has it under."""

    id: str
    number: str
    buyer: str | None

    @property
    def full_name(self) -> str:
        """What names this order and no other."""
        return f"{self.number}@{name_key(self.buyer) if self.buyer else ''}"


def find_order(store: Store, text: str, language: Language) -> Found:
    """The one order that `text` means: its number, or number@buyer.

    Numbers are compared as they stand first, then without case, blanks, separators and leading zeros; of the buyer, a
    part of the name is enough.

    Raises:
        Refuse: `ORDER_UNKNOWN`, with similar numbers, or `ORDER_AMBIGUOUS`, with the candidates.
    """
    with store.reading() as connection:
        return order_named(connection, text, language)


def order_named(connection: Connection, text: str, language: Language) -> Found:
    """The same within a transaction.

    Raises:
        Refuse: as `find_order`.
    """
    found = _of_number(connection, text)
    number, at, buyer = text.rpartition("@")
    if not found and at:
        found = [one for one in _of_number(connection, number) if name_key(buyer) in name_key(one.buyer or "")]
        found = [one for one in found if name_key(one.buyer or "") == name_key(buyer)] or found
    if len(found) == 1:
        return found[0]
    if not found:
        raise _unknown(connection, text, language)
    candidates = ", ".join(one.full_name for one in found)
    raise Refuse(
        "ORDER_AMBIGUOUS",
        label("cli.order_ambiguous", language, order=text, candidates=candidates),
        hint=label("cli.order_ambiguous_hint", language),
    )


def _of_number(connection: Connection, number: str) -> list[Found]:
    query = _orders().where(ORDERS.c.number_key == bounded(reference_key(number)))
    found = _asked(connection, query)
    return [one for one in found if one.number == number] or found


def _unknown(connection: Connection, text: str, language: Language) -> Refuse:
    near = dict.fromkeys(one.number for one in _similar(connection, reference_key(text.partition("@")[0])))
    if not near:
        return Refuse("ORDER_UNKNOWN", label("cli.order_unknown", language, order=text))
    said = label("cli.order_unknown_near", language, order=text, near=", ".join(near))
    return Refuse("ORDER_UNKNOWN", said)


def _similar(connection: Connection, key: str) -> list[Found]:
    """Orders whose number holds as much as possible of the end, or of the beginning, of a number."""
    for length in range(len(key), _SHORTEST - 1, -1):
        for part in (key[-length:], key[:length]):
            alike = ORDERS.c.number_key.contains(part, autoescape=True)
            if near := _asked(connection, _orders().where(alike).limit(_NEAR)):
                return near
    return []


def _orders() -> Select[str, str, str | None]:
    columns = (ORDERS.c.order_id, ORDERS.c.number, ORDERS.c.buyer)
    return select(*columns).order_by(ORDERS.c.sort_key, ORDERS.c.order_id)


def _asked(connection: Connection, query: Select[str, str, str | None]) -> list[Found]:
    return [Found(id_, number, buyer) for id_, number, buyer in connection.execute(query)]
