"""Deviations of quantity between what was ordered, shipped, received and invoiced."""

from datetime import date

from matching.book import Entry, OrderBook, OrderLine
from matching.changes import value, worth
from matching.desk import Desk
from matching.findings import Place, figures
from matching.measures import ONE, factor
from matching.returns import credit_due, measure, received_well
from matching.standing import is_service
from matching.targets import supplier_closing
from orders.assessment import By
from orders.deviations import DeviationCode
from orders.numbers import Quantity
from orders.quantity import ZERO, minus, plus, times


def check_progress(desk: Desk, book: OrderBook) -> None:
    """Every deviation of quantity on the lines of an order."""
    for line in book.lines:
        if not line.counts or not (line.deliveries or line.receipts or line.bills):
            continue
        most = max(line.wanted, _amended_below(desk, book, line))
        for total, entries in (
            (line.shipped, line.deliveries),
            (line.received, line.receipts),
            (line.invoiced, line.bills),
        ):
            if total > most:
                _over_ordered(desk, book, line, entries, total, most)
        if line.deliveries:
            _over_shipped(desk, book, line)
            _short_shipped(desk, book, line)
        if line.receipts:
            _short_received(desk, book, line)
        if line.refused:
            _goods_rejected(desk, book, line)
        if book.options.receipt and (line.receipts or not is_service(line)):
            _received_and_invoiced(desk, book, line)


def _over_ordered(
    desk: Desk, book: OrderBook, line: OrderLine, entries: list[Entry], total: Quantity, wanted: Quantity
) -> None:
    """More on one track than was ordered, said of the document that brought the surplus."""
    limit = book.limits.of("quantity_over", line.line)
    allowed = limit.allowance(wanted, worth(line))
    more = minus(total, wanted)
    if more <= allowed:
        return
    desk.findings.add(
        DeviationCode.QUANTITY_OVER_ORDERED,
        _last(book, line, entries),
        amount=value(line, more),
        figures=figures(wanted, total, tolerance=allowed, rule=limit.rule, unit=line.unit),
        says="amount_over_ordered" if line.by is By.AMOUNT else None,
    )


def _total(line: OrderLine, entries: list[Entry]) -> Quantity:
    total: Quantity = ZERO
    for entry in entries:
        total = plus(total, measure(line, entry))
    return total


def _last(book: OrderBook, line: OrderLine, entries: list[Entry]) -> Place:
    """The newest booking that added something."""
    for entry in reversed(entries):
        if measure(line, entry) > 0:
            return Place(book, line, entry.paper, entry.row)
    return Place(book, line)


def _over_shipped(desk: Desk, book: OrderBook, line: OrderLine) -> None:
    """More came in than was shipped."""
    if line.came_in <= line.shipped:
        return
    limit = book.limits.of("quantity_over", line.line)
    allowed = limit.allowance(line.shipped, worth(line))
    more = minus(line.came_in, line.shipped)
    if more > allowed:
        desk.findings.add(
            DeviationCode.QUANTITY_OVER_SHIPPED,
            _last(book, line, line.receipts),
            amount=value(line, more),
            figures=figures(line.shipped, line.came_in, tolerance=allowed, rule=limit.rule, unit=line.unit),
        )


def _short_shipped(desk: Desk, book: OrderBook, line: OrderLine) -> None:
    """The supplier ships less than is wanted and says that the rest, or part of it, will not come."""
    closing = supplier_closing(book, line)
    if closing is None or line.agreed is not None:
        return
    missing = minus(line.wanted, max(closing.total, line.target))
    limit = book.limits.of("quantity_under", line.line)
    allowed = limit.allowance(line.wanted, worth(line))
    if closing.row >= 0 and missing > allowed:
        desk.findings.add(
            DeviationCode.SHORT_SHIPPED,
            Place(book, line, closing.paper, closing.row),
            amount=value(line, missing),
            figures=figures(
                line.wanted, minus(line.wanted, missing), tolerance=allowed, rule=limit.rule, unit=line.unit
            ),
        )


def _short_received(desk: Desk, book: OrderBook, line: OrderLine) -> None:
    """The warehouse found less than was announced, and it has not come since."""
    if line.came_in >= (line.shipped or line.wanted):
        return
    for entry in line.receipts:
        stated = entry.paper.document.lines[entry.row]
        if stated.short_quantity:
            short = times(stated.short_quantity, factor(stated, line.line, book.policy) or ONE)
            came = measure(line, entry)
            desk.findings.add(
                DeviationCode.SHORT_SHIPPED,
                Place(book, line, entry.paper, entry.row),
                amount=value(line, short),
                figures=figures(plus(came, short), came, unit=line.unit),
            )


def _goods_rejected(desk: Desk, book: OrderBook, line: OrderLine) -> None:
    """Goods that were refused at receipt and are still here."""
    if line.rejected <= 0:
        return
    refusing = [entry for entry in line.receipts if entry.refused > 0]
    last = refusing[-1]
    desk.findings.add(
        DeviationCode.GOODS_REJECTED,
        Place(book, line, last.paper, last.row),
        amount=value(line, line.rejected),
        figures=figures(line.came_in, minus(line.came_in, line.rejected), unit=line.unit),
    )


def _received_and_invoiced(desk: Desk, book: OrderBook, line: OrderLine) -> None:
    """Invoiced is not what was received. What was returned or refused of what is invoiced is for a credit note."""
    good = received_well(book, line)
    gap = minus(line.invoiced, good)
    if gap > 0:
        credit = credit_due(book, line)
        if credit > 0:
            _credit_expected(desk, book, line, credit)
        _not_received(desk, book, line, good, minus(gap, credit))
    elif gap < 0 and line.invoiced >= 0:
        _not_invoiced(desk, book, line, good)


def _credit_expected(desk: Desk, book: OrderBook, line: OrderLine, credit: Quantity) -> None:
    taken = [entry for entry in line.receipts if measure(line, entry) < 0 or entry.refused > 0]
    last = taken[-1]
    desk.findings.add(
        DeviationCode.CREDIT_EXPECTED,
        Place(book, line, last.paper, last.row),
        amount=value(line, credit),
        figures=figures(minus(line.invoiced, credit), line.invoiced, unit=line.unit),
    )


def _not_received(desk: Desk, book: OrderBook, line: OrderLine, good: Quantity, gap: Quantity) -> None:
    limit = book.limits.of("quantity_over", line.line)
    allowed = limit.allowance(good, worth(line))
    if gap > allowed:
        found = plus(good, gap)
        desk.findings.add(
            DeviationCode.INVOICED_NOT_RECEIVED,
            _last(book, line, line.bills),
            amount=value(line, gap),
            figures=figures(good, found, tolerance=allowed, rule=limit.rule, unit=line.unit),
        )


def _not_invoiced(desk: Desk, book: OrderBook, line: OrderLine, good: Quantity) -> None:
    """Received and not invoiced. Where nothing is invoiced, money at stake forgives nothing: the bill is missing."""
    limit = book.limits.of("quantity_under", line.line)
    allowed = limit.allowance(good, worth(line) if line.invoiced else None)
    gap = minus(good, line.invoiced)
    if gap > allowed:
        desk.findings.add(
            DeviationCode.RECEIVED_NOT_INVOICED,
            _last(book, line, line.receipts),
            amount=value(line, gap),
            figures=figures(good, line.invoiced, tolerance=allowed, rule=limit.rule, unit=line.unit),
        )


def _amended_below(desk: Desk, book: OrderBook, line: OrderLine) -> Quantity:
    """What had happened by the amendment that lowered a line below it; 0 if none did."""
    if len(book.revisions) == 1 or (len(line.terms) == 1 and not line.deleted):
        return ZERO
    paper = book.revisions[line.changed_at].paper
    until = paper.document.issue_date or date.max
    done: Quantity = ZERO
    for entries in (line.deliveries, line.receipts, line.bills):
        earlier = [entry for entry in entries if (entry.paper.document.issue_date or date.min) <= until]
        done = max(done, _total(line, earlier))
    wanted = line.wanted
    before = max((terms.measure for terms in line.terms), default=ZERO)
    if done <= wanted or before <= wanted:
        return ZERO
    desk.findings.add(
        DeviationCode.AMENDED_BELOW_PROGRESS,
        Place(book, line, paper),
        amount=value(line, minus(done, wanted)),
        figures=figures(wanted, done, unit=line.unit),
    )
    return min(done, before)
