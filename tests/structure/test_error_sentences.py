"""Every sentence and every hint of an error is said in every language, with its values where they belong."""

import ast
import json
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.formats.ubl import _DEBIT_NOTE
from orders.wording import LANGUAGES, Language
from orders.wording.errors import SENTENCES, translated
from orders.wording.text import Text
from tests.golden import golden, samples
from tests.structure.project import ROOT, python_files

RAISED = frozenset(("Reject", "Refuse", "Stop", "Wait", "Failed"))
VALUE = "№"
"""Stands for a value: no sentence contains it."""
EXAMPLES = frozenset(
    ("utf-8, cp1252", "sqlite:///path, or postgresql+psycopg://user@host/name (needs the extra `postgresql`).")
)
"""Hints that are an example in every language."""
PUT_TOGETHER = frozenset(
    (
        f"The file has {VALUE}.",
        f"{VALUE}.",
        f'{VALUE} "{VALUE}": {VALUE} says another {VALUE} than the rows above it.',
        f'{VALUE}, but its name "{VALUE}" does not fit.',
    )
)
"""Sentences whose parts are no values, but words."""


def sentences() -> Iterator[tuple[str, Path]]:
    """What is raised as it stands, with a sign for each value."""
    for file in python_files("ingest", "ordertrail"):
        for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED:
                hints = [keyword.value for keyword in node.keywords if keyword.arg == "hint"]
                for value in (*node.args[1:2], *hints):
                    said = _said(value)
                    if said and said.strip(f"{VALUE} ") and said not in EXAMPLES | PUT_TOGETHER:
                        yield said, file


def _said(value: ast.expr) -> str | None:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return value.value
    if isinstance(value, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else VALUE for part in value.values)
    return None


def issues() -> Iterator[str]:
    """What is said of documents that are read all the same, in the golden files of the samples."""
    for sample in samples():
        read = json.loads(golden(sample).read_text(encoding="utf-8"))
        for document in read if isinstance(read, list) else ():
            yield from (issue["message"] for issue in document.get("issues", ()))


def messages() -> Iterator[tuple[str, Path]]:
    """What is put together before it is raised or told, with a sign for each value. Proposed layouts have their
    questions in English, as everything in a configuration."""
    for file in (one for one in python_files("ingest") if one.parts[1] != "suggestion"):
        for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                said = _said(node.value) if node.targets[0].id in ("message", "text") else None
                if said and said.endswith(".") and said not in PUT_TOGETHER:
                    yield said, file


def faults() -> Iterator[tuple[str, Path]]:
    """What a cell is, and is not to be: the ends of sentences."""
    file = Path("ingest/flat/converters.py")
    for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Fault", "_coded"):
            said = _said(node.args[1 if node.func.id == "Fault" else 2]) if len(node.args) > 1 else None
            if said:
                yield said, file


SAID = dict([*sentences(), *messages(), *faults(), *((said, Path("a golden file")) for said in issues())])


@pytest.mark.parametrize("sentence", sorted(SAID))
@pytest.mark.parametrize("language", ["de", "fr"])
def test_what_an_error_says_is_said_in_every_language(sentence: str, language: Language) -> None:
    told = translated(sentence, language)
    assert told != sentence, f"in {SAID[sentence]}"
    assert told.count(VALUE) == sentence.count(VALUE)


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("text", SENTENCES, ids=lambda text: text.en[:60])
def test_a_sentence_of_an_error_has_the_same_blanks_in_every_language(text: Text) -> None:
    assert [blanks(getattr(text, language)) for language in LANGUAGES] == [blanks(text.en)] * len(LANGUAGES)
    assert all(getattr(text, language).strip() for language in LANGUAGES)


def test_the_hint_on_debit_notes_is_said_in_every_language() -> None:
    assert translated(_DEBIT_NOTE, "de").startswith("Eine DebitNote sagt nicht")


def test_no_sentence_of_an_error_stands_twice() -> None:
    english = [text.en for text in SENTENCES]
    assert sorted(set(english)) == sorted(english)


@pytest.mark.parametrize(
    "sentence",
    [
        "The file has more than 2,000,000 elements.",
        "The file has an element with more than 1,000 attributes.",
        'Column "PO date": H4 says another issue_date than the rows above it.',
        'Path "@date": line 4 says another issue_date than the rows above it.',
    ],
)
def test_sentences_that_are_put_together_are_said_in_every_language(sentence: str) -> None:
    assert sentence not in {translated(sentence, "de"), translated(sentence, "fr")}


def test_what_no_text_fits_is_shown_as_it_is() -> None:
    assert translated("Something new: 7.", "de") == "Something new: 7."
    assert translated("x" * 1_000_000, "fr") == "x" * 1_000_000


def test_values_stay_as_they_are() -> None:
    english = 'The layout "acme {7}" names a field "pos %s", which is not known.'
    assert translated(english, "de") == "Das Layout „acme {7}“ nennt ein Feld „pos %s“, das es nicht gibt."
    assert translated("The disk is full.", "fr") == "Le disque est plein."
