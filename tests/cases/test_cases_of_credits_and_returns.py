"""Worked cases: over-billing, returns and credit notes."""

from decimal import Decimal
from itertools import permutations

import pytest

from orders.document import Document
from orders.wording import LANGUAGES, say
from tests.cases.build import PO, credit_note, despatch, invoice, line, order, policy, receipt, within
from tests.cases.outcome import assess, figures, money

TEN = order(PO, line("10", 10, price="10.00"))
CAME = receipt("WE1", line("1", 10, of="10"))
BILLED = invoice("R1", line("1", 10, of="10", price="10.00"))


def returned(quantity: int, number: str = "RS1", on: str = "2026-04-05") -> Document:
    return receipt(number, line("1", -quantity, of="10"), on=on)


def credited(quantity: int, number: str = "G1", on: str = "2026-04-10", **fields: object) -> Document:
    return credit_note(number, line("1", quantity, of="10", price="10.00"), on=on, invoice_references=["R1"], **fields)


def test_case_S30_what_is_returned_and_credited_is_neither_received_nor_invoiced() -> None:
    outcome = assess(TEN, CAME, BILLED, returned(3), credited(3))
    assert (outcome.line().received, outcome.line().invoiced, outcome.line().returned) == (7, 7, 3)
    assert (outcome.line().open_to_receive, outcome.line().open_to_invoice) == (3, 3)
    assert outcome.tracks()["receipt"] == "partially_received"
    assert outcome.tracks()["invoicing"] == "partially_invoiced"
    assert "credit_expected" not in outcome.codes


def test_case_S31_a_return_without_credit_note_waits_for_one() -> None:
    outcome = assess(
        order(PO, line("10", 100, price="2.50")),
        receipt("WE1", line("1", 100, of="10")),
        invoice("R1", line("1", 100, of="10", price="2.50")),
        returned(1),
    )
    expected = outcome.deviation("credit_expected")
    assert figures(expected)[2] == 1
    assert money(expected) == Decimal("2.50")
    assert "credit_expected" not in assess(TEN, CAME, BILLED).codes


@pytest.mark.parametrize(("credit_day", "return_day"), [("2026-04-03", "2026-04-08"), ("2026-04-08", "2026-04-03")])
def test_case_S32_credit_and_return_may_come_in_either_order(credit_day: str, return_day: str) -> None:
    outcome = assess(TEN, CAME, BILLED, returned(5, on=return_day), credited(5, on=credit_day))
    assert (outcome.line().received, outcome.line().invoiced) == (5, 5)
    assert outcome.tracks() == assess(TEN, CAME, BILLED, returned(5), credited(5)).tracks()
    assert {"credit_expected", "invoiced_not_received", "received_not_invoiced"} & outcome.codes == set()


def test_case_S33_goods_that_come_again_are_already_invoiced() -> None:
    again = receipt("WE3", line("1", 10, of="10"), on="2026-04-09")
    outcome = assess(TEN, CAME, BILLED, returned(10), again)
    assert (outcome.line().received, outcome.line().invoiced) == (10, 10)
    assert outcome.status() == "invoiced"
    assert {"received_not_invoiced", "credit_expected", "quantity_over_ordered"} & outcome.codes == set()


def test_case_S34_what_is_left_to_invoice_knows_every_return() -> None:
    outcome = assess(TEN, CAME, returned(3), returned(2, "RS2", "2026-04-06"))
    assert (outcome.line().received, outcome.line().returned) == (5, 5)
    assert figures(outcome.deviation("received_not_invoiced"))[2] == 5
    assert money(outcome.deviation("received_not_invoiced")) == 50


EIGHTY = order(PO, line("10", 80, price="1.00"))
REFUSED = receipt("WE1", line("1", 80, of="10", rejected_quantity=20))


def test_case_S35_goods_refused_do_not_fill_the_order() -> None:
    outcome = assess(EIGHTY, REFUSED)
    assert (outcome.line().received, outcome.line().rejected) == (80, 20)
    assert outcome.line().open_to_receive == 20
    assert outcome.status() == "partially_received"
    refused = outcome.deviation("goods_rejected")
    assert figures(refused)[2] == 20
    assert money(refused) == 20


def test_case_S35_the_return_of_refused_goods_takes_nothing_twice() -> None:
    outcome = assess(EIGHTY, REFUSED, returned(20))
    assert (outcome.line().received, outcome.line().rejected, outcome.line().returned) == (60, 0, 20)
    assert outcome.line().open_to_receive == 20


def test_case_S35_refused_goods_fill_the_order_where_that_is_wanted() -> None:
    outcome = assess(EIGHTY, REFUSED, policy=policy(rejected_goods_fill=True))
    assert outcome.status() == "received"
    assert outcome.line().open_to_receive == 0


@pytest.mark.parametrize("second", [3, 2])
def test_case_S36_two_partial_credit_notes_of_one_day_both_count(second: int) -> None:
    first, other = credited(2, "G1"), credited(second, "G2")
    outcome = assess(TEN, BILLED, first, other)
    assert outcome.line().invoiced == 10 - 2 - second
    assert outcome.counted(first)
    assert outcome.counted(other)
    assert {"duplicate", "conflicting_document"} & outcome.codes == set()


NOTES = [
    pytest.param(credit_note("G1", line("1", 3, of="10", price="10.00")), id="credit note, positive"),
    pytest.param(credit_note("G1", line("1", -3, of="10", price="10.00")), id="credit note, negative"),
    pytest.param(invoice("G1", line("1", -3, of="10", price="10.00"), on="2026-04-10"), id="invoice, negative"),
]


@pytest.mark.parametrize("note", NOTES)
def test_case_S37_a_credit_reduces_whatever_its_sign(note: Document) -> None:
    outcome = assess(TEN, BILLED, note)
    assert outcome.line().invoiced == 7
    assert outcome.line().invoiced_amount == 70
    (allocation,) = outcome.allocated("G1")
    assert (allocation.quantity, allocation.amount) == (-3, -30)


def test_case_S37_a_credit_note_may_both_credit_and_charge() -> None:
    both = credit_note("G1", line("1", 4, of="10", price="10.00"), line("2", -1, of="10", price="10.00"))
    assert assess(TEN, BILLED, both).line().invoiced == 7


def test_case_S38_more_money_for_the_same_quantity_is_said_of_the_price() -> None:
    outcome = assess(TEN, CAME, invoice("R1", line("1", 10, of="10", price="12.00")))
    over = outcome.deviation("price_over")
    assert figures(over) == (10, 12, 2)
    assert money(over) == 20
    assert "quantity_over_ordered" not in outcome.codes
    assert [say(over.message, language) for language in LANGUAGES] == [
        "Rechnung R1, Zeile 1: Preis 12,00 statt 10,00 je Stk, zu hoch um 20,00 EUR.",
        "invoice R1, line 1: price 12.00 instead of 10.00 per pcs, too high by 20.00 EUR.",
        "facture R1, ligne 1 : prix de 12,00 au lieu de 10,00 par pce, trop élevé de 20,00 EUR.",
    ]


@pytest.mark.parametrize(
    ("price", "allowed", "seen"),
    [
        ("10.049", within(0), True),
        ("10.0001", within(0), True),
        ("10.10", within(1), False),
        ("10.1001", within(1), True),
    ],
)
def test_case_S38_over_billing_is_checked_with_full_precision(price: str, allowed, seen: bool) -> None:
    outcome = assess(
        order(PO, line("10", 1000, price="10.00")),
        receipt("WE1", line("1", 1000, of="10")),
        invoice("R1", line("1", 1000, of="10", price=price)),
        policy=policy(price_over=allowed),
    )
    assert ("price_over" in outcome.codes) is seen


@pytest.mark.parametrize(
    "bonus",
    [
        pytest.param(line("1", of="10", line_amount="8.00"), id="no quantity"),
        pytest.param(line("1", 0, of="10", line_amount="8.00"), id="quantity 0"),
    ],
)
def test_case_S39_a_credit_of_price_only_leaves_the_quantity_invoiced(bonus) -> None:
    outcome = assess(TEN, CAME, BILLED, credit_note("G1", bonus, invoice_references=["R1"]))
    assert (outcome.line().invoiced, outcome.line().invoiced_amount) == (10, 92)
    assert outcome.status() == "invoiced"
    (allocation,) = outcome.allocated("G1")
    assert not allocation.quantity
    assert allocation.amount == -8


def test_credit_before_or_after_any_order_of_arrival_is_the_same() -> None:
    papers = (TEN, CAME, BILLED, returned(3), credited(3), despatch("LS1", line("1", 10, of="10")))
    first = assess(*papers)
    for arrival in permutations(papers, len(papers)):
        assert assess(*arrival).answers == first.answers
