"""Returns: whether what went back is open again, by what the documents say, by the option, and by decision."""

from itertools import permutations

import pytest

from orders.document import Document
from tests.cases.build import PO, credit_note, decide, invoice, line, order, policy, receipt
from tests.cases.outcome import Outcome, assess

TEN = order(PO, line("10", 10, price="10.00"))
CAME = receipt("WE1", line("1", 10, of="10"))
BILLED = invoice("R1", line("1", 10, of="10", price="10.00"))


def returned(remedy: str | None = None, quantity: int = 3, on: str = "2026-04-05") -> Document:
    return receipt("RS1", line("1", -quantity, of="10", remedy=remedy), on=on)


def credited(remedy: str | None = None, quantity: int = 3) -> Document:
    return credit_note("G1", line("1", quantity, of="10", price="10.00", remedy=remedy), invoice_references=["R1"])


def open_again(outcome: Outcome) -> tuple[object, object, object]:
    found = outcome.line()
    return (found.open_to_receive, found.open_to_invoice, found.refunded)


def test_case_S30_goods_that_are_to_be_replaced_are_open_again() -> None:
    outcome = assess(TEN, CAME, BILLED, returned("replacement"), credited())
    assert open_again(outcome) == (3, 3, 0)
    assert outcome.status() == "partially_invoiced"


def test_case_S30_goods_that_are_refunded_only_are_not() -> None:
    outcome = assess(TEN, CAME, BILLED, returned("refund"), credited())
    assert open_again(outcome) == (0, 0, 3)
    assert (outcome.line().received, outcome.line().invoiced, outcome.line().target) == (7, 7, 7)
    assert outcome.line().closed_short == 3
    assert (outcome.track("receipt"), outcome.status()) == ("received", "invoiced")
    assert {"credit_expected", "invoiced_not_received", "quantity_over_ordered"} & outcome.codes == set()


def test_a_refund_that_is_not_yet_credited_is_expected() -> None:
    outcome = assess(TEN, CAME, BILLED, returned("refund"))
    assert "credit_expected" in outcome.codes
    assert outcome.track("receipt") == "received"


@pytest.mark.parametrize(("said", "refunded"), [(None, True), ("replacement", False), ("refund", True)])
def test_what_a_return_does_not_say_the_option_says(said: str | None, refunded: bool) -> None:
    outcome = assess(TEN, CAME, BILLED, returned(said), credited(), policy=policy(returns_refunded=True))
    assert open_again(outcome) == ((0, 0, 3) if refunded else (3, 3, 0))


def test_the_credit_may_say_it_where_the_return_does_not() -> None:
    assert open_again(assess(TEN, CAME, BILLED, returned(), credited("refund"))) == (0, 0, 3)
    assert open_again(assess(TEN, CAME, BILLED, returned("refund"), credited("refund"))) == (0, 0, 3)


def test_a_credit_closes_no_more_than_went_back() -> None:
    outcome = assess(TEN, CAME, BILLED, returned(quantity=1), credited("refund", 3))
    assert outcome.line().refunded == 1


def test_without_receipts_the_credit_alone_says_it() -> None:
    outcome = assess(TEN, BILLED, credited("refund"), policy=policy(receipt=False, shipping=False))
    assert (outcome.line().open_to_invoice, outcome.status()) == (0, "invoiced")


def test_refused_goods_that_are_refunded_and_then_sent_back_count_once() -> None:
    refused = receipt("WE1", line("1", 10, of="10", rejected_quantity=4, remedy="refund"))
    assert assess(TEN, refused).line().target == 6
    back = receipt("RS1", line("1", -4, of="10"), on="2026-04-05")
    outcome = assess(TEN, refused, back)
    assert (outcome.line().target, outcome.line().received, outcome.track("receipt")) == (6, 6, "received")


def test_the_return_has_the_last_word_on_what_was_refused() -> None:
    refused = receipt("WE1", line("1", 10, of="10", rejected_quantity=4, remedy="refund"))
    back = receipt("RS1", line("1", -4, of="10", remedy="replacement"), on="2026-04-05")
    assert assess(TEN, refused, back).line().open_to_receive == 4


def test_goods_that_come_all_the_same_count() -> None:
    again = receipt("WE2", line("1", 3, of="10"), on="2026-04-20")
    outcome = assess(TEN, CAME, BILLED, returned("refund"), credited(), again)
    assert (outcome.line().target, outcome.line().refunded, outcome.line().open_to_invoice) == (10, 0, 3)


def test_a_person_may_open_again_what_was_refunded_and_close_what_was_to_be_replaced() -> None:
    reopened = assess(TEN, CAME, returned("refund"), decisions=[decide("reopen", order_line="10")])
    assert reopened.line().open_to_receive == 3
    closed = assess(TEN, CAME, returned("replacement"), decisions=[decide("close", order_line="10")])
    assert closed.line().open_to_receive == 0


def test_refunds_are_the_same_in_any_order_of_arrival() -> None:
    documents = (TEN, CAME, BILLED, returned("refund"), credited())
    found = {open_again(assess(*some)) for some in permutations(documents)}
    assert found == {(0, 0, 3)}
