"""The key figures of the overview, counted while the entries go by: nothing is kept but sums and a few leaders."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from orders.assessment import LineAssessment, OrderAssessment
from orders.deviations import DeviationCode, Severity
from orders.status import Status
from reports.entries import ArrivedFile, AssessedCase, DecidedThing, LearnedThing
from reports.progress import DueClass, commitment, days_late, due_class, is_open, value_of
from reports.tables.exceptions import ExceptionRow, exception_rows

LEADERS = 10
"""How many of the exceptions with the most money at stake are named."""

Money = Mapping[str, Decimal]
"""Sums by currency; "" where a document names none."""


@dataclass
class Tally:
    """So many, worth so much."""

    count: int = 0
    money: defaultdict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))

    def add(self, amount: Decimal | None = None, currency: str | None = None) -> None:
        """One more."""
        self.count += 1
        if amount is not None:
            self.money[currency or ""] += amount


@dataclass
class Figures:
    """Everything that the overview shows. `add` takes the entries in any order."""

    orders: defaultdict[Status, Tally] = field(default_factory=lambda: defaultdict(Tally))
    open_orders: int = 0
    open_lines: Tally = field(default_factory=Tally)
    unanswered: int = 0
    overdue: Tally = field(default_factory=Tally)
    due: defaultdict[DueClass, Tally] = field(default_factory=lambda: defaultdict(Tally))
    severities: defaultdict[Severity, Tally] = field(default_factory=lambda: defaultdict(Tally))
    codes: defaultdict[DeviationCode, Tally] = field(default_factory=lambda: defaultdict(Tally))
    files: Counter[str] = field(default_factory=Counter)
    _ordered: Counter[str] = field(default_factory=Counter)
    _leaders: list[tuple[Decimal, int, ExceptionRow]] = field(default_factory=list)
    _seen: int = 0

    def add(self, entry: AssessedCase | DecidedThing | LearnedThing | ArrivedFile) -> None:
        """Counts one entry; what was decided has no figure of its own."""
        if isinstance(entry, DecidedThing | LearnedThing):
            return
        if isinstance(entry, ArrivedFile):
            self.files[entry.state] += 1
            return
        for order in entry.assessment.orders:
            self._add_order(entry, order)
        for exception in exception_rows(entry):
            self._add_exception(exception)

    @property
    def order_count(self) -> int:
        """All orders."""
        return sum(tally.count for tally in self.orders.values())

    @property
    def exceptions(self) -> Tally:
        """All open exceptions."""
        return self._sum(self.severities)

    @property
    def at_stake(self) -> Tally:
        """Those that somebody has to act on: what is only to be known puts no money at stake."""
        return self._sum(self.severities.keys() - {Severity.INFO})

    @property
    def currencies(self) -> tuple[str, ...]:
        """Every currency that money is counted in, the one of the most orders first; what has none comes last."""
        others = {*self.open_lines.money, *self.exceptions.money} - self._ordered.keys()
        known = (*sorted(self._ordered, key=lambda one: (-self._ordered[one], one)), *sorted(others))
        return tuple(sorted(known, key=lambda one: one == ""))

    @property
    def leaders(self) -> tuple[ExceptionRow, ...]:
        """The exceptions with the most money at stake, the largest first."""
        return tuple(row for _, _, row in sorted(self._leaders, key=lambda one: (-one[0], -one[1])))

    def _sum(self, severities: Iterable[Severity]) -> Tally:
        whole = Tally()
        for severity in sorted(severities):
            whole.count += self.severities[severity].count
            for currency, amount in self.severities[severity].money.items():
                whole.money[currency] += amount
        return whole

    def _add_order(self, case: AssessedCase, order: OrderAssessment) -> None:
        ordered = sum((line.ordered_amount or Decimal(0) for line in order.lines), Decimal(0))
        self.orders[order.status].add(ordered, order.currency)
        self._ordered[order.currency or ""] += 1
        open_lines = [line for line in order.lines if is_open(line)]
        self.open_orders += bool(open_lines)
        self.unanswered += order.unanswered if open_lines else 0
        for line in open_lines:
            self._add_line(case, order, line)

    def _add_line(self, case: AssessedCase, order: OrderAssessment, line: LineAssessment) -> None:
        quantity = commitment(line)
        value = value_of(line, quantity)
        self.open_lines.add(value, order.currency)
        if quantity > 0:
            self.due[due_class(line, case.as_of)].add(value, order.currency)
        if days_late(line, case.as_of):
            self.overdue.add(value, order.currency)

    def _add_exception(self, row: ExceptionRow) -> None:
        self.severities[row.severity].add(row.amount, row.currency)
        self.codes[row.code].add(row.amount, row.currency)
        if row.amount and row.severity is not Severity.INFO:
            # The counter settles ties: the earlier one stays, and rows are never compared.
            self._seen += 1
            heapq.heappush(self._leaders, (row.amount, -self._seen, row))
            if len(self._leaders) > LEADERS:
                heapq.heappop(self._leaders)
