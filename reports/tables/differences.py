"""Received and not invoiced, invoiced and not received: a row for each order line where the two differ, with its age.

Received is what was taken in and kept: received − rejected. Orders whose receipts nobody books are left out: there is
nothing to compare. An invoice without lines stands as one row of its order: what it covers nobody can say.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from orders.assessment import Allocation, LineAssessment, OrderAssessment
from orders.numbers import Quantity
from orders.status import Track
from reports.entries import AssessedCase
from reports.progress import as_decimal, track_is_on, value_of
from reports.table import Band, Column, Kind, Link, Table, Value


class Side(StrEnum):
    """Which of the two is ahead."""

    RECEIVED = "received_not_invoiced"
    INVOICED = "invoiced_not_received"
    HEADER = "header_only_invoice"


class Age(StrEnum):
    """How long ago the newest document of the side that is ahead was issued; the classes buyers use."""

    DAYS_7 = "0_7"
    DAYS_14 = "8_14"
    DAYS_21 = "15_21"
    OLDER = "22"


_TRACK = {Side.RECEIVED: Track.RECEIPT, Side.INVOICED: Track.INVOICING, Side.HEADER: Track.INVOICING}


@dataclass(frozen=True)
class DifferenceRow:
    """An order line, or with `line` None the order, of which one side is ahead by `quantity` and `value` (positive)."""

    case: AssessedCase
    order: OrderAssessment
    line: LineAssessment | None
    side: Side
    allocations: tuple[Allocation, ...]
    received: Quantity | None
    invoiced: Quantity | None
    quantity: Quantity | None
    value: Decimal | None

    @property
    def since(self) -> date | None:
        """When the newest document of the side that is ahead was issued."""
        dates = (self.case.issued(one.document) for one in self.allocations if one.track is _TRACK[self.side])
        return max((day for day in dates if day), default=None)

    @property
    def days(self) -> int | None:
        """The age in days; a document from the future has age 0."""
        return max(0, (self.case.as_of - self.since).days) if self.since else None

    @property
    def age(self) -> Age | None:
        """The class of ageing."""
        days = self.days
        if days is None:
            return None
        return next(
            (age for most, age in ((7, Age.DAYS_7), (14, Age.DAYS_14), (21, Age.DAYS_21)) if days <= most), Age.OLDER
        )

    def newest(self, track: Track) -> Link | None:
        """The newest document of a track, leading to its file."""
        counted = [one for one in self.allocations if one.track is track]
        newest = max(
            counted, key=lambda one: (self.case.issued(one.document) or date.min, one.document_number), default=None
        )
        return self.case.link(newest.document, newest.document_number) if newest else None


def difference_rows(case: AssessedCase) -> Iterator[DifferenceRow]:
    """The rows that a case gives."""
    for order in case.assessment.orders:
        for line in order.lines:
            if track_is_on(line, Track.RECEIPT) and (row := _of_line(case, order, line)):
                yield row
        if row := _of_head(case, order):
            yield row


def _of_line(case: AssessedCase, order: OrderAssessment, line: LineAssessment) -> DifferenceRow | None:
    received = as_decimal(line.received) - as_decimal(line.rejected)
    ahead = received - as_decimal(line.invoiced)
    if not ahead:
        return None
    return DifferenceRow(
        case=case,
        order=order,
        line=line,
        side=Side.RECEIVED if ahead > 0 else Side.INVOICED,
        allocations=line.allocations,
        received=received,
        invoiced=line.invoiced,
        quantity=abs(ahead),
        value=value_of(line, abs(ahead)),
    )


def _of_head(case: AssessedCase, order: OrderAssessment) -> DifferenceRow | None:
    value = sum((one.amount or Decimal(0) for one in order.header_allocations), Decimal(0))
    if not value:
        return None
    return DifferenceRow(case, order, None, Side.HEADER, order.header_allocations, None, None, None, value)


def _line(value: Callable[[LineAssessment], Value]) -> Callable[[DifferenceRow], Value]:
    """A value of the order line; nothing where the row has none."""
    return lambda row: value(row.line) if row.line else None


DIFFERENCES = Table(
    name="differences",
    feed=AssessedCase,
    subjects=difference_rows,
    frozen=2,
    columns=(
        Column("order", Kind.TEXT, lambda row: row.order.number),
        Column("line", Kind.TEXT, _line(lambda line: line.line)),
        Column("supplier", Kind.TEXT, lambda row: row.order.supplier),
        Column("buyer", Kind.TEXT, lambda row: row.order.buyer),
        Column("buyer_item", Kind.TEXT, _line(lambda line: line.buyer_item)),
        Column("name", Kind.TEXT, _line(lambda line: line.name or line.description)),
        Column("side", Kind.CODE, lambda row: row.side, band=Band.STATUS, codes="deviation"),
        Column("unit", Kind.CODE, _line(lambda line: line.unit), band=Band.QUANTITY, codes="unit"),
        Column("received_net", Kind.QUANTITY, lambda row: row.received, band=Band.QUANTITY),
        Column("invoiced", Kind.QUANTITY, lambda row: row.invoiced, band=Band.QUANTITY),
        Column("difference", Kind.QUANTITY, lambda row: row.quantity, band=Band.QUANTITY),
        Column("unit_price", Kind.PRICE, _line(lambda line: line.unit_price), band=Band.MONEY),
        Column("difference_value", Kind.MONEY, lambda row: row.value, band=Band.MONEY, total=True),
        Column("currency", Kind.TEXT, lambda row: row.order.currency, band=Band.MONEY),
        Column("since", Kind.DATE, lambda row: row.since, band=Band.DATES),
        Column("age_days", Kind.INTEGER, lambda row: row.days, band=Band.DATES),
        Column("age", Kind.CODE, lambda row: row.age, band=Band.DATES, codes="age"),
        Column("receipt_document", Kind.LINK, lambda row: row.newest(Track.RECEIPT), band=Band.ACTION),
        Column("invoice", Kind.LINK, lambda row: row.newest(Track.INVOICING), band=Band.ACTION),
    ),
)
