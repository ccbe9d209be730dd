"""Order changes, revisions and cancellations."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from orders.document import Document
from tests.cases.build import (
    PO,
    cancellation,
    decide,
    despatch,
    document,
    invoice,
    line,
    order,
    order_change,
    receipt,
    response,
)
from tests.cases.outcome import assess, figures, money

TWO = order(PO, line("10", 10, item="A-1", price="10.00"), line("20", 5, item="B-2", price="3.00"), revision="1")
ACCEPTED = response("AB1", says="accepted")
MORE = order_change("AE1", line("10", 12, item="A-1", price="10.00"))


def test_a_change_makes_the_next_revision_and_cancels_the_earlier_one() -> None:
    outcome = assess(TWO, MORE, receipt("WE1", line("1", 12, of="10"), line("2", 5, of="20")))
    assert outcome.order().revision == 2
    assert [(one.revision, one.status) for one in outcome.order().revisions] == [(1, "cancelled"), (2, "received")]
    assert [str(one.issue_date) for one in outcome.order().revisions] == ["2026-03-01", "2026-03-05"]
    assert outcome.status() == "received"
    assert outcome.line("10").ordered == 12


def test_an_order_sent_again_with_a_higher_revision_is_the_next_revision() -> None:
    again = order(PO, line("10", 7, price="9.00"), line("20", 5, price="3.00"), revision="2", on="2026-03-05")
    outcome = assess(TWO, again)
    assert [one.status for one in outcome.order().revisions] == ["cancelled", "pending"]
    assert (outcome.line("10").ordered, outcome.line("10").unit_price) == (7, 9)
    assert "conflicting_document" not in outcome.codes
    assert outcome.counted(again)


def test_the_revision_decides_not_the_date() -> None:
    newer = order(PO, line("10", 7), revision="10", on="2026-02-20")
    assert assess(TWO, newer).line("10").ordered == 7


def test_a_line_missing_from_a_change_is_unchanged() -> None:
    outcome = assess(TWO, MORE)
    assert (outcome.line("20").ordered, outcome.line("20").deleted) == (5, False)


def test_a_line_missing_from_an_order_sent_again_is_deleted_but_listed() -> None:
    outcome = assess(TWO, order(PO, line("10", 10, price="10.00"), revision="2", on="2026-03-05"))
    assert outcome.line("20").deleted
    assert (outcome.line("20").target, outcome.line("20").open_to_invoice) == (0, 0)
    assert [one.line for one in outcome.order().lines] == ["10", "20"]


def test_a_change_may_add_a_line() -> None:
    outcome = assess(TWO, ACCEPTED, order_change("AE1", line("30", 2, price="7.00", action="added")))
    assert outcome.line("30").ordered == 2
    assert not outcome.line("30").answered
    assert outcome.status() == "partially_confirmed"
    assert outcome.order().unanswered == 1


def test_unchanged_lines_keep_their_answer_and_changed_ones_are_asked_again() -> None:
    outcome = assess(TWO, ACCEPTED, MORE)
    assert [(one.line, one.answered, one.confirmed) for one in outcome.order().lines] == [
        ("10", False, 0),
        ("20", True, 5),
    ]
    assert outcome.status() == "partially_confirmed"


def test_a_line_repeated_unchanged_in_a_change_keeps_its_answer() -> None:
    change = order_change("AE1", line("10", 12, item="A-1", price="10.00"), line("20", 5, item="B-2", price="3.00"))
    assert assess(TWO, ACCEPTED, change).line("20").answered


def test_a_new_answer_after_the_change_confirms_it() -> None:
    outcome = assess(TWO, ACCEPTED, MORE, response("AB2", line("1", 12, of="10"), on="2026-03-07"))
    assert outcome.status() == "confirmed"
    assert outcome.line("10").confirmed == 12


def test_a_change_that_adopts_what_the_supplier_offered_is_confirmed_by_it() -> None:
    offer = response(
        "AB1", line("1", 8, of="10", price="10.50", promised_date="2026-04-09"), line("2", of="20"), on="2026-03-03"
    )
    assert assess(TWO, offer).status() == "partially_confirmed"
    adopted = order_change("AE1", line("10", 8, item="A-1", price="10.50", requested_date="2026-04-09"))
    outcome = assess(TWO, offer, adopted)
    assert outcome.status() == "confirmed"
    assert outcome.line("10").confirmed == 8
    assert {"quantity_changed", "price_changed", "date_changed"} & outcome.codes == set()


def test_a_change_that_adopts_only_part_of_the_offer_is_not_confirmed() -> None:
    offer = response("AB1", line("1", 8, of="10", price="10.50"), line("2", of="20"))
    outcome = assess(TWO, offer, order_change("AE1", line("10", 8, item="A-1", price="10.00")))
    assert not outcome.line("10").answered


def test_a_response_is_compared_with_the_change_that_it_names() -> None:
    second = order_change("AE2", line("10", 20, item="A-1", price="10.00"), on="2026-03-08")
    answer = response("AB1", line("1", 12, of="10"), on="2026-03-09", order_change_references=["AE1"])
    outcome = assess(TWO, MORE, second, answer)
    assert "quantity_changed" not in outcome.codes
    assert not outcome.line("10").answered


def test_a_response_that_names_no_change_answers_the_newest_revision_before_it() -> None:
    second = order_change("AE2", line("10", 20, item="A-1", price="10.00"), on="2026-03-12")
    outcome = assess(TWO, MORE, second, response("AB1", line("1", 11, of="10"), on="2026-03-09"))
    assert not outcome.line("10").answered
    outcome = assess(TWO, MORE, second, response("AB1", line("1", 11, of="10"), on="2026-03-13"))
    assert figures(outcome.deviation("quantity_changed")) == (20, 11, 9)


@pytest.mark.parametrize("progress", ["despatch_advice", "receipt_advice", "invoice"])
def test_an_amendment_below_what_happened_is_a_deviation(progress: str) -> None:
    done = document(progress, "X1", line("1", 6, of="10", price="10.00"), on="2026-03-04")
    below = assess(TWO, done, order_change("AE1", line("10", 4, price="10.00"))).deviation("amended_below_progress")
    assert figures(below)[2] == 2
    assert money(below) == 20
    assert below.document_number == "AE1"
    exact = assess(TWO, done, order_change("AE1", line("10", 6, price="10.00")))
    assert "amended_below_progress" not in exact.codes


@pytest.mark.parametrize(
    "early",
    [
        order_change("AE1", line("10", 12)),
        cancellation(),
        response("AB1", says="accepted"),
        response("AB1", line("10", 12)),
    ],
    ids=["change", "cancellation", "response", "response with lines"],
)
def test_what_comes_before_its_order_opens_none(early: Document) -> None:
    outcome = assess(early)
    assert outcome.orders == ()
    assert outcome.deviations("order_not_found") != []
    assert {one.order_number for one in outcome.deviations("order_not_found")} == {PO}
    assert {one.code for one in outcome.unmatched} == {"order_not_found"}


def test_a_cancellation_cancels_the_order_and_all_it_waits_for() -> None:
    outcome = assess(TWO, ACCEPTED, cancellation())
    assert outcome.status() == "cancelled"
    assert all((one.target, one.open_to_ship, one.status) == (0, 0, "cancelled") for one in outcome.order().lines)
    assert outcome.codes == set()


def test_an_order_is_cancelled_although_a_later_invoice_came_and_that_is_the_deviation() -> None:
    outcome = assess(TWO, cancellation(), invoice("R1", line("1", 10, of="10", price="10.00")))
    assert outcome.status() == "cancelled"
    late = outcome.deviation("order_cancelled")
    assert (late.document_number, late.severity, money(late)) == ("R1", "block", Decimal("100.00"))


@pytest.mark.parametrize("day", ["2026-03-04", "2026-03-06"])
def test_what_happened_on_or_before_the_day_of_cancellation_holds_it_up(day: str) -> None:
    outcome = assess(TWO, despatch("LS1", line("1", 4, of="10"), on=day), cancellation(on="2026-03-06"))
    assert outcome.status() == "partially_shipped"
    assert outcome.deviation("order_cancelled").document_number == "ST1"


def test_a_cancellation_of_a_delivery_that_does_not_count_takes_effect() -> None:
    draft = invoice("R1", line("1", 10, of="10", price="10.00"), standing="draft", on="2026-03-04")
    assert assess(TWO, draft, cancellation(on="2026-03-06")).status() == "cancelled"


def test_a_person_may_refuse_a_cancellation() -> None:
    stop = cancellation(on="2026-03-06")
    left = despatch("LS1", line("1", 4, of="10"), on="2026-03-05")
    outcome = assess(TWO, left, stop, decisions=[decide("reject", code="order_cancelled", document=stop)])
    assert outcome.status() == "partially_shipped"
    assert outcome.deviation("order_cancelled").state == "rejected"


def test_a_single_line_can_be_cancelled_by_a_change() -> None:
    outcome = assess(TWO, order_change("AE1", line("20", action="cancelled")))
    assert (outcome.line("20").target, outcome.line("20").status) == (0, "cancelled")
    assert outcome.status() == "pending"


AGREED = "urn:fdc:peppol.eu:poacc:trns:order_agreement:3"


@pytest.mark.parametrize("named", [None, PO])
def test_an_order_agreement_opens_an_order_and_confirms_it(named: str | None) -> None:
    agreed = response("OA1", line("1", 4, item="A-1", price="5.00"), profile=AGREED, order=named)
    outcome = assess(agreed)
    number = named or "OA1"
    assert [one.number for one in outcome.orders] == [number]
    assert outcome.status(number) == "confirmed"
    assert (outcome.line("1", number).ordered, outcome.line("1", number).confirmed) == (4, 4)
    assert "order_not_found" not in outcome.codes


def test_what_was_agreed_is_delivered_and_billed_like_any_order() -> None:
    agreed = response("OA1", line("1", 4, item="A-1", price="5.00"), profile=AGREED, order=None)
    bill = invoice("R1", line("1", 4, of="1", price="5.00"), order="OA1")
    assert assess(agreed, bill).status("OA1") == "invoiced"


def test_an_order_that_replaces_the_one_of_its_number_is_its_next_revision_and_deletes_what_it_leaves_out() -> None:
    first = order(PO, line("10", 10, item="A-1", price="10.00"), line("20", 5, item="B-2", price="3.00"))
    again = order(PO, line("10", 8, item="A-1", price="10.00"), replaces=(PO,), on="2026-03-05")
    outcome = assess(first, again)
    assert (outcome.order().revision, outcome.line("10").target, outcome.line("20").target) == (2, 8, 0)
    assert assess(again, first).order() == outcome.order()


def test_the_same_replacement_twice_is_one_revision() -> None:
    first = order(PO, line("10", 10, item="A-1", price="10.00"))
    again = order(PO, line("10", 8, item="A-1", price="10.00"), replaces=(PO,), on="2026-03-05")
    outcome = assess(first, again, replace(again, format="csv"))
    assert (outcome.order().revision, outcome.line("10").target) == (2, 8)
