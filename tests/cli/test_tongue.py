"""Errors are told in the language of the configuration, wherever people meet them; codes and places never change."""

import json
from pathlib import Path

import pytest

from ordertrail.cli.tongue import language_of
from tests.cli.shell import ordertrail

QUICK = '[run]\nsettle_seconds = 0.05\nprocesses = 1\n[reports]\nformats = ["json"]\n'
BROKEN = "<Invoice><ID>R1</Invoice>"
SAID = {"de": "kein wohlgeformtes XML", "en": "not well-formed XML", "fr": "pas du XML bien formé"}


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_a_rejected_file_is_explained_in_the_language_of_the_configuration(tmp_path: Path, language: str) -> None:
    (tmp_path / "config.toml").write_text(f'language = "{language}"\n{QUICK}', encoding="utf-8")
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "broken.xml").write_text(BROKEN, encoding="utf-8")
    inspected = ordertrail("inspect", "--json", "inbox/broken.xml", cwd=tmp_path).row["error"]
    assert ordertrail("run", cwd=tmp_path).code == 3
    (reason,) = (tmp_path / "quarantine").rglob("error.json")
    kept = json.loads(reason.read_text(encoding="utf-8"))
    (listed,) = ordertrail("files", "--json", cwd=tmp_path).rows
    table = ordertrail("files", cwd=tmp_path).out
    (row,) = json.loads(next((tmp_path / "reports" / "out").rglob("files.json")).read_text(encoding="utf-8"))
    for told in (inspected["message"], kept["message"], listed["message"], json.dumps(row, ensure_ascii=False)):
        assert SAID[language] in told
    assert SAID[language].split()[-1] in table
    assert inspected["code"] == kept["code"] == listed["code"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Es gibt noch keine Datenbank."),
        ("en", "There is no database yet."),
        ("fr", "Il n'y a pas encore de base."),
    ],
)
def test_a_refusal_is_told_in_the_language_of_the_configuration(tmp_path: Path, language: str, said: str) -> None:
    (tmp_path / "config.toml").write_text(f'language = "{language}"\n', encoding="utf-8")
    answer = ordertrail("orders", cwd=tmp_path)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_a_configuration_that_is_no_toml_is_told_in_the_language_that_it_names(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('language = "fr"\n[run\n', encoding="utf-8")
    assert "n'est pas du TOML" in ordertrail("orders", cwd=tmp_path).err


def test_the_environment_goes_before_the_file_and_without_either_it_is_english(tmp_path: Path) -> None:
    file = tmp_path / "other.toml"
    file.write_text("# a comment\nlanguage = 'fr'\n", encoding="utf-8")
    assert language_of(["run", "--config", str(file)], {}) == "fr"
    assert language_of([f"--config={file}", "run"], {"ORDERTRAIL_LANGUAGE": "de"}) == "de"
    assert language_of(["run", "--config", str(tmp_path / "none.toml")], {}) == "en"
    assert language_of(["run", "--config", str(file)], {"ORDERTRAIL_LANGUAGE": "klingon"}) == "en"
