"""What is still open of an order line, what that is worth, and whether it is late."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from orders.assessment import By, LineAssessment
from orders.numbers import Quantity
from orders.status import TRACK_OFF, Status, Track

_NOTHING = Decimal(0)
_ENDED = frozenset({Status.CANCELLED, Status.REJECTED})


class DueClass(StrEnum):
    """How late or how soon the goods of an open line are due; the classes of ageing are those buyers use."""

    LATE_22 = "late_22"
    LATE_15 = "late_15"
    LATE_8 = "late_8"
    LATE_1 = "late_1"
    SOON_7 = "soon_7"
    SOON_28 = "soon_28"
    LATER = "later"
    UNDATED = "undated"


def track_is_on(line: LineAssessment, track: Track) -> bool:
    """Whether the track exists for the line's order."""
    return line.tracks.get(track, TRACK_OFF) != TRACK_OFF


def is_ended(line: LineAssessment) -> bool:
    """Whether nothing more is expected of the line, whatever its figures say."""
    return line.deleted or line.by is By.TEXT or line.status in _ENDED


def open_to_ship(line: LineAssessment) -> Quantity:
    """What the supplier still has to send; 0 where the track is off."""
    return line.open_to_ship if track_is_on(line, Track.SHIPMENT) and not is_ended(line) else _NOTHING


def open_to_receive(line: LineAssessment) -> Quantity:
    """What the warehouse still has to book; 0 where the track is off."""
    return line.open_to_receive if track_is_on(line, Track.RECEIPT) and not is_ended(line) else _NOTHING


def open_to_invoice(line: LineAssessment) -> Quantity:
    """What the supplier still has to invoice."""
    return line.open_to_invoice if not is_ended(line) else _NOTHING


def is_open(line: LineAssessment) -> bool:
    """Whether anything is still to be shipped, received or invoiced."""
    return open_to_ship(line) > 0 or open_to_receive(line) > 0 or open_to_invoice(line) > 0


def goods_open(line: LineAssessment) -> Quantity:
    """The goods that are still to come, by the track that knows best: receipts, otherwise shipments."""
    return open_to_receive(line) if track_is_on(line, Track.RECEIPT) else open_to_ship(line)


def commitment(line: LineAssessment) -> Quantity:
    """What the line still binds: the goods still to come, or where nobody books goods, what is still to be invoiced."""
    booked = track_is_on(line, Track.RECEIPT) or track_is_on(line, Track.SHIPMENT)
    return goods_open(line) if booked else open_to_invoice(line)


def value_of(line: LineAssessment, quantity: Quantity) -> Decimal | None:
    """What `quantity` of the line's unit is worth at the order's price; None if the order says no price."""
    if line.by is By.AMOUNT:
        return as_decimal(quantity)
    if line.unit_price is not None:
        return as_decimal(quantity) * line.unit_price
    if line.ordered_amount is None or not line.ordered:
        return None
    return as_decimal(quantity) * line.ordered_amount / as_decimal(line.ordered)


def as_decimal(number: Quantity) -> Decimal:
    """`number` as a decimal, to the 28 digits that are kept where it never ends."""
    return number if isinstance(number, Decimal) else Decimal(number.numerator) / number.denominator


def due_date(line: LineAssessment) -> date | None:
    """The day on which the goods should be here: as confirmed last, otherwise as requested."""
    return line.confirmed_date or line.requested_date


def days_late(line: LineAssessment, as_of: date) -> int:
    """By how many days goods that are still to come are overdue; 0 if they are not."""
    due = due_date(line)
    if due is None or due >= as_of or goods_open(line) <= 0:
        return 0
    return (as_of - due).days


def due_class(line: LineAssessment, as_of: date) -> DueClass:
    """The class in which an open line is counted."""
    due = due_date(line)
    if due is None:
        return DueClass.UNDATED
    if late := days_late(line, as_of):
        classes = ((22, DueClass.LATE_22), (15, DueClass.LATE_15), (8, DueClass.LATE_8), (1, DueClass.LATE_1))
        return next(one for least, one in classes if late >= least)
    if (due - as_of).days <= 7:
        return DueClass.SOON_7
    return DueClass.SOON_28 if (due - as_of).days <= 28 else DueClass.LATER
