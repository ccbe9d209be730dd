"""Options, targets, tracks and the headline."""

from dataclasses import replace

import pytest
from msgspec import structs

from orders.policy import Options
from orders.status import DEFAULT_PRECEDENCE, Status
from tests.cases.build import (
    OTHER_SUPPLIER,
    PO,
    POLICY,
    decide,
    despatch,
    invoice,
    line,
    order,
    policy,
    receipt,
    response,
    supplier,
    within,
)
from tests.cases.outcome import assess

TEN = order(PO, line("10", 10, price="10.00"))
ANSWERED = response("AB1", says="accepted")
SHIPPED = despatch("LS1", line("1", 10, of="10"))
CAME = receipt("WE1", line("1", 10, of="10"))
BILLED = invoice("R1", line("1", 10, of="10", price="10.00"))


def test_an_order_of_which_nothing_came_back_is_pending() -> None:
    outcome = assess(TEN)
    assert outcome.status() == "pending"
    assert set(outcome.tracks().values()) == {"none"}
    assert outcome.line().target == outcome.line().ordered == 10


@pytest.mark.parametrize(
    ("papers", "status"),
    [
        ((), "pending"),
        ((ANSWERED,), "confirmed"),
        ((ANSWERED, despatch("LS0", line("1", 4, of="10"))), "partially_shipped"),
        ((ANSWERED, SHIPPED), "shipped"),
        ((ANSWERED, SHIPPED, receipt("WE0", line("1", 4, of="10"))), "partially_received"),
        ((ANSWERED, SHIPPED, CAME), "received"),
        ((ANSWERED, SHIPPED, CAME, invoice("R0", line("1", 4, of="10", price="10.00"))), "partially_invoiced"),
        ((ANSWERED, SHIPPED, CAME, BILLED), "invoiced"),
        ((BILLED,), "invoiced"),
    ],
)
def test_the_headline_is_the_furthest_track_with_anything_in_it(papers, status: str) -> None:
    outcome = assess(TEN, *papers)
    assert outcome.status() == outcome.line().status == status
    assert outcome.order().derived_status == status


def test_the_order_of_precedence_can_be_chosen() -> None:
    receipts_first = tuple(sorted(DEFAULT_PRECEDENCE, key=lambda status: "receiv" not in status))
    outcome = assess(TEN, CAME, BILLED, policy=replace(POLICY, precedence=receipts_first))
    assert receipts_first[0] == Status.RECEIVED
    assert outcome.status() == "received"
    assert outcome.track("invoicing") == "invoiced"


OFF = [
    ("order_response", "response", ANSWERED, "confirmed"),
    ("shipping", "shipment", SHIPPED, "shipped"),
    ("receipt", "receipt", CAME, "received"),
]


@pytest.mark.parametrize(("option", "track", "paper", "status"), OFF)
def test_a_track_whose_option_is_off_does_not_exist(option: str, track: str, paper, status: str) -> None:
    assert assess(TEN, paper).status() == status
    outcome = assess(TEN, paper, policy=policy(**{option: False}))
    assert outcome.track(track) == "off"
    assert outcome.status() == "pending"
    assert outcome.reason(paper) == "option_off"
    assert outcome.codes == set()


@pytest.mark.parametrize(("option", "track", "paper", "status"), OFF)
def test_an_option_can_be_off_for_one_supplier(option: str, track: str, paper, status: str) -> None:
    options = replace(Options(), **{option: False})
    acme_off = replace(POLICY, suppliers=(supplier(options=options),))
    assert assess(TEN, paper, policy=acme_off).track(track) == "off"
    others = [structs.replace(one, supplier=OTHER_SUPPLIER) for one in (TEN, paper)]
    assert assess(*others, policy=acme_off).status() == status


def test_an_option_can_be_on_for_one_supplier_only() -> None:
    only_acme = replace(policy(receipt=False), suppliers=(supplier(options=Options(receipt=True)),))
    assert assess(TEN, CAME, policy=only_acme).status() == "received"


def test_without_receipts_nothing_is_invoiced_before_it_was_received() -> None:
    assert assess(TEN, BILLED, policy=policy(receipt=False)).codes == set()


@pytest.mark.parametrize(
    ("arrived", "percent", "track"),
    [("95", 5, "shipped"), ("94.99", 5, "partially_shipped"), ("100", 0, "shipped"), ("99.99", 0, "partially_shipped")],
)
def test_a_track_is_full_from_target_less_tolerance(arrived: str, percent: int, track: str) -> None:
    outcome = assess(
        order(PO, line("10", 100, unit="KGM")),
        despatch("LS1", line("1", arrived, of="10", unit="KGM")),
        policy=policy(quantity_under=within(percent)),
    )
    assert outcome.track("shipment") == track


def test_every_line_must_be_full_for_its_track_to_be() -> None:
    two = order(PO, line("10", 1000), line("20", 1))
    assert assess(two, despatch("LS1", line("1", 1000, of="10"))).status() == "partially_shipped"
    assert assess(two, despatch("LS1", line("1", 1000, of="10"), line("2", 1, of="20"))).status() == "shipped"


def test_a_line_with_neither_quantity_nor_amount_is_text_and_counts_nowhere() -> None:
    outcome = assess(order(PO, line("10", 10, price="10.00"), line("20", name="Zwischensumme")), SHIPPED, CAME, BILLED)
    assert outcome.line("20").by == "text"
    assert outcome.line("20").target == 0
    assert outcome.status() == "invoiced"
    assert assess(order(PO, line("10", 10), line("20", name="Hinweis")), ANSWERED).status() == "confirmed"


def test_a_line_ordered_by_value_is_measured_by_amount() -> None:
    limit = order(PO, line("10", line_amount="500.00", name="Wartung 2026"))
    outcome = assess(limit, invoice("R1", line("1", of="10", line_amount="300.00")))
    assert outcome.line().by == "amount"
    assert (outcome.line().ordered, outcome.line().invoiced, outcome.line().open_to_invoice) == (500, 300, 200)
    assert outcome.status() == "partially_invoiced"
    rest = invoice("R2", line("1", of="10", line_amount="200.00"), on="2026-04-30")
    assert assess(limit, invoice("R1", line("1", of="10", line_amount="300.00")), rest).status() == "invoiced"


def test_a_line_by_value_takes_an_invoice_line_with_a_quantity_by_its_amount() -> None:
    limit = order(PO, line("10", line_amount="500.00", name="Wartung 2026"))
    outcome = assess(limit, invoice("R1", line("1", 4, unit="HUR", of="10", price="75.00")))
    assert outcome.line().invoiced == 300
    assert "unit_not_convertible" not in outcome.codes


def test_what_was_despatched_is_not_inferred_again_from_receipts() -> None:
    outcome = assess(TEN, despatch("LS1", line("1", 4, of="10")), receipt("WE1", line("1", 4, of="10")))
    assert outcome.line().shipped == 4
    assert not outcome.line().shipped_inferred


def test_one_order_line_may_take_several_document_lines() -> None:
    outcome = assess(TEN, invoice("R1", line("1", 4, of="10", price="10.00"), line("2", 6, of="10", price="10.00")))
    assert outcome.line().invoiced == 10
    assert outcome.status() == "invoiced"


def test_a_revoked_override_is_not_handed_in_and_leaves_no_trace() -> None:
    decision = decide("status", status="cancelled")
    assert assess(TEN, CAME, decisions=[decision]).status() == "cancelled"
    assert assess(TEN, CAME).status() == "received"
