"""What kind of document a table is."""

import pytest

from tests.ingest.tables.made import csv, document, documents, rejection

PLAIN = csv("Bestellnummer;Pos;Artikel;Menge", "4500017;10;A1;5")


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        ("Bestellnummer;Pos.;Artikel;Menge;Preis", "order"),
        ("Bestellnummer;Bestelldatum;Pos.;Menge", "order"),
        ("PO_ID;Vendor;Material;Ordered_Qty;PO_Price;PO_Date", "order"),
        ("Bestellnummer;Nachtrag;Pos.;Menge;Preis", "order_change"),
        ("Bestellnummer;Stornonummer;Pos.;Menge", "order_cancellation"),
        ("Bestellnummer;Pos.;bestätigte Menge", "order_response"),
        ("AB-Nr.;Bestellnummer;Pos.;Menge;Preis", "order_response"),
        ("PO number;Line;Qty;Confirmed date", "order_response"),
        ("PO number;Line;Qty;Acknowledgement status", "order_response"),
        ("Lieferschein-Nr.;Bestellnummer;Pos.;Menge", "despatch_advice"),
        ("PO Number;Line;Qty shipped;Item", "despatch_advice"),
        ("Bestellnummer;Pos.;Bestellmenge;Liefermenge", "despatch_advice"),
        ("Lieferschein;Bestellnummer;Pos.;Wareneingangsmenge", "receipt_advice"),
        ("GRN;Delivery note;PO;Line;Qty", "receipt_advice"),
        ("PO_ID;Received_Qty;GR_Date", "receipt_advice"),
        ("Rechnungsnummer;Lieferschein-Nr.;Bestellnummer;Pos.;Menge;Preis", "invoice"),
        ("PO_ID;Invoice_Qty;Invoice_Price;Invoice_Date", "invoice"),
        ("Invoice no;PO;Net amount;VAT;Gross amount", "invoice"),
        ("N° facture;N° commande;Ligne;Quantité;Montant", "invoice"),
        ("Gutschriftsnummer;Rechnungsnummer;Bestellnummer;Menge;Preis", "credit_note"),
        ("N° avoir;N° facture;N° commande;Quantité;Prix", "credit_note"),
    ],
)
def test_the_latest_document_that_the_headings_speak_of_is_what_the_table_is(headings: str, kind: str) -> None:
    cells = ";".join("2026-03-04" if "dat" in one.lower() else "1" for one in headings.split(";"))
    assert document(csv(headings, cells)).type == kind


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("orders", "order"),
        ("Bestellungen", "order"),
        ("commandes", "order"),
        ("order_changes", "order_change"),
        ("Nachträge", "order_change"),
        ("stornos", "order_cancellation"),
        ("order-responses", "order_response"),
        ("Auftragsbestätigungen", "order_response"),
        ("Lieferscheine", "despatch_advice"),
        ("despatch_advices", "despatch_advice"),
        ("ASN", "despatch_advice"),
        ("acme/livraisons", "despatch_advice"),
        ("Wareneingänge", "receipt_advice"),
        ("receipts", "receipt_advice"),
        ("invoices", "invoice"),
        ("Rechnungen/2026", "invoice"),
        ("factures", "invoice"),
        ("Gutschriften", "credit_note"),
        ("credit_notes", "credit_note"),
    ],
)
def test_the_subfolder_decides_where_the_headings_do_not(folder: str, kind: str) -> None:
    assert document(PLAIN, folder).type == kind


def test_a_table_that_could_be_anything_is_a_question() -> None:
    reject = rejection(PLAIN)
    assert reject.code == "TABLE_TYPE_UNCLEAR"
    assert "inbox/invoices" in (reject.hint or "")
    assert rejection(PLAIN, "acme").code == "TABLE_TYPE_UNCLEAR"


def test_quantities_of_several_kinds_are_a_question_that_names_them() -> None:
    reject = rejection(csv("PO,Line,Shipped Qty,Received Qty", "P1,1,5,4"))
    assert reject.code == "TABLE_TYPE_UNCLEAR"
    assert "despatch_advice or receipt_advice" in reject.message
    assert document(csv("PO,Line,Shipped Qty,Received Qty", "P1,1,5,4"), "receipts").lines[0].quantity == 4


def test_a_list_of_open_orders_is_no_despatch_advice() -> None:
    headings = "PO,Line,Ordered Qty,Delivered Qty,Open Qty"
    assert rejection(csv(headings, "P1,1,5,4,1")).code == "TABLE_TYPE_UNCLEAR"


def test_a_subfolder_that_the_headings_contradict_is_a_question() -> None:
    reject = rejection(csv("Rechnungsnummer;Bestellnummer;Menge", "R1;B1;5"), "orders")
    assert reject.code == "TABLE_TYPE_UNCLEAR"
    assert "order or invoice" in reject.message


def test_a_later_document_may_name_earlier_ones() -> None:
    assert document(csv("Lieferschein-Nr.;Bestellnummer;Menge", "L1;B1;5"), "invoices").type == "invoice"


def test_the_title_says_more_than_the_subfolder() -> None:
    text = csv("Gutschrift;;", "Nr.: G1;;", "Rechnungsnummer;Bestellnummer;Menge", "R1;B1;5")
    assert document(text, "invoices").type == "credit_note"


def test_a_column_of_types_decides_row_by_row() -> None:
    text = csv(
        "Belegart;Belegnummer;Bestellnummer;Pos.;Menge", "RE;R1;B1;10;5", "Gutschrift;G1;B1;10;-1", "380;R2;B1;20;2"
    )
    assert [(one.type, one.number) for one in documents(text)] == [
        ("invoice", "R1"),
        ("credit_note", "G1"),
        ("invoice", "R2"),
    ]


def test_one_number_of_two_types_is_two_documents() -> None:
    text = csv("document_type,document_number,order_number,quantity", "invoice,7,P1,5", "credit_note,7,P1,1")
    assert [one.type for one in documents(text)] == ["invoice", "credit_note"]


def test_a_type_that_nobody_knows_is_a_question_with_its_row() -> None:
    text = csv("Belegart;Belegnummer;Bestellnummer;Menge", "Rechnung;R1;B1;5", "Mahnung;M1;B1;5")
    reject = rejection(text)
    assert (reject.code, reject.where) == ("TABLE_UNKNOWN_TYPE", "row 3")
    assert "Mahnung" in reject.message


@pytest.mark.parametrize(
    "text",
    [
        csv("PO_ID,Accrued_Amount,Aging_Days", "PO001,3224.45,100"),
        csv("Name,Phone,City", "A,1,B"),
        csv("a;b", "c;d"),
        "one,two\n",
        csv("Supplier,Currency,PO", "A,EUR,P1"),
    ],
)
def test_a_table_of_something_else_is_refused(text: str) -> None:
    assert rejection(text, "invoices").code in ("TABLE_NOT_RECOGNIZED", "TABLE_TOO_LITTLE_KNOWN", "TABLE_TYPE_UNCLEAR")


def test_headings_without_rows_are_no_document() -> None:
    assert rejection("Rechnungsnummer;Bestellnummer;Menge\n").code == "TABLE_NOT_RECOGNIZED"
