"""A supplier's own table, described in the configuration."""

from dataclasses import replace
from datetime import date

import pytest

from ingest.format import Content
from ingest.layout import LAYOUT, Layout
from ingest.reading import read
from orders.document import Party
from orders.errors import Reject
from tests.ingest.tables.made import csv, document, documents, rejection, rows, workbook

ACME = csv("Delivery note;PO;Pos;Art.;Shipped;Extra", "D1;P1;10;A-1;5;x", "D1;P1;20;A-2;6;y")
COLUMNS = {
    "document_number": "Delivery note",
    "order_number": "PO",
    "order_line": "Pos",
    "supplier_item": "Art.",
    "quantity": "Shipped",
}


def test_the_example_of_the_manual_is_read_as_it_says() -> None:
    read = document(ACME, type="despatch_advice", columns=COLUMNS)
    assert (read.type, read.number) == ("despatch_advice", "D1")
    assert [(line.order_number, line.order_line, line.supplier_item, line.quantity) for line in read.lines] == [
        ("P1", "10", "A-1", 5),
        ("P1", "20", "A-2", 6),
    ]


def layout(**keys: object) -> Layout:
    return LAYOUT.validate_python({"name": "acme", "files": ["ACME_*.csv", "acme/*.csv"], **keys})


@pytest.mark.parametrize(
    ("name", "folder", "claimed"),
    [
        ("ACME_1.csv", "", True),
        ("acme_1.CSV", "x", True),
        ("other.csv", "acme", True),
        ("other.csv", "ACME", True),
        ("other.csv", "", False),
        ("x_ACME_1.csv", "", False),
    ],
)
def test_a_layout_claims_files_by_name_and_subfolder(name: str, folder: str, claimed: bool) -> None:
    assert layout().claims(name, folder) is claimed


def test_two_layouts_that_claim_one_file_are_an_error_that_names_both() -> None:
    rivals = (layout(), LAYOUT.validate_python({"name": "other", "files": "*.csv"}))
    with pytest.raises(Reject, match='"acme" and "other"') as caught:
        read(Content(ACME.encode(), "ACME_1.csv", "", rivals))
    assert caught.value.code == "LAYOUT_RIVALS"


def test_a_layout_of_another_file_does_not_matter() -> None:
    (one,) = read(Content(ACME.encode(), "x.csv", "lieferscheine", (layout(columns={"quantity": "Nothing"}),)))
    assert one.type == "despatch_advice"


def test_a_heading_that_is_missing_is_named_with_the_nearest() -> None:
    reject = rejection(ACME, type="despatch_advice", columns={**COLUMNS, "quantity": "Shiped"})
    assert reject.code == "LAYOUT_MISFIT"
    assert '"Shiped"' in reject.message
    assert "'Shipped'" in reject.message


def test_a_file_without_any_of_the_headings_is_a_misfit() -> None:
    assert rejection(csv("a;b;c", "1;2;3"), type="despatch_advice", columns=COLUMNS).code == "LAYOUT_MISFIT"


def test_a_field_that_is_none_is_named_with_the_nearest() -> None:
    reject = rejection(ACME, type="despatch_advice", columns={**COLUMNS, "quantitty": "Shipped"})
    assert "quantity" in reject.message
    assert reject.code == "LAYOUT_MISFIT"


def test_columns_may_be_named_by_letter_or_number() -> None:
    columns = {"document_number": "column A", "order_number": 2, "quantity": "Column 5"}
    assert [line.quantity for line in document(ACME, type="despatch_advice", columns=columns).lines] == [5, 6]


def test_a_table_without_headings_is_read_by_its_columns() -> None:
    text = ACME.split("\n", 1)[1]
    columns = {"document_number": 1, "order_number": 2, "order_line": 3, "quantity": 5}
    read = document(text, type="despatch_advice", header_row=0, columns=columns)
    assert [line.where for line in read.lines] == ["row 1", "row 2"]


def test_one_cell_may_hold_for_the_whole_table() -> None:
    text = csv("Avis;D7;;", ";;;", "Order;Pos;Qty;", "P1;10;5;")
    columns = {"document_number": "cell B1", "order_number": "Order", "order_line": "Pos", "quantity": "Qty"}
    assert document(text, type="despatch_advice", columns=columns).number == "D7"


def test_a_cell_may_stand_on_another_sheet() -> None:
    book = workbook(rows(["", ""], ["", "D7"]), rows(["Order", "Pos", "Qty"], ["P1", 10, 5]), names=("Cover", "Lines"))
    columns = {"document_number": "cell Cover!B2", "order_number": "Order", "order_line": "Pos", "quantity": "Qty"}
    read = document(book, type="despatch_advice", sheet="Lines", columns=columns)
    assert (read.number, read.lines[0].where) == ("D7", "Lines!row 2")


@pytest.mark.parametrize("sheet", ["lines", 2])
def test_a_sheet_is_named_or_numbered(sheet: str | int) -> None:
    headings = ["PO Number", "Line", "Ordered Qty"]
    book = workbook(rows(headings, ["P1", 1, 5]), rows(headings, ["P2", 1, 6]), names=("Old", "Lines"))
    assert document(book, sheet=sheet).number == "P2"
    assert rejection(book, sheet="Nowhere").code == "LAYOUT_MISFIT"


def test_the_heading_row_may_be_named() -> None:
    text = csv("PO Number;Line;Ordered Qty", "old;1;99", "PO Number;Line;Ordered Qty", "P1;1;5")
    assert document(text, header_row=3).number == "P1"


def test_constants_hold_where_the_file_says_nothing() -> None:
    read = document(
        ACME,
        type="despatch_advice",
        columns=COLUMNS,
        constants={"currency": "CHF", "unit": "kg", "issue_date": "2026-03-04"},
    )
    assert (read.currency, read.lines[0].unit, read.issue_date) == ("CHF", "KGM", date(2026, 3, 4))


def test_values_are_translated() -> None:
    text = csv("AB-Nr.;Bestellnr;Pos;Menge;Status;Einheit", "A1;B1;10;5;GRÜN;Gebinde", "A1;B1;20;5;rot;x")
    values = {"response": {"grün": "accepted", "ROT": "rejected"}, "unit": {"Gebinde": "XPX"}}
    read = document(text, values=values)
    assert [(line.response, line.unit) for line in read.lines] == [("accepted", "XPX"), ("rejected", "x")]


def test_conditions_decide_the_type() -> None:
    text = csv("Art;Nr;Bestellung;Menge", "G;1;B1;5", "R;2;B1;5", "Q;3;B1;5")
    columns = {"document_number": "Nr", "order_number": "Bestellung", "quantity": "Menge"}
    types = [
        {"source": "Art", "equals": "g", "type": "credit_note"},
        {"source": "Art", "equals": "R", "type": "invoice"},
    ]
    read = documents(text, columns=columns, types=types, type="order_response")
    assert [one.type for one in read] == ["credit_note", "invoice", "order_response"]
    assert rejection(text, columns=columns, types=types).code == "TABLE_UNKNOWN_TYPE"


def test_the_supplier_of_a_layout_is_the_documents_where_it_names_none() -> None:
    acme = LAYOUT.validate_python({"name": "a", "files": "*", "type": "despatch_advice", "columns": COLUMNS})
    party = Party(name="ACME GmbH")
    (one,) = read(Content(ACME.encode(), "x.csv", "", (replace(acme, party=party),)))
    assert one.supplier == party


def test_a_layout_without_columns_only_answers_questions() -> None:
    text = csv("Bestellnummer;Pos;Artikel;Menge", "B1;10;A;5")
    assert document(text, type="order_response").lines[0].order_line == "10"


def test_what_a_layout_does_not_name_is_not_read() -> None:
    text = csv("Lieferschein;Bestellnr;Pos;Menge;Preis", "L1;B1;10;5;9")
    columns = {"document_number": "Lieferschein", "order_number": "Bestellnr", "quantity": "Menge"}
    line = document(text, type="despatch_advice", columns=columns).lines[0]
    assert (line.order_line, line.unit_price) == (None, None)


def test_a_separator_may_be_named() -> None:
    text = csv("PO Number^Line^Ordered Qty", "P1^1^5")
    assert document(text, separator="^").lines[0].quantity == 5


def test_a_heading_that_stands_there_twice_must_be_named_by_its_column() -> None:
    text = csv("D;Qty;Qty", "D1;5;6")
    reject = rejection(text, type="despatch_advice", columns={"document_number": "D", "quantity": "Qty"})
    assert reject.code == "LAYOUT_MISFIT"
    assert 'column B" and "column C' in reject.message
    assert (
        document(text, type="despatch_advice", columns={"document_number": "D", "quantity": "column C"})
        .lines[0]
        .quantity
        == 6
    )


def test_a_layout_for_xml_is_none_for_tables() -> None:
    xml = LAYOUT.validate_python({"name": "x", "files": "*", "root": "Lieferung", "paths": {"document_number": "Nr"}})
    (one,) = read(Content(ACME.encode(), "x.csv", "lieferscheine", (xml,)))
    assert one.number == "D1"
