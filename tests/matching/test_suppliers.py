"""Which parties are one supplier, and the look that spares most comparisons."""

from hypothesis import example, given
from hypothesis import strategies as st

from matching.suppliers import Suppliers
from orders.document import Party, PartyId
from orders.policy import SupplierPolicy

CONFIGURED = (SupplierPolicy(key="oak", name="Oak & Sons", aliases=("ACME",), ids=("0088:987654",)),)
IDS = st.builds(
    PartyId,
    scheme=st.sampled_from(["", "", "0088"]),
    value=st.sampled_from(["12", "987654", "4012345000009", "40-12345 000009", "-"]),
)
PARTIES = st.builds(
    Party,
    name=st.sampled_from([None, "Birch GmbH", "birch", "Cedar", "ACME"]),
    ids=st.lists(IDS, max_size=2).map(tuple),
    vat_id=st.sampled_from([None, None, "DE 1"]),
)


BY_NAME = (Party(name="Birch GmbH", ids=(PartyId(value="12"),)), Party(name="birch", ids=(PartyId(value="34"),)))


class _Thorough(Suppliers):
    """Compares all, however little they have in common."""

    def _have_nothing_in_common(self, one: Party, other: Party) -> bool:
        return False


@given(PARTIES, PARTIES, st.none() | PARTIES)
@example(*BY_NAME, None)
def test_a_look_at_what_two_have_in_common_changes_no_answer(one: Party, other: Party, buyer: Party | None) -> None:
    quick, thorough = Suppliers(CONFIGURED), _Thorough(CONFIGURED)
    assert quick.same(one, other, buyer) == thorough.same(one, other, buyer)


@given(PARTIES, PARTIES)
@example(*BY_NAME)
def test_two_that_are_one_share_a_mark_unless_one_has_none(one: Party, other: Party) -> None:
    suppliers = Suppliers(CONFIGURED)
    if _Thorough(CONFIGURED).same(one, other):
        ours, theirs = suppliers.marks(one), suppliers.marks(other)
        assert not ours or not theirs or not ours.isdisjoint(theirs)


def test_a_supplier_is_known_by_what_is_configured() -> None:
    oak, acme = Party(name="Oak and Sons"), Party(name="ACME")
    by_id = Party(name="Somebody", ids=(PartyId(scheme="0088", value="987654"),))
    assert Suppliers(CONFIGURED).same(acme, by_id)
    assert not Suppliers(()).same(acme, by_id)
    assert not Suppliers(CONFIGURED).same(oak, by_id)
