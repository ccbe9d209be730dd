"""What tests of the inbox may ask for."""

from pathlib import Path

import pytest

from tests.place import Place, make_place


@pytest.fixture(params=[pytest.param(1, id="one process"), pytest.param(2, id="readers")])
def any_place(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The same, read in this process or in others: what waits and what goes back takes different ways then."""
    monkeypatch.setattr("ordertrail.intake.reading.FEW", 0)
    return make_place(tmp_path, processes=request.param)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A working folder with an empty inbox; read in this process."""
    return make_place(tmp_path)
