"""Values that hold for a whole table: labelled above it, named by a layout, or said by its headings."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from ingest.flat.fields import PRICES
from ingest.flat.settled import Assigned, Constant, constants_of_layout
from ingest.formats.tables.head import heading_currency, heading_unit
from ingest.formats.tables.layout_columns import cell_at
from ingest.formats.tables.look import Look
from ingest.formats.tables.meaning import fields_of
from ingest.formats.tables.table import Table, column_letters
from orders.document import DocumentType


def constants_of(look: Look, kind: DocumentType, tables: Sequence[Table]) -> list[Constant]:
    """The constants of a table if it is of this type, the surest first."""
    if look.placed:
        return [*_cells_of_layout(look, tables), *constants_of_layout(look.layout)]
    return [*_above(look, kind), *constants_of_layout(look.layout)]


def constants_of_headings(look: Look, assigned: Iterable[Assigned], known: Collection[str]) -> Iterator[Constant]:
    """Currency and unit where headings or number formats of prices and quantities name them, and nothing else does."""
    columns = [one for one in assigned if one.field]
    prices = [one for one in columns if one.field in PRICES]
    currencies = {currency for one in prices if (currency := heading_currency(one.heading))}
    currencies = currencies or {currency for one in prices for currency in look.table.currencies.get(one.index, ())}
    if "currency" not in known and len(currencies) == 1:
        yield Constant(
            "currency", currencies.pop(), "headings", "by the headings or number formats of prices", fixed=True
        )
    units = [one for column in columns if column.field == "quantity" and (one := heading_unit(column.heading))]
    if "unit" not in known and units:
        yield Constant("unit", units[0], "headings", "by the heading of the quantity", fixed=True)


def _above(look: Look, kind: DocumentType) -> Iterator[Constant]:
    for one in look.labelled:
        for name in fields_of(one.phrase.concept, kind)[:1]:
            if name != "document_type":
                yield Constant(name, one.value, look.table.cell_place(one.row, one.column), f'"{one.label}" above it')
    if look.title_number:
        yield Constant("document_number", look.title_number, "title", f'the title "{look.title}"')


def _cells_of_layout(look: Look, tables: Sequence[Table]) -> Iterator[Constant]:
    for name, source in look.placed.cells if look.placed else ():
        place = f"{source.sheet or look.table.name}!{column_letters(source.column)}{source.row + 1}".lstrip("!")
        yield Constant(name, cell_at(tables, look.table, source), place, "the cell that the layout names")
