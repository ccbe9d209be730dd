"""Whether a document's supplier is the order's (docs/matching.md, "What is the same")."""

from orders.document import Party
from orders.parties import party_ids, same_party, supplier_policy
from orders.policy import SupplierPolicy


class Suppliers:
    """The configured suppliers, asked once for each party of a case."""

    def __init__(self, configured: tuple[SupplierPolicy, ...]) -> None:
        self._configured = configured
        self._known: dict[Party, SupplierPolicy | None] = {}

    def policy(self, party: Party | None) -> SupplierPolicy | None:
        """What is configured for a party."""
        if party is None or not self._configured:
            return None
        if party not in self._known:
            self._known[party] = supplier_policy(party, self._configured)
        return self._known[party]

    def same(self, one: Party | None, other: Party | None, buyer: Party | None = None) -> bool:
        """Whether two suppliers are one; the ids of `buyer` say nothing about either of them."""
        if one is None or other is None or one == other:
            return True
        one, other = _without(one, buyer), _without(other, buyer)
        if same_party(one, other):
            return True
        ours = self.policy(one)
        return ours is not None and ours is self.policy(other)


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
