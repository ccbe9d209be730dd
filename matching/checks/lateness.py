"""What came after its day or, on the day that is asked about, has not come yet (docs/matching.md, "Deviations").

The day is the requested one, or what the buyer accepted in its place; a promise that nobody accepted excuses nothing.
"""

from datetime import date

from matching.book import Entry, OrderBook, OrderLine
from matching.changes import value
from matching.days import shifted
from matching.desk import Desk
from matching.findings import Place
from matching.standing import Standing, Step
from orders.assessment import Figures
from orders.deviations import DeviationCode
from orders.numbers import Quantity


def check_lateness(desk: Desk, book: OrderBook, standings: list[Standing], today: date | None) -> None:
    """Late answers, shipments and receipts. Without `today` only documents show that something is late."""
    for standing in standings:
        line = standing.line
        if line.due is None or not line.counts or line.deleted or book.cancelled_by is not None:
            continue
        days, rule = book.limits.days(line.line)
        last = shifted(line.due, days)
        _documents(desk, book, line, last, rule)
        if today is not None and today > last:
            _still_missing(desk, book, standing, today, rule)


def _documents(desk: Desk, book: OrderBook, line: OrderLine, last: date, rule: str) -> None:
    for code, entries in ((DeviationCode.LATE_SHIPMENT, line.deliveries), (DeviationCode.LATE_RECEIPT, line.receipts)):
        for entry in entries:
            day = _day(entry)
            if day is not None and day > last and _adds(entry):
                _note(desk, code, Place(book, line, entry.paper, entry.row), day, rule, entry.allocation.quantity)
    answer = line.answer
    if answer is not None and answer.paper.document.issue_date is not None and answer.paper.document.issue_date > last:
        place = Place(book, line, answer.paper)
        _note(desk, DeviationCode.LATE_RESPONSE, place, answer.paper.document.issue_date, rule, line.ordered)


def _still_missing(desk: Desk, book: OrderBook, standing: Standing, today: date, rule: str) -> None:
    line = standing.line
    place = Place(book, line)
    if book.options.order_response and line.answer is None and not _came(standing):
        _note(desk, DeviationCode.LATE_RESPONSE, place, today, rule, line.target)
    for code, step in (
        (DeviationCode.LATE_SHIPMENT, standing.shipment),
        (DeviationCode.LATE_RECEIPT, standing.receipt),
    ):
        if step is not None and step.left > 0:
            _note(desk, code, place, today, rule, step.left)


def _came(standing: Standing) -> bool:
    """Whether deliveries or bills have made an answer pointless."""
    steps: tuple[Step | None, ...] = (standing.shipment, standing.receipt, standing.invoicing)
    return any(step is not None and step.begun for step in steps)


def _day(entry: Entry) -> date | None:
    """The day of a delivery: the line's or the head's, otherwise that of the document."""
    document = entry.paper.document
    line = document.lines[entry.row]
    return line.delivery_date or document.delivery_date or document.issue_date


def _adds(entry: Entry) -> bool:
    quantity = entry.allocation.quantity
    return quantity is None or quantity > 0


def _note(desk: Desk, code: DeviationCode, place: Place, day: date, rule: str, quantity: Quantity | None) -> None:
    line = place.line
    if line is None or line.due is None:
        return
    days = (day - line.due).days
    shown = Figures(ordered=line.due.isoformat(), found=day.isoformat(), difference=str(days), rule=rule, unit="DAY")
    amount = None if quantity is None else value(line, quantity)
    missing = place.paper is None
    desk.findings.add(code, place, amount=amount, figures=shown, says=f"{code}.missing" if missing else None)
