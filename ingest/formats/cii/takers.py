"""What the tables of CII do with values that CII writes in its own way."""

from datetime import time

from lxml import etree

from ingest.record import Record
from ingest.values.coded_dates import coded_day
from ingest.values.xsd import number
from ingest.xml.walk import Faults, Taker


def last_day(key: str) -> Taker:
    """The last of all such days, in the notation that the element's `format` names."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        said = element.text
        if said:
            day, known = coded_day(said, element.get("format", "")), record.get(key)
            record[key] = day if known is None or day > known else known

    return take


def first_day(key: str) -> Taker:
    """The first of all such days."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        said = element.text
        if said:
            day, known = coded_day(said, element.get("format", "")), record.get(key)
            record[key] = day if known is None or day < known else known

    return take


def moment(day_key: str, time_key: str) -> Taker:
    """A day, and the time of day where the notation (UNTDID 2379: 203, 204) has one."""
    take_day = last_day(day_key)

    def take(element: etree._Element, record: Record, faults: Faults) -> None:
        take_day(element, record, faults)
        clock = _clock((element.text or "").strip())
        if clock is not None:
            record[time_key] = clock

    return take


def _clock(digits: str) -> time | None:
    if len(digits) not in (12, 14) or not digits.isdecimal():
        return None
    try:
        return time(int(digits[8:10]), int(digits[10:12]), int(digits[12:] or "0"))
    except ValueError:
        return None


def amounts(key: str) -> Taker:
    """A list of all such amounts, each with its currency where the file names it."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        said = element.text
        if said:
            record.setdefault(key, []).append({"amount": number(said), "currency": element.get("currencyID")})

    return take
