"""What was understood of a table, column by column: for a person who wonders, or who writes a layout.

Nothing here reads documents; it shows what reading goes by, and the question where reading stops.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.flat.cells import Cell, shown
from ingest.flat.dialect import Dialect, Question
from ingest.flat.fields import field_named
from ingest.flat.settled import Constant, Settled
from ingest.format import Content
from ingest.formats.tables.csv_format import claims_csv, open_csv
from ingest.formats.tables.look import Look
from ingest.formats.tables.plans import questions_of
from ingest.formats.tables.reading import Sheets, best_look, layout_for, no_headings
from ingest.formats.tables.survey import Survey, survey
from ingest.formats.tables.table import Table, column_letters
from ingest.formats.tables.xlsx_format import claims_xlsx, open_xlsx
from ingest.layout import Layout
from orders.document import DocumentType
from orders.errors import Reject

_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class UnderstoodColumn:
    """One column: `field` is "" if it is not used, and `reason` says why it is or is not.

    `written` says how its numbers or dates are written ("." or ",", "DMY" …) and `written_reason` why.
    """

    letter: str
    heading: str
    field: str
    reason: str
    written: str = ""
    written_reason: str = ""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnderstoodValue:
    """A value that holds for every row, and where it stands."""

    field: str
    value: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a sheet cannot be read, or the question it leaves open; as the rejection would say it."""

    code: str
    message: str
    where: str | None = None
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class UnderstoodReading:
    """How the rows of one type of document are read; a table with a column of types has several.

    `type` is None where it could not be settled; the columns then say what their headings may mean.
    """

    type: DocumentType | None
    columns: tuple[UnderstoodColumn, ...]
    values: tuple[UnderstoodValue, ...]


@dataclass(frozen=True, slots=True)
class UnderstoodSheet:
    """One table. `heading_row` counts from 1, 0 for none; `name` is "" for CSV; `language` is that of the headings."""

    name: str
    hidden: bool
    encoding: str
    separator: str
    heading_row: int
    language: str
    type_reason: str
    readings: tuple[UnderstoodReading, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Understanding:
    """What was understood of a file; `format` is "" if it is no table at all, `layout` the name of the one used."""

    format: str
    layout: str = ""
    sheets: tuple[UnderstoodSheet, ...] = ()
    problems: tuple[Problem, ...] = ()


def understanding(content: Content) -> Understanding:
    """What is understood of a file that is a table; never raises."""
    try:
        layout = layout_for(content)
        if claims_csv(content):
            sheets = open_csv(content.data, layout)
        elif claims_xlsx(content):
            sheets = open_xlsx(content.data, layout)
        else:
            return Understanding("")
        understood = tuple(_sheet(ways, sheets, content.folder, layout) for ways in sheets.choices)
    except Reject as fault:
        return Understanding("", problems=(_problem(fault),))
    return Understanding(sheets.format, layout.name if layout else "", understood)


def _problem(fault: Reject) -> Problem:
    return Problem(fault.code, fault.message, fault.where, fault.hint)


def _sheet(ways: tuple[Table, ...], sheets: Sheets, folder: str, layout: Layout | None) -> UnderstoodSheet:
    table = ways[0]
    if table.hidden or (layout and layout.sheet not in (None, table.name, sheets.tables.index(table) + 1)):
        return _unread(table)
    try:
        look = best_look(ways, folder, layout)
    except Reject as fault:
        return _unread(table, fault)
    if look.head is None:
        return _unread(look.table, no_headings(look.table))
    try:
        surveyed = survey(look, sheets.tables)
    except Reject as fault:
        return _seen(look, None, [fault])
    return _seen(look, surveyed, list(questions_of(surveyed)))


def _unread(table: Table, fault: Reject | None = None) -> UnderstoodSheet:
    problems = (_problem(fault),) if fault else ()
    return UnderstoodSheet(table.name, table.hidden, table.encoding, table.separator, 0, "", "", (), problems)


def _seen(look: Look, surveyed: Survey | None, faults: list[Reject]) -> UnderstoodSheet:
    return UnderstoodSheet(
        name=look.table.name,
        hidden=look.table.hidden,
        encoding=look.table.encoding,
        separator=look.table.separator,
        heading_row=look.head.last + 1 if look.head else 0,
        language=look.circumstances.language,
        type_reason="a column of types" if look.switch.columns else look.decision.reason,
        readings=tuple(_reading(look, surveyed, one) for one in surveyed.settled.values())
        if surveyed
        else (_unsettled(look),),
        problems=tuple(map(_problem, faults)),
    )


def _reading(look: Look, surveyed: Survey, settled: Settled) -> UnderstoodReading:
    return UnderstoodReading(
        settled.kind, tuple(_columns(look, surveyed, settled)), tuple(map(_value, settled.constants))
    )


def _unsettled(look: Look) -> UnderstoodReading:
    columns = (
        UnderstoodColumn(
            column_letters(column.index),
            column.heading,
            "",
            f"may mean {column.phrase.concept}" if column.phrase else "not known",
            examples=_few(column.cells),
        )
        for column in look.columns
    )
    return UnderstoodReading(None, tuple(columns), ())


def _columns(look: Look, surveyed: Survey, settled: Settled) -> Iterator[UnderstoodColumn]:
    """Every column with a heading, and those that a layout names by their letters."""
    cells = {column.index: column.cells for column in look.columns}
    assigned = {one.index: one for one in settled.assigned}
    for column in look.columns:
        if column.index not in assigned and column.heading:
            yield UnderstoodColumn(
                column_letters(column.index), column.heading, "", "not named by the layout", examples=_few(column.cells)
            )
    for one in assigned.values():
        written = surveyed.written.get(one.index) if field_named(one.field) else None
        yield UnderstoodColumn(
            letter=column_letters(one.index),
            heading=one.heading,
            field=one.field,
            reason=one.reason,
            written=written.written if isinstance(written, Dialect) else "?" if isinstance(written, Question) else "",
            written_reason=written.reason if isinstance(written, Dialect) else "",
            examples=_few(cells.get(one.index, ())),
        )


def _few(cells: tuple[Cell, ...]) -> tuple[str, ...]:
    texts = (text for cell in cells if (text := shown(cell)))
    return tuple(dict.fromkeys(text[:40] for text, _ in zip(texts, range(50), strict=False)))[:_EXAMPLES]


def _value(constant: Constant) -> UnderstoodValue:
    return UnderstoodValue(constant.field, shown(constant.cell), constant.place, constant.reason)
