"""The response track: what the supplier's answers make of each order line (SPEC section 3, response track).

The picture of a line is the newest response that mentions it. It is compared with the revision that it answers; a line
that was changed since is unanswered again, unless the change adopts exactly what the answer offered.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from matching.book import Answer, Entry, OrderBook, OrderLine, Terms, item_keys
from matching.changes import Offer, adopted, note_changes
from matching.climbing import has_track, questions
from matching.desk import Desk
from matching.findings import Place, figures
from matching.ladder import RUNGS, Ask, Doubt, Match
from matching.ladder.items import contradict, item_of
from matching.measures import ONE, factor
from matching.paper import Paper, line_id
from matching.posting import WHOLE
from matching.prices import unit_price
from matching.revisions import answered_revision
from matching.unplaced import orders_not_found, unmatched
from orders.assessment import Allocation, By
from orders.building import unsealed
from orders.deviations import DeviationCode
from orders.document import DocumentType, Line, LineResponse, Response
from orders.message import Message
from orders.numbers import Quantity
from orders.quantity import ZERO, minus, over, plus, size, times
from orders.references import says_something
from orders.status import Track

_ALLOCATION = unsealed(Allocation)
_PLAIN = frozenset({None, LineResponse.ACCEPTED, LineResponse.CHANGED})


class Row(NamedTuple):
    """A response's line about an order line. `scale`: how many of the order line's units one of its own is."""

    ask: Ask
    line: Line
    match: Match
    scale: Quantity


class Mention(NamedTuple):
    """What one response says of an order line; no rows where its head answers for all lines."""

    book: OrderBook
    line: OrderLine
    paper: Paper
    rows: tuple[Row, ...]


def hear(desk: Desk) -> None:
    """Gives every order line its answer, and books what was confirmed."""
    newest: dict[OrderLine, Mention] = {}
    first_days: dict[OrderLine, date] = {}
    for paper in desk.register.of(DocumentType.ORDER_RESPONSE):
        if not desk.counts(paper) or not desk.register.concerns(paper):
            continue
        for mention in _mentions(desk, paper):
            if mention.line.counts and not mention.line.deleted:
                newest[mention.line] = mention
                day = _last_day(mention)
                if day is not None:
                    first_days.setdefault(mention.line, day)
    for mention in newest.values():
        _answer(desk, mention, first_days.get(mention.line))


def _mentions(desk: Desk, paper: Paper) -> Iterator[Mention]:
    opened = [book for book in desk.books if book.revisions[0].paper is paper]
    if opened:  # an order agreement confirms the order that it opens
        return _for_all(opened, paper)
    asks = questions(desk, paper, Track.RESPONSE)
    if paper.document.lines:
        return _by_line(desk, paper, asks)
    books = [book for book in desk.head(paper).books if has_track(book.options, Track.RESPONSE)]
    return _for_all(books, paper) if _answers_all(paper) else iter(())


def _answers_all(paper: Paper) -> bool:
    """A head that accepts or rejects answers every line; one that acknowledges answers none, and one that announces
    changes without naming them answers only if it names a date.
    """
    document = paper.document
    if document.response is Response.CHANGED:
        return document.delivery_date is not None
    return document.response in (Response.ACCEPTED, Response.REJECTED)


def _for_all(books: list[OrderBook], paper: Paper) -> Iterator[Mention]:
    return (Mention(book, line, paper, ()) for book in books for line in book.lines)


def _by_line(desk: Desk, paper: Paper, asks: list[Ask]) -> Iterator[Mention]:
    found: dict[OrderLine, tuple[OrderBook, list[Row]]] = {}
    added = []
    for ask in asks:
        match = _climb(desk, ask)
        if match is None:
            continue
        book, line, _ = match.shares[0]
        scale = factor(ask.line, line.unit, book.policy) if line.by is By.QUANTITY else ONE
        if scale is None:
            _not_convertible(desk, ask, book, line)
        elif ask.line.response is LineResponse.ADDED:
            added.append(Row(ask, ask.line, match, scale))
        else:
            found.setdefault(line, (book, []))[1].append(Row(ask, ask.line, match, scale))
    orders_not_found(desk, paper, [ask for ask in asks if ask.keys and not ask.books])
    for row in added:
        _add_to_refused(desk, row, found)
    for line, (book, rows) in found.items():
        for row in rows:
            if row.line.supplier_order_line:
                book.learn_supplier_line(row.line.supplier_order_line, line)
        yield Mention(book, line, paper, tuple(rows))


def _climb(desk: Desk, ask: Ask) -> Match | None:
    """The order line that a response's line is about. A line that the supplier adds has none, unless it names one."""
    if ask.line.response is LineResponse.ADDED and not says_something(ask.line.order_line):
        _line_added(desk, ask)
        return None
    for rung in RUNGS:
        answer = rung(ask, desk)
        if isinstance(answer, Match):
            return answer
        if isinstance(answer, Doubt):
            unmatched(desk, ask, answer.code, answer.proposals)
            return None
    if ask.line.response is LineResponse.ADDED and ask.books:
        _line_added(desk, ask)
    else:
        unmatched(desk, ask, DeviationCode.LINE_UNMATCHED)
    return None


def _add_to_refused(desk: Desk, row: Row, found: dict[OrderLine, tuple[OrderBook, list[Row]]]) -> None:
    """An added line that names an order line replaces it where the same response refuses that; otherwise it is more."""
    line = row.match.shares[0].line
    of_line = found.get(line)
    if of_line is not None and any(_is_refused(one) for one in of_line[1]):
        of_line[1].append(row)
    else:
        _line_added(desk, row.ask)


def _line_added(desk: Desk, ask: Ask) -> None:
    desk.findings.add(
        DeviationCode.LINE_ADDED,
        Place(ask.books[0] if ask.books else None, None, ask.paper, ask.row),
        amount=ask.amount,
        figures=figures(None, ask.quantity, unit=ask.line.unit),
        args={"item": item_of(ask.line) or ask.line.name or ""},
    )


def _not_convertible(desk: Desk, ask: Ask, book: OrderBook, line: OrderLine) -> None:
    desk.findings.add(
        DeviationCode.UNIT_NOT_CONVERTIBLE,
        Place(book, line, ask.paper, ask.row),
        amount=ask.amount,
        figures=figures(None, ask.quantity, unit=ask.line.unit or ask.line.unit_text),
        args={"ordered_unit": line.unit or ""},
    )
    unmatched(desk, ask, DeviationCode.UNIT_NOT_CONVERTIBLE)


def _answer(desk: Desk, mention: Mention, first_day: date | None) -> None:
    book, line, paper, rows = mention
    step = answered_revision(book, paper)
    terms = line.terms_at(step)
    if terms.since > step:
        return  # the line came with a later revision
    offer = _offer(mention, terms)
    changed = False
    if line.changed_at > step:
        if not adopted(offer, line, terms):
            return
    else:
        changed = note_changes(desk.findings, book, line, offer)
    day = line.due if offer.last_day is None else offer.last_day
    line.answer = Answer(
        paper, offer.quantity, offer.rejected, offer.price, day, first_day or day, changed, _backorder(rows)
    )
    if offer.substitute is not None:
        book.learn_items(line, tuple(key for row in rows for key in _named_items(row)))
    if len(rows) > 1:
        for row in rows:
            _book(mention, row, _confirmed(row, mention, terms))
    else:
        _book(mention, rows[0] if rows else None, offer.quantity)


def _offer(mention: Mention, terms: Terms) -> Offer:
    """What a response offers for an order line as it was ordered then. Several lines for it add up."""
    paper, rows = mention.paper, mention.rows
    document = paper.document
    if len(rows) == 1 and _is_plain(rows[0]):
        return _plain_offer(rows[0])
    if not rows:
        if document.response is Response.REJECTED:
            return Offer(paper, None, ZERO, terms.measure)
        return Offer(paper, None, terms.measure, ZERO, None, document.delivery_date, document.delivery_date)
    accepted = [row for row in rows if not _is_refused(row)]
    quantity: Quantity = ZERO
    for row in rows:
        quantity = plus(quantity, _confirmed(row, mention, terms))
    days = [day for row in accepted if (day := _day(row)) is not None]
    return Offer(
        paper,
        (accepted or rows)[0].ask.row,
        quantity,
        _rejected(mention, terms, quantity),
        _price(accepted, mention.line),
        min(days, default=None),
        max(days, default=None),
        _substitute(mention),
    )


def _is_plain(row: Row) -> bool:
    """Whether a line, the only one for its order line, just says what will come: the ordinary case."""
    line = row.line
    return (
        line.quantity is not None
        and line.substitute is None
        and line.response in _PLAIN
        and row.scale is ONE
        and row.ask.paper.document.response is not Response.REJECTED
        and row.match.shares[0].line.by is By.QUANTITY
        and not contradict(line, row.match.shares[0].line, row.match.shares[0].book)
    )


def _plain_offer(row: Row) -> Offer:
    line, day = row.line, _day(row)
    return Offer(row.ask.paper, row.ask.row, line.quantity or ZERO, ZERO, unit_price(line), day, day)


def _is_refused(row: Row) -> bool:
    """Whether the line refuses: by its own code or, where it has none, by that of the head."""
    code = row.line.response
    if code is None:
        return row.ask.paper.document.response is Response.REJECTED
    return code is LineResponse.REJECTED


def _confirmed(row: Row, mention: Mention, terms: Terms) -> Quantity:
    """What a response's line confirms: what it says; where it gives no quantity, what was ordered."""
    line = row.line
    if _is_refused(row):
        alone = len(mention.rows) == 1 and line.substitute is not None
        return _stated(row, mention, terms) if alone else ZERO
    return _stated(row, mention, terms)


def _stated(row: Row, mention: Mention, terms: Terms) -> Quantity:
    line = row.line
    if mention.line.by is By.AMOUNT:
        return terms.measure if line.line_amount is None else line.line_amount
    if line.quantity is None or line.response is LineResponse.ALREADY_DELIVERED:
        others = [one for one in mention.rows if one is not row and one.line.quantity is not None]
        left = terms.measure
        for one in others:
            left = minus(left, _scaled(one))
        return left if left > 0 else ZERO
    return _scaled(row)


def _scaled(row: Row) -> Quantity:
    quantity = row.line.quantity or ZERO
    return quantity if row.scale == ONE else times(quantity, row.scale)


def _rejected(mention: Mention, terms: Terms, confirmed: Quantity) -> Quantity:
    """What is refused for good: of a line that is refused and replaced nothing, of one that is refused in part that
    part.
    """
    refused = [row for row in mention.rows if _is_refused(row)]
    if not refused or _substitute(mention) is not None:
        return ZERO
    if len(refused) == len(mention.rows):
        return terms.measure
    left = minus(terms.measure, confirmed)
    said: Quantity = ZERO
    for row in refused:
        said = plus(said, _scaled(row))
    return max(min(said, left) if said else left, ZERO)


def _substitute(mention: Mention) -> str | None:
    """The item that comes instead of the ordered one: a line that names one, or that replaces a refused one."""
    refused = [row for row in mention.rows if _is_refused(row)]
    for row in mention.rows:
        if row.line.substitute is not None:
            named = row.line.substitute
            return named.supplier_item or named.gtin or named.name or ""
        if row not in refused and contradict(row.line, mention.line, mention.book):
            return item_of(row.line)
    accepted = [row for row in mention.rows if row not in refused]
    if refused and accepted and _replaces(accepted, refused, mention):
        return item_of(accepted[0].line)
    return None


def _replaces(accepted: list[Row], refused: list[Row], mention: Mention) -> bool:
    """Whether refused and accepted lines cannot both be parts of what was ordered."""
    if any(row.line.response is LineResponse.ADDED for row in accepted):
        return True
    total: Quantity = ZERO
    for row in (*accepted, *refused):
        total = plus(total, _scaled(row))
    return all(row.line.quantity for row in refused) and total > mention.line.ordered


def _price(accepted: list[Row], line: OrderLine) -> Quantity | None:
    """The net price of one unit of the order line; of several that which is farthest from the ordered one."""
    stated = []
    for row in accepted:
        price = unit_price(row.line)
        if price is not None:
            stated.append(price if row.scale == ONE else over(price, row.scale))
    expected = line.price
    if not stated or expected is None:
        return stated[0] if stated else None
    return max(stated, key=lambda price: (size(minus(price, expected)), price))


def _day(row: Row) -> date | None:
    line = row.line
    return line.promised_date or line.delivery_date or row.ask.paper.document.delivery_date


def _last_day(mention: Mention) -> date | None:
    document = mention.paper.document
    rows = mention.rows
    if len(rows) == 1:
        return None if _is_refused(rows[0]) else _day(rows[0])
    if not rows:
        return None if document.response is Response.REJECTED else document.delivery_date
    return max((day for row in rows if not _is_refused(row) and (day := _day(row))), default=None)


def _backorder(rows: tuple[Row, ...]) -> Quantity | None:
    """How much more the supplier will deliver at most, where it says so."""
    stated = [(row.line.backorder_quantity, row.scale) for row in rows if row.line.backorder_quantity is not None]
    if not stated:
        return None
    total: Quantity = ZERO
    for quantity, scale in stated:
        total = plus(total, times(quantity, scale))
    return total


def _named_items(row: Row) -> list[tuple[str, str]]:
    named = row.line.substitute
    if named is None:
        return item_keys(row.line)
    return item_keys(Line(supplier_item=named.supplier_item, gtin=named.gtin))


def _book(mention: Mention, row: Row | None, quantity: Quantity) -> None:
    """Adds what was confirmed to the ledger."""
    book, line, paper, _ = mention
    by_amount = line.by is By.AMOUNT
    allocation = _ALLOCATION(
        document=paper.id,
        document_type=paper.type,
        document_number=paper.number,
        document_line=None if row is None else line_id(paper, row.ask.row),
        order=book.id,
        order_line=line.id,
        track=Track.RESPONSE,
        quantity=None if by_amount else quantity,
        amount=quantity if by_amount and isinstance(quantity, Decimal) else None,
        rule="header" if row is None else row.match.rule,
        evidence=_answers_all_lines(mention) if row is None else row.match.evidence,
    )
    allocation.__class__ = Allocation
    line.responses.append(Entry(paper, WHOLE if row is None else row.ask.row, allocation))
    line.confirmed = plus(line.confirmed, quantity)


def _answers_all_lines(mention: Mention) -> Message:
    book, line, paper, _ = mention
    args = {"type": paper.code, "number": paper.number, "order": book.number, "order_line": line.id}
    return Message("evidence.answers_all", args)
