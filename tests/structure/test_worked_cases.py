"""Every worked case is a test that bears its number, and those that a person has to decide go through the decision."""

import ast
import re
from pathlib import Path

import pytest

from tests.structure.project import ROOT, functions, python_files

CASES = [f"S{number:02d}" for number in range(1, 66)] + ["S20b", "S20c", "S20d"]
DECIDED = ["S12", "S17", "S30", "S40", "S41", "S42", "S43", "S49", "S51", "S53", "S61", "S65"]
"""What is decided there: a status set by hand, a line split, lines closed and opened again, a cancellation that came
too late, which of two documents counts."""

_NAMED = re.compile(r"test_case_(?P<cases>S\d\d[a-d]?(?:_and_S\d\d[a-d]?)*)_")


_CALLING = "from tests.cli.shell import"
"""A module that calls the program has this."""


def _tests() -> dict[str, list[tuple[Path, ast.FunctionDef | ast.AsyncFunctionDef]]]:
    """The tests of each case, with their modules."""
    found: dict[str, list[tuple[Path, ast.FunctionDef | ast.AsyncFunctionDef]]] = {}
    for file in python_files("tests"):
        for test in functions(file):
            if named := _NAMED.match(test.name):
                for case in named["cases"].split("_and_"):
                    found.setdefault(case, []).append((file, test))
    return found


def test_every_case_has_a_test_that_bears_its_number_and_no_other_number_is_borne() -> None:
    assert sorted(_tests()) == sorted(CASES)


@pytest.mark.parametrize("case", DECIDED)
def test_what_a_person_decides_is_tried_through_the_command(case: str) -> None:
    calls = {
        node.func.id
        for file, test in _tests()[case]
        if _CALLING in (ROOT / file).read_text(encoding="utf-8")
        for node in ast.walk(test)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert "decide" in calls
