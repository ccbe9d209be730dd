"""Suppliers as the cards of documents have them: enough to tell whether two are one."""

from functools import lru_cache

from pydantic_core import from_json

from orders.document import Party, PartyId


@lru_cache(maxsize=16_384)
def card_party(name: str | None, ids: str) -> Party | None:
    """The supplier of a name and ids (JSON); None where a document names none."""
    if name is None and ids == "[]":
        return None
    return Party(name=name, ids=tuple(PartyId(scheme=scheme, value=value) for scheme, value in from_json(ids)))
