"""Corners in which a hasty reading of the rules goes wrong."""

import pytest
from msgspec.structs import replace

from orders.document import Document
from tests.cases.build import (
    BUYER,
    OTHER_SUPPLIER,
    PO,
    cancellation,
    credit_note,
    despatch,
    file_id,
    invoice,
    line,
    order,
    order_change,
    party,
    receipt,
    response,
    without_lines,
)
from tests.cases.outcome import assess, figures, money

TEN = order(PO, line("10", 10, item="A-1", price="10.00"))
TWO = order(PO, line("10", 10, item="A-1", price="10.00"), line("20", 5, item="B-2", price="3.00"))


def test_a_text_line_does_not_keep_an_order_from_being_rejected() -> None:
    ordered = order(PO, line("10", 10), line("20", name="Please call before delivery"))
    assert assess(ordered, response("AB1", line("1", of="10", response="rejected"))).status() == "rejected"


def test_a_line_accepted_in_part_and_refused_in_part_is_no_substitution() -> None:
    answer = response(
        "AB1",
        line("1", 4, of="10", response="accepted"),
        line("2", 6, of="10", response="rejected"),
        line("3", of="20"),
    )
    outcome = assess(TWO, answer)
    assert outcome.line("10").confirmed == 4
    assert outcome.status() == "partially_confirmed"
    assert "item_substituted" not in outcome.codes
    assert outcome.line("10").target == 4


def test_several_lines_for_one_that_do_not_add_up_are_a_change_of_quantity() -> None:
    answer = response("AB1", line("1", 4, of="10"), line("2", 3, of="10"), line("3", of="20"))
    outcome = assess(TWO, answer)
    assert outcome.line("10").confirmed == 7
    assert figures(outcome.deviation("quantity_changed")) == (10, 7, 3)


def test_an_invoice_is_compared_with_the_price_that_holds_after_the_change() -> None:
    change = order_change("AE1", line("10", 10, item="A-1", price="12.00"))
    bill = invoice("R1", line("1", 10, of="10", price="12.00"))
    assert {"price_over", "price_under"} & assess(TEN, change, bill).codes == set()


def test_a_second_invoice_without_lines_takes_nothing_back_from_what_lines_invoiced() -> None:
    lined = invoice("R1", line("1", 10, of="10", price="10.00"))
    outcome = assess(TEN, lined, without_lines("R2", "25.00", on="2026-04-20"))
    assert outcome.status() == "invoiced"
    assert "header_only_invoice" in outcome.codes


def test_what_is_billed_for_a_deleted_line_is_too_much() -> None:
    change = order_change("AE1", line("20", action="cancelled"))
    outcome = assess(TWO, change, invoice("R1", line("1", 5, of="20", price="3.00")))
    assert outcome.line("20").invoiced == 5
    assert money(outcome.deviation("quantity_over_ordered", line="20")) == 15


def test_what_comes_although_it_was_said_not_to_reopens_its_line() -> None:
    first = despatch("LS1", line("1", 6, of="10", outstanding_quantity=0))
    later = despatch("LS2", line("1", 4, of="10"), on="2026-03-25")
    outcome = assess(TEN, first, later)
    assert (outcome.line().shipped, outcome.line().closed_short, outcome.line().target) == (10, 0, 10)
    assert outcome.status() == "shipped"


def test_the_last_despatch_says_what_is_still_to_come() -> None:
    first = despatch("LS1", line("1", 6, of="10", outstanding_quantity=4))
    last = despatch("LS2", line("1", 2, of="10", outstanding_quantity=0), on="2026-03-25")
    outcome = assess(TEN, first, last)
    assert (outcome.line().shipped, outcome.line().closed_short) == (8, 2)
    assert outcome.status() == "shipped"
    assert figures(outcome.deviation("short_shipped"))[2] == 2


@pytest.mark.parametrize(
    "foreign",
    [
        response("AB1", says="accepted", supplier=OTHER_SUPPLIER),
        despatch("LS1", line("1", 10, of="10"), supplier=OTHER_SUPPLIER),
        credit_note("G1", line("1", 10, of="10", price="10.00"), supplier=OTHER_SUPPLIER),
    ],
    ids=lambda one: one.type.value,
)
def test_no_kind_of_document_of_a_stranger_counts(foreign: Document) -> None:
    outcome = assess(TEN, foreign)
    assert outcome.reason(foreign) == "supplier_mismatch"
    assert outcome.status() == "pending"


def test_of_two_buyers_orders_of_one_number_none_is_guessed() -> None:
    other = replace(TEN, buyer=party("Nord GmbH", "0088:4000001000012"))
    bill = invoice("R1", line("1", 10, of="10", price="10.00"), buyer=None)
    outcome = assess(TEN, other, bill)
    assert len(outcome.orders) == 2
    assert outcome.allocated("R1") == []
    assert outcome.unmatched_of("R1") != []


@pytest.mark.parametrize("day", ["2026-03-01", "2026-03-04"])
def test_one_order_number_sent_to_two_suppliers_is_a_conflict_not_a_revision(day: str) -> None:
    other = order(PO, line("10", 3, item="Z-9", price="1.00"), supplier=OTHER_SUPPLIER, on=day)
    outcome = assess(TEN, other)
    assert sorted(outcome.counted(one) for one in (TEN, other)) == [False, True]
    assert outcome.order().revision == 1
    assert outcome.codes & {"conflicting_document", "supplier_mismatch"}


def test_an_agreement_of_another_supplier_opens_no_second_order_of_that_number() -> None:
    agreed = response("OA1", line("10", 8), profile="order_agreement", supplier=OTHER_SUPPLIER)
    outcome = assess(TEN, agreed)
    assert len(outcome.orders) == 1
    assert sorted(outcome.counted(one) for one in (TEN, agreed)) == [False, True]


def test_what_a_despatch_leads_to_another_order_is_listed_there() -> None:
    twin = replace(TEN, number=f"0{PO}", lines=(line("10", 4, item="B-2", price="3.00"),))
    sent = despatch("LS1", line("1", 10, of="10"))
    bill = invoice("R1", line("1", 10, price="10.00", despatch_number="LS1", despatch_line="1"), order=f"0{PO}")
    outcome = assess(TEN, twin, sent, bill)
    assert outcome.line("10").invoiced == 10
    assert file_id(bill) in outcome.order().documents


def test_two_order_lines_of_one_id_stay_two() -> None:
    twins = order(PO, line("1", 10, item="A-1", price="10.00"), line("1", 5, item="B-2", price="3.00"))
    outcome = assess(twins, invoice("R1", line("1", 5, item="B-2", price="3.00")))
    assert [(one.buyer_item, one.invoiced) for one in outcome.order().lines] == [("A-1", 0), ("B-2", 5)]
    assert len({one.line for one in outcome.order().lines}) == 2


def test_two_document_lines_of_one_id_both_count() -> None:
    bill = invoice("R1", line("1", 10, of="10", price="10.00"), line("1", 5, of="20", price="3.00"))
    assert assess(TWO, bill).status() == "invoiced"


def test_a_substitute_that_was_agreed_is_found_when_it_comes() -> None:
    answer = response(
        "AB1",
        line("1", 10, of="10", response="rejected"),
        line("2", 10, of="10", supplier_item="S-9", response="accepted"),
        line("3", of="20"),
    )
    outcome = assess(TWO, answer, despatch("LS1", line("1", 10, supplier_item="S-9")))
    assert [one.order_line for one in outcome.allocated("LS1")] == ["10"]


def test_case_S20b_a_suppliers_line_number_is_found_once_the_supplier_said_whose_it_is() -> None:
    answer = response(
        "AB1", line("1", 10, of="10", supplier_order_line="7"), line("2", 5, of="20", supplier_order_line="8")
    )
    outcome = assess(TWO, answer, despatch("LS1", line("1", 5, supplier_order_line="8")))
    assert (outcome.line("10").shipped, outcome.line("20").shipped) == (0, 5)


def test_an_order_line_of_quantity_nothing_waits_for_nothing() -> None:
    outcome = assess(
        order(PO, line("10", 0, price="1.00"), line("20", 5, price="3.00")), receipt("WE1", line("1", 5, of="20"))
    )
    assert outcome.line("10").target == 0
    assert outcome.status() == "received"


def test_an_order_that_takes_goods_back_does_not_break_the_others() -> None:
    outcome = assess(
        order(PO, line("10", -5, price="1.00"), line("20", 5, price="3.00")), receipt("WE1", line("1", 5, of="20"))
    )
    assert outcome.line("20").status == "received"


def test_two_cancellations_cancel_once() -> None:
    outcome = assess(TEN, cancellation("ST1"), cancellation("ST2", on="2026-03-08"))
    assert outcome.status() == "cancelled"
    assert "order_cancelled" not in outcome.codes


def test_a_change_sent_after_the_cancellation_orders_anew() -> None:
    change = order_change("AE1", line("10", 3, price="10.00"), on="2026-03-05")
    outcome = assess(TEN, cancellation(on="2026-03-04"), change)
    assert [one.status for one in outcome.order().revisions] == ["cancelled", "pending"]
    assert outcome.line().open_to_ship == 3


def test_an_invoice_of_the_buyers_head_office_still_finds_the_order() -> None:
    head_office = replace(BUYER, name="Hansen Holding AG", ids=())
    assert assess(TEN, invoice("R1", line("1", 10, of="10", price="10.00"), buyer=head_office)).status() == "invoiced"


def test_money_at_stake_is_in_the_currency_of_the_order() -> None:
    dear = invoice("R1", line("1", 10, of="10", price="11.00"))
    assert assess(TEN, dear).deviation("price_over").currency == "EUR"


def test_documents_without_dates_are_assessed_all_the_same() -> None:
    bare = [replace(one, issue_date=None) for one in (TEN, receipt("WE1", line("1", 10, of="10")))]
    assert assess(*bare).status() == "received"
