"""What is wrong with a layout before any file is read: said when the configuration is checked, with the key."""

import codecs
from collections.abc import Iterator
from difflib import get_close_matches

from ingest.flat.converters import Fault, converter
from ingest.flat.dialect import Dialect
from ingest.flat.fields import FIELDS, Field, field_named
from ingest.flat.settled import is_typed
from ingest.formats.tables.csv_cells import MAX_COLUMNS
from ingest.formats.tables.layout_columns import CellSource, source_place
from ingest.formats.xml_layout.records import elements, place_of
from ingest.layout import Layout
from ingest.values.local_dates import ORDERS, YMD, date_pattern
from ingest.values.local_numbers import COMMA, POINT
from ingest.xml.path import BadPath, Step, step_of

Key = tuple[str | int, ...]
"""The keys that lead to a value of the entry: ("paths", "quantity")."""

Faults = Iterator[tuple[Key, str]]

_LONGEST = 200
_OF_TABLES = ("columns", "sheet", "header_row", "separator", "encoding")
_OF_XML = ("root", "documents", "lines")
_NO_SEPARATORS = '"\r\n\0'
_MEANINGS = frozenset({"response", "action", "standing", "flag", "currency"})
"""Kinds of fields of which there are only so many values."""


def layout_faults(layout: Layout) -> Faults:
    """The key and what is wrong with its value, as a sentence that begins with that key."""
    yield from _kind_faults(layout)
    yield from _field_faults(layout)
    yield from _notation_faults(layout)
    yield from _meaning_faults(layout)
    for number, pattern in enumerate(layout.files):
        if not 0 < len(pattern) <= _LONGEST:
            yield ("files", number), f"must have 1 to {_LONGEST} characters"
    yield from _xml_faults(layout) if layout.is_of_xml else _table_faults(layout)


def _kind_faults(layout: Layout) -> Faults:
    """An entry is for tables or for XML."""
    if not layout.is_of_xml:
        for key in _OF_XML:
            if getattr(layout, key) is not None:
                yield (key,), 'is for XML, but this entry has no "paths"'
        return
    for key in _OF_TABLES:
        if getattr(layout, key) not in (None, {}):
            yield (key,), 'is for tables, but this entry has "paths", which are for XML: make two entries of it'
    if layout.root is None:
        yield ("root",), "is missing: the name of the root element of these files"
    if layout.type is None and not layout.types:
        yield ("type",), 'is missing: say what kind of document these files are, or give conditions in "types"'


def _field_faults(layout: Layout) -> Faults:
    for table in ("columns", "paths", "constants", "values", "formats"):
        for name in getattr(layout, table):
            if name == "document_type":
                yield (table, name), 'is told by "type" and "types"'
            elif field_named(name) is None:
                near = get_close_matches(name, [field.name for field in FIELDS], n=1, cutoff=0.5)
                yield (table, name), f"is no field{f'; did you mean {near[0]!r}?' if near else ''}".replace("'", '"')


def _notation_faults(layout: Layout) -> Faults:
    if layout.dates is not None and not _is_date_notation(layout.dates):
        yield ("dates",), _DATES
    for name, written in layout.formats.items():
        known = field_named(name)
        if known is None:
            continue
        if not is_typed(name):
            yield ("formats", name), "is neither a number nor a date: there is nothing to be said about its notation"
        elif known.kind == "date" and not _is_date_notation(written):
            yield ("formats", name), _DATES
        elif known.kind != "date" and written not in (POINT, COMMA):
            yield ("formats", name), f'must be "." or ",": the decimal sign of {name}'


_DATES = (
    'must be "DMY", "MDY", "YMD", or a pattern of YYYY or YY, MM or M, and DD or D, each once, such as "DD.MM.YYYY" or '
    '"YYMMDD"'
)


def _is_date_notation(written: str) -> bool:
    return written in ORDERS or (len(written) <= _LONGEST and date_pattern(written) is not None)


def _meaning_faults(layout: Layout) -> Faults:
    for name, text in layout.constants.items():
        known = field_named(name)
        if known and (said := _fault(known, text)):
            yield ("constants", name), f'says "{text[:40]}", which is {said}'
    for name, meanings in layout.values.items():
        known = field_named(name)
        for text, meaning in meanings.items():
            if known and known.kind in _MEANINGS and (said := _fault(known, meaning)):
                yield ("values", name, text), f'means "{meaning[:40]}", which is {said}'


def _fault(known: Field, text: str) -> str | None:
    dialect = Dialect(YMD if known.kind == "date" else POINT, "")
    value = converter(known.kind, dialect, {})[text]
    if not isinstance(value, Fault) or value.code == "FORMULA_TEXT":
        return None
    return "no date written as YYYY-MM-DD" if known.kind == "date" else value.message


def _table_faults(layout: Layout) -> Faults:
    if layout.separator and layout.separator in _NO_SEPARATORS:
        yield ("separator",), "cannot separate columns"
    if layout.encoding is not None and not _is_encoding(layout.encoding):
        yield ("encoding",), f'is no encoding of texts that is known: "{layout.encoding[:40]}"; usual is "cp1252"'
    for name, source in layout.columns.items():
        if said := _source_fault(source):
            yield ("columns", name), said
    for number, condition in enumerate(layout.types):
        if isinstance(source_place(condition.source), CellSource):
            yield ("types", number, "source"), "must be a column, not one cell"
        elif said := _source_fault(condition.source):
            yield ("types", number, "source"), said


def _source_fault(source: str | int) -> str | None:
    place = source_place(source)
    if isinstance(place, CellSource):
        return None if place.row >= 0 else "names a cell in row 0; rows are counted from 1"
    if isinstance(place, int):
        return None if 0 <= place < MAX_COLUMNS else f"names a column outside 1 to {MAX_COLUMNS:,}"
    return None if 0 < len(place.strip()) <= _LONGEST else f"must have 1 to {_LONGEST} characters"


def _is_encoding(name: str) -> bool:
    try:
        codecs.lookup(name)
        b"a".decode(name)
    except (LookupError, ValueError):  # a ValueError for a name with a NUL in it
        return False
    return True


def _xml_faults(layout: Layout) -> Faults:
    try:
        root = step_of(layout.root or "")
    except BadPath as bad:
        if layout.root is not None:
            yield ("root",), str(bad)
        return
    chain: list[tuple[Step, ...]] = []
    for key, begin in (("documents", root), ("lines", None)):
        try:
            chain.append(elements(getattr(layout, key), begin))
        except BadPath as bad:
            yield (key,), str(bad)
    if len(chain) < len(("documents", "lines")):
        return
    sources: list[tuple[Key, str, str | None]] = [(("paths", name), path, name) for name, path in layout.paths.items()]
    sources += [(("types", number, "source"), str(one.source), None) for number, one in enumerate(layout.types)]
    for where, path, name in sources:
        try:
            place_of(path, name, root, len(chain[0]), len(chain[0]) + len(chain[1]))
        except BadPath as bad:
            yield where, str(bad)
