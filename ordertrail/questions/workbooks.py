"""What became of the decisions in reports that came back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from orders.answer import ANSWER, Answer
from orders.wording import Language, label
from ordertrail.store.bulk import chunks
from ordertrail.store.tables import ANSWERS, ARRIVALS, VERDICTS
from ordertrail.store.terms import bounded

_TOLD = 3
"""So many refusals of a workbook are told one by one."""


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer that was refused: by whom, in which workbook (with its subfolder), when it was judged, and why: the
    code, and the reason in words.
    """

    answer: Answer
    by: str
    file: str
    at: datetime
    code: str
    reason: str


@dataclass(slots=True)
class Tally:
    """The answers of one workbook by what became of them."""

    taken: int = 0
    waiting: int = 0
    refused: list[tuple[int, str]] | None = None  # row, reason

    def told(self, language: Language) -> str:
        """In a sentence, with the first reasons."""
        refused = self.refused or []
        args = {"taken": str(self.taken), "refused": str(len(refused)), "waiting": str(self.waiting)}
        said = label("decide.workbook_waiting" if self.waiting else "decide.workbook", language, **args)
        reasons = [label("decide.workbook_row", language, row=str(row), reason=why) for row, why in refused[:_TOLD]]
        return " ".join([said, *reasons, *(["…"] if len(refused) > _TOLD else [])])


_JUDGED = (
    select(ANSWERS.c.arrival, ANSWERS.c.body, VERDICTS.c.answer_id, VERDICTS.c.decision, VERDICTS.c.message)
    .select_from(ANSWERS)
    .outerjoin(VERDICTS, VERDICTS.c.answer_id == ANSWERS.c.id)
    .order_by(ANSWERS.c.id)
)
_REFUSED = (
    select(
        ANSWERS.c.body,
        ANSWERS.c.author,
        ARRIVALS.c.folder,
        ARRIVALS.c.name,
        VERDICTS.c.judged_at,
        VERDICTS.c.code,
        VERDICTS.c.message,
    )
    .join_from(ANSWERS, VERDICTS)
    .join(ARRIVALS, ARRIVALS.c.id == ANSWERS.c.arrival)
    .where(VERDICTS.c.code.is_not(None))
    .order_by(ANSWERS.c.id)
)


def tallies(connection: Connection, arrivals: Iterable[int]) -> dict[int, Tally]:
    """What became of the answers of arrivals, by the store's own number; of those that have some."""
    found: defaultdict[int, Tally] = defaultdict(Tally)
    for some in chunks(arrivals):
        for arrival, body, judged, decision, message in connection.execute(_JUDGED.where(ANSWERS.c.arrival.in_(some))):
            tally = found[arrival]
            if judged is None:
                tally.waiting += 1
            elif decision is not None:
                tally.taken += 1
            else:
                tally.refused = [*(tally.refused or []), (ANSWER.from_json(body).row, message or "")]
    return dict(found)


def refused_answers(connection: Connection, until: str | None = None) -> Iterator[Refused]:
    """Every refused answer, in the order in which they came; those judged up to a moment (as the tables have it)."""
    query = _REFUSED if until is None else _REFUSED.where(VERDICTS.c.judged_at <= until)
    yield from (_refused(*row) for row in connection.execute(query))


def refusals_at(connection: Connection, topics: Iterable[str]) -> dict[str, Refused]:
    """The newest answer on each topic (`orders.answer.RowKey.topic`), if it was refused."""
    found: dict[str, Refused] = {}
    for some in chunks({bounded(topic) for topic in topics}):
        newest = select(func.max(ANSWERS.c.id)).where(ANSWERS.c.topic.in_(some)).group_by(ANSWERS.c.topic)
        for row in connection.execute(_REFUSED.where(ANSWERS.c.id.in_(newest))):
            refused = _refused(*row)
            if refused.answer.key is not None:
                found[refused.answer.key.topic] = refused
    return found


def is_anything_answered(connection: Connection) -> bool:
    """Whether any report ever came back with an answer."""
    return connection.execute(select(func.max(ANSWERS.c.id))).scalar() is not None


def _refused(body: str, by: str, folder: str, name: str, at: str, code: str, reason: str | None) -> Refused:
    file = f"{folder}/{name}" if folder else name
    return Refused(ANSWER.from_json(body), by, file, datetime.fromisoformat(at), code, reason or "")
