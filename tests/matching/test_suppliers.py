"""Which parties are one supplier, and the look that spares most comparisons."""

from hypothesis import given
from hypothesis import strategies as st

from matching.suppliers import Suppliers
from orders.document import Party, PartyId
from orders.policy import SupplierPolicy

CONFIGURED = (SupplierPolicy(key="oak", name="Oak & Sons", aliases=("ACME",), ids=("0088:987654",)),)
IDS = st.builds(
    PartyId,
    scheme=st.sampled_from(["", "0060", "0088"]),
    value=st.sampled_from(["12", "987654", "4012345000009", "40-12345 000009", "DE1", "-"]),
)
PARTIES = st.none() | st.builds(
    Party,
    name=st.none() | st.sampled_from(["ACME GmbH", "acme", "Oak & Sons Ltd", "Birch", "GmbH"]),
    ids=st.lists(IDS, max_size=3).map(tuple),
    vat_id=st.none() | st.sampled_from(["DE 1", "DE2"]),
)


class _Thorough(Suppliers):
    """Compares all, however little they have in common."""

    def _have_nothing_in_common(self, one: Party, other: Party) -> bool:
        return False


@given(PARTIES, PARTIES, PARTIES)
def test_a_look_at_what_two_have_in_common_changes_no_answer(
    one: Party | None, other: Party | None, buyer: Party | None
) -> None:
    quick, thorough = Suppliers(CONFIGURED), _Thorough(CONFIGURED)
    assert quick.same(one, other, buyer) == thorough.same(one, other, buyer)


@given(PARTIES, PARTIES)
def test_two_that_are_one_share_a_mark_unless_one_has_none(one: Party | None, other: Party | None) -> None:
    suppliers = Suppliers(CONFIGURED)
    if one is not None and other is not None and suppliers.same(one, other):
        ours, theirs = suppliers.marks(one), suppliers.marks(other)
        assert not ours or not theirs or not ours.isdisjoint(theirs)


def test_a_supplier_is_known_by_what_is_configured() -> None:
    oak, acme = Party(name="Oak and Sons"), Party(name="ACME")
    by_id = Party(name="Somebody", ids=(PartyId(scheme="0088", value="987654"),))
    assert Suppliers(CONFIGURED).same(acme, by_id)
    assert not Suppliers(()).same(acme, by_id)
    assert not Suppliers(CONFIGURED).same(oak, by_id)
