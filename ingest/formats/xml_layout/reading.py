"""From what a layout's paths find to documents: with the fields, notations and rules that tables have."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree
from msgspec.structs import replace

from ingest.flat.dialect import Circumstances
from ingest.flat.documents import document_of
from ingest.flat.gathering import Gathering
from ingest.flat.groups import Group
from ingest.flat.plan import questions
from ingest.flat.settled import ways_of_writing
from ingest.flat.taking import Taking
from ingest.formats.xml_layout.habits import habits_of
from ingest.formats.xml_layout.records import Found, course_of, found_documents
from ingest.layout import Layout
from ingest.xml.path import BadPath
from orders.document import Document, DocumentType, Issue
from orders.errors import Reject

_HINT = "Correct the [[layouts]] entry, or its `files` or `root` if it should not claim this file."


@dataclass(frozen=True, slots=True)
class _Lines:
    """Places in XML are lines of the file."""

    source: str = "Path"

    def row_place(self, row: int) -> str:
        return f"line {row}"

    def cell_place(self, row: int, column: int) -> str:
        return f"line {row}"


def read_documents(root: etree._Element, layout: Layout, format_name: str) -> list[Document]:
    """The documents that a layout finds in a file.

    Raises:
        Reject: `LAYOUT_MISFIT` if its paths find none, or if it does not tell the type of one;
            `TABLE_AMBIGUOUS_NUMBERS`, `TABLE_AMBIGUOUS_DATES` and their like if the file leaves open how numbers or
            dates are written.
    """
    try:
        found = found_documents(root, layout)
        flat = course_of(layout).is_flat
    except BadPath as bad:
        raise misfit(layout, f"a path {bad}") from None
    if not found:
        raise misfit(layout, f'the path "{layout.documents}" of `documents` finds nothing', f"line {root.sourceline}")
    takings = _takings(found, layout)
    groups = [group for group in _groups(found, layout, takings, flat=flat) if group.says_something()]
    if not groups:
        raise misfit(layout, "its paths find neither the number of a document or order nor a line")
    issues = _nothing_found(found, layout)
    documents = [document_of(group, _Lines(), format_name, layout.party) for group in groups]
    return [replace(documents[0], issues=(*documents[0].issues, *issues)), *documents[1:]] if issues else documents


def _takings(found: Sequence[Found], layout: Layout) -> dict[DocumentType, Taking]:
    """How documents of each type are read."""
    habits = habits_of(layout)
    settled = habits.settled(dict.fromkeys(_kind(one, layout) for one in found))
    rows = (row.texts for one in found for row in one.rows)
    written = ways_of_writing(settled, layout, rows, Circumstances())
    for question in questions(settled[:1], written, lambda _: f'layout "{layout.name}"', _Lines().source):
        raise question
    return habits.takings(settled, written)


def _kind(found: Found, layout: Layout) -> DocumentType:
    for text, condition in zip(found.conditions, layout.types, strict=True):
        wanted = condition.equals
        if text if wanted is None else text.casefold() == wanted.strip().casefold():
            return condition.type
    if layout.type is None:
        said = ", ".join(
            f'"{one.source}" is "{text[:40]}"' for one, text in zip(layout.types, found.conditions, strict=True)
        )
        raise misfit(layout, f"no condition of its `types` holds ({said or 'there is none'})", f"line {found.line}")
    return layout.type


def _groups(
    found: Sequence[Found], layout: Layout, takings: dict[DocumentType, Taking], *, flat: bool
) -> Iterator[Group]:
    """The documents; those of a flat export belong together if type, number and parties are the same."""
    gathering = Gathering(_Lines())
    known: dict[tuple[object, ...], Group] = {}
    for number, one in enumerate(found):
        taking = takings[_kind(one, layout)]
        plan = taking.plan
        key = (plan.kind, *taking.key(one.head)) if flat else (number,)
        group = known.get(key)
        if group is None:
            group = Group(plan, taking.maker, one.line, plan.defaults, issues=list(plan.issues))
            known[key] = group
        for row in one.rows:
            take = gathering.take if row.is_line else gathering.take_head
            take(taking, group, row.line, row.texts)
    yield from known.values()


def _nothing_found(found: Sequence[Found], layout: Layout) -> list[Issue]:
    """That no document has lines, though the layout says where they are."""
    if layout.lines is None or any(row.is_line for one in found for row in one.rows):
        return []
    message = f'The path "{layout.lines}" of `lines` finds nothing; the layout "{layout.name}" may not fit any more.'
    return [Issue(code="LAYOUT_LINES_MISSING", message=message, where=f"line {found[0].line}")]


def misfit(layout: Layout, what: str, where: str | None = None) -> Reject:
    """That a file is not as its layout says."""
    return Reject(
        "LAYOUT_MISFIT", f'The file does not fit the layout "{layout.name}": {what}.', where=where, hint=_HINT
    )
