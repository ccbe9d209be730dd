"""Worked cases in which the file itself is half of the trouble: read from UBL, then assessed."""

from decimal import Decimal
from fractions import Fraction

import pytest

from orders.document import DocumentType
from orders.policy import Packaging
from tests.cases.build import PO, invoice, line, order, policy, receipt, supplier
from tests.cases.outcome import figures, money
from tests.cases.papers import assess_files, bill, billing_reference, head_charge, order_reference, row, table

CREDITED = "CreditNote"


@pytest.mark.parametrize("text", ["P00001, P00002", "P00001;P00002", "P00001 / P00002"])
def test_case_S18_a_file_that_names_two_orders_in_one_field_finds_both(text: str) -> None:
    file = bill(
        "R1",
        order_reference(text),
        row("1", "3", "3.00", "1.00", item="A-1"),
        row("2", "4", "4.00", "1.00", item="B-2"),
        net="7.00",
    )
    orders = (
        order("P00001", line("1", 3, item="A-1", price="1.00")),
        order("P00002", line("1", 4, item="B-2", price="1.00")),
    )
    found = assess_files(file, also=orders)
    assert (found.line("1", "P00001").invoiced, found.line("1", "P00002").invoiced) == (3, 4)


def test_case_S19_a_sales_order_number_is_the_suppliers() -> None:
    ordered = order(PO, line("1", 3, item="A-1", price="1.00"), line("2", 3, item="B-2", price="1.00"))
    right = bill("R1", order_reference(PO, "SO-77"), row("1", "3", "3.00", "1.00", of="2", sales_line="1"), net="3.00")
    assert [one.order_line for one in assess_files(right, also=(ordered,)).allocated("R1")] == ["2"]
    crosswise = bill("R1", order_reference("SO-77", PO), row("1", "3", "3.00", "1.00", of="2"), net="3.00")
    found = assess_files(crosswise, also=(ordered,))
    assert found.allocated("R1") == []
    assert [(one.code, one.order_number) for one in found.unmatched] == [("order_not_found", "SO-77")]


def test_case_S20_a_line_from_the_receipt_and_one_from_the_order_in_one_file() -> None:
    file = bill(
        "R1",
        order_reference(PO),
        "<cac:ReceiptDocumentReference><cbc:ID>WE1</cbc:ID></cac:ReceiptDocumentReference>",
        row("a", "9", "45.00", "5.00", item="A-1"),
        row("b", "1", "5.00", "5.00", of="10"),
        net="50.00",
    )
    ordered = order(PO, line("10", 10, item="A-1", price="5.00"))
    found = assess_files(file, also=(ordered, receipt("WE1", line("1", 9, of="10"))))
    assert (found.line().invoiced, found.line().received) == (10, 9)
    assert figures(found.deviation("invoiced_not_received"))[2] == 1


def test_case_S22_a_box_in_the_file_is_what_was_ordered_by_the_box() -> None:
    file = bill("R1", order_reference(PO), row("1", "1", "10.00", "10.00", of="10", unit="BX"), net="10.00")
    found = assess_files(file, also=(order(PO, line("10", 1, unit="XBX", price="10.00")),))
    assert (found.status(), found.line().invoiced) == ("invoiced", 1)


def test_case_S22_a_box_in_the_file_is_as_many_pieces_as_the_configuration_says() -> None:
    file = bill("R1", order_reference(PO), row("1", "1", "10.00", "10.00", of="10", unit="BX"), net="10.00")
    boxes = policy(suppliers=(supplier(units={"BX": Packaging(unit="C62", factor=Decimal(10))}),))
    found = assess_files(file, also=(order(PO, line("10", 10, price="1.00")),), policy=boxes)
    assert (found.status(), found.line().invoiced) == ("invoiced", 10)


@pytest.mark.parametrize("quantity", ["1", "3", "250"])
def test_case_S27_a_price_that_holds_the_tax_is_compared_by_the_net_amount_of_its_line(quantity: str) -> None:
    net = str(Decimal(quantity) * 10)
    file = bill("R1", order_reference(PO), row("1", quantity, net, "11.90", of="10"), net=net)
    found = assess_files(file, also=(order(PO, line("10", quantity, price="10.00")),))
    assert {"price_over", "price_under"} & found.codes == set()
    assert found.line().invoiced_amount == Decimal(net)
    dear = bill("R1", order_reference(PO), row("1", quantity, net, "11.90", of="10"), net=net)
    over = assess_files(dear, also=(order(PO, line("10", quantity, price="9.00")),)).deviation("price_over")
    assert figures(over) == (9, 10, 1)


@pytest.mark.parametrize(("quantity", "amount"), [("50", "1.00"), ("100", "2.00"), ("4991", "99.82")])
def test_case_S23_a_price_per_hundred_is_divided_once(quantity: str, amount: str) -> None:
    file = bill("R1", order_reference(PO), row("1", quantity, amount, "2.00", base="100", of="10"), net=amount)
    found = assess_files(file, also=(order(PO, line("10", quantity, price="0.02")),))
    assert found.line().invoiced_amount == Decimal(amount)
    assert {"price_over", "price_under", "line_amount_mismatch"} & found.codes == set()


def test_case_S24_a_price_of_nothing_beside_an_amount() -> None:
    file = bill("R1", order_reference(PO), row("1", "10", "100.00", "0.00", of="10"), net="100.00")
    found = assess_files(file, also=(order(PO, line("10", 10, price="10.00")),))
    assert {"price_over", "price_under"} & found.codes == set()
    assert found.line().invoiced_amount == 100


def test_case_S24_a_priced_line_of_quantity_nothing_and_a_charge_of_the_whole() -> None:
    file = bill(
        "R1",
        order_reference(PO),
        head_charge("10.40", "Freight"),
        row("1", "10", "100.00", "10.00", of="10"),
        row("2", "0", "12.00", "12.00"),
        net="122.40",
    )
    found = assess_files(file, also=(order(PO, line("10", 10, price="10.00")),))
    assert found.status() == "invoiced"
    assert found.unmatched == ()
    assert sorted(money(one) for one in found.deviations("charge_not_ordered")) == [Decimal("10.40"), Decimal("12.00")]


def test_case_S25_a_discount_of_the_line_is_part_of_its_price() -> None:
    file = bill("R1", order_reference(PO), row("1", "10", "90.00", "10.00", of="10", allowance="10.00"), net="90.00")
    found = assess_files(file, also=(order(PO, line("10", 10, price="9.00")),))
    assert {"price_over", "price_under", "line_amount_mismatch"} & found.codes == set()
    assert found.line().invoiced_amount == 90


def test_case_S36_two_credit_notes_of_one_day_for_one_invoice() -> None:
    notes = [
        bill(
            number,
            order_reference(PO),
            billing_reference("R1"),
            row("1", quantity, f"{quantity}0.00", "10.00", of="10", credit=True),
            net=f"{quantity}0.00",
            kind=CREDITED,
            on="2026-04-10",
        )
        for number, quantity in (("G1", "2"), ("G2", "3"))
    ]
    billed = invoice("R1", line("1", 10, of="10", price="10.00"))
    found = assess_files(*notes, also=(order(PO, line("10", 10, price="10.00")), billed))
    assert found.line().invoiced == 5
    assert {one.counted for one in found.documents if one.type == DocumentType.CREDIT_NOTE} == {True}


@pytest.mark.parametrize("sign", ["", "-"])
def test_case_S37_a_credit_note_file_of_either_sign(sign: str) -> None:
    note = bill(
        "G1",
        order_reference(PO),
        row("1", f"{sign}4", f"{sign}40.00", "10.00", of="10", credit=True),
        net=f"{sign}40.00",
        kind=CREDITED,
    )
    billed = invoice("R1", line("1", 10, of="10", price="10.00"), on="2026-03-28")
    found = assess_files(note, also=(order(PO, line("10", 10, price="10.00")), billed))
    assert (found.line().invoiced, found.line().invoiced_amount) == (6, 60)


TEN = order(PO, line("10", 10, item="A-1", price="10.00"))
IN_XML = bill("R-0001", order_reference(PO), row("1", "10", "100.00", "10.00", of="10"), net="100.00")
BILL_HEAD = (
    "Rechnungsnummer;Rechnungsdatum;Bestellnummer;Pos.;Bestellposition;Artikelnummer;Menge;ME;Einzelpreis;Betrag"
)


@pytest.mark.parametrize("number", ["R-0001", "r0001", "R1"])
def test_case_S51_the_same_invoice_as_a_table_counts_once(number: str) -> None:
    in_csv = table(BILL_HEAD, f"{number};30.03.2026;{PO};1;10;;10;Stk;10,00;100,00")
    found = assess_files(IN_XML, in_csv, also=(TEN,))
    assert found.line().invoiced == 10
    assert found.status() == "invoiced"
    assert sorted(one.counted for one in found.documents if one.type == DocumentType.INVOICE) == [False, True]


def test_case_S18_a_table_may_name_two_orders_in_one_cell() -> None:
    both = table(
        BILL_HEAD,
        "R1;30.03.2026;P00001, P00002;1;;A-1;3;Stk;1,00;3,00",
        "R1;30.03.2026;P00001, P00002;2;;B-2;4;Stk;1,00;4,00",
    )
    orders = (
        order("P00001", line("1", 3, supplier_item="A-1", price="1.00")),
        order("P00002", line("1", 4, supplier_item="B-2", price="1.00")),
    )
    found = assess_files(both, also=orders)
    assert (found.line("1", "P00001").invoiced, found.line("1", "P00002").invoiced) == (3, 4)


def test_case_S16_a_split_delivery_in_a_table_counts_whole() -> None:
    split = table(
        "Lieferschein-Nr.;Lieferscheindatum;Bestellnummer;Bestellposition;Artikelnummer;Liefermenge;ME",
        f"LS1;20.03.2026;{PO};10;A-1;300;Stk",
        f"LS1;20.03.2026;{PO};;A-1;700;Stk",
    )
    found = assess_files(
        split, also=(order(PO, line("10", 1000, supplier_item="A-1"), line("20", 5, supplier_item="B-2")),)
    )
    assert found.line("10").shipped == 1000


def test_case_S21_pieces_of_a_dozen_in_a_table() -> None:
    seven = table(BILL_HEAD, f"R1;30.03.2026;{PO};1;10;;7;Stk;1,00;7,00")
    found = assess_files(seven, also=(order(PO, line("10", 1, unit="DZN", price="12.00")),))
    assert found.line().invoiced == Fraction(7, 12)
