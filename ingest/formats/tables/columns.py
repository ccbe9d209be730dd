"""Which column is which field, once the type is known.

Every column claims fields by its heading, the surest first. A field goes to the surest claim; who loses takes the next
best. Two equally sure claims for a field that decides something are a question for a person.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import heapify, heappop, heappush

from ingest.flat.cells import Cell, shown
from ingest.flat.fields import DECISIVE, field_named
from ingest.flat.settled import Assigned
from ingest.flat.words import heading_key
from ingest.formats.tables import contents
from ingest.formats.tables.head import is_of_a_line
from ingest.formats.tables.meaning import fields_of, second_choice
from ingest.formats.tables.phrases import Phrase
from ingest.formats.tables.table import column_letters
from orders.document import DocumentType
from orders.errors import Reject

CANONICAL, TYPED, USUAL, GENERIC, LOOSE, SECOND_CHOICE = range(6)
"""How sure a claim is. "Beleg-Nr." is sure beside a column of types, and gives way to "Rechnungs-Nr." elsewhere."""

_QUANTITY_WORD = re.compile("meng|qty|quant|qte|anzahl|stuck|stk|unit|pcs|piece|nombre|nb")
_TOTALS = frozenset(("net", "tax", "gross", "payable"))
_TYPES_OF_A_LINE = frozenset(("type", "art", "typ", "lineart", "zeilenart"))
_BARE_ITEM = frozenset(("artikel", "material", "product", "produkt", "article", "produit", "item", "part"))


@dataclass(frozen=True, slots=True)
class Column:
    """One column as it stands in the file; `cells` are those of the first rows."""

    index: int
    heading: str
    phrase: Phrase | None
    canonical: str | None = None
    cells: tuple[Cell, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, order=True)
class _Claim:
    rank: int
    index: int
    name: str
    reason: str = field(compare=False)
    others: tuple["_Claim", ...] = field(compare=False, default=())


def assign(columns: Sequence[Column], kind: DocumentType, given: Collection[str] = ()) -> list[Assigned]:
    """What each column is in a document of this type; `given` are fields that the text above the table states.

    Raises:
        Reject: `TABLE_AMBIGUOUS_COLUMNS` if two columns claim a decisive field equally and do not say the same.
    """
    by_index = {column.index: column for column in columns}
    taken: dict[str, _Claim] = {}
    lost = {column.index: "not known" if column.phrase is None else "says nothing here" for column in columns}
    heap = [claim for column in columns if (claim := _first_claim(column, columns, kind))]
    heapify(heap)
    while heap:
        claim = heappop(heap)
        holder = taken.setdefault(claim.name, claim)
        if holder is claim:
            continue
        if holder.rank == claim.rank:
            _check_same(by_index[holder.index], by_index[claim.index], claim.name)
        lost[claim.index] = f"{column_letters(holder.index)} is {claim.name} already"
        if claim.others:
            heappush(heap, replace(claim.others[0], others=claim.others[1:]))
    held = {claim.index: claim for claim in taken.values()}
    return [_assigned(column, held.get(column.index), lost) for column in columns]


def _assigned(column: Column, claim: _Claim | None, lost: Mapping[int, str]) -> Assigned:
    if claim is None:
        return Assigned(column.index, column.heading, "", lost[column.index])
    return Assigned(column.index, column.heading, claim.name, claim.reason)


def _check_same(one: Column, other: Column, name: str) -> None:
    if name not in DECISIVE or one.cells == other.cells:
        return
    headings = f'"{one.heading}" ({column_letters(one.index)}) and "{other.heading}" ({column_letters(other.index)})'
    raise Reject(
        "TABLE_AMBIGUOUS_COLUMNS",
        f"The columns {headings} could both be {name}. Which one is it? `columns` in a [[layouts]] entry tells.",
        where=f"{one.heading} / {other.heading}",
        hint=f'Answer with [[layouts]] columns = {{ {name} = "column {column_letters(one.index)}" }}.',
    )


def _first_claim(column: Column, columns: Sequence[Column], kind: DocumentType) -> _Claim | None:
    """The column's surest claim with the others behind it."""
    claims = list(dict.fromkeys(_claims(column, columns, kind)))
    return replace(claims[0], others=tuple(claims[1:])) if claims else None


def _claims(column: Column, columns: Sequence[Column], kind: DocumentType) -> Iterator[_Claim]:
    if column.canonical:
        yield _Claim(CANONICAL, column.index, column.canonical, "canonical name")
        return
    if column.phrase is None:
        return
    for concept, reason in _concepts(column, columns):
        if concept == "despatch.quantity" and kind is DocumentType.RECEIPT_ADVICE and _accepted(columns):
            continue  # what came is what was accepted and what was rejected
        rank = _rank(concept, column.phrase, columns, kind)
        for name in _fitting(fields_of(concept, kind), column):
            if name not in _TOTALS or not _differs_within_documents(column, columns, kind):
                yield _Claim(rank, column.index, name, reason)


def _accepted(columns: Sequence[Column]) -> bool:
    return any(_means(other, "accepted.quantity") for other in columns)


def _rank(concept: str, phrase: Phrase, columns: Sequence[Column], kind: DocumentType) -> int:
    if second_choice(concept, kind) or phrase.concept == "amount":
        return SECOND_CHOICE
    if phrase.loose:
        return LOOSE
    if concept.startswith("document."):
        return TYPED if any(_means(other, "document_type") for other in columns) else GENERIC
    return USUAL


def _concepts(column: Column, columns: Sequence[Column]) -> Iterator[tuple[str, str]]:
    """What the heading may mean by itself, by its neighbours and by its cells; the likeliest first."""
    phrase = column.phrase
    assert phrase is not None  # noqa: S101 - the caller has looked
    concept = phrase.concept
    if concept == "document.number" and phrase.loose:
        concept = _of_bare_number(column, columns)
    if concept == "item" and heading_key(column.heading.rpartition("/")[2]) in _BARE_ITEM:
        concept = _of_bare_item(column, columns)
    if concept == "item" and heading_key(column.heading) == "ref" and not _is_french(column, columns):
        return
    if concept == "line":
        number = _number_before(column, columns)
        if number and _means(number, "order.number") and not _counts_without(number, column, columns):
            subject = "sales" if _is_the_suppliers(number, columns) else "order"
            yield f"{subject}.line", f'stands behind "{number.heading}"'
        yield "document.line", "the document's own line"
        return
    if phrase.loose and concept in ("net_amount", "amount", "tax_rate"):
        yield from _of_amounts(column, columns, concept)
        return
    yield concept, "by its heading"
    if phrase.otherwise:
        yield phrase.otherwise, "by its heading, beside a surer one"


def _of_bare_number(column: Column, columns: Sequence[Column]) -> str:
    """What "No." is: behind a type of line that of what the line is about, counting on that of the line."""
    before = next((one for one in reversed(columns) if one.index < column.index), None)
    if before and heading_key(before.heading) in _TYPES_OF_A_LINE and any(map(_is_sure_number, columns)):
        return "item"
    return "line" if contents.is_running(column.cells) else "document.number"


def _is_sure_number(column: Column) -> bool:
    phrase = column.phrase
    return phrase is not None and phrase.concept.endswith(".number") and not phrase.loose


def _is_the_suppliers(number: Column, columns: Sequence[Column]) -> bool:
    """Whether "Order No." is the supplier's, as a surer heading beside it names the buyer's."""
    phrase = number.phrase
    return (
        phrase is not None
        and phrase.otherwise == "sales.number"
        and any(_means(other, "order.number") and _is_sure_number(other) for other in columns)
    )


def _of_bare_item(column: Column, columns: Sequence[Column]) -> str:
    """What "Artikel" or "Item" is: an id, a name or a line number."""
    if contents.is_running(column.cells) and any(_means(other, "item") for other in columns if other is not column):
        return "line"
    named = any(_means(other, "name") for other in columns)
    return "name" if not named and contents.mostly_phrases(column.cells) else "item"


def _is_french(column: Column, columns: Sequence[Column]) -> bool:
    """Whether a heading like "Référence", which is an item in French alone, stands among French ones."""
    others = [one.phrase.languages for one in columns if one.phrase and one is not column]
    return "é" in column.heading or any("fr" in one and "en" not in one for one in others)


def _means(column: Column, concept: str) -> bool:
    return column.phrase is not None and column.phrase.concept == concept


def _number_before(column: Column, columns: Sequence[Column]) -> Column | None:
    """The column to the left that holds the number of a document; between them may stand what else is said of it."""
    for one in reversed([one for one in columns if one.index < column.index]):
        concept = one.phrase.concept if one.phrase else ""
        if concept.endswith(".number"):
            return one
        if not concept.startswith("order."):
            return None
    return None


def _counts_without(number: Column, column: Column, columns: Sequence[Column]) -> bool:
    """Whether a position is stated where no order is, though a document is: then it is not the order's."""
    others = [
        one.cells for one in columns if one is not number and one.phrase and one.phrase.concept.endswith(".number")
    ]
    rows = zip(number.cells, column.cells, *others, strict=False)
    return any(not shown(order) and shown(position) and any(map(shown, stated)) for order, position, *stated in rows)


def _of_amounts(column: Column, columns: Sequence[Column], concept: str) -> Iterator[tuple[str, str]]:
    """What "Netto", "Betrag" and "MwSt" are: in a table of lines a line's, in one of documents the document's.

    "Betrag" of a document is net or gross, nobody knows which, unless the net amount stands beside it.
    """
    if any(other.phrase and is_of_a_line(other.phrase.concept) for other in columns):
        if concept != "tax_rate":
            yield "line_amount", "a table of lines"
        elif contents.all_rates(column.cells) and not _are_shares(column, columns):
            yield "tax_rate", "its cells are rates"
        else:
            yield "tax", "its cells are amounts"
    elif concept == "tax_rate":
        yield "tax", "a table of documents"
    elif concept == "net_amount":
        yield "net", "a table of documents"
    elif any(_means(other, "net_amount") or _means(other, "net") for other in columns):
        yield "gross", "stands beside the net amount"


def _are_shares(column: Column, columns: Sequence[Column]) -> bool:
    """Whether small numbers below "VAT" are amounts, as each is the same share of the amount beside it."""
    amounts = ("line_amount", "amount", "net_amount")
    return any(
        contents.is_share(column.cells, other.cells) for one in amounts for other in columns if _means(other, one)
    )


def _differs_within_documents(column: Column, columns: Sequence[Column], kind: DocumentType) -> bool:
    """Whether a column says different things in rows of one document: then it is no sum of the whole."""
    own = next((one for one in columns if one.phrase and _is_own_number(one.phrase.concept, kind)), None)
    said: dict[str, set[str]] = {}
    for number, cell in zip(own.cells if own else (), column.cells, strict=False):
        if shown(cell) and shown(number):
            said.setdefault(shown(number), set()).add(shown(cell))
    return any(len(cells) > 1 for cells in said.values())


def _is_own_number(concept: str, kind: DocumentType) -> bool:
    return fields_of(concept, kind)[:1] == ("document_number",)


def _fitting(names: Sequence[str], column: Column) -> Iterator[str]:
    """The fields whose kind the cells have: a unit is no number, a quantity is one."""
    for name in names:
        known = field_named(name)
        if known is None or not contents.filled(column.cells):
            yield name
        elif name == "quantity" and not _QUANTITY_WORD.search(heading_key(column.heading)):
            if contents.some_numbers(column.cells):  # "Shipped" may be answered with yes or no
                yield name
        elif name == "unit":
            if not contents.mostly_numbers(column.cells):
                yield name
        elif name == "supplier" and contents.mostly_numbers(column.cells):
            yield "supplier_id"
        else:
            yield name
