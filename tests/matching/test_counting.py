"""Which documents count: what takes another away, and what stands for another."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import permutations

import pytest
from msgspec.structs import replace

from matching import assess
from orders.assessment import Assessment, NotCounted
from orders.document import Document, OrderReference, Party, PartyId, PaymentAccount, Standing, Totals
from orders.policy import Policy
from orders.wording import LANGUAGES, texts
from tests.matching.build import (
    assessed,
    case,
    credit,
    decide,
    deviation,
    filed,
    for_line,
    invoice,
    line,
    order,
    response,
    the_line,
    the_order,
)

TEN = order(line("10", quantity=10, unit_price=10, buyer_item="A"))


def reasons(*documents: Document, **rest) -> list[str | None]:
    """Why each document does not count, in the order given."""
    found = {one.document: one for one in assessed(TEN, *documents, **rest).documents}
    told = [found[one.id] for one in filed(documents)]
    return [None if one.reason is None else one.reason.value for one in told]


def bill(quantity: int = 10, name: str = "R1", **fields) -> Document:
    return invoice(for_line("10", quantity, line_amount=quantity * 10), name=name, **fields)


def test_a_withdrawal_that_is_withdrawn_has_no_effect() -> None:
    first = bill(name="R1", issue_date="04-01")
    stop = bill(name="S1", issue_date="04-02", cancels=("R1",))
    stop_the_stop = bill(name="S2", issue_date="04-03", cancels=("S1",))
    assert reasons(first, stop) == ["cancelled", "cancelled"]
    assert reasons(first, stop, stop_the_stop) == [None, "cancelled", "cancelled"]


def test_what_was_replaced_comes_back_when_its_successor_is_cancelled_but_not_when_that_is_replaced() -> None:
    first, second = bill(name="R1", issue_date="04-01"), bill(9, name="R2", issue_date="04-02", replaces=("R1",))
    assert reasons(first, second) == ["replaced", None]
    third = bill(8, name="R3", issue_date="04-03", replaces=("R2",))
    assert reasons(first, second, third) == ["replaced", "replaced", None]
    stop = bill(name="S2", issue_date="04-03", cancels=("R2",))
    assert reasons(first, second, stop) == [None, "cancelled", "cancelled"]


def test_a_number_of_several_years_means_that_of_the_last_year_before() -> None:
    old = bill(4, name="1", issue_date="04-01")
    older = replace(old, issue_date=date(2025, 4, 1))
    stop = bill(name="S", issue_date="04-02", cancels=("1",))
    assert reasons(older, old, stop) == [None, "cancelled", "cancelled"]


def test_a_draft_replaces_nothing() -> None:
    assert reasons(bill(), bill(9, name="R2", replaces=("R1",), standing=Standing.DRAFT)) == [None, "draft"]


def test_of_duplicates_the_one_that_names_its_order_counts() -> None:
    bare = invoice(line("1", quantity=10, line_amount=100), name="R1", order_references=())
    full = bill()
    for papers in permutations((bare, full)):
        found = assessed(TEN, *papers, keys={"4500017"})
        assert the_line(found).invoiced == 10


def test_another_account_makes_a_duplicate_a_conflict() -> None:
    ours = bill(payment_accounts=(PaymentAccount(iban="DE02120300000000202051"),))
    theirs = bill(payment_accounts=(PaymentAccount(iban="GB33BUKB20201555555555"),), format="pdf")
    assert sorted(map(str, reasons(ours, theirs))) == ["None", "conflicting"]


def test_what_only_one_of_two_states_is_no_difference() -> None:
    known = invoice(for_line("10", 10, unit_price=10, line_amount=100, buyer_item="A", name="Schraube"), name="R1")
    short = invoice(line("1", quantity="10.00", line_amount="100.0"), name="r-1", issue_date="03-25", currency=None)
    assert sorted(map(str, reasons(known, short))) == ["None", "duplicate"]


def test_an_answer_sent_anew_under_its_number_is_a_newer_answer_and_no_conflict() -> None:
    first = response(for_line("10", 8), name="AB", issue_date="03-03")
    anew = response(for_line("10", 9), name="AB", issue_date="03-05")
    assert reasons(first, anew) == [None, None]
    assert the_line(assessed(TEN, first, anew)).confirmed == 9
    again = response(for_line("10", 9), name="AB", issue_date="03-03")
    assert sorted(map(str, reasons(first, again))) == ["None", "conflicting"]


def test_a_person_who_accepts_a_conflict_lets_both_count() -> None:
    first, second = bill(6, issue_date="04-01"), bill(4, issue_date="04-02")
    (late,) = [one.id for one in filed([second])]
    accepted = decide("accept", code="conflicting_document", document=late)
    assert reasons(first, second) == [None, "conflicting"]
    assert the_line(assessed(TEN, first, second, decisions=[accepted])).invoiced == 10


def test_the_ids_of_the_buyer_identify_no_supplier() -> None:
    own = PartyId(scheme="0088", value="4000001000005")
    buyer = Party(name="Muster AG", ids=(own,))
    ordered = order(line("10", quantity=10), buyer=buyer, supplier=Party(name="ACME GmbH", ids=(own,)))
    foreign = bill(supplier=Party(name="Birke KG", ids=(own,)), buyer=buyer)
    found = assessed(ordered, foreign)
    assert deviation(found, "supplier_mismatch").document_number == "R1"


def test_a_case_without_orders_answers_for_documents_that_name_none() -> None:
    stray = invoice(line("1", quantity=1, line_amount=5), order_references=())
    found = assessed(stray)
    assert [(one.code, one.document_line) for one in found.unmatched] == [("line_unmatched", "1")]
    assert [one.counted for one in found.documents] == [True]


def test_context_is_not_listed_and_not_judged() -> None:
    foreign = invoice(line("1", quantity=1, line_amount=5), order_references=(OrderReference(number="999"),))
    found = assessed(TEN, foreign, keys={"4500017"})
    assert [one.type for one in found.documents] == ["order"]
    assert found.unmatched == ()
    assert found.deviations == ()


def header_only(name: str, amount: int, kind: Callable[..., Document] = invoice, **fields) -> Document:
    return kind(name=name, totals=Totals(net=Decimal(amount), gross=Decimal(amount)), **fields)


def test_a_credit_note_without_lines_takes_back_the_whole_invoice_that_it_comes_to() -> None:
    undo = header_only("G1", 100, credit, invoice_references=("R1",))
    found = assessed(TEN, bill(), undo)
    assert (the_line(found).invoiced, the_line(found).invoiced_amount) == (0, 0)
    assert the_order(found).status == "pending"
    assert [one.rule for one in the_line(found).allocations] == ["line_reference", "credited_invoice"]


def test_a_credit_note_without_lines_over_less_counts_by_value() -> None:
    found = assessed(TEN, bill(), header_only("G1", 30, credit, invoice_references=("R1",)))
    assert the_line(found).invoiced == 10
    assert [one.amount for one in the_order(found).header_allocations] == [-30]


def test_an_invoice_without_lines_is_shared_out_over_its_orders_by_what_they_are_worth() -> None:
    other = order(line("10", quantity=10, unit_price=20), name="4500018")
    both = header_only("R9", 100, order_references=(OrderReference(number="4500017"), OrderReference(number="4500018")))
    found: Assessment = assessed(TEN, other, both)
    parts = [one.amount for each in found.orders for one in each.header_allocations]
    assert parts == [Decimal("33.33"), Decimal("66.67")]
    assert {each.status for each in found.orders} == {"partially_invoiced"}


@pytest.mark.parametrize("reason", list(NotCounted))
def test_every_reason_is_one_of_those_that_users_know(reason: NotCounted) -> None:
    assert all(getattr(texts()[f"reason.{reason}"], language) for language in LANGUAGES)


def test_an_empty_case_is_an_empty_assessment() -> None:
    assert assess(case(), Policy()) == Assessment()
