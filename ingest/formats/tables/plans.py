"""The plans of a table, and what it leaves open."""

from collections.abc import Iterator

from ingest.flat.cells import Cell
from ingest.flat.plan import Plan, plan_of, questions
from ingest.formats.tables.survey import Survey
from ingest.formats.tables.table import column_letters
from orders.errors import Reject


def plans_of(survey: Survey) -> dict[tuple[Cell, ...], Plan]:
    """The plan for each way that the cells of the type can look.

    Raises:
        Reject: `TABLE_AMBIGUOUS_NUMBERS`, `TABLE_AMBIGUOUS_DATES` or `TABLE_MIXED_DATES`, if the table leaves it open.
    """
    for question in questions_of(survey):
        raise question
    plans = {kind: plan_of(settled, survey.written, survey.look.layout) for kind, settled in survey.settled.items()}
    return {cells: plans[kind] for cells, kind in survey.kinds.items()}


def questions_of(survey: Survey) -> Iterator[Reject]:
    """What the table leaves open about its numbers and dates."""
    name = survey.look.table.name

    def place(column: int) -> str:
        letters = f"column {column_letters(column)}"
        return f"{name}!{letters}" if name else letters

    return questions(survey.settled.values(), survey.written, place, "Column")
