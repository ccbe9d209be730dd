"""A document without lines that names no order, or one nobody knows, belongs where a person puts it."""

from decimal import Decimal

import pytest

from orders.case import Decision
from orders.document import Document
from orders.references import order_id
from tests.cases.build import (
    BUYER,
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
from tests.cases.outcome import Outcome, assess

TEN = order(PO, line("10", 10, price="10.00"), line("20", 5, price="3.00"))
HERE = order_id(PO, BUYER)
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
    assert counted.evidence.args["why"] == "by phone."


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


OTHER = order("4500018", line("10", 1, price="50.00"))
THERE = order_id("4500018", BUYER)


def part(document: Document, amount: str, number: int, *, to: str = HERE) -> Decision:
    """So much of a bill without lines to an order."""
    return decide("assign", document=document, number=number, order=to, amount=Decimal(amount))


def whole(outcome: Outcome, number: str) -> dict[str, object]:
    """What counts of a bill for each order as a whole."""
    return {one.order: one.amount for one in outcome.allocated(number)}


@pytest.mark.parametrize(
    ("bill", "sign"),
    [
        pytest.param(without_lines("R1", "120.00", order=None), 1, id="invoice"),
        pytest.param(credit_note("R1", order=None, totals={"net": "120.00", "gross": "142.80"}), -1, id="credit note"),
        pytest.param(credit_note("R1", order=None, totals={"net": "-120.00"}), -1, id="credit note, negative"),
        pytest.param(without_lines("R1", "120.00", order="4500019"), 1, id="of an order that nobody knows"),
    ],
)
def test_a_bill_without_lines_is_split_over_orders_by_amounts_and_what_is_left_is_shown(
    bill: Document, sign: int
) -> None:
    given = [part(bill, "90", 1), part(bill, "20.5", 2, to=THERE)]
    for decisions in (given, given[::-1]):
        outcome = assess(TEN, OTHER, bill, decisions=decisions)
        assert whole(outcome, "R1") == {HERE: 90 * sign, THERE: Decimal("20.5") * sign}
        (rest,) = outcome.unmatched_of("R1")
        assert (rest.document_line, rest.amount, rest.code) == (None, Decimal("9.5"), "line_unmatched")
        assert outcome.deviation("line_unmatched").amount == Decimal("9.5")
    everything = assess(TEN, OTHER, bill, decisions=[*given, part(bill, "9.5", 3, to=THERE)])
    assert whole(everything, "R1") == {HERE: 90 * sign, THERE: Decimal("9.5") * sign}, "the newest of an order"
    assert everything.deviation("line_unmatched").amount == Decimal("20.5")


def test_amounts_never_come_to_more_than_the_bill() -> None:
    bill = without_lines("R1", "120.00", order=None)
    outcome = assess(TEN, OTHER, bill, decisions=[part(bill, "90", 1), part(bill, "90", 2, to=THERE)])
    assert whole(outcome, "R1") == {HERE: 90, THERE: 30}
    assert outcome.unmatched_of("R1") == []


def test_a_bill_that_is_put_on_one_order_as_a_whole_is_in_parts_no_more() -> None:
    bill = without_lines("R1", "120.00", order=None)
    said = [part(bill, "90", 1), decide("assign", document=bill, number=2, order=THERE)]
    assert whole(assess(TEN, OTHER, bill, decisions=said), "R1") == {THERE: 120}
    again = assess(TEN, OTHER, bill, decisions=[*said, part(bill, "30", 3)])
    assert (whole(again, "R1"), again.deviation("line_unmatched").amount) == ({HERE: 30}, 90)


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
