"""The open order book: a row an order line of which something is still to be shipped, received or invoiced."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from orders.assessment import Deviation, LineAssessment, OrderAssessment
from orders.message import Message
from orders.numbers import Quantity
from orders.status import Track
from reports.action import Action, Situation, next_action
from reports.entries import AssessedCase
from reports.progress import (
    commitment,
    days_late,
    is_open,
    open_to_invoice,
    open_to_receive,
    open_to_ship,
    track_is_on,
    value_of,
)
from reports.remarks import to_know
from reports.table import Band, Column, Kind, Mark, Table


@dataclass(frozen=True)
class LineRow:
    """An order line in its order and case."""

    case: AssessedCase
    order: OrderAssessment
    line: LineAssessment

    @cached_property
    def deviations(self) -> Sequence[Deviation]:
        """What nobody has decided yet about the line or its order."""
        return self.case.concerning(self.order.id, self.line.line)

    @property
    def action(self) -> Action | None:
        """What to do about the line."""
        rejected = self.case.rejected(self.order.id, self.line.line)
        return next_action(Situation(self.line, self.deviations, self.case.as_of, rejected))

    @property
    def answer(self) -> str | None:
        """How the supplier answered, as a track value."""
        return self.line.tracks.get(Track.RESPONSE)

    @property
    def days_moved(self) -> int | None:
        """By how many days the last confirmed date lies after the requested one."""
        requested, confirmed = self.line.requested_date, self.line.confirmed_date
        return (confirmed - requested).days if requested and confirmed else None

    @property
    def remarks(self) -> tuple[Message, ...]:
        """What a reader of the figures has to know."""
        line = self.line
        said = (
            (line.override, Message("remark.line_override")),
            *((True, message) for message in to_know(line)),
            (line.shipped_inferred, Message("remark.shipped_inferred")),
        )
        return tuple(message for holds, message in said if holds)


def line_rows(case: AssessedCase) -> Iterator[LineRow]:
    """The rows that a case gives."""
    return (LineRow(case, order, line) for order in case.assessment.orders for line in order.lines if is_open(line))


def _to_ship(row: LineRow) -> Quantity | None:
    return open_to_ship(row.line) if track_is_on(row.line, Track.SHIPMENT) else None


def _to_receive(row: LineRow) -> Quantity | None:
    return open_to_receive(row.line) if track_is_on(row.line, Track.RECEIPT) else None


OPEN_LINES = Table(
    name="open_lines",
    feed=AssessedCase,
    subjects=line_rows,
    frozen=2,
    columns=(
        Column("order", Kind.TEXT, lambda row: row.order.number),
        Column("line", Kind.TEXT, lambda row: row.line.line),
        Column("supplier", Kind.TEXT, lambda row: row.order.supplier),
        Column("buyer", Kind.TEXT, lambda row: row.order.buyer),
        Column("buyer_item", Kind.TEXT, lambda row: row.line.buyer_item),
        Column("supplier_item", Kind.TEXT, lambda row: row.line.supplier_item),
        Column("name", Kind.TEXT, lambda row: row.line.name or row.line.description),
        Column("status", Kind.CODE, lambda row: row.line.status, band=Band.STATUS, codes="status", mark=Mark.STATUS),
        Column("answer", Kind.CODE, lambda row: row.answer, band=Band.STATUS, codes="status", mark=Mark.TRACK),
        Column("unit", Kind.CODE, lambda row: row.line.unit, band=Band.QUANTITY, codes="unit"),
        Column("ordered", Kind.QUANTITY, lambda row: row.line.ordered, band=Band.QUANTITY),
        Column("confirmed", Kind.QUANTITY, lambda row: row.line.confirmed, band=Band.QUANTITY),
        Column("shipped", Kind.QUANTITY, lambda row: row.line.shipped, band=Band.QUANTITY),
        Column("received", Kind.QUANTITY, lambda row: row.line.received, band=Band.QUANTITY),
        Column("invoiced", Kind.QUANTITY, lambda row: row.line.invoiced, band=Band.QUANTITY),
        Column("open_to_ship", Kind.QUANTITY, _to_ship, band=Band.QUANTITY),
        Column("open_to_receive", Kind.QUANTITY, _to_receive, band=Band.QUANTITY),
        Column("open_to_invoice", Kind.QUANTITY, lambda row: open_to_invoice(row.line), band=Band.QUANTITY),
        Column("unit_price", Kind.PRICE, lambda row: row.line.unit_price, band=Band.MONEY),
        Column(
            "open_value", Kind.MONEY, lambda row: value_of(row.line, commitment(row.line)), band=Band.MONEY, total=True
        ),
        Column("currency", Kind.TEXT, lambda row: row.order.currency, band=Band.MONEY),
        Column("requested_date", Kind.DATE, lambda row: row.line.requested_date, band=Band.DATES),
        Column("first_confirmed_date", Kind.DATE, lambda row: row.line.first_confirmed_date, band=Band.DATES),
        Column("confirmed_date", Kind.DATE, lambda row: row.line.confirmed_date, band=Band.DATES),
        Column("days_moved", Kind.INTEGER, lambda row: row.days_moved or None, band=Band.DATES),
        Column(
            "days_late",
            Kind.INTEGER,
            lambda row: days_late(row.line, row.case.as_of) or None,
            band=Band.DATES,
            mark=Mark.LATE,
        ),
        Column(
            "exception",
            Kind.CODE,
            lambda row: tuple(dict.fromkeys(one.code for one in row.deviations)),
            band=Band.ACTION,
            codes="deviation",
        ),
        Column(
            "next_action",
            Kind.MESSAGE,
            lambda row: action.message if (action := row.action) else None,
            band=Band.ACTION,
        ),
        Column(
            "who",
            Kind.CODE,
            lambda row: action.actor if (action := row.action) else None,
            band=Band.ACTION,
            codes="actor",
        ),
        Column("remark", Kind.MESSAGE, lambda row: row.remarks, band=Band.ACTION),
    ),
)
