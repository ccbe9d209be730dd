"""What people wrote into reports that came back: recorded with the file, judged when everything else is derived."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from sqlalchemy import Connection, func, select

from orders.answer import ANSWER, Answer, Answers
from ordertrail.store.bulk import insert_rows, reserve_numbers
from ordertrail.store.tables import ANSWERS, ARRIVALS, VERDICTS
from ordertrail.store.terms import bounded
from ordertrail.store.values import instant, storable

UNKNOWN_AUTHOR = "workbook"
"""Who decided, where the workbook does not say."""


@dataclass(frozen=True, slots=True)
class Pending:
    """An answer that nobody has judged; `arrival_id` and `received_at` are those of its workbook."""

    id: int
    arrival_id: str
    received_at: datetime
    author: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of an answer: a decision's number, or the code and message of a refusal."""

    answer: int
    decision: int | None = None
    code: str | None = None
    message: str | None = None


def write_answers(connection: Connection, said: Iterable[tuple[int, Answers]]) -> None:
    """Records answers with the number of the arrival that they came in."""
    rows = [(arrival, answers.by, answer) for arrival, answers in said for answer in answers.rows]
    if not rows:
        return
    first = reserve_numbers(connection, "answer", len(rows))
    insert_rows(
        connection,
        ANSWERS,
        [
            (
                id_,
                arrival,
                storable(by) or UNKNOWN_AUTHOR,
                bounded(answer.key.topic) if answer.key else "",
                storable(ANSWER.to_json(answer).decode()),
            )
            for id_, (arrival, by, answer) in zip(count(first), rows, strict=False)
        ],
    )


def pending(connection: Connection) -> list[Pending]:
    """The answers of the oldest workbook that has some to be judged, in the order of its rows."""
    open_ones = ~select(VERDICTS.c.answer_id).where(VERDICTS.c.answer_id == ANSWERS.c.id).exists()
    oldest = select(func.min(ANSWERS.c.arrival)).where(open_ones)
    columns = (ANSWERS.c.id, ARRIVALS.c.arrival_id, ARRIVALS.c.received_at, ANSWERS.c.author, ANSWERS.c.body)
    query = (
        select(*columns).join_from(ANSWERS, ARRIVALS).where(open_ones, ANSWERS.c.arrival == oldest.scalar_subquery())
    )
    return [
        Pending(id_, arrival_id, datetime.fromisoformat(received), author, ANSWER.from_json(body))
        for id_, arrival_id, received, author, body in connection.execute(query.order_by(ANSWERS.c.id))
    ]


def write_verdicts(connection: Connection, verdicts: Sequence[Verdict], judged_at: datetime) -> None:
    """Says what became of answers."""
    moment = instant(judged_at)
    rows = [(one.answer, one.decision, one.code, storable(one.message), moment) for one in verdicts]
    insert_rows(connection, VERDICTS, rows)
