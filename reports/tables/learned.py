"""What was learned about suppliers: their names for our items, their units, the wording of their charges."""

from collections.abc import Iterator

from reports.entries import LearnedThing
from reports.table import Band, Column, Kind, Table


def learned_rows(learned: LearnedThing) -> Iterator[LearnedThing]:
    """The row that something learned gives: itself."""
    yield learned


LEARNED = Table(
    name="learned",
    feed=LearnedThing,
    subjects=learned_rows,
    frozen=2,
    columns=(
        Column("learned_number", Kind.INTEGER, lambda one: one.number),
        Column("supplier", Kind.TEXT, lambda one: one.supplier),
        Column("learned_kind", Kind.CODE, lambda one: one.kind, codes="lesson"),
        Column("learned_from", Kind.TEXT, lambda one: one.source),
        Column("learned_to", Kind.TEXT, lambda one: one.target),
        Column("learned_factor", Kind.QUANTITY, lambda one: one.factor, band=Band.QUANTITY),
        Column("learned_item", Kind.TEXT, lambda one: one.item),
        Column("learned_standing", Kind.CODE, lambda one: one.standing, band=Band.STATUS, codes="standing"),
        Column("learned_at", Kind.MOMENT, lambda one: one.at, band=Band.DATES),
        Column("learned_by", Kind.TEXT, lambda one: one.by, band=Band.DECISION),
        Column("decision_number", Kind.INTEGER, lambda one: one.decision, band=Band.DECISION),
        Column("why", Kind.TEXT, lambda one: one.why, band=Band.DECISION),
    ),
)
