"""Bills without lines: they count by value, for their orders as a whole.

The rules: docs/statuses.md, "Credits, prepayments, bills without lines".

A credit note without lines that comes to exactly what its invoice does takes back that invoice, line by line.
"""

from decimal import Decimal

from matching.book import Entry, OrderBook, OrderLine
from matching.desk import Desk
from matching.ladder.ask import Ask
from matching.paper import Paper
from matching.posting import WHOLE, book_bill, same_currency
from matching.signs import direction, is_credit
from matching.unplaced import rest_unmatched
from orders.assessment import Allocation
from orders.case import Decision
from orders.document import DocumentType
from orders.likeness import net_worth, worth
from orders.message import Message
from orders.numbers import plain
from orders.quantity import ZERO, shares
from orders.status import Track


def post_headless(desk: Desk) -> None:
    """Books the bills without lines, once those with lines are booked."""
    for paper, books in desk.headless:
        if parts := desk.decided.parts(paper.id):
            _post_parts(desk, paper, books, parts)
            continue
        invoice = _taken_back(desk, paper)
        if invoice is None:
            _post_whole(desk, paper, books)
        else:
            _mirror(desk, paper, invoice)


def _taken_back(desk: Desk, paper: Paper) -> Paper | None:
    """The one invoice with lines that a credit note comes to."""
    names = paper.document.invoice_references
    if len(names) != 1 or not is_credit(paper.document):
        return None
    found = [one for one in desk.register.named(DocumentType.INVOICE, names[0], paper) if desk.counts(one)]
    value = worth(paper.document)
    if len(found) != 1 or value is None or not found[0].document.lines:
        return None
    billed = worth(found[0].document)
    return found[0] if billed is not None and abs(billed) == abs(value) else None


def _mirror(desk: Desk, paper: Paper, invoice: Paper) -> None:
    args = {"type": paper.code, "number": paper.number, "other_type": invoice.code, "other_number": invoice.number}
    evidence = Message("evidence.credited_invoice", args)
    for book in desk.books:
        for line in book.lines:
            for entry in [one for one in line.bills if one.paper is invoice]:
                _take_back(paper, book, line, entry, evidence)


def _take_back(paper: Paper, book: OrderBook, line: OrderLine, entry: Entry, evidence: Message) -> None:
    booked = entry.allocation
    allocation = Allocation(
        document=paper.id,
        document_type=paper.type,
        document_number=paper.number,
        document_line=None,
        order=book.id,
        order_line=line.id,
        track=Track.INVOICING,
        quantity=None if booked.quantity is None else -booked.quantity,
        amount=None if booked.amount is None else -booked.amount,
        rule="credited_invoice",
        evidence=evidence,
    )
    book.papers.add(paper.rank)
    book_bill(line, Entry(paper, WHOLE, allocation))


def post_value(desk: Desk, ask: Ask) -> None:
    """A line of a prepayment, or one that deducts it, counts by value for its orders as a whole."""
    amount = ask.amount or ZERO
    code = "evidence.prepayment" if amount > 0 else "evidence.prepayment_deducted"
    for book, part in zip(ask.books, shares(amount, tuple(ordered_amount(book) for book in ask.books)), strict=True):
        args = {
            "type": ask.paper.code,
            "number": ask.paper.number,
            "order": book.number,
            "line": ask.paper.names[ask.row],
        }
        allocation = Allocation(
            document=ask.paper.id,
            document_type=ask.paper.type,
            document_number=ask.paper.number,
            document_line=args["line"],
            order=book.id,
            order_line="",
            track=Track.INVOICING,
            quantity=None,
            amount=part if same_currency(desk, ask.paper, book) else None,
            rule="prepayment",
            evidence=Message(code, args),
        )
        book.papers.add(ask.paper.rank)
        book.whole.append(Entry(ask.paper, ask.row, allocation))


def _post_whole(desk: Desk, paper: Paper, books: tuple[OrderBook, ...]) -> None:
    """The net value, by what each of the orders is worth."""
    amount = net_worth(paper.document)
    parts: tuple[Decimal | None, ...] = (None,) * len(books)
    if amount is not None:
        amount *= direction(paper, desk.register)
        parts = shares(amount, tuple(ordered_amount(book) for book in books))
    for book, part in zip(books, parts, strict=True):
        _book_value(desk, paper, book, part, _why(desk, paper, book))


def _post_parts(desk: Desk, paper: Paper, books: tuple[OrderBook, ...], parts: tuple[Decision, ...]) -> None:
    """What a person gave to each order, as long as there is some; the rest belongs to none, and is shown."""
    net = net_worth(paper.document) or ZERO
    sign = -1 if net * direction(paper, desk.register) < 0 else 1
    left = abs(net)
    for decision in parts:
        for book in (one for one in books if one.id == decision.order):
            taken = min(left, decision.amount or ZERO)
            left -= taken
            _book_value(desk, paper, book, taken * sign, _why(desk, paper, book, decision))
    if left and books:
        rest_unmatched(desk, paper, left)


def _book_value(desk: Desk, paper: Paper, book: OrderBook, amount: Decimal | None, why: tuple[str, Message]) -> None:
    rule, evidence = why
    allocation = Allocation(
        document=paper.id,
        document_type=paper.type,
        document_number=paper.number,
        document_line=None,
        order=book.id,
        order_line="",
        track=Track.INVOICING,
        quantity=None,
        amount=amount if same_currency(desk, paper, book) else None,
        rule=rule,
        evidence=evidence,
    )
    book.papers.add(paper.rank)
    book.whole.append(Entry(paper, WHOLE, allocation))


def _why(desk: Desk, paper: Paper, book: OrderBook, part: Decision | None = None) -> tuple[str, Message]:
    """The rule by which a bill without lines, or that part of it, belongs to an order, and the evidence."""
    args = {"type": paper.code, "number": paper.number, "order": book.number}
    decision = part or next(iter(desk.decided.wholes.get(paper.id, ())), None)
    if decision is None:
        return "header", Message("evidence.header", args)
    args |= {"who": decision.taken_by, "why": decision.said}
    if decision.amount is None:
        return "decision", Message("evidence.decision_whole", args)
    amount = f"{plain(decision.amount)} {paper.document.currency or ''}".rstrip()
    return "decision", Message("evidence.decision_whole_part", args | {"amount": amount})


def ordered_amount(book: OrderBook) -> Decimal:
    """What an order comes to, as far as its lines say."""
    total = ZERO
    for line in book.lines:
        if line.line.line_amount is not None:
            total += line.line.line_amount
        elif line.line.quantity is not None and line.line.unit_price is not None:
            total += line.line.quantity * line.line.unit_price
    return total
