"""What a person saw when they decided: a decision on something that changed since does not hold.

The rules: docs/statuses.md, "What people decide".
"""

from collections.abc import Iterable
from hashlib import sha256

from orders.assessment import Deviation, UnmatchedLine
from orders.numbers import plain


def fingerprint(deviation: Deviation) -> str:
    """16 hexadecimal digits that stay the same while what the deviation says stays the same.

    Its state and its severity are no part of it: neither is a change of what was seen.
    """
    figures = deviation.figures
    said = (
        deviation.code,
        deviation.order,
        deviation.order_line,
        deviation.document,
        deviation.document_line,
        None if deviation.amount is None else plain(deviation.amount),
        deviation.currency,
        figures.ordered,
        figures.found,
        figures.difference,
        figures.unit,
    )
    return _digest(said)


def line_fingerprint(line: UnmatchedLine) -> str:
    """The same for a document line that belongs nowhere: what it is, and which order lines were proposed, in order."""
    said = (
        line.code,
        line.document,
        line.document_line,
        None if line.quantity is None else plain(line.quantity),
        line.unit,
        line.order_number,
        *(part for one in line.proposals for part in (one.order, one.order_line)),
    )
    return _digest(said)


def _digest(said: Iterable[object]) -> str:
    return sha256(
        "\x1f".join("" if part is None else str(part) for part in said).encode(errors="surrogatepass")
    ).hexdigest()[:16]
