"""Counting what was matched right, wrong or not at all, against the truth."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from bench.likeness.greedy import greedy
from bench.likeness.trade import Trade
from orders.assessment import Assessment
from orders.case import Case, Filed
from orders.references import document_order_keys

BY_LIKENESS = frozenset({"similar", "open_items"})


@dataclass(slots=True)
class Score:
    """Lines that had to be found a place. `right` and `wrong` were matched; `doubts` belong somewhere and were left, of
    which `hits` propose where.
    """

    right: int = 0
    wrong: int = 0
    doubts: int = 0
    hits: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    mistakes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of what was matched, the share that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Of what belongs somewhere, the share that was matched right."""
        return self.right / max(1, self.right + self.doubts)

    @property
    def hit_rate(self) -> float:
        """Of what was left and belongs somewhere, the share of which a proposal is right."""
        return self.hits / max(1, self.doubts)


def case_of(trade: Trade) -> Case:
    """Everything of one order."""
    filed = tuple(Filed(f"{number:064d}/0", one) for number, one in enumerate(trade.documents))
    keys = frozenset(key for one in trade.documents for key in document_order_keys(one))
    return Case(keys=keys, documents=filed)


def count(score: Score, trade: Trade, found: Assessment) -> set[tuple[str, str]]:
    """Adds what became of the lines that no earlier rung placed, and returns those lines."""
    placed: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    asked = set()
    for order in found.orders:
        for line in order.lines:
            for one in line.allocations:
                score.rules[one.rule] += 1
                if one.rule in BY_LIKENESS:
                    place = (one.document_number, one.document_line or "")
                    placed[place].add((order.number, line.line))
    for place, lines in placed.items():
        asked.add(place)
        if lines <= set(trade.truth[place]):
            score.right += 1
        else:
            score.wrong += 1
            score.mistakes.append(place)
    for left in found.unmatched:
        place = (left.document_number or "", left.document_line or "")
        truth = set(trade.truth.get(place, ()))
        if place in trade.truth and place not in placed:
            asked.add(place)
            if truth:
                score.doubts += 1
                proposed = {(one.order.partition("@")[0], one.order_line) for one in left.proposals}
                score.hits += not proposed.isdisjoint(truth)
    return asked


def count_greedy(score: Score, trade: Trade, asked: set[tuple[str, str]]) -> None:
    """The same for the lines that were asked about, matched greedily one to one."""
    order, *documents = trade.documents
    for number, line, found in greedy(order, documents):
        place = (number, line)
        if place not in asked:
            continue
        truth = {one for _, one in trade.truth[place]}
        if found is None:
            score.doubts += bool(truth)
        elif found in truth:
            score.right += 1
        else:
            score.wrong += 1
