"""A table as JSON for other programs: a list of objects, with stable keys, codes instead of labels, exact numbers.

Quantities are strings with a decimal point, and so is money, with the decimals of its currency; dates are ISO 8601. A
link is its text; where it leads stands beside it under `<key>_file`. Empty cells are left out.
"""

import json
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from orders.numbers import Quantity, plain
from reports.edition import Edition
from reports.order_json import money_text
from reports.table import CURRENCY, Column, Kind, Link, Table, Value

_PLACES = 6
"""Of a figure that was divided; what a document says has hardly ever more."""

_ROUNDABLE = 10**20  # a larger decimal has no such places left
_text = json.JSONEncoder(ensure_ascii=False).encode


class JsonTable:
    """Writes one table to one file, a row a line."""

    def __init__(self, path: Path, table: Table[Any, Any], edition: Edition) -> None:
        # A lone surrogate of a hostile text becomes the escape by which JSON writes it.
        self._file = path.open("w", encoding="utf-8", newline="\n", errors="backslashreplace")
        self._before = "[\n"
        self._currency: str | None = None
        self._currency_at = next((n for n, column in enumerate(table.columns) if column.key == CURRENCY), None)
        self._shown = [self._shower(column, edition) for column in table.columns]

    def append(self, row: Sequence[Value]) -> None:
        """One row."""
        if self._currency_at is not None:
            currency = row[self._currency_at]
            self._currency = currency if isinstance(currency, str) else None
        members = [
            show(value) for show, value in zip(self._shown, row, strict=True) if value is not None and value != ()
        ]
        self._file.write(f"{self._before}{{{', '.join(members)}}}")
        self._before = ",\n"

    def close(self) -> None:
        """Ends the list and the file."""
        with self._file:
            self._file.write("[]\n" if self._before == "[\n" else "\n]\n")

    def _shower(self, column: Column[Any], edition: Edition) -> Callable[[Any], str]:
        """What writes a column's member of the object, key and all."""
        key, file_key = f"{_text(column.key)}: ", f"{_text(f'{column.key}_file')}: "

        def link(value: Link) -> str:
            member = key + _text(value.text)
            return member if value.target is None else f"{member}, {file_key}{_text(value.target)}"

        showers: dict[Kind, Callable[[Any], str]] = {
            Kind.LINK: link,
            Kind.MESSAGE: lambda value: key + _text(edition.words("", value)),
            Kind.MONEY: lambda value: f'{key}"{money_text(_bounded(value), self._currency)}"',
            Kind.INTEGER: lambda value: f"{key}{value}",
            **dict.fromkeys((Kind.QUANTITY, Kind.PRICE, Kind.PERCENT), lambda value: f'{key}"{_plain(value)}"'),
            **dict.fromkeys((Kind.DATE, Kind.MOMENT), lambda value: f'{key}"{value.isoformat()}"'),
        }
        return showers.get(column.kind, lambda value: key + _text(value))


def _plain(number: Quantity) -> str:
    return plain(_bounded(number) if isinstance(number, Decimal) else number)


def _bounded(number: Decimal) -> Decimal:
    return round(number, _PLACES) if abs(number) < _ROUNDABLE else number
