"""Days and times whose notation a code of UNTDID 2379 names, as EDIFACT, CII and Order-X write them."""

import re
from calendar import monthrange
from datetime import date, time
from functools import lru_cache

from ingest.values.xsd import BadValue, century, day
from orders.remembered import LONGEST

_NOTATIONS = {
    "2": "dmy", "3": "mdy", "4": "dmCy", "5": "dmCyHM", "101": "ymd", "102": "Cymd", "201": "ymdHM", "202": "ymdHMS",
    "203": "CymdHM", "204": "CymdHMS", "205": "CymdHM", "301": "ymdHM", "302": "ymdHMS", "303": "CymdHM",
    "304": "CymdHMS",
    "602": "Cy", "609": "ym", "610": "Cym", "615": "yw", "616": "Cyw", "711": "Cymd", "713": "ymdHM", "715": "yw",
    "716": "Cyw", "717": "ymd", "718": "Cymd", "719": "CymdHM",
}  # fmt: skip
"""UNTDID 2379, directory D.21A: two digits a letter (century, year, month, day, week, hour, minute, second). A time
zone may follow. Of the periods (711 to 719) it is the notation of one end."""

_BY_LENGTH = {6: "ymd", 8: "Cymd", 12: "CymdHM", 14: "CymdHMS"}
"""What senders mean whose digits are not as many as their code says, or who name no code."""

_PERIODS = frozenset({"711", "713", "715", "716", "717", "718", "719"})
_ZONED = frozenset({"205", "301", "302", "303", "304"})
_CENTURIES = frozenset({"19", "20", "21"})
_DIGITS = re.compile(r"\d+", re.ASCII)


@lru_cache(maxsize=4_096)
def coded_moment(text: str, code: str) -> tuple[date, time | None]:
    """The day (of a period, year, month or week its last), and the time if it is said; a time zone is passed over.

    Raises:
        BadValue: `BAD_DATE`, if there is no such day.
    """
    if len(text) + len(code) > LONGEST:
        raise BadValue("BAD_DATE", text, "a date")
    digits = text if text.isdecimal() and text.isascii() else "".join(_DIGITS.findall(text))
    notation = _NOTATIONS.get(code, "")
    if code in _PERIODS and len(digits) == 4 * len(notation):
        digits = digits[2 * len(notation) :]
    if code in _ZONED:
        digits = digits[: 2 * len(notation)]
    if len(digits) != 2 * len(notation):
        notation = _BY_LENGTH.get(len(digits), "")
    try:
        return _moment({letter: digits[2 * place : 2 * place + 2] for place, letter in enumerate(notation)})
    except (KeyError, ValueError):
        raise BadValue("BAD_DATE", text, f"a date of format {code or '102'}") from None


@lru_cache(maxsize=4_096)
def coded_day(text: str, code: str) -> date:
    """The day alone, of nothing but digits. An ISO 8601 date is one, whatever the code says.

    Raises:
        BadValue: `BAD_DATE`, if there is no such day.
    """
    if len(text) + len(code) > LONGEST:
        raise BadValue("BAD_DATE", text, "a date")
    stripped = text.strip()
    if stripped.isascii() and stripped.replace("-", "" if code in _PERIODS else "-").isdecimal():
        return coded_moment(stripped, code)[0]
    if "-" in stripped:
        return day(stripped)
    raise BadValue("BAD_DATE", text, f"a date of format {code or '102'}")


def _moment(said: dict[str, str]) -> tuple[date, time | None]:
    """From two digits a letter; KeyError or ValueError if they are no day."""
    if said.get("C", "20") not in _CENTURIES:
        raise ValueError(said)
    year = int(said.get("C", century(said["y"])) + said["y"])
    if "w" in said:
        return date.fromisocalendar(year, int(said["w"]), 7), None
    month = int(said.get("m", "12"))
    if "d" not in said:
        return date(year, month, monthrange(year, month)[1]), None
    clock = time(int(said["H"]), int(said["M"]), int(said.get("S", "0"))) if "H" in said else None
    return date(year, month, int(said["d"])), clock
