"""The real documents of CII, Order-X and PDF against the manifest. docs/corpus-cii.md explains both lists."""

from pathlib import Path

from tests.corpus import ROOT
from tests.manifest import difference, issue_codes, manifest

FORMATS = {"cii": 74, "orderx": 14, "pdf": 14}
"""Format → how many files there are."""

DISAGREEMENTS = {
    "cii/akretion_factur-x/xml__zugferd-extended.xml": "lines: 5, not 6",
    "pdf/OCA_edi/fixtures__test.pdf": "rejected: PDF_WITHOUT_XML",
    "pdf/ZUGFeRD_corpus/Intarsys__ZUGFeRD_1p0_EXTENDED_Warenrechnung.pdf": "lines: 6, not 7",
    "pdf/horstoeko_orderx/assets__reader-invalid.pdf": "rejected: PDF_WITHOUT_XML",
}
"""Path → what the reader says, and what the manifest."""

_EN16931 = "cii/ConnectingEurope_eInvoicing-EN16931/examples__"
_ZUGFERD = "cii/ZUGFeRD_corpus/CII__EN16931_"
ISSUES = {
    f"{_EN16931}CII_business_example_01.xml": {"line_amount_mismatch"},
    f"{_EN16931}CII_business_example_Z.xml": {"line_amount_mismatch"},
    f"{_EN16931}CII_example8.xml": {"line_amount_mismatch"},
    f"{_EN16931}CII_example9.xml": {"line_amount_mismatch"},
    f"{_EN16931}XRechnung-O.xml": {"line_amount_mismatch"},
    f"{_ZUGFERD}1_Teilrechnung.cii.xml": {"line_amount_mismatch"},
    f"{_ZUGFERD}Kraftfahrversicherung_Bruttopreise.cii.xml": {"line_amount_mismatch"},
    f"{_ZUGFERD}Sachversicherung_berechneter_Steuersatz.cii.xml": {"line_amount_mismatch"},
    "pdf/OCA_edi/pdf__AzureInterior.pdf": {"BAD_NUMBER", "line_amount_mismatch"},
}
"""Path → the codes of its issues. Each was looked at: the file is wrong."""

PAGE = ROOT / "docs" / "corpus-cii.md"


def test_what_is_read_of_every_file_is_what_the_manifest_says(corpus: Path) -> None:
    assert {one: len(manifest(corpus, one)) for one in FORMATS} == FORMATS
    differences = {path: difference(corpus / path, facts) for path, facts in manifest(corpus, *FORMATS).items()}
    assert {path: said for path, said in differences.items() if said} == DISAGREEMENTS


def test_a_warning_is_given_where_a_file_is_wrong_and_nowhere_else(corpus: Path) -> None:
    found = {path: issue_codes(corpus / path) for path in manifest(corpus, *FORMATS)}
    assert {path: codes for path, codes in found.items() if codes} == ISSUES


def test_every_disagreement_and_warning_is_explained() -> None:
    page = PAGE.read_text(encoding="utf-8")
    named = [*DISAGREEMENTS, *(Path(path).name.removeprefix("examples__").removesuffix(".xml") for path in ISSUES)]
    assert [name for name in named if name not in page] == []
