"""Dates as people write them: 04.03.2026, 3/4/26, 2026-03-04, 4. März 2026, Mar 4, 2026, 4 mars 2026, 20260304, and
weeks of ISO 8601 by their last day: KW 10/2026, CW 10 2026, 2026-W10, sem. 10/26.

Nothing is guessed here: `date_readings` gives what a text is under each order of day, month and year, and whoever sees
the whole column decides. Dots are always day first: nobody writes a month first with dots. Two digits of a year are
1980 to 2079. Whatever stands behind as a time of day is left out.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, time
from functools import cache

from orders.remembered import remembered

DMY = "DMY"
MDY = "MDY"
YMD = "YMD"
ORDERS = (DMY, MDY, YMD)

EARLIEST, LATEST = 1990, 2100
"""Years that a business document may speak of; anything else is a typing error."""

_LONGEST = 100
"""Characters of a date: a longer text is none, and would keep an expression busy."""

_TIME = re.compile(
    r"(?:T|\s+|,\s*)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"(?:\s?(?P<half>[AaPp]\.?[Mm]\.?))?(?:\s?(?:Z|UTC|[+-]\d{2}:?\d{2}))?(?:\s?Uhr)?$",
    re.ASCII,
)
_FULL_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_THREE = re.compile(r"(\d{1,2})(?:\.\s?(\d{1,2})\.\s?|([/-])(\d{1,2})\3)(\d{4}|\d{2})", re.ASCII)
_DAY_MONTH_NAME = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th|er|-|\s)*\s*([^\W\d_]{3,10})\.?[\s,.-]*(\d{4}|\d{2})")
_MONTH_NAME_DAY = re.compile(r"([^\W\d_]{3,10})\.?\s*(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4})")
_WEEK_NAME = r"(?:KW|CW|WK|week|Woche|semaine|sem|S)\.?"
_WEEK = re.compile(rf"{_WEEK_NAME}\s?(\d{{1,2}})\s?[-/.\s]\s?(\d{{4}}|\d{{2}})", re.ASCII | re.IGNORECASE)
_WEEK_BEHIND = re.compile(rf"(\d{{1,2}})\.?\s?{_WEEK_NAME}\s?[-/.\s]\s?(\d{{4}}|\d{{2}})", re.ASCII | re.IGNORECASE)
_WEEK_OF_YEAR = re.compile(r"(\d{4})[-/\s]?(?:W|KW|S)\s?(\d{1,2})", re.ASCII | re.IGNORECASE)
_WEEKDAY = re.compile(r"^[^\W\d_]{2,10}\.?,?\s+(?=\d)")

_MONTHS = (
    "januar jan jaenner january janvier janv",
    "februar feb february fevrier fev fevr",
    "maerz mar marz mrz march mars",
    "april apr avril avr",
    "mai may",
    "juni jun june juin",
    "juli jul july juillet juil",
    "august aug aout",
    "september sep sept septembre",
    "oktober okt october oct octobre",
    "november nov novembre",
    "dezember dez december dec decembre",
)


def date_readings(text: str) -> tuple[date | None, date | None, date | None]:
    """What `text` is with day, month or year first (`ORDERS`); three times the same where only one reading exists."""
    return _readings(without_time(text)) if len(text) <= _LONGEST else (None, None, None)


@remembered(16_384)
def _readings(text: str) -> tuple[date | None, date | None, date | None]:
    for shape, read in _UNAMBIGUOUS:
        match = shape.fullmatch(text)
        if match is not None:
            found = read(*match.groups())
            return found, found, found
    match = _THREE.fullmatch(text)
    if match is None:
        rest = _WEEKDAY.sub("", text)
        return (None, None, None) if rest == text else _readings(rest)
    first, dotted, separator, other, year = match.groups()
    if dotted:
        return _day(year, dotted, first), None, None
    # "26-03-04" may begin with its year; nobody writes a two-digit year in front of slashes
    year_first = _day(first, other, year) if separator == "-" and len(year) == 2 and len(first) == 2 else None
    return _day(year, other, first), _day(year, first, other), year_first


def without_time(text: str) -> str:
    """`text` without the time of day behind it."""
    return _TIME.sub("", text.strip())


def time_of(text: str) -> time | None:
    """The time of day at the end of `text`; None if there is none."""
    match = _TIME.search(" " + text.strip()) if len(text) <= _LONGEST else None
    if match is None:
        return None
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    try:
        return time(hour, int(match["minute"]), int(match["second"] or 0))
    except ValueError:
        return None


def _year(text: str) -> int:
    number = int(text)
    if len(text) == 2:
        number += 2000 if number < 80 else 1900
    return number


def _day(year: str, month: str | int, day: str) -> date | None:
    try:
        found = date(_year(year), int(month), int(day))
    except ValueError:
        return None
    return found if EARLIEST <= found.year <= LATEST else None


def _numeric(year: str, *rest: str) -> date | None:
    month, day = rest[-2:]
    return _day(year, month, day)


def _named(day: str, name: str, year: str) -> date | None:
    month = _months().get(_month_key(name))
    return None if month is None else _day(year, month, day)


def _named_first(name: str, day: str, year: str) -> date | None:
    return _named(day, name, year)


def _week(week: str, year: str) -> date | None:
    try:
        found = date.fromisocalendar(_year(year), int(week), 7)
    except ValueError:
        return None
    return found if EARLIEST <= found.year <= LATEST else None


def _week_behind_year(year: str, week: str) -> date | None:
    return _week(week, year)


_UNAMBIGUOUS: tuple[tuple[re.Pattern[str], Callable[..., date | None]], ...] = (
    (_FULL_YEAR_FIRST, _numeric),
    (_COMPACT, _numeric),
    (_DAY_MONTH_NAME, _named),
    (_MONTH_NAME_DAY, _named_first),
    (_WEEK, _week),
    (_WEEK_BEHIND, _week),
    (_WEEK_OF_YEAR, _week_behind_year),
)


@cache
def _months() -> dict[str, int]:
    return {_month_key(name): number for number, names in enumerate(_MONTHS, 1) for name in names.split()}


def _month_key(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in folded if not unicodedata.combining(c)).replace("ae", "a")


_TOKENS = re.compile(r"YYYY|YY|MM|M|DD|D")
_TOKEN_SHAPES = {
    "YYYY": r"(?P<year>\d{4})",
    "YY": r"(?P<year>\d{2})",
    "MM": r"(?P<month>\d{2})",
    "M": r"(?P<month>\d{1,2})",
    "DD": r"(?P<day>\d{2})",
    "D": r"(?P<day>\d{1,2})",
}


@cache
def date_pattern(pattern: str) -> re.Pattern[str] | None:
    """The shape of dates written as `pattern` ("DD.MM.YYYY", "YYMMDD"); None if it lacks a part or names one twice."""
    parts, end = [], 0
    for token in _TOKENS.finditer(pattern):
        parts += [re.escape(pattern[end : token.start()]), _TOKEN_SHAPES[token[0]]]
        end = token.end()
    try:
        shape = re.compile("".join(parts) + re.escape(pattern[end:]), re.ASCII)
    except re.error:
        return None
    return shape if set(shape.groupindex) == {"year", "month", "day"} else None


def parse_as(text: str, order_or_pattern: str) -> date | None:
    """The date that `text` is in this order ("DMY") or pattern ("DD.MM.YYYY"); None if it is none."""
    if order_or_pattern in ORDERS:
        return date_readings(text)[ORDERS.index(order_or_pattern)]
    shape = date_pattern(order_or_pattern) if len(text) <= _LONGEST else None
    match = shape.fullmatch(without_time(text)) if shape else None
    return None if match is None else _day(match["year"], match["month"], match["day"])
