"""How the numbers and dates of a sample are written, and what to ask where it does not tell."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ingest.flat.cells import Cell, Row
from ingest.flat.dialect import ORDER_NAMES, Circumstances, Dialect, Question
from ingest.flat.fields import field_named
from ingest.flat.settled import Assigned, Settled, Written, is_typed, ways_of_writing
from ingest.suggestion.proposal import Answers, OpenQuestion, ProposedField, Sample
from ingest.values.local_dates import ORDERS, date_readings
from orders.document import DocumentType

Notation = tuple[str, str]
"""A value of `decimal` or `dates`, and why."""


def notations(
    sample: Sample, kind: DocumentType, fields: dict[int, ProposedField], answers: Answers
) -> tuple[dict[str, Notation], dict[str, Notation], list[OpenQuestion]]:
    """`decimal` and `dates` as far as the sample tells; `formats` of fields that differ; and what is left open."""
    typed = {index: one.field for index, one in fields.items() if is_typed(one.field)}
    assigned = tuple(Assigned(index, name, name, "") for index, name in typed.items())
    around = Circumstances(sample.language, sample.separator)
    written = ways_of_writing([Settled(kind, assigned, ())], None, _rows(sample), around)
    common: dict[str, Notation] = {}
    own: dict[str, Notation] = {}
    questions: list[OpenQuestion] = []
    for key, given, is_date in (("decimal", answers.decimal, False), ("dates", answers.dates, True)):
        names = {index: name for index, name in typed.items() if _is_date(name) is is_date}
        if given:
            common[key] = given, "as you say"
            continue
        asked = next((written[index] for index in names if isinstance(written.get(index), Question)), None)
        told = _told(names, written, sample)
        if isinstance(asked, Question):
            questions.append(_question(key, asked))
        if told and not isinstance(asked, Question):
            common[key] = max(told.values(), key=lambda one: sum(1 for other in told.values() if other[0] == one[0]))
            own |= {names[index]: one for index, one in told.items() if one[0] != common[key][0]}
    return common, own, questions


def _is_date(name: str) -> bool:
    known = field_named(name)
    return known is not None and known.kind == "date"


def _told(names: dict[int, str], written: Written, sample: Sample) -> dict[int, Notation]:
    """The columns whose notation matters and is known; of dates that read the same in every order nothing is said."""
    cells = {one.column.index: one.column.cells for one in sample.sources}
    told: dict[int, Notation] = {}
    for index in names:
        how = written.get(index)
        if not isinstance(how, Dialect) or how.reason == "no value has a decimal sign":
            continue
        if how.written in ORDERS and not _order_matters(cells[index]):
            continue
        if any(isinstance(cell, str) and cell for cell in cells[index]):
            told[index] = how.written, how.reason
    return told


def _order_matters(cells: Sequence[Cell]) -> bool:
    texts = (cell for cell in cells if isinstance(cell, str))
    return any(len(set(date_readings(text))) > 1 for text in texts)


def _rows(sample: Sample) -> Iterator[Row]:
    width = 1 + max((one.column.index for one in sample.sources), default=-1)
    columns: list[Sequence[Cell]] = [()] * width
    for one in sample.sources:
        columns[one.column.index] = one.column.cells
    return (list(row) for row in zip_longest(*columns, fillvalue=""))


def _question(key: str, asked: Question) -> OpenQuestion:
    if not asked.readings:
        return OpenQuestion(
            key, f'There are dates with the day first and dates with the month first ("{asked.value}").', ("DMY", "MDY")
        )
    either = " or ".join(meaning for _, meaning in asked.readings)
    names = [f"{answer} ({ORDER_NAMES[answer]})" if answer in ORDER_NAMES else answer for answer, _ in asked.readings]
    message = f'Is "{asked.value}" {either}? No value of the sample tells. Answers: {", ".join(names)}.'
    return OpenQuestion(key, message, tuple(answer for answer, _ in asked.readings))
