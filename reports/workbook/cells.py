"""Cells as XML: how each kind of column writes its values, and how wide the column has to be for them.

Text is always written as an inline string: no text, whatever it begins with, can become a formula, a link or markup.
This is the innermost loop of a report, so what most cells need is tried first.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from datetime import UTC, date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from orders.numbers import Quantity, exact_decimal, plain
from reports.cell_text import cell_text
from reports.edition import Edition
from reports.workbook.formats import MOST_PLACES
from reports.workbook.streamed import StreamedSheet

_PLAIN = re.compile(r"(?! )[^&<>_\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]{1,1000}(?<! )")
_EXCEL_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_FIRST_DAY = date(1900, 3, 1)  # before it Excel's calendar has a day that never was
_EPOCH = date(1899, 12, 30).toordinal()
_TOO_LARGE = 1e15  # Excel keeps 15 digits: a larger number is written as text, whole
_DIGITS = re.compile(r"[+-]?\d{1,20}(?:\.\d{1,20})?|[+-]?\d{1,20}/\d{1,20}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_FRACTION_PLACES = 3
_REMEMBERED = 1000


def inline_string(text: str, cut_note: str) -> str:
    """`text` as the content of a cell of type inlineStr."""
    if _PLAIN.fullmatch(text):
        return f"<is><t>{text}</t></is></c>"
    text = cell_text(text, cut_note)
    space = ' xml:space="preserve"' if text != text.strip() else ""
    # Excel reads "_x0041_" as "A".
    escaped = _EXCEL_ESCAPE.sub("_x005F_", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<is><t{space}>{escaped}</t></is></c>"


def places_of(number: Quantity) -> int:
    """With how many decimal places a quantity is shown: its own, at most six; three where no decimal shows it."""
    if isinstance(number, Fraction):
        decimal = exact_decimal(number)
        return _FRACTION_PLACES if decimal is None else places_of(decimal)
    exponent = number.normalize().as_tuple().exponent
    return min(MOST_PLACES, max(0, -exponent)) if isinstance(exponent, int) else 0


class Cells(ABC):
    """Writes the cells of one column; remembers the widest of them, in characters."""

    def __init__(self, letters: str, cut_note: str) -> None:
        self.letters = letters
        self.width = 0
        self._cut_note = cut_note

    @abstractmethod
    def cell(self, value: Any, row: int) -> str:
        """The XML of one cell of this kind of column; `row` counts from 1, as in its reference."""

    def _text(self, text: str, row: int, style: str = "") -> str:
        self.width = max(self.width, len(text))
        return f'<c r="{self.letters}{row}"{style} t="inlineStr">{inline_string(text, self._cut_note)}'


class TextCells(Cells):
    """Text as it came in."""

    def cell(self, value: Any, row: int) -> str:
        """Text on one line."""
        return self._text(value, row)


class EntryCells(Cells):
    """Cells that a person fills in: empty, in a look of their own."""

    def __init__(self, letters: str, style: str, width: int) -> None:
        super().__init__(letters, "")
        self.width = width
        self._style = style

    def cell(self, value: Any, row: int) -> str:
        """An empty cell."""
        return f'<c r="{self.letters}{row}"{self._style}/>'


class LinkCells(Cells):
    """Texts that lead to files."""

    def __init__(self, letters: str, cut_note: str, sheet: StreamedSheet, column: int, style: str) -> None:
        super().__init__(letters, cut_note)
        self._sheet = sheet
        self._column = column
        self._style = style

    def cell(self, value: Any, row: int) -> str:
        """The text, and the link where there is one and the sheet still takes it."""
        text, target = value
        linked = target is not None and self._sheet.add_link(self._column, target)
        return self._text(text, row, self._style if linked else "")


class MessageCells(Cells):
    """Sentences, said in the edition's language; several are joined."""

    def __init__(self, letters: str, cut_note: str, edition: Edition) -> None:
        super().__init__(letters, cut_note)
        self._edition = edition

    def cell(self, value: Any, row: int) -> str:
        """Words."""
        words = self._edition.words("", value)
        return self._text(words, row) if words else ""


class CodeCells(Cells):
    """Codes as their labels. There are few of them: what was written once is remembered."""

    def __init__(self, letters: str, cut_note: str, edition: Edition, codes: str) -> None:
        super().__init__(letters, cut_note)
        self._edition = edition
        self._codes = codes
        self._written: dict[Any, str] = {}

    def cell(self, value: Any, row: int) -> str:
        """A label, or several."""
        rest = self._written.get(value)
        if rest is None:
            rest = self._rest(self._edition.words(self._codes, value))
            if len(self._written) < _REMEMBERED:
                self._written[value] = rest
        return f'<c r="{self.letters}{row}"{rest}' if rest else ""

    def _rest(self, words: str) -> str:
        self.width = max(self.width, len(words))
        return f' t="inlineStr">{inline_string(words, self._cut_note)}' if words else ""


class NumberCells(Cells):
    """Numbers. `places` None: as many decimal places as each number has, at least `least`."""

    def __init__(self, letters: str, styles: Mapping[int, str], places: int | None = None, least: int = 0) -> None:
        super().__init__(letters, "")
        self._styles = styles
        self._places = places
        self._least = least
        self._high = self._low = 0.0
        self._digits = 1  # of the widest number so far, before the decimal sign

    def cell(self, value: Any, row: int) -> str:
        """A number (int, Decimal or Fraction); as text if Excel would round it."""
        number = float(value)
        whole = number.is_integer()
        places = self._places
        if places is None:
            places = max(self._least, 0 if whole else places_of(value))
        if not self._low <= number <= self._high:
            if abs(number) >= _TOO_LARGE:
                return self._text(plain(Decimal(value) if isinstance(value, int) else value), row)
            self._widen(number)
        self.width = max(self.width, self._digits + (places + 1 if places else 0))
        return f'<c r="{self.letters}{row}"{self._styles[places]}><v>{int(number) if whole else number!r}</v></c>'

    def _widen(self, number: float) -> None:
        self._high, self._low = max(self._high, number), min(self._low, number)
        self._digits = max(self._digits, len(f"{number:,.0f}"))


class DayCells(Cells):
    """Days."""

    def __init__(self, letters: str, style: str) -> None:
        super().__init__(letters, "")
        self.width = 10
        self._style = style

    def cell(self, value: Any, row: int) -> str:
        """A day (date); as text where Excel's calendar has not begun."""
        if value < _FIRST_DAY:
            return self._text(value.isoformat(), row)
        return f'<c r="{self.letters}{row}"{self._style}><v>{value.toordinal() - _EPOCH}</v></c>'


class MomentCells(Cells):
    """Moments, to the second, in the zone of the edition."""

    def __init__(self, letters: str, style: str, edition: Edition) -> None:
        super().__init__(letters, "")
        self.width = 16
        self._style = style
        self._zone = edition.made_at.tzinfo or UTC

    def cell(self, value: Any, row: int) -> str:
        """A day and a time (aware datetime)."""
        local = value.astimezone(self._zone)
        seconds = local.hour * 3600 + local.minute * 60 + local.second
        serial = local.toordinal() - _EPOCH + round(seconds / 86_400, 9)
        return f'<c r="{self.letters}{row}"{self._style}><v>{serial!r}</v></c>'


class FigureCells(Cells):
    """Canonical strings: numbers and days where they are such, otherwise text."""

    def __init__(self, letters: str, cut_note: str, numbers: NumberCells, days: DayCells) -> None:
        super().__init__(letters, cut_note)
        self._numbers = numbers
        self._days = days

    def cell(self, value: Any, row: int) -> str:
        """A number, a day or a text."""
        if (number := figure(value)) is None:
            return self._text(value, row)
        cells = self._days if isinstance(number, date) else self._numbers
        written = cells.cell(number, row)
        self.width = max(self.width, cells.width)
        return written


def figure(text: str) -> Quantity | date | None:
    """The number or day that a canonical string is; None if it is neither."""
    try:
        if _DIGITS.fullmatch(text):
            return Fraction(text) if "/" in text else Decimal(text)
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except (ValueError, ZeroDivisionError):
        return None
