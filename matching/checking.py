"""Looks for every deviation, once the ledgers stand."""

from collections.abc import Mapping

from matching.checks.accounts import check_accounts
from matching.checks.billing import check_credits, check_line_amounts, check_prices
from matching.checks.charges import check_charges
from matching.checks.dates import check_dates
from matching.checks.documents import check_credited_invoices, check_lines_missing
from matching.checks.doubles import check_doubles, check_possible_doubles
from matching.checks.lateness import check_lateness
from matching.checks.progress import check_progress
from matching.checks.totals import check_totals
from matching.climbing import TYPES
from matching.desk import Desk
from matching.settled import Corrections
from matching.standing import Standing
from orders.case import Case
from orders.status import Track


def check(desk: Desk, standings: Mapping[str, list[Standing]], case: Case) -> None:
    """Notes what differs. An order answers for its lines, the case that owns a document for the document as a whole."""
    for book in desk.books:
        check_progress(desk, book)
        check_prices(desk, book)
        check_credits(desk, book)
        check_lateness(desk, book, standings[book.id], case.as_of)
        check_dates(desk, book)
    bills = [paper for paper in desk.register.of(*TYPES[Track.INVOICING]) if desk.counts(paper)]
    own = [paper for paper in bills if desk.register.owns(paper)]
    corrections = Corrections(desk.register, bills)
    unsettled = [paper for paper in own if not corrections.settle(paper)]
    for paper in unsettled:
        check_totals(desk, paper)
        check_line_amounts(desk, paper)
    check_charges(desk, own, corrections)
    check_doubles(desk)
    check_possible_doubles(desk, bills)
    check_lines_missing(desk, unsettled)
    check_credited_invoices(desk, own)
    check_accounts(desk, bills, case.accounts)
