"""Books a document line on order lines: allocations, and the ledgers that are their sums."""

from dataclasses import replace
from decimal import Decimal

from matching.book import Entry, OrderBook, OrderLine
from matching.desk import Desk
from matching.findings import Place, figures
from matching.ladder.ask import Ask, Match, Share
from matching.lore import lessons
from matching.measures import ONE, factor
from matching.paper import Paper
from matching.unplaced import unmatched
from orders.assessment import Allocation, By, Figures
from orders.deviations import DeviationCode
from orders.numbers import Quantity
from orders.quantity import ZERO, minus, over, plus, shares, times
from orders.status import Track

WHOLE = -1
"""The row of a booking that is of the document as a whole."""


def post(desk: Desk, ask: Ask, match: Match) -> None:
    """Books what a rung decided."""
    split = match.shares
    if len(split) == 1 and split[0].quantity == ask.quantity:
        _post(desk, ask, match, split[0], ask.amount)
        return
    amounts = _amounts(ask, split)
    if match.rule == "decision":
        _leave_rest(desk, ask, match, amounts)
    for share, amount in zip(split, amounts, strict=True):
        _post(desk, ask, match, share, amount)


def _post(desk: Desk, ask: Ask, match: Match, share: Share, amount: Decimal | None) -> None:
    """Books one share on its order line."""
    book, line, quantity, _ = share
    scale: Quantity = ONE
    if line.by is not By.QUANTITY:
        quantity = None
    elif quantity is not None:
        known = factor(ask.line, line.line, book.policy)
        if known is None:
            _not_convertible(desk, ask, share)
            return
        if known is not ONE:
            scale, quantity = known, times(quantity, known)
    if ask.track is Track.INVOICING:
        amount = amount if same_currency(desk, ask.paper, book) else None
    elif line.by is By.AMOUNT:
        amount = _measured(ask, line, amount)
    book.papers.add(ask.paper.rank)
    allocation = _allocation(ask, share, match, quantity, amount)
    _enter(ask, share, allocation, scale, (amount if line.by is By.AMOUNT else quantity) or ZERO)


def _enter(ask: Ask, share: Share, allocation: Allocation, scale: Quantity, measure: Quantity) -> None:
    """Adds a booking to the ledger of its track."""
    line = share.line
    if ask.track is Track.INVOICING:
        book_bill(line, Entry(ask.paper, ask.row, allocation))
    elif ask.track is Track.SHIPMENT:
        line.deliveries.append(Entry(ask.paper, ask.row, allocation))
        line.shipped = plus(line.shipped, measure)
        if ask.line.outstanding_quantity is not None:
            line.rest_is_stated = True
    else:
        _receive(ask, line, allocation, measure, _refused(ask, share, scale) if ask.line.rejected_quantity else ZERO)


def book_bill(line: OrderLine, entry: Entry) -> None:
    """Adds a booking to what is invoiced, by quantity and by value."""
    amount, quantity = entry.allocation.amount, entry.allocation.quantity
    line.bills.append(entry)
    if amount is not None:
        line.invoiced_amount += amount
    measure = amount if line.by is By.AMOUNT else quantity
    if measure is not None:
        line.invoiced = plus(line.invoiced, measure)


def _receive(ask: Ask, line: OrderLine, allocation: Allocation, measure: Quantity, refused: Quantity) -> None:
    """A receipt or, where it takes back, a return: what that refuses is no news."""
    if measure < 0:
        line.returned = minus(line.returned, measure)
        line.receipts.append(Entry(ask.paper, ask.row, allocation))
        return
    line.came_in = plus(line.came_in, measure)
    line.refused = plus(line.refused, refused)
    line.receipts.append(Entry(ask.paper, ask.row, allocation, refused))


def _leave_rest(desk: Desk, ask: Ask, match: Match, amounts: tuple[Decimal | None, ...]) -> None:
    """What a person left over when they assigned a part stays visible."""
    if ask.quantity is None or any(share.quantity is None for share in match.shares):
        return
    rest: Quantity = ask.quantity
    for share in match.shares:
        rest = minus(rest, share.quantity or ZERO)
    if rest and isinstance(rest, Decimal):
        left = None if ask.amount is None else ask.amount - sum((one for one in amounts if one is not None), ZERO)
        unmatched(desk, replace(ask, quantity=rest, amount=left), DeviationCode.LINE_UNMATCHED)


def _amounts(ask: Ask, split: tuple[Share, ...]) -> tuple[Decimal | None, ...]:
    if ask.amount is None:
        return (None,) * len(split)
    weights = [share.quantity or ZERO for share in split]
    rest: Quantity = ask.quantity or ZERO
    for weight in weights:
        rest = minus(rest, weight)
    return shares(ask.amount, (*weights, rest))[:-1] if rest else shares(ask.amount, tuple(weights))


def _allocation(ask: Ask, share: Share, match: Match, quantity: Quantity | None, amount: Decimal | None) -> Allocation:
    paper = ask.paper
    book, line, _, evidence = share
    return Allocation(
        document=paper.id,
        document_type=paper.type,
        document_number=paper.number,
        document_line=paper.names[ask.row],
        order=book.id,
        order_line=line.id,
        track=ask.track,
        quantity=quantity,
        amount=amount,
        rule=match.rule,
        evidence=evidence or match.evidence,
        learned=lessons(ask.line, line, book),
    )


def _measured(ask: Ask, line: OrderLine, amount: Decimal | None) -> Decimal | None:
    """What a delivery adds to a line that is ordered by value: its amount, by its price if need be; a delivery without
    either is of all that is left.
    """
    if amount is not None:
        return amount
    if ask.quantity is not None and ask.line.unit_price is not None:
        return ask.quantity * ask.line.unit_price
    held = line.shipped if ask.track is Track.SHIPMENT else line.received
    left = minus(line.ordered, held)
    return left if isinstance(left, Decimal) and left > 0 else ZERO


def _refused(ask: Ask, share: Share, scale: Quantity) -> Quantity:
    refused: Quantity = ask.line.rejected_quantity or ZERO
    if share.quantity is not None and ask.quantity and share.quantity != ask.quantity:
        refused = over(times(refused, share.quantity), ask.quantity)
    return refused if scale == ONE else times(refused, scale)


def _not_convertible(desk: Desk, ask: Ask, share: Share) -> None:
    desk.findings.add(
        DeviationCode.UNIT_NOT_CONVERTIBLE,
        Place(share.book, share.line, ask.paper, ask.row),
        amount=ask.amount,
        figures=figures(None, ask.quantity, unit=ask.line.unit or ask.line.unit_text),
        args={"ordered_unit": share.line.unit or ""},
    )
    unmatched(desk, ask, DeviationCode.UNIT_NOT_CONVERTIBLE)


def same_currency(desk: Desk, paper: Paper, book: OrderBook) -> bool:
    """Whether a bill's amounts can be added to an order's; if not, it is said once a document."""
    ours, theirs = book.currency, paper.document.currency
    if ours is None or theirs is None or ours == theirs:
        return True
    if (paper.rank, book.id) not in desk.foreign:
        desk.foreign.add((paper.rank, book.id))
        desk.findings.add(
            DeviationCode.CURRENCY_MISMATCH,
            Place(book, None, paper),
            amount=paper.document.totals.payable,
            figures=Figures(ordered=ours, found=theirs),
        )
    return False
