"""Targets, closings, tracks and the headline."""

from decimal import Decimal
from fractions import Fraction

import pytest

from orders.policy import Options, Policy, SupplierPolicy, Tolerance, Tolerances
from orders.status import Status, Track
from tests.matching.build import (
    assessed,
    cancellation,
    codes,
    day,
    decide,
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

TEN = order(line("10", quantity=10, unit_price=5, unit="C62"))


def policy(**fields) -> Policy:
    return Policy(tolerances=Tolerances(**fields))


def test_what_is_left_within_tolerance_is_not_open() -> None:
    within = policy(quantity_under=Tolerance(percent=Decimal(10)))
    found = assessed(TEN, receipt(for_line("10", 9)), policy=within)
    assert (the_order(found).status, the_line(found).open_to_receive) == ("received", 0)
    short = assessed(TEN, receipt(for_line("10", "8.99")), policy=within)
    assert (the_order(short).status, the_line(short).open_to_receive) == ("partially_received", Decimal("1.01"))


def test_a_third_three_times_is_a_whole() -> None:
    dozens = order(line("10", quantity=1, unit="DZN"))
    thirds = [receipt(for_line("10", 4, unit="C62"), name=f"W{n}") for n in range(3)]
    assert the_line(assessed(dozens, *thirds[:2])).received == Fraction(2, 3)
    assert the_line(assessed(dozens, *thirds)).received == 1
    assert the_order(assessed(dozens, *thirds)).status == "received"


@pytest.mark.parametrize("unit", ["HUR", "DAY", "LS", "MON"])
def test_work_need_not_be_received_but_may_be(unit: str) -> None:
    with_work = order(line("10", quantity=10, unit="C62"), line("20", quantity=50, unit=unit))
    goods = receipt(for_line("10", 10))
    assert the_order(assessed(with_work, goods)).tracks[Track.RECEIPT] == "received"
    part = receipt(for_line("20", 20, unit=unit), name="W2")
    assert the_order(assessed(with_work, goods, part)).tracks[Track.RECEIPT] == "partially_received"


def test_a_limit_is_filled_by_amounts() -> None:
    frame = order(line("10", line_amount=1000, name="Wartung 2026"))
    half = assessed(frame, invoice(for_line("10", 3, line_amount=400)))
    assert (the_line(half).by, the_line(half).invoiced, the_line(half).open_to_invoice) == ("amount", 400, 600)
    assert the_order(half).status == "partially_invoiced"
    full = assessed(frame, invoice(for_line("10", line_amount=1000)))
    assert the_order(full).status == "invoiced"
    over = assessed(frame, invoice(for_line("10", line_amount=1200)))
    assert "quantity_over_ordered" in codes(over)


def test_the_newest_statement_of_what_will_come_holds() -> None:
    ends = despatch(for_line("10", 4, outstanding_quantity=0), name="L1", issue_date="03-20")
    after_all = despatch(for_line("10", 2, outstanding_quantity=4), name="L2", issue_date="03-25")
    assert the_line(assessed(TEN, ends)).target == 4
    assert the_line(assessed(TEN, ends, after_all)).target == 10


def test_of_two_rows_of_one_delivery_the_last_states_the_rest() -> None:
    split = despatch(
        for_line("10", 3, id="1", outstanding_quantity=7), for_line("10", 3, id="2", outstanding_quantity=0)
    )
    assert the_line(assessed(TEN, split)).target == 6


def test_a_person_may_reopen_what_the_supplier_closed_and_the_supplier_may_close_it_again() -> None:
    ends = despatch(for_line("10", 4, outstanding_quantity=0), name="L1", issue_date="03-20")
    again = decide("reopen", order_line="10")  # on June 1st
    assert the_line(assessed(TEN, ends, decisions=[again])).target == 10
    later = despatch(for_line("10", 1, outstanding_quantity=0), name="L2", issue_date="06-05")
    assert the_line(assessed(TEN, ends, later, decisions=[again])).target == 5


def test_a_line_closed_before_anything_came_is_cancelled_by_the_buyer() -> None:
    found = assessed(TEN, decisions=[decide("close", order_line="10")])
    assert the_order(found).status == "cancelled"
    assert the_line(found).closed_short == 10


def test_closing_the_whole_order_closes_each_line() -> None:
    found = assessed(TEN, receipt(for_line("10", 7)), decisions=[decide("close")])
    assert (the_line(found).closed_short, the_order(found).status) == (3, "received")


def test_an_explicit_precedence_decides_the_headline() -> None:
    first = (Status.CANCELLED, Status.PARTIALLY_RECEIVED, Status.INVOICED)
    papers = (TEN, receipt(for_line("10", 4)), invoice(for_line("10", 10, line_amount=50)))
    assert the_order(assessed(*papers)).status == "invoiced"
    assert the_order(assessed(*papers, policy=Policy(precedence=first))).status == "partially_received"
    assert the_order(assessed(*papers, policy=Policy(precedence=(Status.CANCELLED,)))).status == "pending"


def test_options_of_the_supplier_go_before_those_of_the_program() -> None:
    ours = SupplierPolicy(key="acme", name="ACME GmbH", options=Options(shipping=False))
    found = assessed(TEN, despatch(for_line("10", 10)), policy=Policy(suppliers=(ours,)))
    assert the_order(found).tracks[Track.SHIPMENT] == "off"
    assert the_order(found).supplier_key == "acme"
    (listed,) = [one for one in found.documents if one.number == "LS1"]
    assert (listed.counted, listed.reason, listed.orders) == (False, "option_off", (the_order(found).id,))


def test_a_response_that_nobody_tracks_rejects_nothing() -> None:
    quiet = Policy(options=Options(order_response=False))
    found = assessed(TEN, response(response="rejected"), policy=quiet)
    assert (the_order(found).status, the_line(found).target) == ("pending", 10)


@pytest.mark.parametrize("far", ["9999-12-31", "0001-01-01"])
def test_a_date_at_the_edge_of_the_calendar_breaks_nothing(far: str) -> None:
    never = day("03-01").fromisoformat(far)
    ordered = order(line("10", quantity=1, requested_date=never))
    generous = policy(date_days=30)
    answer = response(for_line("10", 1, promised_date=never))
    found = assessed(ordered, answer, receipt(for_line("10", 1)), as_of=never, policy=generous)
    assert the_order(found).status == "received"


def test_a_cancelled_order_has_nothing_open_and_nothing_late() -> None:
    dated = order(line("10", quantity=10, requested_date=day("03-05")))
    found = assessed(dated, cancellation(), as_of=day("12-01"))
    assert codes(found) == []
    assert (the_line(found).open_to_ship, the_order(found).tracks[Track.INVOICING]) == (0, "none")


def test_a_rejected_part_is_not_wanted_and_the_rest_is() -> None:
    answer = response(for_line("10", 6, id="1", response="accepted"), for_line("10", 4, id="2", response="rejected"))
    found = assessed(TEN, answer, receipt(for_line("10", 6)))
    assert (the_line(found).target, the_order(found).status) == (6, "received")
