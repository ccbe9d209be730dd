"""The files that came in, and what became of each."""

from collections.abc import Iterator

from orders.message import Message
from reports.entries import ArrivedFile
from reports.table import Band, Column, Kind, Link, Mark, Table


def file_rows(file: ArrivedFile) -> Iterator[ArrivedFile]:
    """The row that a file gives: itself."""
    yield file


def _contents(file: ArrivedFile) -> tuple[Message, ...]:
    return tuple(Message("report.document", {"type": kind, "number": number}) for kind, number in file.documents)


FILES = Table(
    name="files",
    feed=ArrivedFile,
    subjects=file_rows,
    frozen=2,
    columns=(
        Column("received_at", Kind.MOMENT, lambda file: file.received_at, band=Band.DATES),
        Column("file", Kind.LINK, lambda file: Link(file.name, file.original)),
        Column("file_state", Kind.CODE, lambda file: file.state, band=Band.STATUS, codes="file", mark=Mark.FILE_STATE),
        Column("documents", Kind.MESSAGE, _contents),
        Column("reason", Kind.TEXT, lambda file: file.code, band=Band.ACTION),
        Column("file_message", Kind.TEXT, lambda file: file.message, band=Band.ACTION),
        Column("size", Kind.INTEGER, lambda file: file.size, band=Band.QUANTITY),
        Column("file_id", Kind.TEXT, lambda file: file.id, band=Band.QUANTITY),
        Column("sha256", Kind.TEXT, lambda file: file.sha256, band=Band.QUANTITY),
    ),
)
