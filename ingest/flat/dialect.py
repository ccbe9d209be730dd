"""How the numbers and dates of each column are written, found out from the whole column.

A column decides by a value that has one reading only ("1.234,50", "25/04/2026"). Where all its values have two, the
other columns of the table decide if they agree, then the language of the headings together with the separator.
Otherwise it is a question for a person.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.flat.cells import Cell, Row
from ingest.values.local_dates import DMY, MDY, ORDERS, YMD, date_readings
from ingest.values.local_numbers import COMMA, POINT, readings, split_affix
from orders.errors import Reject

ORDER_NAMES: Final = {DMY: "day first", MDY: "month first", YMD: "year first"}
_SEEN_AT_MOST = 50_000

Key = int | str
"""A column's index, or the place of a constant above the table."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a column is written: the decimal sign, or the order or pattern of dates, and why it is taken.

    `affixes` are the units, currencies or percent signs that stand with its numbers.
    """

    written: str
    reason: str
    affixes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the table is like apart from its numbers and dates."""

    language: str = ""
    separator: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A column that has two readings: one of its values, and what it would be either way."""

    value: str
    readings: tuple[tuple[str, str], ...]  # (answer, what the value is then)


class NumberEvidence:
    """What a column of numbers says about its decimal sign. Feed it every cell; it stops looking once it knows."""

    __slots__ = ("affixes", "ambiguous", "seen", "sign")

    def __init__(self) -> None:
        self.sign: str | None = None
        self.ambiguous: str | None = None
        self.affixes: set[str] = set()
        self.seen: set[Cell] = set()

    @property
    def settled(self) -> bool:
        """Whether further cells can add nothing."""
        return self.sign is not None and len(self.seen) > 200

    def add(self, cell: Cell) -> None:
        """Look at one cell."""
        if not isinstance(cell, str) or cell in self.seen:
            return
        if len(self.seen) < _SEEN_AT_MOST:
            self.seen.add(cell)
        if cell.isdigit():
            return
        found = readings(cell)
        if found.point is None and found.comma is None and (affixed := split_affix(cell)):
            self.affixes.add(affixed.affix)
            found = readings(affixed.number)
        self.sign = self.sign or found.sign
        if found.ambiguous:
            self.ambiguous = self.ambiguous or cell


class DateEvidence:
    """What a column of dates says about the order of day, month and year."""

    __slots__ = ("ambiguous", "conflict", "orders", "seen")

    def __init__(self) -> None:
        self.orders: frozenset[str] = frozenset(ORDERS)
        self.ambiguous: str | None = None
        self.conflict: str | None = None
        self.seen: set[Cell] = set()

    @property
    def settled(self) -> bool:
        """Whether further cells can add nothing."""
        return self.conflict is not None

    def add(self, cell: Cell) -> None:
        """Look at one cell."""
        if not isinstance(cell, str) or cell in self.seen:
            return
        if len(self.seen) < _SEEN_AT_MOST:
            self.seen.add(cell)
        found = date_readings(cell)
        possible = frozenset(order for order, day in zip(ORDERS, found, strict=True) if day)
        if not possible:
            return
        if not self.orders & possible:
            self.conflict = self.conflict or cell
            return
        self.orders &= possible
        if len({day for day in found if day}) > 1:
            self.ambiguous = self.ambiguous or cell.strip()

    @property
    def order(self) -> str | None:
        """The order that all values have; None if several remain and it matters."""
        if len(self.orders) == 1 or self._same_either_way():
            return min(self.orders, key=ORDERS.index)
        return None

    def _same_either_way(self) -> bool:
        if self.ambiguous is None:
            return True
        places = [ORDERS.index(order) for order in self.orders]
        return all(
            len({date_readings(cell)[place] for place in places}) == 1 for cell in self.seen if isinstance(cell, str)
        )


Evidence = NumberEvidence | DateEvidence


def gather(rows: Iterable[Row], evidence: Mapping[int, Evidence]) -> None:
    """Let each column's evidence see its cells, until nothing can be added."""
    open_columns = list(evidence.items())
    for number, row in enumerate(rows):
        for column, one in open_columns:
            if column < len(row) and row[column].__class__ is str:
                one.add(row[column])
        if number % 1000 == 999:
            open_columns = [(column, one) for column, one in open_columns if not one.settled]
            if not open_columns:
                return


def decimal_signs(
    evidence: Mapping[Key, NumberEvidence], circumstances: Circumstances
) -> dict[Key, Dialect | Question]:
    """The decimal sign of each column, or the question."""
    own = {one.sign for one in evidence.values() if one.sign}
    return {column: _decimal_sign(one, own, circumstances) for column, one in evidence.items()}


def _decimal_sign(one: NumberEvidence, own: Collection[str], around: Circumstances) -> Dialect | Question:
    affixes = frozenset(one.affixes)
    if one.sign:
        return Dialect(one.sign, "by its values", affixes)
    if one.ambiguous is None:
        return Dialect(next(iter(own)) if len(own) == 1 else POINT, "no value has a decimal sign", affixes)
    if len(own) == 1:
        return Dialect(next(iter(own)), "as in the other columns", affixes)
    if not own and around.language in ("de", "fr") and around.separator == ";":
        return Dialect(COMMA, f"headings in {around.language}, columns separated by semicolons", affixes)
    if not own and around.language == "en" and around.separator == ",":
        return Dialect(POINT, "headings in en, columns separated by commas", affixes)
    affixed = split_affix(one.ambiguous)
    found = readings(affixed.number if affixed else one.ambiguous)
    return Question(one.ambiguous, ((POINT, str(found.point)), (COMMA, str(found.comma))))


def date_orders(
    evidence: Mapping[Key, DateEvidence], circumstances: Circumstances, signs: Collection[str]
) -> dict[Key, Dialect | Question]:
    """The order of day, month and year of each column, or the question; `signs` are the decimal signs of the table."""
    own = {one.order for one in evidence.values() if len(one.orders) == 1}
    return {column: _date_order(one, own, circumstances, signs) for column, one in evidence.items()}


def _date_order(
    one: DateEvidence, own: Collection[str | None], around: Circumstances, signs: Collection[str]
) -> Dialect | Question:
    if one.conflict:
        return Question(one.conflict, ())
    if one.order:
        return Dialect(one.order, "by its values" if len(one.orders) == 1 else "its values have one reading")
    possible = [order for order in ORDERS if order in one.orders]
    for order in own:
        if order in possible and len(own) == 1:
            return Dialect(order, "as in the other columns")
    if not own and DMY in possible and MDY in possible and YMD not in possible:
        if around.language in ("de", "fr"):
            return Dialect(DMY, f"headings in {around.language}, where the day stands first")
        if set(signs) == {COMMA}:
            return Dialect(DMY, "decimal commas: where they are written the day stands first")
    value = one.ambiguous or ""
    days = dict(zip(ORDERS, date_readings(value), strict=True))
    return Question(value, tuple((order, f"{days[order]:%Y-%m-%d}") for order in possible if days[order]))


def ask_about_numbers(question: Question, source: str, place: str) -> Reject:
    """The question that a column of numbers leaves open, as a rejection; `source` is what people call it."""
    (_, point), (_, comma) = question.readings
    return Reject(
        "TABLE_AMBIGUOUS_NUMBERS",
        f'{source}: is "{question.value}" the number {point} or {comma}? No value of the file tells; '
        "`decimal` in a [[layouts]] entry does.",
        where=place,
        hint='Answer with [[layouts]] decimal = "." or decimal = "," for files of this name.',
    )


def ask_about_dates(question: Question, source: str, place: str) -> Reject:
    """The question that a column of dates leaves open, as a rejection."""
    if not question.readings:
        return Reject(
            "TABLE_MIXED_DATES",
            f'{source} has dates with the day first and dates with the month first ("{question.value}").',
            where=place,
            hint='If one order is right for all, say so: [[layouts]] dates = "DMY" or dates = "MDY".',
        )
    either = " or ".join(day for _, day in question.readings)
    answers = " or ".join(f'dates = "{order}" ({ORDER_NAMES[order]})' for order, _ in question.readings)
    return Reject(
        "TABLE_AMBIGUOUS_DATES",
        f'{source}: is "{question.value}" {either}? No value of the file tells; `dates` in a [[layouts]] entry does.',
        where=place,
        hint=f"Answer with [[layouts]] {answers} for files of this name.",
    )


def language_of(languages: Sequence[frozenset[str]]) -> str:
    """The language that the headings are in, if two at least are said in no other, and hardly any is another's."""
    only = [next(iter(one)) for one in languages if len(one) == 1]
    counts = {language: only.count(language) for language in ("de", "en", "fr")}
    best = max(counts, key=lambda language: counts[language])
    others = sum(counts.values()) - counts[best]
    return best if counts[best] >= 2 and counts[best] > 2 * others else ""
