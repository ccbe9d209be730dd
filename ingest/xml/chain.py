"""Many paths followed in one walk: where records begin, one in the other, and what is read into each.

A *chain* leads from the root over the document to the line. At some of its places records begin; a value belongs to the
record of the place that its path begins at, and holds for all records below.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from ingest.record import Record
from ingest.xml.path import BadPath, Path, Step
from ingest.xml.takers import text
from ingest.xml.walk import Faults, Steps, Taker, walk
from orders.errors import Reject

MAX_NAMESPACES = 100
"""Of one file: each multiplies the table that the walk goes by."""

BELOW = "below"
"""The key of the list of records that begin below a record."""

LINE = "where"
"""The key of the line in the file (from 1) in which a record begins."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a path begins on the chain (0: the root), and how it goes on from there."""

    at: int
    steps: tuple[Step, ...]
    attribute: str | None


@dataclass(slots=True)
class _Node:
    """What is read from an element, and from those in it; `begins` is what is read into a record of its own."""

    texts: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str]] = field(default_factory=list)
    inner: dict[Step, "_Node"] = field(default_factory=dict)
    begins: "_Node | None" = None

    def at(self, steps: Iterable[Step]) -> "_Node":
        """The node that these steps lead to."""
        node = self
        for step in steps:
            node = node.inner.setdefault(step, _Node())
        return node


def placed(path: Path, base: int, root: Step) -> Place:
    """Where a path that is meant from place `base` of the chain begins.

    Raises:
        BadPath: if it begins above the root, or at another root.
    """
    if path.rooted:
        if path.steps[0].name != root.name:
            raise BadPath(f'begins at the root "{path.steps[0].name}"; the root of this layout is "{root.name}"')
        return Place(0, path.steps[1:], path.attribute)
    if path.up > base:
        raise BadPath(f"climbs {path.up} elements, but only {base} stand above it up to the root")
    return Place(base - path.up, path.steps, path.attribute)


def compiled(chain: Sequence[Step], begins: Iterable[int], values: Mapping[str, Place], spaces: Iterable[str]) -> Taker:
    """The taker of the root element: fills its record, and a list of those that begin below each.

    `begins` are the places of the chain at which records begin, besides the root and where values begin; `spaces` the
    namespaces of the file.
    """
    marks = sorted({0, *begins, *(value.at for value in values.values())})
    nodes = {mark: _Node() for mark in marks}
    for key, value in values.items():
        node = nodes[value.at].at(value.steps)
        if value.attribute is None:
            node.texts.append(key)
        else:
            node.attributes.append((value.attribute, key))
    for mark, following in pairwise(marks):
        nodes[mark].at(chain[mark:following]).begins = nodes[following]
    return _taker(nodes[0], sorted(spaces))


def namespaces(root: etree._Element) -> frozenset[str]:
    """All namespaces that a file declares.

    Raises:
        Reject: `XML_TOO_MANY_NAMESPACES` if they are more than any document has.
    """
    found: set[str] = set()
    for _, declared in etree.iterwalk(root, events=("start-ns",)):
        found.add(str(declared[1]))  # type: ignore[index]  # the stubs know elements only
        if len(found) > MAX_NAMESPACES:
            raise Reject("XML_TOO_MANY_NAMESPACES", f"The file declares more than {MAX_NAMESPACES} namespaces.")
    return frozenset(found)


def _taker(node: _Node, spaces: Sequence[str]) -> Taker:
    takers = [text(key) for key in node.texts]
    if node.attributes:
        takers.append(_attributes(tuple(node.attributes)))
    if node.inner:
        takers.append(_within(_steps(node, spaces)))
    if node.begins is not None:
        takers.append(_record(_taker(node.begins, spaces)))
    return takers[0] if len(takers) == 1 else _all(tuple(takers))


def _steps(node: _Node, spaces: Sequence[str]) -> Steps:
    choices: dict[str, list[tuple[Step, _Node]]] = {}
    for step, inner in node.inner.items():
        for space in ("", *spaces) if step.namespace is None else (step.namespace,):
            choices.setdefault(f"{{{space}}}{step.name}" if space else step.name, []).append((step, inner))
    return {tag: _choice(found, spaces) for tag, found in choices.items()}


def _choice(found: Sequence[tuple[Step, _Node]], spaces: Sequence[str]) -> Taker | Steps:
    if len(found) == 1 and not found[0][0].conditions:
        node = found[0][1]
        plain = node.inner and not (node.texts or node.attributes or node.begins)
        return _steps(node, spaces) if plain else _taker(node, spaces)
    takers = tuple((step.conditions, _taker(node, spaces)) for step, node in found)

    def take(element: etree._Element, record: Record, faults: Faults) -> None:
        for conditions, taker in takers:
            for one in conditions:  # the hot path: `all` of a generator takes twice as long
                if not one.holds(element):
                    break
            else:
                taker(element, record, faults)

    return take


def _attributes(wanted: tuple[tuple[str, str], ...]) -> Taker:
    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        for name, key in wanted:
            said = element.get(name)
            if said and key not in record and (said := said.strip()):
                record[key] = said

    return take


def _within(steps: Steps) -> Taker:
    def take(element: etree._Element, record: Record, faults: Faults) -> None:
        walk(element, steps, record, faults)

    return take


def _record(taker: Taker) -> Taker:
    def take(element: etree._Element, record: Record, faults: Faults) -> None:
        found: Record = {LINE: element.sourceline}
        taker(element, found, faults)
        record.setdefault(BELOW, []).append(found)

    return take


def _all(takers: tuple[Taker, ...]) -> Taker:
    def take(element: etree._Element, record: Record, faults: Faults) -> None:
        for one in takers:
            one(element, record, faults)

    return take
