"""Several documents in one sheet, one under the other; and what stands above a table in a box of its own."""

from datetime import date

from tests.ingest.tables.made import csv, document, documents, rejection

TWO = csv(
    "Lieferschein-Nr.: LS1;;",
    "Bestellnummer: B1;;",
    "Pos.;Artikel;Menge",
    "1;A;5",
    ";;",
    "Lieferschein-Nr.: LS2;;",
    "Bestellnummer: B2;;",
    "Pos.;Artikel;Menge",
    "1;B;6",
    "2;C;7",
)


def test_documents_under_each_other_are_told_apart_by_their_labels() -> None:
    read = documents(TWO)
    assert [(one.number, [(line.order_number, line.quantity) for line in one.lines]) for one in read] == [
        ("LS1", [("B1", 5)]),
        ("LS2", [("B2", 6), ("B2", 7)]),
    ]
    assert not [issue for one in read for issue in one.issues]


def test_a_title_with_a_number_begins_another_document() -> None:
    text = csv("Lieferschein Nr. 11;;", "Bestellnr;Artikel;Menge", "B1;A;5", "Lieferschein Nr. 12;;", "B1;B;6")
    assert [(one.number, len(one.lines)) for one in documents(text)] == [("11", 1), ("12", 1)]


def test_a_label_that_is_not_repeated_goes_on_holding() -> None:
    text = csv("Lieferant: ACME;;", *TWO.splitlines())
    assert [one.supplier and one.supplier.name for one in documents(text)] == ["ACME", "ACME"]


def test_the_same_label_again_begins_nothing() -> None:
    text = TWO.replace("LS2", "LS1").replace("B2", "B1")
    assert [len(one.lines) for one in documents(text)] == [3]


def test_another_label_amid_a_table_with_numbers_of_its_own_is_a_question() -> None:
    text = csv("Bestellnummer: B1;;", "Lieferschein;Artikel;Menge", "L1;A;5", "Bestellnummer: B2;;", "L1;B;6")
    reject = rejection(text)
    assert (reject.code, reject.where) == ("TABLE_SEVERAL_TABLES", "row 4")


def test_another_table_below_is_a_question() -> None:
    text = csv("PO Number,Line,Ordered Qty", "P1,1,5", "Invoice no,Net amount,Currency", "R1,50,EUR")
    reject = rejection(text)
    assert (reject.code, reject.where) == ("TABLE_SEVERAL_TABLES", "row 3")


def test_a_box_of_labels_with_the_values_below_holds_for_the_lines() -> None:
    text = csv(
        "Rechnungsnummer;Datum;Bestellnummer;Lieferant;Währung",
        "R1;04.03.2026;B1;ACME;EUR",
        ";;;;",
        "Pos.;Artikel;Menge;Preis",
        "1;A;5;1,50",
        "2;B;6;2,50",
    )
    read = document(text)
    assert (read.number, read.issue_date, read.currency) == ("R1", date(2026, 3, 4), "EUR")
    assert [(line.id, line.order_number, line.quantity) for line in read.lines] == [("1", "B1", 5), ("2", "B1", 6)]


def test_a_labelled_value_is_no_value_of_the_label_before_it() -> None:
    text = csv("Nettobetrag;Rechnungsdatum: 04.03.2026;;", ";;;", "Rechnungsnr;Bestellnr;Artikel;Menge", "R1;B1;A;5")
    read = document(text)
    assert (read.issue_date, read.totals.net) == (date(2026, 3, 4), None)
