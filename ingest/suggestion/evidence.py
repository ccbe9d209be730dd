"""What the values of a place tell where its heading does not: each test is one that hardly anything else passes."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import permutations

from ingest.flat.cells import Cell, Shown, shown
from ingest.flat.converters import Fault, converter, currency_affix
from ingest.flat.fields import Kind, field_named
from ingest.formats.tables import contents
from ingest.formats.tables.head import heading_currency
from ingest.values.local_dates import date_readings
from ingest.values.local_numbers import readings, split_affix
from ingest.values.units_text import unit_of
from orders.document import DocumentType, LineAction, LineResponse, Standing

_GTIN_LENGTHS = frozenset((8, 12, 13, 14))
_ENOUGH = 2
"""Values that have to agree before anything is concluded from them."""

_DAY_OF = {
    DocumentType.ORDER: "requested_date",
    DocumentType.ORDER_CHANGE: "requested_date",
    DocumentType.ORDER_RESPONSE: "promised_date",
}
_CLOSE = Decimal("0.02")
_LONG = 5
"""Digits from which a whole number is more likely an id than a quantity."""
_MOST_NUMBERS = 8
"""Places of numbers beyond which nothing is tried out."""

Values = Sequence[str]


def values_of(cells: Sequence[Cell]) -> list[str]:
    """The texts of the cells that hold something."""
    return [text for cell in cells if (text := shown(cell))]


def fits(kind: Kind, cells: Sequence[Cell]) -> bool:
    """Whether most values of a place are what a field of this kind holds. Empty ones fit everything."""
    found = [cell for cell in cells if shown(cell)]
    test = {"number": _is_number, "percent": _is_number, "date": _is_day, "unit": _is_no_number}.get(kind)
    return test is None or not found or sum(map(test, found)) * 2 > len(found)


def _is_number(cell: Cell) -> bool:
    if not isinstance(cell, str):
        return isinstance(cell, float | int | Shown) and not isinstance(cell, bool)
    affixed = split_affix(cell)
    if affixed and not (unit_of(affixed.affix) or affixed.affix == "%" or currency_affix(affixed.affix)):
        return False
    return bool(_numbers(cell))


def _is_no_number(cell: Cell) -> bool:
    return isinstance(cell, str) and not _numbers(cell)


def _is_day(cell: Cell) -> bool:
    return any(date_readings(cell)) if isinstance(cell, str) else isinstance(cell, date)


def field_by_values(
    cells: Sequence[Cell], kind: DocumentType, taken: Collection[str], own: Sequence[Cell] = ()
) -> tuple[str, str] | None:
    """The field that the values of a place can hardly be anything but, with the reason; None if they tell nothing.

    `own` are the numbers of the documents: a date that differs within one is none of the document's.
    """
    values = values_of(cells)
    if not values:
        return None
    for name, reason, test in _tests(kind):
        if name not in taken and all(map(test, values)) and (name != "issue_date" or _same_within(own, cells)):
            return name, reason
    return None


def _same_within(own: Sequence[Cell], cells: Sequence[Cell]) -> bool:
    said: dict[Cell, str] = {}
    return all(said.setdefault(number, shown(cell)) == shown(cell) for number, cell in zip(own, cells, strict=False))


def _tests(kind: DocumentType) -> Iterator[tuple[str, str, Callable[[str], bool]]]:
    day = _DAY_OF.get(kind, "delivery_date")
    yield "gtin", "its values are GTINs", is_gtin
    yield "currency", "its values are currencies", _is_currency
    yield "unit", "its values are units", _is_unit
    yield "issue_date", "its values are dates, the same within a document", _is_date
    yield day, "its values are dates", _is_date


def is_gtin(text: str) -> bool:
    """Whether a text is a GTIN with the right check digit (GS1 General Specifications 7.9)."""
    if len(text) not in _GTIN_LENGTHS or not (text.isascii() and text.isdigit()) or not text.strip("0"):
        return False
    weighted = (int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(text[:-1])))
    return (10 - sum(weighted) % 10) % 10 == int(text[-1])


def _is_currency(text: str) -> bool:
    return heading_currency(text) is not None and len(text) <= _LONGEST_CURRENCY


_LONGEST_CURRENCY = 4


def _is_unit(text: str) -> bool:
    return not any(map(str.isdigit, text)) and unit_of(text) is not None


def _is_date(text: str) -> bool:
    return not text.isdigit() and any(date_readings(text))


def could_be(cells: Sequence[Cell], kind: DocumentType, taken: Collection[str]) -> tuple[str, ...]:
    """Fields that the values of a place would fit, for a person to choose from."""
    values = values_of(cells)
    if not values:
        return ()
    if contents.is_running(cells) and len(values) >= _ENOUGH:
        return _free(("order_line", "line"), taken)
    if all(map(_is_date, values)):
        return _free(("issue_date", _DAY_OF.get(kind, "delivery_date")), taken)
    if contents.mostly_numbers(cells) and not all(one.isdigit() and len(one) >= _LONG for one in values):
        return _free(("quantity", "unit_price", "line_amount"), taken)
    if contents.mostly_phrases(cells):
        return _free(("name", "description", "note"), taken)
    if any(any(map(str.isdigit, value)) for value in values):
        return _free(("document_number", "order_number", "supplier_item", "buyer_item"), taken)
    return ()


def _free(names: Sequence[str], taken: Collection[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in taken and field_named(name))


def by_arithmetic(open_cells: Mapping[int, Sequence[Cell]], known: Mapping[str, Sequence[Cell]]) -> dict[int, str]:
    """Places → fields, where quantity × price = amount holds in every row. Of two factors the one without decimals is
    the quantity, if the other has some."""
    names = ("quantity", "unit_price", "line_amount")
    wanted = [name for name in names if name not in known]
    numbers = [index for index, cells in open_cells.items() if fits("number", cells) and values_of(cells)]
    if not wanted or len(numbers) > _MOST_NUMBERS:
        return {}
    found = []
    for places in permutations(numbers, len(wanted)):
        chosen = dict(zip(places, wanted, strict=True))
        columns = dict(known) | {name: open_cells[index] for index, name in chosen.items()}
        if _multiplies(columns) and ("quantity" in known or "unit_price" in known or _is_counted(columns)):
            found.append(chosen)
    return found[0] if len(found) == 1 else {}


def _is_counted(columns: Mapping[str, Sequence[Cell]]) -> bool:
    """Whether the quantity has no decimals, and the price some."""
    return not _has_decimals(columns["quantity"]) and _has_decimals(columns["unit_price"])


def _has_decimals(cells: Sequence[Cell]) -> bool:
    return any(not text.isdigit() for text in values_of(cells))


def _multiplies(columns: Mapping[str, Sequence[Cell]]) -> bool:
    rows = 0
    different = set()
    for texts in zip(*(map(shown, columns[name]) for name in ("quantity", "unit_price", "line_amount")), strict=False):
        if not all(texts):
            continue
        quantity, price, amount = map(_numbers, texts)
        if not any(abs(a * b - c) <= _CLOSE for a in quantity for b in price for c in amount):
            return False
        rows += 1
        different.add(texts)
    return len(different) >= _ENOUGH


def _numbers(text: str) -> list[Decimal]:
    affixed = split_affix(text)
    found = readings(affixed.number if affixed else text)
    return [one for one in (found.point, found.comma) if one is not None]


_CODED: Mapping[Kind, tuple[str, ...]] = {
    "response": tuple(LineResponse),
    "action": tuple(LineAction),
    "standing": tuple(Standing),
    "flag": ("yes", "no"),
}
_MOST_WORDS = 12


def meanings(name: str) -> tuple[str, ...]:
    """What the words of a field can mean, if there is only so much."""
    known = field_named(name)
    return _CODED.get(known.kind, ()) if known else ()


def unknown_words(name: str, cells: Sequence[Cell]) -> list[str]:
    """The words of such a field that nobody knows."""
    known = field_named(name)
    if known is None or known.kind not in _CODED:
        return []
    made = converter(known.kind, None, {})
    return [text for text in dict.fromkeys(values_of(cells)) if isinstance(made[text], Fault)][:_MOST_WORDS]
