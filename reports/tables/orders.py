"""The orders: a row an order, with its status, its four tracks and what is still open."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from orders.assessment import Deviation, LineAssessment, OrderAssessment
from orders.message import Message
from orders.status import Track
from reports.action import Action, Situation, next_action
from reports.entries import AssessedCase
from reports.progress import commitment, days_late, due_date, goods_open, is_open, open_to_invoice, value_of
from reports.table import Band, Column, Kind, Link, Mark, Table


@dataclass(frozen=True)
class OrderRow:
    """An order in its case."""

    case: AssessedCase
    order: OrderAssessment

    @cached_property
    def deviations(self) -> Sequence[Deviation]:
        """What nobody has decided yet."""
        return self.case.open_deviations.get(self.order.id, ())

    @cached_property
    def open_lines(self) -> tuple[LineAssessment, ...]:
        """The lines of which something is still expected."""
        return tuple(line for line in self.order.lines if is_open(line))

    @cached_property
    def action(self) -> Action | None:
        """The most urgent action of any line, or of what concerns the order as a whole."""
        case, order, as_of = self.case, self.order.id, self.case.as_of
        lines = sorted(self.order.lines, key=lambda line: -days_late(line, as_of))
        actions = (
            next_action(Situation(line, case.concerning(order, line.line), as_of, case.rejected(order, line.line)))
            for line in lines
        )
        return min((action for action in actions if action), key=lambda action: action.urgency, default=None)

    @property
    def original(self) -> Link:
        """The order's number, leading to the newest revision's file."""
        revision = self.order.revisions[-1].document if self.order.revisions else None
        return Link(self.order.number, self.case.original(revision))

    @property
    def next_due(self) -> date | None:
        """When the first of the goods still to come are due."""
        return min((due for line in self.open_lines if goods_open(line) > 0 and (due := due_date(line))), default=None)

    @property
    def days_late(self) -> int | None:
        """By how many days the latest line is overdue."""
        return max((days_late(line, self.case.as_of) for line in self.open_lines), default=0) or None

    @property
    def remark(self) -> Message | None:
        """That a person set the status, and what it would be otherwise."""
        if self.order.override is None:
            return None
        return Message(
            "remark.override", {"decision": str(self.order.override), "status": str(self.order.derived_status)}
        )


def order_rows(case: AssessedCase) -> Iterator[OrderRow]:
    """The rows that a case gives."""
    return (OrderRow(case, order) for order in case.assessment.orders)


def open_value(lines: Iterable[LineAssessment]) -> Decimal:
    """What the goods still to come are worth."""
    return sum((value_of(line, commitment(line)) or Decimal(0) for line in lines), Decimal(0))


def _to_invoice(row: OrderRow) -> Decimal:
    return sum((value_of(line, open_to_invoice(line)) or Decimal(0) for line in row.open_lines), Decimal(0))


def _invoiced(row: OrderRow) -> Decimal:
    headers = sum((one.amount or Decimal(0) for one in row.order.header_allocations), Decimal(0))
    return sum((line.invoiced_amount for line in row.order.lines), headers)


def _ordered(row: OrderRow) -> Decimal:
    return sum((line.ordered_amount or Decimal(0) for line in row.order.lines), Decimal(0))


def _at_stake(row: OrderRow) -> Decimal | None:
    return sum((one.amount for one in row.deviations if one.amount is not None), Decimal(0)) or None


def _unanswered(row: OrderRow) -> int | None:
    """Nobody waits for answers to an order of which nothing is open."""
    return (row.order.unanswered or None) if row.open_lines else None


def _track(track: Track) -> Column[OrderRow]:
    return Column(
        track, Kind.CODE, lambda row: row.order.tracks.get(track), band=Band.STATUS, codes="status", mark=Mark.TRACK
    )


ORDERS = Table(
    name="orders",
    feed=AssessedCase,
    subjects=order_rows,
    columns=(
        Column("order", Kind.LINK, lambda row: row.original),
        Column("supplier", Kind.TEXT, lambda row: row.order.supplier),
        Column("buyer", Kind.TEXT, lambda row: row.order.buyer),
        Column("issue_date", Kind.DATE, lambda row: row.order.issue_date),
        Column("revision", Kind.INTEGER, lambda row: row.order.revision),
        Column("status", Kind.CODE, lambda row: row.order.status, band=Band.STATUS, codes="status", mark=Mark.STATUS),
        *(_track(track) for track in Track),
        Column("lines", Kind.INTEGER, lambda row: len(row.order.lines), band=Band.QUANTITY),
        Column("open_lines", Kind.INTEGER, lambda row: len(row.open_lines), band=Band.QUANTITY),
        Column("unanswered", Kind.INTEGER, _unanswered, band=Band.QUANTITY, mark=Mark.ALERT),
        Column("ordered_value", Kind.MONEY, _ordered, band=Band.MONEY, total=True),
        Column("open_value", Kind.MONEY, lambda row: open_value(row.open_lines), band=Band.MONEY, total=True),
        Column("invoiced_value", Kind.MONEY, _invoiced, band=Band.MONEY, total=True),
        Column("value_to_invoice", Kind.MONEY, _to_invoice, band=Band.MONEY, total=True),
        Column("currency", Kind.TEXT, lambda row: row.order.currency, band=Band.MONEY),
        Column("next_due", Kind.DATE, lambda row: row.next_due, band=Band.DATES),
        Column("days_late", Kind.INTEGER, lambda row: row.days_late, band=Band.DATES, mark=Mark.LATE),
        Column("exceptions", Kind.INTEGER, lambda row: len(row.deviations) or None, band=Band.ACTION, mark=Mark.ALERT),
        Column("at_stake", Kind.MONEY, _at_stake, band=Band.ACTION, total=True),
        Column(
            "next_action",
            Kind.MESSAGE,
            lambda row: action.message if (action := row.action) else None,
            band=Band.ACTION,
        ),
        Column("missing", Kind.MESSAGE, lambda row: row.order.missing, band=Band.ACTION),
        Column("remark", Kind.MESSAGE, lambda row: row.remark, band=Band.ACTION),
    ),
)
