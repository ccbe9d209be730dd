"""A price, a charge or a total that was put right by credits is none to look at any more; a credit note that is due is
expected.
"""

from decimal import Decimal

import pytest

from orders.document import Document
from orders.policy import Policy
from tests.cases.build import PO, POLICY, credit_note, invoice, line, order, policy, receipt, within, without_lines
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


FREIGHT = {"amount": "12.00", "text": "Freight"}
PARCEL = line("2", 1, name="Verpackung", price="8.00")
GOODS = line("1", 10, item="A-1", of="10", price="2.00")
CHARGED = invoice("R1", GOODS, PARCEL, charges=[FREIGHT])


def at_stake(*documents: Document) -> list[Decimal]:
    """The charges that nobody ordered."""
    found = assess(ORDERED, CAME, CHARGED, *documents).deviations("charge_not_ordered")
    return sorted(one.amount for one in found if one.amount is not None)


def test_a_charge_that_was_credited_is_settled_and_what_is_left_of_it_is_not() -> None:
    assert at_stake() == [8, 12]
    freight = credit_note("G1", charges=[FREIGHT], totals={"net": "12.00", "gross": "12.00"}, invoice_references=NAMED)
    parcel = credit_note("G2", line("1", 1, name="Verpackung", price="8.00"), invoice_references=NAMED)
    part = credit_note("G3", line("1", 1, name="Verpackung", price="3.00"), invoice_references=NAMED)
    assert at_stake(freight) == [8]
    assert at_stake(freight, parcel) == []
    assert sum(at_stake(part)) == 17
    assert at_stake(credit_note("G4", line("1", 1, name="Verpackung", price="8.00"))) == [8, 12], "it names no invoice"
    taken_back = credit_note("G5", line("1", -1, name="Verpackung", price="8.00"), invoice_references=("G2",))
    assert at_stake(freight, parcel, taken_back) == [8]


WRONG = invoice(
    "R1",
    line("1", 10, item="A-1", of="10", price="2.00", line_amount="21.00"),
    charges=[FREIGHT],
    totals={"lines": "21.00", "net": "40.00", "tax": "7.00", "gross": "47.50"},
)


@pytest.mark.parametrize(
    "totals",
    [
        pytest.param({"net": "40.00", "gross": "47.50"}, id="with taxes"),
        pytest.param({"net": "40.00"}, id="without taxes"),
        pytest.param({"net": "-40.00", "gross": "-47.50"}, id="negative"),
    ],
)
def test_an_invoice_that_was_credited_in_full_leaves_nothing_of_its_charges_and_totals(totals: dict[str, str]) -> None:
    wrong = {"total_mismatch", "line_amount_mismatch", "charge_not_ordered"}
    assert wrong <= assess(ORDERED, CAME, WRONG).codes
    back = credit_note("G1", totals=totals, invoice_references=NAMED)
    assert not wrong & assess(ORDERED, CAME, WRONG, back).codes
    less = credit_note("G1", totals={"net": "39.00", "gross": "46.31"}, invoice_references=NAMED)
    assert wrong <= assess(ORDERED, CAME, WRONG, less).codes


def test_an_invoice_without_lines_that_was_credited_in_full_waits_for_no_lines() -> None:
    bill = without_lines("R1", "20.00")
    back = credit_note("G1", totals={"net": "20.00", "gross": "20.00"}, invoice_references=NAMED)
    asked = assess(ORDERED, CAME, bill)
    assert "header_only_invoice" in asked.codes
    assert "missing.invoice_lines" in {one.code for one in asked.order().missing}
    outcome = assess(ORDERED, CAME, bill, back)
    assert (outcome.track("invoicing"), outcome.codes) == ("none", {"received_not_invoiced"})
    assert "missing.invoice_lines" not in {one.code for one in outcome.order().missing}
