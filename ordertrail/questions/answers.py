"""An order with everything that is shown beside it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Select, Table, or_, select, tuple_

from matching import assess
from orders.assessment import (
    DEVIATION,
    DOCUMENT_ASSESSMENT,
    ORDER_ASSESSMENT,
    Deviation,
    DocumentAssessment,
    OrderAssessment,
)
from orders.errors import Refuse
from orders.parties import name_key
from orders.policy import Policy
from orders.references import sort_key
from orders.status import Status
from ordertrail.derive.as_of import assess_as_of
from ordertrail.questions.decisions import Taken, decisions_of, until
from ordertrail.store.bulk import chunks
from ordertrail.store.engine import Store
from ordertrail.store.library import end_of_day
from ordertrail.store.tables import ARRIVALS, DEVIATIONS, DOCUMENT_STATES, ORDERS
from ordertrail.store.terms import bounded
from ordertrail.store.values import storable
from reports.sorting import SortedRows

PAGE = 200
"""Orders that are in memory at a time."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which orders are asked for."""

    status: Status | None = None
    supplier: str | None = None  # the key of a configured one, or part of the name

    def admits(self, order: OrderAssessment) -> bool:
        """Whether an order is one of them."""
        if self.status is not None and order.status != self.status:
            return False
        if self.supplier is None or order.supplier_key == self.supplier:
            return True
        return order.supplier is not None and name_key(self.supplier) in name_key(order.supplier)


@dataclass(frozen=True, slots=True)
class Answer:
    """One order with its deviations and the documents that speak of it."""

    order: OrderAssessment
    deviations: tuple[Deviation, ...]
    documents: tuple[DocumentAssessment, ...]

    @property
    def open_deviations(self) -> int:
        """How many of the deviations nobody has decided."""
        return sum(one.state == "open" for one in self.deviations)


def orders_now(store: Store, wanted: Filter) -> Iterator[Answer]:
    """The orders as they are derived, by number."""
    last: tuple[str, str, str] | None = None
    while True:
        with store.reading() as connection:
            rows = connection.execute(_page(wanted, last)).all()
            answers = _answers(connection, [(case, body) for _, case, _, body in rows])
        yield from answers
        if len(rows) < PAGE:
            return
        key, case, order, _ = rows[-1]
        last = (key, case, order)


def order_now(store: Store, id_: str) -> Answer:
    """The order that the store has under this id, as it is derived.

    Raises:
        Refuse: if it is gone since it was found.
    """
    with store.reading() as connection:
        query = select(ORDERS.c.case_name, ORDERS.c.body).where(ORDERS.c.order_id == id_)
        for answer in _answers(connection, [(case, body) for case, body in connection.execute(query)]):
            return answer
    raise Refuse("ORDER_UNKNOWN", f"The order {id_} has just been derived anew, and is gone.")


def stored_id(order: OrderAssessment) -> str:
    """The id under which the store has an order."""
    return bounded(storable(order.id) or "")


def orders_as_of(
    store: Store, policy: Policy, day: date, wanted: Filter, *, number: str | None = None
) -> Iterator[Answer]:
    """The orders as they stood at the end of a day, by number; only those that `number` may mean, if one is given."""
    with SortedRows(run=PAGE * 10) as rows:
        for answer in _answers_as_of(store, policy, day, wanted, number):
            rows.add((sort_key(answer.order.number), answer.order.id), (answer,))
        yield from (answer for (answer,) in rows)


def _answers_as_of(store: Store, policy: Policy, day: date, wanted: Filter, number: str | None) -> Iterator[Answer]:
    for assessment in assess_as_of(store, policy, assess, day, order=number):
        documents = {one.document: one for one in assessment.documents}
        for order in filter(wanted.admits, assessment.orders):
            yield _answer(order, assessment.deviations, documents)


def file_names(store: Store, documents: Iterable[str]) -> dict[str, str]:
    """What the files were called that documents came in, with their subfolder, by the documents' `Filed.id`."""
    by_hash: defaultdict[str, list[str]] = defaultdict(list)
    for document in documents:
        by_hash[document.rpartition("/")[0]].append(document)
    accepted = select(ARRIVALS.c.sha256, ARRIVALS.c.folder, ARRIVALS.c.name).where(ARRIVALS.c.state == "accepted")
    found: dict[str, str] = {}
    for some in chunks(by_hash):
        with store.reading() as connection:
            for sha256, folder, name in connection.execute(accepted.where(ARRIVALS.c.sha256.in_(some))):
                found |= dict.fromkeys(by_hash[sha256], f"{folder}/{name}" if folder else name)
    return found


def decisions_on(store: Store, order: OrderAssessment, as_of: date | None) -> list[Taken]:
    """What people decided on an order and its documents, and took back; or had by the end of a day."""
    with store.reading() as connection:
        found = decisions_of(connection, order)
    return found if as_of is None else list(until(found, datetime.fromisoformat(end_of_day(as_of))))


def _page(wanted: Filter, last: tuple[str, str, str] | None) -> Select[str, str, str, str]:
    place = (ORDERS.c.sort_key, ORDERS.c.case_name, ORDERS.c.order_id)
    query = select(*place, ORDERS.c.body).order_by(*place).limit(PAGE)
    if last is not None:
        # What the second condition says of the first column once more: for that every database has an index.
        query = query.where(ORDERS.c.sort_key >= last[0], tuple_(*place) > last)
    if wanted.status is not None:
        query = query.where(ORDERS.c.status == wanted.status.value)
    if wanted.supplier is not None:
        named = ORDERS.c.supplier_name_key.contains(name_key(wanted.supplier), autoescape=True)
        query = query.where(or_(ORDERS.c.supplier_key == wanted.supplier, named))
    return query


def _answers(connection: Connection, rows: Sequence[tuple[str, str]]) -> list[Answer]:
    """The answers for orders, given as the name of their case and their body."""
    cases = {case for case, _ in rows}
    deviations = _bodies(connection, DEVIATIONS, cases)
    states = _bodies(connection, DOCUMENT_STATES, cases)
    answers = []
    for case, body in rows:
        documents = map(DOCUMENT_ASSESSMENT.from_json, states[case])
        found = {one.document: one for one in documents}
        answers.append(_answer(ORDER_ASSESSMENT.from_json(body), map(DEVIATION.from_json, deviations[case]), found))
    return answers


def _answer(
    order: OrderAssessment, deviations: Iterable[Deviation], documents: dict[str, DocumentAssessment]
) -> Answer:
    return Answer(
        order,
        tuple(one for one in deviations if one.order == order.id),
        tuple(documents[one] for one in order.documents if one in documents),
    )


def _bodies(connection: Connection, table: Table, cases: Iterable[str]) -> defaultdict[str, list[str]]:
    """The bodies of a table's rows by case, in the order of their keys."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for some in chunks(cases):
        query = select(table.c.case_name, table.c.body).where(table.c.case_name.in_(some))
        for case, body in connection.execute(query.order_by(*table.primary_key.columns)):
            found[case].append(body)
    return found
