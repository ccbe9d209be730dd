"""Tolerances by value: what counts is the money that a difference is worth, in both directions, on every track."""

from decimal import Decimal

import pytest

from orders.document import Document
from orders.policy import Tolerance
from ordertrail.cli.explanation import explanation
from tests.cases.build import PO, despatch, invoice, line, order, policy, receipt, response, within
from tests.cases.outcome import Outcome, assess

SCREWS = order(PO, line("10", 1000, item="A-1", price="0.02"))
MACHINES = order(PO, line("10", 10, item="M-1", price="5000.00"))


def came(quantity: str | int) -> Document:
    return receipt("WE1", line("1", quantity, of="10"))


def billed(quantity: str | int, price: str) -> Document:
    return invoice("R1", line("1", quantity, of="10", price=price))


def sentences(outcome: Outcome) -> str:
    day = outcome.order().issue_date
    assert day is not None
    told = explanation(outcome.order(), outcome.every_deviation, outcome.documents, None, day, ())
    return "\n".join(one.text("en") for one in told)


@pytest.mark.parametrize(
    ("arrived", "seen"), [(1100, False), ("1100.01", True)], ids=["worth exactly 2.00", "worth more than 2.00"]
)
def test_a_surplus_is_weighed_by_what_it_is_worth(arrived: str | int, seen: bool) -> None:
    outcome = assess(SCREWS, came(arrived), policy=policy(quantity_over=within(value=2)))
    assert ("quantity_over_ordered" in outcome.codes) is seen


@pytest.mark.parametrize(("price", "seen"), [("5005.00", False), ("5005.01", True)])
def test_a_price_is_weighed_by_what_it_makes_on_the_line(price: str, seen: bool) -> None:
    outcome = assess(MACHINES, came(10), billed(10, price), policy=policy(price_over=within(value=50)))
    assert ("price_over" in outcome.codes) is seen


def test_value_holds_in_the_direction_that_it_is_set_for() -> None:
    over = assess(MACHINES, came(10), billed(10, "5001.00"), policy=policy(price_under=within(value=50)))
    under = assess(MACHINES, came(10), billed(10, "4999.00"), policy=policy(price_over=within(value=50)))
    assert ("price_over" in over.codes, "price_under" in under.codes) == (True, True)


@pytest.mark.parametrize(
    ("limit", "price", "seen"),
    [
        (within(5, value=50), "5005.00", False),
        (within(5, value=50), "5006.00", True),
        (within(1, least_value=1000), "5100.00", False),
        (within(1, least_value=1000), "5101.00", True),
        (within(5, least_value=1000), "5250.00", False),
        (within(0, least_value=0), "5000.01", True),
        (within(value=0), "5000.01", True),
    ],
)
def test_a_value_caps_a_share_or_is_the_least_that_is_allowed(limit: Tolerance, price: str, seen: bool) -> None:
    outcome = assess(MACHINES, came(10), billed(10, price), policy=policy(price_over=limit))
    assert ("price_over" in outcome.codes) is seen


@pytest.mark.parametrize(("arrived", "status"), [(900, "received"), ("899.99", "partially_received")])
def test_what_is_missing_and_worth_little_holds_nothing_open_and_is_said(arrived: str | int, status: str) -> None:
    outcome = assess(SCREWS, came(arrived), policy=policy(quantity_under=within(value=2)))
    assert outcome.status() == status
    said = "100 pcs were not received, which is within tolerance (set by: default)."
    assert (said in sentences(outcome)) is (status == "received")


def test_what_did_not_come_at_all_is_missed_however_little_it_is_worth() -> None:
    gaskets = order(PO, line("10", 1, price="3.00"), line("20", 1, price="500.00"))
    outcome = assess(
        gaskets,
        receipt("WE1", line("1", 1, of="20")),
        policy=policy(quantity_under=within(value=10)),
    )
    assert (outcome.status(), outcome.line("10").open_to_receive) == ("partially_received", 1)


def test_what_came_and_was_not_billed_at_all_is_missed_however_little_it_is_worth() -> None:
    rules = policy(quantity_under=within(value=10))
    assert "received_not_invoiced" in assess(SCREWS, came(400), policy=rules).codes
    assert "received_not_invoiced" not in assess(SCREWS, came(400), billed(390, "0.02"), policy=rules).codes


@pytest.mark.parametrize("price", ["0", None])
def test_where_there_is_no_price_a_value_allows_nothing_and_a_share_still_holds(price: str | None) -> None:
    samples = order(PO, line("10", 100, price=price))
    surplus = receipt("WE1", line("1", 105, of="10"))
    assert "quantity_over_ordered" in assess(samples, surplus, policy=policy(quantity_over=within(value=1000))).codes
    capped = policy(quantity_over=within(5, value=1000))
    assert "quantity_over_ordered" not in assess(samples, surplus, policy=capped).codes


def test_an_answer_is_weighed_like_a_delivery() -> None:
    rules = policy(quantity_under=within(value=2), price_over=within(value=1))
    assert assess(SCREWS, response("AB1", line("1", 900, of="10", price="0.021")), policy=rules).status() == "confirmed"
    changed = assess(SCREWS, response("AB1", line("1", 899, of="10", price="0.0212")), policy=rules)
    assert {"quantity_changed", "price_changed"} <= changed.codes


def test_an_order_by_value_is_weighed_in_its_own_money() -> None:
    limit_order = order(PO, line("10", None, line_amount="1000.00"))
    bill = invoice("R1", line("1", None, of="10", line_amount="1010.00"))
    for value, seen in ((10, False), ("9.99", True)):
        outcome = assess(limit_order, bill, policy=policy(quantity_over=within(value=value)))
        assert ("quantity_over_ordered" in outcome.codes) is seen


def test_a_third_of_a_coin_is_no_rounding() -> None:
    """A value is turned into an allowance exactly: 1.00 at a price of 3.00 is a third of a piece, and no more."""
    thirds = order(PO, line("10", 3, price="3.00"))
    rules = policy(quantity_over=within(value=1))
    for arrived, seen in (("3.333333333333333333333333", False), ("3.333333333333333333333334", True)):
        outcome = assess(thirds, came(arrived), policy=rules)
        assert ("quantity_over_ordered" in outcome.codes) is seen


def test_the_explanation_says_what_was_allowed_and_by_which_rule_set() -> None:
    outcome = assess(MACHINES, came(10), billed(10, "5006.00"), policy=policy(price_over=within(5, value=50)))
    over = outcome.deviation("price_over")
    assert (Decimal(over.figures.tolerance or "nothing"), over.figures.rule) == (5, "default")
    assert "Allowed: 5.00 (tolerance set by: default)." in sentences(outcome)


def test_a_line_that_will_not_be_shipped_whole_is_within_the_tolerance_under() -> None:
    last = despatch("LS1", line("1", 96, of="10", outstanding_quantity=0))
    ordered = order(PO, line("10", 100, price="1.00"))
    assert "short_shipped" not in assess(ordered, last, policy=policy(quantity_under=within(4))).codes
    short = assess(ordered, last, policy=policy(quantity_under=within(3))).deviation("short_shipped")
    assert (short.figures.difference, short.figures.tolerance, short.figures.rule) == ("-4", "3", "default")
