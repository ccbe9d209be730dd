"""A document at work: with its place in time among the documents of its case."""

from collections.abc import Iterable
from datetime import date, time
from itertools import islice

from orders.case import Filed
from orders.document import Document, DocumentType
from orders.references import order_keys

Age = tuple[date, tuple[int, int, int, int], tuple[int, int, str], str, str]

MOST_TOLD = 10
"""Orders that a sentence names. A document may name thousands, and each of its thousand lines may be told."""

LONGEST_TOLD = 500
"""Characters of what names them."""


class Paper:
    """A document of the case.

    `rank` counts from the oldest, 0, by what documents say, never by arrival; `number` is "" if the document has none;
    `code` is its type as text. `names` is what each line is called: its id, or its place from 1 where the file gives
    none; a second line of one id is told from the first by its place: "10#3".
    """

    __slots__ = ("_orders_told", "code", "document", "id", "names", "number", "rank", "type")

    def __init__(self, filed: Filed, rank: int) -> None:
        document = filed.document
        self.id: str = filed.id
        self.document: Document = document
        self.type: DocumentType = document.type
        self.code: str = document.type.value
        self.number: str = document.number or ""
        self.rank: int = rank
        names = [line.id or str(row) for row, line in enumerate(document.lines, 1)]
        self.names: list[str] = names if len(set(names)) == len(names) else _told_apart(names)
        self._orders_told: str | None = None  # not worked out yet

    @property
    def orders_told(self) -> str | None:
        """The orders that the head names, for a sentence about the document or about each of its lines: the first of
        them, and "…" for the others; None if it names none.
        """
        if self._orders_told is None:
            named = (one.number for one in self.document.order_references if order_keys(one.number))
            first = list(islice(named, MOST_TOLD + 1))
            said = ", ".join([*first[:MOST_TOLD], *["…" for _ in first[MOST_TOLD:]]])
            self._orders_told = said if len(said) <= LONGEST_TOLD else f"{said[:LONGEST_TOLD]}…"
        return self._orders_told or None


def papers(documents: Iterable[Filed]) -> list[Paper]:
    """The documents, oldest first."""
    ordered = sorted(documents, key=age)
    return [Paper(filed, rank) for rank, filed in enumerate(ordered)]


def age(filed: Filed) -> Age:
    """What decides which of two documents is newer: issue date and time, then sequence, number and content.

    A document without a date is older than every dated one. Times are compared as the documents state them.
    """
    document = filed.document
    at = document.issue_time
    return (
        document.issue_date or date.min,
        (0, 0, 0, 0) if at is None else clock(at),
        sequence(document.revision),
        document.number or "",
        filed.id,
    )


def clock(at: time) -> tuple[int, int, int, int]:
    """A time for comparison; zones are left aside, because some documents state one and some do not."""
    return (at.hour, at.minute, at.second, at.microsecond)


def sequence(revision: str | None) -> tuple[int, int, str]:
    """A revision for comparison: none, then numbers by value, then anything else by its text."""
    if revision is None:
        return (0, 0, "")
    text = revision.strip()
    return (1, int(text), "") if text.isdecimal() and len(text) < 19 else (2, 0, text)


def line_id(paper: Paper, row: int) -> str:
    """What the line at a place is called."""
    return paper.names[row]


def _told_apart(names: list[str]) -> list[str]:
    taken: set[str] = set()
    apart = []
    for row, name in enumerate(names, 1):
        unique = name if name not in taken else f"{name}#{row}"
        while unique in taken:
            unique += "#"
        taken.add(unique)
        apart.append(unique)
    return apart
