"""From the buyer's own documents to the order as it now stands (docs/statuses.md, "Amendments and cancellations")."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from matching.book import OrderBook, OrderLine, Revision
from matching.paper import Paper, clock
from matching.prices import unit_price
from orders.document import Document, DocumentType, Line, LineAction
from orders.quantity import ZERO
from orders.references import reference_key
from orders.units import same_unit

_NOT_TERMS = {"id", "action", "response", "where", "order_number", "order_line", "charges"}
_TERMS = tuple(name for name in Line.__struct_fields__ if name not in _NOT_TERMS)
_END_OF_DAY = (24, 0, 0, 0)
_START_OF_DAY = (0, 0, 0, 0)


def open_lines(book: OrderBook, orders: Sequence[Paper], changes: Sequence[Paper]) -> None:
    """Fills an order's book from its orders and order changes, each in the order in which they came to hold."""
    for index, paper in enumerate(chain(orders, changes)):
        book.revisions.append(Revision(index, paper))
        book.papers.add(paper.rank)
        if paper.type is DocumentType.ORDER_CHANGE:
            _change(book, paper.document, index)
        else:
            _state(book, paper.document, index)
    book.settle()


def chain(orders: Sequence[Paper], changes: Sequence[Paper]) -> list[Paper]:
    """The revisions of an order. The first is an order; then by date, but where all documents of a type are numbered,
    those of that type follow their numbers whatever their dates say.
    """
    if len(orders) == 1 and not changes:
        return [orders[0]]
    first, *later = _by_sequence(orders)
    dated = sorted((*later, *changes), key=_dated_late)
    slots = {DocumentType.ORDER: iter(later), DocumentType.ORDER_CHANGE: iter(_by_sequence(changes))}
    return [first, *(next(slots.get(paper.type, slots[DocumentType.ORDER])) for paper in dated)]


def _dated_late(paper: Paper) -> tuple[date, int]:
    """A change that has no date comes after everything that has one."""
    return (paper.document.issue_date or date.max, paper.rank)


def _by_sequence(papers: Sequence[Paper]) -> list[Paper]:
    numbers = [(paper.document.revision or "0").strip() for paper in papers]
    if len(set(numbers)) == len(papers) and all(number.isdecimal() for number in numbers):
        return [papers[place] for place in sorted(range(len(papers)), key=lambda place: int(numbers[place]))]
    return sorted(papers, key=_dated_late)


def answered_revision(book: OrderBook, paper: Paper) -> int:
    """The revision that a response answers: of the change it names, otherwise the newest issued before it; the first,
    if the response seems older than the order.
    """
    if len(book.revisions) == 1:
        return 0
    document = paper.document
    for named in _named_revisions(book, paper):
        return named.step
    if document.issue_date is None:
        return book.revisions[-1].step
    at = (document.issue_date, _END_OF_DAY if document.issue_time is None else clock(document.issue_time))
    return max((revision.step for revision in book.revisions if _issued(revision.paper.document) < at), default=0)


def named_changes(book: OrderBook, paper: Paper) -> list[Paper]:
    """The order changes that a document names."""
    return [revision.paper for revision in _named_revisions(book, paper)]


def _named_revisions(book: OrderBook, paper: Paper) -> Iterator[Revision]:
    for reference in paper.document.order_change_references:
        for revision in reversed(book.revisions):
            if _is_called(revision.paper, reference):
                yield revision
                break


def _issued(document: Document) -> tuple[date, tuple[int, int, int, int]]:
    at = document.issue_time
    return (document.issue_date or date.min, _START_OF_DAY if at is None else clock(at))


def _is_called(paper: Paper, reference: str) -> bool:
    if paper.type is not DocumentType.ORDER_CHANGE:
        return False
    key = reference_key(reference)
    return key in (reference_key(paper.number), reference_key(paper.document.revision or ""))


def due_date(line: Line, document: Document) -> date | None:
    """The day that an order line is requested for: its own, otherwise the one in the order's head."""
    return line.requested_date or line.delivery_date or document.delivery_date


def _state(book: OrderBook, document: Document, revision: int) -> None:
    """An order states all its lines: those of an earlier revision that it leaves out are deleted."""
    _head(book, document)
    if revision == 0:
        for line in document.lines:
            book.add(line, revision, due_date(line, document))
        return
    kept = set()
    for line in document.lines:
        known = _known(book, line.id)
        if known is None or known.id in kept:
            known = book.add(line, revision, due_date(line, document))
        else:
            _amend(known, line, revision, due_date(line, document))
        kept.add(known.id)
    for known in book.lines:
        if known.id in kept:
            known.deleted = False
        elif not known.deleted:
            known.deleted, known.changed_at = True, revision


def _change(book: OrderBook, document: Document, revision: int) -> None:
    """An order change states what changes: a line that it leaves out is unchanged."""
    _head(book, document)
    for line in document.lines:
        known = _known(book, line.id) or _known(book, line.order_line)
        if known is None:
            if line.action != LineAction.CANCELLED:
                book.add(line, revision, due_date(line, document))
        elif line.action == LineAction.CANCELLED:
            known.deleted, known.changed_at = True, revision
        else:
            known.deleted = False
            stated = line.requested_date or line.delivery_date or document.delivery_date
            _amend(known, _merged(known.line, line), revision, stated or known.due)


def _known(book: OrderBook, reference: str | None) -> OrderLine | None:
    found = book.with_id(reference) if reference else []
    return found[0] if found else None


def _head(book: OrderBook, document: Document) -> None:
    """What a revision's head states, it states for the order."""
    if document.charges or document.type is not DocumentType.ORDER_CHANGE:
        book.charges = sum((charge.amount for charge in document.charges if charge.amount > 0), ZERO)
    book.currency = document.currency or book.currency
    book.supplier = document.supplier or book.supplier
    book.buyer = document.buyer or book.buyer


def _amend(known: OrderLine, line: Line, revision: int, due: date | None) -> None:
    if known.due == due and same_terms(known.line, line):
        known.line = line
    else:
        known.set(line, revision, due)


def _merged(old: Line, new: Line) -> Line:
    """The old line with everything that the new one states."""
    stated = {name: value for name in _TERMS if (value := getattr(new, name)) is not None}
    if ("quantity" in stated or "unit_price" in stated) and "line_amount" not in stated:
        stated["line_amount"] = None
    if "quantity" in stated:
        stated = {"minimum_quantity": None, "maximum_quantity": None} | stated
    return replace(old, **stated)


def same_terms(one: Line, other: Line) -> bool:
    """Whether two states of an order line want the same item, quantity and price."""
    return (
        one.quantity == other.quantity
        and same_unit(one.unit, other.unit)
        and _same_price(one, other)
        and _same_item(one, other)
    )


def _same_price(one: Line, other: Line) -> bool:
    if one.quantity is None and other.quantity is None:
        return one.line_amount == other.line_amount
    return unit_price(one) == unit_price(other)


def _same_item(one: Line, other: Line) -> bool:
    ids: Iterable[tuple[str | None, str | None]] = (
        (one.buyer_item, other.buyer_item),
        (one.supplier_item, other.supplier_item),
        (one.gtin, other.gtin),
    )
    return all(a is None or b is None or reference_key(a) == reference_key(b) for a, b in ids)
