"""Which rows are one document, and which are no lines."""

from decimal import Decimal

import pytest

from tests.ingest.tables.made import csv, document, documents, rejection

INVOICE = "Rechnungsnr;Rechnungsdatum;Lieferant;Bestellnr;Artikel;Menge;Betrag"


def test_rows_of_one_number_are_one_document_wherever_they_stand() -> None:
    read = documents(csv("Rechnungsnr;Bestellnr;Artikel;Menge", "R1;B1;A;1", "R2;B1;B;2", "R1;B1;C;3"))
    assert [(one.number, [line.supplier_item for line in one.lines]) for one in read] == [
        ("R1", ["A", "C"]),
        ("R2", ["B"]),
    ]


def test_one_number_of_two_suppliers_is_two_documents() -> None:
    text = csv(INVOICE, "1;;ACME;B1;A;1;1", "1;;Other;B2;B;2;2", "1;;ACME;B1;C;3;3")
    assert [(one.supplier and one.supplier.name, len(one.lines)) for one in documents(text)] == [
        ("ACME", 2),
        ("Other", 1),
    ]


def test_two_revisions_of_one_order_are_two_documents() -> None:
    text = csv("PO number,Revision,Line,Ordered qty", "P1,0,1,5", "P1,1,1,7")
    assert [(one.revision, one.lines[0].quantity) for one in documents(text)] == [("0", 5), ("1", 7)]


def test_without_a_number_the_rows_of_one_date_are_one_document() -> None:
    text = csv("PO,Line,Received Qty,GR date", "P1,1,5,2026-03-04", "P2,1,6,2026-03-05", "P3,1,7,2026-03-04")
    assert [(str(one.issue_date), len(one.lines)) for one in documents(text)] == [("2026-03-04", 2), ("2026-03-05", 1)]


def test_a_document_without_lines_is_one_row() -> None:
    text = csv("document_type,document_number,order_number,line,quantity,net,gross", "invoice,R1,P1,,,100,119")
    read = document(text)
    assert (read.lines, [one.number for one in read.order_references]) == ((), ["P1"])
    assert (read.totals.net, read.totals.gross) == (100, 119)


def test_a_response_without_lines_answers_for_the_whole_order() -> None:
    headings = "AB-Nr.;Bestellnr;Pos;Menge;Status"
    for word, response in (("bestätigt", "accepted"), ("abgelehnt", "rejected"), ("eingegangen", "acknowledged")):
        read = document(csv(headings, f"A1;B1;;;{word}"))
        assert (read.response, [one.number for one in read.order_references]) == (response, ["B1"])


def test_a_document_without_lines_may_name_several_orders() -> None:
    read = document(csv("Rechnungsnr;Bestellnr;Nettobetrag", "R1;B1;100", "R1;B2;100"))
    assert [one.number for one in read.order_references] == ["B1", "B2"]


@pytest.mark.parametrize(
    "word", ["Summe", "Gesamt:", "Total", "Zwischensumme", "Total HT", "zzgl. MwSt", "Grand total: 30"]
)
def test_a_row_of_sums_is_no_line(word: str) -> None:
    for row in (f"{word};;;;;30;50", f";;;;{word};30;50"):
        read = document(csv(INVOICE, "R1;04.03.2026;ACME;B1;A;10;20", "R1;04.03.2026;ACME;B1;B;20;30", row))
        assert len(read.lines) == 2
        assert read.issues == ()


def test_an_item_called_total_is_a_line_all_the_same() -> None:
    read = document(csv("Bestellnr;Pos;Bezeichnung;Bestellmenge", "B1;1;Total;5"))
    assert read.lines[0].name == "Total"


def test_empty_rows_are_passed_over() -> None:
    read = document(
        csv(INVOICE, "", ";;;;;;", "R1;04.03.2026;ACME;B1;A;10;20", ";;;;;;", "", "R1;04.03.2026;ACME;B1;B;1;2")
    )
    assert [line.where for line in read.lines] == ["row 4", "row 7"]


def test_headings_that_are_repeated_on_each_page_are_no_lines() -> None:
    read = document(csv(INVOICE, "R1;04.03.2026;ACME;B1;A;10;20", INVOICE, "R1;04.03.2026;ACME;B1;B;1;2"))
    assert len(read.lines) == 2
    assert read.issues == ()


def test_a_lone_remark_is_left_out_and_told() -> None:
    read = document(csv(INVOICE, "R1;04.03.2026;ACME;B1;A;10;20", "Mit freundlichen Grüßen;;;;;;"))
    assert len(read.lines) == 1
    assert [(issue.code, issue.where) for issue in read.issues] == [("ROW_LEFT_OUT", "row 3")]


def test_a_number_alone_in_its_row_is_a_document() -> None:
    read = documents(csv("Stornonummer;Bestellnr;Pos;Menge", "S1;B1;1;5", "S2;;;"))
    assert [one.number for one in read] == ["S1", "S2"]


def test_a_row_without_a_number_belongs_to_the_document_above_and_says_so() -> None:
    read = document(csv("Lieferschein;Bestellnr;Pos.;Menge", "L1;B1;10;5", ";;20;6"))
    assert [line.order_line for line in read.lines] == ["10", "20"]
    assert [one.number for one in read.order_references] == ["B1"]
    assert [(issue.code, issue.where) for issue in read.issues] == [("ROW_CONTINUES", "row 3")]


def test_short_rows_are_filled_up_and_long_ones_cut() -> None:
    read = document(csv("Rechnungsnr;Bestellnr;Menge;Preis;Bemerkung", "R1;B1;5;1,5", "R1;B2;6;2,5;x;y;z"))
    assert [(line.quantity, line.note) for line in read.lines] == [(5, None), (6, "x")]


def test_heads_that_contradict_each_other_are_told_and_the_first_holds() -> None:
    read = document(csv(INVOICE, "R1;04.03.2026;ACME;B1;A;10;20", "R1;05.03.2026;ACME;B1;B;1;2"))
    assert str(read.issue_date) == "2026-03-04"
    assert [(issue.code, issue.where) for issue in read.issues] == [("HEAD_CONFLICT", "B3")]


def test_totals_that_contradict_each_other_are_no_totals() -> None:
    text = csv("document_type,document_number,order_number,quantity,gross", "invoice,R1,B1,5,10", "invoice,R1,B1,6,12")
    read = document(text)
    assert read.totals.gross is None
    assert [issue.code for issue in read.issues] == ["HEAD_CONFLICT"]


def test_a_receipt_counts_what_was_accepted_and_what_was_rejected() -> None:
    line = document(csv("GRN,PO,Line,Accepted qty,Rejected qty", "G1,P1,1,8,2")).lines[0]
    assert (line.quantity, line.rejected_quantity) == (10, 2)


def test_what_was_returned_is_taken_off() -> None:
    read = document(csv("GRN,PO,Line,Received qty,Returned qty", "G1,P1,1,8,2", "G1,P1,2,,3"))
    assert [line.quantity for line in read.lines] == [6, -3]


def test_a_credit_note_names_the_invoice_that_it_corrects() -> None:
    read = document(csv("Gutschriftsnr;Rechnungsnr;Bestellnr;Menge;Preis", "G1;R1;B1;2;1,50"))
    assert (read.invoice_references, read.lines[0].invoice_number, read.lines[0].quantity) == (("R1",), "R1", 2)


def test_a_corrected_invoice_names_the_invoice_whose_place_it_takes() -> None:
    head = "document_type,document_number,type_code,invoice_number,order_number,line,quantity"
    assert document(csv(head, "invoice,R2,384,R1,P1,1,7")).invoice_references == ("R1",)
    assert document(csv(head, "invoice,R2,380,R1,P1,1,7")).invoice_references == ()


@pytest.mark.parametrize(("code", "standing"), [("386", "prepayment"), ("325", "proforma"), ("380", None)])
def test_a_type_code_says_that_an_invoice_does_not_count_in_the_ordinary_way(code: str, standing: str | None) -> None:
    text = csv("document_type,document_number,type_code,order_number,line,quantity", f"invoice,R1,{code},P1,1,7")
    assert document(text).standing == standing


def test_a_change_is_about_the_order_that_its_lines_name() -> None:
    head = "document_type,document_number,order_number,line,quantity"
    one = document(csv(head, "order_change,C1,P1,1,7", "order_change,C1,P1,2,8"))
    assert [reference.number for reference in one.order_references] == ["P1"]
    several = document(csv(head, "order_change,C1,P1,1,7", "order_change,C1,P2,2,8"))
    assert several.order_references == ()


def test_a_cancellation_needs_no_more_than_the_order() -> None:
    read = document(csv("Bestellnummer;Datum;Grund", "B1;04.03.2026;x"), "stornos")
    assert (read.type, [one.number for one in read.order_references]) == ("order_cancellation", ["B1"])


def test_prices_are_derived_where_only_amounts_stand() -> None:
    assert document(csv("Rechnungsnr;Bestellnr;Menge;Betrag", "R1;B1;4;10")).lines[0].unit_price == Decimal("2.5")


def test_every_line_says_in_which_row_it_stands() -> None:
    read = document(csv("Rechnungsnr;Bestellnr;Bezeichnung;Menge", 'R1;B1;"two\nlines";5', "R1;B1;B;6"))
    assert [line.where for line in read.lines] == ["row 2", "row 3"]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_a_separator_is_found_by_the_headings_that_it_makes(separator: str) -> None:
    head = separator.join(("PO Number", "Line", "Description", "Ordered Qty"))
    read = document(csv(head, separator.join(("P1", "1", '"a, b; c | d"', "5"))))
    assert (read.lines[0].description, read.lines[0].quantity) == ("a, b; c | d", 5)


def test_the_separator_line_of_excel_is_obeyed() -> None:
    read = document("sep=;\nPO Number;Line;Item;Ordered Qty\nP1;1;A;5\n")
    assert (read.lines[0].quantity, read.lines[0].where) == (5, "row 3")


def test_old_line_ends_are_line_ends() -> None:
    for end in ("\r\n", "\r", "\n"):
        assert len(document(csv("PO Number;Line;Ordered Qty", "P1;1;5", "P1;2;6").replace("\n", end)).lines) == 2


def test_a_table_whose_rows_are_of_unknown_width_is_refused_when_nothing_fits() -> None:
    assert rejection("x;y\n;;;;\n").code == "TABLE_NOT_RECOGNIZED"


def test_a_tolerance_is_a_share_with_or_without_its_sign() -> None:
    head = "Bestellnummer;Pos.;Artikel;Menge;Überlieferungstoleranz;Unterlieferungstoleranz %"
    first, second, third = document(
        csv(head, "B1;10;A;100;5 %;2,5", "B1;20;B;100;10;0", "B1;30;C;100;;"), "orders"
    ).lines
    assert (first.quantity_over_percent, first.quantity_under_percent) == (5, Decimal("2.5"))
    assert (second.quantity_over_percent, second.quantity_under_percent) == (10, 0)
    assert (third.quantity_over_percent, third.quantity_under_percent) == (None, None)


@pytest.mark.parametrize(
    ("said", "remedy", "note"),
    [
        ("Ersatzlieferung", "replacement", None),
        ("Gutschrift", "refund", None),
        ("Refund only", "refund", None),
        ("Remplacement", "replacement", None),
        ("beschädigt", None, "beschädigt"),
        ("", None, None),
    ],
)
def test_the_reason_of_a_return_says_what_is_expected_or_is_a_note(
    said: str, remedy: str | None, note: str | None
) -> None:
    head = "Wareneingangs-Nr.;Bestellnummer;Bestellposition;Artikel;Retourmenge;Retourengrund"
    one = document(csv(head, f"WE1;B1;10;A;3;{said}"), "receipts")
    (line,) = one.lines
    assert (line.quantity, line.remedy, line.note) == (-3, remedy, note)
