"""What users can say, set or meet is documented; what the documentation names exists."""

import inspect
import re
from collections.abc import Iterator
from dataclasses import fields

import pytest

from ingest.flat.fields import FIELDS
from ingest.layout import Layout
from orders.deviations import DeviationCode, severity
from orders.status import Status
from orders.wording import LANGUAGES, label
from ordertrail.cli.app import COMMANDS, GROUPS
from ordertrail.config.keys import ConfigFile
from tests.structure.project import ROOT, project_files, python_files

COMMANDS_PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
LAYOUTS_PAGE = (ROOT / "docs" / "layouts.md").read_text(encoding="utf-8")
PAGES = [file for file in project_files() if file.suffix == ".md"]
LINK = re.compile(r"\]\(([^)#\s]+)?(#[^)\s]+)?\)")
FOR_EVERY_COMMAND = {"context", "config", "json"}


NAMED = {command.__name__: command for _, commands in COMMANDS for command in commands}
NAMED |= {f"{group.name} {name}": command for group in GROUPS for name, command in group.commands.items()}


def parameters() -> Iterator[tuple[str, str]]:
    for command, function in NAMED.items():
        for name in sorted(set(inspect.signature(function).parameters) - FOR_EVERY_COMMAND):
            yield command, name


def row_of(command: str) -> str:
    (row,) = re.finditer(rf"^\| `{command}\b.*$", COMMANDS_PAGE, flags=re.MULTILINE)
    return row[0]


@pytest.mark.parametrize("command", NAMED)
def test_each_command_is_documented_once(command: str) -> None:
    assert row_of(command)


@pytest.mark.parametrize(("command", "parameter"), list(parameters()))
def test_each_option_and_argument_is_documented_with_its_command(command: str, parameter: str) -> None:
    usage = row_of(command).lower()
    spelled = {f"--{parameter.replace('_', '-')}", parameter, parameter.replace("folder", "dir")}
    assert any(re.search(rf"(?<![\w-]){one}\b", usage) for one in spelled)


def test_no_command_is_documented_that_does_not_exist() -> None:
    groups = "|".join(group.name for group in GROUPS)
    named = set(re.findall(rf"^\| `((?:(?:{groups}) )?[a-z]+)", COMMANDS_PAGE, flags=re.MULTILINE))
    assert named == set(NAMED)


def test_each_table_of_the_configuration_is_in_the_reference() -> None:
    reference = (ROOT / "config.toml").read_text(encoding="utf-8")
    missing = [name for name in ConfigFile.model_fields if not re.search(rf"^#?\[*{name}\b", reference, re.MULTILINE)]
    assert missing == []


@pytest.mark.parametrize("key", [field.name for field in fields(Layout) if field.name != "party"])
def test_each_key_of_a_layout_is_documented(key: str) -> None:
    assert re.search(rf"^\| `{key}` \|", LAYOUTS_PAGE, flags=re.MULTILINE)


@pytest.mark.parametrize("name", [field.name for field in FIELDS])
def test_each_field_of_a_table_is_documented(name: str) -> None:
    assert f"`{name}`" in LAYOUTS_PAGE


@pytest.mark.parametrize("code", DeviationCode)
def test_each_deviation_is_documented_with_its_severity(code: DeviationCode) -> None:
    page = (ROOT / "docs" / "matching.md").read_text(encoding="utf-8")
    (row,) = (line for line in page.splitlines() if line.startswith(f"| `{severity(code)}` |"))
    assert f"`{code}`" in row


@pytest.mark.parametrize("status", Status)
def test_each_status_is_documented_with_its_labels(status: Status) -> None:
    page = (ROOT / "docs" / "statuses.md").read_text(encoding="utf-8")
    labels = " | ".join(label(f"status.{status}", language) for language in LANGUAGES)
    assert f"| `{status}` | {labels} |" in page


def test_every_page_is_in_the_list_of_pages() -> None:
    listed = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = [file for file in PAGES if file.parts[0] == "docs" and len(file.parts) == 2 and file.name != "README.md"]
    assert [file.name for file in pages if f"]({file.name})" not in listed] == []


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_link_of_a_page_leads_somewhere(page: object) -> None:
    text = (ROOT / str(page)).read_text(encoding="utf-8")
    folder = (ROOT / str(page)).parent
    targets = [target for target, _ in LINK.findall(text) if target and "://" not in target]
    assert [target for target in targets if not (folder / target).exists()] == []


CITED = re.compile(r'(docs/[a-z-]+\.md)(?:, "([^"]+)")?')
CITATIONS = sorted(
    {
        (page, section)
        for file in python_files("orders", "ingest", "matching", "reports", "ordertrail")
        for page, section in CITED.findall((ROOT / file).read_text(encoding="utf-8"))
    }
)


@pytest.mark.parametrize(("page", "section"), CITATIONS)
def test_a_rule_that_the_code_cites_stands_in_the_documentation(page: str, section: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert not section or re.search(rf"^#+ {re.escape(section)}$", text, flags=re.MULTILINE)


def test_the_code_cites_nothing_that_is_not_in_the_repository() -> None:
    cited = re.compile(r"\b(?:SPEC|HOUSE|SCENARIOS|RELIABILITY)\b")
    files = [*python_files("orders", "ingest", "matching", "reports", "ordertrail"), *PAGES]
    assert [file for file in files if cited.search((ROOT / file).read_text(encoding="utf-8"))] == []
