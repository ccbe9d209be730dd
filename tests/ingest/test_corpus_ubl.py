"""The real UBL documents against the manifest that lies beside them. docs/corpus-ubl.md says who is right, and why."""

from pathlib import Path

from ingest.values.triplets import order_text
from tests.corpus import ROOT
from tests.manifest import Facts, difference, issue_codes, manifest

DISAGREEMENTS = {
    "ubl/OxalisCommunity_oxalis/EHFOrder__SimpleOrderResponse.xml": "lines: 2, not 0",
    "ubl/OxalisCommunity_oxalis/OIOXML__OIOXML_PCM_99018008_ValidKnown-Original.xml": (
        "type: credit_note, not invoice; orders: 014881, not none"
    ),
    "ubl/oasis-tcs_ubl/xml__UBL-DebitNote-2.1-Example.xml": "rejected: FORMAT_UNSUPPORTED",
    "ubl/oasis-tcs_ubl/xml__UBL-OrderCancellation-2.1-Example.xml": "type: order_cancellation, not order_change",
    "ubl/phax_phive-rules/2019-12__T110_ehf-oa-case1.xml": "orders: none, not NA",
    "ubl/phax_phive-rules/order-agreement__Esempio_Ordine_pre-concordato_iniziale.xml": "orders: none, not 0",
}
"""Path → what the reader says, and what the manifest."""


def stated(corpus: Path) -> dict[str, Facts]:
    """The manifest quotes the triplets of the Italian NSO whole; what an order is known by is their first part."""
    return manifest(corpus, "ubl", number=lambda text: order_text(text).number)


def test_what_is_read_of_every_file_is_what_the_manifest_says(corpus: Path) -> None:
    expected = stated(corpus)
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
    found = {path: issue_codes(corpus / path) for path in stated(corpus)}
    assert {path: codes for path, codes in found.items() if codes} == ISSUES
