"""Whatever units order, receipts and invoices count in: what is delivered in parts closes the line exactly, or not at
all."""

from decimal import Decimal
from fractions import Fraction

import pytest
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


BOX_OF_12 = policy(suppliers=(supplier(units={"CT": Packaging(unit="C62", factor=Decimal(12))}),))


def test_a_box_comes_in_pieces_and_is_complete_with_the_last_of_them() -> None:
    ordered = order(PO, line("10", 1, unit="XCT", unit_text="CT", item="A-1", price="12.00"))
    parts = [receipt(f"WE{n}", line("1", 4, of="10", unit="C62")) for n in range(3)]
    assert assess(ordered, *parts[:2], policy=BOX_OF_12).line().open_to_receive == Fraction(1, 3)
    outcome = assess(ordered, *parts, invoice("R1", line("1", 12, of="10", unit="H87", price="1.00")), policy=BOX_OF_12)
    assert (outcome.line().received, outcome.line().invoiced, outcome.status()) == (1, 1, "invoiced")
    assert not outcome.codes


@pytest.mark.parametrize(("word", "pieces"), [("CT", 12), ("Karton", 24)])
def test_what_a_unit_is_called_goes_before_its_code(word: str, pieces: int) -> None:
    packed = {name: Packaging(unit="C62", factor=Decimal(count)) for name, count in (("CT", 12), ("Karton", 24))}
    ordered = order(PO, line("10", 1, unit="XCT", unit_text=word))
    came = receipt("WE1", line("1", pieces, of="10", unit="C62"))
    assert assess(ordered, came, policy=policy(suppliers=(supplier(units=packed),))).line().received == 1


def test_packaging_of_the_ordered_item_holds_where_the_document_names_none() -> None:
    rules = policy(suppliers=(supplier(item_units={("a1", "XCT"): Packaging(unit="C62", factor=Decimal(24))}),))
    ordered = order(PO, line("10", 2, unit="XCT", item="A-1"))
    assert assess(ordered, receipt("WE1", line("1", 48, of="10", unit="C62")), policy=rules).line().received == 2


def test_tonnes_and_thousands_are_exact_in_quantity_and_price() -> None:
    ordered = order(PO, line("10", 1, unit="TNE", price="1000.00"), line("20", 5000, unit="C62", price="0.0123"))
    bill = invoice(
        "R1", line("1", "333.3", of="10", unit="KGM", price="1.00"), line("2", 5, of="20", unit="MIL", price="12.30")
    )
    outcome = assess(ordered, bill, policy=policy(receipt=False))
    assert (outcome.line("10").invoiced, outcome.line("20").invoiced) == (Decimal("0.3333"), 5000)
    assert not outcome.codes & {"price_over", "price_under"}
