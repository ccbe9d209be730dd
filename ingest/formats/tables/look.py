"""A table as it presents itself: where its headings stand, what they could mean, and what states its type."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.flat.cells import Cell, Row, shown
from ingest.flat.dialect import Circumstances, language_of
from ingest.flat.fields import field_named
from ingest.formats.tables.columns import Column
from ingest.formats.tables.document_type import (
    Stated,
    TypeDecision,
    decide_type,
    type_named,
    type_of_folder,
    type_of_title,
)
from ingest.formats.tables.head import (
    Head,
    Labelled,
    find_head,
    head_at,
    heading_phrase,
    labelled_values,
    table_sample,
)
from ingest.formats.tables.layout_columns import Placed, head_of_layout, no_head, placed_columns
from ingest.formats.tables.table import Table
from ingest.layout import Layout
from orders.document import DocumentType

_SAMPLE_ROWS = 400
_CANONICAL_MARKS = frozenset(("document_type", "document_number"))


@dataclass(frozen=True, slots=True)
class TypeSwitch:
    """How the type follows from cells: the first condition (column or cell, text or None for any, type) that holds."""

    columns: tuple[int, ...]
    conditions: tuple[tuple[int, str | None, DocumentType], ...] = ()
    by_word: bool = False
    default: DocumentType | None = None

    def type_of(self, cells: Sequence[Cell]) -> DocumentType | None:
        """The type of a row, from its cells in `columns`; None if they do not tell."""
        texts = [shown(cell) for cell in cells]
        for place, equals, kind in self.conditions:
            if texts[place].casefold() == equals.strip().casefold() if equals is not None else texts[place]:
                return kind
        named = type_named(texts[0]) if self.by_word and texts and texts[0] else None
        return named or (self.default if not self.by_word or not texts[0] else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a table shows at first sight. `head` is None where no headings were found."""

    table: Table
    layout: Layout | None = None
    head: Head | None = None
    columns: tuple[Column, ...] = ()
    placed: Placed | None = None
    labelled: tuple[Labelled, ...] = ()
    title: str = ""
    title_number: str = ""
    stated: tuple[Stated, ...] = ()
    decision: TypeDecision = field(default=TypeDecision(None, "no headings were found"))
    switch: TypeSwitch = field(default=TypeSwitch(()))
    circumstances: Circumstances = field(default=Circumstances())

    @property
    def known(self) -> int:
        """How many columns are known."""
        if self.placed:
            return len(self.placed.columns)
        return sum(1 for column in self.columns if column.phrase or column.canonical)


def look_at(table: Table, folder: str = "", layout: Layout | None = None) -> Look:
    """The first sight of a table.

    Raises:
        Reject: `LAYOUT_MISFIT` if the layout names what the table does not have.
    """
    sample = table_sample(table, _SAMPLE_ROWS)
    head = _head(table, sample, layout)
    if head is None:
        return Look(table=table, layout=layout)
    above = sample[: head.first] if head.first > 0 else []
    columns = _columns(head, sample[head.last + 1 :])
    placed = placed_columns(layout, columns, table) if layout and layout.columns else None
    labelled = () if placed else tuple(labelled_values(above))
    title = _title(above)
    concepts = {column.phrase.concept for column in columns if column.phrase} | {one.phrase.concept for one in labelled}
    stated = _stated(table, folder, layout, title, labelled)
    decision = decide_type(concepts, stated)
    return Look(
        table=table,
        layout=layout,
        head=head,
        columns=columns,
        placed=placed,
        labelled=labelled,
        title=title[1] if title else "",
        title_number=title[2] if title and not placed else "",
        stated=tuple(stated),
        decision=decision,
        switch=_switch(columns, placed, layout, decision),
        circumstances=Circumstances(_language(columns, labelled), table.separator),
    )


def _language(columns: Sequence[Column], labelled: Sequence[Labelled]) -> str:
    phrases = [column.phrase for column in columns if column.phrase] + [one.phrase for one in labelled]
    return language_of([phrase.languages for phrase in phrases])


def _head(table: Table, sample: Sequence[Row], layout: Layout | None) -> Head | None:
    if layout and layout.header_row == 0:
        return no_head(sample)
    if layout and layout.header_row:
        return head_at(sample, layout.header_row - 1)
    if layout and layout.columns:
        return head_of_layout(sample, layout, table)
    return find_head(sample)


def _columns(head: Head, rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns with a heading; without any heading row, all."""
    canonical = bool(_CANONICAL_MARKS.intersection(head.texts))
    return tuple(
        Column(
            index,
            text,
            heading_phrase(text) if text else None,
            text if canonical and field_named(text) else None,
            tuple(row[index] if index < len(row) else "" for row in rows),
        )
        for index, text in enumerate(head.texts)
        if text or head.last < 0
    )


def _title(above: Sequence[Row]) -> tuple[DocumentType, str, str] | None:
    """The type, text and number of the first cell above the table that names a kind of document."""
    for row in above:
        for cell in row:
            found = type_of_title(cell) if isinstance(cell, str) and cell.strip() else None
            if found and not cell_is_label(cell):
                return found[0], str(cell).strip(), found[1]
    return None


def cell_is_label(cell: Cell) -> bool:
    """Whether a cell above the table is the label of another ("Lieferschein-Nr.:"), no title."""
    return isinstance(cell, str) and cell.strip().endswith(":")


def _stated(
    table: Table,
    folder: str,
    layout: Layout | None,
    title: tuple[DocumentType, str, str] | None,
    labelled: Sequence[Labelled],
) -> list[Stated]:
    stated = []
    if layout and layout.type:
        return [Stated(layout.type, f'the layout "{layout.name}" says so')]
    for one in labelled:
        kind = type_named(shown(one.value)) if one.phrase.concept == "document_type" else None
        if kind:
            stated.append(Stated(kind, f'"{one.label}" says "{shown(one.value)}"'))
    if title:
        stated.append(Stated(title[0], f'the title says "{title[1]}"'))
    if by_folder := type_of_folder(folder):
        stated.append(Stated(by_folder, f'the subfolder is "{folder}"'))
    if by_sheet := type_named(table.name):
        stated.append(Stated(by_sheet, f'the sheet is called "{table.name}"', firm=False))
    return stated


def _switch(
    columns: Sequence[Column], placed: Placed | None, layout: Layout | None, decision: TypeDecision
) -> TypeSwitch:
    if layout and layout.types and placed is not None:
        return TypeSwitch(placed.type_columns, placed.conditions, default=layout.type)
    for column in columns:
        if not layout or not layout.type:
            concept = column.canonical or (column.phrase.concept if column.phrase else "")
            if concept == "document_type" and placed is None:
                return TypeSwitch((column.index,), by_word=True, default=decision.type)
    return TypeSwitch((), default=decision.type)
