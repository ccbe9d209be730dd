"""What was understood of a table, column by column."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from ingest.formats.tables.understanding import (
    Problem,
    Understanding,
    UnderstoodColumn,
    UnderstoodReading,
    UnderstoodSheet,
)
from ingest.misfits import Misfit
from orders.wording import Language, label, written
from orders.wording.errors import translated
from ordertrail.cli import looks
from ordertrail.cli.shown import shown


def understanding_sheet(understood: Understanding, said: str, language: Language) -> Iterator[RenderableType]:
    """Every sheet with its columns, and the questions that are left open, but for the one that was `said` already.
    Nothing for what is no table."""
    for sheet in understood.sheets:
        yield from _sheet(sheet, understood.layout, language)
        yield from (_problem(problem, language) for problem in sheet.problems if problem.message != said)


def _sheet(sheet: UnderstoodSheet, layout: str, language: Language) -> Iterator[RenderableType]:
    yield Text(shown(", ".join(_head(sheet, layout, language))), style="bold")
    for reading in sheet.readings:
        yield _columns(reading, sheet.type_reason, language)
        for value in reading.values:
            yield looks.cell(f"{value.field} = {value.value} ({value.place}; {translated(value.reason, language)})")


def _head(sheet: UnderstoodSheet, layout: str, language: Language) -> Iterator[str]:
    name = sheet.name or label("cli.table", language)
    yield f"{name} ({label('cli.hidden', language)})" if sheet.hidden else name
    if sheet.heading_row:
        yield label("cli.heading_row", language, row=str(sheet.heading_row))
    if sheet.separator:
        yield label("cli.separator", language, separator=sheet.separator.replace("\t", "TAB"))
    if sheet.encoding:
        yield sheet.encoding
    if layout:
        yield label("cli.by_layout", language, layout=layout)


def _columns(reading: UnderstoodReading, why: str, language: Language) -> Table:
    kind = written(reading.type, "document", language) if reading.type else "?"
    headings = ("cli.column", "cli.heading", "cli.understood_as", "cli.written", "cli.why", "cli.examples")
    table = looks.grid(
        *looks.headings(headings, language), title=shown(f"{kind}: {translated(why, language)}" if why else kind)
    )
    return looks.add_rows(table, (_column_row(column, language) for column in reading.columns))


def _column_row(column: UnderstoodColumn, language: Language) -> Iterator[Text]:
    yield looks.cell(column.letter, "dim")
    yield looks.cell(column.heading)
    yield looks.cell(column.field or label("cli.unused", language), "green" if column.field else "yellow")
    yield looks.cell(column.written)
    yield looks.cell(
        "; ".join(translated(one, language) for one in (column.reason, column.written_reason) if one), "dim"
    )
    yield looks.cell(", ".join(column.examples), "dim")


def _problem(problem: Problem, language: Language) -> Text:
    place = f" ({problem.where})" if problem.where else ""
    text = Text(shown(f"{translated(problem.message, language)}{place} "), style="red")
    return text + Text(shown(translated(problem.hint or "", language)), style="dim")


def misfit_text(misfit: Misfit) -> Text:
    """What of a layout does not fit, and the key to change."""
    place = f" ({misfit.where})" if misfit.where else ""
    said = Text(shown(f'[[layouts]] "{misfit.layout}", {misfit.key}: '), style="bold")
    return said + Text(shown(f"{misfit.message}{place}"), style="yellow")


def misfit_json(misfit: Misfit) -> dict[str, str | None]:
    """The same for another program."""
    return {"layout": misfit.layout, "key": misfit.key, "message": misfit.message, "where": misfit.where}
