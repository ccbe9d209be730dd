"""Errors are told in the language of the configuration, wherever people meet them; codes and places never change."""

import json
from pathlib import Path

import pytest

from orders.errors import Stop
from orders.wording.errors import translated
from ordertrail.cli.tongue import language_of
from ordertrail.config import parse
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


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[tolerance]\nprice_ovr = 1", '"tolerance.price_ovr" ist kein Schlüssel; meinten Sie "price_over"?'),
        ("[limits]\nfile_mb = 0", '"limits.file_mb" muss mindestens 1 sein.'),
        ('[limits]\nfile_mb = "x"', '"limits.file_mb" muss eine ganze Zahl sein.'),
        ("[run]\nsettle_seconds = -1", '"run.settle_seconds" darf nicht negativ sein.'),
        ('[tolerance]\nprice_over = "much"', '"tolerance.price_over" muss ein Betrag ("2"), ein Anteil ("5 %")'),
        ('[status]\nprecedence = ["shiped"]', 'was kein Status ist; meinten Sie "shipped"?'),
        ('[folders]\narchive = "inbox/a"', '"folders.archive" liegt in "folders.inbox"; legen Sie die beiden'),
        ('[database]\nurl = "mysql://x"', '"database.url" muss mit sqlite:/// oder postgresql+psycopg:// beginnen.'),
        ('[options]\nshipping = "yes"', '"options.shipping" muss true oder false sein.'),
    ],
)
def test_what_is_wrong_in_the_configuration_is_told_in_its_language(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(Stop) as wrong:
        parse(line, tmp_path / "config.toml", {})
    told = translated(wrong.value.message, "de")
    assert said in told
    assert told.startswith("config.toml, line 2: "), "the place stays as it is"
    assert translated(wrong.value.message, "fr") not in {told, wrong.value.message}


def test_every_line_of_several_problems_is_told(tmp_path: Path) -> None:
    with pytest.raises(Stop) as wrong:
        parse("[limits]\nfile_mb = 0\nfile_documents = 0", tmp_path / "config.toml", {})
    head, *lines = translated(wrong.value.message, "fr").split("\n")
    assert head.endswith("a 2 erreurs :")
    assert [line.endswith("doit être au moins 1.") for line in lines] == [True, True]


def test_the_environment_goes_before_the_file_and_without_either_it_is_english(tmp_path: Path) -> None:
    file = tmp_path / "other.toml"
    file.write_text("# a comment\nlanguage = 'fr'\n", encoding="utf-8")
    assert language_of(["run", "--config", str(file)], {}) == "fr"
    assert language_of([f"--config={file}", "run"], {"ORDERTRAIL_LANGUAGE": "de"}) == "de"
    assert language_of(["run", "--config", str(tmp_path / "none.toml")], {}) == "en"
    assert language_of(["run", "--config", str(file)], {"ORDERTRAIL_LANGUAGE": "klingon"}) == "en"
