"""How many deviations there are, would vanish and would appear, and the money at stake in them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

ZERO = Decimal(0)


class Group(NamedTuple):
    """What deviations are counted by; an empty text where nobody knows."""

    code: str
    supplier: str
    currency: str


@dataclass(slots=True)
class Tally:
    """Deviations of one kind, or of one supplier, and the money at stake in one currency or in several.

    What there would be afterwards is `before` less `vanished` plus `appeared`.
    """

    before: int = 0
    vanished: int = 0
    appeared: int = 0
    money: dict[str, list[Decimal]] = field(default_factory=dict)  # currency → before, vanished, appeared

    @property
    def after(self) -> int:
        """How many there would be."""
        return self.before - self.vanished + self.appeared

    @property
    def changed(self) -> bool:
        """Whether any vanish or appear."""
        return bool(self.vanished or self.appeared)

    def amounts(self, currency: str) -> tuple[Decimal, Decimal, Decimal, Decimal]:
        """The money at stake before, in what vanishes, in what appears, and after."""
        before, vanished, appeared = self.money.get(currency, [ZERO, ZERO, ZERO])
        return before, vanished, appeared, before - vanished + appeared

    def add(self, other: "Tally") -> None:
        """Takes in another."""
        self.before += other.before
        self.vanished += other.vanished
        self.appeared += other.appeared
        for currency, amounts in other.money.items():
            own = self.money.setdefault(currency, [ZERO, ZERO, ZERO])
            self.money[currency] = [one + more for one, more in zip(own, amounts, strict=True)]

    def count(self, place: int, currency: str, amount: Decimal | None) -> None:
        """One more deviation; `place`: 0 before, 1 vanished, 2 appeared."""
        if place == 0:
            self.before += 1
        elif place == 1:
            self.vanished += 1
        else:
            self.appeared += 1
        if amount is not None:
            self.money.setdefault(currency, [ZERO, ZERO, ZERO])[place] += amount


def summed(tallies: Iterable[Tally]) -> Tally:
    """All of them together."""
    total = Tally()
    for one in tallies:
        total.add(one)
    return total
