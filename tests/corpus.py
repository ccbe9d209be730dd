"""Real documents that other people made. Their licences keep them out of this repository: they lie beside it, or where
ORDERTRAIL_CORPUS says, and tests that need them are skipped where they are absent."""

import os
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
CORPUS = Path(os.environ.get("ORDERTRAIL_CORPUS") or ROOT.parent / "shared" / "corpus")
ABSENT = "no real documents: neither ORDERTRAIL_CORPUS nor ../shared/corpus is there"


def corpus_files(*patterns: str) -> list[Any]:
    """The real documents that match, as parameters of a test each:
    `@pytest.mark.parametrize("file", corpus_files("ubl/**/*.xml"))`."""
    if not CORPUS.is_dir():
        return [pytest.param(None, id="absent", marks=pytest.mark.skip(reason=ABSENT))]
    files = sorted({file for pattern in patterns for file in CORPUS.glob(pattern) if file.is_file()})
    return [pytest.param(file, id=file.relative_to(CORPUS).as_posix()) for file in files]
