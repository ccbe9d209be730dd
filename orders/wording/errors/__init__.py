"""Errors in the language of whoever reads them.

An error is raised with a stable code and an English sentence, which travels with it: between processes, into the
database, into `error.json`. The sentence is also what its translations are found by, as in message catalogues: a `Text`
whose English, with its blanks, fits the sentence says the same in the other languages. Codes, places and values stay as
they are. What no text fits is shown in English.
"""

import re
import string
from collections.abc import Iterator
from functools import cache, lru_cache

from orders.wording import Language
from orders.wording.errors import configuration, edi, files, issues, table_reasons, tables, work, xml
from orders.wording.text import Text

SENTENCES: tuple[Text, ...] = (
    *xml.SENTENCES,
    *edi.SENTENCES,
    *tables.SENTENCES,
    *table_reasons.SENTENCES,
    *files.SENTENCES,
    *issues.SENTENCES,
    *work.SENTENCES,
    *configuration.SENTENCES,
)
"""Every sentence of an error or an issue, and every hint, in every language."""

_SAID_IN_FULL = frozenset(("reason", "cause", "kind"))
"""Blanks that may hold a sentence of ours; all others hold values, which stay as they are."""

_FIRST = 6
_LONGEST = 1_000
"""Longer lines are shown as they are: what a file says in them could keep an expression busy for long."""


def translated(sentence: str, language: Language) -> str:
    """An error's message or hint in a language, line by line; in English if it is not known there."""
    if language == "en":
        return sentence
    return "\n".join([line if len(line) > _LONGEST else _translated(line, language) for line in sentence.split("\n")])


@lru_cache(maxsize=4_096)
def _translated(sentence: str, language: Language) -> str:
    for text, pattern in (*_patterns().get(sentence[:_FIRST], ()), *_patterns()[""]):
        if found := pattern.fullmatch(sentence):
            values = {name: _value(name, value, language) for name, value in found.groupdict().items()}
            return str(getattr(text, language)).format(**values)
    return sentence


def _value(name: str, value: str, language: Language) -> str:
    return translated(value, language) if name in _SAID_IN_FULL else value


@cache
def _patterns() -> dict[str, list[tuple[Text, re.Pattern[str]]]]:
    """The texts by their first letters, those with a blank among these under ""; the more specific ones first."""
    found: dict[str, list[tuple[Text, re.Pattern[str]]]] = {"": []}
    for text in sorted(SENTENCES, key=lambda text: -len(re.sub(r"\{\w+\}", "", text.en))):
        begin = text.en[:_FIRST]
        found.setdefault("" if "{" in begin else begin, []).append(
            (text, re.compile("".join(_parts(text.en)), re.DOTALL))
        )
    return found


def _parts(english: str) -> Iterator[str]:
    for literal, name, _, _ in string.Formatter().parse(english):
        yield re.escape(literal)
        if name:
            yield f"(?P<{name}>.*?)"
