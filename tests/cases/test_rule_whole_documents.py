"""A document without lines that names no order, or one nobody knows, belongs where a person puts it."""

import pytest

from tests.cases.build import (
    OTHER_SUPPLIER,
    PO,
    credit_note,
    decide,
    despatch,
    invoice,
    line,
    order,
    receipt,
    response,
    without_lines,
)
from tests.cases.outcome import assess

TEN = order(PO, line("10", 10, price="10.00"), line("20", 5, price="3.00"))
CAME = receipt("WE1", line("1", 10, of="10"), line("2", 5, of="20"))


@pytest.mark.parametrize("names", [None, "4599999"], ids=["no order", "an order that nobody knows"])
def test_an_invoice_without_lines_counts_by_value_where_a_person_puts_it(names: str | None) -> None:
    stray = without_lines("R1", "115.00", order=names)
    before = assess(TEN, CAME, stray)
    assert before.status() == "received"
    assert [one.document_line for one in before.unmatched_of("R1")] == [None]
    put = assess(TEN, CAME, stray, decisions=[decide("assign", document=stray, why="by phone")])
    assert (put.status(), put.unmatched_of("R1")) == ("partially_invoiced", [])
    assert {"order_not_found", "line_unmatched"}.isdisjoint(put.codes)
    (counted,) = put.allocated("R1")
    assert (counted.rule, counted.amount, counted.order_line) == ("decision", 115, "")
    assert counted.evidence.code == "evidence.decision_whole"
    assert counted.evidence.args["why"] == "by phone"


def test_an_invoice_with_lines_takes_its_place() -> None:
    stray = without_lines("R1", "115.00", order=None)
    full = invoice("R1", line("1", 10, of="10", price="10.00"), line("2", 5, of="20", price="3.00"))
    outcome = assess(TEN, CAME, stray, full, decisions=[decide("assign", document=stray)])
    assert (outcome.status(), outcome.reason(stray)) == ("invoiced", "replaced")


def test_a_response_without_lines_answers_the_order_that_it_is_put_on() -> None:
    stray = response("AB1", says="accepted", order=None)
    assert assess(TEN, stray).status() == "pending"
    outcome = assess(TEN, stray, decisions=[decide("assign", document=stray)])
    assert outcome.status() == "confirmed"
    assert {one.rule for one in outcome.allocated("AB1")} == {"decision"}
    assert assess(TEN, response("AB1", says="rejected", order=None)).status() == "pending"


def test_the_newest_word_of_where_a_document_belongs_holds_and_revoking_it_leaves_none() -> None:
    other = order("4500018", line("10", 1, price="50.00"))
    stray = without_lines("R1", "50.00", order=None)
    here = decide("assign", document=stray, number=1)
    there = decide("assign", document=stray, number=2, order="4500018@" + here.order.rpartition("@")[2])  # type: ignore[union-attr]  # it names one
    outcome = assess(TEN, other, stray, decisions=[here, there])
    assert (outcome.status(), outcome.status("4500018")) == ("pending", "partially_invoiced")
    assert assess(TEN, other, stray, decisions=[here]).status() == "partially_invoiced"
    assert assess(TEN, other, stray).status() == "pending"


def test_a_document_of_another_supplier_is_stopped_wherever_it_is_put() -> None:
    stray = without_lines("R1", "115.00", order=None, supplier=OTHER_SUPPLIER)
    put = decide("assign", document=stray, number=1)
    outcome = assess(TEN, CAME, stray, decisions=[put])
    assert (outcome.status(), outcome.reason(stray)) == ("received", "supplier_mismatch")
    counts = decide("count", document=stray, number=2, order=None)
    assert assess(TEN, CAME, stray, decisions=[put, counts]).status() == "partially_invoiced"


def test_a_despatch_advice_without_lines_of_a_known_order_does_not_wait_for_it() -> None:
    outcome = assess(TEN, despatch("LS1"))
    assert (outcome.codes, outcome.status()) == ({"line_unmatched"}, "pending")
    assert assess(despatch("LS1")).codes == {"order_not_found"}


def test_a_credit_note_without_lines_takes_value_off_the_order_that_it_is_put_on() -> None:
    bill = without_lines("R1", "115.00")
    stray = credit_note("G1", order=None, totals={"net": "15.00", "gross": "15.00", "payable": "15.00"})
    outcome = assess(TEN, CAME, bill, stray, decisions=[decide("assign", document=stray)])
    assert [one.amount for one in outcome.allocated("G1")] == [-15]
