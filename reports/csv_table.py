"""A table as CSV that opens by a double click: byte order mark, and the separator, numbers and dates of the language.

Text from outside cannot become a formula: what a spreadsheet would take for one begins with an apostrophe.
"""

import csv
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from orders.numbers import Quantity, plain
from orders.wording import Language
from reports.cell_text import cell_text
from reports.edition import Edition
from reports.progress import as_decimal
from reports.table import Column, Kind, Table, Value

_SEPARATORS: dict[Language, str] = {"de": ";", "en": ",", "fr": ";"}
_DATES: dict[Language, str] = {"de": "%d.%m.%Y", "en": "%Y-%m-%d", "fr": "%d/%m/%Y"}
_STARTS_A_FORMULA = re.compile(r"\s*[=+\-@\t\r\0＝＋－＠]")
_REAL_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*", re.ASCII)


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
        self._shown = [self._shower(column) for column in table.columns]

    def append(self, row: Sequence[Value]) -> None:
        """One row."""
        self._writer.writerow(
            ["" if value is None else show(value) for show, value in zip(self._shown, row, strict=True)]
        )

    def close(self) -> None:
        """Ends the file."""
        self._file.close()

    def _shower(self, column: Column[Any]) -> Callable[[Any], str]:
        edition, point = self._edition, "." if self._edition.language == "en" else ","
        cut_note, day = edition.text("report.cut"), _DATES[edition.language]

        def text(words: str) -> str:
            return harmless(cell_text(words, cut_note))

        def rounded(number: Quantity) -> str:
            return f"{as_decimal(number):.2f}".replace(".", point)

        def price(number: Quantity) -> str:
            whole, _, cents = plain(number).partition(".")
            return f"{whole}{point}{cents:0<2}"

        showers: dict[Kind, Callable[[Any], str]] = {
            Kind.LINK: lambda link: text(link.text),
            Kind.CODE: lambda value: text(edition.words(column.codes, value)),
            Kind.MESSAGE: lambda value: text(edition.words("", value)),
            Kind.INTEGER: str,
            Kind.QUANTITY: lambda number: plain(number).replace(".", point),
            Kind.PRICE: price,
            Kind.MONEY: rounded,
            Kind.PERCENT: lambda ratio: rounded(ratio * 100),
            Kind.DATE: lambda value: value.strftime(day),
            Kind.MOMENT: lambda moment: moment.astimezone(edition.made_at.tzinfo).strftime(f"{day} %H:%M"),
        }
        return showers.get(column.kind, text)
