"""Real chains dropped into the inbox of a real working folder: what `run`, `orders` and `rebuild --check` say of them.

Each chain has a folder of its own: sources reuse each other's order numbers.
"""

import json
from pathlib import Path

import pytest

from tests.chains.folder import Folder

pytestmark = pytest.mark.slow

OASIS = "ubl/oasis-tcs_ubl"
PHIVE = "ubl/phax_phive-rules"
COMPUTERS = "GIB2016000000033"

# The order that nobody published, as a table whose headings need no configuration.
HEADINGS = (
    "document_type,document_number,issue_date,currency,supplier,supplier_id,buyer,line,supplier_item,quantity,unit"
)
HEAD = f"order,{COMPUTERS},2016-08-13,TRY,AAA Anonim Şirketi,VKN:1288331521,BBB Limited Şirketi"
ORDERED = "\n".join(
    (
        HEADINGS,
        *(f"{HEAD},{row}" for row in ("1,PNC1234,20,C62", "2,PNC1235,12,C62", "3,PNC1236,12,C62", "4,PNC1237,2,C62")),
    )
)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "work")


def named(corpus: Path, source: str, *names: str) -> list[Path]:
    return [corpus / source / name for name in names]


def test_beeswax_through_the_program(corpus: Path, folder: Folder) -> None:
    invoices = sorted((corpus / OASIS).glob("xml__UBL-Invoice-2.0-*.xml"))
    kinds = ("Order", "OrderResponseSimple", "DespatchAdvice", "ReceiptAdvice")
    first = folder.drop(*named(corpus, OASIS, *(f"xml__UBL-{kind}-2.0-Example.xml" for kind in kinds)))
    assert first["files"] == {"accepted": 4, "duplicate": 0, "rejected": 0, "waiting": 0}
    assert folder.orders()["AEG012345"]["status"] == "partially_received"
    folder.drop(*invoices)
    order = folder.show("AEG012345")
    assert order["status"] == "invoiced"
    (line,) = order["lines"]
    assert [line[name] for name in ("ordered", "confirmed", "shipped", "received", "invoiced")] == [
        "100",
        "100",
        "90",
        "90",
        "100",
    ]
    bills = [one for one in order["documents"] if one["type"] == "invoice"]
    assert sorted(one.get("reason", "counted") for one in bills) == ["counted", *["duplicate"] * (len(invoices) - 1)]
    gap = next(one for one in order["deviations"] if one["code"] == "invoiced_not_received")
    assert gap["amount"] == "10.00"
    folder.call("rebuild", "--check")


def test_paint_through_the_program(corpus: Path, folder: Folder) -> None:
    kinds = ("Order", "OrderChange", "OrderResponse", "OrderResponseSimple", "OrderCancellation")
    files = named(corpus, OASIS, *(f"xml__UBL-{kind}-2.1-Example.xml" for kind in kinds))
    folder.drop(*files[:2])
    assert folder.orders()["34"]["status"] == "pending"
    folder.drop(*files[2:])
    order = folder.show("34")
    assert order["status"] == "cancelled"
    assert [(one["revision"], one["status"]) for one in order["revisions"]] == [(1, "cancelled"), (2, "cancelled")]
    assert folder.drop(*files)["files"]["duplicate"] == len(files)
    folder.call("rebuild", "--check")


@pytest.mark.parametrize(
    ("names", "status"),
    [
        (("despatchadvice__Irsaliye-Ornek1", "receiptadvice__IrsaliyeYaniti-Ornek1"), "received"),
        (("despatchadvice__Irsaliye-Ornek2",), "partially_shipped"),
        (("despatchadvice__Irsaliye-Ornek1", "receiptadvice__IrsaliyeYaniti-Ornek3"), "partially_received"),
    ],
)
def test_computers_wait_for_their_order_and_find_it(corpus: Path, folder: Folder, names, status: str) -> None:
    folder.drop(*named(corpus, PHIVE, *(f"{name}.xml" for name in names)))
    assert folder.orders() == {}
    waiting = [json.loads(row) for row in folder.call("exceptions", "--json").splitlines()]
    assert {one["code"] for one in waiting} == {"order_not_found"}
    (folder.place / "inbox" / "order.csv").write_text(ORDERED, encoding="utf-8")
    folder.drop()
    assert folder.orders()[COMPUTERS]["status"] == status
    folder.call("rebuild", "--check")
