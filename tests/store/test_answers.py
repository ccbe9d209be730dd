"""What people wrote into a report that came back is recorded with the file, and judged once."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from orders.answer import Answer, Answers, RowKey
from orders.case import Decision, DecisionKind
from orders.deviations import DeviationCode
from orders.document import Document, DocumentType
from orders.wording import Language
from ordertrail.questions.workbooks import refusals_at, refused_answers, tallies
from ordertrail.store.answers import Verdict, pending, write_verdicts
from ordertrail.store.decisions import keep
from ordertrail.store.engine import Store
from ordertrail.store.facts import ArrivalState
from ordertrail.store.record import record
from tests.derive.world import arrival, put

NOON = datetime(2026, 3, 20, 12, tzinfo=UTC)
KEY = RowKey(about="deviation", code=DeviationCode.PRICE_OVER, order="A1@x", order_line="10", document="d/0", seen="0")
ROWS = (Answer(row=2, key=KEY, decision="Accept", why="'; --\0"), Answer(row=3, key=None, decision="Perhaps"))
LANGUAGE: Language = "en"


def workbook(number: int, by: str | None = "Anna", content: bytes = b"") -> object:
    return arrival(number=number, content=content or bytes([number]), answers=Answers(by=by, rows=ROWS))


@pytest.fixture
def returned(store: Store) -> Store:
    """An order, and two reports that came back."""
    put(store, Document(type=DocumentType.ORDER, number="A1", format="test"))
    with store.writing() as connection:
        record(connection, [workbook(5), workbook(6, by=None)])  # type: ignore[list-item]  # they are arrivals
    return store


def test_answers_are_judged_a_workbook_after_the_other_in_the_order_of_their_rows(returned: Store) -> None:
    with returned.writing() as connection:
        first = pending(connection)
        assert [(one.author, one.answer.row) for one in first] == [("Anna", 2), ("Anna", 3)]
        assert first[0].answer == replace(ROWS[0], why="'; --\0")
        write_verdicts(connection, [Verdict(one.id, code="X", message="no") for one in first], NOON)
        assert [(one.author, one.answer.row) for one in pending(connection)] == [("workbook", 2), ("workbook", 3)]


def test_a_workbook_that_comes_again_brings_no_answer(returned: Store) -> None:
    with returned.writing() as connection:
        again = record(connection, [workbook(7, content=bytes([5]))])  # type: ignore[list-item]  # it is an arrival
        assert [one.state for one in again] == [ArrivalState.DUPLICATE]
        assert len({one.arrival_id for one in pending(connection)}) == 1


def test_what_became_of_answers_is_told_by_file_and_by_topic(returned: Store) -> None:
    with returned.writing() as connection:
        good, bad = pending(connection)
        close = Decision(id=0, kind=DecisionKind.CLOSE, taken_at=NOON, taken_by="Anna", order="A1@x", order_line="10")
        kept = keep(connection, close, arrival_id=good.arrival_id)
        write_verdicts(connection, [Verdict(good.id, kept.id), Verdict(bad.id, code="X", message="no idea")], NOON)
        (told, waiting) = (one.told(LANGUAGE) for one in tallies(connection, [2, 3]).values())
        assert told == "Report with decisions: 1 taken over, 1 refused. Row 3: no idea"
        assert "2 still to be judged" in waiting
        assert [(one.by, one.code, one.reason) for one in refused_answers(connection)] == [("Anna", "X", "no idea")]
        assert refusals_at(connection, [KEY.topic]) == {}
        later = pending(connection)
        write_verdicts(connection, [Verdict(one.id, code="Y", message="changed") for one in later], NOON)
        assert [one.code for one in refusals_at(connection, [KEY.topic]).values()] == ["Y"]
