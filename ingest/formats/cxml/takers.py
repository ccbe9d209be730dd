"""What the tables of cXML do: it keeps most of its values in attributes, and every amount in a Money."""

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from ingest.record import Record
from ingest.values.xsd import BadValue
from ingest.xml.walk import Faults, Steps, Taker, walk
from orders.document import Issue

Attributes = Mapping[str, tuple[str, Callable[[str], Any]]]
"""Name of an attribute → the key of its value, and what its text says."""

_NONE: Steps = {}


def within(attributes: Attributes, steps: Steps = _NONE) -> Taker:
    """What an element's attributes and the elements in it say, put into the record of the element that it stands in."""

    def take(element: etree._Element, record: Record, faults: Faults) -> None:
        _read(element, attributes, record, faults)
        if steps:
            walk(element, steps, record, faults)

    return take


def listed(key: str, attributes: Attributes, steps: Steps = _NONE, *, place: bool = False) -> Taker:
    """A list of records, one for each such element; with `place` each says under `where` in which line it begins."""

    def take(element: etree._Element, record: Record, faults: Faults) -> None:
        found: Record = {"where": f"line {element.sourceline}"} if place else {}
        _read(element, attributes, found, faults)
        if steps:
            walk(element, steps, found, faults)
        record.setdefault(key, []).append(found)

    return take


def description(name_key: str, key: str) -> Taker:
    """A list of the descriptions under `key`, and the short name that may stand in one under `name_key`."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        said = element.text or ""
        for child in element[:]:
            if child.tag == "ShortName" and child.text and child.text.strip():
                record.setdefault(name_key, child.text.strip())
            said += f" {child.tail or ''}"
        if said := " ".join(said.split()):
            record.setdefault(key, []).append(said)

    return take


def _read(element: etree._Element, attributes: Attributes, record: Record, faults: Faults) -> None:
    for name, (key, convert) in attributes.items():
        said = element.get(name)
        if not said or key in record or not (said := said.strip()):
            continue
        try:
            record[key] = convert(said)
        except BadValue as bad:
            faults.append(Issue(code=bad.code, message=f"{name}: {bad}.", where=f"line {element.sourceline}"))
