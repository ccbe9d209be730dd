"""Which names are those of charges, in three languages."""

from decimal import Decimal

import pytest

from matching.charges import is_charge, is_discount, is_subtotal
from orders.document import Charge
from tests.matching.build import (
    assessed,
    codes,
    for_line,
    invoice,
    line,
    order,
    receipt,
    the_line,
    the_order,
)

CHARGES = [
    "Fracht",
    "Frachtkosten",
    "Versand",
    "Versandkostenpauschale",
    "Porto und Verpackung",
    "Mautgebühr",
    "Energiezuschlag",
    "Legierungszuschlag 4,5 %",
    "Mindermengenzuschlag",
    "Nachnahmegebühr",
    "Europalette",
    "Rundungsdifferenz",
    "Anlieferungskosten",
    "Freight",
    "Freight charges",
    "Shipping & handling",
    "Fuel surcharge July",
    "Packaging",
    "Small order fee",
    "Postage",
    "Rounding",
    "Pallets",
    "Delivery charge",
    "Frais de port",
    "Port",
    "Frais d'emballage",
    "Emballage",
    "Supplément carburant",
    "Arrondi",
    "Participation aux frais",
]
GOODS = [
    "Versandkarton 40 x 30",
    "Verpackungsmaschine",
    "Transportband 5 m",
    "Palettenregal",
    "Shipping labels",
    "Packaging machine",
    "Freight lift",
    "Portable drill",
    "Zuschlagstoff für Beton",
    "Rundstahl 20 mm",
    "Porte coulissante",
    "Emballage-Automat XL",
    "Insurance broker's manual",
    "Sechskantschraube M8",
]


@pytest.mark.parametrize("name", CHARGES)
def test_a_charge_is_known_by_its_name(name: str) -> None:
    assert is_charge(line(name=name))
    assert is_charge(line(description=name.upper()))


@pytest.mark.parametrize("name", GOODS)
def test_goods_whose_names_sound_alike_are_no_charges(name: str) -> None:
    assert not is_charge(line(name=name))


def test_what_has_an_item_of_the_buyers_is_no_charge() -> None:
    assert not is_charge(line(name="Fracht", buyer_item="4711"))
    assert not is_charge(line(name="Fracht", gtin="4012345000016"))


@pytest.mark.parametrize(
    "name", ["Rabatt 3 %", "Mengenrabatt", "Discount", "Remise exceptionnelle", "Treuebonus Rabatt"]
)
def test_an_allowance_is_known_by_its_name(name: str) -> None:
    assert is_discount(line(name=name))
    assert not is_discount(line(name=name, order_line="10"))


@pytest.mark.parametrize("name", ["Zwischensumme", "Subtotal", "Sous-total A", "Übertrag"])
def test_a_subtotal_is_known_by_its_name_unless_it_has_a_price(name: str) -> None:
    assert is_subtotal(line(name=name, line_amount=10))
    assert not is_subtotal(line(name=name, unit_price=10))


def test_a_hostile_name_is_looked_at_as_far_as_a_name_can_go() -> None:
    assert not is_charge(line(name="x" * 1_000_000 + " fracht"))


TEN = order(line("10", quantity=10, unit_price=10, buyer_item="A"))


def test_a_freight_line_that_names_a_goods_line_is_a_charge_all_the_same() -> None:
    bill = invoice(
        for_line("10", 10, unit_price=10, line_amount=100, buyer_item="A"),
        for_line("10", 1, id="2", name="Fracht", unit_price=12, line_amount=12),
    )
    found = assessed(TEN, receipt(for_line("10", 10)), bill)
    assert the_line(found).invoiced == 10
    assert codes(found) == ["charge_not_ordered"]


def test_a_freight_line_that_names_the_freight_line_of_the_order_is_no_charge_beyond_it() -> None:
    ordered = order(line("10", quantity=10, unit_price=10), line("20", quantity=1, name="Fracht", line_amount=12))
    bill = invoice(for_line("10", 10, line_amount=100), for_line("20", 1, id="2", name="Fracht", line_amount=12))
    found = assessed(ordered, receipt(for_line("10", 10)), bill)
    assert codes(found) == []
    assert the_order(found).status == "invoiced"
    assert the_line(found, "20").by == "text"


def test_an_order_about_nothing_but_a_charge_is_tracked_like_any_other() -> None:
    found = assessed(order(line("10", quantity=1, name="Transport", line_amount=80)))
    assert the_line(found).by == "quantity"
    assert the_line(found).open_to_invoice == 1


def test_ordered_charges_are_used_up_by_the_bills_that_come_first() -> None:
    ordered = order(line("10", quantity=10, unit_price=10), charges=(Charge(amount=Decimal(15)),))
    first = invoice(
        for_line("10", 4, line_amount=40), name="R1", issue_date="04-01", charges=(Charge(amount=Decimal(10)),)
    )
    second = invoice(
        for_line("10", 6, line_amount=60), name="R2", issue_date="04-02", charges=(Charge(amount=Decimal(10)),)
    )
    found = assessed(ordered, receipt(for_line("10", 10)), second, first)
    (over,) = [one for one in found.deviations if one.code == "charge_not_ordered"]
    assert (over.document_number, over.amount) == ("R2", 5)
