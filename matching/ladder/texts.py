"""How alike two descriptions of goods are, in levels that can be told to a person.

Numbers carry the identity of goods: "M8x20" and "M8x25" differ in one letter and are two articles. So numbers either
agree or contradict, and only words may be misspelt, abbreviated or left out.
"""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from orders.remembered import remembered

LONGEST = 200
"""Characters of a description that are compared."""

_JOINED = re.compile(r"(?<=\d)\s*[x×*]\s*(?=\d)")
_COMMA = re.compile(r"(?<=\d),(?=\d)")
_TOKEN = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+\.?")
_MEASURE = re.compile(r"(?<=\d)\s*(?:mm|cm|dm|m|km|g|kg|t|ml|cl|l|v|w|a|bar|stk|st|pcs)\b\.?")
"""A unit of measure after a number, which a sender may write or leave out."""

_EMPTY_WORDS = frozenset(
    {"st", "stk", "stck", "pcs", "pce", "pc", "ea", "no", "nr", "art", "artikel", "typ", "type", "gr", "din", "iso"}
    | {"der", "die", "das", "mit", "fur", "fuer", "und", "von", "aus", "in"}
    | {"with", "for", "and", "of", "the", "to", "de", "du", "la", "le", "les", "et", "avec", "pour", "en"}
)
"""Words that tell nothing of goods."""

_CODE = 3
"""Up to so many letters a word is a code, the same in every language."""


class Text(StrEnum):
    """What two descriptions have in common."""

    SAME = "text.same"  # the same words and numbers
    MORE = "text.more"  # one says all that the other says, and more
    LESS = "text.less"  # the document leaves measures out
    SPELLING = "text.spelling"  # the same words, some abbreviated or misspelt
    NUMBERS = "text.numbers"  # the same measures and no word in common: another language
    PARTLY = "text.partly"  # some words are the same, and each has others
    SIZE = "text.size"  # each has a number that the other has not: another size
    OTHER = "text.other"


class Told(NamedTuple):
    """A description for comparison: its numbers and its words, each once, without case, accents and empty words."""

    numbers: frozenset[str]
    words: frozenset[str]


@remembered(16_384)
def told(text: str) -> Told:
    """What a description says."""
    folded = unicodedata.normalize("NFKD", text[:LONGEST]).casefold()
    folded = "".join(letter for letter in folded if not unicodedata.combining(letter))
    tokens = _TOKEN.findall(_MEASURE.sub(" ", _COMMA.sub(".", _JOINED.sub(" ", folded))))
    numbers = frozenset(_number(token) for token in tokens if token[0].isdecimal())
    words = frozenset(word for word in tokens if not word[0].isdecimal() and word.rstrip(".") not in _EMPTY_WORDS)
    return Told(numbers, words)


def _number(digits: str) -> str:
    whole, _, part = digits.partition(".")
    part = part.rstrip("0")
    whole = whole.lstrip("0") or "0"
    return f"{whole}.{part}" if part else whole


@lru_cache(maxsize=65_536)
def compared(one: Told, other: Told) -> Text:
    """What a document's description, `one`, and an order's have in common."""
    if one == other:
        return Text.SAME if one.words or one.numbers else Text.OTHER
    if one.numbers - other.numbers and other.numbers - one.numbers:
        return Text.SIZE if _common(one.words, other.words) or one.numbers & other.numbers else Text.OTHER
    ours, theirs = _left_over(one.words, other.words)
    if ours and theirs:
        return Text.NUMBERS if _is_translated(one, other) else _some_or_none(one, ours)
    if _says_little(one, other):
        return Text.PARTLY
    if one.numbers < other.numbers:
        return Text.LESS
    exact = one.words <= other.words or other.words <= one.words
    return Text.MORE if exact else Text.SPELLING


def _some_or_none(one: Told, left_over: list[str]) -> Text:
    return Text.PARTLY if len(left_over) < len(one.words) or one.numbers else Text.OTHER


def _is_translated(one: Told, other: Told) -> bool:
    """Whether measures and codes ("M8", "DN 50", "A2") agree while no word does: the same goods in another language."""
    if (one.numbers != other.numbers and min(len(one.numbers), len(other.numbers)) < 2) or not one.numbers:
        return False
    codes, others = ({word for word in side.words if len(word) <= _CODE} for side in (one, other))
    words, theirs = ({word for word in side.words if len(word) > _CODE} for side in (one, other))
    if not (codes <= others or others <= codes) or not words or not theirs:
        return False
    return len(_left_over(frozenset(words), frozenset(theirs))[0]) == len(words)


def _says_little(one: Told, other: Told) -> bool:
    """Whether the shorter says less than half of what the longer does, "Screw" of "Screw M8x20 DIN 933 zinc plated"."""
    sizes = sorted((len(one.words) + len(one.numbers), len(other.words) + len(other.numbers)))
    return sizes[0] * 2 < sizes[1] or not (one.words and other.words)


def _common(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    left, _ = _left_over(ours, theirs)
    return len(left) < len(ours)


def _left_over(ours: frozenset[str], theirs: frozenset[str]) -> tuple[list[str], list[str]]:
    """The words of each side that are not on the other, spelling aside."""
    mine = [word for word in ours if word not in theirs]
    yours = [word for word in theirs if word not in ours]
    return (
        [word for word in mine if not any(_is_one(word, other) for other in yours)],
        [word for word in yours if not any(_is_one(word, other) for other in mine)],
    )


def _is_one(one: str, other: str) -> bool:
    """Whether two words are one, misspelt or abbreviated. Short words are what they are: L is not XL."""
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    if short == long:
        return True
    if len(short) < 4:
        return False
    if long.startswith(short):
        return (one if one.rstrip(".") == short else other).endswith(".") or len(short) > 5
    edits = 1 if len(short) < 10 else 2
    return len(short) > 4 and OSA.distance(short, long, score_cutoff=edits) <= edits
