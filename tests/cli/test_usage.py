"""The face of the program: help, version, exit codes, streams."""

import re
from importlib.metadata import version
from pathlib import Path

import pytest

from ordertrail.cli.app import COMMANDS
from tests.cli.shell import inside, ordertrail
from tests.pace import spent_by_python

NAMES = [command.__name__ for _, commands in COMMANDS for command in commands]


def test_every_command_of_the_first_frame_is_there() -> None:
    working = {"init", "demo", "doctor", "run", "watch", "retry", "report", "rebuild"}
    asking = {"inspect", "orders", "show", "explain", "exceptions", "files"}
    assert set(NAMES) == working | asking


def test_help_lists_every_command(tmp_path: Path) -> None:
    answer = ordertrail("--help", cwd=tmp_path)
    assert answer.code == 0
    assert [name for name in NAMES if not re.search(rf"\b{name}\b", answer.out)] == []


@pytest.mark.parametrize("name", NAMES)
def test_help_of_each_command_has_an_example_of_it(tmp_path: Path, name: str) -> None:
    answer = inside(name, "--help", cwd=tmp_path)
    assert answer.code == 0
    _, _, examples = answer.out.partition("Examples:")
    assert re.search(rf"^ +ordertrail .*{name}", examples, flags=re.MULTILINE)
    assert "--config" in answer.out
    assert "--json" in answer.out


@pytest.mark.parametrize("arguments", [("--version",), ("--json", "--version")])
def test_version_is_the_packages(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert ordertrail(*arguments, cwd=tmp_path).out == f"ordertrail {version('ordertrail')}\n"


def test_help_answers_at_once(tmp_path: Path) -> None:
    drawing = spent_by_python("-c", "import typer.main, typer.rich_utils", cwd=tmp_path)  # what draws it, alone
    assert spent_by_python("-m", "ordertrail", "--help", cwd=tmp_path) < 2 * drawing


@pytest.mark.parametrize(
    "line", ["orders --status lost", "orders --as-of 31.12.2026", "nonsense", "show", "files --state x", "run extra"]
)
def test_wrong_usage_is_exit_2_and_nothing_on_stdout(tmp_path: Path, line: str) -> None:
    answer = inside(*line.split(), cwd=tmp_path)
    assert (answer.code, answer.out) == (2, "")
    assert "Error" in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize(
    "command", ["run", "watch", "orders", "show 1", "explain 1", "exceptions", "files", "retry 1", "report", "rebuild"]
)
def test_without_a_configuration_nothing_works_and_nothing_is_touched(tmp_path: Path, command: str) -> None:
    answer = inside(*command.split(), cwd=tmp_path)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.splitlines()[0] == "There is no config.toml here or in a folder above."
    assert "ordertrail init" in answer.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["before", "after"])
def test_the_configuration_may_be_named_before_or_after_the_command(tmp_path: Path, place: str) -> None:
    named = ("--config", "other.toml")
    arguments = (*named, "orders") if place == "before" else ("orders", *named)
    assert "There is no configuration file other.toml" in ordertrail(*arguments, cwd=tmp_path).err
