"""What somebody has to look at: open deviations, and document lines that belong to no order line."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, Table, select

from matching import assess
from orders.assessment import DEVIATION, UNMATCHED_LINE, Deviation, Proposal, UnmatchedLine
from orders.deviations import DeviationCode
from orders.policy import Policy
from orders.references import sort_key
from ordertrail.derive.as_of import assess_as_of
from ordertrail.questions.unmatched import unsaid
from ordertrail.store.bulk import chunks
from ordertrail.store.engine import Store
from ordertrail.store.tables import DEVIATIONS, UNMATCHED

PAGE = 500
"""Cases that are in memory at a time."""

OPEN = "open"


class Exceptional(NamedTuple):
    """An open deviation, and the order lines that are proposed for what it could not place, the best first."""

    deviation: Deviation
    proposals: tuple[Proposal, ...] = ()


def open_exceptions(store: Store, code: DeviationCode | None = None) -> Iterator[Exceptional]:
    """Open deviations by case, and after those of a case its unmatched lines, as far as no deviation speaks of them."""
    with store.reading() as connection:
        found = {*_cases(connection, DEVIATIONS, code), *_cases(connection, UNMATCHED, code)}
        names = sorted(found, key=lambda name: (sort_key(name), name))
    for some in chunks(names, PAGE):
        with store.reading() as connection:
            deviations = _bodies(connection, DEVIATIONS, some, code)
            unmatched = _bodies(connection, UNMATCHED, some, code)
        for name in some:
            known = [DEVIATION.from_json(body) for body in deviations[name]]
            yield from _open(known, [UNMATCHED_LINE.from_json(body) for body in unmatched[name]])


def exceptions_as_of(
    store: Store, policy: Policy, day: date, code: DeviationCode | None = None
) -> Iterator[Exceptional]:
    """The same as it was at the end of a day."""
    for assessment in assess_as_of(store, policy, assess, day):
        found = _open(assessment.deviations, assessment.unmatched)
        yield from (one for one in found if code in (None, one.deviation.code))


def _open(deviations: Sequence[Deviation], unmatched: Sequence[UnmatchedLine]) -> Iterator[Exceptional]:
    """What is open of a case: its deviations, and the lines that none of them speaks of."""
    proposed = {(line.code, line.document, line.document_line): line.proposals for line in unmatched}
    for one in (*(one for one in deviations if one.state == OPEN), *unsaid(deviations, unmatched)):
        yield Exceptional(one, proposed.get((one.code, one.document or "", one.document_line), ()))


def _cases(connection: Connection, table: Table, code: DeviationCode | None) -> Iterator[str]:
    query = select(table.c.case_name).distinct()
    if code is not None:
        query = query.where(table.c.code == code.value)
    yield from connection.execute(query).scalars()


def _bodies(
    connection: Connection, table: Table, cases: Sequence[str], code: DeviationCode | None
) -> defaultdict[str, list[str]]:
    query = select(table.c.case_name, table.c.body).where(table.c.case_name.in_(cases))
    if code is not None:
        query = query.where(table.c.code == code.value)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for case, body in connection.execute(query.order_by(*table.primary_key.columns)):
        found[case].append(body)
    return found
