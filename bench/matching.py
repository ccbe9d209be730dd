"""How well lines are matched that name no order line, or no order, against the greedy matching of other programs."""

import time

from bench.likeness import stored
from bench.likeness.score import Score, case_of, count, count_greedy
from bench.likeness.trade import trade
from matching import assess
from orders.policy import Policy
from ordertrail.cases.bounds import MOST_ORDERS


def bench(orders: int = 3_000, seed: int = 4) -> None:
    """Prints precision, recall and how often the truth is among the proposals."""
    ours, theirs, seconds = measured(orders, seed)
    _tell("order named", ours, theirs, f"{orders:,} orders, {seconds:.1f} s CPU")
    found = stored.measured(orders, seed)
    _tell("no order", found.ours, found.greedy, f"{orders:,} orders in a store, {found.seconds:.1f} s CPU to derive")
    print(f"matching     no order: of the {found.with_item:,} that name an item {found.ours.right:,} are matched right")
    print(f"matching     no order: the largest case has {found.largest} orders (bound {MOST_ORDERS})")


def measured(orders: int, seed: int) -> tuple[Score, Score, float]:
    """Our score and the greedy one over the same lines that name their order, and the CPU seconds that ours took."""
    ours, theirs, seconds, policy = Score(), Score(), 0.0, Policy()
    for one in trade(seed, orders):
        case = case_of(one)
        started = time.process_time()
        found = assess(case, policy)
        seconds += time.process_time() - started
        asked = count(ours, one.truth, found.orders, found.unmatched, "similar")
        count_greedy(theirs, one.truth, one.documents[:1], one.documents[1:], asked)
    return ours, theirs, seconds


def _tell(what: str, ours: Score, theirs: Score, size: str) -> None:
    lines = ours.right + ours.wrong + ours.doubts
    print(f"matching     {what}: {lines:,} lines that no earlier rule places; {size}")
    print(f"matching     {what}: precision {ours.precision:.2%}, recall {ours.recall:.1%}")
    print(f"matching     {what}: of the {ours.doubts:,} left, {ours.hit_rate:.1%} have the truth among two proposals")
    print(f"matching     {what}, greedy one to one: precision {theirs.precision:.2%}, recall {theirs.recall:.1%}")
