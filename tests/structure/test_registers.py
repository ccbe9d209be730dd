"""What is written to be found is registered, and what can be raised is raised in some test."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from ingest.format import Format
from ingest.formats import FORMATS
from orders.errors import Refuse, Reject, Stop, Wait
from orders.wording import SUBJECTS
from tests.structure.project import ROOT, project_files, python_files

RAISED = {kind.__name__ for kind in (Reject, Wait, Refuse, Stop)} | {"Failed", "Verdict"}
TESTS = "\n".join((ROOT / file).read_text(encoding="utf-8") for file in python_files("tests"))


def values_in(package: str, kind: type) -> Iterator[tuple[str, object]]:
    """The module-level values of a kind in a package, each with the module that defines it."""
    for file in python_files(package.split(".", maxsplit=1)[0]):
        module = ".".join(file.with_suffix("").parts)
        if module.startswith(f"{package}."):
            for value in vars(import_module(module.removesuffix(".__init__"))).values():
                if isinstance(value, kind):
                    yield module, value


def test_each_format_is_registered() -> None:
    assert [module for module, value in values_in("ingest.formats", Format) if value not in FORMATS] == []
    assert len({one.name for one in FORMATS}) == len(FORMATS)


def test_each_format_has_samples_of_its_own() -> None:
    samples = {file.parts[2] for file in project_files() if file.parts[:2] == ("tests", "samples")}
    assert {one.name for one in FORMATS} - samples == set()


def test_each_subject_of_the_wording_is_listed() -> None:
    modules = {file.stem for file in (ROOT / "orders" / "wording").glob("*.py")} - {"__init__", "text"}
    assert set(SUBJECTS) == modules


def codes() -> dict[str, Path]:
    """Every error code that is raised as it stands, and a module that raises it."""
    found: dict[str, Path] = {}
    for file in python_files("orders", "ingest", "matching", "reports", "ordertrail"):
        for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED:
                found |= dict.fromkeys(_code_of(node), file)
    return found


def _code_of(call: ast.Call) -> Iterator[str]:
    named = [keyword.value for keyword in call.keywords if keyword.arg == "code"]
    for value in (*call.args[:1], *named):
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value.value


@pytest.mark.parametrize("code", sorted(codes()))
def test_each_error_code_is_raised_in_some_test(code: str) -> None:
    assert code in TESTS, f"raised in {codes()[code]}"
