"""The real EDIFACT and X12 files against the manifest that lies beside them. docs/corpus-edi.md says who is right."""

import csv
from pathlib import Path

import pytest

from ingest.format import Content
from ingest.reading import read
from orders.document import Document
from orders.errors import Reject

NO_NUMBER_NO_LINE = "rejected: DOCUMENT_EMPTY"
DISAGREEMENTS = {
    "edifact/hupe1980_edifact-rs/fixtures__d01b_invoic_malformed.edi": NO_NUMBER_NO_LINE,
    "edifact/hupe1980_edifact-rs/fixtures__d01b_orders_malformed.edi": NO_NUMBER_NO_LINE,
    "edifact/hupe1980_edifact-rs/fixtures__d11a_malformed.edi": NO_NUMBER_NO_LINE,
    "edifact/hupe1980_edifact-rs/fixtures__d96a_invoic_malformed.edi": NO_NUMBER_NO_LINE,
    "edifact/hupe1980_edifact-rs/fixtures__d96a_orders_malformed.edi": NO_NUMBER_NO_LINE,
    "edifact/indice-co_EDI.Net/Samples__edifact.Issue188.edi": NO_NUMBER_NO_LINE,
    "edifact/smooks_smooks-edi-cartridge/data__INVOIC_D.03B_Interchange_with_UNA.txt": "orders: 01671727, not none",
    "edifact/smooks_smooks-edi-cartridge/invoic__invoic.txt": "orders: 01671727, not none",
    "x12/indice-co_EDI.Net/Samples__x12.810.mandatory-conditions.edi": NO_NUMBER_NO_LINE,
    "x12/indice-co_EDI.Net/Samples__x12.810c.edi": "orders: DO091003, not none",
    "x12/indice-co_EDI.Net/Samples__x12.810d.edi": "orders: DO091003|DO091004, not none",
    "x12/indice-co_EDI.Net/Samples__x12.Issue101.edi": NO_NUMBER_NO_LINE,
    "x12/indice-co_EDI.Net/Samples__x12.Issue172.edi": NO_NUMBER_NO_LINE,
    "x12/indice-co_EDI.Net/Samples__x12.Issue91.edi": NO_NUMBER_NO_LINE,
    "x12/xlate_staedi/x12__invoice810_po850_dual.edi": "type: invoice|order, not invoice",
}
"""Path → what the reader says, and what the manifest."""


def joined(values: list[str]) -> str:
    return "|".join(sorted({value for value in values if value})) or "none"


def understood(documents: tuple[Document, ...]) -> dict[str, str]:
    orders = [one.number or "" for one in documents if one.type == "order"]
    orders += [reference.number for one in documents for reference in one.order_references]
    orders += [line.order_number or "" for one in documents for line in one.lines]
    return {
        "type": joined([one.type for one in documents]),
        "number": joined([one.number or "" for one in documents]),
        "orders": joined(orders),
        "lines": str(sum(len(one.lines) for one in documents)),
    }


def stated(row: dict[str, str]) -> dict[str, str]:
    return {
        "type": row["document_type"],
        "number": joined(row["document_number"].split("|")),
        "orders": joined(row["referenced_order_number"].split("|")),
        "lines": row["number_of_lines"],
    }


def difference(file: Path, expected: dict[str, str]) -> str:
    try:
        found = understood(read(Content(file.read_bytes(), file.name)))
    except Reject as reject:
        return f"rejected: {reject.code}"
    return "; ".join(f"{name}: {found[name]}, not {expected[name]}" for name in found if found[name] != expected[name])


@pytest.mark.parametrize("kind", ["edifact", "x12"])
def test_real_files_are_read_as_the_manifest_says_but_for_the_listed_ones(corpus: Path, kind: str) -> None:
    with (corpus / "MANIFEST.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["path"]: stated(row) for row in csv.DictReader(file) if row["format"] == kind}
    differences = {path: difference(corpus / path, expected) for path, expected in rows.items()}
    found = {path: what for path, what in differences.items() if what}
    assert found == {path: what for path, what in DISAGREEMENTS.items() if path.startswith(kind)}
