"""Document lines that belong to no order line, said as deviations of no known order."""

from collections.abc import Iterable, Iterator, Sequence

from orders.assessment import Deviation, UnmatchedLine
from orders.deviations import severity
from orders.message import Message
from orders.numbers import plain


def unsaid(deviations: Iterable[Deviation], unmatched: Sequence[UnmatchedLine]) -> Iterator[Deviation]:
    """The unmatched lines that no deviation of the case speaks of, as deviations."""
    said = {(str(one.code), one.document, one.document_line) for one in deviations}
    yield from (as_deviation(line) for line in unmatched if not _is_said(line, said))


def as_deviation(line: UnmatchedLine) -> Deviation:
    """An unmatched line, said as a deviation of no known order."""
    quantity = "" if line.quantity is None else plain(line.quantity)
    args = {
        "line": line.document_line or "",
        "quantity": quantity,
        "unit": line.unit or "",
        "name": " ".join(part for part in (line.item, line.name) if part),
        "order": line.order_number or "",
    }
    return Deviation(
        code=line.code,
        severity=severity(line.code),
        order=None,
        order_number=line.order_number,
        document=line.document,
        document_type=line.document_type,
        document_number=line.document_number,
        document_line=line.document_line,
        amount=None if line.amount is None else abs(line.amount),
        message=Message("cli.unmatched_line" if line.document_line else "cli.unmatched_document", args),
    )


def _is_said(line: UnmatchedLine, said: set[tuple[str, str | None, str | None]]) -> bool:
    """Whether a deviation of the same code speaks of the line, or of its document as a whole."""
    places = ((line.code, line.document, line.document_line), (line.code, line.document, None))
    return any(place in said for place in places)
