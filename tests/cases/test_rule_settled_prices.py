"""A price that was put right by a credit is none to look at any more; a credit note that is due is expected."""

import pytest

from orders.document import Document
from orders.policy import Policy
from tests.cases.build import PO, POLICY, credit_note, invoice, line, order, policy, receipt, within
from tests.cases.outcome import assess

ORDERED = order(PO, line("10", 10, item="A-1", price="2.00"))
CAME = receipt("WE1", line("1", 10, of="10"))
DEAR = invoice("R1", line("1", 10, of="10", price="2.50", line_amount="25.00"))
NAMED = ("R1",)


def codes(*documents: Document, rules: Policy = POLICY) -> set[str]:
    return assess(ORDERED, CAME, DEAR, *documents, policy=rules).codes


def test_case_S65_an_invoice_that_was_credited_and_written_anew_leaves_no_exception() -> None:
    back = credit_note("G1", line("1", 10, of="10", price="2.50", line_amount="25.00"), invoice_references=NAMED)
    anew = invoice("R2", line("1", 10, of="10", price="2.00", line_amount="20.00"))
    outcome = assess(ORDERED, CAME, DEAR, back, anew)
    assert (outcome.status(), outcome.codes) == ("invoiced", set())


def test_a_credit_that_is_taken_back_makes_the_price_too_high_again() -> None:
    back = credit_note("G1", line("1", 10, of="10", price="2.50", line_amount="25.00"), invoice_references=NAMED)
    again = credit_note("G2", line("1", -10, of="10", price="2.50", line_amount="-25.00"), invoice_references=("G1",))
    assert "price_over" not in codes(back)
    assert "price_over" in codes(back, again)


@pytest.mark.parametrize(("credited", "seen"), [("5.00", False), ("4.00", True), ("6.00", False)])
def test_a_credit_of_the_difference_settles_the_price(credited: str, seen: bool) -> None:
    less = credit_note("G1", line("1", None, of="10", line_amount=credited), invoice_references=NAMED)
    assert ("price_over" in codes(less, rules=policy(price_under=within(10)))) is seen


def test_a_credit_that_brings_the_price_within_tolerance_settles_it() -> None:
    less = credit_note("G1", line("1", None, of="10", line_amount="4.00"), invoice_references=NAMED)
    assert "price_over" not in codes(less, rules=policy(price_over=within(5)))
    assert "price_over" in codes(less, rules=policy(price_over=within(4)))


def test_a_credit_of_another_invoice_settles_nothing() -> None:
    other = invoice("R7", line("1", 10, of="10", price="2.00", line_amount="20.00"))
    back = credit_note("G1", line("1", 10, of="10", price="2.50", line_amount="25.00"), invoice_references=("R7",))
    assert "price_over" in codes(other, back)
    assert "price_over" in codes(credit_note("G2", line("1", None, of="10", line_amount="5.00")))


@pytest.mark.parametrize("rules", [POLICY, policy(order_response=False, shipping=False)])
def test_case_S31_a_credit_note_that_is_due_is_expected_whatever_the_status(rules: Policy) -> None:
    bill = invoice("R1", line("1", 10, of="10", price="2.00"))
    sent_back = receipt("WE2", line("1", -3, of="10"))
    outcome = assess(ORDERED, CAME, bill, sent_back, policy=rules)
    due = [one.args for one in outcome.order().missing if one.code == "missing.credit"]
    assert [(one["order_line"], one["quantity"]) for one in due] == [("10", "3")]
    credited = credit_note("G1", line("1", 3, of="10", price="2.00"), invoice_references=NAMED)
    settled = assess(ORDERED, CAME, bill, sent_back, credited, policy=rules)
    assert not [one for one in settled.order().missing if one.code == "missing.credit"]
