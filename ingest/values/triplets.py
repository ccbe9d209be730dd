"""Italy's way of writing references to orders.

The Italian NSO (Nodo Smistamento Ordini) puts an order's number, date and the buyer's address into one text, a triplet:
`B-17#2026-02-11#ABCDEF`. A fourth part says what the referring order or agreement does to the one that it names.
"""

import re
from datetime import date
from typing import NamedTuple

from ingest.values.xsd import BadValue, day

_TRIPLET = re.compile(r"([^#]+)#(\d{4}-\d\d-\d\d)#[^#]*(?:#(\w+))?", re.ASCII)


class OrderText(NamedTuple):
    """What a text in the place of an order number says."""

    number: str
    issue_date: date | None = None
    act: str = ""
    """"Revised" or "Cancelled": what becomes of the order named. Anything else is no concern of ours."""


def is_triplet(text: str) -> bool:
    """Whether it is one of those texts."""
    return _TRIPLET.fullmatch(text) is not None


def order_number(text: str) -> str:
    """The number alone."""
    return order_text(text).number if "#" in text else text


def order_text(text: str) -> OrderText:
    """The parts of a triplet; any other text is a number."""
    found = _TRIPLET.fullmatch(text) if "#" in text else None
    if found is None:
        return OrderText(text)
    try:
        return OrderText(found[1].strip(), day(found[2]), found[3] or "")
    except BadValue:
        return OrderText(text)
