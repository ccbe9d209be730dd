"""Tolerances: what is within them is no deviation, and the rule that decided is named."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from orders.document import Document
from orders.policy import Policy, Tolerances
from tests.cases.build import (
    PO,
    POLICY,
    despatch,
    invoice,
    line,
    order,
    order_change,
    policy,
    receipt,
    response,
    supplier,
    within,
)
from tests.cases.outcome import assess

ORDERED = order(PO, line("10", 100, item="A-1", price="10.00"))
CAME = receipt("WE1", line("1", 100, of="10"))


def billed(price: str) -> Document:
    return invoice("R1", line("1", 100, of="10", item="A-1", price=price))


@pytest.mark.parametrize(
    ("limit", "price", "seen"),
    [
        (None, "10.01", True),
        (None, "10.00", False),
        (within(0), "10.01", True),
        (within(5), "10.50", False),
        (within(5), "10.51", True),
        (within(absolute="0.2"), "10.20", False),
        (within(absolute="0.2"), "10.21", True),
        (within(5, "0.2"), "10.20", False),
        (within(5, "0.2"), "10.21", True),
        (within(1, "0.2"), "10.11", True),
    ],
)
def test_a_limit_is_absolute_or_percent_and_of_both_the_smaller(limit, price: str, seen: bool) -> None:
    outcome = assess(ORDERED, CAME, billed(price), policy=policy(price_over=limit))
    assert ("price_over" in outcome.codes) is seen


FIVE, TWO, ONE, NOTHING = within(5), within(2), within(1), within(0)

CHAIN = [
    pytest.param({}, "default", FIVE, id="default"),
    pytest.param({"group": TWO}, "item group", TWO, id="item group"),
    pytest.param({"supplier": TWO}, "supplier", TWO, id="supplier"),
    pytest.param({"supplier": TWO, "group": ONE}, "supplier", TWO, id="supplier before item group"),
    pytest.param({"item": ONE, "supplier": TWO}, "item and supplier", ONE, id="item before supplier"),
    pytest.param({"supplier": NOTHING}, "supplier", NOTHING, id="0 means 0"),
    pytest.param({"item": NOTHING, "supplier": FIVE}, "item and supplier", NOTHING, id="0 for the item"),
]


def chained(*, item=None, supplier_limit=None, group=None) -> Policy:
    ours = supplier(
        tolerances=Tolerances(price_over=supplier_limit), item_tolerances={"a1": Tolerances(price_over=item)}
    )
    return replace(
        policy(price_over=FIVE),
        suppliers=(ours,),
        item_groups={"steel": Tolerances(price_over=group)},
        item_group_of={"a1": "steel"},
    )


@pytest.mark.parametrize(("limits", "rule", "deciding"), CHAIN)
def test_the_narrowest_rule_that_is_set_decides_and_is_named(limits, rule: str, deciding) -> None:
    rules = chained(item=limits.get("item"), supplier_limit=limits.get("supplier"), group=limits.get("group"))
    allowed = Decimal(10) + deciding.allowance(Decimal(10))
    assert "price_over" not in assess(ORDERED, CAME, billed(str(allowed)), policy=rules).codes
    over = assess(ORDERED, CAME, billed(str(allowed + Decimal("0.01"))), policy=rules).deviation("price_over")
    assert over.figures.rule == rule
    assert Decimal(over.figures.tolerance or "nothing") == deciding.allowance(Decimal(10))


def test_a_rule_that_sets_one_limit_inherits_the_others() -> None:
    rules = replace(
        policy(price_over=FIVE, quantity_over=TWO),
        suppliers=(supplier(tolerances=Tolerances(price_over=ONE)),),
    )
    outcome = assess(ORDERED, receipt("WE1", line("1", 102, of="10")), billed("10.20"), policy=rules)
    assert "quantity_over_ordered" not in outcome.codes
    assert outcome.deviation("price_over").figures.rule == "supplier"


@pytest.mark.parametrize(("arrived", "seen"), [("104", False), ("104.01", True), ("100", False)])
def test_a_surplus_within_tolerance_is_no_deviation(arrived: str, seen: bool) -> None:
    for make in (despatch, receipt):
        outcome = assess(ORDERED, make("X1", line("1", arrived, of="10")), policy=policy(quantity_over=within(4)))
        assert ("quantity_over_ordered" in outcome.codes) is seen


def test_a_tolerance_over_is_none_under() -> None:
    rules = policy(price_over=within(10), quantity_over=within(10))
    assert "price_under" in assess(ORDERED, CAME, billed("9.90"), policy=rules).codes
    assert assess(ORDERED, receipt("WE1", line("1", 99, of="10")), policy=rules).status() == "partially_received"


@pytest.mark.parametrize(
    ("amount", "seen"), [("1000.01", False), ("1000.02", True), ("999.99", False), ("999.98", True)]
)
def test_a_line_amount_may_be_off_by_its_rounding(amount: str, seen: bool) -> None:
    bill = invoice("R1", line("1", 100, of="10", price="10.00", line_amount=amount))
    assert ("line_amount_mismatch" in assess(ORDERED, CAME, bill, policy=POLICY).codes) is seen


@pytest.mark.parametrize(("net", "seen"), [("1000.05", False), ("1000.06", True), ("999.95", False), ("999.94", True)])
def test_a_total_may_be_off_by_its_rounding(net: str, seen: bool) -> None:
    bill = invoice("R1", line("1", 100, of="10", price="10.00"), totals={"lines": net, "net": net, "gross": net})
    assert ("total_mismatch" in assess(ORDERED, CAME, bill).codes) is seen


UNDER_AND_OVER = [
    pytest.param({"quantity_over_percent": 5, "quantity_under_percent": 5}, id="a share of the quantity"),
    pytest.param({"minimum_quantity": 95, "maximum_quantity": 105}, id="the least and the most"),
    pytest.param(
        {"quantity_over_percent": 9, "maximum_quantity": 105, "minimum_quantity": 95}, id="the smaller of both"
    ),
]


@pytest.mark.parametrize("own", UNDER_AND_OVER)
def test_the_order_lines_own_tolerance_comes_before_every_other(own: dict[str, Any]) -> None:
    ordered = order(PO, line("10", 100, item="A-1", price="10.00", **own))
    ours = supplier(item_tolerances={"a1": Tolerances(quantity_over=NOTHING, quantity_under=NOTHING)})
    rules = replace(policy(quantity_over=within(50), quantity_under=within(50)), suppliers=(ours,))
    for arrived, status in (("95", "received"), ("94.9", "partially_received"), ("105", "received")):
        outcome = assess(ordered, receipt("WE1", line("1", arrived, of="10")), policy=rules)
        assert (outcome.status(), "quantity_over_ordered" in outcome.codes) == (status, False)
    over = assess(ordered, receipt("WE1", line("1", "105.1", of="10")), policy=rules).deviation("quantity_over_ordered")
    assert (over.figures.tolerance, over.figures.rule) == ("5", "order line")


def test_an_order_line_may_allow_nothing_where_the_house_allows_much() -> None:
    ordered = order(PO, line("10", 100, item="A-1", price="10.00", maximum_quantity=100, quantity_under_percent=0))
    rules = policy(quantity_over=within(50), quantity_under=within(50))
    assert assess(ordered, receipt("WE1", line("1", 99, of="10")), policy=rules).status() == "partially_received"
    assert "quantity_over_ordered" in assess(ordered, receipt("WE1", line("1", 101, of="10")), policy=rules).codes


@pytest.mark.parametrize("own", [{"minimum_quantity": 120}, {"maximum_quantity": 80}, {"quantity_over_percent": -5}])
def test_a_least_above_the_quantity_or_a_most_below_it_limits_nothing(own: dict[str, Any]) -> None:
    ordered = order(PO, line("10", 100, item="A-1", price="10.00", **own))
    rules = policy(quantity_over=within(4), quantity_under=within(4))
    for arrived in ("96", "104"):
        outcome = assess(ordered, receipt("WE1", line("1", arrived, of="10")), policy=rules)
        assert (outcome.status(), "quantity_over_ordered" in outcome.codes) == ("received", False)


def test_an_answer_is_compared_within_the_order_lines_own_tolerance() -> None:
    ordered = order(PO, line("10", 100, item="A-1", price="10.00", quantity_under_percent=5))
    assert assess(ordered, response("AB1", line("1", 95, of="10"))).status() == "confirmed"
    changed = assess(ordered, response("AB1", line("1", 94, of="10"))).deviation("quantity_changed")
    assert (changed.figures.tolerance, changed.figures.rule) == ("5", "order line")


def test_a_change_of_the_quantity_takes_the_old_most_with_it() -> None:
    ordered = order(PO, line("10", 100, item="A-1", price="10.00", maximum_quantity=110))
    lowered = order_change("C1", line("10", 50))
    outcome = assess(ordered, lowered, receipt("WE1", line("1", 51, of="10")))
    assert outcome.deviation("quantity_over_ordered").figures.rule == "default"
    raised = order_change("C1", line("10", 200, maximum_quantity=220))
    assert "quantity_over_ordered" not in assess(ordered, raised, receipt("WE1", line("1", 220, of="10"))).codes
