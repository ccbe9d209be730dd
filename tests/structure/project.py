"""What the tests over the structure look at: the files of this project, as git sees them, and their syntax."""

import ast
import io
import subprocess
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("orders", "ingest", "matching", "reports", "ordertrail")


@cache
def project_files() -> tuple[Path, ...]:
    """Every file that is tracked, or will be once it is added; relative to the root."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout.decode()
    return tuple(Path(name) for name in sorted(set(listing.split("\0"))) if name and (ROOT / name).is_file())


def python_files(*folders: str) -> Iterator[Path]:
    """The Python modules under some folders of the root; under all where none is named."""
    return (file for file in project_files() if file.suffix == ".py" and (not folders or file.parts[0] in folders))


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The functions and methods of a module, inner ones too."""
    for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def comments(file: Path) -> Iterator[tuple[int, str]]:
    """The comments of a module with their lines; a string that looks like one is none."""
    source = io.StringIO((ROOT / file).read_text(encoding="utf-8"))
    for token in tokenize.generate_tokens(source.readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string
