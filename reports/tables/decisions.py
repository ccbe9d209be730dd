"""What people decided: on the command line and in workbooks, taken back or refused."""

from collections.abc import Iterator

from reports.entries import DecidedThing
from reports.table import Band, Column, Kind, Mark, Table


def decision_rows(decided: DecidedThing) -> Iterator[DecidedThing]:
    """The row that a decision gives: itself."""
    yield decided


DECISIONS = Table(
    name="decisions",
    feed=DecidedThing,
    subjects=decision_rows,
    frozen=1,
    columns=(
        Column("decided_at", Kind.MOMENT, lambda one: one.at, band=Band.DATES),
        Column("decided_by", Kind.TEXT, lambda one: one.by, band=Band.DECISION),
        Column(
            "decision_state",
            Kind.CODE,
            lambda one: one.state,
            band=Band.STATUS,
            codes="decision",
            mark=Mark.DECISION,
        ),
        Column("what_decided", Kind.MESSAGE, lambda one: one.said, band=Band.DECISION),
        Column("order", Kind.TEXT, lambda one: one.order),
        Column("line", Kind.TEXT, lambda one: one.line),
        Column("document_type", Kind.CODE, lambda one: one.document_type, codes="document"),
        Column("document", Kind.TEXT, lambda one: one.document_number),
        Column("why", Kind.TEXT, lambda one: one.why, band=Band.DECISION),
        Column("reason", Kind.TEXT, lambda one: one.reason, band=Band.ACTION),
        Column("workbook", Kind.TEXT, lambda one: one.file),
        Column("decision_number", Kind.INTEGER, lambda one: one.number),
    ),
)
