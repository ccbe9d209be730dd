"""Misfits of layouts for tables."""

from collections.abc import Iterator, Sequence

from ingest.flat.cells import Cell
from ingest.flat.words import heading_key
from ingest.format import Content
from ingest.formats.tables.csv_format import claims_csv, open_csv
from ingest.formats.tables.head import SEARCHED_ROWS, head_at, table_sample
from ingest.formats.tables.layout_columns import source_place
from ingest.formats.tables.reading import Sheets, best_look, chosen
from ingest.formats.tables.survey import data_rows, survey
from ingest.formats.tables.table import Table
from ingest.formats.tables.xlsx_format import claims_xlsx, open_xlsx
from ingest.layout import Layout
from ingest.misfits.misfit import Misfit, nearest
from ingest.misfits.values import value_misfits
from orders.errors import Reject

_ENOUGH = 0.6
"""The share of a layout's headings from which a file is nearly one of its."""

Wanted = Sequence[tuple[str, str]]
"""Key of the entry → the heading that it names."""


def is_table(content: Content) -> bool:
    """Whether a file is a table that can be opened."""
    bare = Content(content.data, content.name, content.folder)
    return claims_csv(bare) or claims_xlsx(bare)


def table_misfits(content: Content, layout: Layout) -> Iterator[Misfit]:
    """What of a layout does not fit a table that it claims."""
    try:
        sheets = _opened(content, layout)
        ways = [table for found in chosen(sheets, layout) for table in found]
    except Reject as fault:
        if fault.code == "LAYOUT_MISFIT":
            names = [table.name for table in sheets.tables]
            yield Misfit(
                layout.name, "sheet", f'There is no sheet "{layout.sheet}"; {nearest(f"{layout.sheet}", names)}.'
            )
        return
    missing, table, row, texts = _missing(layout, ways)
    for key, heading in missing:
        where = table.row_place(row) if table and texts else None
        yield Misfit(layout.name, key, f'The heading "{heading}" is missing; {nearest(heading, texts)}.', where)
    if not missing:
        yield from _values(content, layout, sheets)


def nearly(content: Content, layout: Layout) -> Misfit | None:
    """That a table has (almost) all headings of a layout, but not its name."""
    wanted = _wanted(layout)
    if len(wanted) < 2:
        return None
    try:
        ways = [table for found in _opened(content, layout).choices for table in found]
        missing, *_ = _missing(layout, ways)
    except Reject:
        return None
    there = len(wanted) - len(missing)
    if there < 2 or there < _ENOUGH * len(wanted):
        return None
    have = f"The file has {there} of the {len(wanted)} headings of this layout"
    message = f'{have}, but its name "{content.name}" does not fit.'
    return Misfit(layout.name, "files", message)


def _opened(content: Content, layout: Layout) -> Sheets:
    bare = Content(content.data, content.name, content.folder)
    return open_csv(content.data, layout) if claims_csv(bare) else open_xlsx(content.data, layout)


def _wanted(layout: Layout) -> Wanted:
    sources = [(f"columns.{name}", source) for name, source in layout.columns.items()]
    sources += [(f"types[{number}].source", one.source) for number, one in enumerate(layout.types, 1)]
    return [(key, place) for key, source in sources if isinstance(place := source_place(source), str)]


def _missing(layout: Layout, ways: Sequence[Table]) -> tuple[Wanted, Table | None, int, tuple[str, ...]]:
    """The headings that a file lacks, as compared with the row that has most of them (or is the likeliest), and its
    texts."""
    wanted = _wanted(layout)
    best: tuple[int, int, Table | None, int, tuple[str, ...]] = (-1, 0, None, 0, ())
    for table in ways:
        for number, row in enumerate(table_sample(table, SEARCHED_ROWS)):
            head = head_at([row], 0)
            texts = head.texts if head and layout.header_row in (None, number + 1) else ()
            keys = set(map(heading_key, texts))
            have = sum(1 for _, heading in wanted if heading_key(heading) in keys or heading in texts)
            filled = sum(map(bool, texts)) if not have else 0  # without any, the first row with most texts
            if (have, filled) > best[:2]:
                best = have, filled, table, number, texts
    _, _, found, place, present = best
    keys = set(map(heading_key, present))
    lacking = [(key, heading) for key, heading in wanted if heading_key(heading) not in keys and heading not in present]
    return lacking, found, place, present


def _values(content: Content, layout: Layout, sheets: Sheets) -> Iterator[Misfit]:
    for ways in chosen(sheets, layout):
        try:
            look = best_look(ways, content.folder, layout)
            settled = survey(look, sheets.tables).settled.values()
        except Reject:
            continue
        table = look.table
        assigned = {one.index: one for each in settled for one in each.assigned if one.field}
        rows: Iterator[tuple[int, Sequence[Cell]]] = data_rows(look)
        yield from value_misfits(layout, list(assigned.values()), rows, table.cell_place, "Column")
