"""What made a status is named, and what is missing for the next one is said."""

from tests.cases.build import PO, decide, file_id, invoice, line, order, receipt, response
from tests.cases.outcome import Outcome, assess

TEN = order(PO, line("10", 10, price="10.00"))


def missing(outcome: Outcome) -> list[str]:
    return [one.code for one in outcome.order().missing]


def test_an_order_by_value_that_was_confirmed_waits_for_its_invoice() -> None:
    outcome = assess(order(PO, line("10", line_amount="500.00")), response("AB1", says="accepted"))
    assert outcome.status() == "confirmed"
    assert missing(outcome) != []


def test_a_pending_order_waits_for_an_answer_and_a_shipped_one_for_its_receipt() -> None:
    assert missing(assess(TEN)) != []
    assert missing(assess(TEN, receipt("WE1", line("1", 10, of="10")))) != missing(assess(TEN))


def test_nothing_is_missing_of_what_is_done() -> None:
    came, billed = receipt("WE1", line("1", 10, of="10")), invoice("R1", line("1", 10, of="10", price="10.00"))
    assert missing(assess(TEN, response("AB1", says="accepted"), came, billed)) == []


def test_a_response_that_a_person_assigned_to_another_order_is_listed_there() -> None:
    other = order("4500018", line("10", 4, price="1.00"))
    answer = response("AB1", line("1", 10), order="4500018")
    put = decide("assign", document=answer, document_line="1", order_line="10")
    outcome = assess(TEN, other, answer, decisions=[put])
    assert outcome.line("10").confirmed == 10
    assert file_id(answer) in outcome.order().documents
