"""Worked cases: which order line a document line counts for."""

import pytest

from tests.cases.build import PO, despatch, document, invoice, line, order, receipt, response
from tests.cases.outcome import assess, figures, money

SAME_ITEM_TWICE = order(
    PO,
    line("10", 5, item="A-1", price="10.00", requested_date="2026-04-01"),
    line("20", 8, item="A-1", price="10.00", requested_date="2026-05-01"),
)


@pytest.mark.parametrize("turned", [False, True])
def test_case_S15_two_lines_of_one_item_pair_each_with_its_own(turned: bool) -> None:
    lines = [
        line("1", 5, item="A-1", price="10.00", delivery_date="2026-04-01"),
        line("2", 8, item="A-1", price="10.00", delivery_date="2026-05-01"),
    ]
    outcome = assess(SAME_ITEM_TWICE, invoice("R1", *(reversed(lines) if turned else lines)))
    pairs = {(one.document_line, one.order_line, one.quantity) for one in outcome.allocated("R1")}
    assert pairs == {("1", "10", 5), ("2", "20", 8)}
    assert outcome.status() == "invoiced"
    assert outcome.unmatched == ()


def test_case_S15_no_piece_is_matched_twice_and_none_is_lost_without_dates() -> None:
    outcome = assess(
        SAME_ITEM_TWICE,
        invoice("R1", line("1", 8, item="A-1", price="10.00"), line("2", 5, item="A-1", price="10.00")),
    )
    for number, quantity in (("1", 8), ("2", 5)):
        assert outcome.counts("R1", number) == quantity
    assert (outcome.line("10").invoiced, outcome.line("20").invoiced) == (5, 8)


@pytest.mark.parametrize(
    ("make", "number", "ledger"),
    [(receipt, "WE1", "received"), (despatch, "LS1", "shipped")],
    ids=["receipt", "despatch"],
)
def test_case_S16_a_split_whose_second_row_has_no_line_reference_counts_whole(make, number, ledger) -> None:
    outcome = assess(
        order(PO, line("10", 1000, item="A-1"), line("20", 50, item="B-2")),
        make(number, line("1", 300, of="10", item="A-1", note="batch 1"), line("2", 700, item="A-1", note="batch 2")),
    )
    assert getattr(outcome.line("10"), ledger) == 1000
    assert getattr(outcome.line("20"), ledger) == 0
    assert [one.rule for one in outcome.allocated(number)] == ["line_reference", "item"]


FIVE = [f"45000{n}" for n in range(21, 26)]


def five_orders(*quantities: int):
    return [
        order(number, line("10", quantity, item="A-1", price="2.00", requested_date=f"2026-04-0{n}"))
        for n, (number, quantity) in enumerate(zip(FIVE, quantities, strict=True), 1)
    ]


def test_case_S17_one_line_for_five_named_orders_is_shared_out_over_them() -> None:
    outcome = assess(*five_orders(4, 3, 6, 2, 5), invoice("R1", line("1", 20, item="A-1", price="2.00"), orders=FIVE))
    assert [outcome.line(order=number).invoiced for number in FIVE] == [4, 3, 6, 2, 5]
    assert {outcome.status(number) for number in FIVE} == {"invoiced"}


def test_case_S17_what_does_not_fit_the_five_orders_is_shown() -> None:
    outcome = assess(*five_orders(4, 3, 6, 2, 5), invoice("R1", line("1", 23, item="A-1", price="2.00"), orders=FIVE))
    assert outcome.counts("R1") + outcome.left("R1") == 23
    assert outcome.codes & {"quantity_over_ordered", "line_unmatched"}


def test_case_S17_one_line_that_names_no_order_fills_all_five_where_the_sum_fits_exactly() -> None:
    outcome = assess(*five_orders(4, 3, 6, 2, 5), invoice("R1", line("1", 20, item="A-1", price="2.00"), order=None))
    assert [outcome.line(order=number).invoiced for number in FIVE] == [4, 3, 6, 2, 5]
    assert {one.rule for one in outcome.allocated("R1")} == {"open_items"}
    assert outcome.unmatched == ()


@pytest.mark.parametrize("count", [23, 19, 7])
def test_case_S17_without_any_reference_nothing_is_guessed(count: int) -> None:
    outcome = assess(*five_orders(4, 3, 6, 2, 5), invoice("R1", line("1", count, item="A-1", price="2.00"), order=None))
    assert outcome.allocated("R1") == []
    (rest,) = outcome.unmatched_of("R1")
    assert (rest.code, rest.quantity, rest.amount) == ("line_unmatched", count, 2 * count)
    assert [(one.order.partition("@")[0], one.order_line) for one in rest.proposals] == [
        (FIVE[0], "10"),
        (FIVE[1], "10"),
    ]
    assert outcome.deviation("line_unmatched").document_number == "R1"


def test_case_S17_a_sum_at_another_price_is_not_shared_out() -> None:
    outcome = assess(*five_orders(4, 3, 6, 2, 5), invoice("R1", line("1", 20, item="A-1", price="2.20"), order=None))
    assert outcome.allocated("R1") == []


def test_case_S17_the_rests_of_five_orders_are_not_their_sum() -> None:
    begun = invoice("R0", line("1", 1, of="10", item="A-1", price="2.00"), order=FIVE[0])
    rest = invoice("R1", line("1", 19, item="A-1", price="2.00"), order=None)
    assert assess(*five_orders(4, 3, 6, 2, 5), begun, rest).allocated("R1") == []


@pytest.mark.parametrize("text", ["P00001, P00002", "P00001;P00002", "P00001/P00002", "P00001 P00002", "P1 & P2"])
def test_case_S18_a_reference_that_names_two_orders_finds_both(text: str) -> None:
    outcome = assess(
        order("P00001", line("1", 3, item="A-1", price="1.00")),
        order("P00002", line("1", 4, item="B-2", price="1.00")),
        invoice("R1", line("1", 3, item="A-1", price="1.00"), line("2", 4, item="B-2", price="1.00"), order=text),
    )
    assert outcome.line("1", "P00001").invoiced == 3
    assert outcome.line("1", "P00002").invoiced == 4
    assert outcome.unmatched == ()


def test_case_S19_the_suppliers_order_number_is_not_taken_for_ours() -> None:
    outcome = assess(
        order(PO, line("10", 3, item="A-1", price="1.00")),
        invoice("R1", line("1", 3, item="Z-9", of="10", price="1.00"), order=None, supplier_order_references=[PO]),
    )
    assert outcome.line().invoiced == 0
    assert [one.code for one in outcome.unmatched_of("R1")] == ["line_unmatched"]


def test_case_S19_the_suppliers_line_number_is_not_taken_for_ours() -> None:
    outcome = assess(
        order(PO, line("1", 3, item="A-1", price="1.00"), line("2", 3, item="B-2", price="1.00")),
        invoice("R1", line("7", 3, supplier_order_line="1", item="B-2", price="1.00")),
    )
    assert (outcome.line("1").invoiced, outcome.line("2").invoiced) == (0, 3)
    assert "reference_conflict" not in outcome.codes


def test_case_S20_what_the_order_is_billed_beyond_its_receipt_is_invoiced_not_received() -> None:
    outcome = assess(
        order(PO, line("10", 10, price="5.00")),
        receipt("WE1", line("1", 9, of="10")),
        invoice(
            "R1",
            line("a", 9, price="5.00", receipt_number="WE1", receipt_line="1"),
            line("b", 1, of="10", price="5.00"),
        ),
    )
    assert [(one.document_line, one.rule, one.quantity) for one in outcome.allocated("R1")] == [
        ("a", "receipt", 9),
        ("b", "line_reference", 1),
    ]
    assert (outcome.line().invoiced, outcome.line().received) == (10, 9)
    gap = outcome.deviation("invoiced_not_received")
    assert figures(gap)[2] == 1
    assert money(gap) == 5


@pytest.mark.parametrize("referred", ["10", "0010", "00010"])
@pytest.mark.parametrize("stated", ["10", "00010"])
def test_case_S20b_a_line_number_is_found_however_it_is_padded(stated: str, referred: str) -> None:
    outcome = assess(
        order(PO, line(stated, 10, price="5.00"), line("20", 4, price="1.00")),
        response("AB1", line("1", 10, of=referred, price="5.00", response="accepted")),
        despatch("LS1", line("1", 6, of=referred)),
    )
    assert outcome.line(stated).answered
    assert outcome.line(stated).shipped == 6
    assert outcome.line("20").shipped == 0


def test_case_S20b_a_response_line_bears_the_id_of_the_order_line_it_answers() -> None:
    outcome = assess(
        order(PO, line("LINE-A", 10, item="A-1"), line("LINE-B", 4, item="B-2")),
        response("AB1", line("LINE-B", 4, response="accepted"), line("LINE-A", 10, response="accepted")),
    )
    assert outcome.status() == "confirmed"
    assert {(one.document_line, one.order_line) for one in outcome.allocated("AB1")} == {
        ("LINE-A", "LINE-A"),
        ("LINE-B", "LINE-B"),
    }


@pytest.mark.parametrize("kind", ["despatch_advice", "receipt_advice", "invoice"])
def test_case_S20b_only_a_response_line_is_found_by_its_own_id(kind: str) -> None:
    outcome = assess(order(PO, line("10", 10)), document(kind, "X1", line("10", 10)))
    assert outcome.allocated("X1") == []
    assert [one.code for one in outcome.unmatched_of("X1")] == ["line_unmatched"]


def test_case_S20c_lines_of_one_tax_rate_are_matched_one_by_one() -> None:
    outcome = assess(
        order(PO, line("10", 2, price="5.00"), line("20", 3, price="7.00")),
        invoice(
            "R1",
            line("1", 2, of="10", price="5.00", tax_rate="19"),
            line("2", 1, of="20", price="7.00", tax_rate="19"),
            line("3", 2, of="20", price="7.00", tax_rate="19"),
        ),
    )
    assert [(one.document_line, one.order_line, one.quantity) for one in outcome.allocated("R1")] == [
        ("1", "10", 2),
        ("2", "20", 1),
        ("3", "20", 2),
    ]


def test_case_S20d_a_free_line_does_not_attract_rounding_and_freight() -> None:
    outcome = assess(
        order(PO, line("10", 2, price="5.00"), line("20", 1, price="0", name="Sample")),
        invoice(
            "R1",
            line("1", 2, of="10", price="5.00"),
            line("2", line_amount="0.02", name="Rundung"),
            line("3", 1, name="Fracht", price="4.90"),
        ),
    )
    assert outcome.line("20").invoiced == 0
    assert outcome.line("20").allocations == ()
    assert {one.document_line for one in outcome.allocated("R1")} == {"1"}
