"""The key figures as a table, for CSV and JSON; the workbook draws them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reports.figures import Figures, Tally
from reports.table import Band, Column, Kind, Table


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure: so many of `figure`, worth so much. A figure in several currencies is several rows."""

    section: str
    figure: str  # code of its label
    count: int
    amount: Decimal | None = None
    currency: str | None = None


def figure_rows(figures: Figures) -> Iterator[FigureRow]:
    """The rows that the figures give."""
    yield FigureRow("total", "figure.orders", figures.order_count)
    yield FigureRow("total", "figure.open_orders", figures.open_orders)
    yield FigureRow("total", "figure.unanswered", figures.unanswered)
    for code, tally in (
        ("open_lines", figures.open_lines),
        ("overdue", figures.overdue),
        ("exceptions", figures.exceptions),
        ("at_stake", figures.at_stake),
    ):
        yield from _rows("total", "figure", {code: tally})
    yield from _rows("orders_by_status", "status", figures.orders)
    yield from _rows("open_lines_by_due", "due", figures.due)
    yield from _rows("exceptions_by_severity", "severity", figures.severities)
    yield from _rows("exceptions_by_code", "deviation", figures.codes)
    for state, count in sorted(figures.files.items()):
        yield FigureRow("files", f"file.{state}", count)


def _rows(section: str, codes: str, tallies: Mapping[Any, Tally]) -> Iterator[FigureRow]:
    for code, tally in sorted(tallies.items()):
        if not tally.money:
            yield FigureRow(section, f"{codes}.{code}", tally.count)
        for currency, amount in sorted(tally.money.items()):
            yield FigureRow(section, f"{codes}.{code}", tally.count, amount, currency or None)


OVERVIEW = Table(
    name="overview",
    feed=Figures,
    subjects=figure_rows,
    columns=(
        Column("section", Kind.CODE, lambda row: row.section, codes="section"),
        Column("figure", Kind.CODE, lambda row: row.figure),
        Column("count", Kind.INTEGER, lambda row: row.count, band=Band.QUANTITY),
        Column("amount", Kind.MONEY, lambda row: row.amount, band=Band.MONEY),
        Column("currency", Kind.TEXT, lambda row: row.currency, band=Band.MONEY),
    ),
)
