"""Marked documents are derived, by whoever comes, and nothing else is."""

import os
import signal
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from threading import Barrier, Thread

import pytest
from msgspec.structs import replace
from sqlalchemy import func, select, text

from matching.suppliers import Suppliers
from orders.assessment import ORDER_ASSESSMENT, Assessment
from orders.case import Case, Decision, DecisionKind
from orders.document import Document, DocumentType, OrderReference
from orders.errors import OrdertrailError, Wait
from orders.policy import Options, Policy
from ordertrail.derive import session
from ordertrail.derive.as_of import assess_as_of
from ordertrail.derive.plan import read_chunk
from ordertrail.derive.session import derive
from ordertrail.rebuild import check
from ordertrail.store.decisions import keep, revoke
from ordertrail.store.derivations import generation, take_turn
from ordertrail.store.dirty import count_marks, last_stamp
from ordertrail.store.engine import Store, open_store
from ordertrail.store.tables import DEVIATIONS, ORDERS
from tests.databases import sqlite_url
from tests.derive.test_laws_of_deriving import derivations
from tests.derive.world import arrival, assess, documents, put

POLICY = Policy()
ORDER = Document(type=DocumentType.ORDER, number="A1", format="test", issue_date=date(2026, 3, 1))
OTHER = replace(ORDER, number="B2")


def about(order: str, number: str, kind: str = "invoice", day: date | None = date(2026, 3, 10)) -> Document:
    return Document(
        type=DocumentType(kind),
        number=number,
        format="test",
        issue_date=day,
        order_references=(OrderReference(number=order),),
    )


def marked(store: Store) -> int:
    with store.reading() as connection:
        return count_marks(connection)


def never(case: Case, policy: Policy) -> Assessment:
    raise AssertionError(f"{case.keys} need not be assessed")


def test_what_was_recorded_is_derived_once(store: Store) -> None:
    put(store, ORDER, OTHER)
    assert marked(store) == 2
    assert derive(store, POLICY, assess) == 2
    assert marked(store) == 0
    assert derive(store, POLICY, never) == 0


def test_only_orders_that_come_out_differently_are_said_to_have_changed(store: Store) -> None:
    put(store, ORDER, OTHER)
    derive(store, POLICY, assess)
    put(store, about("A1", "R1"), start=10)
    assert derive(store, POLICY, assess) == 1
    put(store, about("no such order", "R2"), start=20)
    assert derive(store, POLICY, assess) == 0


def test_cases_that_nothing_new_touches_are_left_alone(store: Store) -> None:
    assessed: list[frozenset[str]] = []

    def listening(case: Case, policy: Policy) -> Assessment:
        assessed.append(case.keys)
        return assess(case, policy)

    put(store, ORDER, OTHER)
    derive(store, POLICY, assess)
    put(store, about("A1", "R1"), start=10)
    derive(store, POLICY, listening)
    assert assessed == [frozenset({"a1"})]


def test_a_document_that_joins_orders_replaces_what_was_derived_of_each(store: Store) -> None:
    put(store, ORDER, OTHER)
    derive(store, POLICY, assess)
    joining = replace(about("A1", "R1"), order_references=(OrderReference(number="A1"), OrderReference(number="B2")))
    put(store, joining, start=10)
    assert derive(store, POLICY, assess) == 2
    with store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(DEVIATIONS)).scalar() == 1
        assert sorted(connection.execute(select(ORDERS.c.case_name)).scalars()) == ["order:a1", "order:a1"]


def test_fault_F10_a_run_that_ends_while_deriving_leaves_the_marks(store: Store) -> None:
    def failing(case: Case, policy: Policy) -> Assessment:
        if "b2" in case.keys:
            raise KeyError(case.keys)
        return assess(case, policy)

    put(store, ORDER, OTHER)
    with pytest.raises(KeyError):
        derive(store, POLICY, failing)
    assert marked(store) == 2
    assert derive(store, POLICY, assess) == 2


def test_progress_is_told_in_marked_documents(store: Store) -> None:
    told: list[tuple[int, int]] = []
    put(store, *documents(Random(3), 40))  # noqa: S311 - the same documents each time
    derive(store, POLICY, assess, progress=lambda done, all_of_them: told.append((done, all_of_them)))
    assert told[-1][0] == told[-1][1] > 30


def test_another_policy_makes_everything_anew(store: Store) -> None:
    put(store, ORDER, OTHER)
    derive(store, POLICY, assess)
    other = Policy(options=Options(receipt=False))
    assert derive(store, other, assess) == 2
    assert list(check(store, other, assess)) == []
    assert derive(store, other, never) == 0


def test_processes_side_by_side_derive_what_one_derives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "FEW", 0)
    made = documents(Random(11), 400)  # noqa: S311 - the same documents each time
    found = []
    for name, processes in (("alone", 1), ("together", 2)):
        url = sqlite_url(tmp_path / f"{name}.db")
        with closing(open_store(url, create=True, archive_in_use=False)) as store:
            put(store, *made)
            changed = derive(store, POLICY, assess, processes=processes)
            found.append((changed, derivations(store)))
            assert marked(store) == 0
    assert found[0] == found[1]


def killed(case: Case, policy: Policy) -> Assessment:
    """An assessment that the system ends, as it ends what takes too much memory."""
    os.kill(os.getpid(), signal.SIGKILL)
    return assess(case, policy)


def test_fault_F69_a_worker_that_is_killed_leaves_the_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "FEW", 0)
    url = sqlite_url(tmp_path / "ordertrail.db")
    with closing(open_store(url, create=True, archive_in_use=False)) as store:
        put(store, ORDER)
        with pytest.raises(Wait) as waited:
            derive(store, POLICY, killed, processes=2)
        assert waited.value.code == "WORKER_KILLED"
        assert marked(store) == 1
        assert derive(store, POLICY, assess) == 1


def test_what_was_read_before_another_process_wrote_is_read_again(store: Store) -> None:
    """The other process derives, with a document that came later, while this one assesses what it read before."""
    put(store, ORDER)
    calls: list[int] = []

    def overtaken(case: Case, policy: Policy) -> Assessment:
        calls.append(len(case.documents))
        if len(calls) == 1:
            put(store, about("A1", "R1"), start=10)
            derive(store, POLICY, assess)
        return assess(case, policy)

    derive(store, POLICY, overtaken)
    assert calls == [1]  # what it had read is void, and nothing is left to be done
    with store.reading() as connection:
        (body,) = connection.execute(select(ORDERS.c.body)).scalars()
    assert len(ORDER_ASSESSMENT.from_json(body).documents) == 2
    assert list(check(store, POLICY, assess)) == []


def test_a_process_that_is_always_overtaken_tries_again_later(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "ATTEMPTS", 3)
    calls: list[Case] = []

    def overtaken(case: Case, policy: Policy) -> Assessment:
        calls.append(case)
        with store.writing() as connection:
            take_turn(connection, generation(connection))
        return assess(case, policy)

    put(store, ORDER)
    with pytest.raises(Wait) as waited:
        derive(store, POLICY, overtaken)
    assert waited.value.code == "DERIVING_ELSEWHERE"
    assert len(calls) == 3
    assert marked(store) == 1


def test_marks_made_meanwhile_are_not_wiped_off(store: Store) -> None:
    def deciding(case: Case, policy: Policy) -> Assessment:
        if not case.decisions:
            with store.writing() as connection:
                keep(connection, replace(ACCEPTED, order="A1@"))
        return assess(case, policy)

    put(store, ORDER)
    derive(store, POLICY, deciding)
    assert marked(store) == 1
    derive(store, POLICY, assess)
    assert list(check(store, POLICY, assess)) == []


ACCEPTED = Decision(
    id=0, kind=DecisionKind.ACCEPT, taken_at=datetime(2026, 3, 20, 12, tzinfo=UTC), taken_by="buyer", code="price_over"
)


def test_two_processes_that_derive_at_once_end_with_everything_derived(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "ordertrail.db")
    with (
        closing(open_store(url, create=True, archive_in_use=False)) as one,
        closing(open_store(url, create=False, archive_in_use=False)) as other,
    ):
        put(one, *documents(Random(5), 120))  # noqa: S311 - the same documents each time
        start = Barrier(2)
        failed: list[OrdertrailError] = []

        def work(store: Store) -> None:
            start.wait()
            try:
                derive(store, POLICY, assess)
            except OrdertrailError as error:
                failed.append(error)

        threads = [Thread(target=work, args=(store,)) for store in (one, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failed == []
        assert marked(one) == 0
        assert list(check(one, POLICY, assess)) == []


def test_a_chunk_leaves_out_documents_that_are_being_worked_at(store: Store) -> None:
    put(store, ORDER, OTHER)
    with store.reading() as connection:
        up_to = last_stamp(connection)
    suppliers = Suppliers(())
    first = read_chunk(store, suppliers, up_to=up_to, but={1})
    assert first is not None
    assert [number for number, _ in first.marks] == [2]
    assert read_chunk(store, suppliers, up_to=up_to, but={1, 2}) is None
    assert read_chunk(store, suppliers, up_to=0) is None


def shown_as_of(store: Store, day: date, **which: str) -> list[tuple[str, int, int]]:
    """Order number, documents and decisions of every order as of a day."""
    return [
        (order.number, len(order.documents), len(order.missing[0].args["decided"].split()) // 2)
        for assessment in assess_as_of(store, POLICY, assess, day, **which)
        for order in assessment.orders
    ]


def test_as_of_a_day_counts_what_was_issued_and_decided_by_its_end(store: Store) -> None:
    put(store, ORDER, OTHER, about("A1", "R1"), about("A1", "R2", day=date(2026, 3, 15)))
    with store.writing() as connection:
        kept = keep(connection, replace(ACCEPTED, order="A1@"))
        revoke(connection, kept.id, taken_at=ACCEPTED.taken_at + timedelta(days=5), taken_by="buyer")
    assert shown_as_of(store, date(2026, 2, 28)) == []
    assert shown_as_of(store, date(2026, 3, 9)) == [("A1", 1, 0), ("B2", 1, 0)]
    assert shown_as_of(store, date(2026, 3, 10)) == [("A1", 2, 0), ("B2", 1, 0)]
    assert shown_as_of(store, date(2026, 3, 20)) == [("A1", 3, 1), ("B2", 1, 0)]
    assert shown_as_of(store, date(2026, 3, 26)) == [("A1", 3, 0), ("B2", 1, 0)]


def test_as_of_a_day_needs_no_derivations_and_makes_none(store: Store) -> None:
    put(store, ORDER)
    assert shown_as_of(store, date(2026, 3, 9)) == [("A1", 1, 0)]
    assert marked(store) == 1
    with store.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM orders")).scalar() == 0


def test_as_of_a_day_a_document_without_a_date_counts_from_the_day_it_came(store: Store) -> None:
    put(store, ORDER, about("A1", "R1", day=None))
    came = arrival(ORDER).received_at.date()
    assert shown_as_of(store, came - timedelta(days=1)) == [("A1", 1, 0)]
    assert shown_as_of(store, came) == [("A1", 2, 0)]


def test_as_of_a_day_one_order_is_found_by_any_writing_of_its_number(store: Store) -> None:
    put(store, replace(ORDER, number="PO-0017"), OTHER)
    assert shown_as_of(store, date(2026, 3, 9), order="po 17") == [("PO-0017", 1, 0)]
    assert shown_as_of(store, date(2026, 3, 9), order="n/a") == []


def test_as_of_a_day_when_everything_had_come_is_what_is_stored(store: Store) -> None:
    put(store, *documents(Random(2), 150))  # noqa: S311 - the same documents each time
    derive(store, POLICY, assess)
    with store.reading() as connection:
        stored = sorted(connection.execute(select(ORDERS.c.body)).scalars())
    then = assess_as_of(store, POLICY, assess, date(2027, 1, 1))
    computed = [ORDER_ASSESSMENT.to_json(order).decode() for one in then for order in one.orders]
    assert sorted(computed) == stored
