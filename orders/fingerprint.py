"""What a person saw when they decided: a decision on something that changed since does not hold.

The rules: docs/statuses.md, "What people decide".
"""

from hashlib import sha256

from orders.assessment import Deviation
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
    return sha256("\x1f".join("" if part is None else str(part) for part in said).encode()).hexdigest()[:16]
