"""What is settled before values are read: which column is which field, what holds for all rows, how each is written."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.flat.cells import Cell, Row
from ingest.flat.dialect import (
    Circumstances,
    DateEvidence,
    Dialect,
    Evidence,
    Key,
    NumberEvidence,
    Question,
    date_orders,
    decimal_signs,
    gather,
)
from ingest.flat.fields import field_named
from ingest.layout import Layout
from ingest.values.local_dates import YMD
from ingest.values.local_numbers import POINT
from orders.document import DocumentType
from orders.errors import Reject

Written = dict[Key, Dialect | Question]
"""How each column, and each constant, is written; or what it leaves open."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """A column (from 0) and the field it is, or why it is none (`field` "")."""

    index: int
    heading: str
    field: str
    reason: str


@dataclass(frozen=True, slots=True)
class Constant:
    """A value for every row that says nothing else. `place` names where it stands.

    `fixed`: written by us or in the layout, with a point as decimal sign and dates as in ISO 8601.
    """

    field: str
    cell: Cell
    place: str
    reason: str
    fixed: bool = False

    @property
    def key(self) -> str:
        """What no two constants share."""
        return f"{self.field} in {self.place}"


@dataclass(frozen=True, slots=True)
class Settled:
    """The columns and constants of one type of document."""

    kind: DocumentType
    assigned: tuple[Assigned, ...]
    constants: tuple[Constant, ...]


def constants_of_layout(layout: Layout | None) -> Iterator[Constant]:
    """The constants that a layout states.

    Raises:
        Reject: `LAYOUT_MISFIT` if one is of a field that is not known.
    """
    for name, text in layout.constants.items() if layout else ():
        if layout and field_named(name) is None:
            raise Reject("LAYOUT_MISFIT", f'The layout "{layout.name}" names a field "{name}", which is not known.')
        yield Constant(name, text, f"layout {name}", "a constant of the layout", fixed=True)


def ways_of_writing(
    settled: Sequence[Settled], layout: Layout | None, rows: Iterable[Row], circumstances: Circumstances
) -> Written:
    """How each column of `rows`, and each constant, is written: as the layout says, otherwise as its values tell."""
    numbers: dict[Key, NumberEvidence] = {}
    dates: dict[Key, DateEvidence] = {}
    said: Written = {}
    for key, name, fixed in _typed(settled):
        kind = "date" if (known := field_named(name)) and known.kind == "date" else "number"
        by_layout = Dialect(YMD if kind == "date" else POINT, "") if fixed else _by_layout(layout, name, kind)
        if by_layout:
            said[key] = by_layout
        elif kind == "date":
            dates.setdefault(key, DateEvidence())
        else:
            numbers.setdefault(key, NumberEvidence())
    evidence: dict[Key, Evidence] = {**numbers, **dates}
    for constant in (constant for one in settled for constant in one.constants):
        if constant.key in evidence:
            evidence[constant.key].add(constant.cell)
    gather(rows, {key: one for key, one in evidence.items() if isinstance(key, int)})
    found = {one.sign for one in numbers.values() if one.sign}
    return {**decimal_signs(numbers, circumstances), **date_orders(dates, circumstances, found), **said}


def _typed(settled: Sequence[Settled]) -> Iterator[tuple[Key, str, bool]]:
    """Everything that is a number or a date: its key, its field, and whether it is written our way."""
    for one in settled:
        for column in one.assigned:
            if is_typed(column.field):
                yield column.index, column.field, False
        for constant in one.constants:
            if is_typed(constant.field):
                yield constant.key, constant.field, constant.fixed


def is_typed(name: str) -> bool:
    """Whether a field is a number or a date, which can be written in several ways."""
    known = field_named(name)
    return known is not None and known.kind in ("number", "percent", "date")


def _by_layout(layout: Layout | None, name: str, kind: str) -> Dialect | None:
    if layout is None:
        return None
    written = layout.formats.get(name) or (layout.dates if kind == "date" else layout.decimal)
    return Dialect(written, f'by the layout "{layout.name}"') if written else None
