"""A plan, prepared for going through many rows."""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any

from ingest.flat.cells import Cell, Row
from ingest.flat.converters import Fault
from ingest.flat.lines import line_maker, line_readers
from ingest.flat.plan import Plan, Reader

Pick = Callable[[Row], tuple[Any, ...]]
"""Takes several cells out of a row at once."""

_LIGHT = 5_000
"""Cells that what reads many files may remember of those before."""

_KEY_FIELDS = ("document_number", "revision", "supplier", "supplier_id", "buyer", "buyer_id")


class Taking:
    """What every row of a plan needs, looked up once. Rows must be `width` wide."""

    def __init__(self, plan: Plan, type_columns: Sequence[int]) -> None:
        self.plan = plan
        self.line_readers = line_readers(plan)
        self.head_readers = tuple(reader for reader in plan.readers if reader.field.head)
        self.converters = tuple(reader.converter for reader in self.line_readers)
        self.maker = line_maker(plan, self.line_readers)
        self.no_line: list[None] = [None] * self.maker.makers
        self.alarm: list[Fault] = []
        for converter in self.converters:
            converter.alarm = self.alarm
        self.answers = any(reader.field.name == "response" for reader in plan.readers)
        self.numbered = any(reader.field.name == "document_number" for reader in plan.readers)
        self.key: Pick = _picker(_key_columns(plan, numbered=self.numbered or "document_number" in plan.defaults))
        self.heads: Pick = _picker([reader.index for reader in self.head_readers])
        self.cells: Pick = _picker([reader.index for reader in self.line_readers])
        self.width = 1 + max((*(reader.index for reader in plan.readers), *type_columns), default=-1)

    @property
    def is_light(self) -> bool:
        """Whether it may be kept for another file: it met no fault, and remembers little."""
        remembered = sum([len(reader.converter) for reader in self.plan.readers])
        return not self.alarm and remembered < _LIGHT

    def identifying(self, row: Row) -> list[Cell]:
        """The cells of a row that identify a document or a line."""
        found = (row[reader.index] for reader in self.plan.readers if _identifies(reader) and reader.index < len(row))
        return [cell for cell in found if cell != ""]

    def numbers(self, row: Row) -> list[Cell]:
        """The cells of a row that hold numbers of documents."""
        readers = (reader for reader in self.plan.readers if reader.field.name.endswith("_number"))
        return [row[reader.index] for reader in readers if reader.index < len(row)]

    def fillable(self) -> set[int]:
        """Columns whose merged cells hold for each row beside them: what identifies, never what counts."""
        return {
            reader.index
            for reader in self.plan.readers
            if reader.field.head or (not reader.field.makes_line and reader.field.kind in ("text", "date"))
        }


def _identifies(reader: Reader) -> bool:
    name = reader.field.name
    return name.endswith(("_number", "_item", "_line")) or name in ("line", "gtin")


def _key_columns(plan: Plan, *, numbered: bool) -> list[int]:
    """The columns that tell one document from another; where none has a number, its date too."""
    names = _KEY_FIELDS if numbered else (*_KEY_FIELDS, "issue_date")
    return list(dict.fromkeys(reader.index for reader in plan.readers if reader.field.name in names))


def _picker(indexes: Sequence[int]) -> Pick:
    if not indexes:
        return lambda _: ()
    if len(indexes) == 1:
        (index,) = indexes
        return lambda row: (row[index],)
    return itemgetter(*indexes)
