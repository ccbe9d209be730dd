"""One walk over a tree, driven by a table of paths.

A table is a dictionary from an element's tag to what is done with it: a further table for what stands in it, or a
*taker* that puts its value into a record. What no table names is skipped with all that is below it, unseen. This is the
fastest way that lxml offers: see docs/decisions/0011-xml-by-one-walk.md.
"""

from collections.abc import Callable
from typing import TypeAlias, Union

from lxml import etree

from ingest.record import Record
from ingest.values.xsd import BadValue
from orders.document import Issue

Faults: TypeAlias = list[Issue]
"""What was wrong with single values."""

Taker: TypeAlias = Callable[[etree._Element, Record, Faults], None]
"""Puts what an element says into a record. `BadValue` becomes an issue that names the line."""

Steps: TypeAlias = dict[str, Union[Taker, "Steps"]]
"""Tag, "{namespace}name" → what is done with such a child."""


def walk(element: etree._Element, steps: Steps, record: Record, faults: Faults) -> None:
    """Fills `record` with what `steps` find below `element`."""
    for (
        child
    ) in element.getchildren():  # a list costs less than an iterator, and less than element[:], which counts first
        tag = child.tag  # made anew each time it is asked for
        if tag not in steps:
            continue
        step = steps[tag]
        if isinstance(step, dict):
            walk(child, step, record, faults)
            continue
        try:
            step(child, record, faults)
        except BadValue as bad:
            _note(bad, child, faults)


def _note(bad: BadValue, element: etree._Element, faults: Faults) -> None:
    """An element that is there but empty says nothing, and nothing wrong."""
    if (element.text or "").strip():
        name = etree.QName(element).localname
        faults.append(Issue(code=bad.code, message=f"{name}: {bad}.", where=f"line {element.sourceline}"))
