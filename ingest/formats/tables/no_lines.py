"""Rows that are no lines: sums, repeated headings, remarks."""

from collections.abc import Sequence

from ingest.flat.cells import Cell, Row, shown
from ingest.flat.words import heading_key

_SUM_WORDS = frozenset(
    heading_key(word)
    for word in (
        "Summe", "Gesamt", "Total", "Zwischensumme", "Gesamtsumme", "Subtotal", "Grand total", "Somme", "Sous-total",
        "Sum", "Endsumme", "Nettosumme", "Bruttosumme", "Gesamtbetrag", "Nettobetrag", "Bruttobetrag", "MwSt", "USt",
        "VAT", "TVA", "Total général", "Total HT", "Total TTC", "Netto", "Brutto", "Summe netto", "Summe brutto",
        "zzgl. MwSt", "Rechnungsbetrag", "Total net", "Total gross", "Total amount", "Übertrag", "Gesamt netto",
        "Gesamt brutto", "Endbetrag", "Sums", "Totals", "Summen", "Totaux",
    )
)  # fmt: skip
_REMEMBERED = 10_000


class SumWords(dict[Cell, bool]):
    """Whether a cell begins a row of sums ("Summe:", "Total HT"); remembers what it was asked."""

    def __missing__(self, cell: Cell) -> bool:
        known = isinstance(cell, str) and len(cell) < 60 and heading_key(cell.partition(":")[0]) in _SUM_WORDS
        if len(self) < _REMEMBERED:
            self[cell] = known
        return known


def repeats_headings(row: Row, headings: Sequence[str]) -> bool:
    """Whether a row shows the headings again, as on a new page."""
    texts = [cell for cell in row if cell != ""]
    return len(texts) == len(headings) and all(
        " ".join(shown(cell).split()) == heading for cell, heading in zip(texts, headings, strict=True)
    )


def is_remark(row: Row, numbers: Sequence[Cell]) -> bool:
    """Whether a row holds one cell only, and no number of a document in it: a signature, a text that runs on."""
    if len(row) - row.count("") != 1:
        return False
    texts = [shown(cell) for cell in numbers]
    return not any(any(map(str.isdigit, text)) and " " not in text for text in texts)
