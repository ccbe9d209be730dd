"""Which heading is which field, in three languages and for each kind of document."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ingest.flat.fields import FIELDS
from ingest.flat.words import heading_key
from ingest.formats.tables import heading_words, plain_words
from ingest.formats.tables.condition_words import CONDITIONS
from ingest.formats.tables.head import heading_phrase
from ingest.formats.tables.meaning import fields_of
from ingest.formats.tables.phrases import phrase_of
from orders.document import DocumentType
from tests.ingest.tables.made import csv, document, rejection

ORDER = DocumentType.ORDER
RESPONSE = DocumentType.ORDER_RESPONSE
DESPATCH = DocumentType.DESPATCH_ADVICE
RECEIPT = DocumentType.RECEIPT_ADVICE
INVOICE = DocumentType.INVOICE
CREDIT = DocumentType.CREDIT_NOTE


@pytest.mark.parametrize(
    ("heading", "kind", "field"),
    [
        ("Bestellnummer", ORDER, "document_number"),
        ("Bestellnummer", INVOICE, "order_number"),
        ("Bestell-Nr.", DESPATCH, "order_number"),
        ("BESTELL NR", DESPATCH, "order_number"),
        ("Ihre Bestell-Nr.", RESPONSE, "order_number"),
        ("Nr. der Bestellung", INVOICE, "order_number"),
        ("PO Number", DESPATCH, "order_number"),
        ("P.O. #", INVOICE, "order_number"),
        ("PO_ID", RECEIPT, "order_number"),
        ("Purchase Order No.", RESPONSE, "order_number"),
        ("customerPONumber", INVOICE, "order_number"),
        ("N° de commande", DESPATCH, "order_number"),
        ("Numéro de commande", ORDER, "document_number"),
        ("Bon de commande", INVOICE, "order_number"),
        ("Lieferschein-Nr.", DESPATCH, "document_number"),
        ("Lieferschein-Nr.", INVOICE, "despatch_number"),
        ("Delivery note", RECEIPT, "despatch_number"),
        ("BL", DESPATCH, "document_number"),
        ("Rechnungsnummer", INVOICE, "document_number"),
        ("Rechnungs-Nr.", CREDIT, "invoice_number"),
        ("N° facture", INVOICE, "document_number"),
        ("Gutschriftsnummer", CREDIT, "document_number"),
        ("AB-Nr.", RESPONSE, "document_number"),
        ("Order confirmation no", RESPONSE, "document_number"),
        ("AB-Nr.", DESPATCH, "supplier_order_number"),
        ("Wareneingangsnummer", RECEIPT, "document_number"),
        ("GRN", INVOICE, "receipt_number"),
        ("Beleg-Nr.", INVOICE, "document_number"),
        ("Bestellpos.", INVOICE, "order_line"),
        ("Bestellposition", ORDER, "line"),
        ("PO line item", DESPATCH, "order_line"),
        ("Rechnungsposition", INVOICE, "line"),
        ("Lieferscheinposition", INVOICE, "despatch_line"),
        ("Ligne de commande", INVOICE, "order_line"),
        ("Menge", DESPATCH, "quantity"),
        ("Bestellmenge", ORDER, "quantity"),
        ("Bestellmenge", DESPATCH, None),
        ("Liefermenge", DESPATCH, "quantity"),
        ("gelieferte Menge", DESPATCH, "quantity"),
        ("Qty shipped", DESPATCH, "quantity"),
        ("Liefermenge", INVOICE, "quantity"),
        ("Liefermenge", RECEIPT, "quantity"),
        ("Qty received", RECEIPT, "quantity"),
        ("Menge erhalten", RECEIPT, "quantity"),
        ("Accepted quantity", RECEIPT, "accepted_quantity"),
        ("abgelehnte Menge", RECEIPT, "rejected_quantity"),
        ("bestätigte Menge", RESPONSE, "quantity"),
        ("Quantité facturée", INVOICE, "quantity"),
        ("Qté livrée", DESPATCH, "quantity"),
        ("Restmenge", DESPATCH, "outstanding_quantity"),
        ("Reste à livrer", DESPATCH, "outstanding_quantity"),
        ("Rückstand", DESPATCH, "backorder_quantity"),
        ("Überlieferungstoleranz", ORDER, "quantity_over_percent"),
        ("Unterlieferungstoleranz %", ORDER, "quantity_under_percent"),
        ("Unterlieferung in %", ORDER, "quantity_under_percent"),
        ("Over-delivery tolerance", ORDER, "quantity_over_percent"),
        ("Underdelivery Tolerance (%)", ORDER, "quantity_under_percent"),
        ("Tolérance de sur-livraison", ORDER, "quantity_over_percent"),
        ("Tolérance en moins (%)", ORDER, "quantity_under_percent"),
        ("Überlieferungstoleranz", INVOICE, None),
        ("Mindestliefermenge", ORDER, "minimum_quantity"),
        ("Retourengrund", RECEIPT, "remedy"),
        ("Return reason", CREDIT, "remedy"),
        ("Motif du retour", RECEIPT, "remedy"),
        ("Retourengrund", INVOICE, None),
        ("Mengeneinheit", INVOICE, "unit"),
        ("UoM", ORDER, "unit"),
        ("Unité", ORDER, "unit"),
        ("Einzelpreis netto", INVOICE, "unit_price"),
        ("Prix unitaire HT", INVOICE, "unit_price"),
        ("Rechnungspreis", INVOICE, "unit_price"),
        ("Bestellpreis", INVOICE, None),
        ("Preiseinheit", ORDER, "price_base"),
        ("Positionswert", INVOICE, "line_amount"),
        ("Line total", INVOICE, "line_amount"),
        ("Preis (EUR)", INVOICE, "unit_price"),
        ("Price in USD", INVOICE, "unit_price"),
        ("Menge [Stk]", DESPATCH, "quantity"),
        ("Liefertermin", ORDER, "requested_date"),
        ("Liefertermin", RESPONSE, "promised_date"),
        ("Lieferdatum", DESPATCH, "delivery_date"),
        ("Wunschtermin", RESPONSE, "requested_date"),
        ("Date de livraison", ORDER, "requested_date"),
        ("Bestätigter Liefertermin", RESPONSE, "promised_date"),
        ("Bestelldatum", ORDER, "issue_date"),
        ("Bestelldatum", INVOICE, "order_date"),
        ("Rechnungsdatum", INVOICE, "issue_date"),
        ("GR_Date", RECEIPT, "issue_date"),
        ("Ship date", DESPATCH, "issue_date"),
        ("Fällig am", INVOICE, "due_date"),
        ("Due date", ORDER, "requested_date"),
        ("Artikel-Nr.", ORDER, "buyer_item"),
        ("Artikel-Nr.", INVOICE, "supplier_item"),
        ("Ihre Artikelnummer", INVOICE, "buyer_item"),
        ("Lieferantenartikelnummer", ORDER, "supplier_item"),
        ("Vendor part no.", ORDER, "supplier_item"),
        ("EAN", INVOICE, "gtin"),
        ("Bezeichnung", INVOICE, "name"),
        ("Désignation", ORDER, "name"),
        ("Lieferant", ORDER, "supplier"),
        ("Vendor no.", ORDER, "supplier_id"),
        ("MwSt-Satz", INVOICE, "tax_rate"),
        ("Bruttobetrag", INVOICE, "gross"),
        ("Währung", INVOICE, "currency"),
        ("Devise", INVOICE, "currency"),
        ("Bestätigungsstatus", RESPONSE, "response"),
        ("Bemerkung", INVOICE, "note"),
    ],
)
def test_a_usual_heading_is_the_field_that_it_means_in_that_document(
    heading: str, kind: DocumentType, field: str | None
) -> None:
    phrase = heading_phrase(heading)
    assert phrase is not None
    assert next(iter(fields_of(phrase.concept, kind)), None) == field


@pytest.mark.parametrize("heading", ["PO / SO #", "ASN/DN #", "Kostenstelle", "Aging_Days", "", "%", "…"])
def test_a_heading_of_two_things_or_of_none_is_not_known(heading: str) -> None:
    assert phrase_of(heading_key(heading)) is None


@pytest.mark.parametrize(
    "spellings",
    [
        ("Bestellnummer", "Bestell-Nr.", "BESTELLNR", "Bestell Nr", "Nr. Bestell", "bestellNummer", "Bestell_No"),
        ("Stückzahl", "Stueckzahl", "STÜCKZAHL"),
        ("N° de commande", "No commande", "Numéro de la commande", "commande n°", "Commande #"),
        ("Qté livrée", "Qte livree", "QTÉ LIVRÉE"),
    ],
)
def test_spelling_does_not_matter(spellings: tuple[str, ...]) -> None:
    assert len({heading_key(spelling) for spelling in spellings}) == 1


def test_every_word_list_is_whole() -> None:
    """A line that is indented wrongly would vanish in its neighbour."""
    for text in (plain_words.PLAIN, heading_words.SUBJECTS, heading_words.DONE, heading_words.LOOSE_SUBJECTS):
        for line in text.strip().splitlines():
            assert not line.startswith(" ") or line.startswith(("  de: ", "  en: ", "  fr: ", "      ")), line


@pytest.mark.parametrize("heading", ["Mindestmenge", "Mindestbestellmenge", "MOQ", "Minimum quantity per order"])
def test_what_may_be_ordered_is_not_what_satisfies_the_order(heading: str) -> None:
    assert heading_phrase(heading) is None


def test_every_plain_heading_has_a_meaning_in_some_document() -> None:
    for line in (plain_words.PLAIN.strip() + CONDITIONS.rstrip()).splitlines():
        if not line.startswith(" "):
            concept = line.partition("?")[0]
            assert concept in ("document_type", "amount") or any(fields_of(concept, kind) for kind in DocumentType), (
                concept
            )


def test_every_canonical_column_is_understood_by_its_name() -> None:
    """One row that says everything; what cannot stand together is left out."""
    values: dict[str, Any] = {
        "document_type": "invoice", "document_number": "D1", "issue_date": "2026-03-04", "issue_time": "10:20:30",
        "revision": "2", "type_code": "380", "profile": "p", "due_date": "2026-04-04", "order_date": "2026-03-01",
        "currency": "EUR", "supplier": "ACME", "supplier_id": "0088:4012345000009", "supplier_vat_id": "DE123456789",
        "buyer": "Buyer", "buyer_id": "B1", "buyer_vat_id": "DE987654321", "standing": "prepayment", "copy": "yes",
        "replaces": "R1", "cancels": "C1", "contract_number": "K1", "order_change_number": "OC1", "iban": "DE02",
        "bic": "X", "lines_total": "50", "net": "62", "tax": "11.78", "gross": "73.78", "payable": "73.78",
        "freight": "12",
        "order_number": "P1", "supplier_order_number": "S1", "despatch_number": "LS1", "receipt_number": "WE1",
        "invoice_number": "I0", "response": "accepted", "delivery_date": "2026-03-02", "unit": "Stk", "line": "1",
        "order_line": "10", "supplier_order_line": "11", "despatch_line": "12", "receipt_line": "13",
        "invoice_line": "14", "buyer_item": "BI", "supplier_item": "SI", "gtin": "4012345678901", "name": "Screw",
        "description": "long",
        "quantity": "5", "rejected_quantity": "1", "short_quantity": "2", "outstanding_quantity": "3",
        "backorder_quantity": "4", "minimum_quantity": "5", "maximum_quantity": "6", "quantity_under_percent": "7",
        "quantity_over_percent": "8", "unit_price": "1000", "price_base": "100", "line_amount": "50", "tax_rate": "19",
        "discount_percent": "0",
        "requested_date": "2026-03-01", "promised_date": "2026-03-02", "action": "changed",
        "substitute_supplier_item": "X1", "substitute_gtin": "X2", "substitute_name": "X3", "charge": "0",
        "charge_text": "t", "charge_code": "c", "note": "n", "remedy": "refund",
    }  # fmt: skip
    assert {field.name for field in FIELDS} - set(values) == {"accepted_quantity", "returned_quantity"}
    read = document(csv(",".join(values), ",".join(values.values())))
    assert read.issues == ()
    line = read.lines[0]
    assert (read.type, read.number, read.issue_date, str(read.issue_time)) == (
        "invoice",
        "D1",
        date(2026, 3, 4),
        "10:20:30",
    )
    assert (read.revision, read.type_code, read.profile, read.copy, read.standing) == (
        "2",
        "380",
        "p",
        True,
        "prepayment",
    )
    assert read.supplier is not None
    assert read.buyer is not None
    assert (read.supplier.vat_id, read.supplier.ids[0].scheme, read.buyer.ids[0].value) == ("DE123456789", "0088", "B1")
    assert (read.replaces, read.cancels, read.contract_references) == (("R1",), ("C1",), ("K1",))
    assert (read.order_references[0].number, read.order_references[0].issue_date) == ("P1", date(2026, 3, 1))
    assert (read.totals.lines, read.totals.net, read.totals.payable) == (50, 62, Decimal("73.78"))
    assert (read.payment_accounts[0].iban, read.charges[0].amount) == ("DE02", 12)
    assert (line.id, line.order_number, line.order_line, line.supplier_order_line) == ("1", "P1", "10", "11")
    assert (line.despatch_number, line.receipt_number, line.invoice_number) == ("LS1", "WE1", "I0")
    assert (line.unit, line.unit_text, line.unit_price) == ("H87", "Stk", 10)
    assert (line.minimum_quantity, line.maximum_quantity) == (5, 6)
    assert (line.quantity_under_percent, line.quantity_over_percent, line.remedy) == (7, 8, "refund")
    assert (line.response, line.action, line.note) == ("accepted", "changed", "n")
    assert line.substitute is not None
    assert (line.substitute.supplier_item, line.charges[0].text) == ("X1", "t")
    assert line.promised_date == date(2026, 3, 2)


def test_a_position_behind_the_order_number_is_the_orders() -> None:
    read = document(csv("Lieferschein-Nr.;Bestell-Nr.;Pos.;Menge", "L1;B1;10;5"))
    assert (read.lines[0].id, read.lines[0].order_line) == (None, "10")


def test_a_position_behind_the_documents_own_number_is_its_own() -> None:
    read = document(csv("Bestell-Nr.;Lieferschein-Nr.;Pos.;Menge", "B1;L1;10;5"))
    assert (read.lines[0].id, read.lines[0].order_line) == ("10", None)


def test_a_position_that_is_stated_without_an_order_is_the_documents_own() -> None:
    read = document(csv("Rechnungsnr;Bestellnr;Pos.;Bezeichnung;Betrag", "R1;B1;1;Schraube;15", "R1;;2;Fracht;9"))
    assert [(line.id, line.order_line) for line in read.lines] == [("1", None), ("2", None)]


def test_a_position_apart_from_the_order_number_is_the_documents_own() -> None:
    read = document(csv("Lieferschein-Nr.;Bestell-Nr.;Projekt;Pos.;Menge", "L1;B1;x;10;5"))
    assert read.lines[0].id == "10"


def test_a_position_beside_the_orders_is_the_documents_own() -> None:
    read = document(csv("Lieferschein-Nr.;Bestell-Nr.;Pos.;Bestell-Pos.;Menge", "L1;B1;1;10;5"))
    assert (read.lines[0].id, read.lines[0].order_line) == ("1", "10")


def test_the_documents_own_quantity_wins_over_the_others() -> None:
    read = document(csv("Lieferschein-Nr.;Bestell-Nr.;Bestellmenge;Liefermenge;Restmenge", "L1;B1;10;8;2"))
    assert (read.lines[0].quantity, read.lines[0].outstanding_quantity) == (8, 2)


def test_an_invoice_bills_what_was_delivered_unless_it_says_what_it_bills() -> None:
    assert document(csv("Rechnungsnr;Bestellnr;Liefermenge", "R1;B1;8")).lines[0].quantity == 8
    assert document(csv("Rechnungsnr;Bestellnr;Liefermenge;Menge", "R1;B1;8;7")).lines[0].quantity == 7


def test_the_suppliers_order_number_gives_way_to_the_buyers() -> None:
    both = document(csv("Rechnungsnr;Auftragsnummer;Bestellnr;Menge", "R1;A1;B1;8")).lines[0]
    assert (both.order_number, both.supplier_order_number) == ("B1", "A1")
    assert document(csv("Rechnungsnr;Auftragsnummer;Menge", "R1;A1;8")).lines[0].order_number == "A1"


def test_nr_alone_that_counts_on_is_the_line() -> None:
    read = document(csv("Rechnungsnr;Nr.;Bestellnr;Menge", "R1;1;B1;8", "R1;2;B1;9"))
    assert [line.id for line in read.lines] == ["1", "2"]


def test_an_item_that_counts_on_beside_another_is_the_line() -> None:
    read = document(csv("PO Number,Item,Material,Ordered Qty", "P1,10,M-1,5", "P1,20,M-2,5"))
    assert [(line.id, line.buyer_item) for line in read.lines] == [("10", "M-1"), ("20", "M-2")]


def test_an_article_in_words_is_a_name() -> None:
    read = document(csv("PO Number,Article,Ordered Qty", "P1,Screw M8 zinced,5", "P1,Nut M8 zinced,5"))
    assert read.lines[0].name == "Screw M8 zinced"


def test_a_unit_that_holds_numbers_is_none() -> None:
    assert document(csv("PO Number,Line,Ordered Qty,Unit", "P1,1,5,30")).lines[0].unit is None


def test_a_supplier_that_holds_numbers_is_an_id() -> None:
    supplier = document(csv("PO Number,Line,Ordered Qty,Vendor", "P1,1,5,100234")).supplier
    assert supplier is not None
    assert supplier.ids[0].value == "100234"


def test_shipped_with_yes_or_no_is_no_quantity() -> None:
    read = document(csv("Delivery note,PO,Line,Qty,Shipped", "D1,P1,1,5,yes"))
    assert read.lines[0].quantity == 5


def test_vat_is_a_rate_in_lines_and_an_amount_of_documents() -> None:
    assert document(csv("Invoice no,PO,Line,Qty,VAT", "I1,P1,1,5,19")).lines[0].tax_rate == 19
    assert document(csv("Invoice no,PO,Net amount,VAT,Gross amount", "I1,P1,50,9.5,59.5")).totals.tax == Decimal("9.5")


def test_amounts_are_of_lines_or_of_documents() -> None:
    assert document(csv("Rechnungsnr;Bestellnr;Menge;Nettobetrag", "R1;B1;5;50")).lines[0].line_amount == 50
    assert document(csv("Rechnungsnr;Bestellnr;Nettobetrag", "R1;B1;50")).totals.net == 50


def test_an_amount_of_a_document_without_saying_which_is_not_taken() -> None:
    assert rejection(csv("Invoice no,PO,Amount", "I1,P1,50")).code == "TABLE_TOO_LITTLE_KNOWN"
    totals = document(csv("Rechnungsnr;Bestellnr;Netto;MwSt;Gesamt", "R1;B1;50;9,5;59,5")).totals
    assert (totals.net, totals.gross) == (50, Decimal("59.5"))


def test_the_net_amount_of_a_line_wins_over_the_one_that_does_not_say() -> None:
    line = document(csv("Rechnungsnr;Bestellnr;Menge;Netto;MwSt;Gesamt", "R1;B1;5;50;19;59,5")).lines[0]
    assert (line.line_amount, line.tax_rate) == (50, 19)


def test_a_sum_that_differs_from_line_to_line_is_none_of_the_document() -> None:
    read = document(csv("Rechnungsnr;Bestellnr;Menge;Bruttobetrag", "R1;B1;5;10", "R1;B1;6;12"))
    assert (read.totals.gross, read.issues) == (None, ())
    read = document(csv("Rechnungsnr;Bestellnr;Menge;Bruttobetrag", "R1;B1;5;22", "R1;B1;6;22"))
    assert read.totals.gross == 22


def test_a_status_is_an_answer_in_responses_only() -> None:
    read = document(csv("Rechnungsnr;Bestellnr;Menge;Status", "R1;B1;5;bezahlt"))
    assert (read.lines[0].response, read.issues) == (None, ())


def test_the_number_of_the_kind_wins_over_the_number_of_any_document() -> None:
    read = document(csv("Belegnummer;Rechnungsnr;Bestellnr;Menge", "5100;R1;B1;5"))
    assert read.number == "R1"
    read = document(csv("Belegart;Belegnummer;Rechnungsnr;Bestellnr;Menge", "Rechnung;R2;R1;B1;5"))
    assert (read.number, read.lines[0].invoice_number) == ("R2", "R1")


def test_two_columns_that_could_both_be_the_quantity_are_a_question() -> None:
    reject = rejection(csv("Bestellnr;Pos;Menge;Menge;Preis", "B1;1;5;6;1,5"))
    assert reject.code == "TABLE_AMBIGUOUS_COLUMNS"
    assert "quantity" in (reject.hint or "")
    assert document(csv("Bestellnr;Pos;Menge;Menge;Preis", "B1;1;5;5;1,5")).lines[0].quantity == 5


def test_headings_in_two_rows_are_put_together() -> None:
    read = document(csv("Bestellung;;;;Lieferung;", "Nr.;Pos.;Artikel;Menge;Nr.;Menge", "B1;10;A1;9;L1;5"))
    assert (read.type, read.number) == ("despatch_advice", "L1")
    assert (read.lines[0].order_number, read.lines[0].order_line, read.lines[0].quantity) == ("B1", "10", 5)


def test_what_stands_above_the_table_holds_for_all_rows() -> None:
    read = document(
        csv("Lieferavis;;;", "Lieferschein-Nr.: LS 4711;;Datum:;04.03.2026", "Bestellnummer;4500017;;", ";;;",
            "Pos.;Art.-Nr.;Bezeichnung;Menge", "1;A1;Schraube;10", "2;A2;Mutter;20")
    )  # fmt: skip
    assert (read.type, read.number, read.issue_date) == ("despatch_advice", "LS 4711", date(2026, 3, 4))
    assert [(line.id, line.order_number) for line in read.lines] == [("1", "4500017"), ("2", "4500017")]


def test_a_title_may_hold_the_number() -> None:
    read = document(csv("Purchase Order No. 4500017;;", ";;", "Line;Item;Ordered Qty", "1;A;5"))
    assert (read.type, read.number) == ("order", "4500017")


def test_a_currency_in_the_headings_of_prices_is_the_documents() -> None:
    assert document(csv("PO Number,Line,Ordered Qty,Price (CHF)", "P1,1,5,1.5")).currency == "CHF"


def test_a_unit_in_the_heading_of_the_quantity_is_the_lines() -> None:
    line = document(csv("PO Number,Line,Ordered Qty (kg)", "P1,1,5")).lines[0]
    assert line.unit == "KGM"


def test_units_and_currencies_that_stand_with_the_numbers_are_read() -> None:
    read = document(csv("Bestellnr;Pos;Bestellmenge;Preis", "B1;1;10 Stk;1,50 €", "B1;2;5,5 kg;€ 2,00"))
    assert read.currency == "EUR"
    assert [(line.quantity, line.unit, line.unit_price) for line in read.lines] == [
        (10, "H87", Decimal("1.50")),
        (Decimal("5.5"), "KGM", 2),
    ]
