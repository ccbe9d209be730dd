"""The response track: what the supplier's answers make of each order line (docs/statuses.md, "Answers").

The picture of a line is the newest response that mentions it. It is compared with the revision that it answers; a line
that was changed since is unanswered again, unless the change adopts exactly what the answer offered.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from matching.book import Answer, Entry, OrderBook, OrderLine
from matching.changes import adopted, note_changes
from matching.climbing import has_track, questions
from matching.desk import Desk
from matching.findings import Place, figures
from matching.ladder import COMPARISONS, RUNGS, Ask, Doubt, Match, left_open
from matching.ladder.items import item_of
from matching.lore import lessons
from matching.measures import ONE, factor
from matching.offers import Mention, Row, backorder_of, confirmed, is_refused, last_day, named_items, offer_of
from matching.paper import Paper, line_id
from matching.posting import WHOLE, same_currency
from matching.revisions import answered_revision
from matching.unplaced import orders_not_found, unmatched
from orders.assessment import Allocation, By
from orders.deviations import DeviationCode
from orders.document import DocumentType, LineResponse, Response
from orders.message import Message
from orders.numbers import Quantity
from orders.quantity import ZERO, minus, plus
from orders.references import says_something
from orders.status import Track


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
                day = last_day(mention)
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
    if document.response == Response.CHANGED:
        return document.delivery_date is not None
    return document.response in (Response.ACCEPTED, Response.REJECTED)


def _for_all(books: list[OrderBook], paper: Paper) -> Iterator[Mention]:
    return (Mention(book, line, paper, ()) for book in books for line in book.lines)


def _by_line(desk: Desk, paper: Paper, asks: list[Ask]) -> Iterator[Mention]:
    found: dict[OrderLine, tuple[OrderBook, list[Row]]] = {}
    added = []
    for ask, match in _placed(desk, asks):
        book, line = match.shares[0][:2]
        scale = factor(ask.line, line.line, book.policy) if line.by is By.QUANTITY else ONE
        if scale is None:
            _not_convertible(desk, ask, book, line)
        elif ask.line.response == LineResponse.ADDED:
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


def _placed(desk: Desk, asks: list[Ask]) -> Iterator[tuple[Ask, Match]]:
    """The lines of a response with the order lines that they are about; the rest is left visible. A line that the
    supplier adds is about none, unless it names one.
    """
    told: defaultdict[OrderLine, Quantity] = defaultdict(Decimal)
    left = []
    for ask in asks:
        if ask.line.response == LineResponse.ADDED and not says_something(ask.line.order_line):
            _line_added(desk, ask)
            continue
        answer = next((found for rung in RUNGS if (found := rung(ask, desk)) is not None), None)
        if answer is None:
            left.append(ask)
        elif isinstance(answer, Doubt):
            unmatched(desk, ask, answer.code, answer.proposals)
        else:
            line = answer.shares[0].line
            told[line] = plus(told[line], line.wanted if ask.quantity is None else ask.quantity)
            yield ask, answer
    yield from _compared(desk, left, told)


def _compared(desk: Desk, asks: list[Ask], told: Mapping[OrderLine, Quantity]) -> Iterator[tuple[Ask, Match]]:
    """Lines that no rung placed, compared with what the response has not answered yet (`told`: what it has)."""

    def room(ask: Ask, line: OrderLine) -> Quantity:
        left = minus(left_open(ask, line), told.get(line, ZERO))
        return left if left > 0 else ZERO

    for rung in COMPARISONS:
        answers = rung(asks, desk, room)
        for ask, answer in zip(asks, answers, strict=True):
            if isinstance(answer, Match):
                yield ask, answer
            elif answer is not None:
                unmatched(desk, ask, answer.code, answer.proposals)
        asks = [ask for ask, answer in zip(asks, answers, strict=True) if answer is None]
    for ask in asks:
        if ask.line.response == LineResponse.ADDED and ask.books:
            _line_added(desk, ask)
        else:
            unmatched(desk, ask, DeviationCode.LINE_UNMATCHED)


def _add_to_refused(desk: Desk, row: Row, found: dict[OrderLine, tuple[OrderBook, list[Row]]]) -> None:
    """An added line that names an order line replaces it where the same response refuses that; otherwise it is more."""
    line = row.match.shares[0].line
    of_line = found.get(line)
    if of_line is not None and any(is_refused(one) for one in of_line[1]):
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
    offer = offer_of(mention, terms)
    open_changes: tuple[str, ...] = ()
    if offer.price is not None and not same_currency(desk, paper, book):
        offer = offer._replace(price=None)
    if line.changed_at > step:
        if not adopted(offer, line, terms):
            return
    else:
        open_changes = note_changes(desk.findings, book, line, offer)
    day = line.due if offer.last_day is None else offer.last_day
    line.answer = Answer(
        paper,
        offer.quantity,
        offer.rejected,
        offer.price,
        day,
        first_day or day,
        changed=bool(open_changes),
        disputed=bool(open_changes) and set(open_changes) == {"rejected"},
        backorder=backorder_of(rows),
    )
    if offer.substitute is not None:
        desk.learn_items(book, line, tuple(key for row in rows for key in named_items(row)))
    if len(rows) > 1:
        for row in rows:
            _book(desk, mention, row, confirmed(row, mention, terms))
    else:
        _book(desk, mention, rows[0] if rows else None, offer.quantity)


def _book(desk: Desk, mention: Mention, row: Row | None, quantity: Quantity) -> None:
    """Adds what was confirmed to the ledger."""
    book, line, paper, _ = mention
    by_amount = line.by is By.AMOUNT
    rule, evidence = _answers_all_lines(desk, mention) if row is None else (row.match.rule, row.match.evidence)
    allocation = Allocation(
        document=paper.id,
        document_type=paper.type,
        document_number=paper.number,
        document_line=None if row is None else line_id(paper, row.ask.row),
        order=book.id,
        order_line=line.id,
        track=Track.RESPONSE,
        quantity=None if by_amount else quantity,
        amount=quantity if by_amount and isinstance(quantity, Decimal) else None,
        rule=rule,
        evidence=evidence,
        learned=() if row is None else lessons(row.line, line, book),
    )
    book.papers.add(paper.rank)
    line.responses.append(Entry(paper, WHOLE if row is None else row.ask.row, allocation))
    line.confirmed = plus(line.confirmed, quantity)


def _answers_all_lines(desk: Desk, mention: Mention) -> tuple[str, Message]:
    """The rule by which a response without lines answers an order line, and the evidence."""
    book, line, paper, _ = mention
    args = {"type": paper.code, "number": paper.number, "order": book.number, "order_line": line.id}
    decisions = desk.decided.wholes.get(paper.id)
    if not decisions:
        return "header", Message("evidence.answers_all", args)
    who, why = decisions[-1].taken_by, decisions[-1].said
    return "decision", Message("evidence.decision_answers", args | {"who": who, "why": why})
