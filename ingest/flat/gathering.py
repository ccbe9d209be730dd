"""Taking rows into the group of their document: the same for every file that is read as fields by name."""

from collections.abc import Sequence

from ingest.finish import MAX_LINES
from ingest.flat.cells import Row, shown
from ingest.flat.converters import Fault, Value
from ingest.flat.groups import Group, Places
from ingest.flat.lines import without_faults
from ingest.flat.plan import Reader
from ingest.flat.taking import Taking
from orders.document import Response
from orders.errors import Reject

_ONE_NOTATION = "Write all numbers, and all dates, of one column in one way, or name it in a [[layouts]] entry."


class Gathering:
    """Takes rows one after the other. `places` says how people find them again."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def take(self, taking: Taking, group: Group, number: int, row: Row) -> None:
        """Put into the group what a row says, which is as wide as `taking` needs.

        Raises:
            Reject: `TABLE_MIXED_DECIMALS`, `TABLE_MIXED_DATES` or `TOO_MANY_LINES`.
        """
        values = self._values(taking, group, number, row)
        if values[: taking.maker.makers] == taking.no_line:
            self._take_references(taking, group, values)
            return
        if len(group.lines) >= MAX_LINES:
            raise Reject("TOO_MANY_LINES", f"A document of the file has more than {MAX_LINES:,} lines.")
        if taking.answers and Response.ACKNOWLEDGED in values:
            group.head.setdefault("response", Response.ACKNOWLEDGED)
        group.lines.append((number, values))

    def take_head(self, taking: Taking, group: Group, number: int, row: Row) -> None:
        """The same for a row that is known to be no line.

        Raises:
            Reject: `TABLE_MIXED_DECIMALS` or `TABLE_MIXED_DATES`.
        """
        self._take_references(taking, group, self._values(taking, group, number, row))

    def _values(self, taking: Taking, group: Group, number: int, row: Row) -> list[Value]:
        """What a row says of its line; what it says of the head is taken on the way."""
        heads = taking.heads(row)
        if heads != group.seen:
            group.seen = heads
            self._take_heads(taking, group, number, row)
        values = [converter[cell] for converter, cell in zip(taking.converters, taking.cells(row), strict=True)]
        if taking.alarm:
            self._tell_faults(group, taking.line_readers, values, number, row)
            return without_faults(values)
        return values

    def _take_heads(self, taking: Taking, group: Group, number: int, row: Row) -> None:
        values = [reader.converter[row[reader.index]] for reader in taking.head_readers]
        self._tell_faults(group, taking.head_readers, values, number, row)
        for reader, value in zip(taking.head_readers, without_faults(values), strict=True):
            name = reader.field.name
            if value is not None and group.head.setdefault(name, value) != value:
                group.contradicted.add(name)
                place = self._places.cell_place(number, reader.index)
                message = (
                    f'{self._places.source} "{reader.heading}": {place} says another {name} than the rows above it.'
                )
                group.tell("HEAD_CONFLICT", name, message, place)

    def _take_references(self, taking: Taking, group: Group, values: Sequence[Value]) -> None:
        """What a row without a line says, it says of the whole document."""
        for reader, value in zip(taking.line_readers, values, strict=True):
            if value is not None and reader.field.kind == "text":
                group.references.setdefault(reader.field.name, {})[value] = None
            elif value is not None:
                group.head.setdefault(reader.field.name, value)

    def _tell_faults(
        self, group: Group, readers: Sequence[Reader], values: Sequence[Value], number: int, row: Row
    ) -> None:
        for reader, value in zip(readers, values, strict=True):
            if isinstance(value, Fault):
                place = self._places.cell_place(number, reader.index)
                said = (
                    f'{self._places.source} "{reader.heading}": "{shown(row[reader.index])[:40]}" ({place}) '
                    f"is {value.message}"
                )
                if value.code.startswith("TABLE_"):
                    raise Reject(value.code, f"{said}.", where=place, hint=_ONE_NOTATION)
                message = f"{said}; it is left out." if value.value is None else f"{said}."
                group.tell(value.code, reader.field.name, message, place)
