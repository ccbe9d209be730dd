"""Charges, units and exact quantities."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from orders.policy import Packaging
from tests.cases.build import PO, POLICY, despatch, invoice, line, order, policy, receipt, supplier, within
from tests.cases.outcome import assess, money

TEN = order(PO, line("10", 10, item="A-1", price="10.00"))
CAME = receipt("WE1", line("1", 10, of="10"))


@pytest.mark.parametrize(
    "charge",
    [
        {"amount": "7.50", "text": "Freight", "code": "FC"},
        {"amount": "7.50", "text": "Energiezuschlag"},
        {"amount": "7.50"},
    ],
)
def test_a_head_charge_that_was_not_ordered_is_one_deviation(charge: dict[str, str]) -> None:
    outcome = assess(TEN, CAME, invoice("R1", line("1", 10, of="10", price="10.00"), charges=[charge]))
    assert outcome.status() == "invoiced"
    assert money(outcome.deviation("charge_not_ordered")) == Decimal("7.50")


def test_a_charge_that_the_order_agreed_to_is_no_deviation() -> None:
    freight = [{"amount": "7.50", "text": "Freight", "code": "FC"}]
    agreed = order(PO, line("10", 10, price="10.00"), charges=freight)
    bill = invoice("R1", line("1", 10, of="10", price="10.00"), charges=freight)
    assert assess(agreed, CAME, bill).codes == set()


def test_an_allowance_is_no_charge() -> None:
    bill = invoice("R1", line("1", 10, of="10", price="10.00"), charges=[{"amount": "-5.00", "text": "Skonto"}])
    assert assess(TEN, CAME, bill).codes == set()


@pytest.mark.parametrize("name", ["Rundung", "Rounding", "Arrondi"])
def test_a_rounding_line_goes_to_the_charges(name: str) -> None:
    bill = invoice("R1", line("1", 10, of="10", price="10.00"), line("2", line_amount="0.01", name=name))
    outcome = assess(TEN, CAME, bill)
    assert outcome.status() == "invoiced"
    assert outcome.unmatched == ()


def test_packaging_on_a_despatch_advice_holds_nothing_open() -> None:
    packed = despatch("LS1", line("1", 10, of="10"), line("2", 1, unit="XPX", name="Europalette"))
    outcome = assess(TEN, packed)
    assert outcome.status() == "shipped"


def test_freight_that_was_ordered_as_a_line_is_matched_as_a_line() -> None:
    with_freight = order(PO, line("10", 10, price="10.00"), line("20", 1, item="FR", name="Fracht", price="12.00"))
    bill = invoice("R1", line("1", 10, of="10", price="10.00"), line("2", 1, of="20", name="Fracht", price="12.00"))
    outcome = assess(with_freight, bill)
    assert outcome.line("20").invoiced == 1
    assert "charge_not_ordered" not in outcome.codes


PIECES = ["C62", "H87", "EA", "NAR", "PCE"]


@pytest.mark.parametrize("ordered", PIECES)
@pytest.mark.parametrize("shipped", PIECES)
def test_all_pieces_are_one_piece(ordered: str, shipped: str) -> None:
    outcome = assess(order(PO, line("10", 10, unit=ordered)), despatch("LS1", line("1", 10, of="10", unit=shipped)))
    assert outcome.status() == "shipped"
    assert outcome.codes == set()
    assert outcome.line().unit == ordered


@pytest.mark.parametrize(
    ("ordered", "unit", "quantity", "shipped"),
    [
        ("KGM", "GRM", "2500", Decimal("2.5")),
        ("KGM", "TNE", "0.5", Decimal(500)),
        ("MTR", "CMT", "125", Decimal("1.25")),
        ("MTR", "FOT", "10", Decimal("3.048")),
        ("DZN", "C62", "1", Fraction(1, 12)),
        ("C62", "DZN", "0.5", Decimal(6)),
        ("LTR", "MTQ", "1", Decimal(1000)),
        ("HUR", "MIN", "20", Fraction(1, 3)),
    ],
)
def test_units_convert_exactly_into_the_orders(ordered: str, unit: str, quantity: str, shipped) -> None:
    outcome = assess(
        order(PO, line("10", 1000, unit=ordered)), despatch("LS1", line("1", quantity, of="10", unit=unit))
    )
    assert outcome.line().shipped == shipped
    assert outcome.counts("LS1") == shipped


def test_a_unit_that_is_not_stated_is_the_orders() -> None:
    outcome = assess(order(PO, line("10", 10, unit="KGM")), despatch("LS1", line("1", 10, of="10", unit=None)))
    assert (outcome.status(), outcome.line().shipped) == ("shipped", 10)


CARTONS = supplier(
    units={"CT": Packaging(unit="C62", factor=Decimal(12))},
    item_units={("a1", "CT"): Packaging(unit="C62", factor=Decimal(6))},
)


@pytest.mark.parametrize(("item", "pieces"), [("A-1", 12), ("B-2", 24)])
def test_the_packaging_of_an_item_goes_before_that_of_the_supplier(item: str, pieces: int) -> None:
    outcome = assess(
        order(PO, line("10", 100, item=item)),
        despatch("LS1", line("1", 2, of="10", item=item, unit="CT")),
        policy=replace(POLICY, suppliers=(CARTONS,)),
    )
    assert outcome.line().shipped == pieces


def test_packaging_is_found_by_what_the_supplier_wrote() -> None:
    words = supplier(units={"Karton": Packaging(unit="C62", factor=Decimal(12))})
    outcome = assess(
        order(PO, line("10", 100)),
        despatch("LS1", line("1", 2, of="10", unit=None, unit_text="Karton")),
        policy=replace(POLICY, suppliers=(words,)),
    )
    assert outcome.line().shipped == 24


def test_the_packaging_of_one_supplier_is_not_anothers() -> None:
    outcome = assess(order(PO, line("10", 100)), despatch("LS1", line("1", 2, of="10", unit="CT")))
    assert outcome.line().shipped == 0
    assert "unit_not_convertible" in outcome.codes


def test_a_price_is_compared_per_unit_of_the_order() -> None:
    ordered = order(PO, line("10", 3, unit="DZN", price="12.00"))
    right = invoice("R1", line("1", 36, of="10", unit="C62", price="1.00"))
    assert {"price_over", "price_under"} & assess(ordered, right).codes == set()
    dear = invoice("R1", line("1", 36, of="10", unit="C62", price="1.05"))
    assert money(assess(ordered, dear).deviation("price_over")) == Decimal("1.80")


@pytest.mark.parametrize(("limit", "seen"), [("8", False), ("7.99", True)])
def test_a_freight_line_has_the_tolerance_of_freight(limit: str, seen: bool) -> None:
    bill = invoice("R1", line("1", 10, of="10", price="10.00"), line("2", 1, name="Versandkosten", price="8.00"))
    outcome = assess(TEN, CAME, bill, policy=policy(freight=within(absolute=limit)))
    assert ("charge_not_ordered" in outcome.codes) is seen
    assert outcome.status() == "invoiced"


def test_charges_of_the_head_and_lines_that_are_charges_stand_together() -> None:
    bill = invoice(
        "R1",
        line("1", 10, of="10", price="10.00"),
        line("2", 1, name="Fracht", price="8.00"),
        charges=[{"amount": "4.50", "text": "Maut"}],
    )
    charges = assess(TEN, bill).document("R1").charges
    assert sorted(one.amount for one in charges) == [Decimal("4.50"), Decimal("8.00")]


def test_an_ordered_freight_line_holds_neither_shipment_nor_receipt_open() -> None:
    with_freight = order(PO, line("10", 10, price="10.00"), line("20", 1, name="Fracht", price="12.00"))
    outcome = assess(with_freight, despatch("LS1", line("1", 10, of="10")), CAME)
    assert (outcome.track("shipment"), outcome.track("receipt")) == ("shipped", "received")
