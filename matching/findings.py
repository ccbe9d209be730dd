"""Collects the deviations of a case, each with what people decided about it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from msgspec.structs import replace

from matching.book import OrderBook, OrderLine
from matching.decided import Decided
from matching.paper import Paper, line_id
from orders.assessment import Deviation, Figures
from orders.case import DecisionKind
from orders.deviations import DeviationCode, severity
from orders.message import Message
from orders.numbers import Quantity, plain
from orders.quantity import minus, rounded, size

_STATES = {DecisionKind.ACCEPT: "accepted", DecisionKind.REJECT: "rejected"}
_NO_FIGURES = Figures()


class Place(NamedTuple):
    """What a deviation is about: an order or not, a line of it or not, a document or not, a line of that or not."""

    book: OrderBook | None = None
    line: OrderLine | None = None
    paper: Paper | None = None
    row: int | None = None


class Findings:
    """The deviations found so far."""

    def __init__(self, decided: Decided) -> None:
        self._decided = decided
        self._found: list[tuple[tuple[str, int, str, int, int, int], Deviation]] = []

    def add(
        self,
        code: DeviationCode,
        place: Place,
        *,
        amount: Quantity | None = None,
        figures: Figures = _NO_FIGURES,
        says: str | None = None,
        args: Mapping[str, str] | None = None,
        order_number: str | None = None,
    ) -> Deviation:
        """Notes a deviation. `says` names its sentence where a code has several; `amount` is the money at stake."""
        book, line, paper, row = place
        currency = _currency(book, paper)
        sentence = _blanks(place, figures)
        if order_number is not None:
            sentence["order"] = order_number
        stake = None
        if amount is not None:
            stake = money(size(amount))
            sentence["stake"] = f"{plain(stake)} {currency or ''}"
        if args is not None:
            sentence.update(args)
        deviation = Deviation(
            code=code,
            severity=severity(code),
            order=None if book is None else book.id,
            order_number=order_number if book is None else book.number,
            order_line=None if line is None else line.id,
            document=None if paper is None else paper.id,
            document_type=None if paper is None else paper.type,
            document_number=None if paper is None else paper.document.number,
            document_line=None if paper is None or row is None else line_id(paper, row),
            where=None if paper is None or row is None else paper.document.lines[row].where,
            amount=stake,
            currency=currency,
            figures=figures,
            message=Message(f"finding.{says or code}", sentence),
        )
        if self._decided.on_deviations:
            deviation = self._with_decision(deviation)
        self._found.append((self._order(place, code), deviation))
        return deviation

    def sorted(self) -> tuple[Deviation, ...]:
        """All of them, in an order that does not depend on arrival."""
        return tuple(deviation for _, deviation in sorted(self._found, key=lambda found: found[0]))

    def _order(self, place: Place, code: str) -> tuple[str, int, str, int, int, int]:
        book, line, paper, row = place
        return (
            "" if book is None else book.id,
            -1 if line is None else line.position,
            code,
            -1 if paper is None else paper.rank,
            -1 if row is None else row,
            len(self._found),
        )

    def _with_decision(self, deviation: Deviation) -> Deviation:
        decision = self._decided.verdict(deviation)
        if decision is None:
            return deviation
        return replace(deviation, state=_STATES[decision.kind], decision=decision.id)


def figures(
    ordered: Quantity | None,
    found: Quantity | None,
    *,
    tolerance: Quantity | None = None,
    rule: str | None = None,
    unit: str | None = None,
) -> Figures:
    """The figures behind a deviation; the difference is found − ordered."""
    difference = None
    if ordered is not None and found is not None:
        difference = plain(minus(found, ordered))
    return Figures(
        ordered=None if ordered is None else plain(ordered),
        found=None if found is None else plain(found),
        difference=difference,
        tolerance=None if tolerance is None else plain(tolerance),
        rule=rule,
        unit=unit,
    )


def money(amount: Quantity) -> Decimal:
    """An amount at stake: as it is, or to the cent where no decimal shows it."""
    return amount if isinstance(amount, Decimal) else rounded(amount)


def _blanks(place: Place, figures: Figures) -> dict[str, str]:
    """What every sentence may name: the place, and the figures."""
    book, line, paper, row = place
    blanks = {}
    if book is not None:
        blanks["order"] = book.number
    if line is not None:
        blanks["order_line"] = line.id
    if paper is not None:
        blanks["type"], blanks["number"] = paper.code, paper.number
        if row is not None:
            blanks["line"] = line_id(paper, row)
    if figures is not _NO_FIGURES:
        blanks["unit"] = figures.unit or ""
        if figures.ordered is not None:
            blanks["ordered"] = figures.ordered
        if figures.found is not None:
            blanks["found"] = figures.found
        if figures.difference is not None:
            blanks["difference"] = figures.difference
        if figures.tolerance is not None:
            blanks["tolerance"] = figures.tolerance
    return blanks


def _currency(book: OrderBook | None, paper: Paper | None) -> str | None:
    if paper is not None and paper.document.currency is not None:
        return paper.document.currency
    return None if book is None else book.currency
