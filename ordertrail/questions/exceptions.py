"""What somebody has to look at: open deviations, and document lines that belong to no order line."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import Connection, Table, select

from matching import assess
from orders.assessment import DEVIATION, UNMATCHED_LINE, Deviation, UnmatchedLine
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


def open_exceptions(store: Store, code: DeviationCode | None = None) -> Iterator[Deviation]:
    """Open deviations by case, and after those of a case its unmatched lines, as far as no deviation speaks of them."""
    with store.reading() as connection:
        found = {*_cases(connection, DEVIATIONS, code), *_cases(connection, UNMATCHED, code)}
        names = sorted(found, key=lambda name: (sort_key(name), name))
    for some in chunks(names, PAGE):
        with store.reading() as connection:
            deviations = _bodies(connection, DEVIATIONS, some, code)
            unmatched = _bodies(connection, UNMATCHED, some, code)
        for name in some:
            known = [DEVIATION.validate_json(body) for body in deviations[name]]
            yield from _open(known, [UNMATCHED_LINE.validate_json(body) for body in unmatched[name]])


def exceptions_as_of(store: Store, policy: Policy, day: date, code: DeviationCode | None = None) -> Iterator[Deviation]:
    """The same as it was at the end of a day."""
    for assessment in assess_as_of(store, policy, assess, day):
        found = _open(assessment.deviations, assessment.unmatched)
        yield from (one for one in found if code in (None, one.code))


def _open(deviations: Sequence[Deviation], unmatched: Sequence[UnmatchedLine]) -> Iterator[Deviation]:
    """What is open of a case: its deviations, and the lines that none of them speaks of."""
    yield from (one for one in deviations if one.state == OPEN)
    yield from unsaid(deviations, unmatched)


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
