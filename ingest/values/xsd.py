"""Values as XML Schema writes them: decimals with a point, ISO 8601 dates and times, `true` and `1`."""

import re
from datetime import date, time
from decimal import Decimal
from functools import lru_cache

from orders.numbers import parse_number
from orders.remembered import LONGEST

_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[TZ+-].*)?", re.ASCII)
_TIME = re.compile(r"(\d\d):(\d\d):(\d\d)(?:\.(\d{1,6})\d*)?(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
_WHOLE_WITH_POINT = re.compile(r"([+-]?\d{1,20})\.", re.ASCII)  # "100.": xsd:decimal allows it, and nobody else does
_FLAGS = {"true": True, "1": True, "false": False, "0": False}


class BadValue(ValueError):
    """A text that is not what its field holds. It becomes an issue of `code`, and the field stays empty."""

    def __init__(self, code: str, text: str, expected: str) -> None:
        super().__init__(f"{_shortened(text)!r} is not {expected}")
        self.code = code


@lru_cache(maxsize=16_384)
def number(text: str) -> Decimal:
    """The exact decimal that `text` says.

    Raises:
        BadValue: `BAD_NUMBER`, if it is none, or has more than 20 digits on a side.
    """
    _check_length("BAD_NUMBER", text, "a number")
    try:
        return parse_number(text)
    except ValueError:
        whole = _WHOLE_WITH_POINT.fullmatch(text.strip())
    if whole is None:
        raise BadValue("BAD_NUMBER", text, "a number")
    return Decimal(whole[1])


@lru_cache(maxsize=4_096)
def day(text: str) -> date:
    """The day of an xsd:date or xsd:dateTime, as its sender sees it: a time zone is passed over.

    Raises:
        BadValue: `BAD_DATE`, if there is no such day.
    """
    _check_length("BAD_DATE", text, "a date")
    found = _DATE.fullmatch(text.strip())
    try:
        if found:
            return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        pass
    raise BadValue("BAD_DATE", text, "a date")


@lru_cache(maxsize=4_096)
def clock(text: str) -> time:
    """The time of day of an xsd:time, as its sender's clock shows it.

    Raises:
        BadValue: `BAD_TIME`, if there is no such time.
    """
    _check_length("BAD_TIME", text, "a time")
    found = _TIME.fullmatch(text.strip())
    try:
        if found:
            return time(int(found[1]), int(found[2]), int(found[3]), int((found[4] or "0").ljust(6, "0")))
    except ValueError:
        pass
    raise BadValue("BAD_TIME", text, "a time")


def _check_length(code: str, text: str, expected: str) -> None:
    """A value in hundreds of blanks is none: only what raises is not kept by a cache."""
    if len(text) > LONGEST:
        raise BadValue(code, text, expected)


def century(text: str) -> str:
    """The century of a year of two digits, with which `text` begins: 1980 to 2079."""
    return "19" if text[:2] >= "80" else "20"


def flag(text: str) -> bool:
    """The truth that an xsd:boolean says.

    Raises:
        BadValue: `BAD_FLAG`, if it is none.
    """
    try:
        return _FLAGS[text.strip().lower()]
    except KeyError:
        raise BadValue("BAD_FLAG", text, "true or false") from None


def _shortened(text: str) -> str:
    stripped = text.strip()
    return stripped if len(stripped) <= 40 else stripped[:39] + "…"
