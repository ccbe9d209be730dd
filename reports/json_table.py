"""A table as JSON for other programs: a list of objects, with stable keys, codes instead of labels, exact numbers.

Quantities are strings with a decimal point, and so is money, with the decimals of its currency; dates are ISO 8601. A
link is its text; where it leads stands beside it under `<key>_file`. Empty cells are left out.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from orders.message import Message
from orders.numbers import plain
from reports.edition import Edition
from reports.order_json import money_text
from reports.table import CURRENCY, Kind, Link, Table, Value

_PLACES = 6
"""Of a figure that was divided; what a document says has hardly ever more."""

_ROUNDABLE = 10**20  # a larger decimal has no such places left


class JsonTable:
    """Writes one table to one file, a row a line."""

    def __init__(self, path: Path, table: Table[Any, Any], edition: Edition) -> None:
        self._edition = edition
        self._columns = table.columns
        self._currency = next((n for n, column in enumerate(table.columns) if column.key == CURRENCY), None)
        # A lone surrogate of a hostile text becomes the escape by which JSON writes it.
        self._file = path.open("w", encoding="utf-8", newline="\n", errors="backslashreplace")
        self._before = "[\n"

    def append(self, row: Sequence[Value]) -> None:
        """One row."""
        currency = None if self._currency is None else row[self._currency]
        values = {
            key: shown
            for column, value in zip(self._columns, row, strict=True)
            if value is not None and value != ()
            for key, shown in self._shown(
                column.key, column.kind, value, currency if isinstance(currency, str) else None
            )
        }
        self._file.write(self._before + json.dumps(values, ensure_ascii=False))
        self._before = ",\n"

    def close(self) -> None:
        """Ends the list and the file."""
        self._file.write("[]\n" if self._before == "[\n" else "\n]\n")
        self._file.close()

    def _shown(self, key: str, kind: Kind, value: Value, currency: str | None) -> Iterator[tuple[str, object]]:
        if isinstance(value, Link):
            yield key, value.text
            if value.target is not None:
                yield f"{key}_file", value.target
        elif kind is Kind.MESSAGE:
            yield key, self._edition.words("", value)
        elif kind is Kind.MONEY and isinstance(value, Decimal):
            yield key, money_text(_bounded(value), currency)
        else:
            yield key, _plain(value)


def _bounded(number: Decimal) -> Decimal:
    return round(number, _PLACES) if abs(number) < _ROUNDABLE else number


def _plain(value: Value) -> object:
    if isinstance(value, Fraction):
        return plain(value)
    if isinstance(value, Decimal):
        return plain(_bounded(value))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Message):
        raise TypeError(f"a message in a column of values: {value.code}")
    return value
