"""Suppliers as the cards of documents have them: enough to tell whether two are one."""

from pydantic_core import from_json

from orders.document import Party, PartyId
from orders.remembered import remembered_by


def card_party(name: str | None, ids: str) -> Party | None:
    """The supplier of a name and ids (JSON); None where a document names none."""
    return None if name is None and ids == "[]" else _party((name, ids))


def _length(card: tuple[str | None, str]) -> int:
    return len(card[0] or "") + len(card[1])


@remembered_by(_length, 16_384)
def _party(card: tuple[str | None, str]) -> Party:
    name, ids = card
    return Party(name=name, ids=tuple(PartyId(scheme=scheme, value=value) for scheme, value in from_json(ids)))
