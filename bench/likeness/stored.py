"""Trade in which orders are forgotten, taken in by a real store: which cases form, and what is found in them."""

import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from sqlalchemy import select

from bench.likeness.score import Score, count, count_greedy
from bench.likeness.trade import Truth, trade
from matching import assess
from orders.assessment import ORDER_ASSESSMENT, UNMATCHED_LINE, OrderAssessment, UnmatchedLine
from orders.document import DOCUMENT, Document
from orders.policy import Policy
from ordertrail.derive.session import derive
from ordertrail.store.engine import Store, open_store
from ordertrail.store.facts import Arrival, ArrivalState, ReadDocument, card
from ordertrail.store.record import record
from ordertrail.store.tables import CASE_MEMBERS, ORDERS, UNMATCHED

BATCH = 200
_MORNING = datetime(2026, 11, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Found:
    """Our score and the greedy one over the lines of documents that name no order. `with_item`: those of them that name
    an item and belong somewhere; `largest`: the orders of the largest case; `seconds`: CPU of deriving.
    """

    ours: Score
    greedy: Score
    with_item: int
    largest: int
    seconds: float


def measured(orders: int, seed: int) -> Found:
    """What is found in a store of so many orders, and in how large cases."""
    ours, theirs = Score(), Score()
    told = list(trade(seed, orders, orders_named=False))
    documents = [one for each in told for one in each.documents]
    lost = [one for one in documents if one.type != "order" and not one.order_references]
    numbers = {one.number for one in lost}
    truth: dict[tuple[str, str], Truth] = {}
    for each in told:
        truth |= {place: lines for place, lines in each.truth.items() if place[0] in numbers}
    with tempfile.TemporaryDirectory(prefix="ordertrail-bench-") as place:
        url = f"sqlite:///{Path(place) / 'ordertrail.db'}"
        with closing(open_store(url, create=True, archive_in_use=False)) as store:
            for start in range(0, len(documents), BATCH):
                _put(store, start, documents[start : start + BATCH])
            started = time.process_time()
            derive(store, Policy(), assess)
            seconds = time.process_time() - started
            asked = count(ours, truth, _orders(store), _left(store), "open_items")
            largest = _largest(store)
    for one in lost:
        known = [each for each in documents if each.type == "order" and each.supplier == one.supplier]
        older = [each for each in known if each.issue_date and one.issue_date and each.issue_date <= one.issue_date]
        count_greedy(theirs, truth, older, [one], asked)
    named = {
        (one.number or "", line.id or "")
        for one in lost
        for line in one.lines
        if line.supplier_item is not None or line.buyer_item
    }
    return Found(ours, theirs, sum(bool(truth[place]) for place in asked & named), largest, seconds)


def _put(store: Store, start: int, documents: list[Document]) -> None:
    with store.writing() as connection:
        record(connection, [_arrival(start + number, one) for number, one in enumerate(documents)])


def _arrival(number: int, one: Document) -> Arrival:
    body = DOCUMENT.to_json(one)
    return Arrival(
        id=f"{number:019d}-0",
        name=f"{number}.json",
        name_bytes=b"",
        sha256=sha256(body).hexdigest(),
        size=len(body),
        received_at=_MORNING + timedelta(seconds=number),
        state=ArrivalState.ACCEPTED,
        documents=(ReadDocument(index=0, body=body, card=card(one)),),
    )


def _orders(store: Store) -> Iterator[OrderAssessment]:
    with store.reading() as connection:
        yield from (ORDER_ASSESSMENT.from_json(body) for (body,) in connection.execute(select(ORDERS.c.body)))


def _left(store: Store) -> Iterator[UnmatchedLine]:
    with store.reading() as connection:
        yield from (UNMATCHED_LINE.from_json(body) for (body,) in connection.execute(select(UNMATCHED.c.body)))


def _largest(store: Store) -> int:
    with store.reading() as connection:
        rows = connection.execute(select(CASE_MEMBERS.c.case_name).where(CASE_MEMBERS.c.member.startswith("order:")))
        return max(Counter(name for (name,) in rows).values())
