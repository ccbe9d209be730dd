"""GTINs among the identifiers of an item."""

from collections.abc import Iterable

SCHEMES = frozenset({"0160", "GTIN", "GTIN-8", "GTIN-12", "GTIN-13", "GTIN-14", "EAN", "EAN13", "UPC"})
"""Lists that an identifier is from, if it is a GTIN."""
_LENGTHS = frozenset({8, 12, 13, 14})


def gtin(identifiers: Iterable[tuple[str, str]]) -> str | None:
    """The first of (scheme, value) that is one: by its scheme (ISO 6523: 0160), or by its digits."""
    for scheme, value in identifiers:
        if scheme in SCHEMES or (value.isdecimal() and len(value) in _LENGTHS):
            return value
    return None
