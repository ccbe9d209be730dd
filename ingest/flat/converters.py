"""From a cell to a value, one converter a column; what it cannot make is a fault that leaves the rest standing.

Each converter remembers what it made of a cell: tables repeat themselves, and looking up is many times cheaper.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from math import isfinite
from typing import Any

from ingest.flat import codes
from ingest.flat.cells import Cell, Shown, plain_float, shown
from ingest.flat.dialect import Dialect
from ingest.flat.fields import Kind
from ingest.values.local_dates import ORDERS, date_readings, parse_as, time_of
from ingest.values.local_numbers import COMMA, POINT, parse_local, split_affix
from ingest.values.units_text import unit_of
from orders.numbers import bounded
from orders.references import says_something
from orders.remembered import LONGEST

REMEMBERED = 20_000
"""Cells that one converter keeps in mind; then it begins anew."""

Value = Any
"""What a field of a document may hold; each converter makes one type of it."""

_EXACT_DIGITS = 15
"""Of a spreadsheet's number: whatever it shows beyond is invented."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that is not what its column holds; `value` is what the document has instead (mostly nothing)."""

    code: str
    message: str
    value: Value = None


Convert = Callable[[Cell], Value]


class Converter(dict[Cell, Value]):
    """A converter with its memory: `converter[cell]` is the value, None where there is none, or a `Fault`.

    `alarm` is shared by the converters of a row: it is filled with the first fault, so that rows without any need no
    look at each value.
    """

    __slots__ = ("alarm", "convert")

    def __init__(self, convert: Convert) -> None:
        super().__init__({"": None})
        self.convert = convert
        self.alarm: list[Fault] = []

    def __missing__(self, cell: Cell) -> Value:
        value = self.convert(cell)
        if isinstance(value, Fault):
            self.alarm.append(value)
        if cell.__class__ is str and len(cell) > LONGEST:
            return value
        if len(self) >= REMEMBERED:
            self.clear()
            self[""] = None
        self[cell] = value
        return value


def converter(kind: Kind, dialect: Dialect | None, values: Mapping[str, str]) -> Converter:
    """A converter for a column of this kind; `values` translates texts first, whatever their case."""
    convert = _converts(kind, dialect)
    if not values:
        return Converter(convert)
    translated = {text.strip().casefold(): meaning for text, meaning in values.items()}

    def translating(cell: Cell) -> Value:
        return convert(translated.get(shown(cell).casefold(), cell))

    return Converter(translating)


def _converts(kind: Kind, dialect: Dialect | None) -> Convert:
    if kind in ("number", "percent"):
        return _numbers(dialect or Dialect(POINT, ""), percent=kind == "percent")
    if kind == "date":
        return _dates(dialect or Dialect(ORDERS[0], ""))
    return _SIMPLE.get(kind, text_value)


def text_value(cell: Cell) -> Value:
    """A text as a person sees it. A formula stays text and is flagged; so is what a spreadsheet has spoilt."""
    if isinstance(cell, str):
        text = cell.strip()
        if text[:1] in ("=", "@") or (text[:1] in ("+", "-") and "(" in text):
            return _formula(text)
        return text or None
    if isinstance(cell, datetime | date):
        return Fault("DATE_IN_TEXT", "a date where an id or a text belongs", shown(cell))
    if isinstance(cell, float) and abs(cell) >= 10**_EXACT_DIGITS:
        return Fault("DIGITS_LOST", "a number of more digits than a spreadsheet keeps", shown(cell))
    return shown(cell) or None


def _formula(text: str) -> Value:
    """`="00042"` is how programs keep leading zeros from spreadsheets; anything else stays as it is."""
    if text.startswith('="') and text.endswith('"') and '"' not in text[2:-1]:
        return text[2:-1] or None
    return Fault("FORMULA_TEXT", "a formula; it is kept as text", text)


def _numbers(dialect: Dialect, *, percent: bool) -> Convert:
    sign, affixes = dialect.written, dialect.affixes
    other = COMMA if sign == POINT else POINT

    def number(cell: Cell) -> Value:
        if not isinstance(cell, str):
            return _typed_number(cell, percent=percent)
        found = parse_local(cell, sign)
        if found is not None:
            return found
        if _is_blank(cell):
            return None
        affixed = split_affix(cell)
        if affixed and affixed.affix in affixes:
            found = parse_local(affixed.number, sign)
            if found is not None and _affix_fits(affixed.affix, percent=percent):
                return found
        bare = affixed.number if affixed else cell
        if parse_local(bare, sign) is None and parse_local(bare, other) is not None:
            return Fault("TABLE_MIXED_DECIMALS", f'a number with "{other}" in a column of numbers with "{sign}"')
        return Fault("BAD_NUMBER", "no number")

    return number


def _is_blank(text: str) -> bool:
    """Whether a text stands where a number is missing: "-", "n/a"; NaN is what somebody tried to compute."""
    return not says_something(text) and not any(map(str.isdigit, text)) and text.strip().casefold() != "nan"


def _affix_fits(affix: str, *, percent: bool) -> bool:
    return percent if affix == "%" else currency_affix(affix) is not None or unit_of(affix) is not None


def currency_affix(affix: str) -> str | None:
    """The currency that stands with a number; None if it is none (a unit, "%")."""
    return "$" if affix == "$" else None if unit_of(affix) else codes.currency_of(affix)


def _typed_number(cell: Cell, *, percent: bool) -> Value:
    if isinstance(cell, Shown):
        cell = cell.value * 100 if percent and cell.text.endswith("%") else cell.value
    if isinstance(cell, bool) or not isinstance(cell, float | int):
        return Fault("BAD_NUMBER", "no number")
    if not isfinite(cell):
        return Fault("BAD_NUMBER", "not a finite number")
    number = Decimal(plain_float(cell))
    if number.as_tuple().exponent < -10:  # type: ignore[operator]  # finite: the exponent is a number
        number = round(number, 10).normalize()
    try:
        return bounded(number)
    except ValueError:
        return Fault("BAD_NUMBER", "a number out of range")


def _dates(dialect: Dialect) -> Convert:
    written = dialect.written

    def day(cell: Cell) -> Value:
        if isinstance(cell, datetime):
            return cell.date()
        if isinstance(cell, date):
            return cell
        if isinstance(cell, float | Shown):
            cell = shown(cell)
        if not isinstance(cell, str):
            return Fault("BAD_DATE", "no date")
        found = parse_as(cell, written)
        if found is not None:
            return found
        if not says_something(cell):
            return None
        if written in ORDERS and any(date_readings(cell)):
            return Fault("TABLE_MIXED_DATES", "a date whose day and month stand the other way round than in its column")
        return Fault("BAD_DATE", "no date")

    return day


def _time(cell: Cell) -> Value:
    if isinstance(cell, datetime):
        return cell.time().replace(tzinfo=None) if cell.time() != time() else None
    if isinstance(cell, time):
        return cell
    found = time_of(shown(cell))
    return found or Fault("BAD_TIME", "no time of day")


def clock_of_date(cell: Cell) -> Value:
    """The time of day that stands behind a date; None if there is none. Never a fault."""
    if isinstance(cell, datetime):
        return cell.time() if cell.time() != time() else None
    found = time_of(cell) if isinstance(cell, str) else None
    return found if found != time() else None


def _unit(cell: Cell) -> Value:
    text = shown(cell)
    return unit_of(text) or text or None


def unit_text(cell: Cell) -> Value:
    """The unit as the file has it, where that is not its code."""
    text = shown(cell)
    return text if text and unit_of(text) not in (None, text) else None


def affix_unit(cell: Cell) -> Value:
    """The unit that stands with a number ("10 Stk")."""
    affixed = split_affix(cell) if isinstance(cell, str) else None
    return unit_of(affixed.affix) if affixed else None


def affix_unit_text(cell: Cell) -> Value:
    """The unit that stands with a number, as the file has it, where that is not its code."""
    affixed = split_affix(cell) if isinstance(cell, str) else None
    return unit_text(affixed.affix) if affixed and unit_of(affixed.affix) else None


def affix_currency(cell: Cell) -> Value:
    """The currency that stands with a number ("12,50 €")."""
    affixed = split_affix(cell) if isinstance(cell, str) else None
    return codes.currency_of(affixed.affix) if affixed and not unit_of(affixed.affix) else None


def _coded(find: Callable[[str], Value], code: str, message: str) -> Convert:
    def coded(cell: Cell) -> Value:
        text = shown(cell)
        if not text:
            return None
        found = find(text)
        return Fault(code, message) if found is None else found

    return coded


_SIMPLE: dict[Kind, Convert] = {
    "time": _time,
    "unit": _unit,
    "currency": _coded(codes.currency_of, "BAD_CURRENCY", "no currency code of ISO 4217"),
    "response": _coded(codes.response_of, "BAD_RESPONSE", "an answer that is not known"),
    "action": _coded(codes.action_of, "BAD_ACTION", "an action that is not known"),
    "standing": _coded(codes.standing_of, "BAD_STANDING", "a standing that is not known"),
    "flag": _coded(codes.flag_of, "BAD_FLAG", "neither yes nor no"),
}
