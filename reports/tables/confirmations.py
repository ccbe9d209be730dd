"""Confirmation deviations: a row for each order line that the supplier confirmed otherwise than ordered.

Differences within tolerance are listed too, and said to be so: a buyer wants to see them, nobody has
to decide them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from orders.assessment import Deviation, LineAssessment, OrderAssessment
from orders.deviations import RESPONSE_CODES
from orders.message import Message
from orders.numbers import Quantity
from orders.status import Track
from reports.action import resolve, urgency
from reports.entries import OPEN, AssessedCase
from reports.progress import as_decimal
from reports.table import Band, Column, Kind, Link, Mark, Table, Value


@dataclass(frozen=True)
class ConfirmationRow:
    """A confirmed line with its deviations, the most severe first; `line` is None where the supplier added it."""

    case: AssessedCase
    order: OrderAssessment
    line: LineAssessment | None
    deviations: Sequence[Deviation]

    @property
    def worst(self) -> Deviation | None:
        """The most severe deviation; None where all is within tolerance."""
        return self.deviations[0] if self.deviations else None

    @property
    def line_id(self) -> str | None:
        """The order's line id; for an added line the response's."""
        if self.line:
            return self.line.line
        return self.worst.document_line if self.worst else None

    @property
    def confirmed_otherwise(self) -> bool:
        """Whether the answer differs at all, be it within tolerance."""
        return bool(self.deviations or self.quantity_difference or self.price_difference or self.days_moved)

    @property
    def quantity_difference(self) -> Quantity | None:
        """Confirmed − ordered, in the order line's unit; None where nothing was answered."""
        line = self.line
        if line is None or not (line.answered or line.rejected_by_supplier):
            return None
        return as_decimal(line.confirmed) - as_decimal(line.ordered)

    @property
    def price_difference(self) -> Decimal | None:
        """Confirmed − ordered price of one unit."""
        line = self.line
        if line is None or line.confirmed_price is None or line.unit_price is None:
            return None
        return line.confirmed_price - line.unit_price

    @property
    def days_moved(self) -> int | None:
        """By how many days the confirmed date lies after the requested one."""
        if self.line is None or self.line.requested_date is None or self.line.confirmed_date is None:
            return None
        return (self.line.confirmed_date - self.line.requested_date).days

    @property
    def response(self) -> Link | None:
        """The order response, leading to its file."""
        if worst := self.worst:
            return self.case.link(worst.document, worst.document_number)
        answers = [one for one in self.line.allocations if one.track is Track.RESPONSE] if self.line else []
        return self.case.link(answers[-1].document, answers[-1].document_number) if answers else None

    @property
    def messages(self) -> tuple[Message, ...]:
        """What differs, in words."""
        return tuple(one.message for one in self.deviations)

    @property
    def at_stake(self) -> Decimal | None:
        """The money at stake."""
        return sum((one.amount for one in self.deviations if one.amount is not None), Decimal(0)) or None

    @property
    def action(self) -> Message | None:
        """What to do about what nobody has decided yet."""
        undecided = next((one for one in self.deviations if one.state == OPEN), None)
        return resolve(undecided.code) if undecided else None


def confirmation_rows(case: AssessedCase) -> Iterator[ConfirmationRow]:
    """The rows that a case gives: order by order, in the order's sequence of lines, added lines last."""
    by_line: dict[tuple[str | None, str | None], list[Deviation]] = {}
    for deviation in sorted(case.assessment.deviations, key=urgency):
        if deviation.code in RESPONSE_CODES:
            by_line.setdefault((deviation.order, deviation.order_line), []).append(deviation)
    for order in case.assessment.orders:
        for line in order.lines:
            row = ConfirmationRow(case, order, line, by_line.get((order.id, line.line), ()))
            if row.confirmed_otherwise:
                yield row
        for added in by_line.get((order.id, None), ()):
            yield ConfirmationRow(case, order, None, (added,))


def ratio(difference: Quantity | None, base: Quantity | None) -> Decimal | None:
    """`difference` as a part of `base`; None where there is no base."""
    if difference is None or not base:
        return None
    return as_decimal(difference) / as_decimal(base)


def _line(value: Callable[[LineAssessment], Value]) -> Callable[[ConfirmationRow], Value]:
    """A value of the order line; nothing where the row has none."""
    return lambda row: value(row.line) if row.line else None


CONFIRMATIONS = Table(
    name="confirmations",
    feed=AssessedCase,
    subjects=confirmation_rows,
    frozen=2,
    columns=(
        Column("order", Kind.TEXT, lambda row: row.order.number),
        Column("line", Kind.TEXT, lambda row: row.line_id),
        Column("supplier", Kind.TEXT, lambda row: row.order.supplier),
        Column("buyer_item", Kind.TEXT, _line(lambda line: line.buyer_item)),
        Column("supplier_item", Kind.TEXT, _line(lambda line: line.supplier_item)),
        Column("name", Kind.TEXT, _line(lambda line: line.name or line.description)),
        Column("unit", Kind.CODE, _line(lambda line: line.unit), band=Band.QUANTITY, codes="unit"),
        Column("ordered", Kind.QUANTITY, _line(lambda line: line.ordered), band=Band.QUANTITY),
        Column("confirmed", Kind.QUANTITY, _line(lambda line: line.confirmed), band=Band.QUANTITY),
        Column("quantity_difference", Kind.QUANTITY, lambda row: row.quantity_difference, band=Band.QUANTITY),
        Column(
            "quantity_difference_percent",
            Kind.PERCENT,
            lambda row: ratio(row.quantity_difference, row.line.ordered if row.line else None),
            band=Band.QUANTITY,
        ),
        Column("ordered_price", Kind.PRICE, _line(lambda line: line.unit_price), band=Band.MONEY),
        Column("confirmed_price", Kind.PRICE, _line(lambda line: line.confirmed_price), band=Band.MONEY),
        Column("price_difference", Kind.PRICE, lambda row: row.price_difference, band=Band.MONEY),
        Column(
            "price_difference_percent",
            Kind.PERCENT,
            lambda row: ratio(row.price_difference, row.line.unit_price if row.line else None),
            band=Band.MONEY,
        ),
        Column("requested_date", Kind.DATE, _line(lambda line: line.requested_date), band=Band.DATES),
        Column("confirmed_date", Kind.DATE, _line(lambda line: line.confirmed_date), band=Band.DATES),
        Column("days_moved", Kind.INTEGER, lambda row: row.days_moved, band=Band.DATES),
        Column(
            "within_tolerance",
            Kind.CODE,
            lambda row: "no" if row.deviations else "yes",
            band=Band.STATUS,
            codes="answer",
            mark=Mark.YES_NO,
        ),
        Column(
            "severity",
            Kind.CODE,
            lambda row: row.worst.severity if row.worst else None,
            band=Band.STATUS,
            codes="severity",
            mark=Mark.SEVERITY,
        ),
        Column(
            "exception",
            Kind.CODE,
            lambda row: tuple(one.code for one in row.deviations),
            band=Band.STATUS,
            codes="deviation",
        ),
        Column(
            "state", Kind.CODE, lambda row: row.worst.state if row.worst else None, band=Band.STATUS, codes="decided"
        ),
        Column("response", Kind.LINK, lambda row: row.response, band=Band.ACTION),
        Column("at_stake", Kind.MONEY, lambda row: row.at_stake, band=Band.ACTION, total=True),
        Column("currency", Kind.TEXT, lambda row: row.order.currency, band=Band.ACTION),
        Column("message", Kind.MESSAGE, lambda row: row.messages, band=Band.ACTION),
        Column("next_action", Kind.MESSAGE, lambda row: row.action, band=Band.ACTION),
    ),
)
