"""What is said on the command line about decisions and lessons, whichever command hears it."""

from enum import StrEnum
from typing import Annotated, Literal, NamedTuple

import typer

NO_ORDER = "-"
"""Stands for the order of a deviation that belongs to none."""

WhyOption = Annotated[str, typer.Option("--why", metavar="TEXT", help="Why; kept with the decision.")]
ByOption = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who decides. Default: the user of this computer.")
]

Track = Literal["delivery", "invoicing"]


class Kind(StrEnum):
    """The kinds of decisions: `orders.case.DecisionKind`, without what that module takes long to import."""

    ACCEPT = "accept"
    REJECT = "reject"
    ASSIGN = "assign"
    CLOSE = "close"
    REOPEN = "reopen"
    REPLACEMENT = "replacement"
    DUPLICATE = "duplicate"
    COUNT = "count"
    CHARGE = "charge"
    STATUS = "status"


class LessonKind(StrEnum):
    """What can be learned: `orders.learned.LearnedKind`, without what that module takes long to import."""

    ITEM = "item"
    UNIT = "unit"
    CHARGE = "charge"


class Said(NamedTuple):
    """What somebody teaches, as they say it."""

    kind: LessonKind
    supplier: str
    source: str
    target: str
    item: str | None
    factor: str | None
