"""The whole of matching: one pure function from a case and a policy to an assessment."""

from matching.answers import hear
from matching.cancelling import cancel
from matching.checking import check
from matching.climbing import climb
from matching.counting import exclusions
from matching.decided import Decided
from matching.desk import Desk
from matching.listing import document_assessments
from matching.lore import Lore
from matching.opening import open_books
from matching.outcome import order_assessment
from matching.overtaking import note_overtaken
from matching.paper import papers
from matching.register import Register
from matching.standing import stand
from matching.suppliers import Suppliers
from matching.targets import set_targets
from orders.assessment import Assessment
from orders.case import Case
from orders.policy import Policy
from orders.quantity import exactly


def assess(case: Case, policy: Policy) -> Assessment:
    """Where the orders of a case stand, and why. Pure: equal facts give equal answers, in any order of arrival."""
    with exactly():
        return _assess(case, policy)


def _assess(case: Case, policy: Policy) -> Assessment:
    suppliers = Suppliers(policy.suppliers)
    decided = Decided(case.decisions)
    register = Register(case, papers(case.documents), suppliers, decided)
    desk = Desk(policy, register, decided, suppliers, Lore(case.learned, suppliers))
    desk.excluded = exclusions(register, decided, policy.options)
    open_books(desk)
    hear(desk)
    climb(desk)
    for book in desk.books:
        book.in_order()
        note_overtaken(desk, book)
        cancel(desk, book)
        set_targets(desk, book)
    desk.settle()
    standings = {book.id: [stand(book, line) for line in book.lines] for book in desk.books}
    check(desk, standings, case)
    return Assessment(
        orders=tuple(
            order_assessment(desk, book, standings[book.id]) for book in sorted(desk.books, key=lambda book: book.id)
        ),
        documents=document_assessments(desk),
        deviations=desk.findings.sorted(),
        unmatched=tuple(line for _, _, line in sorted(desk.unmatched, key=lambda found: found[:2])),
    )
