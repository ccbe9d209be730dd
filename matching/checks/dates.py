"""Dates that run backwards: a document that is older than the order, or the order change, that it is about.

It counts all the same: what it refers to decides (docs/matching.md, "Dates"). That it is said helps to find orders that
were placed afterwards, and clocks that are wrong.
"""

from collections.abc import Iterator

from matching.book import OrderBook
from matching.desk import Desk
from matching.findings import Place
from matching.paper import Paper
from matching.revisions import named_changes
from orders.assessment import Figures
from orders.deviations import DeviationCode
from orders.document import DocumentType


def check_dates(desk: Desk, book: OrderBook) -> None:
    """Every document of an order that is dated before what it is about."""
    if all(_in_order(desk.register.papers[rank], book) for rank in book.papers):  # the ordinary case
        return
    for rank in sorted(book.papers):
        paper = desk.register.papers[rank]
        day = paper.document.issue_date
        if day is None or not desk.counts(paper):
            continue
        older = [one for one in _spoken_of(paper, book) if (issued := one.document.issue_date) and day < issued]
        if older:
            _note(desk, book, paper, older[-1])


def _in_order(paper: Paper, book: OrderBook) -> bool:
    day, ordered = paper.document.issue_date, book.revisions[0].paper.document.issue_date
    return not paper.document.order_change_references and (day is None or ordered is None or day >= ordered)


def _spoken_of(paper: Paper, book: OrderBook) -> Iterator[Paper]:
    """The order, and the changes that the document names."""
    first = book.revisions[0].paper
    if paper.type is not DocumentType.ORDER and paper is not first:
        yield first
    yield from named_changes(book, paper)


def _note(desk: Desk, book: OrderBook, paper: Paper, other: Paper) -> None:
    found, ordered = paper.document.issue_date, other.document.issue_date
    if found is None or ordered is None:
        return
    desk.findings.add(
        DeviationCode.DATE_BEFORE_ORDER,
        Place(book, None, paper),
        figures=Figures(
            ordered=ordered.isoformat(), found=found.isoformat(), difference=str((found - ordered).days), unit="DAY"
        ),
        args={"other_type": other.code, "other_number": other.number},
    )
