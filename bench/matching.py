"""How well lines are matched that name no order line, against the greedy matching that other programs do."""

import time

from bench.likeness.score import Score, case_of, count, count_greedy
from bench.likeness.trade import trade
from matching import assess
from orders.policy import Policy


def bench(orders: int = 3_000, seed: int = 4) -> None:
    """Prints precision, recall and how often the truth is among the proposals."""
    ours, theirs, seconds = measured(orders, seed)
    lines = ours.right + ours.wrong + ours.doubts
    print(f"matching     {orders:,} orders, {lines:,} lines that no reference and no item places, {seconds:.1f} s CPU")
    print(f"matching     by likeness: precision {ours.precision:.2%}, recall {ours.recall:.1%}")
    print(f"matching     of the {ours.doubts:,} left to people {ours.hit_rate:.1%} have the truth among two proposals")
    print(f"matching     greedy one to one: precision {theirs.precision:.2%}, recall {theirs.recall:.1%}")


def measured(orders: int, seed: int) -> tuple[Score, Score, float]:
    """Our score and the greedy one over the same lines, and the CPU seconds that ours took."""
    ours, theirs, seconds, policy = Score(), Score(), 0.0, Policy()
    for one in trade(seed, orders):
        case = case_of(one)
        started = time.process_time()
        found = assess(case, policy)
        seconds += time.process_time() - started
        count_greedy(theirs, one, count(ours, one, found))
    return ours, theirs, seconds
