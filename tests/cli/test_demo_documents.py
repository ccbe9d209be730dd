"""The demo's documents are what its script writes, and reading them leaves nothing to wonder about."""

import subprocess
import sys
from pathlib import Path

from tests.cli.shell import SAMPLES, inside
from tests.structure.project import ROOT

WRITE = "import sys, pathlib, demo_documents; demo_documents.write(pathlib.Path(sys.argv[1]))"


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_shipped_documents_are_those_that_the_script_writes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", WRITE, str(tmp_path / "new")], cwd=ROOT / "scripts", check=True)
    assert contents(tmp_path / "new") == contents(Path(str(SAMPLES)))


def test_every_document_but_the_broken_one_is_read_without_an_issue(tmp_path: Path) -> None:
    files = sorted(file for file in Path(str(SAMPLES)).rglob("*") if file.is_file())
    rows = inside("inspect", "--json", *files, cwd=tmp_path).rows
    assert [row["file"] for row in rows if "error" in row] == [
        str(file) for file in files if file.name == "DN-51090.xml"
    ]
    assert [(row["file"], row["issues"]) for row in rows if row.get("issues")] == []
    assert len({row["type"] for row in rows if "type" in row}) == 8
