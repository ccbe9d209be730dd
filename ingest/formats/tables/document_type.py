"""Which kind of document a table is: by its title, its subfolder, its sheet's name and its headings.

Each later document of a purchase names the earlier ones (an invoice its delivery notes, these their orders), so the
latest document that the headings speak of is the one that the table is, as far as they leave no choice.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.flat.words import heading_key
from ingest.formats.tables.meaning import INVOICE, ORDER, RESPONSE, TYPE_OF
from ingest.formats.tables.phrases import document_nouns
from orders.document import DocumentType

_CHAIN = tuple(TYPE_OF)
_OF_AN_ORDER = frozenset(
    {
        "order.quantity",
        "order.date",
        "order.price",
        "requested_date",
        "date.delivery",
        "unit_price",
        "line_amount",
        "amount",
        "net_amount",
        "supplier",
        "supplier_id",
    }
)
_FOLDERS = """
order: orders order purchaseorders po pos bestellungen bestellung commandes commande boncommande
change: orderchanges orderchange changes nachtrage nachtrag bestellanderungen avenants amendments
cancellation: cancellations ordercancellations stornos stornierungen annulations
response: responses orderresponses orderresponse confirmations orderconfirmations acknowledgements auftragsbestatigungen
    auftragsbestatigung ab abs confirmationscommande accusesreception
despatch: despatchadvices despatchadvice despatch despatches dispatch deliverynotes deliveries delivery asn asns
    shipments lieferscheine lieferschein lieferavise lieferavis lieferungen livraisons bonslivraison bonlivraison
    expeditions
receipt: receipts receiptadvices receiptadvice goodsreceipts receipt grn wareneingange wareneingang we receptions
    reception
invoice: invoices invoice bills rechnungen rechnung eingangsrechnungen factures facture
credit: creditnotes creditnote credits gutschriften gutschrift avoirs avoir
"""
_CODES = {  # UNTDID 1001, as far as tables write it instead of a word
    "220": "order",
    "230": "change",
    "231": "response",
    "351": "despatch",
    "632": "receipt",
    "380": "invoice",
    "381": "credit",
    "re": "invoice",
    "rg": "invoice",
    "gs": "credit",
    "gu": "credit",
    "ls": "despatch",
    "we": "receipt",
    "ab": "response",
    "be": "order",
    "po": "order",
    "asn": "despatch",
    "grn": "receipt",
}
_TITLE = re.compile(
    r"\s*([^\d:]{2,50}?)[\s:]*(?:\b(?:nr|no|number|nummer|numéro|n°)\b[.:\s]*|#\s*)?([\w/.-]*\d[\w/.-]*)?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TypeDecision:
    """The type and why; or None, and between which types the choice remains."""

    type: DocumentType | None
    reason: str
    candidates: tuple[DocumentType, ...] = ()


@dataclass(frozen=True, slots=True)
class Stated:
    """A type that something other than the headings states. `firm`: to be contradicted only by a question."""

    type: DocumentType
    reason: str
    firm: bool = True


@dataclass(frozen=True, slots=True)
class _Headings:
    """What the headings say: a type, or candidates. `hard`: they name its number or quantity, not only a date."""

    type: DocumentType | None
    reason: str
    hard: bool = True
    candidates: tuple[DocumentType, ...] = ()


def decide_type(concepts: Collection[str], stated: Sequence[Stated]) -> TypeDecision:
    """The type of a table whose headings mean `concepts`; of what is stated the first that fits them holds."""
    headings = _by_headings(concepts)
    for one in stated:
        if _fits(one.type, headings):
            return TypeDecision(one.type, one.reason)
        if one.firm:
            candidates = (one.type, headings.type) if headings.type else (one.type, *headings.candidates)
            return TypeDecision(None, f"two answers: {one.reason}; {headings.reason}", tuple(dict.fromkeys(candidates)))
    return TypeDecision(headings.type, headings.reason, headings.candidates)


def _fits(kind: DocumentType, headings: _Headings) -> bool:
    if headings.type is None:
        return (
            not headings.candidates
            or kind in headings.candidates
            or all(_later(kind, one) for one in headings.candidates)
        )
    return kind is headings.type or _later(kind, headings.type) or not headings.hard


def _later(one: DocumentType, other: DocumentType) -> bool:
    order = list(TYPE_OF.values())
    return order.index(one) > order.index(other)


def _by_headings(concepts: Collection[str]) -> _Headings:
    numbers = _subjects(concepts, "number")
    latest = _CHAIN.index(numbers[-1]) if numbers else -1
    measured = [subject for subject in _subjects(concepts, "quantity") if _CHAIN.index(subject) > latest]
    if measured and measured != ["order"]:
        return _by_quantity([subject for subject in measured if subject != "order"], concepts)
    if latest > 0:
        return _Headings(TYPE_OF[numbers[-1]], f"the headings name the number of {_a(TYPE_OF[numbers[-1]])}")
    return _by_less(concepts)


def _by_quantity(subjects: Sequence[str], concepts: Collection[str]) -> _Headings:
    """The quantity of one kind of document stands there, without its number."""
    types = tuple(TYPE_OF[subject] for subject in subjects)
    if len(types) > 1:
        return _Headings(None, "the headings name the quantities of several kinds of document", candidates=types)
    if {"order.quantity", "outstanding.quantity"} <= set(concepts) and f"{subjects[0]}.date" not in concepts:
        return _Headings(None, "it looks like a list of open orders", candidates=(ORDER, types[0]))
    return _Headings(types[0], f"the headings name the quantity of {_a(types[0])}")


def _by_less(concepts: Collection[str]) -> _Headings:
    """Neither number nor quantity of anything later than the order: dates, answers, or an order."""
    later = [subject for aspect in ("date", "price") for subject in _subjects(concepts, aspect) if subject != "order"]
    types = tuple(dict.fromkeys(TYPE_OF[subject] for subject in later))
    if types == (RESPONSE,) and {"response.date", "order.quantity"} <= set(concepts):
        # the day on which an order was confirmed, or that of the confirmation
        return _Headings(
            None, "the headings name what was ordered, and a day of confirmation", candidates=(ORDER, RESPONSE)
        )
    if len(types) == 1:
        return _Headings(types[0], f"a heading names the date or price of {_a(types[0])}", hard=False)
    if types:
        return _Headings(None, "the headings name dates of several kinds of document", candidates=types)
    if {"promised_date", "response"} & set(concepts):
        return _Headings(RESPONSE, "a heading names the supplier's answer", hard=False)
    if "order.number" in concepts and _OF_AN_ORDER.intersection(concepts):
        return _Headings(ORDER, "the headings name an order and no later document", hard=False)
    if {"gross", "payable", "due_date", "date.due"} & set(concepts) and "document.number" in concepts:
        return _Headings(None, "the headings name no kind of document", candidates=(INVOICE,))
    return _Headings(None, "the headings name no kind of document")


def _subjects(concepts: Collection[str], aspect: str) -> list[str]:
    return [subject for subject in _CHAIN if f"{subject}.{aspect}" in concepts]


def _a(kind: DocumentType) -> str:
    name = kind.replace("_", " ")
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def type_named(text: str) -> DocumentType | None:
    """The type that a word, a code of UNTDID 1001 or a usual abbreviation names: "Lieferschein", "380", "RE"."""
    plain = text.strip().casefold()
    if plain.replace(" ", "_") in set(DocumentType):
        return DocumentType(plain.replace(" ", "_"))
    key = heading_key(text)
    subject = _CODES.get(plain) or document_nouns().get(key) or _folder_subjects().get(key)
    return TYPE_OF.get(subject or "")


def type_of_folder(folder: str) -> DocumentType | None:
    """The type that a subfolder of the inbox names, the innermost first; None if none does."""
    for part in reversed(re.split(r"[/\\]", folder)):
        subject = _folder_subjects().get(heading_key(part))
        if subject:
            return TYPE_OF[subject]
    return None


def type_of_title(text: str) -> tuple[DocumentType, str] | None:
    """The type and the number that a title above a table names: "Lieferschein Nr. 4711", "Purchase Order"."""
    match = _TITLE.fullmatch(text[:120])
    kind = type_named(match[1]) if match else None
    return (kind, match[2] or "") if match and kind else None


@cache
def _folder_subjects() -> dict[str, str]:
    found, subject = {}, ""
    for word in _FOLDERS.split():
        if word.endswith(":"):
            subject = word[:-1]
        else:
            found[word] = subject
    return found
