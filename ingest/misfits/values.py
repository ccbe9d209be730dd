"""Values that are not written as the layout says that numbers and dates are."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.flat.cells import Cell, shown
from ingest.flat.converters import Fault, converter
from ingest.flat.dialect import Dialect
from ingest.flat.fields import field_named
from ingest.flat.plan import value_map
from ingest.flat.settled import Assigned, is_typed
from ingest.layout import Layout
from ingest.misfits.misfit import Misfit
from ingest.values.local_dates import ORDERS, YMD, parse_as
from ingest.values.local_numbers import COMMA, POINT, parse_local

Places = Callable[[int, int], str]
"""(row, column) → how people find a cell."""


@dataclass(slots=True)
class _Column:
    assigned: Assigned
    convert: Callable[[Cell], object]
    key: str
    written: str
    is_date: bool
    seen: int = 0
    faults: int = 0
    first: tuple[str, str] | None = None
    odd: list[str] | None = None


def value_misfits(
    layout: Layout,
    assigned: Sequence[Assigned],
    rows: Iterable[tuple[int, Sequence[Cell]]],
    places: Places,
    source: str,
) -> Iterator[Misfit]:
    """For each column whose notation the layout states: how many values are not written so, and the first of them."""
    typed = [one for one in assigned if is_typed(one.field)]
    columns = [column for one in typed if (column := _column(layout, one))]
    for number, row in rows:
        for column in columns:
            _take(column, number, row, places)
    for column in columns:
        if column.first:
            yield _misfit(layout, column, source)


def _column(layout: Layout, one: Assigned) -> _Column | None:
    known = field_named(one.field)
    if known is None:
        return None
    common, key = (layout.dates, "dates") if known.kind == "date" else (layout.decimal, "decimal")
    own = layout.formats.get(one.field)
    written = own or common
    if written is None:
        return None
    made = converter(known.kind, Dialect(written, ""), value_map(layout, one.field))
    return _Column(one, made.__getitem__, f"formats.{one.field}" if own else key, written, known.kind == "date", odd=[])


def _take(column: _Column, number: int, row: Sequence[Cell], places: Places) -> None:
    cell = row[column.assigned.index] if column.assigned.index < len(row) else ""
    if not shown(cell):
        return
    column.seen += 1
    if not isinstance(column.convert(cell), Fault):
        return
    column.faults += 1
    column.first = column.first or (shown(cell)[:40], places(number, column.assigned.index))
    if column.odd is not None and len(column.odd) < _LOOKED_AT:
        column.odd.append(shown(cell))


_LOOKED_AT = 100


def _misfit(layout: Layout, column: _Column, source: str) -> Misfit:
    value, where = column.first or ("", "")
    kind = "date" if column.is_date else "number"
    message = (
        f'{source} "{column.assigned.heading}" ({column.assigned.field}): {column.faults:,} of {column.seen:,} values '
        f'are no {kind} written as "{column.written}", the first is "{value}"'
    )
    other = _other(column)
    looks = f'; they look like "{other}"' if other else ""
    return Misfit(layout.name, column.key, f"{message}{looks}.", where)


def _other(column: _Column) -> str | None:
    """The notation that all these values have instead, if there is just one."""
    odd = column.odd or []
    if column.is_date:
        fitting = [order for order in ORDERS if all(parse_as(text, order) for text in odd)]
        return YMD if YMD in fitting else fitting[0] if len(fitting) == 1 else None
    sign = COMMA if column.written == POINT else POINT
    return sign if all(parse_local(text, sign) is not None for text in odd) else None
