"""The month that is told in docs/a-month.md happens so: each command prints what stands there."""

import runpy
import sys
from pathlib import Path

import pytest

from tests.corpus import ROOT
from tests.month.replay import FAKETIME, FILES, PAGE, replayed


@pytest.mark.slow
@pytest.mark.skipif(
    FAKETIME is None, reason="faketime is not there, and this machine does not let `make test` install it"
)
def test_every_command_of_the_month_prints_what_its_page_says(tmp_path: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    told = list(replayed(page, tmp_path))
    assert sum(line.startswith("$ ordertrail") for line in told) > 20
    assert told == page.splitlines()


def test_the_files_of_the_month_are_what_their_script_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(ROOT / "scripts"), *sys.path])
    runpy.run_path(str(ROOT / "scripts" / "month_documents.py"))["write"](tmp_path)
    written, shipped = (
        {
            file.relative_to(folder): file.read_bytes()
            for folder in [place]
            for file in folder.rglob("*")
            if file.is_file()
        }
        for place in (tmp_path, FILES)
    )
    assert written == shipped
