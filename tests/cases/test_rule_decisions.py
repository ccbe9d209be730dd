"""Decisions: what a person said holds through every recomputation."""

import pytest

from tests.cases.build import PO, decide, despatch, file_id, invoice, line, order, receipt, response
from tests.cases.outcome import assess

TEN = order(PO, line("10", 10, price="10.00"), line("20", 5, price="3.00"))
CAME = receipt("WE1", line("1", 10, of="10"), line("2", 5, of="20"))
DEAR = invoice("R1", line("1", 10, of="10", price="11.00"), line("2", 5, of="20", price="4.00"))


@pytest.mark.parametrize(("kind", "state"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_deviation_that_a_person_judged_says_so(kind: str, state: str) -> None:
    decision = decide(kind, code="price_over", order_line="10", document=DEAR, number=42)
    outcome = assess(TEN, CAME, DEAR, decisions=[decision])
    judged, other = outcome.deviation("price_over", line="10"), outcome.deviation("price_over", line="20")
    assert (judged.state, judged.decision) == (state, 42)
    assert (other.state, other.decision) == ("open", None)


def test_the_last_word_holds() -> None:
    words = [
        decide("accept", code="price_over", order_line="10", number=1, on="2026-04-01T10:00:00"),
        decide("reject", code="price_over", order_line="10", number=2, on="2026-04-02T10:00:00"),
    ]
    for said in (words, words[::-1]):
        judged = assess(TEN, CAME, DEAR, decisions=said).deviation("price_over", line="10")
        assert (judged.state, judged.decision) == ("rejected", 2)


def test_accepting_a_line_or_a_whole_order_reaches_what_it_names() -> None:
    outcome = assess(TEN, CAME, DEAR, decisions=[decide("accept", code="price_over")])
    assert {one.state for one in outcome.deviations("price_over")} == {"accepted"}


def test_accepting_a_date_makes_it_the_day_that_counts() -> None:
    dated = order(PO, line("10", 10, price="10.00", requested_date="2026-03-28"))
    answer = response("AB1", line("1", 10, of="10", promised_date="2026-04-10"))
    decision = decide("accept", code="date_changed", order_line="10", document=answer)
    late = assess(dated, answer, receipt("WE1", line("1", 10, of="10"), on="2026-04-09"))
    assert "late_receipt" in late.codes
    agreed = assess(dated, answer, receipt("WE1", line("1", 10, of="10"), on="2026-04-09"), decisions=[decision])
    assert "late_receipt" not in agreed.codes


def test_an_assignment_of_part_leaves_the_rest_unmatched() -> None:
    stray = invoice("R1", line("1", 8, price="10.00", name="?"))
    part = decide("assign", document=stray, document_line="1", order_line="10", quantity=5)
    outcome = assess(TEN, stray, decisions=[part])
    assert [(one.order_line, one.quantity) for one in outcome.allocated("R1")] == [("10", 5)]
    assert [one.quantity for one in outcome.unmatched_of("R1")] == [3]


def test_an_assignment_goes_before_every_rung() -> None:
    wrong = invoice("R1", line("1", 5, of="10", price="3.00"))
    moved = decide("assign", document=wrong, document_line="1", order_line="20")
    outcome = assess(TEN, wrong, decisions=[moved])
    assert (outcome.line("10").invoiced, outcome.line("20").invoiced) == (0, 5)


def test_an_override_names_the_decision_and_what_it_hides() -> None:
    outcome = assess(TEN, CAME, decisions=[decide("status", status="invoiced", number=9)])
    assert (outcome.status(), outcome.order().derived_status, outcome.order().override) == ("invoiced", "received", 9)


def test_a_decision_on_another_order_changes_nothing() -> None:
    foreign = decide("close", order_line="10", order="4500018@hansenmaschinenbau")
    assert assess(TEN, CAME, decisions=[foreign]).answers[0][1] == assess(TEN, CAME).answers[0][1]


def test_a_document_without_order_belongs_where_a_person_puts_it() -> None:
    stray = invoice("R1", line("1", 8, price="10.00"), order=None)
    put = decide("assign", document=stray, document_line="1", order_line="10")
    outcome = assess(TEN, stray, decisions=[put])
    assert outcome.line("10").invoiced == 8
    assert outcome.counted(stray)
    assert file_id(stray) in outcome.order().documents


def test_what_refers_to_an_assigned_line_follows_it() -> None:
    sent = despatch("LS1", line("1", 8), order=None)
    came_of_it = receipt("WE1", line("1", 8, despatch_number="LS1", despatch_line="1"), order=None)
    put = decide("assign", document=sent, document_line="1", order_line="10")
    outcome = assess(TEN, sent, came_of_it, decisions=[put])
    assert (outcome.line("10").shipped, outcome.line("10").received) == (8, 8)
    assert {file_id(sent), file_id(came_of_it)} <= set(outcome.order().documents)
    assert outcome.counted(came_of_it)
