"""Counting what was matched right, wrong or not at all, against the truth."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bench.likeness.greedy import greedy
from bench.likeness.trade import Trade, Truth
from orders.assessment import OrderAssessment, UnmatchedLine
from orders.case import Case, Filed
from orders.document import Document
from orders.references import document_order_keys


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


Place = tuple[str, str]
"""Document number and line."""


def count(
    score: Score,
    truth: Mapping[Place, Truth],
    orders: Iterable[OrderAssessment],
    left: Iterable[UnmatchedLine],
    rule: str,
) -> set[Place]:
    """Adds what became of the lines that no rung before `rule` placed, and returns those lines."""
    placed: defaultdict[Place, set[Place]] = defaultdict(set)
    asked = set()
    for order in orders:
        for line in order.lines:
            for one in line.allocations:
                score.rules[one.rule] += 1
                place = (one.document_number, one.document_line or "")
                if one.rule == rule and place in truth:
                    placed[place].add((order.number, line.line))
    for place, lines in placed.items():
        asked.add(place)
        if lines <= set(truth[place]):
            score.right += 1
        else:
            score.wrong += 1
            score.mistakes.append(place)
    for line_left in left:
        place = (line_left.document_number or "", line_left.document_line or "")
        if place in truth and place not in placed:
            asked.add(place)
            if truth[place]:
                score.doubts += 1
                proposed = {(each.order.partition("@")[0], each.order_line) for each in line_left.proposals}
                score.hits += not proposed.isdisjoint(truth[place])
    return asked


def count_greedy(
    score: Score,
    truth: Mapping[Place, Truth],
    orders: Iterable[Document],
    documents: Iterable[Document],
    asked: set[Place],
) -> None:
    """The same for the lines that were asked about, matched greedily one to one."""
    for place, found in greedy(orders, documents):
        if place not in asked:
            continue
        if found is None:
            score.doubts += bool(truth[place])
        elif found in truth[place]:
            score.right += 1
        else:
            score.wrong += 1
