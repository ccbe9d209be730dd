"""Where the documents and the lines of an XML file are: told from what repeats and what its names mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.flat.words import heading_key
from ingest.formats.tables.document_type import type_named
from ingest.formats.tables.head import is_of_a_line
from ingest.formats.tables.phrases import document_nouns
from ingest.suggestion.headings import Meaning, meaning_of
from ingest.suggestion.shapes import Shape, can_be_written
from orders.document import DocumentType

_LINE_NAMES = frozenset(
    map(
        heading_key,
        ("pos", "position", "posten", "zeile", "line", "item", "ligne", "row", "detail", "artikel", "article", "poste",
         "produit", "product", "record", "lineitem", "lig", "satz", "datensatz"),
    )
)  # fmt: skip
_WORDS = re.compile(r"[^\W\d_]+")
_ENDINGS = re.compile(r"[ _-]?(?:ref|reference|referenz|info|data|daten|head|header|kopf)$", re.IGNORECASE)
"""What names of elements end with that does not change what they are about: ORDERREF, AuftragsKopf."""
_ROLES = {"supplier": "supplier", "buyer": "buyer"}
_NAMES = frozenset(map(heading_key, ("name", "firma", "company", "nom", "bezeichnung", "firmenname", "raison sociale")))
_NUMBERS = frozenset(map(heading_key, ("nr", "no", "id", "number", "code", "nummer", "kennung", "gln")))
_GENERIC = frozenset(map(heading_key, ("ref", "reference", "référence", "code", "key", "value", "wert")))
_VAT = frozenset(map(heading_key, ("ustid", "ust id nr", "vat", "vatid", "vat number", "tva", "no tva")))
_SHORTEST_NOUN = 5
_MEASURED = (".quantity", ".price")
"""What an element around never changes: the quantity in an order within a delivery is no ordered one."""


@dataclass(frozen=True, slots=True)
class Structure:
    """The shapes from the root down to the line, and which of them is the document. Where both are one, the export is
    flat; `line` None: no lines were found."""

    chain: tuple[Shape, ...]
    document: int
    has_lines: bool

    @property
    def line(self) -> int:
        """The place of the line in the chain."""
        return len(self.chain) - 1


def structure_of(root: Shape) -> Structure:
    """The likeliest structure of a file."""
    written = [one for one in root.below() if one is not root and can_be_written(_path(one))]
    scored = [(_line_score(one), len(one.chain()), one) for one in written]
    best = max(scored, key=lambda one: one[:2], default=None)
    if best is None or best[0] < 2:
        return Structure(tuple(_heads(root)), len(_heads(root)) - 1, has_lines=False)
    chain = best[2].chain()
    numbered = [place for place, one in enumerate(chain[:-1]) if _own_number(one, chain[place + 1])]
    of_documents = [place for place in numbered if _own_number(chain[place], chain[place + 1]) != "order.number"]
    repeating = [place for place, one in enumerate(chain[:-1]) if one.repeats]
    if not numbered and _own_number(chain[-1], None) and not repeating:
        return Structure(tuple(chain), len(chain) - 1, has_lines=True)
    document = next(iter(of_documents or numbered or repeating), 0)
    return Structure(tuple(chain), document, has_lines=True)


def _path(shape: Shape) -> str:
    return "/".join(one.step for one in shape.chain()[1:])


def _heads(root: Shape) -> Sequence[Shape]:
    """Down to the first shape that repeats, if it has a number; otherwise the root alone."""
    for one in root.below():
        if one.repeats and _own_number(one, None) and can_be_written(_path(one)):
            return one.chain()
    return [root]


def _line_score(shape: Shape) -> float:
    """How many different things that only lines say stand in it, not counting what repeats within it."""
    concepts = set()
    for one in _within(shape):
        for name in one.attributes:
            concepts.add(concept_of(one, f"{name}"))
        if one.texts and not one.inner:
            concepts.add(concept_of(one, None))
    of_lines = {concept for concept in concepts if concept and is_of_a_line(concept)}
    if len(of_lines) < 2:
        return 0
    return len(of_lines) + 2 * shape.repeats + 2 * (heading_key(shape.name) in _LINE_NAMES)


def _within(shape: Shape) -> list[Shape]:
    found = [shape]
    for one in shape.inner.values():
        if not one.repeats:
            found += _within(one)
    return found


def _own_number(shape: Shape, towards: Shape | None) -> str | None:
    """The meaning of the first number of a document that a shape holds apart from what leads to its lines."""
    found: list[str] = []
    for one in _apart(shape, towards):
        names = [*one.attributes, *([None] if one.texts and not one.inner else [])]
        found += [concept for name in names if (concept := concept_of(one, name)) and concept.endswith(".number")]
    return next((one for one in found if one != "order.number"), next(iter(found), None))


def _apart(shape: Shape, towards: Shape | None) -> list[Shape]:
    found = [shape]
    for one in shape.inner.values():
        if one is not towards and not one.repeats:
            found += _apart(one, None)
    return found


def concept_of(shape: Shape, attribute: str | None) -> str | None:
    """What the text of a shape, or one of its attributes, means by its own name and the one around it."""
    meaning = meaning_within(shape, attribute, shape if attribute else shape.parent or shape)[1]
    return meaning.phrase.concept if meaning else None


def meaning_within(shape: Shape, attribute: str | None, outermost: Shape) -> tuple[str, Meaning | None]:
    """A heading for the text of a shape, or for an attribute of it, and its meaning: by its name and those around it.

    "nr" of a "Lieferung" is a despatch advice's number; the "Name" of a "Lieferant" is the supplier. Nothing is asked
    that stands outside of `outermost`.
    """
    chain = shape.chain()
    around = [one.name for one in chain[chain.index(outermost) :]] if outermost in chain else []
    name, around = (attribute.rpartition("}")[2], around) if attribute else (shape.name, around[:-1])
    alone = meaning_of(name)
    clear = alone and alone.sure and not alone.phrase.loose and heading_key(name) not in _GENERIC
    for above in reversed(around):
        role = meaning_of(above)
        field = _of_role(role.phrase.concept, heading_key(name)) if role else None
        if field and (party := meaning_of(field)):
            return f"{above} {name}", party
        bare = _ENDINGS.sub("", above) or above
        both = meaning_of(f"{bare} {name}")
        if both and both.sure and not clear and not (alone and both.phrase.concept.endswith(_MEASURED)):
            return f"{above} {name}", both
    return name, alone


def _of_role(concept: str, key: str) -> str | None:
    role = _ROLES.get(concept)
    if role is None:
        return None
    return role if key in _NAMES else f"{role}_vat_id" if key in _VAT else f"{role}_id" if key in _NUMBERS else None


def type_by_name(name: str) -> DocumentType | None:
    """The type that the name of an element or a file says: "OrderConfirmation", "LieferscheinExport", "LS_2026"."""
    for one in (name, *_WORDS.findall(name)):
        if named := type_named(one):
            return named
    key = heading_key(name)
    nouns = sorted((noun for noun in document_nouns() if len(noun) >= _SHORTEST_NOUN and noun in key), key=len)
    return type_named(nouns[-1]) if nouns else None
