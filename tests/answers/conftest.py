"""A folder in which the program has run once, to be decided in."""

import shutil
from pathlib import Path

import pytest

from tests.cli.shell import ordertrail


@pytest.fixture(scope="session")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, in English; to be copied."""
    base = tmp_path_factory.mktemp("reported")
    assert ordertrail("demo", "here", "--language", "en", cwd=base).code == 0
    return base / "here"


@pytest.fixture
def here(reported: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(reported, tmp_path / "here"))
