"""What a person decided holds while what they saw stays the same, and no longer."""

from typing import Any

import pytest
from msgspec.structs import replace

from orders.fingerprint import fingerprint
from tests.matching.build import (
    assessed,
    decide,
    deviation,
    for_line,
    invoice,
    line,
    order,
    receipt,
    response,
    the_line,
)

TEN = order(line("10", quantity=10, unit_price=10))
CAME = receipt(for_line("10", 10))
DEAR = invoice(for_line("10", 10, unit_price=11, line_amount=110))


def test_a_decision_on_what_has_changed_since_does_not_hold() -> None:
    seen = fingerprint(deviation(assessed(TEN, CAME, DEAR), "price_over"))
    accepted = decide("accept", code="price_over", order_line="10", seen=seen)
    assert deviation(assessed(TEN, CAME, DEAR, decisions=[accepted]), "price_over").state == "accepted"
    dearer = invoice(for_line("10", 10, unit_price=12, line_amount=120))
    assert deviation(assessed(TEN, CAME, dearer, decisions=[accepted]), "price_over").state == "open"


def test_what_a_person_saw_does_not_depend_on_what_they_decided() -> None:
    open_one = deviation(assessed(TEN, CAME, DEAR), "price_over")
    accepted = decide("accept", code="price_over", order_line="10")
    assert fingerprint(deviation(assessed(TEN, CAME, DEAR, decisions=[accepted]), "price_over")) == fingerprint(
        open_one
    )


@pytest.mark.parametrize("field", ["order", "order_line", "document", "document_line", "currency"])
def test_every_part_of_what_was_seen_counts(field: str) -> None:
    seen = deviation(assessed(TEN, CAME, DEAR), "price_over")
    changed: dict[str, Any] = {field: "other"}
    assert fingerprint(replace(seen, **changed)) != fingerprint(seen)


def test_a_decision_that_names_neither_order_nor_document_is_about_nothing() -> None:
    accepted = decide("accept", code="price_over", order=None)
    assert deviation(assessed(TEN, CAME, DEAR, decisions=[accepted]), "price_over").state == "open"


def test_accepting_more_than_was_ordered_makes_that_the_target() -> None:
    answer = response(for_line("10", 12))
    accepted = decide("accept", code="quantity_changed", order_line="10")
    assert the_line(assessed(TEN, answer)).target == 10
    found = the_line(assessed(TEN, answer, decisions=[accepted]))
    assert (found.target, found.closed_short, found.status) == (12, 0, "confirmed")


def test_an_accepted_price_is_the_one_that_bills_are_compared_with() -> None:
    answer = response(for_line("10", 10, unit_price=11))
    accepted = decide("accept", code="price_changed", order_line="10")
    assert [one.code for one in assessed(TEN, answer, CAME, DEAR, decisions=[accepted]).deviations] == ["price_changed"]


def test_the_newest_assignment_without_a_quantity_takes_all() -> None:
    two = order(line("10", quantity=10), line("20", quantity=10))
    stray = invoice(line("1", quantity=5, line_amount=5))
    document = assessed(two, stray).unmatched[0].document
    said = [
        decide("assign", id=n, document=document, document_line="1", order_line=to) for n, to in ((1, "10"), (2, "20"))
    ]
    found = assessed(two, stray, decisions=said)
    assert (the_line(found, "10").invoiced, the_line(found, "20").invoiced) == (0, 5)


def test_assignments_with_quantities_share_a_line() -> None:
    two = order(line("10", quantity=10), line("20", quantity=10))
    stray = invoice(line("1", quantity=5, line_amount=50))
    document = assessed(two, stray).unmatched[0].document
    said = [
        decide("assign", id=n, document=document, document_line="1", order_line=to, quantity=quantity)
        for n, to, quantity in ((1, "10", 2), (2, "20", 2))
    ]
    found = assessed(two, stray, decisions=said)
    assert [(the_line(found, name).invoiced, the_line(found, name).invoiced_amount) for name in ("10", "20")] == [
        (2, 20),
        (2, 20),
    ]
    assert [(one.quantity, one.amount) for one in found.unmatched] == [(1, 10)]


def test_the_status_of_a_line_can_be_overridden_by_itself() -> None:
    found = assessed(TEN, decisions=[decide("status", order_line="10", status="invoiced")])
    assert (the_line(found).status, the_line(found).override) == ("invoiced", True)
    assert found.orders[0].status == "pending"


def test_a_status_that_nobody_knows_overrides_nothing() -> None:
    found = assessed(TEN, decisions=[decide("status", status="half done")])
    assert found.orders[0].status == "pending"
