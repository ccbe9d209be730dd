"""The headings that people and ERP systems write, and what they mean.

A meaning ("concept") is a canonical field, or `subject.aspect`: what it means for a field depends on what kind of
document the table is (`ingest.formats.tables.meaning`): the number of a despatch advice is the document's number in a
despatch advice and a reference in an invoice.

Most headings are a subject and an aspect ("Bestell" + "datum", "PO" + "Line"), so they are short lists and their
product; the rest is listed as it is. Words are compared as `heading_key` makes them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from ingest.flat.fields import FIELDS
from ingest.flat.words import heading_key
from ingest.formats.tables import heading_words, plain_words
from ingest.formats.tables.condition_words import CONDITIONS


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a heading means, in which languages it is said, and whether it gives way to surer ones beside it.

    `otherwise` is what it means where it gave way.
    """

    concept: str
    languages: frozenset[str] = frozenset()
    loose: bool = False
    otherwise: str | None = None


@dataclass(frozen=True, slots=True)
class _Block:
    """One meaning and the keys of its words in each language; `bound` are keys that are words only with an aspect."""

    meaning: str
    words: dict[str, list[str]]
    bound: frozenset[str]


def phrase_of(key: str) -> Phrase | None:
    """What the heading of this key means; None if it is not known."""
    return _phrases().get(key)


def known_keys() -> tuple[str, ...]:
    """The keys of all known headings."""
    return tuple(_phrases())


@cache
def document_nouns() -> dict[str, str]:
    """What a kind of document is called → its subject: "lieferschein" → "despatch"."""
    return {
        key: block.meaning
        for block in _blocks(heading_words.SUBJECTS)
        for keys in block.words.values()
        for key in keys
        if block.meaning not in ("document", "sales")
    }


@cache
def _phrases() -> dict[str, Phrase]:
    phrases: dict[str, Phrase] = {}
    for phrase, keys in _all():
        for key in keys:
            before = phrases.setdefault(key, phrase)
            if before.concept == phrase.concept:
                phrases[key] = replace(before, languages=before.languages | phrase.languages)
    return phrases


def _all() -> Iterator[tuple[Phrase, list[str]]]:
    """Every phrase in one language with its keys; an earlier one has a key before a later one."""
    for block in (*_blocks(plain_words.PLAIN), *_blocks(CONDITIONS)):
        concept, loose, otherwise = block.meaning.partition("?")
        for language, keys in block.words.items():
            yield Phrase(concept, frozenset((language,)), bool(loose), otherwise.strip() or None), keys
    yield from _products(heading_words.SUBJECTS, loose=False)
    quantity = next(block for block in _blocks(heading_words.ASPECTS) if block.meaning == "quantity")
    for block in _blocks(heading_words.DONE):
        for language, keys in block.words.items():
            yield Phrase(f"{block.meaning}.quantity", frozenset((language,))), _joined(keys, quantity.words[language])
    yield from _products(heading_words.LOOSE_SUBJECTS, loose=True)
    for field in FIELDS:
        yield Phrase(field.name), [heading_key(field.name)]


def _products(text: str, *, loose: bool) -> Iterator[tuple[Phrase, list[str]]]:
    aspects = list(_blocks(heading_words.ASPECTS))
    for block in _blocks(text):
        for language, keys in block.words.items():
            for aspect in aspects:
                otherwise = f"sales.{aspect.meaning}" if loose else None
                phrase = Phrase(f"{block.meaning}.{aspect.meaning}", frozenset((language,)), loose, otherwise)
                alone = [key for key in keys if key not in block.bound] if aspect.meaning == "number" else []
                yield phrase, [*alone, *_joined(keys, aspect.words[language])]


def _joined(ones: list[str], others: list[str]) -> list[str]:
    """Each with each, in both orders; a number sign always stands behind."""
    behind = [one + other for one in ones for other in others]
    before = [
        other.removesuffix("nr") + one + ("nr" if other.endswith("nr") else "") for one in ones for other in others
    ]
    return [*behind, *before]


@cache
def _blocks(text: str) -> tuple[_Block, ...]:
    """The blocks of one of the texts of `heading_words`."""
    found: list[_Block] = []
    for block in text.strip().split("\n"):
        if not block.startswith(" "):
            found.append(_Block(block, {}, frozenset()))
            continue
        language, colon, words = block.strip().partition(": ")
        if colon:
            found[-1].words[language] = [words]
        else:
            list(found[-1].words.values())[-1].append(block.strip())
    return tuple(_keyed(block) for block in found)


def _keyed(block: _Block) -> _Block:
    words = {language: " ".join(lines).split(", ") for language, lines in block.words.items()}
    words = {language: [one.strip(" ,") for one in ones] for language, ones in words.items()}
    bound = frozenset(heading_key(one) for ones in words.values() for one in ones if one.endswith("*"))
    return _Block(
        block.meaning, {language: [heading_key(one) for one in ones] for language, ones in words.items()}, bound
    )
