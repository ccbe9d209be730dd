"""Worked cases: closing short, cancelling, amending and answering."""

import pytest

from orders.document import Document
from tests.cases.build import (
    PO,
    cancellation,
    credit_note,
    decide,
    despatch,
    invoice,
    line,
    order,
    order_change,
    policy,
    receipt,
    response,
)
from tests.cases.outcome import assess, figures, money

FORTY = order(PO, line("10", 40, price="1.00"))
CAME = receipt("WE1", line("1", 37, of="10"))
CLOSE = decide("close", order_line="10", on="2026-04-15T10:00:00")
TEN = order(PO, line("10", 10, price="10.00"))


def test_case_S40_a_line_closed_short_is_received() -> None:
    assert assess(FORTY, CAME).status() == "partially_received"
    outcome = assess(FORTY, CAME, decisions=[CLOSE])
    assert outcome.status() == "received"
    assert (outcome.line().closed_short, outcome.line().target) == (3, 37)
    assert (outcome.line().open_to_receive, outcome.line().open_to_ship) == (0, 0)
    assert outcome.line().open_to_invoice == 37


def test_case_S41_closing_claims_no_invoice() -> None:
    outcome = assess(FORTY, CAME, decisions=[CLOSE])
    assert outcome.line().invoiced == 0
    assert outcome.track("invoicing") == "none"


def test_case_S41_an_order_closed_in_every_line_is_not_invoiced() -> None:
    outcome = assess(FORTY, decisions=[CLOSE])
    assert outcome.line().target == 0
    assert outcome.track("invoicing") == "none"
    assert outcome.status() not in {"invoiced", "partially_invoiced", "received", "partially_received"}
    assert outcome.line().open_to_receive == outcome.line().open_to_ship == outcome.line().open_to_invoice == 0


def test_case_S42_a_late_delivery_after_closing_is_accepted() -> None:
    late = receipt("WE2", line("1", 2, of="10"), on="2026-05-01")
    outcome = assess(FORTY, CAME, late, decisions=[CLOSE])
    assert outcome.line().received == 39
    assert (outcome.line().target, outcome.line().closed_short) == (39, 1)
    assert outcome.line().open_to_invoice == 39
    assert outcome.status() == "received"
    assert "quantity_over_ordered" not in outcome.codes


def test_case_S42_a_return_after_closing_reopens_what_it_took() -> None:
    back = receipt("RS1", line("1", -5, of="10"), on="2026-05-01")
    outcome = assess(FORTY, CAME, back, decisions=[CLOSE])
    assert outcome.line().received == 32
    assert outcome.line().open_to_receive == 5
    assert outcome.track("receipt") == "partially_received"


def test_case_S42_a_line_can_be_reopened() -> None:
    again = decide("reopen", order_line="10", on="2026-04-20T10:00:00", number=2)
    outcome = assess(FORTY, CAME, decisions=[CLOSE, again])
    assert (outcome.line().closed_short, outcome.line().open_to_receive) == (0, 3)
    assert outcome.status() == "partially_received"


def test_case_S43_closing_after_a_return_leaves_nothing_to_receive() -> None:
    outcome = assess(
        TEN,
        receipt("WE1", line("1", 10, of="10")),
        receipt("RS1", line("1", -3, of="10"), on="2026-04-01"),
        decisions=[CLOSE],
    )
    assert outcome.line().open_to_receive == 0
    assert (outcome.line().received, outcome.line().closed_short) == (7, 3)
    assert outcome.track("receipt") == "received"


@pytest.mark.parametrize(
    ("outstanding", "closed", "track"),
    [("0", 4, "shipped"), ("1", 3, "partially_shipped"), ("4", 0, "partially_shipped"), (None, 0, "partially_shipped")],
)
def test_case_S44_a_despatch_says_what_will_not_come(outstanding: str | None, closed: int, track: str) -> None:
    outcome = assess(TEN, despatch("LS1", line("1", 6, of="10", outstanding_quantity=outstanding)))
    assert outcome.line().closed_short == closed
    assert outcome.line().target == 10 - closed
    assert outcome.track("shipment") == track


TWO = order(
    PO,
    line("10", 10, price="10.00", requested_date="2026-03-28"),
    line("20", 5, price="3.00", requested_date="2026-03-28"),
)
ACCEPTED = response("AB1", line("1", of="10", response="accepted"), line("2", of="20", response="accepted"))


def test_case_S45_a_line_that_a_response_does_not_list_keeps_its_answer() -> None:
    changed = response(
        "AB2", line("2", 5, of="20", response="changed", promised_date="2026-04-02"), says="changed", on="2026-03-04"
    )
    outcome = assess(TWO, ACCEPTED, changed)
    assert outcome.line("10").answered
    assert outcome.line("10").status == "confirmed"
    assert outcome.status() == "partially_confirmed"
    assert outcome.order().unanswered == 0


def test_case_S45_a_line_without_any_answer_is_unanswered() -> None:
    changed = response("AB2", line("2", 5, of="20", response="accepted"), says="changed")
    outcome = assess(TWO, changed)
    assert not outcome.line("10").answered
    assert outcome.order().unanswered == 1
    assert outcome.status() == "partially_confirmed"


def test_case_S45_two_lines_for_one_order_line_are_split_dates() -> None:
    split = response(
        "AB1",
        line("1", 4, of="10", promised_date="2026-03-28"),
        line("2", 6, of="10", promised_date="2026-04-05"),
        line("3", 5, of="20"),
    )
    outcome = assess(TWO, split)
    assert outcome.line("10").confirmed == 10
    assert str(outcome.line("10").confirmed_date) == "2026-04-05"
    assert outcome.status() == "partially_confirmed"
    assert {"duplicate", "quantity_changed", "quantity_over_ordered"} & outcome.codes == set()
    assert outcome.deviation("date_changed").order_line == "10"


@pytest.mark.parametrize(("earlier", "later"), [("AB1", "AB2"), ("AB2", "AB1")])
def test_case_S46_the_newest_answer_to_a_line_is_its_answer(earlier: str, later: str) -> None:
    first = response(earlier, line("1", 10, of="10"), line("2", 5, of="20"), on="2026-03-03")
    second = response(later, line("2", of="20", response="rejected"), on="2026-03-05")
    outcome = assess(TWO, first, second)
    assert outcome.line("20").rejected_by_supplier
    assert (outcome.line("20").target, outcome.line("20").confirmed) == (0, 0)
    assert outcome.line("10").confirmed == 10
    assert outcome.status() == "partially_confirmed"
    assert outcome.deviation("line_rejected").order_line == "20"


def test_case_S47_an_amendment_below_what_came_is_flagged_and_asks_again_for_that_line_only() -> None:
    outcome = assess(
        TWO,
        response("AB1", line("1", 10, of="10"), line("2", 5, of="20")),
        receipt("WE1", line("1", 6, of="10"), on="2026-03-10"),
        order_change("AE1", line("10", 4, price="10.00", requested_date="2026-03-28"), on="2026-03-12"),
    )
    below = outcome.deviation("amended_below_progress")
    assert below.order_line == "10"
    assert figures(below)[2] == 2
    assert money(below) == 20
    assert (outcome.line("10").answered, outcome.line("20").answered) == (False, True)
    assert outcome.order().unanswered == 1
    assert outcome.track("response") == "partially_confirmed"
    assert (outcome.line("10").ordered, outcome.line("10").received) == (4, 6)


def test_case_S47_an_old_answer_is_compared_with_the_old_revision() -> None:
    outcome = assess(
        TWO,
        response("AB1", line("1", 10, of="10"), line("2", 5, of="20")),
        order_change("AE1", line("10", 12, price="10.00", requested_date="2026-03-28"), on="2026-03-12"),
    )
    assert "quantity_changed" not in outcome.codes
    assert "amended_below_progress" not in outcome.codes
    assert [outcome.line(one).answered for one in ("10", "20")] == [False, True]
    named = response("AB2", line("1", 10, of="10"), on="2026-03-13")
    (changed,) = assess(
        TWO,
        order_change("AE1", line("10", 12, price="10.00", requested_date="2026-03-28"), on="2026-03-12"),
        named,
    ).deviations("quantity_changed")
    assert figures(changed) == (12, 10, 2), "what answers the new revision is compared with that"


def test_case_S47_a_receipt_keeps_its_line_when_an_amendment_splits_off_the_rest() -> None:
    part = receipt("WE1", line("1", 6, of="10"), on="2026-03-10")
    split = order_change(
        "AE1",
        line("10", 6, price="10.00", requested_date="2026-03-28"),
        line("30", 4, price="10.00", requested_date="2026-04-28"),
        on="2026-03-12",
    )
    outcome = assess(TWO, part, split)
    assert [outcome.line(one).received for one in ("10", "20", "30")] == [6, 0, 0]
    assert [outcome.line(one).open_to_receive for one in ("10", "20", "30")] == [0, 5, 4]
    assert [(one.order_line, one.document_line) for one in outcome.allocated("WE1")] == [("10", "1")]


def test_case_S48_cancelling_a_partial_invoice_leaves_the_receipt_alone() -> None:
    papers = (TEN, receipt("WE1", line("1", 6, of="10")), invoice("R1", line("1", 4, of="10", price="10.00")))
    outcome = assess(*papers, invoice("R2", cancels=["R1"], on="2026-04-02"))
    assert outcome.line().received == assess(*papers).line().received == 6
    assert outcome.line().invoiced == 0
    assert outcome.status() == "partially_received"


SHIPPED = despatch("LS1", line("1", 10, of="10"), on="2026-03-20")


def test_case_S49_a_cancellation_after_the_goods_left_is_an_exception() -> None:
    outcome = assess(TEN, SHIPPED, cancellation(on="2026-03-21"))
    assert outcome.status() == "shipped"
    exception = outcome.deviation("order_cancelled")
    assert exception.severity == "block"
    assert money(exception) == 100


def test_case_S49_goods_that_left_after_the_cancellation_are_the_exception() -> None:
    outcome = assess(TEN, SHIPPED, cancellation(on="2026-03-19"))
    assert outcome.status() == "cancelled"
    assert outcome.deviation("order_cancelled").document_number == "LS1"


def test_case_S49_a_person_may_let_the_cancellation_take_effect() -> None:
    withdrawn = cancellation(on="2026-03-21")
    seen = assess(TEN, SHIPPED, withdrawn).deviation("order_cancelled")
    outcome = assess(TEN, SHIPPED, withdrawn, decisions=[decide("accept", code="order_cancelled", document=withdrawn)])
    assert seen.document_number == "ST1"
    assert outcome.status() == "cancelled"


HUNDRED = order(PO, line("10", 100, price="1.00"))
PART = receipt("WE1", line("1", 40, of="10"))


@pytest.mark.parametrize(("billed", "track"), [(30, "partially_invoiced"), (40, "invoiced")])
def test_case_S61_what_came_before_closing_stays_invoiceable(billed: int, track: str) -> None:
    bill = invoice("R1", line("1", billed, of="10", price="1.00"))
    outcome = assess(HUNDRED, PART, bill, decisions=[CLOSE])
    assert outcome.line().open_to_invoice == 40 - billed
    assert outcome.track("invoicing") == track
    assert outcome.track("receipt") == "received"


def test_case_S61_nothing_more_than_what_came_is_invoiceable_after_closing() -> None:
    outcome = assess(HUNDRED, PART, invoice("R1", line("1", 50, of="10", price="1.00")), decisions=[CLOSE])
    assert outcome.line().open_to_invoice == 0
    assert figures(outcome.deviation("invoiced_not_received"))[2] == 10


def test_case_S62_an_invoice_for_all_never_closes_the_receipt() -> None:
    outcome = assess(HUNDRED, PART, invoice("R1", line("1", 100, of="10", price="1.00")))
    assert outcome.status() == "invoiced"
    assert outcome.track("receipt") == "partially_received"
    assert outcome.line().open_to_receive == 60


def test_case_S63_a_credit_note_reversed_leaves_the_invoice_as_it_was() -> None:
    billed = invoice("R1", line("1", 10, of="10", price="10.00"))
    credit = credit_note("G1", line("1", 10, of="10", price="10.00"), invoice_references=["R1"])
    undone = credit_note("G2", on="2026-04-12", cancels=["G1"])
    before, credited, after = assess(TEN, billed), assess(TEN, billed, credit), assess(TEN, billed, credit, undone)
    assert credited.status() == "pending"
    assert after.line() == before.line()
    assert after.every_deviation == before.every_deviation


PACKED = receipt("WE1", line("1", 10, of="10"), line("2", 2, item="EPAL", unit="XPX", name="Europalette"))


@pytest.mark.parametrize(
    "undone",
    [
        pytest.param(receipt("WE2", cancels=["WE1"], on="2026-04-02"), id="by reference"),
        pytest.param(receipt("WE1", cancels=["WE1"], on="2026-04-02"), id="withdrawn"),
    ],
)
def test_case_S64_a_receipt_reversed_takes_goods_and_packaging_back(undone: Document) -> None:
    assert assess(TEN, PACKED).line().received == 10
    outcome = assess(TEN, PACKED, undone)
    assert outcome.line().received == outcome.line().returned == 0
    assert outcome.allocated("WE1") == []
    assert outcome.unmatched == ()
    assert outcome.status() == "pending"


def test_case_S65_an_invoice_replaced_leaves_no_exception_behind() -> None:
    wrong = invoice("R1", line("1", 10, of="10", price="11.00"), line("2", 1, of="99", price="5.00"))
    right = invoice(
        "R2", line("1", 10, of="10", price="10.00"), type_code="384", invoice_references=["R1"], on="2026-04-01"
    )
    came = receipt("WE1", line("1", 10, of="10"))
    assert {"price_over", "line_unmatched"} <= assess(TEN, came, wrong).codes
    outcome = assess(TEN, came, wrong, right)
    assert outcome.every_deviation == ()
    assert outcome.unmatched == ()
    assert outcome.status() == "invoiced"
    assert outcome.reason(wrong) == "replaced"


def test_case_S61_closing_is_seen_where_receipts_are_not_tracked() -> None:
    shipped = despatch("LS1", line("1", 37, of="10"))
    outcome = assess(FORTY, shipped, policy=policy(receipt=False), decisions=[CLOSE])
    assert outcome.status() == "shipped"
    assert outcome.line().closed_short == 3


def test_case_S61_invoicing_is_closed_by_itself() -> None:
    closed = decide("close", order_line="10", track="invoicing")
    outcome = assess(HUNDRED, PART, invoice("R1", line("1", 30, of="10", price="1.00")), decisions=[closed])
    assert outcome.line().open_to_invoice == 0
    assert outcome.line().open_to_receive == 60
    assert outcome.track("receipt") == "partially_received"
