"""What may state the type of a sample besides its headings; never against them."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from ingest.formats.tables.document_type import Stated, type_named
from ingest.formats.tables.phrases import Phrase
from ingest.suggestion.structure import type_by_name
from orders.document import DocumentType

_WORDS = {
    "fa": "facture", "fac": "facture", "av": "avoir", "bl": "bon de livraison", "cr": "credit note",
    "cn": "credit note", "in": "invoice", "inv": "invoice", "dn": "delivery note", "oc": "order confirmation",
}  # fmt: skip


def type_of_word(text: str) -> DocumentType | None:
    """The type that a value stands for: what reading knows, and usual abbreviations."""
    return type_named(text) or type_named(_WORDS.get(text.strip().casefold(), ""))


def stated_by_name(name: str) -> Iterator[Stated]:
    """By the file's name."""
    stem = PurePosixPath(name).stem
    if kind := type_by_name(stem):
        yield Stated(kind, f'the file is called "{stem[:60]}"', firm=False)


def stated_by_answers(phrases: Iterable[Phrase]) -> Iterator[Stated]:
    """By a column of answers: only responses have them."""
    if any(phrase.concept == "response" for phrase in phrases):
        yield Stated(DocumentType.ORDER_RESPONSE, "there is a place for answers", firm=False)
