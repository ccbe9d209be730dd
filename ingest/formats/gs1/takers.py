"""What the tables of GS1 XML do with values that it writes in its own way."""

import re

from lxml import etree

from ingest.record import Record
from ingest.xml.walk import Faults, Taker

_TRANSACTION = re.compile(r"urn:epcglobal:cbv:bt:\d{1,14}:(.+)", re.ASCII)
"""A number as the traceability standards of GS1 make it unique in the world: behind a location number."""


def entity(key: str) -> Taker:
    """The number of a document."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        said = (element.text or "").strip()
        if said and key not in record:
            unique = _TRANSACTION.fullmatch(said)
            record[key] = unique[1] if unique else said

    return take
