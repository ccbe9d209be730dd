"""References to orders, and Italy's way of writing them.

The Italian NSO (Nodo Smistamento Ordini) puts an order's number, date and the buyer's address into one text, a triplet:
`B-17#2026-02-11#ABCDEF`. A fourth part says what the referring order or agreement does to the one that it names.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from ingest.record import Record
from ingest.values.xsd import BadValue, day

_TRIPLET = re.compile(r"([^#]+)#(\d{4}-\d\d-\d\d)#[^#]*(?:#(\w+))?", re.ASCII)


class OrderText(NamedTuple):
    """What a text in the place of an order number says."""

    number: str
    issue_date: date | None = None
    act: str = ""
    """"Revised" or "Cancelled": what becomes of the order named. Anything else is no concern of ours."""


def order_text(text: str) -> OrderText:
    """The parts of a triplet; any other text is a number."""
    found = _TRIPLET.fullmatch(text) if "#" in text else None
    if found is None:
        return OrderText(text)
    try:
        return OrderText(found[1].strip(), day(found[2]), found[3] or "")
    except BadValue:
        return OrderText(text)


def order_references(records: Iterable[Record]) -> list[Record]:
    """The orders that the head names, each once."""
    found: dict[str, Record] = {}
    for record in records:
        if "number" in record:
            said = order_text(record["number"])
            reference = {"number": said.number, "issue_date": record.get("date") or said.issue_date}
            found.setdefault(said.number, reference)
    return list(found.values())


def several(texts: list[str]) -> list[str]:
    """The texts, each once."""
    return texts if len(texts) < 2 else list(dict.fromkeys(texts))
