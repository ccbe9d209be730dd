"""The real IDocs against the manifest. docs/corpus-idoc-gs1.md says what they are."""

from pathlib import Path

from tests.manifest import difference, issue_codes, manifest


def test_what_is_read_of_every_file_is_what_the_manifest_says(corpus: Path) -> None:
    files = manifest(corpus, "idoc")
    assert len(files) == 2
    assert {path: said for path, facts in files.items() if (said := difference(corpus / path, facts))} == {}


def test_no_warning_is_given_where_nothing_is_wrong(corpus: Path) -> None:
    assert {path for path in manifest(corpus, "idoc") if issue_codes(corpus / path)} == set()
