"""What is said to people is said in every language, with the same blanks, and nothing is left unsaid."""

import ast
import re
import string
from collections.abc import Iterator

import pytest

from orders.message import Message
from orders.wording import LANGUAGES, Language, say, texts, written
from tests.structure.project import ROOT, python_files

CODES = frozenset(texts())
PREFIXES = frozenset(code.partition(".")[0] for code in CODES)


def blanks(text: str) -> set[tuple[str, str]]:
    return {(name, kind or "") for _, name, kind, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_text_has_the_same_blanks_in_every_language(code: str) -> None:
    said = [blanks(getattr(texts()[code], language)) for language in LANGUAGES]
    assert said == [said[0]] * len(LANGUAGES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_text_is_said_in_every_language(code: str) -> None:
    assert all(getattr(texts()[code], language).strip() for language in LANGUAGES)


def codes_in(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    """Strings that look like codes of texts, and whether they are only the beginning of one."""
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            code = node.value.lstrip(">|")
            if re.fullmatch(r"[a-z]+\.[a-z0-9_]*", code) and code.partition(".")[0] in PREFIXES:
                yield code, id(node) in inside


def test_what_the_command_line_says_is_known_and_what_is_known_is_said() -> None:
    """For the texts of the command line; a code that is put together counts as every code that begins so."""
    trees = [ast.parse((ROOT / file).read_text(encoding="utf-8")) for file in python_files("ordertrail")]
    found = [one for tree in trees for one in codes_in(tree)]
    whole = {code for code, begins in found if not begins}
    begun = tuple({code for code, begins in found if begins and not code.endswith(".")})
    ours = {code for code in CODES if code.startswith(("cli.", "doctor."))}
    assert {code for code in whole if code.startswith(("cli.", "doctor."))} - CODES == set()
    assert {code for code in ours if code not in whole and not code.startswith(begun)} == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["number", "money", "price"])
def test_a_figure_of_any_size_is_written_with_all_its_digits(language: Language, kind: str) -> None:
    """A price times a quantity may have 40 digits before the point; no file may break a list by that."""
    shown = written(f"{'9' * 40}.25 EUR" if kind == "money" else f"{'9' * 40}.25", kind, language)
    assert re.sub(r"\D", "", shown) == "9" * 40 + "25"


@pytest.mark.parametrize(
    ("value", "language", "seen"),
    [("32.9", "de", "32,90"), ("0.0234", "en", "0.0234"), ("1250", "fr", "1\u202f250,00"), ("31.5", "en", "31.50")],
)
def test_a_price_is_written_with_its_cents_and_with_what_it_has_beyond(
    value: str, language: Language, seen: str
) -> None:
    assert written(value, "price", language) == seen


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        ("0", ("0 Tage", "0 days", "0 jour")),
        ("1", ("1 Tag", "1 day", "1 jour")),
        ("19", ("19 Tage", "19 days", "19 jours")),
    ],
)
def test_days_have_the_word_of_their_number(value: str, seen: tuple[str, ...]) -> None:
    assert tuple(written(value, "days", language).replace("\xa0", " ") for language in LANGUAGES) == seen


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_quantity_without_a_unit_leaves_no_gap(language: Language) -> None:
    args = {
        "order_line": "10",
        "quantity": "7",
        "unit": "",
        "by": "quantity",
        "order": "PO-9",
        "found": "0",
        "ordered": "7",
    }
    for code in ("missing.invoicing", "finding.received_not_invoiced"):
        assert "  " not in say(Message(code, args), language)
        assert " ," not in say(Message(code, args), language)
    assert written("", "unit", language) == ""
