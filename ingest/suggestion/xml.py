"""A supplier's own XML as a sample: where its documents and lines are, and what its elements and attributes mean."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from lxml import etree

from ingest.flat.dialect import language_of
from ingest.formats.tables.columns import Column
from ingest.formats.tables.document_type import Stated, decide_type
from ingest.record import Record
from ingest.suggestion.proposal import Sample, Source
from ingest.suggestion.shapes import Shape, can_be_written, shape_of
from ingest.suggestion.stating import stated_by_answers, stated_by_name
from ingest.suggestion.structure import Structure, meaning_within, structure_of, type_by_name
from ingest.xml.chain import BELOW, Place, compiled, namespaces
from ingest.xml.path import parse_path

_ROWS = 400
_MAX_SOURCES = 300
_OF_FILE = frozenset(("version", "schemaversion", "schemalocation", "encoding", "generator"))
"""Attributes of a root that speak of the file, not of what is in it."""


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A text or an attribute: from which place of the chain it hangs, and its path from there ("" for its own text)."""

    at: int
    path: str
    shape: Shape
    attribute: str | None


def sample_of_xml(root: etree._Element, name: str) -> Sample:
    """What an XML file shows to somebody who has to write a layout for it."""
    structure = structure_of(shape_of(root))
    leaves = list(islice((one for one in _leaves(structure) if _is_written(one, structure)), _MAX_SOURCES))
    cells = _cells(root, structure, leaves)
    sources = tuple(_source(index, leaf, cells[index], structure) for index, leaf in enumerate(leaves))
    phrases = [one.column.phrase for one in sources if one.column.phrase]
    stated = [*_stated(structure), *stated_by_name(name), *stated_by_answers(phrases)]
    return Sample(
        sources=sources,
        keys=_keys(structure),
        decision=decide_type({phrase.concept for phrase in phrases}, stated),
        stated=frozenset(one.type for one in stated),
        language=language_of([phrase.languages for phrase in phrases]),
        is_xml=True,
    )


def _keys(structure: Structure) -> dict[str, str | int]:
    steps = [one.step for one in structure.chain[1:]]
    keys: dict[str, str | int] = {"root": structure.chain[0].name}
    if structure.document:
        keys["documents"] = "/".join(steps[: structure.document])
    if structure.has_lines and structure.line > structure.document:
        keys["lines"] = "/".join(steps[structure.document :])
    return keys


def _stated(structure: Structure) -> list[Stated]:
    for one in reversed(structure.chain[: structure.document + 1]):
        if kind := type_by_name(one.name):
            return [Stated(kind, f'the element "{one.name}" is called so')]
    return []


def _is_written(leaf: _Leaf, structure: Structure) -> bool:
    """Whether a path can lead to a leaf from the document and from the line."""
    return all(can_be_written(_path(leaf, base, structure)) for base in (structure.document, structure.line))


def _leaves(structure: Structure) -> Iterator[_Leaf]:
    for place, shape in enumerate(structure.chain):
        following = structure.chain[place + 1] if place < structure.line else None
        yield from _hanging(place, shape, "", following)


def _hanging(place: int, shape: Shape, path: str, but: Shape | None) -> Iterator[_Leaf]:
    for attribute in shape.attributes:
        of_file = not place and attribute.casefold() in _OF_FILE
        if not of_file and f'[@{attribute}="' not in shape.step:
            yield _Leaf(place, f"{path}/@{attribute}".lstrip("/"), shape, attribute)
    if shape.texts:
        yield _Leaf(place, path, shape, None)
    for inner in shape.inner.values():
        if inner is not but:
            yield from _hanging(place, inner, f"{path}/{inner.step}".lstrip("/"), but)


def _cells(root: etree._Element, structure: Structure, leaves: list[_Leaf]) -> list[tuple[str, ...]]:
    """The texts of each leaf, one for every line: what stands above holds for the lines below."""
    values = {}
    for index, leaf in enumerate(leaves):
        path = parse_path(leaf.path or ".")
        values[f"{index}"] = Place(leaf.at, path.steps, path.attribute)
    chain = [parse_path(one.step).steps[0] for one in structure.chain[1:]]
    record: Record = {}
    compiled(chain, range(len(structure.chain)), values, namespaces(root))(root, record, [])
    rows = list(islice(_rows(record, {}), _ROWS))
    return [tuple(str(row.get(f"{index}", "")) for row in rows) for index in range(len(leaves))]


def _rows(record: Record, above: Record) -> Iterator[Record]:
    said = above | record
    if BELOW not in record:
        yield said
        return
    for inner in record[BELOW]:
        yield from _rows(inner, {key: value for key, value in said.items() if key != BELOW})


def _source(index: int, leaf: _Leaf, cells: tuple[str, ...], structure: Structure) -> Source:
    heading, meaning = meaning_within(leaf.shape, leaf.attribute, structure.chain[leaf.at])
    of_line = structure.has_lines and leaf.at > structure.document
    column = Column(index, heading, meaning.phrase if meaning else None, None, cells)
    source = Source(column, leaf.path, of_head=leaf.at <= structure.document, of_line=of_line or _is_flat(structure))
    if meaning:
        source = replace(source, reason=meaning.reason, sure=meaning.sure)
    line = structure.line if structure.has_lines else structure.document
    of_head = _path(leaf, structure.document, structure)
    return replace(
        source,
        written=of_head if source.of_head and not source.of_line else _path(leaf, line, structure),
        written_of_head=of_head,
        written_of_line=_path(leaf, line, structure),
    )


def _path(leaf: _Leaf, base: int, structure: Structure) -> str:
    """The path that leads to a leaf from a place of the chain."""
    if leaf.at <= base:
        return ("../" * (base - leaf.at) + leaf.path).rstrip("/") or "."
    steps = [one.step for one in structure.chain[base + 1 : leaf.at + 1]]
    return "/".join([*steps, leaf.path]).rstrip("/")


def _is_flat(structure: Structure) -> bool:
    return structure.has_lines and structure.line == structure.document
