"""A hundred orders, receipts and invoices as three CSV files that name nothing but the order.

What must come out is computed here from the rows themselves; docs/corpus-chains.md says how.
"""

import csv
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.format import Content
from ingest.layout import LAYOUT, Layout
from ingest.reading import read
from orders.case import Filed
from tests.cases.gather import cases
from tests.cases.outcome import Outcome, figures, outcome

TABLES = {
    "orders": "data__purchase_orders.csv",
    "receipts": "data__goods_receipt.csv",
    "invoices": "data__invoices.csv",
}
LAYOUTS = (
    {"name": "orders", "files": TABLES["orders"], "type": "order", "constants": {"line": "1"}},
    {"name": "receipts", "files": TABLES["receipts"], "type": "receipt_advice", "constants": {"order_line": "1"}},
    {"name": "invoices", "files": TABLES["invoices"], "type": "invoice", "constants": {"order_line": "1"}},
)


@dataclass(frozen=True)
class Row:
    """One order by its rows in the three files."""

    number: str
    ordered: Decimal
    received: Decimal
    invoiced: Decimal
    price: Decimal
    billed: Decimal

    def status(self) -> str:
        return "invoiced" if self.invoiced >= self.ordered else "partially_invoiced"

    def codes(self) -> set[str]:
        over = max(self.received, self.invoiced) > self.ordered
        holds = {
            "quantity_over_ordered": over,
            "price_over": self.billed > self.price,
            "price_under": self.billed < self.price,
            "invoiced_not_received": self.invoiced > self.received,
            "received_not_invoiced": self.received > self.invoiced,
        }
        return {code for code, it_holds in holds.items() if it_holds}


@pytest.fixture(scope="module")
def folder(corpus: Path) -> Path:
    return corpus / "csv" / "Vamshi272_Inventory-GRIR-Reconciliation-System"


@pytest.fixture(scope="module")
def rows(folder: Path) -> list[Row]:
    told = {name: _by_order(folder / file) for name, file in TABLES.items()}
    return [
        Row(
            number=number,
            ordered=Decimal(ordered["Ordered_Qty"]),
            received=Decimal(told["receipts"][number]["Received_Qty"]),
            invoiced=Decimal(told["invoices"][number]["Invoice_Qty"]),
            price=Decimal(ordered["PO_Price"]),
            billed=Decimal(told["invoices"][number]["Invoice_Price"]),
        )
        for number, ordered in told["orders"].items()
    ]


def _by_order(file: Path) -> dict[str, dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as table:
        return {row["PO_ID"]: row for row in csv.DictReader(table)}


def assessed(folder: Path, *layouts: Layout) -> Outcome:
    filed = [
        Filed(f"{file}/{place}", one)
        for file in TABLES.values()
        for place, one in enumerate(read(Content((folder / file).read_bytes(), file, layouts=layouts)))
    ]
    return outcome(cases(sorted(filed, key=lambda one: one.id)))


def test_without_a_line_or_an_item_nothing_is_guessed(folder: Path) -> None:
    found = assessed(folder)
    assert {one.status.value for one in found.orders} == {"pending"}
    assert len(found.orders) == 100
    assert {one.code.value for one in found.unmatched} == {"line_unmatched"}
    assert len(found.unmatched) == 200


def test_with_a_layout_that_says_that_orders_have_one_line_all_is_matched(folder: Path, rows: list[Row]) -> None:
    found = assessed(folder, *(LAYOUT.validate_python(one) for one in LAYOUTS))
    assert found.unmatched == ()
    for row in rows:
        line = found.line("1", row.number)
        assert (line.ordered, line.received, line.invoiced) == (row.ordered, row.received, row.invoiced)
        assert found.status(row.number) == row.status()
        assert {one.code.value for one in found.every_deviation if one.order_number == row.number} == row.codes()


def test_three_orders_as_a_person_reads_them(folder: Path) -> None:
    found = assessed(folder, *(LAYOUT.validate_python(one) for one in LAYOUTS))
    assert [found.status(number) for number in ("PO001", "PO002", "PO003")] == [
        "partially_invoiced",
        "invoiced",
        "invoiced",
    ]
    gaps = {one.order_number: figures(one)[2] for one in found.deviations("invoiced_not_received")}
    assert (gaps.get("PO001"), gaps["PO002"], gaps["PO003"]) == (None, 13, 5)
    more = {(one.order_number, figures(one)[2]) for one in found.deviations("quantity_over_ordered")}
    assert {("PO001", Decimal(10)), ("PO002", Decimal(3))} <= more
