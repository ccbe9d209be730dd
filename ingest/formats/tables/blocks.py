"""Several documents in one sheet, one under the other, each with its labels and its headings.

Whatever stands above the first headings holds until the same labels are stated anew further down.
"""

import re
from collections.abc import Mapping

from ingest.flat.cells import Cell, Row
from ingest.flat.converters import Fault, Value
from ingest.flat.plan import Plan
from ingest.formats.tables.document_type import type_of_title
from ingest.formats.tables.head import heading_phrase, label_of, labelled_values
from ingest.formats.tables.meaning import fields_of
from orders.errors import Reject

_ANOTHER_TABLE = 3
"""Headings in one row of data that make it the head of another table."""

_REMEMBERED = 10_000


_LONGEST = 100
_ID = re.compile(r"[^\s:]*\d[^\s:]*")


def _speaks_of_others(text: str) -> bool:
    return heading_phrase(label_of(text)) is not None or type_of_title(text) is not None


class Interruptions(dict[Cell, bool]):
    """Whether a row that begins with a cell may be no data; remembers what it was asked."""

    def __missing__(self, cell: Cell) -> bool:
        may = isinstance(cell, str) and len(cell) <= _LONGEST and not _ID.fullmatch(cell) and _speaks_of_others(cell)
        if len(self) < _REMEMBERED:
            self[cell] = may
        return may


def check_no_other_table(row: Row, place: str) -> None:
    """Nothing, if a row is not the head of another table.

    Raises:
        Reject: `TABLE_SEVERAL_TABLES` if it is: nobody knows how the two belong together.
    """
    headings = [cell for cell in row if isinstance(cell, str) and cell.strip() and heading_phrase(cell)]
    if len(headings) >= _ANOTHER_TABLE and len(headings) == sum(1 for cell in row if cell != ""):
        raise Reject(
            "TABLE_SEVERAL_TABLES",
            f'Another table with other headings begins at {place} ("{headings[0]}", "{headings[1]}" …). '
            "Do the two belong together?",
            where=place,
            hint="Put each table on a sheet, or into a file, of its own.",
        )


def stated_anew(row: Row, plan: Plan) -> Mapping[str, Value]:
    """What a row between the lines states anew of what stands above them; empty if it is no such row."""
    found: dict[str, Value] = {}
    for one in labelled_values([row]):
        for name in fields_of(one.phrase.concept, plan.kind)[:1]:
            if name in plan.converters:
                found[name] = _value(plan, name, one.value)
    title = next((cell for cell in row if isinstance(cell, str) and cell.strip()), "")
    titled = type_of_title(title)
    if titled and titled[0] is plan.kind and titled[1] and "document_number" in plan.converters:
        found["document_number"] = _value(plan, "document_number", titled[1])
    return found


def _value(plan: Plan, name: str, cell: Cell) -> Value:
    value = plan.converters[name][cell]
    return value.value if isinstance(value, Fault) else value
