"""What references mean: placeholders, spelling, several orders in one document, and one document in several cases."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders.assessment import DEVIATION
from orders.case import Case
from orders.references import document_order_keys, reference_key, sort_key
from tests.cases.build import PO, invoice, line, order, party, receipt
from tests.cases.gather import cases
from tests.cases.outcome import assess, filed, outcome

TEN = order(PO, line("10", 10, item="A-1", price="10.00"))


@pytest.mark.parametrize("nothing", ["NA", "n/a", "N.A.", "-", "--", "0", "000", "none", "NONE", "  ", "null"])
def test_a_reference_that_says_nothing_is_no_reference(nothing: str) -> None:
    found = assess(TEN, invoice("R1", line("1", 10, of="10", item="Z-9", price="10.00"), order=nothing))
    assert found.allocated("R1") == []
    assert [one.code for one in found.unmatched_of("R1")] == ["line_unmatched"]
    assert "order_not_found" not in found.codes


@pytest.mark.parametrize("nothing", ["NA", "-", "0", "none", ""])
def test_a_line_that_says_nothing_follows_the_head(nothing: str) -> None:
    bill = invoice("R1", line("1", 10, item="A-1", price="10.00", order_number=nothing, of=nothing))
    (allocation,) = assess(TEN, bill).allocated("R1")
    assert (allocation.order_line, allocation.rule) == ("10", "item")


@pytest.mark.parametrize("text", ["4512317", " 4512317 ", "04512317", "45 123 17", "4512-317", "45.123.17"])
def test_an_order_number_is_found_however_it_is_written(text: str) -> None:
    ordered = order("4512317", line("10", 10, price="10.00"))
    bill = invoice("R1", line("1", 10, of="10", price="10.00"), order=text)
    assert assess(ordered, bill).status("4512317") == "invoiced"


@pytest.mark.parametrize("text", ["4500 017", "4500-017", "4 5 0 0 0 1 7", "004500.017", "4500/017"])
def test_zeros_within_a_number_are_digits_of_it(text: str) -> None:
    bill = invoice("R1", line("1", 10, of="10", price="10.00"), order=text)
    assert assess(TEN, bill).status() == "invoiced"
    other = order("450017", line("10", 10, price="10.00"))
    assert assess(other, bill).allocated("R1") == [], "450017 is another number"


@given(st.text("0123456789ABz", min_size=1, max_size=12), st.data())
def test_separators_case_and_leading_zeros_never_tell_two_numbers_apart(number: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(number)))
    sign = data.draw(st.sampled_from([" ", "-", "/", ".", "_", " - "]))
    assert reference_key(number[:place] + sign + number[place:]) == reference_key(number)
    assert reference_key(number.swapcase()) == reference_key(number)
    if number[0].isdigit():
        assert reference_key("000" + number) == reference_key(number)


@given(st.from_regex(r"[1-9][0-9]{0,9}", fullmatch=True), st.from_regex(r"[1-9][0-9]{0,9}", fullmatch=True))
def test_two_numbers_of_different_digits_are_never_the_same(one: str, other: str) -> None:
    assert (reference_key(one) == reference_key(other)) is (one == other)


@pytest.mark.parametrize("text", ["po-77a", "PO 77A", "po77a", "PO-0077A"])
def test_an_order_number_with_letters_is_found_however_it_is_written(text: str) -> None:
    found = assess(order("PO-77A", line("1", 1)), receipt("WE1", line("1", 1, of="1"), order=text))
    assert found.status("PO-77A") == "received"


@pytest.mark.parametrize(("text", "hit", "miss"), [("PO-12", "PO-12", "PO12"), ("PO12", "PO12", "PO-12")])
def test_the_exact_form_of_an_order_number_goes_first(text: str, hit: str, miss: str) -> None:
    both = [order(number, line("1", 4, price="1.00")) for number in ("PO-12", "PO12")]
    found = assess(*both, invoice("R1", line("1", 4, of="1", price="1.00"), order=text))
    assert (found.line("1", hit).invoiced, found.line("1", miss).invoiced) == (4, 0)


def test_a_number_with_a_separator_in_it_is_not_torn_apart_if_it_exists() -> None:
    orders = [order(number, line("1", 4, item="A-1", price="1.00")) for number in ("2026/17", "2026", "17")]
    found = assess(*orders, invoice("R1", line("1", 4, of="1", item="A-1", price="1.00"), order="2026/17"))
    assert [found.line("1", number).invoiced for number in ("2026/17", "2026", "17")] == [4, 0, 0]


OTHER = order("4500018", line("10", 4, item="B-2", price="5.00"), line("20", 1, item="A-1", price="10.00"))


def test_a_document_with_two_orders_in_its_head_is_shared_out_by_item() -> None:
    bill = invoice(
        "R1", line("1", 10, item="A-1", price="10.00"), line("2", 4, item="B-2", price="5.00"), orders=[PO, "4500018"]
    )
    found = assess(TEN, OTHER, bill)
    assert found.line("10").invoiced == 10
    assert found.line("10", "4500018").invoiced == 4


def test_a_line_number_that_both_orders_have_goes_where_the_item_fits() -> None:
    bill = invoice("R1", line("1", 4, of="10", item="B-2", price="5.00"), orders=[PO, "4500018"])
    found = assess(TEN, OTHER, bill)
    assert (found.line("10").invoiced, found.line("10", "4500018").invoiced) == (0, 4)


CONSOLIDATED = invoice(
    "R1",
    line("1", 10, of="10", price="11.00", order_number=PO),
    line("2", 4, of="10", price="6.00", order_number="4500018"),
    order=None,
    totals={"lines": "134.00", "net": "134.00", "tax": "25.46", "gross": "200.00", "payable": "200.00"},
)


def test_a_consolidated_invoice_belongs_to_several_cases_that_know_nothing_of_each_other() -> None:
    made = cases(filed([TEN, OTHER, CONSOLIDATED]))
    assert sorted(len(case.documents) for case in made) == [2, 2]
    found = outcome(made)
    assert (found.line("10").invoiced, found.line("10", "4500018").invoiced) == (10, 4)
    assert found.status(PO) == "invoiced"


def test_each_case_speaks_of_its_own_lines_and_one_of_the_document_as_a_whole() -> None:
    found = assess(TEN, OTHER, CONSOLIDATED)
    assert {(one.order_number, one.order_line) for one in found.deviations("price_over")} == {
        (PO, "10"),
        ("4500018", "10"),
    }
    assert len(found.deviations("total_mismatch")) == 1
    assert found.unmatched == ()


def test_a_case_for_one_order_is_silent_about_the_lines_of_another() -> None:
    alone = filed([TEN, CONSOLIDATED])
    (key,) = document_order_keys(TEN)
    found = outcome([Case(keys=frozenset([key]), documents=alone)])
    assert [one.number for one in found.orders] == [PO]
    assert found.unmatched == ()
    assert "order_not_found" not in found.codes


def test_together_or_apart_the_orders_of_a_consolidated_invoice_stand_the_same() -> None:
    apart = assess(TEN, OTHER, CONSOLIDATED)
    everything = frozenset(key for one in (TEN, OTHER) for key in document_order_keys(one))
    together = outcome([Case(keys=everything, documents=filed([TEN, OTHER, CONSOLIDATED]))])
    by_number = lambda one: one.number  # noqa: E731 - a key for two sorts
    assert sorted(apart.orders, key=by_number) == sorted(together.orders, key=by_number)
    said = [sorted(DEVIATION.to_json(one) for one in found.every_deviation) for found in (apart, together)]
    assert said[0] == said[1]


def test_a_half_known_consolidated_invoice_counts_for_the_order_that_is_there() -> None:
    found = assess(TEN, CONSOLIDATED)
    assert found.line("10").invoiced == 10
    assert [(one.document_line, one.code, one.order_number) for one in found.unmatched] == [
        ("2", "order_not_found", "4500018")
    ]


NORTH, SOUTH = party("Hansen Nord GmbH", "0088:4000001000012"), party("Hansen Süd GmbH", "0088:4000001000029")


def test_one_number_of_two_buyers_is_two_orders() -> None:
    north = order(PO, line("10", 10, price="10.00"), buyer=NORTH)
    south = order(PO, line("10", 3, price="7.00"), buyer=SOUTH)
    bill = invoice("R1", line("1", 3, of="10", price="7.00"), buyer=SOUTH)
    found = assess(north, south, bill)
    status = {one.buyer: one.status.value for one in found.orders}
    assert status == {"Hansen Nord GmbH": "pending", "Hansen Süd GmbH": "invoiced"}
    assert "conflicting_document" not in found.codes


def test_figures_of_a_document_are_never_replaced_by_those_of_the_order() -> None:
    bill = invoice("R1", line("1", 8, of="10", unit="C62", price="9.50", name="As the supplier calls it"))
    (allocation,) = assess(TEN, bill).allocated("R1")
    assert (allocation.quantity, allocation.amount) == (8, Decimal("76.00"))


def test_a_document_without_order_is_assessed_alone() -> None:
    stray = invoice("R1", line("1", 1, price="5.00"), order=None)
    found = assess(TEN, stray)
    assert [sorted(case.keys) for case, _ in found.answers] == [sorted(document_order_keys(TEN)), []]
    assert found.counted(stray) is found.document("R1").counted


@pytest.mark.parametrize(
    "numbers",
    [
        ["9", "10", "100", "0101", "4500017"],
        ["2023/100", "2024/7", "2024/12"],
        ["PO-9", "po-10", "PO 11", "PO-0100"],
        ["7", "7a", "7b", "10", "A1", "A2", "A10", "B1"],
        ["1.2", "1.10", "2.1"],
    ],
)
def test_numbers_sort_as_people_count(numbers: list[str]) -> None:
    keys = [sort_key(number) for number in numbers]
    assert keys == sorted(set(keys))
