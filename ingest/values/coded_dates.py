"""Days whose notation a code of UNTDID 2379 names, as CII and Order-X write them."""

from calendar import monthrange
from datetime import date
from functools import lru_cache

from ingest.values.xsd import BadValue, century, day

_DAY_FIRST = {"102": 8, "203": 12, "204": 14}
"""Code → how many digits: CCYYMMDD, with hours and minutes, with seconds."""


@lru_cache(maxsize=4_096)
def coded_day(text: str, code: str) -> date:
    """The day; of a month or week its last. An ISO 8601 date is one, whatever the code says.

    Raises:
        BadValue: `BAD_DATE`, if there is no such day.
    """
    stripped = text.strip()
    if "-" in stripped:
        return day(stripped)
    try:
        if stripped.isascii() and stripped.isdecimal():
            return _day(stripped, code)
    except ValueError:
        pass
    raise BadValue("BAD_DATE", text, f"a date of format {code or '102'}")


def _day(digits: str, code: str) -> date:
    if code == "101" and len(digits) == len("YYMMDD"):
        digits, code = century(digits) + digits, "102"
    if code == "616" and len(digits) == len("CCYYWW"):
        return date.fromisocalendar(int(digits[:4]), int(digits[4:]), 7)
    if code == "610" and len(digits) == len("CCYYMM"):
        year, month = int(digits[:4]), int(digits[4:])
        return date(year, month, monthrange(year, month)[1])
    if len(digits) not in _DAY_FIRST.values():
        raise ValueError(digits)
    return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
