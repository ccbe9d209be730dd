"""What is derived about an order or a document, in whichever cases that stands."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from orders.assessment import DEVIATION, UNMATCHED_LINE, Deviation, UnmatchedLine
from ordertrail.store.bulk import chunks
from ordertrail.store.derivations import cases_of
from ordertrail.store.filed import filed_numbers
from ordertrail.store.library import Library
from ordertrail.store.tables import DEVIATIONS, DOCUMENT_STATES, ORDERS, UNMATCHED
from ordertrail.store.terms import bounded


def cases_about(connection: Connection, order: str | None, document: str | None) -> set[str]:
    """The names of the cases that an order (its id) is in, and that a document (`Filed.id`) is in or speaks of."""
    of_order = select(ORDERS.c.case_name).where(ORDERS.c.order_id == bounded(order or ""))
    names = set(connection.execute(of_order).scalars())
    numbers = list(filed_numbers(connection, [document] if document else []).values())
    for number, entry in Library(connection).entries(numbers).items():
        seen = select(DOCUMENT_STATES.c.case_name).where(DOCUMENT_STATES.c.document_id == number)
        names.update(connection.execute(seen).scalars())
        names.update(cases_of(connection, (*entry.order_keys, *entry.strays)).values())
    return names


def deviations_of(connection: Connection, cases: Iterable[str], state: str = "open") -> list[Deviation]:
    """The deviations of cases that are in a state."""
    found: list[str] = []
    for some in chunks(sorted(cases)):
        query = select(DEVIATIONS.c.body).where(DEVIATIONS.c.state == state, DEVIATIONS.c.case_name.in_(some))
        found += connection.execute(query.order_by(DEVIATIONS.c.case_name, DEVIATIONS.c.position)).scalars()
    return [DEVIATION.from_json(body) for body in found]


def unmatched_of(connection: Connection, cases: Iterable[str]) -> list[UnmatchedLine]:
    """The unmatched lines of cases."""
    found: list[str] = []
    for some in chunks(sorted(cases)):
        query = select(UNMATCHED.c.body).where(UNMATCHED.c.case_name.in_(some))
        found += connection.execute(query.order_by(UNMATCHED.c.case_name, UNMATCHED.c.position)).scalars()
    return [UNMATCHED_LINE.from_json(body) for body in found]
