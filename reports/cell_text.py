"""Text from outside, made fit to stand in a cell: one line, no control characters, not longer than Excel allows.

Nothing vanishes silently: a character that cannot be shown is replaced by U+FFFD, and a text that was cut says so.
"""

import re

MAX_UNITS = 32_767
"""What one cell of Excel holds, in UTF-16 code units."""

UNSHOWABLE = "\ufffd"

_BREAKS = re.compile(r"\r\n|[\r\n\t\v\f\x85\u2028\u2029]")
# C0 and C1 controls, direction overrides (they make "exe.lmx" of "xml.exe"), lone surrogates, and what XML forbids.
_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_ANYTHING_TO_DO = re.compile(f"{_FORBIDDEN.pattern}|[\u2028\u2029]")


def cell_text(text: str, cut_note: str) -> str:
    """`text` as it may stand in a cell. `cut_note` ends a text that was too long; its blank `{0}` is the length."""
    if _ANYTHING_TO_DO.search(text):
        text = _FORBIDDEN.sub(UNSHOWABLE, _BREAKS.sub(" ", text))
    return text if len(text) * 2 <= MAX_UNITS else _cut(text, cut_note)


def _cut(text: str, cut_note: str) -> str:
    if utf16_units(text) <= MAX_UNITS:
        return text
    note = cut_note.format(len(text))
    kept = text[: MAX_UNITS - utf16_units(note)]
    while utf16_units(kept) + utf16_units(note) > MAX_UNITS:
        kept = kept[: -max(1, (utf16_units(kept) + utf16_units(note) - MAX_UNITS) // 2)]
    return kept + note


def utf16_units(text: str) -> int:
    """The length of `text` as Excel counts it."""
    return len(text) + sum(character > "\uffff" for character in text)
