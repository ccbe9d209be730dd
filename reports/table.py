"""What a table of a report is: columns that take their value from a row's subject. Values only; no I/O, no language.

A table says which entries it is fed with and which subjects (rows) an entry gives; each column takes one value from a
subject. How a value is shown (label, number format, colour) is the business of whoever writes the table.
"""

from collections.abc import Callable, Iterable
from dataclasses import KW_ONLY, dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Generic, NamedTuple, TypeVar

from orders.message import Message
from orders.numbers import Quantity

Entry = TypeVar("Entry")
Subject = TypeVar("Subject")


class Link(NamedTuple):
    """A text that leads to a file; `target` is a path relative to the report's folder (with "/"), or a file: URI."""

    text: str
    target: str | None


Value = str | int | Quantity | date | datetime | Link | Message | tuple[str, ...] | tuple[Message, ...] | None
"""What may stand in a cell before it is put into words. None is an empty cell."""


CURRENCY = "currency"
"""The key of the column that says what the money of a row is counted in."""


class Kind(StrEnum):
    """What a column's values are."""

    TEXT = "text"  # str as it came in
    LINK = "link"  # Link
    CODE = "code"  # a code of ours, or several; shown as its label
    MESSAGE = "message"  # a sentence, or several
    INTEGER = "integer"
    QUANTITY = "quantity"  # exact; a fraction is shown with three places
    FIGURE = "figure"  # a canonical string that is a number, a date or a word, depending on the row
    PRICE = "price"  # money for one unit, up to six places
    MONEY = "money"
    PERCENT = "percent"  # a ratio: 0.05 is 5 %
    DATE = "date"
    MOMENT = "moment"  # an aware datetime
    ENTRY = "entry"  # "": to be filled in by a person
    HIDDEN = "hidden"  # text for the program, in a column that nobody sees


SHEET_ONLY = frozenset({Kind.ENTRY, Kind.HIDDEN})
"""Kinds of columns that only a workbook has."""


class Band(StrEnum):
    """What a group of columns is about; each has its colour in the head."""

    SUBJECT = "subject"
    STATUS = "status"
    QUANTITY = "quantity"
    MONEY = "money"
    DATES = "dates"
    ACTION = "action"
    DECISION = "decision"  # what people write


class Mark(StrEnum):
    """By which rule the cells of a column are coloured."""

    STATUS = "status"  # the headline: strong colours
    TRACK = "track"  # a track beside it: the same hues, quieter
    SEVERITY = "severity"
    FILE_STATE = "file_state"
    DECISION = "decision"  # whether it stands
    LATE = "late"  # days: the more, the redder
    ALERT = "alert"  # any number above 0 is worth a look
    YES_NO = "yes_no"  # "no" stands out


@dataclass(frozen=True, slots=True)
class Column(Generic[Subject]):
    """One column. `key` is its name in JSON, and `column.<key>` its heading."""

    key: str
    kind: Kind
    value: Callable[[Subject], Value]
    _: KW_ONLY
    band: Band = Band.SUBJECT
    codes: str = ""  # with CODE: the labels are the texts `<codes>.<value>`
    mark: Mark | None = None
    total: bool = False  # its sum is shown where the table has only one currency
    menu: str = ""  # with ENTRY: the hidden column that says which of `reports.decidable.menus` its cell offers


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[Entry, Subject]):
    """One table. `name` is its name in files, `sheet.<name>` the sheet's, `about.<name>` says what it shows."""

    name: str
    feed: type[Entry]
    subjects: Callable[[Entry], Iterable[Subject]]
    columns: tuple[Column[Subject], ...]
    frozen: int = 1  # columns that stay in view
    rank: Callable[[Subject], tuple[Any, ...]] | None = None  # sorts the rows; None: as they come

    def row(self, subject: Subject) -> tuple[Value, ...]:
        """The values of one row, in the order of the columns."""
        return tuple([column.value(subject) for column in self.columns])
