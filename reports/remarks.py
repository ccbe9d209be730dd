"""What a reader of an order line's figures has to know, said in the same words everywhere."""

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


def to_know(line: LineAssessment) -> Iterator[Message]:
    """What will not come any more, and how much of what is received was refused and does not fill the order."""
    yield from left_out(line)
    if line.rejected > 0:
        yield Message("remark.goods_refused", {"quantity": plain(line.rejected)})
