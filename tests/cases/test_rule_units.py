"""Whatever units order, receipts and invoices count in: what is delivered in parts closes the line exactly, or not at
all."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from orders.policy import Packaging
from tests.cases.build import PO, invoice, line, order, policy, receipt, supplier
from tests.cases.outcome import assess

PIECES = {"C62": 1, "DZN": 12, "PR": 2, "GRO": 144, "XCT": 35}
"""Units and how many pieces each is; a carton by the supplier's packaging."""

POLICY = policy(suppliers=(supplier(units={"XCT": Packaging(unit="C62", factor=Fraction(35))}),))


@settings(max_examples=60)
@given(
    st.sampled_from(["C62", "DZN", "PR", "GRO", "XCT"]),
    st.integers(1, 50),
    st.lists(
        st.tuples(st.sampled_from(["C62", "DZN", "PR", "GRO", "XCT"]), st.integers(1, 30)), min_size=1, max_size=4
    ),
)
def test_parts_in_any_unit_add_up_exactly(unit: str, ordered: int, parts: list[tuple[str, int]]) -> None:
    bills = [invoice(f"R{n}", line("1", count, of="10", unit=one)) for n, (one, count) in enumerate(parts)]
    came = [receipt(f"W{n}", line("1", count, of="10", unit=one)) for n, (one, count) in enumerate(parts)]
    outcome = assess(order(PO, line("10", ordered, unit=unit)), *bills, *came, policy=POLICY)
    total = Fraction(sum(PIECES[one] * count for one, count in parts), PIECES[unit])
    assert Fraction(outcome.line().invoiced) == Fraction(outcome.line().received) == total
    assert (outcome.line().open_to_invoice == 0) is (total >= ordered)
    assert ("quantity_over_ordered" in outcome.codes) is (total > ordered)
