"""The ladder: which rung decides where a document line belongs."""

from dataclasses import replace

import pytest

from orders.document import Document
from tests.cases.build import (
    PO,
    POLICY,
    decide,
    despatch,
    document,
    invoice,
    line,
    order,
    receipt,
    response,
    supplier,
)
from tests.cases.outcome import assess

THREE = order(
    PO,
    line("10", 10, item="A-1", price="10.00", supplier_item="S-1", gtin="04012345000016"),
    line("20", 5, item="B-2", price="3.00", supplier_item="S-2"),
    line("30", 7, price="1.00", name="No item number at all"),
)
KINDS = ["despatch_advice", "receipt_advice", "invoice"]


@pytest.mark.parametrize("kind", KINDS)
def test_order_and_line_number_decide_first(kind: str) -> None:
    outcome = assess(THREE, document(kind, "X1", line("1", 7, of="30", price="1.00")))
    (allocation,) = outcome.allocated("X1")
    assert (allocation.order_line, allocation.rule, allocation.quantity) == ("30", "line_reference", 7)


def test_the_order_number_of_the_line_goes_before_that_of_the_head() -> None:
    other = order("4500018", line("10", 4, price="1.00"))
    outcome = assess(THREE, other, invoice("R1", line("1", 4, of="10", price="1.00", order_number="4500018")))
    assert (outcome.line("10", "4500018").invoiced, outcome.line("10").invoiced) == (4, 0)


@pytest.mark.parametrize(
    "ids",
    [
        {"buyer_item": "A-1"},
        {"buyer_item": "a 1"},
        {"supplier_item": "S-1"},
        {"supplier_item": "s1"},
        {"gtin": "4012345000016"},
        {"gtin": "04012345000016"},
        {"buyer_item": "A-1", "supplier_item": "S-1"},
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_order_number_and_item_decide_next(kind: str, ids: dict[str, str]) -> None:
    outcome = assess(THREE, document(kind, "X1", line("1", 10, price="10.00", **ids)))
    (allocation,) = outcome.allocated("X1")
    assert (allocation.order_line, allocation.rule) == ("10", "item")


@pytest.mark.parametrize("ids", [{"buyer_item": "S-1"}, {"supplier_item": "A-1"}])
def test_items_are_not_compared_crosswise(ids: dict[str, str]) -> None:
    outcome = assess(THREE, invoice("R1", line("1", 10, price="10.00", **ids)))
    assert outcome.allocated("R1") == []


def test_a_supplier_item_that_is_configured_as_ours_is_our_item() -> None:
    known = replace(POLICY, suppliers=(supplier(items={"SUP-4711": "B-2"}),))
    bill = invoice("R1", line("1", 5, price="3.00", supplier_item="SUP-4711"))
    assert assess(THREE, bill).allocated("R1") == []
    (allocation,) = assess(THREE, bill, policy=known).allocated("R1")
    assert (allocation.order_line, allocation.rule) == ("20", "item")


@pytest.mark.parametrize("item", ["NA", "-", "0", "n/a", " "])
def test_an_item_number_that_says_nothing_finds_nothing(item: str) -> None:
    same = order(PO, line("10", 10, item=item, price="1.00"), line("20", 10, price="1.00"))
    assert assess(same, invoice("R1", line("1", 10, item=item, price="1.00"))).allocated("R1") == []


TWICE = order(
    PO,
    line("10", 4, item="A-1", price="12.00", requested_date="2026-05-01"),
    line("20", 6, item="A-1", price="10.00", requested_date="2026-04-01"),
)


def test_of_two_lines_of_an_item_the_one_of_that_price_is_taken() -> None:
    outcome = assess(TWICE, invoice("R1", line("1", 4, item="A-1", price="12.00")))
    assert [(one.order_line, one.quantity) for one in outcome.allocated("R1")] == [("10", 4)]


def test_of_two_lines_of_an_item_the_one_of_that_date_is_taken() -> None:
    outcome = assess(TWICE, despatch("LS1", line("1", 4, item="A-1", delivery_date="2026-05-01")))
    assert [(one.order_line, one.quantity) for one in outcome.allocated("LS1")] == [("10", 4)]


@pytest.mark.parametrize(
    ("paper", "others", "why"),
    [
        pytest.param(invoice("R1", line("1", 4, item="A-1", price="12.00")), "20", "price", id="price"),
        pytest.param(despatch("R1", line("1", 4, item="A-1", delivery_date="2026-05-01")), "20", "date", id="date"),
        pytest.param(despatch("R1", line("1", 1, item="A-1")), "10", "due", id="due"),
    ],
)
def test_the_evidence_says_why_this_line_and_not_another_of_the_item(paper: Document, others: str, why: str) -> None:
    (one,) = assess(TWICE, paper).allocated("R1")
    assert one.evidence.code == "evidence.item_chosen"
    assert (one.evidence.args["others"], one.evidence.args["why"]) == (others, why)


def test_otherwise_what_is_due_first_is_filled_first_and_the_rest_goes_on() -> None:
    outcome = assess(TWICE, despatch("LS1", line("1", 9, item="A-1")))
    assert {(one.order_line, one.quantity) for one in outcome.allocated("LS1")} == {("20", 6), ("10", 3)}


def test_a_later_delivery_fills_what_the_earlier_one_left() -> None:
    outcome = assess(
        TWICE,
        despatch("LS1", line("1", 5, item="A-1"), on="2026-03-20"),
        despatch("LS2", line("1", 5, item="A-1"), on="2026-03-25"),
    )
    assert (outcome.line("20").shipped, outcome.line("10").shipped) == (6, 4)
    assert outcome.status() == "shipped"


def test_a_line_belongs_where_the_despatch_it_names_belongs() -> None:
    outcome = assess(
        THREE,
        despatch("LS1", line("1", 5, of="20"), line("2", 7, of="30")),
        invoice("R1", line("1", 7, price="1.00", despatch_number="LS1", despatch_line="2"), order=None),
        receipt("WE1", line("9", 5, despatch_number="LS1", despatch_line="1"), order=None),
    )
    assert [(one.order_line, one.rule) for one in outcome.allocated("R1")] == [("30", "despatch")]
    assert [(one.order_line, one.rule) for one in outcome.allocated("WE1")] == [("20", "despatch")]


def test_a_line_belongs_where_the_receipt_it_names_belongs() -> None:
    outcome = assess(
        THREE,
        receipt("WE1", line("1", 5, of="20")),
        invoice("R1", line("1", 5, price="3.00", receipt_number="WE1", receipt_line="1"), order=None),
    )
    assert [(one.order_line, one.rule) for one in outcome.allocated("R1")] == [("20", "receipt")]


def test_a_despatch_named_in_the_head_holds_for_lines_found_in_it_by_item() -> None:
    outcome = assess(
        THREE,
        despatch("LS1", line("1", 10, item="A-1"), line("2", 5, item="B-2")),
        invoice("R1", line("1", 5, item="B-2", price="3.00"), order=None, despatch_references=["LS1"]),
    )
    assert [one.order_line for one in outcome.allocated("R1")] == ["20"]
    assert outcome.unmatched == ()


def test_a_credit_note_belongs_where_the_invoice_line_it_names_belongs() -> None:
    outcome = assess(
        THREE,
        invoice("R1", line("1", 5, of="20", price="3.00"), line("2", 7, of="30", price="1.00")),
        document("credit_note", "G1", line("1", 2, price="1.00", invoice_number="R1", invoice_line="2"), order=None),
    )
    assert (outcome.line("20").invoiced, outcome.line("30").invoiced) == (5, 5)


def test_an_order_known_but_no_line_of_it_is_line_unmatched() -> None:
    outcome = assess(
        THREE, invoice("R1", line("1", 5, price="99.00", name="Something else"), line("2", 1, of="77", price="2.00"))
    )
    assert [(one.document_line, one.code) for one in outcome.unmatched_of("R1")] == [
        ("1", "line_unmatched"),
        ("2", "line_unmatched"),
    ]
    assert outcome.status() == "pending"


def test_an_order_number_that_nobody_knows_is_order_not_found() -> None:
    outcome = assess(THREE, invoice("R1", line("1", 5, of="10", price="10.00"), order="4599999"))
    assert [(one.code, one.order_number) for one in outcome.unmatched_of("R1")] == [("order_not_found", "4599999")]
    assert outcome.line("10").invoiced == 0


def test_what_is_unmatched_says_all_that_a_buyer_needs() -> None:
    (rest,) = assess(THREE, invoice("R1", line("1", 5, item="Z-9", price="4.00", name="Zange"))).unmatched
    assert (rest.document_type, rest.document_number, rest.document_line) == ("invoice", "R1", "1")
    assert (rest.supplier, rest.item, rest.name) == ("ACME GmbH", "Z-9", "Zange")
    assert (rest.quantity, rest.unit, rest.amount) == (5, "C62", 20)


def test_an_unmatched_line_is_tried_again_when_its_chances_change() -> None:
    bill = invoice("R1", line("1", 2, price="7.00", item="Z-9"))
    assert assess(THREE, bill).allocated("R1") == []
    added = document("order_change", "AE1", line("40", 2, item="Z-9", price="7.00"))
    assert assess(THREE, bill, added).line("40").invoiced == 2


def test_a_person_may_assign_a_line() -> None:
    bill = invoice("R1", line("1", 7, price="1.00", name="Whatever"))
    decision = decide("assign", document=bill, document_line="1", order_line="30")
    outcome = assess(THREE, bill, decisions=[decision])
    (allocation,) = outcome.allocated("R1")
    assert (allocation.order_line, allocation.quantity, allocation.rule) == ("30", 7, "decision")
    assert outcome.unmatched == ()


CONTRADICTING = "B-2"


def test_a_contradicting_item_leaves_the_line_where_price_and_quantity_fit() -> None:
    outcome = assess(THREE, invoice("R1", line("1", 10, of="10", item=CONTRADICTING, price="10.00")))
    assert [(one.order_line, one.rule) for one in outcome.allocated("R1")] == [("10", "line_reference")]
    conflict = outcome.deviation("reference_conflict")
    assert (conflict.order_line, conflict.document_line) == ("10", "1")


@pytest.mark.parametrize(("quantity", "price"), [(10, "3.00"), (500, "10.00")])
def test_a_contradicting_item_that_fits_neither_is_a_proposal_and_never_moved(quantity: int, price: str) -> None:
    outcome = assess(THREE, invoice("R1", line("1", quantity, of="10", item=CONTRADICTING, price=price)))
    assert outcome.allocated("R1") == []
    assert outcome.deviation("reference_conflict").document_line == "1"
    (rest,) = outcome.unmatched_of("R1")
    assert "10" in {one.order_line for one in rest.proposals}


@pytest.mark.parametrize("own", [{"buyer_item": "A-1"}, {"supplier_item": "S-1"}, {"gtin": "4012345000016"}, {}])
def test_an_item_that_agrees_in_what_both_name_is_no_conflict(own: dict[str, str]) -> None:
    outcome = assess(THREE, invoice("R1", line("1", 10, of="10", price="10.00", **own)))
    assert "reference_conflict" not in outcome.codes


def test_one_document_line_covers_two_order_lines_and_never_more_than_its_quantity() -> None:
    outcome = assess(TWICE, invoice("R1", line("1", 12, item="A-1", price="10.00")))
    assert outcome.counts("R1") + outcome.left("R1") == 12
    assert outcome.codes & {"quantity_over_ordered", "line_unmatched"}


def test_a_response_line_is_found_by_item_too() -> None:
    outcome = assess(THREE, response("AB1", line("x", 10, item="A-1"), line("y", 5, supplier_item="S-2")))
    assert (outcome.line("10").confirmed, outcome.line("20").confirmed) == (10, 5)
