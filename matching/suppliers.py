"""Whether a document's supplier is the order's (docs/matching.md, "What is the same")."""

from typing import Any

from orders.document import Party
from orders.parties import party_ids, party_marks, same_party, supplier_policy
from orders.policy import SupplierPolicy

_MOST_KNOWN = 16_384
_MOST_MARKS = 20
"""Of a party that is kept in mind: a hostile one has a million ids."""


class Suppliers:
    """The configured suppliers, asked once for each party of a case."""

    def __init__(self, configured: tuple[SupplierPolicy, ...]) -> None:
        self._configured = configured
        self._known: dict[Party, SupplierPolicy | None] = {}
        self._marks: dict[int, tuple[Party, frozenset[object]]] = {}  # by identity, which the party in it keeps

    def policy(self, party: Party | None) -> SupplierPolicy | None:
        """What is configured for a party."""
        if party is None or not self._configured:
            return None
        if party not in self._known:
            _make_room(self._known)
            self._known[party] = supplier_policy(party, self._configured)
        return self._known[party]

    def same(self, one: Party | None, other: Party | None, buyer: Party | None = None) -> bool:
        """Whether two suppliers are one; the ids of `buyer` say nothing about either of them."""
        if one is None or other is None or one == other:
            return True
        if self._have_nothing_in_common(one, other) and (buyer is None or (one.name and other.name)):
            return False
        one, other = _without(one, buyer), _without(other, buyer)
        if same_party(one, other):
            return True
        ours = self.policy(one)
        return ours is not None and ours is self.policy(other)

    def _have_nothing_in_common(self, one: Party, other: Party) -> bool:
        ours, theirs = self.marks(one), self.marks(other)
        return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)

    def marks(self, party: Party) -> frozenset[object]:
        """What two parties have in common if they are one, unless one of them has no mark at all: a look instead of a
        comparison. A thousand suppliers may call a bill "1".
        """
        known = self._marks.get(id(party))
        if known is None:
            policy = self.policy(party)
            marks: frozenset[object] = party_marks(party) if policy is None else party_marks(party) | {id(policy)}
            known = (party, marks)
            if len(marks) <= _MOST_MARKS:
                _make_room(self._marks)
                self._marks[id(party)] = known
        return known[1]


def _make_room(kept: dict[Any, Any]) -> None:
    if len(kept) >= _MOST_KNOWN:
        kept.clear()


def _without(party: Party, buyer: Party | None) -> Party:
    """The party without the ids that are the buyer's."""
    if buyer is None:
        return party
    theirs = {value for _, value in party_ids(buyer)}
    if not theirs & {value for _, value in party_ids(party)}:
        return party
    kept = tuple(one for one in party.ids if not {value for _, value in party_ids(Party(ids=(one,)))} & theirs)
    vat = party.vat_id
    if vat is not None and {value for _, value in party_ids(Party(vat_id=vat))} & theirs:
        vat = None
    return Party(name=party.name, ids=kept, vat_id=vat)
