"""A table as CSV that opens by a double click: byte order mark, and the separator, numbers and dates of the language.

Text from outside cannot become a formula: what a spreadsheet would take for one begins with an apostrophe.
"""

import csv
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from orders.numbers import plain
from orders.wording import Language
from reports.cell_text import cell_text
from reports.edition import Edition
from reports.progress import as_decimal
from reports.table import Kind, Link, Table, Value

_SEPARATORS: dict[Language, str] = {"de": ";", "en": ",", "fr": ";"}
_DATES: dict[Language, str] = {"de": "%d.%m.%Y", "en": "%Y-%m-%d", "fr": "%d/%m/%Y"}
_STARTS_A_FORMULA = re.compile(r"\s*[=+\-@\t\r\0＝＋－＠]")
_REAL_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*", re.ASCII)
_PLACES = {Kind.MONEY: 2, Kind.PERCENT: 2}


def harmless(text: str) -> str:
    """`text` so that no spreadsheet computes it; numbers with a sign stay numbers."""
    if _STARTS_A_FORMULA.match(text) and not _REAL_NUMBER.fullmatch(text):
        return "'" + text
    return text


class CsvTable:
    """Writes one table to one file."""

    def __init__(self, path: Path, table: Table[Any, Any], edition: Edition) -> None:
        self._edition = edition
        self._file = path.open("w", encoding="utf-8-sig", newline="", errors="replace")
        self._writer = csv.writer(self._file, delimiter=_SEPARATORS[edition.language], lineterminator="\r\n")
        self._writer.writerow([edition.heading(column.key) for column in table.columns])
        self._shown = [self._shower(column.kind, column.codes) for column in table.columns]

    def append(self, row: Sequence[Value]) -> None:
        """One row."""
        self._writer.writerow(
            ["" if value is None else show(value) for show, value in zip(self._shown, row, strict=True)]
        )

    def close(self) -> None:
        """Ends the file."""
        self._file.close()

    def _shower(self, kind: Kind, codes: str) -> Callable[[Value], str]:
        if kind in (Kind.CODE, Kind.MESSAGE):
            return lambda value: self._text(self._edition.words(codes, value))
        return lambda value: self._show(kind, value)

    def _show(self, kind: Kind, value: Value) -> str:
        if isinstance(value, datetime):
            local = value.astimezone(self._edition.made_at.tzinfo)
            return local.strftime(_DATES[self._edition.language] + " %H:%M")
        if isinstance(value, date):
            return value.strftime(_DATES[self._edition.language])
        if isinstance(value, Decimal | Fraction):
            return self._number(value * 100 if kind is Kind.PERCENT else value, _PLACES.get(kind))
        return self._text(value.text if isinstance(value, Link) else str(value))

    def _number(self, number: Decimal | Fraction, places: int | None) -> str:
        text = plain(number) if places is None else f"{as_decimal(number):.{places}f}"
        return text if self._edition.language == "en" else text.replace(".", ",")

    def _text(self, text: str) -> str:
        return harmless(cell_text(text, self._edition.text("report.cut")))
