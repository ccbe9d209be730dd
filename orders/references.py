"""What references mean: which say nothing, which are the same, and what a document hangs on.

The rules: docs/matching.md, "What is the same".
"""

import re
import unicodedata
from collections.abc import Iterable

from orders.document import Document, Line, Party
from orders.parties import id_key, name_key
from orders.remembered import remembered

_NOTHING = frozenset(
    {
        "",
        "na",
        "none",
        "null",
        "nil",
        "nan",
        "unknown",
        "notapplicable",
        "notavailable",
        "keine",
        "ohne",
        "aucune",
        "aucun",
        "no",  # Italy's NSO: `#NO#`, and `#MULTI#` where only the lines name their orders
        "multi",
    }
)
_SEPARATORS = re.compile(r"[\W_]+")
_LEADING_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_BETWEEN_TWO = re.compile(r"[,;/|&+\s]+")
_DIGITS_OR_NOT = re.compile(r"\d+|\D+")
_DIGIT = re.compile(r"\d")


@remembered(65_536)
def reference_key(text: str) -> str:
    """`text` for comparison: case, blanks, separators and leading zeros do not matter. "" says nothing.

    Leading are the zeros before the number itself, at its beginning or behind letters ("PO-000123" is "po123"). Zeros
    behind a blank or a hyphen within it are digits like others: "4500 017" is "4500017", and not "450017".
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    key = _LEADING_ZEROS.sub("", _SEPARATORS.sub("", folded))
    return "" if key in _NOTHING or not key.strip("0") else key


@remembered(65_536)
def sort_key(text: str) -> str:
    """`text` so that texts sort as people count: "PO-9" before "PO-10", "2023/100" before "2024/7". Runs of digits sort
    by their value, separators before everything else; case does not matter.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    parts = _DIGITS_OR_NOT.findall(_SEPARATORS.sub(" ", folded).strip())
    return "".join(f"{len(digits := part.lstrip('0')):03}{digits}" if part.isdecimal() else part for part in parts)


def says_something(text: str | None) -> bool:
    """False for blanks and for what formats force senders to fill in: `NA`, `n/a`, `-`, `0`, `none`."""
    return text is not None and reference_key(text) != ""


@remembered(65_536)
def split_references(text: str) -> tuple[str, ...]:
    """The numbers that a reference text may name: the whole first, then ("P1, P2") its parts that have a digit."""
    whole = text.strip()
    if not says_something(whole):
        return ()
    parts = [
        part for part in _BETWEEN_TWO.split(whole) if part != whole and _DIGIT.search(part) and says_something(part)
    ]
    return (whole, *dict.fromkeys(parts))


def order_keys(text: str | None) -> tuple[str, ...]:
    """The keys of every order that a reference text may name, the whole text's first; () if it says nothing."""
    return () if text is None else _order_keys(text)


@remembered(65_536)
def _order_keys(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reference_key(part) for part in split_references(text)))


ItemKey = tuple[str, str]
"""A numbering ("buyer", "supplier", "gtin") and the key of an item in it."""


def item_keys(line: Line) -> list[ItemKey]:
    """The item that a line names, in each numbering that it uses: the buyer's, the supplier's, GTIN."""
    named = (("buyer", line.buyer_item), ("supplier", line.supplier_item), ("gtin", line.gtin))
    return [(scheme, key) for scheme, text in named if text and (key := reference_key(text))]


def line_order_keys(document: Document, line: Line) -> tuple[str, ...]:
    """The keys of the orders that a line may belong to: its own reference's, otherwise the head's."""
    return order_keys(line.order_number) or head_order_keys(document)


AGREEMENTS = ("order_agreement", "biitrns110")
"""What the profiles of order agreements have in their names: Peppol BIS 3, and CEN BII before it (EHF)."""


def is_agreement(document: Document) -> bool:
    """Whether a response is an order agreement (Peppol BIS 42: the seller states what was agreed, no order need have
    been sent): it opens an order and confirms it.
    """
    profile = (document.profile or "").casefold()
    return document.type == "order_response" and any(mark in profile for mark in AGREEMENTS)


def head_order_keys(document: Document) -> tuple[str, ...]:
    """The keys of the orders that the document's head names; an order names itself, and so does an order agreement that
    names none.
    """
    texts: Iterable[str | None] = (reference.number for reference in document.order_references)
    if document.type == "order" or (not document.order_references and is_agreement(document)):
        texts = (document.number, *texts)
    return tuple(dict.fromkeys(key for text in texts for key in order_keys(text)))


def document_order_keys(document: Document) -> tuple[str, ...]:
    """Every order key that a document names, ascending."""
    keys = set(head_order_keys(document))
    for text in {line.order_number for line in document.lines}:
        keys.update(order_keys(text))
    return tuple(sorted(keys))


def couples(document: Document) -> bool:
    """Whether the orders that a document names must be assessed together: some line could belong to several of them.

    A consolidated invoice whose lines each name their one order couples nothing, so a supplier's orders do not grow
    into one giant case.
    """
    if len(document_order_keys(document)) < 2:
        return False
    if not document.lines:
        return True
    return any(len(line_order_keys(document, line)) != 1 for line in document.lines)


def home_key(document: Document) -> str | None:
    """The order key whose case answers for the document as a whole; None if it names no order."""
    keys = document_order_keys(document)
    return keys[0] if keys else None


def order_id(number: str, buyer: Party | None, *, namesakes: bool = False) -> str:
    """What tells an order from every other: its number as the order has it, and the buyer.

    With `namesakes`, where two different buyers of one name use the number, the buyer's first identifier too.
    """
    if buyer is None:
        return f"{number}@"
    ids = sorted(id_key(one.value) for one in buyer.ids)
    names = [name_key(buyer.name)] if buyer.name else []
    return f"{number}@{'-'.join([*names, *ids[:1]] if namesakes else names or ids[:1])}"
