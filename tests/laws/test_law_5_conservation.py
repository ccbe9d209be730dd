"""Law 5: no document line counts for more than it says, and every ledger is the sum of its allocations."""

from collections import Counter, defaultdict
from decimal import Decimal
from fractions import Fraction

from hypothesis import given

from orders.assessment import DEVIATION, Allocation, By, LineAssessment
from orders.document import Line
from orders.status import Track
from orders.units import conversion
from tests.cases.build import file_id
from tests.cases.outcome import Outcome
from tests.laws.told import Told, stories

Place = tuple[str, str | None, Track]


@given(stories())
def test_no_document_line_counts_for_more_than_its_quantity(told: Told) -> None:
    for place, (said, taken) in _quantities(told, told.outcome()).items():
        assert taken <= abs(said), place


@given(stories())
def test_what_is_unmatched_and_what_counts_make_the_whole_line(told: Told) -> None:
    outcome = told.outcome()
    rest: dict[tuple[str, str | None], Fraction] = defaultdict(Fraction)
    for one in outcome.unmatched:
        rest[one.document, one.document_line] += abs(Fraction(one.quantity or 0))
    for (document, line, track), (said, taken) in _quantities(told, outcome).items():
        assert taken + rest[document, line] <= abs(said), (document, line, track)


@given(stories())
def test_no_head_counts_for_more_than_its_document(told: Told) -> None:
    totals = {file_id(one): one.totals for one in told.documents}
    for order in told.outcome().orders:
        for one in order.header_allocations:
            assert one.amount is None or abs(one.amount) <= abs(totals[one.document].net or Decimal(0))


@given(stories())
def test_every_ledger_is_the_sum_of_its_allocations(told: Told) -> None:
    for order in told.outcome().orders:
        for line in order.lines:
            assert line.confirmed == _sum(line, Track.RESPONSE)
            assert line.received == _sum(line, Track.RECEIPT)
            assert line.invoiced == _sum(line, Track.INVOICING)
            assert line.invoiced_amount == sum(one.amount or 0 for one in _of(line, Track.INVOICING))
            shipped = _sum(line, Track.SHIPMENT)
            assert line.shipped >= shipped if line.shipped_inferred else line.shipped == shipped


@given(stories())
def test_an_allocation_stands_in_the_order_line_it_names(told: Told) -> None:
    for order in told.outcome().orders:
        for line in order.lines:
            assert all((one.order, one.order_line) == (order.id, line.line) for one in line.allocations)
        assert all(one.order == order.id for one in order.header_allocations)


@given(stories())
def test_what_is_open_is_never_negative_and_never_more_than_was_agreed(told: Told) -> None:
    for order in told.outcome().orders:
        for line in order.lines:
            most = max(line.ordered, line.confirmed)  # more than ordered, where the buyer accepted that
            assert 0 <= line.target <= max(most, 0) or line.target <= most
            assert min(line.open_to_ship, line.open_to_receive, line.open_to_invoice) >= 0
            back = Fraction(line.rejected) + Fraction(line.returned)
            assert Fraction(line.open_to_receive) - back <= line.target
            assert line.open_to_ship <= line.target
            assert line.closed_short >= 0


def _quantities(told: Told, outcome: Outcome) -> dict[Place, tuple[Fraction, Fraction]]:
    """For every document line with a quantity: what it says, and what counts, both in the document's unit."""
    lines = _lines(told)
    units = {(order.id, line.line): line.unit for order in outcome.orders for line in order.lines}
    taken: dict[Place, Fraction] = defaultdict(Fraction)
    for one in outcome.allocations:
        line = lines.get((one.document, one.document_line))
        if line is None or line.quantity is None or not one.quantity or _by_amount(outcome, one):
            continue
        factor = conversion(units[one.order, one.order_line], line.unit)
        assert factor is not None, f"counts without conversion: {one}"
        taken[one.document, one.document_line, one.track] += Fraction(one.quantity) * factor
    return {place: (Fraction(lines[place[:2]].quantity or 0), abs(sum_)) for place, sum_ in taken.items()}


def _lines(told: Told) -> dict[tuple[str, str | None], Line]:
    """Lines by document and id, but for those that share their id with another."""
    everything = [(file_id(one), line.id) for one in told.documents for line in one.lines]
    shared = {place for place, times in Counter(everything).items() if times > 1}
    found = {(file_id(one), line.id): line for one in told.documents for line in one.lines}
    return {place: line for place, line in found.items() if place not in shared}


def _by_amount(outcome: Outcome, one: Allocation) -> bool:
    (line,) = (
        line for order in outcome.orders if order.id == one.order for line in order.lines if line.line == one.order_line
    )
    return line.by == By.AMOUNT


def _of(line: LineAssessment, track: Track) -> list[Allocation]:
    return [one for one in line.allocations if one.track == track]


def _sum(line: LineAssessment, track: Track) -> Fraction:
    if line.by == By.AMOUNT:
        return sum((Fraction(one.amount or 0) for one in _of(line, track)), Fraction(0))
    return sum((Fraction(one.quantity or 0) for one in _of(line, track)), Fraction(0))


@given(stories(decided=False))
def test_a_document_that_does_not_count_counts_nowhere(told: Told) -> None:
    """In each case by itself: a document may name orders of two suppliers, and count for one of them only."""
    for case, answer in told.outcome().answers:
        alone = Outcome(((case, answer),))
        counted = {one.document for one in answer.documents if one.counted}
        assert {one.document for one in alone.allocations} <= counted
        assert all(one.counted is (one.reason is None) for one in answer.documents)


@given(stories())
def test_no_order_stands_twice(told: Told) -> None:
    ids = [one.id for one in told.outcome().orders]
    assert len(ids) == len(set(ids))


@given(stories())
def test_every_document_is_answered_for_exactly_once(told: Told) -> None:
    outcome = told.outcome()
    assert {one.document for one in outcome.documents} == {file_id(one) for one in told.documents}
    lines = _lines(told)
    shown = [  # of a line that a person divided, one part may belong nowhere and another be in a unit of no use
        (one.document, one.document_line, one.code)
        for one in outcome.unmatched
        if (one.document, one.document_line) in lines
    ]
    assert len(shown) == len(set(shown))
    said = [DEVIATION.to_json(one) for one in outcome.every_deviation if (one.document, one.document_line) in lines]
    assert len(said) == len(set(said))
