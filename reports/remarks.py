"""What of an order line will not come any more, said in the same words everywhere."""

from collections.abc import Iterator

from orders.assessment import LineAssessment
from orders.message import Message
from orders.numbers import plain
from orders.quantity import minus


def left_out(line: LineAssessment) -> Iterator[Message]:
    """Whether an amendment dropped it or the supplier refused it; how much was closed short, and how much of that
    because it went back for money.
    """
    if line.deleted:
        yield Message("remark.deleted")
    elif line.rejected_by_supplier and not line.target:
        yield Message("remark.rejected_line")
    closed = minus(line.closed_short, line.refunded)
    if closed > 0:
        yield Message("remark.closed_short", {"quantity": plain(closed)})
    if line.refunded:
        yield Message("remark.refunded", {"quantity": plain(line.refunded)})
