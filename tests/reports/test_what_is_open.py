from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orders.assessment import By, Deviation, LineAssessment
from orders.deviations import DeviationCode, Severity
from orders.message import Message
from orders.status import TRACK_NONE, TRACK_OFF, Status, Track
from orders.wording import texts
from reports.action import ACTORS, Actor, Situation, next_action, telling
from reports.progress import DueClass, commitment, days_late, due_class, is_open, value_of
from reports.tables.open_lines import line_rows
from tests.pace import growth
from tests.reports.trade import AS_OF, case, deviation, line, order


def tracks(**values: str) -> dict[Track, str]:
    """All tracks on and empty, but for these."""
    return dict.fromkeys(Track, TRACK_NONE) | {Track(name): value for name, value in values.items()}


def done(**changes: Any) -> LineAssessment:
    """A line of which nothing is open any more."""
    zero = Decimal(0)
    values: dict[str, Any] = {"open_to_ship": zero, "open_to_receive": zero, "open_to_invoice": zero}
    return line(**(values | changes))


def test_a_line_is_open_while_anything_of_it_is_to_be_shipped_received_or_invoiced() -> None:
    assert not is_open(done())
    assert is_open(done(open_to_ship=Decimal(1)))
    assert is_open(done(open_to_receive=Decimal(1)))
    assert is_open(done(open_to_invoice=Fraction(1, 12)))


def test_what_a_track_that_is_off_leaves_open_keeps_no_line_open() -> None:
    off = tracks(shipment=TRACK_OFF, receipt=TRACK_OFF)
    assert not is_open(done(open_to_ship=Decimal(3), open_to_receive=Decimal(3), tracks=off))


@pytest.mark.parametrize("ended", [{"status": Status.CANCELLED}, {"status": Status.REJECTED}, {"deleted": True}])
def test_nothing_is_open_of_a_line_that_has_ended(ended: dict[str, Any]) -> None:
    assert not is_open(line(**ended))
    assert commitment(line(**ended)) == 0


def test_the_open_value_is_that_of_the_goods_still_to_come() -> None:
    assert commitment(line(open_to_receive=Decimal(4), open_to_invoice=Decimal(10))) == 4
    without_receipts = tracks(receipt=TRACK_OFF)
    assert commitment(line(open_to_ship=Decimal(3), tracks=without_receipts)) == 3
    only_invoices = tracks(receipt=TRACK_OFF, shipment=TRACK_OFF)
    assert commitment(line(open_to_invoice=Decimal(7), tracks=only_invoices)) == 7


def test_a_value_is_quantity_times_price_or_the_share_of_the_amount() -> None:
    assert value_of(line(unit_price=Decimal("2.5")), Decimal(4)) == 10
    assert value_of(line(unit_price=Decimal(6)), Fraction(7, 12)) == Decimal("3.5").quantize(Decimal("0.1"))
    assert value_of(line(unit_price=None, ordered_amount=Decimal(50)), Decimal(2)) == 10
    assert value_of(line(by=By.AMOUNT, unit_price=None), Decimal(8)) == 8
    assert value_of(line(unit_price=None, ordered_amount=None), Decimal(2)) is None


@pytest.mark.parametrize(
    ("days", "late", "due"),
    [
        (-40, 40, DueClass.LATE_22),
        (-22, 22, DueClass.LATE_22),
        (-21, 21, DueClass.LATE_15),
        (-14, 14, DueClass.LATE_8),
        (-7, 7, DueClass.LATE_1),
        (-1, 1, DueClass.LATE_1),
        (0, 0, DueClass.SOON_7),
        (7, 0, DueClass.SOON_7),
        (8, 0, DueClass.SOON_28),
        (29, 0, DueClass.LATER),
    ],
)
def test_goods_are_late_from_the_day_after_they_were_due(days: int, late: int, due: DueClass) -> None:
    one = line(requested_date=AS_OF + timedelta(days=days))
    assert days_late(one, AS_OF) == late
    assert due_class(one, AS_OF) is due


def test_the_date_confirmed_last_counts_before_the_requested_one() -> None:
    one = line(requested_date=AS_OF - timedelta(days=9), confirmed_date=AS_OF + timedelta(days=2))
    assert days_late(one, AS_OF) == 0


def test_goods_that_came_are_not_late() -> None:
    assert days_late(line(requested_date=AS_OF - timedelta(days=9), open_to_receive=Decimal(0)), AS_OF) == 0
    assert due_class(line(requested_date=None), AS_OF) is DueClass.UNDATED


def action_of(one: LineAssessment, *codes: DeviationCode) -> str | None:
    action = next_action(Situation(one, [deviation(code) for code in codes], AS_OF))
    return action.message.code if action else None


def test_a_block_comes_before_late_goods_and_late_goods_before_a_decision() -> None:
    late = line(requested_date=AS_OF - timedelta(days=3))
    changed, blocked = DeviationCode.DATE_CHANGED, DeviationCode.BANK_ACCOUNT_CHANGED
    assert action_of(late, changed, blocked) == "action.bank_account_changed"
    assert action_of(late, changed) == "action.chase_delivery"
    assert action_of(line(), changed) == "action.date_changed"


def test_what_only_informs_asks_for_nothing() -> None:
    assert action_of(done(), DeviationCode.LATE_SHIPMENT) is None


def test_the_next_step_follows_the_goods() -> None:
    answered: dict[str, Any] = {"answered": True}
    assert action_of(line()) == "action.chase_response"
    assert action_of(line(**answered)) == "action.await_delivery"
    assert action_of(line(**answered, requested_date=None)) == "action.ask_for_a_date"
    assert action_of(line(**answered, shipped=Decimal(10), open_to_ship=Decimal(0))) == "action.book_receipt"
    received: dict[str, Any] = {"received": Decimal(10), "open_to_receive": Decimal(0), "open_to_ship": Decimal(0)}
    assert action_of(line(**answered, **received)) == "action.await_invoice"
    assert action_of(done(**answered)) is None


def test_nobody_is_asked_for_answers_where_none_are_expected() -> None:
    assert action_of(line(tracks=tracks(response=TRACK_OFF))) == "action.await_delivery"


@pytest.mark.parametrize(
    ("one", "codes", "actor"),
    [
        (line(), (), Actor.BUYER),
        (line(answered=True), (), Actor.SUPPLIER),
        (line(answered=True, shipped=Decimal(10), open_to_ship=Decimal(0)), (), Actor.WAREHOUSE),
        (line(), (DeviationCode.BANK_ACCOUNT_CHANGED,), Actor.ACCOUNTING),
    ],
)
def test_an_action_says_who_has_to_act(one: LineAssessment, codes: tuple[DeviationCode, ...], actor: Actor) -> None:
    action = next_action(Situation(one, [deviation(code) for code in codes], AS_OF))
    assert action is not None
    assert action.actor is actor


def test_whose_steps_are_named_are_steps_that_there_are() -> None:
    assert set(ACTORS) <= {code for code in texts() if code.startswith("action.")}


def test_an_action_says_how_late_the_goods_are() -> None:
    action = next_action(Situation(line(requested_date=AS_OF - timedelta(days=3)), (), AS_OF))
    assert action is not None
    assert action.message == Message("action.chase_delivery", {"days": "3"})


DEVIATIONS = st.builds(
    lambda code, severity, amount: deviation(code, severity=severity, amount=amount, order_line=None),
    st.sampled_from([DeviationCode.PRICE_OVER, DeviationCode.LATE_RECEIPT, DeviationCode.GOODS_REJECTED]),
    st.sampled_from(Severity),
    st.none() | st.integers(0, 3).map(Decimal),
)


@given(st.lists(DEVIATIONS, max_size=40), st.lists(DEVIATIONS, max_size=3))
def test_of_what_concerns_an_order_as_a_whole_a_few_decide_as_all_of_it_would(
    whole: list[Deviation], own: list[Deviation]
) -> None:
    few = telling(whole)
    assert len(few) <= 2 * len(DeviationCode) * len(Severity)
    assert [*dict.fromkeys(one.code for one in few)] == [*dict.fromkeys(one.code for one in whole)]
    for rejected in ((), tuple(whole)):
        kept = telling(rejected)
        one = next_action(Situation(line(), [*own, *few], AS_OF, kept))
        assert one == next_action(Situation(line(), [*own, *whole], AS_OF, rejected))


def test_a_line_of_an_order_with_as_many_lines_as_deviations_is_told_in_proportion_to_them() -> None:
    def prepared(many: int) -> Callable[[], object]:
        lines = [line(str(n)) for n in range(many)]
        whole = [deviation(DeviationCode.CHARGE_NOT_ORDERED, order_line=None, amount=Decimal(n)) for n in range(many)]
        found = case(order("4500017", *lines), deviations=tuple(whole))
        return lambda: [(row.action, row.deviations) for row in line_rows(found)]

    assert growth(prepared, 2_400) < 3
