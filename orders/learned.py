"""What the program learned from people about a supplier: its names for our items, its units, its charges.

Facts, like the decisions that most of them come from; what `config.toml` says goes before them. The rules:
docs/matching.md, "What is learned".
"""

import re
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from orders.document import Party
from orders.door import Door, Exact
from orders.references import reference_key

_ORNAMENT = re.compile(r"[^\w\s&'’+-]|\b\d[\d.,]*\b|%")
_LONGEST = 200


class LearnedKind(StrEnum):
    """What can be learned."""

    ITEM = "item"  # a supplier's item is our item
    UNIT = "unit"  # one of a supplier's unit is so much of another, for an item or for all
    CHARGE = "charge"  # a line of that wording is a charge, or is goods


class Nature(StrEnum):
    """What a wording stands for."""

    CHARGE = "charge"
    GOODS = "goods"


class Learned(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One thing that was learned. Revoked ones are not handed to `assess`.

    `source` is as the supplier writes it: its item, its unit, its wording. `target` is our item, the unit that `factor`
    counts in, or a `Nature`. `item`, with a unit, is the item as the supplier's documents name it; None: any.
    """

    id: int
    kind: LearnedKind
    supplier: Party
    source: str
    target: str
    item: str | None = None
    factor: Exact | None = None
    decision: int | None = None  # that taught it; None: a person put it into the table
    taken_at: datetime
    taken_by: str
    why: str = ""

    @property
    def subject(self) -> tuple[str, str, str]:
        """What it is about, for comparison: of several about one thing the newest holds."""
        if self.kind is LearnedKind.UNIT:
            return self.kind.value, reference_key(self.item or ""), self.source
        key = wording_key(self.source) if self.kind is LearnedKind.CHARGE else reference_key(self.source)
        return self.kind.value, key, ""

    @property
    def says(self) -> tuple[str, Exact | None]:
        """What it says about that, for comparison."""
        return (reference_key(self.target) if self.kind is LearnedKind.ITEM else self.target), self.factor


LEARNED = Door(Learned)


def wording_key(name: str) -> str:
    """The wording of a line for comparison: without case, numbers and ornament ("Fracht 2026/03:" is "fracht")."""
    return " ".join(_ORNAMENT.sub(" ", name[:_LONGEST].casefold()).split())
