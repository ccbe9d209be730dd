"""What the paths of a layout find in a file: documents with their rows of texts, a cell for each field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from ingest.flat.fields import field_named
from ingest.layout import Layout
from ingest.record import Record
from ingest.xml.chain import BELOW, LINE, Place, compiled, namespaces, placed
from ingest.xml.path import BadPath, Path, Step, parse_path, step_of
from ingest.xml.walk import Taker

Texts = tuple[str, ...]

_Written = tuple[str, str | None, str | None, tuple[tuple[str, str], ...], tuple[str, ...]]
"""All paths of a layout as they are written: root, documents, lines, fields, sources of conditions."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A cell for each field, and the line of the file in which the row's element begins.

    `is_line` false: of a document, or a group in it, that has no lines.
    """

    line: int
    texts: Texts
    is_line: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """A document: the line it begins in, what identifies it, its rows, and the texts that the layout's `types` ask
    for."""

    line: int
    head: Texts
    rows: tuple[FoundRow, ...]
    conditions: Texts


@dataclass(frozen=True, slots=True)
class Course:
    """A layout's paths, resolved. `document` and `line` are places of the chain; where both are one, a document is its
    own line. `values` has a place for each field, and for each source of a condition (by its number); `marks` are the
    places at which records begin."""

    chain: tuple[Step, ...]
    document: int
    line: int
    values: Mapping[str, Place]
    marks: tuple[int, ...]

    @property
    def is_flat(self) -> bool:
        """Whether a document element is its own line, as in a flat export."""
        return self.document == self.line


def course_of(layout: Layout) -> Course:
    """The course of the walk that a layout's paths ask for.

    Raises:
        BadPath: if a path cannot be followed.
    """
    return _course(_written(layout))


def _written(layout: Layout) -> _Written:
    return (
        layout.root or "",
        layout.documents,
        layout.lines,
        tuple(layout.paths.items()),
        tuple([str(one.source) for one in layout.types]),
    )


@lru_cache(maxsize=256)
def _course(written: _Written) -> Course:
    root_name, documents_path, lines_path, paths, sources = written
    root = step_of(root_name)
    documents, lines = elements(documents_path, root), elements(lines_path, None)
    document, line = len(documents), len(documents) + len(lines)
    values = {name: place_of(path, name, root, document, line) for name, path in paths}
    for number, source in enumerate(sources):
        values[f"{number}"] = place_of(source, None, root, document, line)
    marks = sorted({0, document, line, *(value.at for value in values.values())})
    return Course((*documents, *lines), document, line, values, tuple(marks))


def elements(text: str | None, root: Step | None) -> tuple[Step, ...]:
    """The steps to the documents (from this root), or to the lines (None).

    Raises:
        BadPath: if the path is none, or leads elsewhere than down to elements.
    """
    path = parse_path(text) if text is not None else Path()
    if path.up or path.attribute or (path.rooted and root is None):
        raise BadPath("must lead down to elements")
    return placed(path, 0, root).steps if root else path.steps


def place_of(path: str, field: str | None, root: Step, document: int, line: int) -> Place:
    """Where the path of a field begins, or (None) that of a condition for the type.

    Raises:
        BadPath: if it cannot be followed.
    """
    known = field_named(field) if field else None
    of_document = field is None or (known is not None and known.head)
    return placed(parse_path(path), document if of_document else line, root)


def found_documents(root: etree._Element, layout: Layout) -> list[Found]:
    """The documents of a file, as far as the layout's paths find any.

    Raises:
        Reject: `XML_TOO_MANY_NAMESPACES`.
    """
    course = course_of(layout)
    record: Record = {LINE: root.sourceline}
    _table(_written(layout), namespaces(root))(root, record, [])
    to_document = course.marks.index(course.document)
    to_line = course.marks.index(course.line) - to_document
    documents = _descend(record, {}, to_document)
    return [_found(one, said, layout, to_line) for one, said, whole in documents if whole]


def _found(record: Record, said: Record, layout: Layout, to_line: int) -> Found:
    names = tuple(layout.paths)
    rows = (
        FoundRow(one[LINE], tuple([values.get(name, "") for name in names]), whole)
        for one, values, whole in _descend(record, said, to_line)
    )
    return Found(
        line=record[LINE],
        head=tuple(said.get(name, "") for name in names),
        rows=tuple(rows),
        conditions=tuple(said.get(f"{number}", "") for number in range(len(layout.types))),
    )


def _descend(record: Record, above: Record, depth: int) -> Iterator[tuple[Record, Record, bool]]:
    """The records so far below one, each with what holds for it: what it says itself, and what those above it say.

    False: it is not so far below, and none begins below it.
    """
    said = above | record
    if not depth or BELOW not in record:
        yield record, said, not depth
    else:
        for inner in record[BELOW]:
            yield from _descend(inner, said, depth - 1)


@lru_cache(maxsize=256)
def _table(written: _Written, spaces: frozenset[str]) -> Taker:
    course = _course(written)
    return compiled(course.chain, (course.document, course.line), course.values, spaces)
