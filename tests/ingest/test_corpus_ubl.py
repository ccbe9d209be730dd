"""The real UBL documents against the manifest that lies beside them. docs/corpus-ubl.md says who is right, and why."""

import csv
from pathlib import Path
from typing import NamedTuple

from ingest.format import Content
from ingest.formats.ubl.references import order_text
from ingest.reading import read
from orders.document import Document
from orders.errors import Reject
from tests.corpus import ROOT


class Facts(NamedTuple):
    """What manifest and reader both state."""

    type: str
    number: str
    orders: frozenset[str]
    lines: int


DISAGREEMENTS = {
    "ubl/OxalisCommunity_oxalis/EHFOrder__SimpleOrderResponse.xml": "lines: 2, not 0",
    "ubl/OxalisCommunity_oxalis/OIOXML__OIOXML_PCM_99018008_ValidKnown-Original.xml": "rejected: FORMAT_UNKNOWN",
    "ubl/oasis-tcs_ubl/xml__UBL-DebitNote-2.1-Example.xml": "rejected: FORMAT_UNSUPPORTED",
    "ubl/oasis-tcs_ubl/xml__UBL-OrderCancellation-2.1-Example.xml": "type: order_cancellation, not order_change",
    "ubl/phax_phive-rules/2019-12__T110_ehf-oa-case1.xml": "orders: none, not NA",
    "ubl/phax_phive-rules/order-agreement__Esempio_Ordine_pre-concordato_iniziale.xml": "orders: none, not 0",
}
"""Path → what the reader says, and what the manifest."""


def manifest(corpus: Path) -> dict[str, Facts]:
    with (corpus / "MANIFEST.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["format"] == "ubl"]
    return {row["path"]: stated(row) for row in rows}


def stated(row: dict[str, str]) -> Facts:
    """The manifest quotes the triplets of the Italian NSO whole; what an order is known by is their first part."""
    orders = frozenset(order_text(text).number for text in row["referenced_order_number"].split("|") if text)
    return Facts(row["document_type"], row["document_number"], orders, int(row["number_of_lines"]))


def understood(document: Document) -> Facts:
    orders = {reference.number for reference in document.order_references}
    orders |= {line.order_number for line in document.lines if line.order_number}
    if document.type == "order":
        orders.add(document.number or "")
    return Facts(document.type, document.number or "", frozenset(orders), len(document.lines))


def difference(file: Path, expected: Facts) -> str:
    try:
        (document,) = read(Content(file.read_bytes(), file.name))
    except Reject as reject:
        return f"rejected: {reject.code}"
    found = understood(document)
    return "; ".join(
        f"{field}: {_text(ours)}, not {_text(theirs)}"
        for field, ours, theirs in zip(Facts._fields, found, expected, strict=True)
        if ours != theirs
    )


def _text(fact: object) -> str:
    return ", ".join(sorted(fact)) or "none" if isinstance(fact, frozenset) else str(fact)


def test_what_is_read_of_every_file_is_what_the_manifest_says(corpus: Path) -> None:
    expected = manifest(corpus)
    assert len(expected) == 199
    differences = {path: difference(corpus / path, facts) for path, facts in expected.items()}
    assert {path: said for path, said in differences.items() if said} == DISAGREEMENTS


def test_every_disagreement_is_explained() -> None:
    page = (ROOT / "docs" / "corpus-ubl.md").read_text(encoding="utf-8")
    assert [path for path in DISAGREEMENTS if path not in page] == []


ISSUES = {
    "ubl/ConnectingEurope_eInvoicing-EN16931/examples__guide-example2.xml": {"line_amount_mismatch"},
    "ubl/ConnectingEurope_eInvoicing-EN16931/examples__guide-example3.xml": {"line_amount_mismatch"},
    "ubl/ConnectingEurope_eInvoicing-EN16931/examples__ubl-tc434-example2.xml": {"line_amount_mismatch"},
    "ubl/ConnectingEurope_eInvoicing-EN16931/examples__ubl-tc434-example3.xml": {"line_amount_mismatch"},
    "ubl/ConnectingEurope_eInvoicing-EN16931/testfiles__ubl-tc434-test-1.xml": {"line_amount_mismatch"},
    "ubl/OCA_edi/files__UBL-Order-2.0-Example_no-party-name.xml": {"line_amount_mismatch"},
    "ubl/OCA_edi/files__UBLKetentest_Referentiefactuur_20150100.xml": {"line_amount_mismatch"},
    "ubl/OxalisCommunity_oxalis/resources__Issue250-sample-invoice.xml": {"BAD_DATE", "BAD_FLAG", "BAD_NUMBER"},
    "ubl/oasis-tcs_ubl/xml__UBL-CreditNote-2.0-Example.xml": {"total_mismatch"},
    "ubl/oasis-tcs_ubl/xml__UBL-Order-2.0-Example.xml": {"line_amount_mismatch"},
    "ubl/phax_phive-rules/2019-12__T110_ehf-oa-case-2.xml": {"tax_mismatch"},
    "ubl/phax_phive-rules/2019-12__T110_ehf-oa-case2-5.xml": {"line_amount_mismatch"},
}
"""Path → the codes of its issues. Each was looked at: the file is wrong."""


def test_a_warning_is_given_where_a_file_is_wrong_and_nowhere_else(corpus: Path) -> None:
    found = {}
    for path in manifest(corpus):
        if DISAGREEMENTS.get(path, "").startswith("rejected"):
            continue
        codes = {issue.code for document in read(Content((corpus / path).read_bytes())) for issue in document.issues}
        if codes:
            found[path] = codes
    assert found == ISSUES
