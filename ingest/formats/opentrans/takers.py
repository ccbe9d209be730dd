"""What the tables of openTRANS do with values that it writes in its own way."""

from lxml import etree

from ingest.record import Record
from ingest.xml.walk import Faults, Steps, Taker, walk


def typed_records(key: str, steps: Steps) -> Taker:
    """A list of records, one for each such element, which say under `type` of what type they are."""

    def take(element: etree._Element, record: Record, faults: Faults) -> None:
        found: Record = {"type": element.get("type", "").strip().lower()}
        walk(element, steps, found, faults)
        record.setdefault(key, []).append(found)

    return take
