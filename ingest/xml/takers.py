"""What a table may do with an element.

Of several elements with a value the first counts, unless a taker says otherwise.
"""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from lxml import etree

from ingest.record import Record
from ingest.values.unit_codes import unit_and_text
from ingest.values.xsd import clock, day, number
from ingest.xml.walk import Faults, Steps, Taker, walk

Convert = Callable[[str], Any]
"""The value that a text says; raises `BadValue`."""

_MIDNIGHT = time(0)


def text(key: str) -> Taker:
    """The element's text, without blanks around it; line breaks within are the file's layout, and mean a blank."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        said = element.text
        if said and key not in record and (said := said.strip()):
            record[key] = " ".join(said.split()) if "\n" in said else said

    return take


def texts(key: str) -> Taker:
    """A list of the texts of all such elements. Their lines stay lines, without the file's indentation."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        said = element.text
        if said and (said := said.strip()):
            if "\n" in said:
                said = "\n".join(line.strip() for line in said.splitlines())
            record.setdefault(key, []).append(said)

    return take


def code(key: str) -> Taker:
    """A code, in capitals and without blanks around it."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        said = (element.text or "").strip()
        if said and key not in record:
            record[key] = said.upper()

    return take


def value(key: str, convert: Convert) -> Taker:
    """What the element's text says, converted."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        said = element.text
        if said and key not in record:
            record[key] = convert(said)

    return take


def moment(day_key: str, time_key: str) -> Taker:
    """A day, and the time of day where there is one: midnight is what programs write that know only the day."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        said = element.text
        if not said or day_key in record:
            return
        record[day_key] = day(said)
        _, _, of_day = said.strip().partition("T")
        if of_day and (at := clock(of_day)) != _MIDNIGHT:
            record[time_key] = at

    return take


def latest(key: str, convert: Callable[[str], date]) -> Taker:
    """The last of all such days: of a period the end counts, of several deliveries the one that completes them."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        said = element.text
        if said:
            day, known = convert(said), record.get(key)
            record[key] = day if known is None or day > known else known

    return take


def beginning(key: str, start: str, convert: Callable[[str], date]) -> Taker:
    """The first day of a period: under `start` the earliest, and like any day of it a candidate for the last."""
    take_latest = latest(key, convert)

    def take(element: etree._Element, record: Record, faults: Faults) -> None:
        said = element.text
        if said:
            day, known = convert(said), record.get(start)
            record[start] = day if known is None or day < known else known
            take_latest(element, record, faults)

    return take


def unit(key: str) -> Taker:
    """A unit under `key`, and the file's own text for it, where that differs, under `key`_text."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        if element.text and key not in record:
            record[key], other = unit_and_text(element.text)
            if other:
                record[f"{key}_text"] = other

    return take


def quantity(key: str, unit: str = "unit", attribute: str = "unitCode") -> Taker:
    """A number under `key`, and its unit under `unit` (the file's own text for it, where that differs, under
    `unit`_text)."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        said = element.text
        if said and key not in record:
            code = element.get(attribute)
            if code and unit not in record:
                record[unit], other = unit_and_text(code)
                if other:
                    record[f"{unit}_text"] = other
            record[key] = number(said)

    return take


def attributed(key: str, convert: Convert, attribute: str, attribute_key: str) -> Taker:
    """What the element's text says under `key`, and one of its attributes, as it stands, under `attribute_key`."""
    take_value = value(key, convert)

    def take(element: etree._Element, record: Record, faults: Faults) -> None:
        take_value(element, record, faults)
        said = element.get(attribute)
        if said and attribute_key not in record:
            record[attribute_key] = said

    return take


def identifiers(key: str, attribute: str = "schemeID") -> Taker:
    """A list of all such identifiers, each as (scheme, value); the scheme is "" where the file names none."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        said = element.text
        if said and (said := said.strip()):
            record.setdefault(key, []).append((element.get(attribute, ""), said))

    return take


def records(key: str, steps: Steps, *, place: bool = False) -> Taker:
    """A list of records, one for each such element; with `place` each says under `where` in which line it begins."""

    def take(element: etree._Element, record: Record, faults: Faults) -> None:
        found: Record = {"where": f"line {element.sourceline}"} if place else {}
        walk(element, steps, found, faults)
        record.setdefault(key, []).append(found)

    return take


def money(key: str, attribute: str) -> Taker:
    """An amount under `key`, and the currency that its attribute states."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        currency = element.get(attribute)
        if currency and "currency" not in record:
            record["currency"] = currency.strip()
        if element.text and key not in record:
            record[key] = number(element.text)

    return take
