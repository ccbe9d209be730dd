"""What two policies make of one case, held against each other."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from matching import assess
from orders.assessment import Deviation
from orders.document import Document
from orders.policy import Options, Policy
from orders.quantity import exactly
from ordertrail.questions.unmatched import unsaid
from ordertrail.simulating.comparing import Differences, Scope, Turn, compare
from ordertrail.simulating.tally import summed
from tests.cases.build import PO, POLICY, despatch, invoice, line, order, policy, receipt, within
from tests.cases.gather import cases
from tests.cases.outcome import filed
from tests.laws.told import Told, stories

ALL = Scope()
GENEROUS = policy(price_over=within(5), quantity_under=within(5), quantity_over=within(5))
STRICT = Policy(options=Options(order_response=False))
ORDERED = order(PO, line("10", 100, item="A-1", price="10.00"))
CAME = receipt("WE1", line("1", 98, of="10"))
BILLED = invoice("R1", line("1", 98, of="10", item="A-1", price="10.40"))


def compared(*documents: Document, other: Policy, scope: Scope = ALL, base: Policy = POLICY) -> Differences:
    found = Differences()
    for case in cases(filed(documents)):
        with exactly():
            compare(assess(case, base), assess(case, other), scope, found)
    return found


def test_a_deviation_that_is_within_the_other_tolerance_vanishes_with_its_money() -> None:
    found = compared(ORDERED, CAME, BILLED, other=GENEROUS)
    (price,) = (one for one in found.turned if one.deviation.code == "price_over")
    assert (price.turn, price.deviation.amount) == (Turn.VANISHED, Decimal("39.20"))
    whole = summed(found.tallies.values())
    assert whole.amounts("EUR")[1] == sum(one.deviation.amount or 0 for one in found.turned)


def test_a_stricter_policy_makes_the_same_deviation_appear() -> None:
    found = compared(ORDERED, CAME, BILLED, other=POLICY, base=GENEROUS)
    assert ("price_over", Turn.APPEARED) in {(one.deviation.code, one.turn) for one in found.turned}


def test_orders_and_lines_that_would_stand_elsewhere_are_named() -> None:
    found = compared(ORDERED, CAME, other=GENEROUS)
    (moved,) = found.moved
    assert (moved.order, moved.before, moved.after) == (PO, "partially_received", "received")
    assert moved.lines == (("10", "partially_received", "received"),)
    assert found.statuses.total() == found.line_statuses.total() == 1


def test_a_deviation_whose_tolerance_alone_is_another_stays() -> None:
    found = compared(ORDERED, CAME, BILLED, other=policy(price_over=within(1)))
    assert "price_over" not in {one.deviation.code for one in found.turned}


@pytest.mark.parametrize(
    ("scope", "seen"),
    [
        (Scope(supplier="acme"), True),
        (Scope(supplier="nobody"), False),
        (Scope(first=date(2000, 1, 1), last=date(2000, 12, 31)), False),
        (Scope(first=date(2000, 1, 1)), True),
    ],
)
def test_only_what_is_asked_for_is_compared(scope: Scope, seen: bool) -> None:
    found = compared(ORDERED, despatch("L1", line("1", 104, of="10")), BILLED, other=GENEROUS, scope=scope)
    assert bool(found.turned) is bool(found.tallies) is bool(found.orders) is seen


@given(stories())
def test_what_vanishes_one_way_appears_the_other_and_the_sums_agree(told: Told) -> None:
    for case in told.cases():
        before, after = assess(case, STRICT), assess(case, GENEROUS)
        there, back, same = Differences(), Differences(), Differences()
        with exactly():
            compare(before, after, ALL, there)
            compare(after, before, ALL, back)
            compare(before, before, ALL, same)
        assert not same.turned
        assert not same.moved
        assert _said(there, Turn.VANISHED) == _said(back, Turn.APPEARED)
        assert _said(there, Turn.APPEARED) == _said(back, Turn.VANISHED)
        whole = summed(there.tallies.values())
        expected = [*after.deviations, *unsaid(after.deviations, after.unmatched)]
        assert whole.after == len(expected)
        for currency in whole.money:
            assert whole.amounts(currency)[3] == _money(expected, currency)


def _said(found: Differences, turn: Turn) -> list[str]:
    return sorted(repr((one.deviation.code, one.deviation.amount)) for one in found.turned if one.turn is turn)


def _money(deviations: list[Deviation], currency: str) -> Decimal:
    amounts = (one.amount for one in deviations if (one.currency or "") == currency)
    with exactly():
        return sum((amount for amount in amounts if amount is not None), Decimal(0))
