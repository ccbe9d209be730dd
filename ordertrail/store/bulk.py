"""Questions and answers for many rows at once, past everything that costs time for each row.

Statements are written with `?` for each value and nothing else that databases could understand differently.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table
from sqlalchemy.exc import DBAPIError

from ordertrail.store.rows import NewRow

Value = TypeVar("Value")

MANY = 500
"""Values in one question: few enough for every database, enough to make the asking cheap."""


def execute(connection: Connection, statement: str, values: NewRow | Sequence[NewRow] = ()) -> None:
    """Carries out a statement with one row of values, or for each of several."""
    _cursor(connection, statement, values)


def fetch(connection: Connection, statement: str, values: NewRow = ()) -> list[tuple[Any, ...]]:
    """The rows that a question is answered with."""
    rows: list[tuple[Any, ...]] = _cursor(connection, statement, values).fetchall()
    return rows


def _cursor(connection: Connection, statement: str, values: NewRow | Sequence[NewRow]) -> Any:
    """The driver's own cursor: 1.5 µs a question, where SQLAlchemy's result takes 10."""
    dialect = connection.dialect
    cursor = connection.connection.cursor()
    try:
        if isinstance(values, tuple):
            cursor.execute(_spelled(statement, dialect.paramstyle), values)
        else:
            cursor.executemany(_spelled(statement, dialect.paramstyle), values)
    except dialect.loaded_dbapi.Error as error:
        raise DBAPIError(statement, None, error) from error
    return cursor


def select_in(connection: Connection, statement: str, values: Iterable[object]) -> Iterator[tuple[Any, ...]]:
    """The rows of a SELECT that ends in `IN`, asked for many values at a time.

    SQLAlchemy's own way takes 1 µs for each value: as much as the database.
    """
    for some in chunks(values):
        blanks = ", ".join("?" * len(some))
        yield from fetch(connection, f"{statement} ({blanks})", tuple(some))


def insert_rows(connection: Connection, table: Table, rows: Sequence[NewRow]) -> None:
    """Adds rows to a table."""
    if rows:
        names = [column.name for column in table.columns]
        blanks = ", ".join("?" * len(names))
        execute(connection, f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({blanks})", rows)  # noqa: S608 - names of our own tables


def reserve_numbers(connection: Connection, counter: str, count: int) -> int:
    """Takes `count` numbers of a counter and returns the first.

    Until the transaction ends, nobody else can take numbers of this counter: also a lock for those who need one.
    """
    execute(connection, "UPDATE counters SET value = value + ? WHERE name = ?", (count, counter))
    ((after,),) = fetch(connection, "SELECT value FROM counters WHERE name = ?", (counter,))
    return int(after) - count + 1


def chunks(values: Iterable[Value], size: int = MANY) -> Iterator[list[Value]]:
    """`values` in lists of at most `size`."""
    rest = iter(values)
    while some := list(islice(rest, size)):
        yield some


@cache
def _spelled(statement: str, paramstyle: str) -> str:
    return statement if paramstyle == "qmark" else statement.replace("?", "%s")
