"""Revisions: in which order they follow each other, and what they make of lines and answers."""

from datetime import time
from decimal import Decimal

import pytest

from matching.paper import papers
from matching.revisions import chain
from orders.document import Charge, Document, DocumentType, LineAction
from tests.matching.build import (
    assessed,
    cancellation,
    change,
    codes,
    day,
    decide,
    deviation,
    filed,
    for_line,
    invoice,
    line,
    order,
    receipt,
    response,
    the_line,
    the_order,
)


def chained(*documents: Document) -> list[str]:
    made = papers(filed(documents))
    orders = [one for one in made if one.type is DocumentType.ORDER]
    changes = [one for one in made if one.type is DocumentType.ORDER_CHANGE]
    return [f"{one.number} {one.document.revision or ''}".strip() for one in chain(orders, changes)]


def test_the_first_revision_is_an_order_whatever_the_dates_say() -> None:
    assert chained(change(name="C1", issue_date="02-01"), order(name="P")) == ["P", "C1"]


def test_revisions_follow_their_dates_and_within_a_type_their_numbers() -> None:
    first, again = order(name="P", revision="1"), order(name="P", revision="2", issue_date="03-15")
    one, two = (change(name=f"C{n}", revision=str(n), issue_date=at) for n, at in ((1, "03-12"), (2, "03-08")))
    assert chained(first, again, one, two) == ["P 1", "C1 1", "C2 2", "P 2"]


def test_a_change_without_a_date_comes_last() -> None:
    assert chained(order(name="P"), change(name="C1", issue_date=None), change(name="C2")) == ["P", "C2", "C1"]


BOTH = order(
    line("10", quantity=10, unit_price=5, requested_date=day("03-28")),
    line("20", quantity=4, unit_price=2),
    revision="1",
)


def test_what_a_change_leaves_out_of_a_line_stays() -> None:
    found = the_line(assessed(BOTH, change(line("10", quantity=12))))
    assert (found.ordered, found.unit_price, found.requested_date) == (12, 5, day("03-28"))


def test_a_changed_price_takes_the_old_amount_away() -> None:
    ordered = order(line("10", quantity=10, unit_price=5, line_amount=50))
    assert the_line(assessed(ordered, change(line("10", unit_price=6)))).ordered_amount == 60


def test_a_changed_name_is_no_change_of_what_was_answered() -> None:
    found = assessed(BOTH, response(response="accepted"), change(line("10", name="Schraube, verzinkt")))
    assert the_line(found).answered
    assert the_line(found).name == "Schraube, verzinkt"


def test_a_line_cancelled_and_ordered_again_is_wanted_again() -> None:
    off = change(line("20", action=LineAction.CANCELLED), name="C1", issue_date="03-10")
    on = change(line("20", quantity=3), name="C2", issue_date="03-11")
    assert the_line(assessed(BOTH, off), "20").deleted
    again = the_line(assessed(BOTH, off, on), "20")
    assert (again.deleted, again.target) == (False, 3)


def test_an_answer_of_the_same_day_answers_the_change_of_that_day() -> None:
    changed = change(line("10", quantity=12), issue_date="03-10", issue_time=time(9))
    answer = response(for_line("10", 12), name="AB2", issue_date="03-10")
    assert the_line(assessed(BOTH, changed, answer)).confirmed == 12
    early = response(for_line("10", 11), name="AB2", issue_date="03-10", issue_time=time(8))
    assert not the_line(assessed(BOTH, changed, early)).answered


def test_an_answer_names_its_change_by_number_or_by_sequence() -> None:
    first = change(line("10", quantity=12), name="C-1", revision="1", issue_date="03-10")
    second = change(line("10", quantity=20), name="C-2", revision="2", issue_date="03-12")
    for named in ("C-2", "c2", "2"):
        answer = response(for_line("10", 20), name="AB2", issue_date="03-01", order_change_references=(named,))
        assert the_line(assessed(BOTH, first, second, answer)).confirmed == 20


def test_charges_of_a_change_take_the_place_of_those_of_the_order() -> None:
    ordered = order(line("10", quantity=10, unit_price=5), charges=(Charge(amount=Decimal(9)),))
    bill = invoice(for_line("10", 10, line_amount=50), charges=(Charge(amount=Decimal(9)),))
    came = receipt(for_line("10", 10))
    assert codes(assessed(ordered, came, bill)) == []
    less = change(charges=(Charge(amount=Decimal(4)),))
    assert deviation(assessed(ordered, less, came, bill), "charge_not_ordered").amount == 5


def test_what_was_shipped_after_an_amendment_is_a_surplus_and_what_before_is_amended_below() -> None:
    before, after = receipt(for_line("10", 6), issue_date="03-05"), receipt(for_line("10", 6), issue_date="03-20")
    less = change(line("10", quantity=4), issue_date="03-10")
    assert {"amended_below_progress"} == set(codes(assessed(BOTH, before, less))) - {"received_not_invoiced"}
    assert {"quantity_over_ordered"} == set(codes(assessed(BOTH, after, less))) - {"received_not_invoiced"}


def test_part_of_an_order_can_be_cancelled() -> None:
    found = assessed(BOTH, cancellation(line("1", order_line="10", quantity=3), line("20")))
    assert (the_line(found, "10").target, the_line(found, "20").target) == (7, 0)
    assert the_line(found, "20").status == "cancelled"
    assert the_order(found).status == "pending"


def test_part_of_an_order_that_came_cannot_be_cancelled_without_a_decision() -> None:
    came, stop = receipt(for_line("10", 10), issue_date="03-05"), cancellation(line("10", quantity=3))
    found = assessed(BOTH, came, stop)
    assert the_line(found).target == 10
    assert deviation(found, "order_cancelled").order_line == "10"
    accepted = decide("accept", code="order_cancelled", order_line="10")
    assert the_line(assessed(BOTH, came, stop, decisions=[accepted])).target == 7


@pytest.mark.parametrize("gone", [order(name="4500017", cancels=("4500017",), issue_date="03-09", revision="9")])
def test_an_order_that_withdraws_itself_is_a_cancellation(gone: Document) -> None:
    assert the_order(assessed(BOTH, gone)).status == "cancelled"


def test_an_order_that_replaces_another_cancels_it() -> None:
    other = order(line("10", quantity=1), name="4500018", replaces=("4500017",), issue_date="03-09")
    statuses = {one.number: one.status.value for one in assessed(BOTH, other).orders}
    assert statuses == {"4500017": "cancelled", "4500018": "pending"}


def test_what_was_returned_and_credited_before_a_cancellation_does_not_hold_it_up() -> None:
    came = receipt(for_line("10", 5), name="W1", issue_date="03-04")
    back = receipt(for_line("10", -5), name="W2", issue_date="03-06")
    assert the_order(assessed(BOTH, came, cancellation(issue_date="03-10"))).status == "partially_received"
    assert the_order(assessed(BOTH, came, back, cancellation(issue_date="03-10"))).status == "cancelled"
