"""Where the headings of a table stand, and what stands above them: titles and labelled values."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.flat.cells import Cell, Row, shown
from ingest.flat.codes import currency_of
from ingest.flat.words import heading_key, without_brackets
from ingest.formats.tables.phrases import Phrase, phrase_of
from ingest.formats.tables.table import Table
from ingest.values.units_text import unit_of

_OF_A_LINE = frozenset(("quantity", "unit_price", "item", "name", "buyer_item", "supplier_item", "gtin", "line"))
SEARCHED_ROWS = 60
"""Headings that begin further down are not looked for; a layout can name their row."""

_GROUPS = {
    heading_key(name): kind
    for kind, names in {
        "order": "order lines, order line, purchase order lines, bestellzeilen, bestellpositionen, lignes de commande,"
        "lignes de la commande, lignes de bon de commande",
        "invoice": "invoice lines, rechnungszeilen, rechnungspositionen, lignes de facture",
        "": "lines, items, operations, stock moves, moves, stock move lines, positionen, zeilen, auftragspositionen,"
        "lagerbuchungen, vorgänge, lignes, opérations, mouvements de stock, journal items, buchungszeilen",
    }.items()
    for name in names.split(",")
}
"""Group of headings → the subject whose quantity stands in it; "" where that depends on the document."""

_DATA = re.compile(r"(?=[.,/:\- ]*+\d)[\d.,/:\- ]+(?:€|EUR|USD|%)?|[\d-]{8,10}[T ].*")
_CURRENCY = re.compile(r"(?<!\w)(?:EUR|Euro|USD|CHF|GBP|PLN|CZK|SEK|DKK|NOK|JPY|CNY|HUF|RON|TRY|CAD|AUD)(?!\w)|[€£]")
_LABELLED = re.compile(r"\s*+([^:\d]{2,40}?)\s*+:\s*+(\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Head:
    """The headings of a table: the rows they stand in (from 0) and the text of each column, "" where there is none."""

    first: int
    last: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value above the table with its label: `Lieferschein-Nr.: 4711`; row and column are the value's."""

    label: str
    phrase: Phrase
    value: Cell
    row: int
    column: int


def heading_phrase(text: str) -> Phrase | None:
    """What a heading means; where the whole is not known, without its brackets, then without its currency."""
    bare = without_brackets(text)[0]
    return (
        phrase_of(heading_key(text))
        or phrase_of(heading_key(bare))
        or phrase_of(heading_key(_CURRENCY.sub(" ", bare)))
        or _phrase_in_group(text)
    )


def _phrase_in_group(text: str) -> Phrase | None:
    """What a heading means that names its group first, as exports do: "Order Lines/Quantity"."""
    group, slash, last = text.rpartition("/")
    kind = _GROUPS.get(heading_key(group.rpartition("/")[2])) if slash else None
    phrase = heading_phrase(last.strip()) if kind is not None else None
    if phrase and kind and phrase.concept in ("quantity", "line"):
        return replace(phrase, concept=f"{kind}.{phrase.concept}", loose=False)
    return phrase


def heading_currency(text: str) -> str | None:
    """The currency that a heading names: "Preis (EUR)", "Betrag in €"."""
    match = _CURRENCY.search(text)
    return currency_of(match[0]) if match else None


def heading_unit(text: str) -> str | None:
    """The unit that a heading names in brackets: "Menge (Stk)"."""
    return unit_of(without_brackets(text)[1])


def find_head(rows: Sequence[Row]) -> Head | None:
    """The row, or the two rows, among the first ones with the most known headings; at least two must be known."""
    best: tuple[float, Head] | None = None
    for head in _candidates(rows[:SEARCHED_ROWS]):
        score = _score(head)
        if score >= 2 and (best is None or score > best[0]):
            best = score, head
    return best[1] if best else None


def head_at(rows: Sequence[Row], row: int) -> Head | None:
    """The headings in the row that somebody named; None if the table is shorter."""
    return Head(row, row, _texts(rows[row])) if row < len(rows) else None


def _candidates(rows: Sequence[Row]) -> Iterator[Head]:
    for number, row in enumerate(rows):
        yield Head(number, number, _texts(row))
    for number, (upper, lower) in enumerate(pairwise(rows)):
        if _may_be_two_rows(upper, lower):
            yield Head(number, number + 1, _combined(_texts(upper), _texts(lower)))


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(" ".join(shown(cell).split()) if isinstance(cell, str) else "" for cell in row)


def _score(head: Head) -> float:
    """How many different meanings are known. A label with a colon is hardly a heading; two rows must be worth it.

    Headings of lines come before a box of labels that stands above them, however large.
    """
    labels = [text for text in head.texts if text.endswith(":")]
    meanings = {phrase.concept for text in head.texts if text and (phrase := heading_phrase(text))}
    of_lines = len(meanings) >= 2 and any(map(is_of_a_line, meanings))
    return len(meanings) + 10 * of_lines - 0.6 * len(labels) - 0.5 * (head.last - head.first)


def is_of_a_line(concept: str) -> bool:
    """Whether a meaning makes a table one of lines, not of documents."""
    return concept in _OF_A_LINE or concept.endswith((".quantity", ".line", ".price"))


def _may_be_two_rows(upper: Row, lower: Row) -> bool:
    """A heading over several columns leaves blanks beside it; nothing in the row below may be data."""
    above, below = _texts(upper), _texts(lower)
    width = max(len(above), len(below))
    return (
        sum(map(bool, above)) < width
        and sum(map(bool, below)) >= 2
        and all(isinstance(cell, str) and not _DATA.fullmatch(cell.strip()) for cell in lower if cell != "")
    )


def _combined(above: tuple[str, ...], below: tuple[str, ...]) -> tuple[str, ...]:
    """Each lower heading with the upper one that stands over it, where both together mean something."""
    combined, over = [], ""
    for column in range(max(len(above), len(below))):
        here = above[column] if column < len(above) else ""
        over = here or over
        lower = below[column] if column < len(below) else ""
        both = f"{over} {lower}".strip()
        combined.append((both if heading_phrase(both) else lower) if lower else here)
    return tuple(combined)


def labelled_values(rows: Sequence[Row]) -> list[Labelled]:
    """The values with known labels in the rows above the headings: in the same cell, in the next filled one, or, where
    a row has labels only, in the cell below.
    """
    found: list[Labelled] = []
    for number, row in enumerate(rows):
        filled = [(column, cell) for column, cell in enumerate(row) if shown(cell)]
        if len(filled) > 1 and all(_is_bare_label(cell) for _, cell in filled):
            found += _below(filled, number + 1, rows[number + 1] if number + 1 < len(rows) else ())
            continue
        for place, (column, cell) in enumerate(filled):
            following = filled[place + 1] if place + 1 < len(filled) else None
            labelled = _labelled(cell, number, column, following)
            if labelled:
                found.append(labelled)
    return found


def _below(labels: Sequence[tuple[int, Cell]], number: int, row: Row) -> Iterator[Labelled]:
    for column, cell in labels:
        value = row[column] if column < len(row) else ""
        phrase = heading_phrase(shown(cell).rstrip(": "))
        if phrase and shown(value) and not _is_label(value):
            yield Labelled(shown(cell).rstrip(": "), phrase, value, number, column)


def label_of(text: str) -> str:
    """The label that a cell above a table begins with, or is."""
    match = _LABELLED.fullmatch(text)
    return match[1] if match else text.strip().rstrip(":").strip()


def _labelled(cell: Cell, row: int, column: int, following: tuple[int, Cell] | None) -> Labelled | None:
    if not isinstance(cell, str):
        return None
    match = _LABELLED.fullmatch(cell)
    if match and (phrase := heading_phrase(match[1])):
        return Labelled(match[1], phrase, match[2].strip(), row, column)
    label = cell.strip().rstrip(":").strip()
    phrase = heading_phrase(label)
    if phrase is None or following is None or _is_label(following[1]):
        return None
    return Labelled(label, phrase, following[1], row, following[0])


def _is_bare_label(cell: Cell) -> bool:
    """Whether a cell is a label without its value."""
    return _is_label(cell) and not (isinstance(cell, str) and _LABELLED.fullmatch(cell))


def _is_label(cell: Cell) -> bool:
    return isinstance(cell, str) and (cell.strip().endswith(":") or heading_phrase(label_of(cell)) is not None)


def table_sample(table: Table, rows: int) -> list[Row]:
    """The first rows of a table."""
    sample = []
    for row in table.rows():
        sample.append(row)
        if len(sample) == rows:
            break
    return sample
