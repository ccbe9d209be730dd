"""What every test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.corpus import ABSENT, CORPUS

# In CI the same examples each time: a red run is then about the change. At a desk new ones each time: they find more.
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("desk", deadline=None, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

# Some machines forbid Python to keep what it compiled. The program starts hundreds of times here: without that it would
# compile itself each time, which is half of what a start costs.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real documents; the test is skipped where it is absent."""
    if not CORPUS.is_dir():
        pytest.skip(ABSENT)
    return CORPUS
