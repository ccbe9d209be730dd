"""All real files together: docs/corpus.md says what becomes of each format's, and every file is in one row of it."""

import re
from collections import Counter
from pathlib import Path

from ingest.format import Content
from ingest.reading import read
from orders.errors import Reject
from tests.corpus import ROOT
from tests.ingest import test_corpus_edi as of_edi
from tests.ingest import test_corpus_ubl as of_ubl
from tests.ingest.cii import test_corpus as of_cii
from tests.ingest.cxml import test_corpus as of_cxml
from tests.ingest.opentrans import test_corpus as of_opentrans
from tests.manifest import manifest

PAGE = (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(\w+)` \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| \[.*\]\((.*)\) \|$", re.MULTILINE)
ROWS = {row[0]: (*map(int, row[1:5]), row[5]) for row in ROW.findall(PAGE)}
"""Format → files, those with documents, those rejected, those of which manifest and reader disagree; the page."""

LISTS = (of_ubl, of_cii, of_opentrans, of_cxml, of_edi)


def is_read(file: Path) -> bool:
    try:
        return bool(read(Content(file.read_bytes(), file.name)))
    except Reject:
        return False


def test_the_table_counts_every_real_file_once(corpus: Path) -> None:
    files = {name: manifest(corpus, name) for name in ROWS}
    there = {file.relative_to(corpus).as_posix() for file in corpus.glob("*/*/*") if file.is_file()}
    assert {path for rows in files.values() for path in rows} == there
    read_ = {name: sum(is_read(corpus / path) for path in rows) for name, rows in files.items()}
    found = {name: (len(rows), read_[name], len(rows) - read_[name]) for name, rows in files.items()}
    assert found == {name: row[:3] for name, row in ROWS.items()}
    assert f"{len(there)} files" in PAGE


def test_the_table_counts_every_disagreement_that_the_formats_tests_hold() -> None:
    held = Counter(path.partition("/")[0] for module in LISTS for path in module.DISAGREEMENTS)
    assert held == Counter({name: row[3] for name, row in ROWS.items()})


def test_every_page_that_the_table_names_is_there() -> None:
    assert [row[4] for row in ROWS.values() if not (ROOT / "docs" / str(row[4])).exists()] == []
