"""Walks the documents of a track up the ladder and books what the rungs decide (docs/matching.md)."""

from collections.abc import Iterator
from decimal import Decimal

from matching.book import OrderBook
from matching.charges import is_discount, is_prepayment
from matching.decided import keys_of_order
from matching.desk import Desk, Named
from matching.headless import post_headless, post_value
from matching.ladder import COMPARISONS, RUNGS, Ask, Doubt, Match, left_open
from matching.lore import is_charge_by
from matching.paper import Paper, line_id
from matching.posting import post
from matching.signs import direction, signed
from matching.unplaced import order_not_found, orders_not_found, unmatched
from orders.assessment import NotCounted
from orders.deviations import DeviationCode
from orders.document import DocumentType, Line, Standing
from orders.policy import Options
from orders.status import Track

TYPES: dict[Track, tuple[DocumentType, ...]] = {
    Track.SHIPMENT: (DocumentType.DESPATCH_ADVICE,),
    Track.RECEIPT: (DocumentType.RECEIPT_ADVICE,),
    Track.INVOICING: (DocumentType.INVOICE, DocumentType.CREDIT_NOTE),
}


def climb(desk: Desk) -> None:
    """Books every despatch advice, receipt and bill that counts. Deliveries first: bills may refer to them."""
    for track in (Track.SHIPMENT, Track.RECEIPT, Track.INVOICING):
        asks = [ask for paper in _papers(desk, track) for ask in questions(desk, paper, track)]
        back = [ask for ask in asks if ask.takes_back]
        if back:  # what is taken back must have been booked
            asks = [ask for ask in asks if not ask.takes_back]
        for group in (asks, back):
            if group:
                desk.forget_bookings()
                _climb(desk, group)
    post_headless(desk)


def _climb(desk: Desk, asks: list[Ask]) -> None:
    for rung in RUNGS:
        left = []
        for ask in asks:
            answer = rung(ask, desk)
            if answer is None:
                left.append(ask)
            else:
                _take(desk, ask, answer)
        if not left:
            return
        asks = left
    _leave(desk, _compare(desk, asks))


def _compare(desk: Desk, asks: list[Ask]) -> list[Ask]:
    """What no rung placed is compared with what is open, all of it at once; the lines that are like nothing."""
    extra = [ask for ask in asks if is_extra(ask) or _is_deduction(ask)]
    left = [ask for ask in asks if not (is_extra(ask) or _is_deduction(ask))]
    for rung in COMPARISONS:
        answers = rung(left, desk, left_open)
        for ask, answer in zip(left, answers, strict=True):
            if answer is not None:
                _take(desk, ask, answer)
        left = [ask for ask, answer in zip(left, answers, strict=True) if answer is None]
    return extra + left


def _take(desk: Desk, ask: Ask, answer: Match | Doubt) -> None:
    """Books what a rung decided, or leaves the line to a person."""
    if isinstance(answer, Match):
        post(desk, ask, answer)
    else:
        unmatched(desk, ask, answer.code, answer.proposals)


def _papers(desk: Desk, track: Track) -> Iterator[Paper]:
    for paper in desk.register.of(*TYPES[track]):
        if desk.counts(paper) and desk.register.concerns(paper):
            yield paper


def questions(desk: Desk, paper: Paper, track: Track) -> list[Ask]:
    """What is to be asked for the lines of a document that are this case's business."""
    head = desk.head(paper)
    if _is_off(desk, paper, head.books, track):
        desk.exclude(paper, NotCounted.OPTION_OFF)
        return []
    if not paper.document.lines:
        if track is not Track.RESPONSE or not head.books:
            _whole(desk, paper, head, track)
        return []
    asks, refused = _line_questions(desk, paper, track, head)
    if refused and not asks:
        desk.exclude(paper, NotCounted.SUPPLIER_MISMATCH)
    return asks


def _line_questions(desk: Desk, paper: Paper, track: Track, head: Named) -> tuple[list[Ask], bool]:
    """The questions, and whether lines were left out because their order is of another supplier."""
    sign = direction(paper, desk.register) if track is Track.INVOICING else 1
    texts: dict[str, Named] = {}
    asks: list[Ask] = []
    refused = False
    last, books = head, _on_track(head.books, track)
    ours = desk.register.keys
    for row, line in enumerate(paper.document.lines):
        named = head if line.order_number is None else _own_orders(desk, paper, line.order_number, texts, head)
        if desk.decided.assigned:
            named = _assigned(desk, paper, row) or named
        if not named.keys:
            through = _through_others(desk, paper, line)
            if through is None:
                continue
            named = through
        elif ours.isdisjoint(named.keys):
            continue
        if named.refused and not named.books:
            refused = True
            continue
        if named is not last:
            last, books = named, _on_track(named.books, track)
        if desk.decided.charges and (paper.id, line_id(paper, row)) in desk.decided.charges:
            desk.charge_lines[paper.rank].append(row)
        elif books or not named.books:
            quantity, amount = _figures(line, sign, paper, track)
            measure = amount if quantity is None else quantity
            back = measure is not None and measure < 0
            charge = is_charge_by(desk.lore.wording(paper.document.supplier, line)) if desk.lore else None
            asks.append(Ask(paper, row, line, track, books, named.keys, quantity, amount, back, charge))
    return asks, refused


def _on_track(books: tuple[OrderBook, ...], track: Track) -> tuple[OrderBook, ...]:
    return tuple(book for book in books if has_track(book.options, track))


def _assigned(desk: Desk, paper: Paper, row: int) -> Named | None:
    """The orders that a person put a line on, whatever it names."""
    decisions = desk.decided.assigned.get((paper.id, line_id(paper, row)), ())
    keys = tuple(dict.fromkeys(key for decision in decisions for key in keys_of_order(decision.order)))
    return Named(keys, desk.books_of_keys(paper, keys)) if keys else None


def _own_orders(desk: Desk, paper: Paper, text: str, texts: dict[str, Named], head: Named) -> Named:
    """The orders that a line names itself; a reference that says nothing leaves it to the head."""
    named = texts.get(text)
    if named is None:
        named = texts[text] = desk.named(paper, text)
    return named if named.keys else head


def _through_others(desk: Desk, paper: Paper, line: Line) -> Named | None:
    """A line that names no order has those of the despatch advice or receipt that it refers to; None if they are not
    this case's business.
    """
    keys = desk.register.line_keys(paper, line)
    if not keys:
        return Named((), ()) if desk.register.owns(paper) else None
    if desk.register.keys.isdisjoint(keys):
        return None
    return Named((), desk.books_of_keys(paper, keys))


def _figures(line: Line, sign: int, paper: Paper, track: Track) -> tuple[Decimal | None, Decimal | None]:
    if track is Track.INVOICING:
        quantity, amount = signed(line, sign, paper.document)
        return (None if _takes_value_off(line, amount) else quantity), amount
    quantity = line.quantity
    if quantity is None and track is Track.RECEIPT:
        quantity = line.rejected_quantity
    return quantity, line.line_amount


def has_track(options: Options, track: Track) -> bool:
    """Whether a track exists under some options; invoicing always does."""
    if track is Track.SHIPMENT:
        return options.shipping
    if track is Track.RECEIPT:
        return options.receipt
    return options.order_response if track is Track.RESPONSE else True


def _is_off(desk: Desk, paper: Paper, books: tuple[OrderBook, ...], track: Track) -> bool:
    """Whether the track exists for none of the document's orders; without an order its supplier's options decide."""
    if track is Track.INVOICING:
        return False
    if books:
        return not any(has_track(book.options, track) for book in books)
    supplier = desk.suppliers.policy(paper.document.supplier)
    return not has_track(desk.policy.options if supplier is None else supplier.options, track)


def _whole(desk: Desk, paper: Paper, head: Named, track: Track) -> None:
    """A document without lines speaks of its orders as a whole."""
    books = head.books if head.keys else desk.books_of_keys(paper, desk.register.keys_of(paper))
    if head.refused and not books:
        desk.exclude(paper, NotCounted.SUPPLIER_MISMATCH)
    elif track is Track.INVOICING and books:
        desk.headless.append((paper, books))
    else:
        order_not_found(desk, paper, known=bool(books))


def _leave(desk: Desk, asks: list[Ask]) -> None:
    """What no rung placed: charges go to the charges, the rest stays visible."""
    unknown: dict[int, list[Ask]] = {}
    for ask in asks:
        if ask.books and _is_of_prepayment(ask):
            post_value(desk, ask)
            continue
        if is_extra(ask):
            desk.charge_lines[ask.paper.rank].append(ask.row)
            continue
        unmatched(desk, ask, DeviationCode.LINE_UNMATCHED)
        if not ask.books and ask.keys:
            unknown.setdefault(ask.paper.rank, []).append(ask)
    for of_one in unknown.values():
        orders_not_found(desk, of_one[0].paper, of_one)


def _takes_value_off(line: Line, amount: Decimal | None) -> bool:
    """Whether a line deducts a prepayment: value, and no goods, whatever quantity stands in it."""
    return amount is not None and amount < 0 and is_prepayment(line)


def _is_deduction(ask: Ask) -> bool:
    return ask.track is Track.INVOICING and _takes_value_off(ask.line, ask.amount)


def _is_of_prepayment(ask: Ask) -> bool:
    """Whether a line counts by value for its order as a whole: of a prepayment invoice, or the deduction of one."""
    if ask.track is not Track.INVOICING or ask.amount is None:
        return False
    return ask.paper.document.standing == Standing.PREPAYMENT or _is_deduction(ask)


def is_extra(ask: Ask) -> bool:
    """Whether a line that fits no order line is no goods either: a charge, an allowance, an amount without quantity."""
    line = ask.line
    if ask.is_charge:
        return True
    if ask.track is not Track.INVOICING:
        return False
    if line.quantity == 0 and line.line_amount:
        return True
    return is_discount(line) and ask.takes_back
