"""From the rows of a table to groups of rows, each of which is a document.

Rows with the same type, number, revision and parties are one document, wherever they stand. A row that says nothing of
these belongs to the document above it. Sums at the bottom, headings that are repeated and remarks are no lines.
"""

from collections.abc import Mapping

from ingest.flat.cells import Cell, Row, shown
from ingest.flat.converters import Value
from ingest.flat.gathering import Gathering
from ingest.flat.groups import Group
from ingest.flat.plan import Plan
from ingest.flat.taking import Taking
from ingest.formats.tables.blocks import Interruptions, check_no_other_table, stated_anew
from ingest.formats.tables.look import Look
from ingest.formats.tables.merged import filled_rows
from ingest.formats.tables.no_lines import SumWords, is_remark, repeats_headings
from ingest.formats.tables.survey import data_rows, type_cells
from orders.errors import Reject


class RowReading:
    """Takes the rows of one table one after the other; `remarks` and `sums` are those that are no lines."""

    def __init__(self, look: Look, plans: Mapping[tuple[Cell, ...], Plan]) -> None:
        self.groups: list[Group] = []
        self.remarks: list[int] = []
        self.sums: list[int] = []
        self._look = look
        self._table = look.table
        made = {id(plan): Taking(plan, look.switch.columns) for plan in plans.values()}
        self._by_cells = {cells: made[id(plan)] for cells, plan in plans.items()}
        self._takings = list(made.values())
        self._only = self._takings[0] if not look.switch.columns else None
        self._width = max(taking.width for taking in self._takings)
        self._headings = tuple(text for text in look.head.texts if text) if look.head else ()
        self._may_interrupt = Interruptions()
        self._stated: Mapping[str, Value] = {}
        self._block = 0
        self._by_raw_key: dict[tuple[object, ...], Group] = {}
        self._by_key: dict[tuple[object, ...], Group] = {}
        self._is_sum = SumWords()
        self._gathering = Gathering(look.table)
        self._lost = {row for row, _ in look.table.lost}

    def read(self) -> list[Group]:
        """The groups of all rows.

        Raises:
            Reject: `TABLE_UNKNOWN_TYPE`, `TABLE_SEVERAL_TABLES`, `TABLE_MIXED_DECIMALS`, `TABLE_MIXED_DATES` or
                `TOO_MANY_LINES`.
        """
        fillable = set(self._look.switch.columns).union(*(taking.fillable() for taking in self._takings))
        for number, row in filled_rows(data_rows(self._look), self._table.merged, fillable):
            first: Cell = next((cell for cell in row if cell), "")
            if first == "":
                continue
            wide = row if len(row) >= self._width else [*row, *[""] * (self._width - len(row))]
            if self._is_sum[first] and self._identifies_nothing(wide, first):
                self.sums.append(number)
            elif self._may_interrupt[first] and self._interrupts(number, wide):
                continue
            elif len(wide) - wide.count("") == 1 and self._is_remark(wide):
                self.remarks.append(number)
            else:
                self._take(self._only or self._taking(number, wide), number, wide)
        return self.groups

    def _interrupts(self, number: int, row: Row) -> bool:
        """Whether a row is no data, but the headings again, or labels that hold for the lines below it."""
        if repeats_headings(row, self._headings):
            return True
        check_no_other_table(row, self._table.row_place(number))
        stated = stated_anew(row, self._only.plan) if self._only else {}
        changed = {name: value for name, value in stated.items() if value != self._holding(name)}
        if changed and self._only and self._only.numbered:
            raise _stated_twice(self._table.row_place(number), next(iter(changed)))
        if changed:
            self._stated = {**self._stated, **changed}
            self._block += 1
        return bool(stated)

    def _holding(self, name: str) -> Value:
        """What holds at present for every row that says nothing else."""
        return self._stated.get(name, self._takings[0].plan.defaults.get(name))

    def _identifies_nothing(self, row: Row, but: Cell) -> bool:
        """Whether a row that begins with "Summe" names no document and no item apart from that."""
        return all(cell is but for taking in self._takings for cell in taking.identifying(row))

    def _is_remark(self, row: Row) -> bool:
        numbers = [cell for taking in self._takings for cell in taking.numbers(row)]
        return len(self._headings) > 2 and is_remark(row, numbers)

    def _taking(self, number: int, row: Row) -> Taking:
        cells = type_cells(self._look, row)
        taking = self._by_cells.get(cells)
        if taking is not None:
            return taking
        if self.groups and not any(map(shown, cells)):
            return next(one for one in self._takings if one.plan is self.groups[-1].plan)
        raise Reject(
            "TABLE_UNKNOWN_TYPE",
            f'What kind of document is "{" / ".join(map(shown, cells))[:60]}" (row {number + 1})?',
            where=self._table.row_place(number),
            hint='Say so: [[layouts]] types = [{ source = "…", equals = "…", type = "invoice" }].',
        )

    def _take(self, taking: Taking, number: int, row: Row) -> None:
        group = self._group(taking, taking.key(row), number)
        if number in self._lost:
            self._tell_lost(taking, group, number)
        self._gathering.take(taking, group, number, row)

    def _group(self, taking: Taking, key: tuple[Cell, ...], number: int) -> Group:
        """The group of these cells; cells of different types that show the same are the same ("4711" and 4711)."""
        group = self._by_raw_key.get((taking.plan.kind, self._block, *key))
        if group is not None:
            return group
        texts = tuple(map(shown, key))
        if taking.numbered and not any(texts) and self.groups and self.groups[-1].plan is taking.plan:
            return self._continued(self.groups[-1], number)
        group = self._by_key.get((taking.plan.kind, self._block, *texts))
        if group is None:
            group = self._new_group(taking, number)
            self.groups.append(group)
            self._by_key[taking.plan.kind, self._block, *texts] = group
        self._by_raw_key[taking.plan.kind, self._block, *key] = group
        return group

    def _new_group(self, taking: Taking, number: int) -> Group:
        defaults = {**taking.plan.defaults, **self._stated}
        maker = taking.maker.with_defaults(self._stated) if self._stated else taking.maker
        return Group(taking.plan, maker, number, defaults, issues=list(taking.plan.issues))

    def _continued(self, group: Group, number: int) -> Group:
        group.continued = True
        message = "The row states no document; it is read as part of the one above."
        group.tell("ROW_CONTINUES", "row", message, self._table.row_place(number))
        return group

    def _tell_lost(self, taking: Taking, group: Group, number: int) -> None:
        for reader in taking.plan.readers:
            why = self._table.lost.get((number, reader.index))
            if why:
                place = self._table.cell_place(number, reader.index)
                message = f'Column "{reader.heading}": {place} holds {why}; it is left out.'
                group.tell("CELL_WITHOUT_VALUE", reader.field.name, message, place)


def _stated_twice(place: str, name: str) -> Reject:
    return Reject(
        "TABLE_SEVERAL_TABLES",
        f"At {place} another {name} is stated than above the table. For which lines does it hold?",
        where=place,
        hint="Put each table on a sheet, or into a file, of its own.",
    )
