"""A folder in which the whole program has run once over the demo's documents."""

from pathlib import Path

import pytest

from tests.cli.shell import ordertrail


@pytest.fixture(scope="session")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """For tests that ask and change nothing."""
    base = tmp_path_factory.mktemp("worked")
    answer = ordertrail("demo", "here", "--language", "en", cwd=base)
    assert answer.code == 0, answer.err
    return base / "here"
