"""Stories in a real store: every document in a file of its own, derived by the real matching."""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select

from matching import assess
from orders.assessment import ORDER_ASSESSMENT, OrderAssessment
from orders.case import Decision
from orders.document import DOCUMENT, Document
from orders.errors import Refuse
from ordertrail.derive.session import derive
from ordertrail.store.decisions import keep
from ordertrail.store.engine import Store, open_store
from ordertrail.store.facts import Arrival, ArrivalState, ReadDocument, card
from ordertrail.store.record import record
from ordertrail.store.tables import ARRIVALS, DERIVATIONS, DOCUMENTS, ORDERS
from tests.cases.build import POLICY, file_id

_MORNING = datetime(2026, 11, 1, tzinfo=UTC)


@contextmanager
def shelf() -> Iterator[Store]:
    """An empty store of its own. Made once and copied: migrating each would take longer than all else."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "ordertrail.db"
        file.write_bytes(_empty())
        with closing(open_store(f"sqlite:///{file}", create=False, archive_in_use=False)) as store:
            yield store


@cache
def _empty() -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "ordertrail.db"
        open_store(f"sqlite:///{file}", create=True, archive_in_use=False).close()
        return file.read_bytes()


def put(store: Store, documents: Iterable[tuple[int, Document]]) -> None:
    """Records documents, each with the number that its arrival bears."""
    with store.writing() as connection:
        record(connection, [_arrival(number, one) for number, one in documents])


def say(store: Store, decisions: Iterable[Decision]) -> list[Decision]:
    """Keeps what people decided; what is about an order that is not there is refused, and left out."""
    return [kept for one in decisions if (kept := _kept(store, one)) is not None]


def derived(store: Store) -> int:
    return derive(store, POLICY, assess)


def orders(store: Store) -> list[OrderAssessment]:
    """Every order as it was derived, by number."""
    with store.reading() as connection:
        bodies = [row[0] for row in connection.execute(select(ORDERS.c.body))]
    return sorted((ORDER_ASSESSMENT.from_json(body) for body in bodies), key=lambda one: one.id)


def derivations(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Everything that was derived, with documents by the name that does not depend on arrival."""
    with store.reading() as connection:
        query = select(DOCUMENTS.c.id, ARRIVALS.c.sha256, DOCUMENTS.c.place).join_from(DOCUMENTS, ARRIVALS)
        names = {number: f"{sha256}/{place}" for number, sha256, place in connection.execute(query)}
        found: dict[str, list[tuple[object, ...]]] = {}
        for table in DERIVATIONS:
            columns = list(table.columns.keys())
            rows = (zip(columns, row, strict=True) for row in connection.execute(select(table)))
            told = (tuple(names[value] if name == "document_id" else value for name, value in row) for row in rows)
            found[table.name] = sorted(told, key=repr)
    return found


def _kept(store: Store, decision: Decision) -> Decision | None:
    try:
        with store.writing() as connection:
            return keep(connection, decision)
    except Refuse:
        return None


def _arrival(number: int, one: Document) -> Arrival:
    body = DOCUMENT.to_json(one)
    return Arrival(
        id=f"{1_760_000_000_000_000_000 + number}-{number:08x}",
        name=f"{number}.xml",
        name_bytes=f"{number}.xml".encode(),
        sha256=file_id(one).partition("/")[0],
        size=len(body),
        received_at=_MORNING + timedelta(seconds=number),
        state=ArrivalState.ACCEPTED,
        path=f"2026/11/{number}.xml",
        documents=(ReadDocument(index=0, body=body, card=card(one)),),
    )
