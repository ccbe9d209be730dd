"""Units as codes: what the `unitCode` of a quantity means."""

from collections.abc import Mapping

from ingest.values.rec20 import rec20_codes
from ingest.values.units_text import unit_key, unit_of
from orders.remembered import remembered

_MEANT_AS_WORDS = frozenset({"STK", "PAL", "CTN", "KAR", "KTN", "FL", "PAK"})
"""Codes of something that nobody orders (a stick of cigarettes, pascal …), written for Stück, Palette …"""

_PACKAGES = {
    "AM": "XAM", "BA": "XBA", "BE": "XBE", "BJ": "XBJ", "BK": "XBK", "BO": "XBO", "CA": "XCA",
    "CQ": "XCQ", "CR": "XCR", "CY": "XCY", "DR": "XDR", "PA": "XPA", "PG": "XPG", "SA": "XSA", "SL": "XSL", "SO": "XSO",
    "SV": "XSV", "TK": "XTK", "TN": "XTN", "TY": "XPU", "VI": "XVI",
}  # fmt: skip
"""Packages that had codes of their own in earlier revisions of Rec 20, and so in EDIFACT's measure units (6411)."""


@remembered(4_096)
def unit_and_text(code: str) -> tuple[str | None, str | None]:
    """The UN/ECE Recommendation 20 code that a file means, and what the file says where that differs.

    "KGM" is itself; "PCE", withdrawn long ago, is H87; what nobody knows stays what it is.
    """
    stripped = code.strip()
    if not stripped:
        return None, None
    if stripped in rec20_codes() and stripped not in _MEANT_AS_WORDS:
        return stripped, None
    known = _PACKAGES.get(stripped) or unit_of(stripped)
    return (stripped, None) if known is None or known == stripped else (known, stripped)


def unit_in(words: Mapping[str, str], text: str) -> tuple[str | None, str | None]:
    """As `unit_and_text`, for a format whose units are words of one language: `words` (key → code) come first."""
    known = words.get(unit_key(text))
    return (known, text.strip()) if known else unit_and_text(text)
