"""From the store to the entries of a report: cases in the order of their names, then files, the newest first.

What is derived is copied to disk in one transaction, so that the report shows one moment, and is read from there: the
database is not held up while the report is written. Facts never change and are looked up on the way.
"""

import pickle
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from os.path import relpath
from pathlib import Path, PurePosixPath
from tempfile import TemporaryFile
from typing import IO, Any

from sqlalchemy import Connection, select

from orders.assessment import (
    DEVIATION,
    DOCUMENT_ASSESSMENT,
    ORDER_ASSESSMENT,
    UNMATCHED_LINE,
    Assessment,
)
from orders.references import sort_key
from orders.wording import Language
from orders.wording.errors import translated
from ordertrail.config.settings import Folders
from ordertrail.questions.workbooks import tallies
from ordertrail.reporting.decided import remarks
from ordertrail.store.bulk import chunks
from ordertrail.store.derivations import case_names, stored_cases
from ordertrail.store.engine import Store
from ordertrail.store.rows import CaseRows
from ordertrail.store.tables import ARRIVALS, DOCUMENTS
from reports.entries import ArrivedFile, AssessedCase, Origin
from reports.sorting import SortedRows

_CASES = 200
"""Cases that are in memory at a time."""

_FILES = 500

_RUN = 2_000
"""Cases that are sorted in memory at a time."""


def stored_assessments(store: Store, scratch: Path) -> Iterator[Assessment]:
    """Every case as it is derived at this moment, ascending by name."""
    with TemporaryFile(dir=scratch) as spool:
        with store.reading() as connection:
            for some in chunks(sorted(set(case_names(connection)), key=_place), _CASES):
                _write(spool, tuple(stored_cases(connection, some).values()))
        spool.seek(0)
        for rows in _read(spool):
            yield from (_assessment(case) for case in rows)


def _place(name: str) -> tuple[str, str]:
    return sort_key(name), name


def in_fixed_order(assessments: Iterable[Assessment], scratch: Path) -> Iterator[Assessment]:
    """Assessments in an order that does not depend on when the documents came; as many as there are, on disk."""
    with SortedRows(str(scratch), run=_RUN) as rows:
        for one in assessments:
            orders = tuple((sort_key(order.number), order.id) for order in one.orders)
            rows.add((not orders, orders, tuple(_documents(one))), (one,))
        yield from (one for (one,) in rows)


def assessed_cases(
    store: Store, assessments: Iterable[Assessment], as_of: date, link: "Links"
) -> Iterator[AssessedCase]:
    """Assessments with the day they are looked at and the origins of their documents."""
    for some in chunks(assessments, _CASES):
        with store.reading() as connection:
            origins = _origins(connection, {name for one in some for name in _documents(one)}, link)
            said = remarks(connection, some)
        yield from (
            AssessedCase(one, as_of, {name: origins[name] for name in _documents(one) if name in origins}, said)
            for one in some
        )


def arrived_files(store: Store, until: str | None, link: "Links", language: Language) -> Iterator[ArrivedFile]:
    """Every file that came in up to a moment (as the tables have it), the newest first; what is said of it is said in
    `language`."""
    last: int | None = None
    while True:
        query = select(ARRIVALS).order_by(ARRIVALS.c.id.desc()).limit(_FILES)
        query = query if last is None else query.where(ARRIVALS.c.id < last)
        query = query if until is None else query.where(ARRIVALS.c.received_at <= until)
        with store.reading() as connection:
            rows = connection.execute(query).all()
            contents = _contents(connection, [row.id for row in rows])
            told = {id_: tally.told(language) for id_, tally in tallies(connection, [row.id for row in rows]).items()}
        for row in rows:
            yield _file(row, contents.get(row.id, ()), link, told.get(row.id) or _said(row.message, language))
        if len(rows) < _FILES:
            return
        last = rows[-1].id


class Links:
    """Where files of the archive and the quarantine are, seen from the folder of the reports."""

    def __init__(self, folders: Folders, reports: Path) -> None:
        self._archive = _way(folders.archive, reports)
        self._quarantine = _way(folders.quarantine, reports)

    def to(self, state: str, path: str | None) -> str | None:
        """The link to the bytes of an arrival; None if they were not kept, or are still in the inbox. That of a
        rejected file leads to its folder, where the reason lies too.
        """
        if path is None:
            return None
        if state == "rejected":
            return f"{self._quarantine}/{PurePosixPath(path).parent}"
        return f"{self._archive}/{path}"


def _way(folder: Path, reports: Path) -> str:
    try:
        return Path(relpath(folder, reports)).as_posix()
    except ValueError:  # Windows: another drive
        return folder.resolve().as_uri()


def _assessment(case: CaseRows) -> Assessment:
    """The body is the last value of each row."""
    return Assessment(
        orders=tuple(map(ORDER_ASSESSMENT.from_json, _bodies(case.orders))),
        documents=tuple(map(DOCUMENT_ASSESSMENT.from_json, _bodies(case.documents))),
        deviations=tuple(map(DEVIATION.from_json, _bodies(case.deviations))),
        unmatched=tuple(map(UNMATCHED_LINE.from_json, _bodies(case.unmatched))),
    )


def _bodies(rows: Sequence[tuple[object, ...]]) -> Iterator[str]:
    return (str(row[-1]) for row in rows)


def _documents(assessment: Assessment) -> Iterator[str]:
    """The `Filed.id` of every document that an assessment speaks of; some more than once."""
    for order in assessment.orders:
        yield from order.documents
        yield from (revision.document for revision in order.revisions)
    yield from (document.document for document in assessment.documents)
    yield from (line.document for line in assessment.unmatched)
    yield from (one.document for one in assessment.deviations if one.document)


def _origins(connection: Connection, documents: Iterable[str], link: Links) -> dict[str, Origin]:
    columns = (ARRIVALS.c.sha256, DOCUMENTS.c.place, DOCUMENTS.c.issue_date, ARRIVALS.c.state, ARRIVALS.c.path)
    query = select(*columns).join_from(DOCUMENTS, ARRIVALS).where(ARRIVALS.c.state == "accepted")
    found: dict[str, Origin] = {}
    for some in chunks({document.partition("/")[0] for document in documents}):
        for sha256, place, issued, state, path in connection.execute(query.where(ARRIVALS.c.sha256.in_(some))):
            day = date.fromisoformat(issued) if issued else None
            found[f"{sha256}/{place}"] = Origin(link.to(state, path), day)
    return found


def _contents(connection: Connection, arrivals: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    query = select(DOCUMENTS.c.arrival, DOCUMENTS.c.type, DOCUMENTS.c.number).where(DOCUMENTS.c.arrival.in_(arrivals))
    found: dict[int, list[tuple[str, str]]] = {}
    for arrival, kind, number in connection.execute(query.order_by(DOCUMENTS.c.arrival, DOCUMENTS.c.place)):
        found.setdefault(arrival, []).append((kind, number or "–"))
    return found


def _said(message: str | None, language: Language) -> str | None:
    return message and translated(message, language)


def _file(row: Any, documents: Sequence[tuple[str, str]], link: Links, told: str | None) -> ArrivedFile:
    return ArrivedFile(
        id=row.arrival_id,
        name=f"{row.folder}/{row.name}" if row.folder else row.name,
        sha256=row.sha256 or "",
        size=row.size,
        state=row.state,
        code=row.code,
        message=told,
        received_at=datetime.fromisoformat(row.received_at),
        documents=tuple(documents),
        original=link.to(row.state, row.path),
    )


def _write(spool: IO[bytes], rows: tuple[CaseRows, ...]) -> None:
    pickle.dump(rows, spool, pickle.HIGHEST_PROTOCOL)


def _read(spool: IO[bytes]) -> Iterator[tuple[CaseRows, ...]]:
    while True:
        try:
            yield pickle.load(spool)  # noqa: S301 - a nameless file that this process wrote itself
        except EOFError:
            return
