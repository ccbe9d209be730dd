"""What was learned about one supplier (docs/matching.md, "What is learned")."""

from dataclasses import dataclass, field

from orders.learned import Learned, LearnedKind
from orders.policy import SupplierPolicy
from orders.references import reference_key


@dataclass(frozen=True, slots=True)
class Known:
    """What was learned about one supplier, the newest word on each thing: items by their key, units by the key of an
    item ("" for any) and the unit, wordings by their key.
    """

    items: dict[str, Learned] = field(default_factory=dict)
    units: dict[tuple[str, str], Learned] = field(default_factory=dict)
    wordings: dict[str, Learned] = field(default_factory=dict)

    def take(self, one: Learned) -> None:
        """Takes note of something newer than all that was taken note of before."""
        _, key, unit = one.subject
        if one.kind is LearnedKind.ITEM:
            self.items[key] = one
        elif one.kind is LearnedKind.UNIT:
            self.units[key, unit] = one
        else:
            self.wordings[key] = one

    def beside(self, policy: SupplierPolicy) -> "Known":
        """What of it holds beside what is configured, which goes before it."""
        taken = {reference_key(item) for item in policy.items}
        return Known(
            {key: one for key, one in self.items.items() if key not in taken},
            {
                key: one
                for key, one in self.units.items()
                if key[1] not in policy.units and key not in policy.item_units
            },
            self.wordings,
        )
