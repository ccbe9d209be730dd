"""What tests of the inbox may ask for."""

from pathlib import Path

import pytest

from tests.place import Place, make_place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A working folder with an empty inbox; read in this process."""
    return make_place(tmp_path)
