"""The real documents of openTRANS against the manifest. docs/corpus-opentrans-cxml.md says who is right."""

from pathlib import Path

from tests.corpus import ROOT
from tests.manifest import difference, issue_codes, manifest

_FOLDER = "opentrans/Naugrimm_opentrans/"
DISAGREEMENTS = {
    f"{_FOLDER}Order__000_sample_order_opentrans_2_1_xml_signature.xml": "orders: OID1, not OID1, a",
    f"{_FOLDER}Order__sample_order_opentrans_2_1_xml_signature.xml": "orders: OID1, not OID1, a",
    f"{_FOLDER}Order__Example_ORDER_Testdistributor_Bestellung.xml": (
        "orders: ORDER_180801-004, not BESTELLUNG_019203, ORDER_180801-004"
    ),
    f"{_FOLDER}Order__Example_ORDER_Testdistributor_Bestellung_Projekt.xml": (
        "orders: ORDER_180801-004, not BESTELLUNG_019203, ORDER_180801-004"
    ),
    f"{_FOLDER}Order__Example_ORDER_Testdistributor_Bestellung_Eigener_Lieferschein.xml": (
        "orders: ORDER_180801-005, not BESTELLUNG_019204, ORDER_180801-005"
    ),
    f"{_FOLDER}assets__minimal_valid_orderchange.xml": "number: order-id-1, not 1; lines: 1, not 0",
}
"""Path → what the reader says, and what the manifest."""

PAGE = ROOT / "docs" / "corpus-opentrans-cxml.md"


def test_what_is_read_of_every_file_is_what_the_manifest_says(corpus: Path) -> None:
    files = manifest(corpus, "opentrans")
    assert len(files) == 23
    differences = {path: difference(corpus / path, facts) for path, facts in files.items()}
    assert {path: said for path, said in differences.items() if said} == DISAGREEMENTS


def test_no_warning_is_given_where_nothing_is_wrong(corpus: Path) -> None:
    assert {path for path in manifest(corpus, "opentrans") if issue_codes(corpus / path)} == set()


def test_every_disagreement_is_explained() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [path for path in DISAGREEMENTS if Path(path).name not in page] == []
