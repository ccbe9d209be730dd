"""The real tables, against what their manifest says of them."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest.format import Content
from ingest.layout import LAYOUT
from ingest.reading import read
from orders.document import Document
from orders.errors import Reject


def manifest(corpus: Path) -> Iterator[dict[str, str]]:
    with (corpus / "MANIFEST.csv").open(encoding="utf-8", newline="") as file:
        yield from (row for row in csv.DictReader(file) if row["format"] == "csv")


def documents(file: Path, **layout: Any) -> tuple[Document, ...]:
    layouts = (LAYOUT.validate_python({"name": "corpus", "files": "*", **layout}),) if layout else ()
    return read(Content(file.read_bytes(), file.name, "", layouts))


def test_the_real_tables_have_the_type_and_the_lines_that_their_manifest_says(corpus: Path) -> None:
    for row in manifest(corpus):
        if row["document_type"] == "other":
            continue
        found = documents(corpus / row["path"])
        assert {str(one.type) for one in found} == {row["document_type"]}, row["path"]
        assert sum(len(one.lines) for one in found) == int(row["number_of_lines"]), row["path"]


def test_the_chain_of_real_tables_speaks_of_the_same_orders(corpus: Path) -> None:
    folder = corpus / "csv" / "Vamshi272_Inventory-GRIR-Reconciliation-System"
    orders = {one.number for one in documents(folder / "data__purchase_orders.csv")}
    assert len(orders) == 100
    for name in ("data__goods_receipt.csv", "data__invoices.csv"):
        assert {line.order_number for one in documents(folder / name) for line in one.lines} == orders


def test_what_is_no_business_document_is_refused_with_a_reason(corpus: Path) -> None:
    for row in manifest(corpus):
        if row["document_type"] == "other":
            with pytest.raises(Reject) as caught:
                documents(corpus / row["path"])
            assert caught.value.code in ("TABLE_NOT_RECOGNIZED", "TABLE_TYPE_UNCLEAR"), row["path"]


def test_a_delivery_history_is_read_through_a_layout_with_all_its_faults(corpus: Path) -> None:
    """Ten thousand rows with text in columns of dates and numbers, and accents."""
    found = documents(
        corpus / "csv/fickya1987_supply_chain_predictor/SCMS_Delivery_History_Dataset.csv",
        type="despatch_advice",
        columns={
            "document_number": "ASN/DN #",
            "order_number": "PO / SO #",
            "supplier": "Vendor",
            "name": "Item Description",
            "quantity": "Line Item Quantity",
            "delivery_date": "Delivered to Client Date",
            "order_date": "PO Sent to Vendor Date",
        },
    )
    assert sum(len(one.lines) for one in found) == 10_324
    codes = Counter(issue.code for one in found for issue in one.issues)
    assert codes["BAD_DATE"] > 3_000
    assert set(codes) <= {"BAD_DATE", "HEAD_CONFLICT"}
