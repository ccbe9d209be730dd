"""What other programs do: for each document line in turn the most alike order line that nobody has taken yet."""

from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from orders.document import Document, Line

THRESHOLD = 0.75
"""Where the programs that let people see it draw the line."""


def greedy(
    orders: Iterable[Document], documents: Iterable[Document]
) -> Iterator[tuple[tuple[str, str], tuple[str, str] | None]]:
    """Document number and line, and the order and line they were given to, one to one for each document."""
    lines = [(order.number or "", line) for order in orders for line in order.lines]
    for document in documents:
        free = list(lines)
        for line in document.lines:
            place = (document.number or "", line.id or "")
            best = max(free, key=lambda one: _likeness(line, one[1]), default=None)
            if best is None or _likeness(line, best[1]) < THRESHOLD:
                yield place, None
                continue
            free.remove(best)
            yield place, (best[0], best[1].id or "")


def _likeness(line: Line, ordered: Line) -> float:
    """Name, price and quantity, half, three and two tenths; what is not stated is left out."""
    if line.supplier_item and line.supplier_item == ordered.supplier_item:
        return 1.0
    if line.buyer_item and line.buyer_item == ordered.buyer_item:
        return 1.0
    parts = []
    if line.name and ordered.name:
        parts.append((0.5, fuzz.token_sort_ratio(line.name.lower(), ordered.name.lower()) / 100))
    if line.unit_price and ordered.unit_price:
        parts.append((0.3, 1 - min(1.0, float(abs(line.unit_price / ordered.unit_price - 1)) * 5)))
    if line.quantity and ordered.quantity:
        parts.append((0.2, float(min(line.quantity, ordered.quantity) / max(line.quantity, ordered.quantity))))
    weight = sum(share for share, _ in parts)
    return sum(share * value for share, value in parts) / weight if weight else 0.0
