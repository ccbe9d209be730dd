"""Tables as programs export them: what their headings mean together, and what must not be guessed."""

from decimal import Decimal

import pytest

from tests.ingest.tables.made import csv, document, documents, rejection


def test_headings_behind_the_name_of_their_group_are_known() -> None:
    read = document(
        csv(
            "Order Reference,Vendor,Order Lines/Product,Order Lines/Quantity,Order Lines/Unit Price,Expected Arrival",
            "P00012,Azure,Acoustic Screens,10.0,295.00,2026-11-20",
            ",,Office Chair,5.0,70.50,2026-11-21",
        )
    )
    assert (read.type, read.number) == ("order", "P00012")
    assert [(one.name, one.quantity, one.unit_price) for one in read.lines] == [
        ("Acoustic Screens", Decimal("10.0"), Decimal("295.00")),
        ("Office Chair", Decimal("5.0"), Decimal("70.50")),
    ]


def test_a_slash_within_a_heading_names_no_group() -> None:
    assert rejection(csv("Bestellnummer;Lieferant/Lieferwerk", "4711;1 Müller")).code == "TABLE_NOT_RECOGNIZED"


def test_what_was_ordered_with_a_day_of_confirmation_may_be_the_order_or_the_answer() -> None:
    text = csv("Order Reference,Confirmation Date,Order Lines/Quantity,Item", "P1,2026-11-02,10,A", "P2,2026-11-03,5,B")
    refused = rejection(text)
    assert (refused.code, "order or order_response" in refused.message) == ("TABLE_TYPE_UNCLEAR", True)
    assert [one.type for one in documents(text, "orders")] == ["order", "order"]


@pytest.mark.parametrize(
    "headings",
    [
        "Lieferschein-Nr.;Bestellnummer;Pos.;Artikel;Zahl",
        "Wareneingangsnummer;Bestellnummer;Pos.;Artikel;Zahl",
        "Rechnungsnummer;Bestellnummer;Pos.;Artikel;Zahl",
        "Bestellnummer;Bestelldatum;Pos.;Artikel;Zahl",
        "AB-Nr.;Bestellnummer;Pos.;Artikel;Zahl",
    ],
)
def test_lines_whose_quantities_nobody_understands_are_a_question(headings: str) -> None:
    date = "Bestelldatum" in headings
    refused = rejection(csv(headings, "4711;2026-03-04;10;A1;5" if date else "L1;4711;10;A1;5"))
    assert (refused.code, "quantities" in refused.message) == ("TABLE_TOO_LITTLE_KNOWN", True)


def test_an_answer_to_a_whole_order_is_not_made_of_what_nobody_understands() -> None:
    assert document(csv("AB-Nr.;Bestellnummer", "AB1;4711")).order_references[0].number == "4711"
    assert document(csv("AB-Nr.;Bestellnummer;Sachbearbeiter", "AB1;4711;Frau Huber")).lines == ()
    assert rejection(csv("AB-Nr.;Bestellnummer;Stk. fest", "AB1;4711;12")).code == "TABLE_TOO_LITTLE_KNOWN"


def test_a_layout_says_more_than_the_headings_about_quantities() -> None:
    invoice = document(csv("Rechnungsnummer;Bestellnummer;Artikel;Betrag", "R1;4711;A1;12,50"))
    assert (invoice.lines[0].quantity, invoice.lines[0].line_amount) == (None, Decimal("12.50"))


def test_movements_of_goods_in_units_of_entry_are_receipts() -> None:
    receipts = documents(
        csv(
            "Materialbeleg;Buchungsdatum;Bestellung;Bestellposition;Menge in ErfassME;ErfassungsME;Bewegungsart",
            "5000123456;10.11.2026;4500012345;10;980;ST;101",
            "5000123457;11.11.2026;4500012345;10;-20;ST;102",
        )
    )
    assert [(one.type, one.number, one.lines[0].quantity) for one in receipts] == [
        ("receipt_advice", "5000123456", 980),
        ("receipt_advice", "5000123457", -20),
    ]


def test_a_line_behind_the_suppliers_order_is_the_suppliers() -> None:
    read = document(
        csv(
            "Document No.,Order No.,Line No.,Type,No.,Quantity,Unit of Measure Code,Shipment Date,Your Reference",
            "102045,S-9,10000,Item,1896-S,4,PCS,11/20/2026,PO-7781",
            "102045,S-9,20000,Item,1900-S,8,PCS,11/20/2026,PO-7781",
        )
    )
    assert [(one.supplier_order_line, one.order_line, one.order_number, one.supplier_item) for one in read.lines] == [
        ("10000", None, "PO-7781", "1896-S"),
        ("20000", None, "PO-7781", "1900-S"),
    ]


def test_the_buyers_number_is_the_orders_and_the_shops_the_suppliers() -> None:
    read = document(
        csv(
            "Order Date,Order ID,Purchase order number,ASIN,Title,Item Quantity,Purchase PPU,Item Net Total",
            "11/13/2026,112-88,PO-1001,B08X1,USB-C Cable,10,7.99,79.90",
        )
    )
    (line,) = read.lines
    assert (read.type, read.number) == ("order", "PO-1001")
    assert (line.order_number, line.supplier_order_number) == (None, "112-88")
    assert (line.quantity, line.unit_price, line.line_amount) == (10, Decimal("7.99"), Decimal("79.90"))


@pytest.mark.parametrize(
    ("price", "discount", "amount", "net"),
    [
        ("0,08", "5", "38,00", "0.076"),  # the amount is that of the net price
        ("10,00", "12,5", "4375,00", "8.75"),
        ("8,75", "12,5", "4375,00", "8.75"),  # the price is net already
        ("10,00", "0", "5000,00", "10.00"),
        ("10,00", "12,5", "", "8.75"),
        ("10,00", "12,5", "4000,00", "10.00"),  # neither explains it: that is told
    ],
)
def test_a_discount_is_in_the_net_price(price: str, discount: str, amount: str, net: str) -> None:
    read = document(
        csv("Rechnungsnummer;Bestellnummer;Menge;E-Preis;Rabatt %;Gesamt", f"R1;4711;500;{price};{discount};{amount}")
    )
    assert read.lines[0].unit_price == Decimal(net)
    assert bool(read.issues) is (amount == "4000,00")


def test_a_bill_whose_prices_nobody_understands_is_a_question() -> None:
    bare = csv("Rechnungsnummer;Bestellnummer;Artikel;Menge;Zahl", "R1;4711;A1;5;12,50")
    assert (rejection(bare).code, "prices" in rejection(bare).message) == ("TABLE_TOO_LITTLE_KNOWN", True)
    assert (
        document(csv("Rechnungsnummer;Bestellnummer;Artikel;Menge;Charge", "R1;4711;A1;5;1250")).lines[0].quantity == 5
    )


def test_small_amounts_of_tax_are_no_rates() -> None:
    read = document(
        csv("Invoice;PO;Line;Qty;Price;Line Total;VAT", "R1;P1;1;10;5.00;50.00;10.00", "R1;P1;2;5;4.00;20.00;4.00")
    )
    assert [one.tax_rate for one in read.lines] == [None, None]
    read = document(
        csv("Invoice;PO;Line;Qty;Price;Line Total;VAT", "R1;P1;1;10;5.00;50.00;19", "R1;P1;2;5;4.00;20.00;7")
    )
    assert [one.tax_rate for one in read.lines] == [19, 7]


def test_a_unit_may_stand_with_the_quantity_though_there_is_a_column_of_units() -> None:
    read = document(csv("Lieferschein;Bestellung;Artikel;Menge;Einheit", "L1;B1;A;1.000 Stk;", "L1;B1;B;5;kg"))
    assert [(one.quantity, one.unit) for one in read.lines] == [(1000, "H87"), (5, "KGM")]


def test_what_was_delivered_is_what_came_where_a_receipt_says_nothing_else() -> None:
    read = document(csv("Wareneingangsnr;Bestellnummer;Artikel;Menge geliefert;Menge Ausschuss", "W1;B1;A;98;2"))
    assert (read.lines[0].quantity, read.lines[0].rejected_quantity) == (98, 2)
    read = document(csv("Wareneingangsnr;Bestellnummer;Artikel;Liefermenge;Gutmenge;Ausschuss", "W1;B1;A;100;90;2"))
    assert (read.lines[0].quantity, read.lines[0].rejected_quantity) == (92, 2)
    refused = rejection(csv("Wareneingangsnr;Bestellnummer;Artikel;Ausschuss", "W1;B1;A;2"))
    assert refused.code == "TABLE_TOO_LITTLE_KNOWN"


def test_a_reference_is_an_item_among_french_headings_only() -> None:
    (line,) = document(csv("Invoice;PO;Reference;Description;Qty;Price", "R1;P1;X-9;Bolt;1;2.00")).lines
    assert line.supplier_item is None
    (line,) = document(csv("Facture;Commande;Référence;Désignation;Quantité;Prix", "R1;P1;X-9;Vis;1;2,00")).lines
    assert line.supplier_item == "X-9"


def test_a_credit_names_the_invoice_that_it_is_for() -> None:
    (line,) = document(csv("Gutschrift-Nr.;zu Rechnung;Bestellung;Artikel;Menge;Preis", "G1;R1;B1;A;2;18,40")).lines
    assert line.invoice_number == "R1"
