"""What a layout of the configuration names in a table, and what to say where the table does not have it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from ingest.flat.cells import Cell, Row
from ingest.flat.fields import FIELDS, field_named
from ingest.flat.settled import Assigned
from ingest.flat.words import heading_key
from ingest.formats.tables.columns import Column
from ingest.formats.tables.head import SEARCHED_ROWS, Head, find_head, head_at
from ingest.formats.tables.table import Table, column_letters, column_number
from ingest.layout import Layout
from orders.document import DocumentType
from orders.errors import Reject

_COLUMN = re.compile(r"column\s+(?:(?P<letters>[A-Za-z]{1,3})|(?P<number>\d{1,4}))", re.IGNORECASE | re.ASCII)
_CELL = re.compile(
    r"cell\s+(?:(?P<sheet>.+)!)?\$?(?P<letters>[A-Za-z]{1,3})\$?(?P<row>\d{1,7})", re.IGNORECASE | re.ASCII
)


@dataclass(frozen=True, slots=True)
class CellSource:
    """One cell that holds for the whole table; row and column from 0, `sheet` "" for the table's own."""

    sheet: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a layout's fields stand in a table; `conditions` count the places in `type_columns`."""

    columns: tuple[Assigned, ...]
    cells: tuple[tuple[str, CellSource], ...]
    type_columns: tuple[int, ...] = ()
    conditions: tuple[tuple[int, str | None, DocumentType], ...] = ()


def head_of_layout(rows: Sequence[Row], layout: Layout, table: Table) -> Head:
    """The row with the most headings that the layout names.

    Raises:
        Reject: `LAYOUT_MISFIT` if no row has any.
    """
    wanted = [heading_key(str(source)) for source in _sources(layout) if _is_heading(source)]
    if not wanted:
        return find_head(rows) or no_head(rows)
    best, most = None, 0
    for number in range(min(len(rows), SEARCHED_ROWS)):
        head = head_at(rows, number)
        found = len(set(wanted).intersection(map(heading_key, head.texts))) if head else 0
        if found > most:
            best, most = head, found
    if best is None:
        seen = head_at(rows, 0)
        raise _misfit(layout, wanted_text(layout), seen.texts if seen else (), table)
    return best


def no_head(rows: Sequence[Row]) -> Head:
    """The headings of a table without any: data begins in the first row."""
    return Head(-1, -1, ("",) * max(map(len, rows), default=0))


def wanted_text(layout: Layout) -> str:
    """The first heading that a layout names."""
    return next(str(source) for source in _sources(layout) if _is_heading(source))


def _sources(layout: Layout) -> list[str | int]:
    return [*layout.columns.values(), *(condition.source for condition in layout.types)]


def _is_heading(source: str | int) -> bool:
    return isinstance(source_place(source), str)


def placed_columns(layout: Layout, columns: Sequence[Column], table: Table) -> Placed:
    """Where everything stands that the layout names.

    Raises:
        Reject: `LAYOUT_MISFIT` naming the heading that is missing and the nearest ones, or a field that is not known.
    """
    found: list[Assigned] = []
    cells: list[tuple[str, CellSource]] = []
    for name, source in layout.columns.items():
        _check_field(layout, name)
        place = _place(layout, source, columns, table)
        if isinstance(place, CellSource):
            cells.append((name, place))
        else:
            heading = next((column.heading for column in columns if column.index == place), "")
            found.append(Assigned(place, heading, name, f'by the layout "{layout.name}"'))
    indexes: list[int] = []
    conditions: list[tuple[int, str | None, DocumentType]] = []
    for condition in layout.types:
        place = _place(layout, condition.source, columns, table)
        if isinstance(place, CellSource):
            raise _bad(layout, f'the condition on "{condition.source}" must name a column')
        conditions.append((len(indexes), condition.equals, condition.type))
        indexes.append(place)
    return Placed(tuple(found), tuple(cells), tuple(indexes), tuple(conditions))


def _check_field(layout: Layout, name: str) -> None:
    if field_named(name) is None or name == "document_type":
        near = get_close_matches(name, [field.name for field in FIELDS], n=3, cutoff=0.4)
        raise _bad(layout, f'there is no field "{name}" (near: {", ".join(near) or "none"})')


def source_place(source: str | int) -> int | CellSource | str:
    """What a source names: a column (from 0), a cell, or else a heading."""
    if isinstance(source, int):
        return source - 1
    if match := _COLUMN.fullmatch(source.strip()):
        return int(match["number"]) - 1 if match["number"] else column_number(match["letters"])
    if match := _CELL.fullmatch(source.strip()):
        return CellSource(match["sheet"] or "", int(match["row"]) - 1, column_number(match["letters"]))
    return source


def _place(layout: Layout, source: str | int, columns: Sequence[Column], table: Table) -> int | CellSource:
    if isinstance(source, int):
        return source - 1
    exact = [column.index for column in columns if column.heading.casefold() == source.strip().casefold()]
    if len(exact) == 1:
        return exact[0]
    place = source_place(source)
    if not isinstance(place, str):
        return place
    key = heading_key(source)
    same = exact or [column.index for column in columns if heading_key(column.heading) == key]
    if not same:
        raise _misfit(layout, source, tuple(column.heading for column in columns), table)
    if len(same) > 1:
        letters = " and ".join(f'"column {column_letters(index)}"' for index in same)
        raise _bad(layout, f'the heading "{source}" stands there {len(same)} times: name one of {letters}')
    return same[0]


def _misfit(layout: Layout, missing: str, headings: Sequence[str], table: Table) -> Reject:
    near = get_close_matches(missing, [heading for heading in headings if heading], n=3, cutoff=0.3)
    said = f"nearest: {', '.join(repr(one) for one in near)}" if near else f"there are: {_listed(headings)}"
    return _bad(layout, f'the heading "{missing}" is missing; {said}', where=table.name or None)


def _listed(headings: Sequence[str]) -> str:
    return ", ".join(repr(heading) for heading in headings[:10] if heading) or "none"


def _bad(layout: Layout, what: str, where: str | None = None) -> Reject:
    return Reject(
        "LAYOUT_MISFIT",
        f'The file does not fit the layout "{layout.name}": {what}.',
        where=where,
        hint="Correct the [[layouts]] entry, or its `files` if it should not claim this file.",
    )


def cell_at(tables: Sequence[Table], own: Table, source: CellSource) -> Cell:
    """The cell that a layout names; "" if there is none."""
    sheet = next((one for one in tables if one.name.casefold() == source.sheet.casefold()), own)
    for number, row in enumerate(sheet.rows()):
        if number == source.row:
            return row[source.column] if source.column < len(row) else ""
    return ""
