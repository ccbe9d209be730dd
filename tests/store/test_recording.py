"""What came in is recorded once and for good, in one transaction for many files."""

from dataclasses import replace
from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from orders.document import DOCUMENT, Document, DocumentType, Line, OrderReference, Party
from ordertrail.store.dirty import count_marks
from ordertrail.store.engine import Store
from ordertrail.store.facts import Arrival, ArrivalState
from ordertrail.store.library import Library
from ordertrail.store.record import earlier_rejections, file_owners, record, recorded_states
from ordertrail.store.tables import ARRIVALS, DOCUMENT_TERMS, DOCUMENTS, METADATA
from ordertrail.store.terms import LONGEST
from tests.databases import empty_sqlite
from tests.derive.world import arrival, documents

ORDER = Document(type=DocumentType.ORDER, number="4500017", format="test")
INVOICE = Document(
    type=DocumentType.INVOICE, number="R-1", format="test", order_references=(OrderReference(number="4500017"),)
)


def recorded(store: Store, *arrivals: Arrival) -> list[str]:
    with store.writing() as connection:
        return [outcome.state.value for outcome in record(connection, arrivals)]


def rows(store: Store) -> dict[str, int]:
    with store.reading() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in METADATA.sorted_tables
        }


def test_the_same_bytes_are_one_document_under_any_name(store: Store) -> None:
    first, again = arrival(ORDER, number=1), replace(arrival(ORDER, number=2), name="other.xml")
    assert recorded(store, first) == ["accepted"]
    assert recorded(store, again) == ["duplicate"]
    assert rows(store)["arrivals"] == 2
    assert rows(store)["documents"] == 1


def test_the_same_bytes_twice_in_one_transaction_are_one_document(store: Store) -> None:
    assert recorded(store, arrival(ORDER, number=1), arrival(ORDER, number=2)) == ["accepted", "duplicate"]
    assert rows(store)["documents"] == 1


def test_a_duplicate_names_the_arrival_that_brought_the_bytes_first(store: Store) -> None:
    first, second = arrival(ORDER, number=1), arrival(ORDER, number=2)
    recorded(store, first)
    with store.writing() as connection:
        (outcome,) = record(connection, [second])
        assert outcome.duplicate_of == first.id
        message = connection.execute(select(ARRIVALS.c.message).where(ARRIVALS.c.arrival_id == second.id)).scalar_one()
    assert first.id in message


def test_a_file_known_to_be_a_duplicate_needs_no_documents(store: Store) -> None:
    recorded(store, arrival(ORDER, number=1))
    known = replace(arrival(ORDER, number=2), state=ArrivalState.DUPLICATE, documents=())
    assert recorded(store, known) == ["duplicate"]


def test_a_duplicate_of_nothing_is_a_mistake_of_the_caller(store: Store) -> None:
    with pytest.raises(ValueError, match="no duplicate of anything"):
        recorded(store, replace(arrival(ORDER), state=ArrivalState.DUPLICATE, documents=()))
    assert rows(store)["arrivals"] == 0


def test_an_arrival_given_twice_is_a_mistake_of_the_caller(store: Store) -> None:
    with pytest.raises(ValueError, match="given twice"):
        recorded(store, arrival(ORDER), arrival(ORDER))


def test_fault_F08_an_arrival_recorded_before_a_crash_is_not_recorded_again(store: Store) -> None:
    some = [arrival(ORDER, number=1), arrival(INVOICE, number=2), arrival(ORDER, number=3)]
    assert recorded(store, *some) == ["accepted", "accepted", "duplicate"]
    before = rows(store)
    assert recorded(store, *some) == ["accepted", "accepted", "duplicate"]
    assert rows(store) == before


def test_fault_F05_a_transaction_that_does_not_end_leaves_nothing(store: Store) -> None:
    def interrupted() -> None:
        with store.writing() as connection:
            record(connection, [arrival(ORDER, number=1), arrival(INVOICE, number=2)])
            raise KeyError

    before = rows(store)
    with pytest.raises(KeyError):
        interrupted()
    assert rows(store) == before


def test_a_waiting_file_gets_its_state_when_it_is_known(store: Store) -> None:
    waiting = replace(arrival(ORDER, number=1), state=ArrivalState.WAITING, sha256=None, documents=(), code="FILE_BUSY")
    assert recorded(store, waiting) == ["waiting"]
    assert recorded(store, replace(waiting, code="DISK_FULL")) == ["waiting"]
    assert recorded(store, arrival(ORDER, number=1)) == ["accepted"]
    with store.reading() as connection:
        states = connection.execute(select(ARRIVALS.c.state, ARRIVALS.c.code)).all()
    assert states == [("accepted", None)]


def test_fault_F35_bytes_that_were_rejected_may_be_accepted_later(store: Store) -> None:
    rejected = replace(arrival(ORDER, number=1), state=ArrivalState.REJECTED, documents=(), code="FORMAT_UNKNOWN")
    assert recorded(store, rejected) == ["rejected"]
    assert recorded(store, arrival(ORDER, number=2)) == ["accepted"]
    with store.reading() as connection:
        assert earlier_rejections(connection, rejected.sha256 or "") == (rejected.id,)


def test_a_rejected_file_that_is_tried_again_keeps_one_row(store: Store) -> None:
    rejected = replace(arrival(ORDER, number=1), state=ArrivalState.REJECTED, documents=(), code="FORMAT_UNKNOWN")
    recorded(store, rejected)
    assert recorded(store, arrival(ORDER, number=1)) == ["accepted"]
    assert rows(store)["arrivals"] == 1


def test_what_is_recorded_can_be_asked_for(store: Store) -> None:
    recorded(store, arrival(ORDER, number=1), arrival(ORDER, number=2))
    ids = [arrival(ORDER, number=number).id for number in (1, 2, 3)]
    with store.reading() as connection:
        assert recorded_states(connection, ids) == {ids[0]: "accepted", ids[1]: "duplicate"}
        known = arrival(ORDER).sha256 or ""
        assert file_owners(connection, [known, "0" * 64]) == {known: ids[0]}


def test_every_recorded_document_is_marked_to_be_derived(store: Store) -> None:
    recorded(store, arrival(ORDER, INVOICE, number=1), arrival(ORDER, INVOICE, number=2))
    with store.reading() as connection:
        assert count_marks(connection) == 2


def test_a_moment_is_kept_in_UTC_and_sorts(store: Store) -> None:
    moment = datetime.fromisoformat("2026-11-01T01:30:00+02:00")
    recorded(store, replace(arrival(ORDER), received_at=moment))
    with store.reading() as connection:
        kept = connection.execute(select(ARRIVALS.c.received_at)).scalar_one()
    assert kept == "2026-10-31T23:30:00.000000Z"
    assert datetime.fromisoformat(kept) == moment.astimezone(UTC)


def test_a_number_too_long_for_an_index_still_finds_its_document(store: Store) -> None:
    number = "9" * 10_000
    long = Document(type=DocumentType.INVOICE, number=number, format="test",
                    order_references=(OrderReference(number=number),))  # fmt: skip
    recorded(store, arrival(long))
    with store.reading() as connection:
        terms = list(connection.execute(select(DOCUMENT_TERMS.c.term)).scalars())
        assert max(map(len, terms)) < LONGEST + 50
        assert list(Library(connection).documents(terms).values()) == [[1]] * len(terms)


def test_a_thousand_documents_with_many_terms_are_recorded_at_once(store: Store) -> None:
    made = documents(Random(1), 1_000)  # noqa: S311 - the same documents each time
    assert recorded(store, *(arrival(one, number=place) for place, one in enumerate(made))).count("accepted") > 900


HOSTILE = st.one_of(
    st.text(max_size=40).filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text)),
    st.sampled_from(
        ["'; DROP TABLE documents; --", '" OR 1=1 --', "?", "%s", "%(id)s", ":id", "\\", "a\0b", "\r\n", "'"]
    ),
)


@settings(max_examples=60)
@given(texts=st.lists(HOSTILE, min_size=14, max_size=14))
def test_hostile_S42_sql_in_every_field_is_stored_literally(texts: list[str]) -> None:
    number, order, supplier, item, *rest = texts
    document = Document(
        type=DocumentType.INVOICE,
        number=number,
        format="test",
        supplier=Party(name=supplier),
        order_references=(OrderReference(number=order),),
        lines=(Line(name=item, despatch_number=rest[0]),),
    )
    fields: dict[str, Any] = dict(
        zip(("name", "folder", "code", "message", "where", "hint", "path"), rest[1:], strict=False)
    )
    with empty_sqlite() as store:
        recorded(store, replace(arrival(document), **fields))
        with store.reading() as connection:
            kept = connection.execute(select(ARRIVALS)).one()
            body, kept_number = connection.execute(select(DOCUMENTS.c.body, DOCUMENTS.c.number)).one()
        assert DOCUMENT.from_json(body) == document
        assert kept_number == number.replace("\0", "\ufffd")
        for name, column in (("name", "name"), ("folder", "folder"), ("where", "location"), ("path", "path")):
            assert getattr(kept, column) == fields[name].replace("\0", "\ufffd")


def test_hostile_S42_sql_in_every_field_is_stored_literally_on_both_databases(store: Store) -> None:
    for place, text in enumerate(["'; DROP TABLE documents; --", "%s", "?", "a\0b", "%(id)s", "\\'", "\ud800"]):
        name = text.encode(errors="backslashreplace").decode()
        document = Document(type=DocumentType.INVOICE, number=name, format=name, supplier=Party(name=name))
        recorded(store, replace(arrival(document, number=place), name=text, message=text))
        with store.reading() as connection:
            body = connection.execute(select(DOCUMENTS.c.body).order_by(DOCUMENTS.c.id.desc())).scalars().first()
        assert DOCUMENT.from_json(body or "") == document
    assert rows(store)["documents"] == 7


def test_hostile_S39_a_name_that_is_no_text_is_kept_as_bytes(store: Store) -> None:
    raw = b"rechnung \xff\xfe.xml"
    recorded(store, replace(arrival(ORDER), name="rechnung \\xff\\xfe.xml", name_bytes=raw))
    with store.reading() as connection:
        assert connection.execute(select(ARRIVALS.c.name_bytes)).scalar_one() == raw
