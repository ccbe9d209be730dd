"""Misfits of layouts for a supplier's own XML."""

from collections.abc import Iterator

from lxml import etree

from ingest.flat.settled import Assigned
from ingest.formats.xml_layout.records import Course, Found, course_of, found_documents
from ingest.layout import Layout
from ingest.misfits.misfit import Misfit, nearest
from ingest.misfits.values import value_misfits
from ingest.suggestion.shapes import Shape, shape_of
from ingest.xml.path import BadPath, Step
from orders.errors import Reject


def xml_misfits(root: etree._Element, layout: Layout) -> Iterator[Misfit]:
    """What of a layout does not fit an XML file that it claims."""
    try:
        course, found = course_of(layout), found_documents(root, layout)
    except (BadPath, Reject):
        return  # the configuration, or the reading, says so
    shape = shape_of(root)
    if not found:
        yield _nothing(layout, "documents", layout.documents or "", _elements(shape, ()))
        return
    lines = any(row.is_line for one in found for row in one.rows)
    if not lines:
        above = course.chain[: course.document]
        yield _nothing(layout, "lines", layout.lines or "", _elements(shape, above))
    yield from _paths(layout, course, found, shape, lines=lines)
    assigned = [Assigned(index, path, name, "") for index, (name, path) in enumerate(layout.paths.items())]
    rows = ((row.line, row.texts) for one in found for row in one.rows)
    yield from value_misfits(layout, assigned, rows, lambda line, _: f"line {line}", "Path")


def _paths(layout: Layout, course: Course, found: list[Found], shape: Shape, *, lines: bool) -> Iterator[Misfit]:
    """The paths of fields that find nothing anywhere; of lines that are not found nothing more is said."""
    for index, (name, path) in enumerate(layout.paths.items()):
        place = course.values[name]
        if not lines and place.at > course.document:
            continue
        if not any(row.texts[index] for one in found for row in one.rows):
            yield _nothing(layout, f"paths.{name}", path, _leaves(shape, course.chain[: place.at], path))


def _nothing(layout: Layout, key: str, path: str, present: list[str]) -> Misfit:
    return Misfit(layout.name, key, f'The path "{path}" finds nothing in the file; {nearest(path, present)}.')


def _at(shape: Shape, steps: tuple[Step, ...]) -> list[Shape]:
    """The shapes that these steps lead to; of a step with conditions all of that name."""
    shapes = [shape]
    for step in steps:
        shapes = [inner for one in shapes for inner in one.inner.values() if _named(inner, step)]
    return shapes


def _named(shape: Shape, step: Step) -> bool:
    return shape.step.partition("[")[0] == step.name


def _elements(shape: Shape, above: tuple[Step, ...]) -> list[str]:
    """Paths of all elements below a place of the chain that hold others or repeat."""
    found: list[str] = []
    for base in _at(shape, above):
        depth = len(base.chain())
        found += [_path(one, depth) for one in base.below() if one is not base and (one.inner or one.attributes)]
    return found


def _leaves(shape: Shape, above: tuple[Step, ...], path: str) -> list[str]:
    """Paths of all texts and attributes below a place of the chain, written as the path in question begins."""
    climbs = path[: len(path) - len(path.lstrip("./"))] if path.startswith("..") else ""
    found: list[str] = []
    for base in _at(shape, above):
        depth = len(base.chain())
        for one in base.below():
            here = _path(one, depth)
            found += [climbs + here] if one.texts and here else []
            found += [climbs + f"{here}/@{name}".lstrip("/") for name in one.attributes]
    return found


def _path(shape: Shape, depth: int) -> str:
    return "/".join(one.step for one in shape.chain()[depth:])
