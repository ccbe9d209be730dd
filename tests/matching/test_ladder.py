"""The rungs of the ladder."""

from decimal import Decimal

import pytest

from matching.ladder import RUNGS
from orders.document import Document, OrderReference
from orders.policy import Policy, SupplierPolicy
from orders.wording import LANGUAGES, texts
from tests.matching.build import (
    assessed,
    codes,
    credit,
    day,
    despatch,
    for_line,
    invoice,
    line,
    order,
    receipt,
    response,
    the_line,
    the_order,
)

TWINS = order(
    line("10", quantity=10, unit_price=5, buyer_item="A", requested_date=day("03-28")),
    line("20", quantity=4, unit_price=5, buyer_item="A", requested_date=day("04-10")),
)


def shares(*documents: Document, track: str = "receipt", **rest) -> dict[str, object]:
    """How much of the documents counts for each line of the order."""
    lines = the_order(assessed(*documents, **rest)).lines
    return {one.line: sum(each.quantity or 0 for each in one.allocations if each.track == track) for one in lines}


def item(quantity: int, id: str = "1", **fields):  # noqa: A002 - the field is called id
    return line(id, quantity=quantity, buyer_item="A", **fields)


def test_the_rungs_stand_in_the_order_of_the_rules() -> None:
    assert [rung.__name__ for rung in RUNGS] == [
        "by_decision",
        "by_line_reference",
        "by_credited_invoice",
        "by_item",
        "by_despatch_or_receipt",
    ]


@pytest.mark.parametrize(
    "rule", ["decision", "line_reference", "item", "despatch", "receipt", "credited_invoice", "header"]
)
def test_every_rule_has_its_name_in_every_language(rule: str) -> None:
    assert all(getattr(texts()[f"rule.{rule}"], language) for language in LANGUAGES)


def test_the_earliest_due_is_filled_first() -> None:
    assert shares(TWINS, receipt(item(6))) == {"10": 6, "20": 0}
    assert shares(TWINS, receipt(item(12))) == {"10": 10, "20": 2}


def test_a_document_with_the_same_lines_of_an_item_pairs_each_with_its_own() -> None:
    assert shares(TWINS, receipt(item(4, "1"), item(10, "2"))) == {"10": 10, "20": 4}
    found = assessed(TWINS, receipt(item(4, "1"), item(10, "2")))
    assert [one.quantity for one in the_line(found, "20").allocations] == [4]


def test_what_no_line_has_room_for_stays_with_the_last_and_is_a_surplus() -> None:
    found = assessed(TWINS, receipt(item(20)))
    assert [the_line(found, name).received for name in ("10", "20")] == [10, 10]
    assert "quantity_over_ordered" in codes(found)


def test_a_line_that_names_its_place_goes_before_one_that_does_not_whatever_their_dates() -> None:
    early = receipt(item(10), name="W1", issue_date="03-20")
    late = receipt(for_line("10", 10, buyer_item="A"), name="W2", issue_date="03-25")
    assert shares(TWINS, early, late) == {"10": 10, "20": 10}


def test_a_return_without_reference_is_taken_from_what_came_in() -> None:
    came = receipt(for_line("20", 4), name="W1")
    back = receipt(item(-3), name="W2", issue_date="04-01")
    assert shares(TWINS, came, back) == {"10": 0, "20": 1}


def test_five_orders_take_one_line_if_it_fits_them_exactly_and_propose_themselves_otherwise() -> None:
    orders = [order(line("10", quantity=4, buyer_item="A"), name=f"P{n}") for n in range(5)]
    heads = tuple(OrderReference(number=f"P{n}") for n in range(5))

    def bill(quantity: int) -> Document:
        return invoice(item(quantity, line_amount=quantity), order_references=heads)

    exact = assessed(*orders, bill(20))
    assert [one.lines[0].invoiced for one in exact.orders] == [4] * 5
    (rest,) = assessed(*orders, bill(18)).unmatched
    assert len(rest.proposals) == 5


def test_a_split_line_shares_its_amount_to_the_cent() -> None:
    found = assessed(TWINS, invoice(item(12, line_amount="70.01")))
    parts = [one.amount or 0 for each in the_order(found).lines for one in each.allocations]
    assert (len(parts), sum(parts)) == (2, Decimal("70.01"))


def test_a_placeholder_for_the_line_is_no_reference_to_it() -> None:
    answer = response(line("20", quantity=4, order_line="NA"))
    assert the_line(assessed(TWINS, answer), "20").confirmed == 4


@pytest.mark.parametrize(("reference", "found"), [("00010", "10"), (" 10", "10"), ("1.0", None), ("100", None)])
def test_a_line_reference_may_be_padded_but_not_guessed(reference: str, found: str | None) -> None:
    booked = shares(order(line("10", quantity=5)), receipt(for_line(reference, 5)))
    assert booked == {"10": 5 if found else 0}


@pytest.mark.parametrize("nothing", ["NA", "-", "0"])
def test_item_numbers_that_say_nothing_contradict_nothing(nothing: str) -> None:
    ordered = order(line("10", quantity=5, buyer_item=nothing), line("20", quantity=5, buyer_item="B"))
    found = assessed(ordered, receipt(for_line("10", 5, buyer_item="A"), for_line("20", 5, id="2", buyer_item=nothing)))
    assert "reference_conflict" not in codes(found)
    assert the_order(found).status == "received"


def test_a_learned_item_is_no_contradiction() -> None:
    ordered = order(line("10", quantity=5, buyer_item="A", supplier_item="OLD"), line("20", quantity=5, buyer_item="B"))
    learned = Policy(suppliers=(SupplierPolicy(key="acme", name="ACME GmbH", items={"S-1": "A"}),))
    bill = receipt(for_line("10", 5, supplier_item="S-1"))
    assert "reference_conflict" in codes(assessed(ordered, bill))
    assert "reference_conflict" not in codes(assessed(ordered, bill, policy=learned))


def test_a_credit_goes_where_the_invoice_line_went_that_it_names() -> None:
    bill = invoice(for_line("20", 4, line_amount=20), for_line("10", 10, id="2", line_amount=50))
    note = credit(item(2, line_amount=10, invoice_number="RE1", invoice_line="1"))
    assert shares(TWINS, bill, note, track="invoicing") == {"10": 10, "20": 2}


def test_a_freight_line_does_not_follow_the_delivery_that_its_invoice_names() -> None:
    sent = despatch(for_line("10", 10))
    bill = invoice(line("1", name="Fracht", quantity=1, line_amount=9), despatch_references=("LS1",))
    found = assessed(order(line("10", quantity=10)), sent, bill)
    assert the_line(found).invoiced == 0
    assert found.unmatched == ()


def test_two_invoice_lines_of_one_delivery_share_what_it_brought() -> None:
    sent = despatch(for_line("10", 10, id="1"), for_line("20", 4, id="2"))
    bill = invoice(item(10, "1"), item(4, "2"), order_references=(), despatch_references=("LS1",))
    assert shares(TWINS, sent, bill, track="invoicing") == {"10": 10, "20": 4}
