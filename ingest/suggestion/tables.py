"""A table as a sample: the sheet and the headings that say most, and what its columns probably mean."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.flat.cells import Cell, Row, shown
from ingest.flat.words import heading_key
from ingest.format import Content
from ingest.formats.tables.columns import Column
from ingest.formats.tables.document_type import decide_type
from ingest.formats.tables.head import table_sample
from ingest.formats.tables.layout_columns import source_place
from ingest.formats.tables.look import Look, look_at
from ingest.formats.tables.reading import Sheets
from ingest.formats.tables.table import Table, column_letters
from ingest.layout import Layout
from ingest.suggestion.evidence import values_of
from ingest.suggestion.headings import meaning_of
from ingest.suggestion.proposal import Label, Sample, Source
from ingest.suggestion.stating import stated_by_answers, stated_by_name
from ingest.values.local_dates import date_readings
from ingest.values.local_numbers import readings
from orders.errors import Reject

_LOOKED_AT = 60
_LONGEST_HEADING = 80


def sample_of_table(content: Content, sheets: Sheets) -> Sample:
    """What a file with tables shows to somebody who has to write a layout for it.

    Raises:
        Reject: what is wrong with its rows, if there is no table to look at.
    """
    faults: list[Reject] = []
    looks = [look for ways in sheets.choices if not ways[0].hidden for look in _looks(ways, content.folder, faults)]
    if not looks:
        raise faults[0] if faults else Reject("TABLE_NOT_RECOGNIZED", "The file has no rows that could be a table.")
    look = max(looks, key=lambda one: (_understood(one), len(one.columns)))
    sources = tuple(_sources(look))
    phrases = [one.column.phrase for one in sources if one.column.phrase]
    concepts = {phrase.concept for phrase in phrases} | {one.phrase.concept for one in look.labelled}
    stated = [*look.stated, *stated_by_name(content.name), *stated_by_answers(phrases)]
    keys: dict[str, str | int] = {}
    if len(sheets.choices) > 1:
        keys["sheet"] = look.table.name
    if look.head and (look.head.first != look.head.last or look.head.last < 0):
        keys["header_row"] = look.head.last + 1
    return Sample(
        sources=sources,
        keys=keys,
        decision=decide_type(concepts, stated),
        stated=frozenset(one.type for one in stated),
        language=look.circumstances.language,
        separator=look.table.separator,
        labels=tuple(_labels(look)),
        of_itself=all(one.sure for one in sources),
    )


def _looks(ways: Sequence[Table], folder: str, faults: list[Reject]) -> Iterator[Look]:
    """Each way of cutting a table into columns, with the headings that reading finds or else the likeliest."""
    for table in ways:
        try:
            look = look_at(table, folder)
            if look.head is None:
                rows = table_sample(table, _LOOKED_AT)
                layout = Layout(name="sample", files=("*",), header_row=_likely_head(rows) + 1)
                look = replace(look_at(table, folder, layout), layout=None) if rows else look
        except Reject as fault:
            faults.append(fault)
            continue
        if len(look.columns) > 1 and any(column.heading or values_of(column.cells) for column in look.columns):
            yield look


def _likely_head(rows: Sequence[Row]) -> int:
    """The first row of texts only that a row as wide follows; -1 if data begins at once."""
    for number, row in enumerate(rows[:-1]):
        texts = [shown(cell) for cell in row if shown(cell)]
        below = sum(1 for cell in rows[number + 1] if shown(cell))
        if len(texts) > 1 and all(map(_is_heading, texts)) and len(set(texts)) == len(texts) and below * 2 > len(texts):
            return number
    return -1


def _is_heading(text: str) -> bool:
    found = readings(text)
    return (
        len(text) <= _LONGEST_HEADING and found.point is None and found.comma is None and not any(date_readings(text))
    )


def _understood(look: Look) -> int:
    return sum(1 for column in look.columns if column.heading and meaning_of(column.heading))


def _sources(look: Look) -> Iterator[Source]:
    keys = [heading_key(column.heading) for column in look.columns]
    whole = look.head is not None and look.head.first == look.head.last >= 0
    for column in look.columns:
        key = heading_key(column.heading)
        named = whole and key and keys.count(key) == 1 and isinstance(source_place(column.heading), str)
        written = column.heading if named else f"column {column_letters(column.index)}"
        yield _source(column, written)


def _source(column: Column, written: str) -> Source:
    if column.canonical or column.phrase or not (meaning := meaning_of(column.heading) if column.heading else None):
        return Source(column, written)
    return Source(replace(column, phrase=meaning.phrase), written, meaning.reason, sure=meaning.sure)


def _labels(look: Look) -> Iterator[Label]:
    rows = table_sample(look.table, look.head.first) if look.head and look.head.first > 0 else []
    for one in look.labelled:
        cell: Cell = rows[one.row][one.column] if one.column < len(rows[one.row]) else ""
        alone = shown(cell) == shown(one.value)
        source = f"cell {column_letters(one.column)}{one.row + 1}" if alone else None
        yield Label(one.phrase.concept, shown(one.value), source)
    if look.title_number:
        yield Label("document.number", look.title_number, None)
