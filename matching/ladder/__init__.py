"""From a document line to the order lines that it belongs to: a ladder of named rules, each of which leaves evidence.

The rungs are tried in this order, and the first that decides ends the search. A rung is asked for one line at a time,
but climbs are made rung by rung over all lines of a track, so that a line which names its place is never displaced by
one that had to be found one.
"""

from collections.abc import Callable, Sequence

from matching.desk import Desk
from matching.ladder.ask import Ask, Doubt, Match, Room, Share
from matching.ladder.assigned import by_decision
from matching.ladder.despatch import by_credited_invoice, by_despatch_or_receipt
from matching.ladder.item import by_item
from matching.ladder.line_reference import by_line_reference
from matching.ladder.open_items import by_open_items
from matching.ladder.similar import by_likeness, left_open

Rung = Callable[[Ask, Desk], Match | Doubt | None]

Comparison = Callable[[Sequence[Ask], Desk, Room], list[Match | Doubt | None]]

RUNGS: tuple[Rung, ...] = (by_decision, by_line_reference, by_credited_invoice, by_item, by_despatch_or_receipt)

COMPARISONS: tuple[Comparison, ...] = (by_likeness, by_open_items)
"""What is left after the last of `RUNGS` is compared with what is left of the orders, all lines at once: first those
that name an order, then those that name none."""

__all__ = ["COMPARISONS", "RUNGS", "Ask", "Doubt", "Match", "Rung", "Share", "left_open"]
