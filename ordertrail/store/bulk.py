"""Many rows at once, past everything that costs time for each row."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, Table, text

Value = TypeVar("Value")

MANY = 500
"""Values in one question: few enough for every database, enough to make the asking cheap."""

Row = tuple[object, ...]
"""One row in the order of the table's columns, as values the database driver takes as they are."""


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Adds rows to a table."""
    if rows:
        names = tuple(column.name for column in table.columns)
        statement = _insert(table.name, names, connection.dialect.paramstyle)
        connection.exec_driver_sql(statement, list(rows))


def reserve_numbers(connection: Connection, counter: str, count: int) -> int:
    """Takes `count` numbers of a counter and returns the first.

    Until the transaction ends, nobody else can take numbers of this counter: also a lock for those who need one.
    """
    taken = {"name": counter, "count": count}
    connection.execute(text("UPDATE counters SET value = value + :count WHERE name = :name"), taken)
    after: int = connection.execute(text("SELECT value FROM counters WHERE name = :name"), taken).scalar_one()
    return after - count + 1


def chunks(values: Iterable[Value], size: int = MANY) -> Iterator[list[Value]]:
    """`values` in lists of at most `size`."""
    rest = iter(values)
    while some := list(islice(rest, size)):
        yield some


@cache
def _insert(table: str, columns: tuple[str, ...], paramstyle: str) -> str:
    blank = "?" if paramstyle == "qmark" else "%s"
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(blank for _ in columns)})"  # noqa: S608 - names of our own tables
