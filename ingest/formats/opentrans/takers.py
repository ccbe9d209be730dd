"""What the tables of openTRANS do with values that it writes in its own way."""

from datetime import time

from lxml import etree

from ingest.record import Record
from ingest.values.xsd import clock, day
from ingest.xml.walk import Faults, Steps, Taker, walk

_MIDNIGHT = time(0)


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


def typed_records(key: str, steps: Steps) -> Taker:
    """A list of records, one for each such element, which say under `type` of what type they are."""

    def take(element: etree._Element, record: Record, faults: Faults) -> None:
        found: Record = {"type": element.get("type", "").strip().lower()}
        walk(element, steps, found, faults)
        record.setdefault(key, []).append(found)

    return take
