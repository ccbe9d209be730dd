"""Which orders a case has, and which order changes and cancellations belong to each."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from matching.book import OrderBook
from matching.desk import Desk
from matching.lore import teach
from matching.paper import Paper
from matching.revisions import chain, open_lines
from matching.tolerances import Limits
from matching.unplaced import order_not_found
from orders.assessment import NotCounted
from orders.document import DocumentType
from orders.parties import same_party
from orders.references import is_agreement, order_id, reference_key, says_something


def open_books(desk: Desk) -> None:
    """Takes every order of the case to the desk, with its lines as they now stand."""
    groups = [*_orders(desk)]
    books: dict[str, list[Paper]] = {}
    for group, id_ in zip(groups, _ids(groups), strict=True):
        books[_open(desk, group, id_).id] = group
    for paper in _counted(desk, DocumentType.ORDER_RESPONSE):
        number = _agreed_number(paper)
        if not number or not is_agreement(paper.document):
            continue
        known = desk.named(paper, number)
        if not known.books and not known.refused:
            books[_open(desk, [paper], order_id(number, paper.document.buyer)).id] = [paper]
    changes = _changes(desk)
    for book in desk.books:
        open_lines(book, books[book.id], changes[book.id])
        book.policy = desk.suppliers.policy(book.supplier)
        book.options = desk.policy.options if book.policy is None else book.policy.options
        book.limits = Limits(desk.policy, book.policy)
        if desk.lore:
            teach(book, desk.lore, book.options)
    _note_cancellations(desk)


def _ids(groups: list[list[Paper]]) -> list[str]:
    """The id of each order; buyers of one name who are not one are told apart."""
    firsts = [chain(group, ())[0] for group in groups]
    plain = [order_id(first.number, first.document.buyer) for first in firsts]
    shared = {id_ for id_, count in Counter(plain).items() if count > 1}
    return [
        order_id(first.number, first.document.buyer, namesakes=True) if id_ in shared else id_
        for first, id_ in zip(firsts, plain, strict=True)
    ]


def _open(desk: Desk, group: list[Paper], id_: str) -> OrderBook:
    first = chain(group, ())[0]
    book = OrderBook(id_, id_.rpartition("@")[0], first)
    book.papers.update(paper.rank for paper in group)
    desk.open(book)
    return book


def _counted(desk: Desk, kind: DocumentType) -> Iterator[Paper]:
    for paper in desk.register.of(kind):
        if desk.counts(paper) and desk.register.concerns(paper):
            yield paper


def _orders(desk: Desk) -> Iterator[list[Paper]]:
    """The documents of each order: one number, as it is written, and one buyer."""
    by_number: defaultdict[str, list[list[Paper]]] = defaultdict(list)
    for paper in _counted(desk, DocumentType.ORDER):
        if not says_something(paper.number) or _withdraws_itself(paper):
            continue
        groups = by_number[paper.number]
        for group in groups:
            if same_party(group[0].document.buyer, paper.document.buyer):
                group.append(paper)
                break
        else:
            groups.append([paper])
    return (group for groups in by_number.values() for group in groups)


def _withdraws_itself(paper: Paper) -> bool:
    key = reference_key(paper.number)
    return any(reference_key(number) == key for number in paper.document.cancels)


def _agreed_number(paper: Paper) -> str | None:
    references = paper.document.order_references
    return references[0].number if references else paper.document.number


def _changes(desk: Desk) -> defaultdict[str, list[Paper]]:
    found: defaultdict[str, list[Paper]] = defaultdict(list)
    for paper in _counted(desk, DocumentType.ORDER_CHANGE):
        for book in _books(desk, paper):
            found[book.id].append(paper)
    return found


def _note_cancellations(desk: Desk) -> None:
    for paper in _counted(desk, DocumentType.ORDER_CANCELLATION):
        for book in _books(desk, paper):
            book.cancellations.append(paper)
    for paper in _counted(desk, DocumentType.ORDER):
        for number in (*paper.document.cancels, *paper.document.replaces):
            for book in desk.named(paper, number).books:
                if book.number != paper.number or _withdraws_itself(paper):
                    book.cancellations.append(paper)


def _books(desk: Desk, paper: Paper) -> tuple[OrderBook, ...]:
    """The orders that a change or cancellation is about; without any it waits, visibly, and opens none."""
    named = desk.head(paper)
    if named.refused and not named.books:
        desk.exclude(paper, NotCounted.SUPPLIER_MISMATCH)
    elif not named.books:
        order_not_found(desk, paper)
    return named.books
