"""The real documents of cXML against the manifest. docs/corpus-opentrans-cxml.md says who is right."""

from pathlib import Path

from tests.corpus import ROOT
from tests.manifest import difference, issue_codes, manifest

DISAGREEMENTS = {"cxml/FriendsOfCXML_cxml-php/samples__StatusUpdateRequest.xml": "rejected: FORMAT_UNSUPPORTED"}
"""Path → what the reader says, and what the manifest."""

ISSUES = {
    "cxml/officeluv_cxml/fixtures__invoice_backed_by_multiple_pos.xml": {"total_mismatch"},
    "cxml/officeluv_cxml/fixtures__invoice_taxes_at_total.xml": {"tax_mismatch"},
}
"""Path → the codes of its issues. Each was looked at: the file is wrong."""

PAGE = ROOT / "docs" / "corpus-opentrans-cxml.md"


def test_what_is_read_of_every_file_is_what_the_manifest_says(corpus: Path) -> None:
    files = manifest(corpus, "cxml")
    assert len(files) == 7
    differences = {path: difference(corpus / path, facts) for path, facts in files.items()}
    assert {path: said for path, said in differences.items() if said} == DISAGREEMENTS


def test_a_warning_is_given_where_a_file_is_wrong_and_nowhere_else(corpus: Path) -> None:
    found = {path: issue_codes(corpus / path) for path in manifest(corpus, "cxml")}
    assert {path: codes for path, codes in found.items() if codes} == ISSUES


def test_every_disagreement_and_warning_is_explained() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [path for path in (*DISAGREEMENTS, *ISSUES) if Path(path).name not in page] == []
