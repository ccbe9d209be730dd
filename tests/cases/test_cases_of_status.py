"""Worked cases: partial and full statuses that other systems got wrong."""

from decimal import Decimal

import pytest

from orders.document import Document
from tests.cases.build import (
    PO,
    credit_note,
    decide,
    invoice,
    line,
    order,
    order_change,
    policy,
    receipt,
    without_lines,
)
from tests.cases.outcome import Outcome, assess, figures, money

TEN = order(PO, line("10", 10, price="10.00"))


def test_case_S01_an_invoice_for_half_leaves_the_other_half_open() -> None:
    outcome = assess(
        TEN,
        receipt("WE1", line("1", 5, of="10")),
        invoice("R1", line("1", 5, of="10", price="10.00")),
    )
    assert outcome.status() == "partially_invoiced"
    assert outcome.tracks() == {
        "response": "none",
        "shipment": "partially_shipped",
        "receipt": "partially_received",
        "invoicing": "partially_invoiced",
    }
    assert outcome.line().invoiced == 5
    assert outcome.line().open_to_invoice == 5


def test_case_S02_a_surplus_on_one_line_never_fills_another() -> None:
    outcome = assess(
        order(PO, line("A", 1, price="4.00"), line("B", 1, price="4.00")),
        receipt("WE1", line("1", 3, of="A")),
    )
    assert outcome.track("receipt") == "partially_received"
    assert outcome.line("B").received == 0
    over = outcome.deviation("quantity_over_ordered", line="A")
    assert figures(over) == (1, 3, 2)
    assert money(over) == Decimal("8.00")


@pytest.mark.parametrize(
    "service",
    [
        pytest.param(line("30", 50, unit="HUR", price="80.00", name="Montage"), id="by the hour"),
        pytest.param(line("30", line_amount="4000.00", name="Montage"), id="by value"),
    ],
)
def test_case_S03_lines_that_hold_no_goods_do_not_hold_a_receipt_open(service) -> None:
    outcome = assess(
        order(PO, line("10", 100, price="1.00"), line("20", name="Please ring before delivery"), service),
        receipt("WE1", line("1", 100, of="10")),
    )
    assert outcome.track("receipt") == "received"
    assert outcome.track("shipment") == "shipped"
    assert outcome.line("20").by == "text"


def test_case_S03_a_service_line_still_has_to_be_invoiced() -> None:
    outcome = assess(
        order(PO, line("10", 100, price="1.00"), line("30", line_amount="4000.00", name="Montage")),
        receipt("WE1", line("1", 100, of="10")),
        invoice("R1", line("1", 100, of="10", price="1.00")),
    )
    assert outcome.track("invoicing") == "partially_invoiced"
    assert outcome.line("30").by == "amount"


@pytest.mark.parametrize("lines", [1, 3])
def test_case_S04_what_came_in_one_go_is_received(lines: int) -> None:
    ids = [str(10 * n) for n in range(1, lines + 1)]
    outcome = assess(
        order(PO, *(line(identity, 7, price="2.50") for identity in ids)),
        receipt("WE1", *(line(str(n), 7, of=identity) for n, identity in enumerate(ids, 1))),
    )
    assert outcome.status() == "received"
    assert all(one.status == "received" for one in outcome.order().lines)


HALF = order(PO, line("10", 10, price="10.00"), line("20", 5, price="3.00"), revision="1")


@pytest.mark.parametrize(
    "amendment",
    [
        pytest.param(order_change("AE1", line("20", action="cancelled")), id="line cancelled"),
        pytest.param(order_change("AE1", line("20", 0, price="3.00")), id="quantity set to 0"),
        pytest.param(
            order(PO, line("10", 10, price="10.00"), revision="2", on="2026-03-05"), id="sent again without the line"
        ),
    ],
)
def test_case_S05_an_order_whose_open_line_is_deleted_is_received(amendment: Document) -> None:
    arrived = receipt("WE1", line("1", 10, of="10"))
    assert assess(HALF, arrived).status() == "partially_received"
    outcome = assess(HALF, arrived, amendment)
    assert outcome.status() == "received"
    assert outcome.line("20").target == 0


def test_case_S06_an_invoice_of_several_receipts_invoices_the_whole_line() -> None:
    outcome = assess(
        TEN,
        receipt("WE1", line("1", 6, of="10")),
        receipt("WE2", line("1", 4, of="10"), on="2026-03-26"),
        invoice(
            "R1",
            line("1", 6, price="10.00", receipt_number="WE1", receipt_line="1"),
            line("2", 4, price="10.00", receipt_number="WE2", receipt_line="1"),
        ),
    )
    assert outcome.status() == "invoiced"
    assert outcome.line().status == "invoiced"
    assert {one.rule for one in outcome.allocated("R1")} == {"receipt"}


def test_case_S07_an_order_of_free_samples_is_tracked_by_quantity() -> None:
    outcome = assess(
        order(PO, line("10", 5, price="0")),
        receipt("WE1", line("1", 5, of="10")),
        invoice("R1", line("1", 5, of="10", price="0")),
    )
    assert outcome.line().by == "quantity"
    assert outcome.track("receipt") == "received"
    assert outcome.track("invoicing") == "invoiced"
    assert outcome.track("invoicing") != assess(TEN).track("invoicing")


def test_case_S08_a_lower_price_leaves_no_quantity_open() -> None:
    outcome = assess(
        order(PO, line("10", 100, price="10.00")),
        receipt("WE1", line("1", 100, of="10")),
        invoice("R1", line("1", 100, of="10", price="9.00")),
    )
    assert outcome.status() == "invoiced"
    under = outcome.deviation("price_under")
    assert figures(under) == (10, 9, 1)
    assert money(under) == 100


@pytest.mark.parametrize(
    ("ordered", "billed"),
    [
        pytest.param(line("10", line_amount="157327.00"), line("1", of="10", line_amount="157323.00"), id="by value"),
        pytest.param(line("10", 157327, price="1.00"), line("1", 157323, of="10", price="1.00"), id="by quantity"),
    ],
)
def test_case_S09_a_share_that_rounds_to_all_is_not_all(ordered, billed) -> None:
    outcome = assess(order(PO, ordered), invoice("R1", billed))
    assert outcome.line().open_to_invoice == 4
    said = {outcome.status(), outcome.line().status.value, outcome.track("invoicing")}
    said |= {str(outcome.line().tracks[track]) for track in outcome.line().tracks if track == "invoicing"}
    said |= {one.status.value for one in outcome.order().revisions}
    assert said == {"partially_invoiced"}


@pytest.mark.parametrize("standing", ["draft", "proforma", "test"])
def test_case_S10_a_draft_invoice_invoices_nothing(standing: str) -> None:
    draft = invoice("R1", line("1", 10, of="10", price="10.00"), standing=standing)
    outcome = assess(TEN, draft)
    assert outcome.status() == "pending"
    assert outcome.line().invoiced == 0
    assert outcome.reason(draft) == "draft"


CANCELLING = [
    pytest.param(invoice("R2", on="2026-04-02", cancels=["R1"]), id="a note without lines"),
    pytest.param(
        invoice("R2", line("1", -10, of="10", price="10.00"), on="2026-04-02", cancels=["R1"]), id="negative lines"
    ),
    pytest.param(invoice("R1", on="2026-04-02", cancels=["R1"]), id="the number itself withdrawn"),
]


@pytest.mark.parametrize("cancelling", CANCELLING)
def test_case_S11_a_cancelled_invoice_leaves_nothing_behind(cancelling: Document) -> None:
    billed = invoice("R1", line("1", 10, of="10", price="11.00"))
    assert assess(TEN, billed).status() == "invoiced"
    outcome = assess(TEN, billed, cancelling)
    assert outcome.line().invoiced == 0
    assert outcome.line().invoiced_amount == 0
    assert outcome.status() == "pending"
    assert outcome.reason(billed) == "cancelled"
    assert "price_over" not in outcome.codes


def _overridden(*later: Document) -> Outcome:
    return assess(TEN, *later, decisions=[decide("status", status="invoiced", number=7)])


def test_case_S12_a_status_that_a_person_set_stays_when_documents_come() -> None:
    for later in ((), (receipt("WE1", line("1", 4, of="10")),), (without_lines("R1", "40.00"),)):
        outcome = _overridden(*later)
        assert outcome.status() == "invoiced"
        assert outcome.order().override == 7
    assert outcome.order().derived_status == "partially_invoiced"


def test_case_S12_a_line_can_be_overridden_by_itself() -> None:
    outcome = assess(
        order(PO, line("10", 10, price="10.00"), line("20", 1, price="1.00")),
        receipt("WE1", line("1", 4, of="10")),
        decisions=[decide("status", status="invoiced", order_line="10")],
    )
    assert (outcome.line("10").status, outcome.line("10").override) == ("invoiced", True)
    assert (outcome.line("20").status, outcome.line("20").override) == ("pending", False)


def test_case_S12_without_the_decision_the_status_is_derived_again() -> None:
    outcome = assess(TEN, receipt("WE1", line("1", 4, of="10")))
    assert outcome.status() == outcome.order().derived_status == "partially_received"
    assert outcome.order().override is None


def test_case_S13_nothing_stays_invoiced_when_the_only_invoice_is_refunded() -> None:
    billed = invoice("R1", line("1", 4, of="10", price="10.00"))
    refund = credit_note("G1", line("1", 4, of="10", price="10.00"), invoice_references=["R1"])
    assert assess(TEN, billed).status() == "partially_invoiced"
    outcome = assess(TEN, billed, refund)
    assert outcome.line().invoiced == 0
    assert outcome.track("invoicing") == "none"
    assert outcome.status() == "pending"


def test_case_S14_what_was_received_was_shipped() -> None:
    outcome = assess(TEN, receipt("WE1", line("1", 6, of="10")))
    assert outcome.line().shipped == 6
    assert outcome.line().shipped_inferred
    assert outcome.line().open_to_ship == 4
    assert outcome.track("shipment") == "partially_shipped"


def test_case_S14_nothing_is_inferred_where_shipping_is_not_tracked() -> None:
    outcome = assess(TEN, receipt("WE1", line("1", 6, of="10")), policy=policy(shipping=False))
    assert outcome.track("shipment") == "off"
    assert not outcome.line().shipped_inferred
