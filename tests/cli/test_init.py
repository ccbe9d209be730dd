"""`init` makes a working folder, and never touches what is there."""

from pathlib import Path

import pytest

from ordertrail.config import load
from tests.cli.shell import inside


def test_a_new_working_folder_has_everything_to_begin_with(tmp_path: Path) -> None:
    answer = inside("init", "purchasing", cwd=tmp_path)
    assert (answer.code, answer.out) == (0, "")
    folder = tmp_path / "purchasing"
    assert load(folder / "config.toml", {}).folders.inbox == folder / "inbox"
    assert (folder / "inbox").is_dir()
    assert (folder / "reports" / "out").is_dir()
    assert any((folder / "sample").rglob("*.xml"))
    assert list((folder / "inbox").iterdir()) == []


def test_the_current_folder_is_the_default(tmp_path: Path) -> None:
    assert inside("init", cwd=tmp_path).code == 0
    assert (tmp_path / "config.toml").is_file()


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_it_is_set_up_for_a_language(tmp_path: Path, language: str) -> None:
    inside("init", "--language", language, cwd=tmp_path)
    assert load(tmp_path / "config.toml", {}).language == language


def test_a_folder_that_is_set_up_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("# mine", encoding="utf-8")
    answer = inside("init", cwd=tmp_path)
    assert answer.code == 2
    assert "is there already; nothing was changed" in answer.err
    assert [file.name for file in tmp_path.iterdir()] == ["config.toml"]
    assert (tmp_path / "config.toml").read_text(encoding="utf-8") == "# mine"


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    answer = inside("init", "file/below", cwd=tmp_path)
    assert answer.code == 2
    assert "cannot be made" in answer.err


@pytest.mark.parametrize(("target", "code"), [("here", "ALREADY_THERE"), ("file/below", "FOLDER_UNWRITABLE")])
def test_what_is_refused_has_a_code(tmp_path: Path, target: str, code: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "config.toml").write_text("", encoding="utf-8")
    assert inside("init", target, cwd=tmp_path).refusal == code
