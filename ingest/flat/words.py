"""How headings are compared: case, accents, punctuation, fillers and the place of "No." do not matter."""

import re
import unicodedata

from orders.remembered import remembered

_NUMBER_SIGNS = re.compile(r"\bn\s?[°º]|№|#", re.IGNORECASE)
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z]{2,}$)")
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_WORDS = re.compile(r"[^\W_]+|%|€")
_FILLERS = frozenset(re.findall(r"\w+", "de du des d la le l les der die das dem den of the en a au aux in und and et"))
_NUMBER_WORDS = frozenset(("nr", "no", "num", "number", "nummer", "numero", "id", "ids", "code", "kennung"))
_REFERENCE_WORDS = frozenset(("ref", "reference", "referenz"))
_COMPOUND_NUMBER = re.compile(r"(.{2,}?)(?:nummer|number|numero|nr)")
_SIGNS = {"%": "prozent", "€": "eur"}


@remembered(16_384)
def heading_key(text: str) -> str:
    """A heading for comparison: "Bestell-Nr.", "BESTELLNUMMER" and "Nr. der Bestell" are all "bestellnr"."""
    words: list[str] = []
    for word in _WORDS.findall(_folded(text)):
        compound = _COMPOUND_NUMBER.fullmatch(word)
        words += [compound[1], "nr"] if compound else [_SIGNS.get(word, word)]
    ends = ["ref"] * bool(_REFERENCE_WORDS.intersection(words)) + ["nr"] * bool(_NUMBER_WORDS.intersection(words))
    kept = [word for word in words if word not in _FILLERS | _NUMBER_WORDS | _REFERENCE_WORDS]
    return "".join(kept + ends).replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _folded(text: str) -> str:
    spaced = _HUMPS.sub(" ", _NUMBER_SIGNS.sub(" nr ", text[:200]))
    folded = unicodedata.normalize("NFKD", spaced).casefold()
    return "".join(c for c in folded if not unicodedata.combining(c)).replace("'", " ").replace("’", " ")


def without_brackets(text: str) -> tuple[str, str]:
    """A heading without what stands in brackets, and that: "Preis (EUR)" is "Preis" and "EUR"."""
    inside = " ".join(one or other for one, other in _BRACKETS.findall(text))
    return _BRACKETS.sub(" ", text).strip(), inside.strip()
