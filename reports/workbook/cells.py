"""Cells as XML: how each kind of column writes its values, and how wide the column has to be for them.

Text is always written as an inline string: no text, whatever it begins with, can become a formula, a link or markup.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

from orders.numbers import Quantity, exact_decimal, plain
from reports.cell_text import cell_text
from reports.edition import Edition
from reports.table import Link, Value
from reports.workbook.formats import MOST_PLACES
from reports.workbook.streamed import StreamedSheet

_MARKUP = re.compile("[&<>]|_x[0-9A-Fa-f]{4}_")
_EXCEL_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_FIRST_DAY = date(1900, 3, 1)  # before it Excel's calendar has a day that never was
_EPOCH = date(1899, 12, 30).toordinal()
_TOO_LARGE = 10**15  # Excel keeps 15 digits: a larger number is written as text, whole
_DIGITS = re.compile(r"[+-]?\d{1,20}(?:\.\d{1,20})?|[+-]?\d{1,20}/\d{1,20}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_FRACTION_PLACES = 3


def escape(text: str) -> str:
    """`text` as character data of a cell; Excel reads "_x0041_" as "A", so that is escaped too."""
    if not _MARKUP.search(text):
        return text
    return _EXCEL_ESCAPE.sub("_x005F_", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def places_of(number: Quantity) -> int:
    """With how many decimal places a quantity is shown: its own, at most six; three where no decimal shows it."""
    if isinstance(number, Fraction):
        decimal = exact_decimal(number)
        return _FRACTION_PLACES if decimal is None else places_of(decimal)
    exponent = number.normalize().as_tuple().exponent
    return min(MOST_PLACES, max(0, -exponent)) if isinstance(exponent, int) else 0


class Cells(ABC):
    """Writes the cells of one column; remembers the widest of them, in characters."""

    def __init__(self, letters: str) -> None:
        self.letters = letters
        self.width = 0

    @abstractmethod
    def cell(self, value: Value, row: int) -> str:
        """The XML of one cell; `row` counts from 1, as in its reference."""

    def _text(self, text: str, row: int, style: str = "") -> str:
        self.width = max(self.width, len(text))
        space = ' xml:space="preserve"' if text != text.strip() else ""
        return f'<c r="{self.letters}{row}"{style} t="inlineStr"><is><t{space}>{escape(text)}</t></is></c>'

    def _number(self, number: float, row: int, style: str) -> str:
        return f'<c r="{self.letters}{row}"{style}><v>{number!r}</v></c>'


class TextCells(Cells):
    """Text as it came in."""

    def __init__(self, letters: str, edition: Edition) -> None:
        super().__init__(letters)
        self._cut_note = edition.text("report.cut")

    def cell(self, value: Value, row: int) -> str:
        """Text on one line."""
        return self._text(cell_text(str(value), self._cut_note), row)


class WordCells(TextCells):
    """Codes and messages, said in the edition's language; several are joined."""

    def __init__(self, letters: str, edition: Edition, codes: str) -> None:
        super().__init__(letters, edition)
        self._edition = edition
        self._codes = codes

    def cell(self, value: Value, row: int) -> str:
        """Words."""
        words = self._edition.words(self._codes, value)
        return super().cell(words, row) if words else ""


class LinkCells(TextCells):
    """Texts that lead to files."""

    def __init__(self, letters: str, edition: Edition, sheet: StreamedSheet, column: int, style: str) -> None:
        super().__init__(letters, edition)
        self._sheet = sheet
        self._column = column
        self._style = style

    def cell(self, value: Value, row: int) -> str:
        """The text, and the link where there is one and the sheet still takes it."""
        text, target = value if isinstance(value, Link) else (str(value), None)
        linked = target is not None and self._sheet.add_link(self._column, target)
        return self._text(cell_text(text, self._cut_note), row, self._style if linked else "")


class NumberCells(Cells):
    """Numbers of `places` decimal places; None: as many as each number has."""

    def __init__(self, letters: str, styles: Mapping[int, str], places: int | None = None, least: int = 0) -> None:
        super().__init__(letters)
        self._styles = styles
        self._places = places
        self._least = least

    def cell(self, value: Value, row: int) -> str:
        """A number; as text if Excel would round it."""
        if isinstance(value, int):
            number: Quantity = Decimal(value)
        elif isinstance(value, Decimal | Fraction):
            number = value
        else:
            raise TypeError(f"not a number: {value!r}")
        if number >= _TOO_LARGE or number <= -_TOO_LARGE:
            return self._text(plain(number), row)
        places = max(self._least, places_of(number)) if self._places is None else self._places
        floating = float(number)
        self._widen(floating, places)
        return self._number(int(floating) if floating.is_integer() else floating, row, self._styles[places])

    def _widen(self, number: float, places: int) -> None:
        digits = len(f"{number:,.0f}") + (places + 1 if places else 0)
        self.width = max(self.width, digits)


class DayCells(Cells):
    """Days."""

    def __init__(self, letters: str, style: str) -> None:
        super().__init__(letters)
        self.width = 10
        self._style = style

    def cell(self, value: Value, row: int) -> str:
        """A day; as text where Excel's calendar has not begun."""
        if not isinstance(value, date):
            raise TypeError(f"not a date: {value!r}")
        if value < _FIRST_DAY:
            return self._text(value.isoformat(), row)
        return self._number(value.toordinal() - _EPOCH, row, self._style)


class MomentCells(Cells):
    """Moments, to the second, in the zone of the edition."""

    def __init__(self, letters: str, style: str, edition: Edition) -> None:
        super().__init__(letters)
        self.width = 16
        self._style = style
        self._zone = edition.made_at.tzinfo or UTC

    def cell(self, value: Value, row: int) -> str:
        """A day and a time."""
        if not isinstance(value, datetime):
            raise TypeError(f"not a moment: {value!r}")
        local = value.astimezone(self._zone)
        seconds = local.hour * 3600 + local.minute * 60 + local.second
        return self._number(local.toordinal() - _EPOCH + round(seconds / 86_400, 9), row, self._style)


class FigureCells(NumberCells):
    """Canonical strings: numbers and days where they are such, otherwise text."""

    def __init__(self, letters: str, styles: Mapping[int, str], days: str, edition: Edition) -> None:
        super().__init__(letters, styles)
        self._days = DayCells(letters, days)
        self._words = TextCells(letters, edition)

    def cell(self, value: Value, row: int) -> str:
        """A number, a day or a text."""
        text = str(value)
        if _DIGITS.fullmatch(text) and not text.endswith("/0"):
            return super().cell(Fraction(text) if "/" in text else Decimal(text), row)
        if _DAY.fullmatch(text) and (day := _day(text)):
            return self._days.cell(day, row)
        cell = self._words.cell(text, row)
        self.width = max(self.width, self._words.width)
        return cell


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
