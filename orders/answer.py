"""What a person writes into the exceptions sheet of a report, and how its rows are told apart.

A row's key is words: what the row is about, and the fingerprint of what it said. It gives nobody any right: a key that
somebody made up decides what its words say, if that is open and says just that.
"""

from typing import Literal

from msgspec import MsgspecError, Struct
from msgspec.json import Decoder, encode

from orders.deviations import DeviationCode
from orders.door import Door

KEY_HEADING = "ordertrail-key"
"""The heading of the hidden column of keys, in every language. A sheet that has it was made here."""

VERSION = 1

About = Literal["deviation", "line"]


class RowKey(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What a row is about: a deviation, or a document line (None: the whole document) that belongs nowhere.

    `order` is an order id, `document` a `Filed.id`, `seen` the fingerprint of what the row said.
    """

    about: About
    code: DeviationCode
    order: str | None = None
    order_line: str | None = None
    document: str | None = None
    document_line: str | None = None
    seen: str

    @property
    def place(self) -> str:
        """The same for every row about the same thing, whatever it says of it."""
        parts = (self.about, self.code.value, self.order, self.order_line, self.document, self.document_line)
        return _ascii(parts)

    @property
    def topic(self) -> str:
        """The same for rows of one code at one order line, whichever document they are at: a newer response brings the
        same question again. Elsewhere the place.
        """
        if self.order is None or self.order_line is None:
            return self.place
        return _ascii((self.about, self.code.value, self.order, self.order_line))


class Answer(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What one row of a workbook says: texts as they stand there. `row` counts from 1, as the spreadsheet does."""

    row: int
    key: RowKey | None  # None: it is missing, or no key
    decision: str = ""
    target: str = ""  # "ORDER / LINE"
    quantity: str = ""
    why: str = ""


class Answers(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """All that a workbook says. `by` is who saved it last; None if it does not say."""

    by: str | None
    rows: tuple[Answer, ...]


ANSWER = Door(Answer)
ANSWERS = Door(Answers)

_PARTS = Decoder(tuple[int, About, DeviationCode, str | None, str | None, str | None, str | None, str])


def key_text(key: RowKey) -> str:
    """A key as it stands in a cell: a JSON list, in characters that every spreadsheet leaves as they are."""
    parts = (VERSION, key.about, key.code.value, key.order, key.order_line, key.document, key.document_line, key.seen)
    return _ascii(parts)


def read_key(text: str) -> RowKey | None:
    """The key of a cell; None if it is none of ours."""
    try:
        version, about, code, order, order_line, document, document_line, seen = _PARTS.decode(text)
    except (MsgspecError, UnicodeError):
        return None
    if version != VERSION:
        return None
    return RowKey(
        about=about,
        code=code,
        order=order,
        order_line=order_line,
        document=document,
        document_line=document_line,
        seen=seen,
    )


def _ascii(parts: tuple[object, ...]) -> str:
    whole = [part.encode(errors="backslashreplace").decode() if isinstance(part, str) else part for part in parts]
    return "".join(one if " " <= one <= "~" else _escaped(one) for one in encode(whole).decode())


def _escaped(character: str) -> str:
    units = character.encode("utf-16-be")
    return "".join(f"\\u{units[at] << 8 | units[at + 1]:04x}" for at in range(0, len(units), 2))
