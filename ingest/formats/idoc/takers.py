"""What the tables of IDocs do with values that SAP writes in its own way."""

from datetime import date, time
from decimal import Decimal

from lxml import etree

from ingest.record import Record
from ingest.values.coded_dates import coded_day
from ingest.values.xsd import clock, number
from ingest.xml.walk import Faults, Taker
from orders.remembered import remembered

_MATERIAL_LENGTHS = (18, 40)
"""How long SAP keeps material numbers: of digits only they are padded with zeros to it, which nobody is shown."""


@remembered(16_384)
def signed(text: str) -> Decimal:
    """The number that a text says: SAP writes the minus behind it ("10.00-").

    Raises:
        BadValue: `BAD_NUMBER`, if it is none.
    """
    stripped = text.strip()
    return -number(stripped[:-1]) if stripped.endswith("-") else number(stripped)


def amount(key: str) -> Taker:
    """A number, its minus in front of it or behind."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        said = element.text
        if said and key not in record and not said.isspace():
            record[key] = signed(said)

    return take


def day(key: str) -> Taker:
    """A day as CCYYMMDD; zeros are none."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        said = element.text
        if said and key not in record and said.strip("0 \n\t-"):
            record[key] = _day(said)

    return take


def time_of_day(key: str) -> Taker:
    """A time as HHMMSS. Midnight is what SAP writes where it knows only the day."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        said = (element.text or "").strip()
        if said.strip("0:") and key not in record:
            record[key] = _time(said)

    return take


def item_number(key: str) -> Taker:
    """The number of a material, without the zeros that only SAP's own tables need."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        said = (element.text or "").strip()
        if not said or key in record:
            return
        padded = len(said) in _MATERIAL_LENGTHS and said.isascii() and said.isdecimal()
        if shown := said.lstrip("0") if padded else said:
            record[key] = shown

    return take


def _day(text: str) -> date:
    return coded_day(text, "102")


def _time(text: str) -> time:
    digits = text.isascii() and text.isdecimal() and len(text) == len("HHMMSS")
    return clock(f"{text[:2]}:{text[2:4]}:{text[4:]}" if digits else text)
