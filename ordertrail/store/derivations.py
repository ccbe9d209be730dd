"""What was derived, a case at a time: written in place of what was derived before, and read back as it was written."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, Table, func, select, update

from ordertrail.store.bulk import execute, insert_rows, select_in
from ordertrail.store.rows import CaseRows, NewRow, in_order
from ordertrail.store.tables import (
    CASE_MEMBERS,
    COUNTERS,
    DERIVATIONS,
    DEVIATIONS,
    DOCUMENT_STATES,
    ORDERS,
    UNMATCHED,
)

_TABLES: tuple[tuple[Table, str], ...] = (
    (ORDERS, "orders"),
    (DOCUMENT_STATES, "documents"),
    (DEVIATIONS, "deviations"),
    (UNMATCHED, "unmatched"),
)


def generation(connection: Connection) -> int:
    """How often derivations were written."""
    number: int = connection.execute(select(COUNTERS.c.value).where(COUNTERS.c.name == "derivation")).scalar_one()
    return number


def take_turn(connection: Connection, seen: int) -> bool:
    """Whether nobody wrote derivations since generation `seen`; then it is the caller's turn until the end of the
    transaction. What was computed before somebody else wrote may be older than what stands there now.
    """
    counter = (COUNTERS.c.name == "derivation") & (COUNTERS.c.value == seen)
    return connection.execute(update(COUNTERS).where(counter).values(value=seen + 1)).rowcount == 1


def cases_of(connection: Connection, members: Iterable[str]) -> dict[str, str]:
    """The names of the cases that these members are derived in, by member."""
    query = "SELECT member, case_name FROM case_members WHERE member IN"
    return dict(map(tuple, select_in(connection, query, members)))


def members_of(connection: Connection, names: Iterable[str]) -> dict[str, str]:
    """All members of derived cases, each with the name of its case."""
    query = "SELECT member, case_name FROM case_members WHERE case_name IN"
    return dict(map(tuple, select_in(connection, query, names)))


def order_digests(connection: Connection, names: Iterable[str]) -> dict[str, str]:
    """The digests of the orders of cases, by order id."""
    return dict(map(tuple, select_in(connection, "SELECT order_id, digest FROM orders WHERE case_name IN", names)))


def replace_cases(connection: Connection, old: Iterable[str], cases: Sequence[CaseRows]) -> None:
    """Puts cases in the place of the old ones."""
    names = [(name,) for name in old]
    for table in DERIVATIONS if names else ():
        execute(connection, f"DELETE FROM {table.name} WHERE case_name = ?", names)  # noqa: S608 - our own table
    insert_rows(connection, CASE_MEMBERS, [(member, case.name) for case in cases for member in case.members])
    for table, part in _TABLES:
        insert_rows(connection, table, [(case.name, *row) for case in cases for row in getattr(case, part)])


def drop_derivations(connection: Connection) -> None:
    """Takes out everything that was derived; whoever computed something before must compute it anew."""
    take_turn(connection, generation(connection))
    for table in DERIVATIONS:
        connection.execute(table.delete())


def stored_cases(connection: Connection, names: Sequence[str]) -> dict[str, CaseRows]:
    """Cases as they are stored, by name; those of which there is no row at all are left out."""
    members = members_of(connection, names)
    own: dict[str, list[str]] = {name: [] for name in names}
    for member, name in members.items():
        own[name].append(member)
    orders, documents, deviations, unmatched = (_rows_of(connection, table, names) for table, _ in _TABLES)
    found = (
        CaseRows(
            name=name,
            members=tuple(sorted(own[name])),
            orders=in_order(orders[name]),
            documents=in_order(documents[name]),
            deviations=in_order(deviations[name]),
            unmatched=in_order(unmatched[name]),
        )
        for name in names
    )
    return {case.name: case for case in found if case != CaseRows(case.name, (), (), (), (), ())}


def _rows_of(connection: Connection, table: Table, names: Iterable[str]) -> defaultdict[str, list[NewRow]]:
    found: defaultdict[str, list[NewRow]] = defaultdict(list)
    columns = ", ".join(column.name for column in table.columns)
    for name, *row in select_in(connection, f"SELECT {columns} FROM {table.name} WHERE case_name IN", names):  # noqa: S608 - our own table
        found[name].append(tuple(row))
    return found


def count_rows(connection: Connection) -> dict[str, int]:
    """How many rows were derived, by table."""
    return {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in DERIVATIONS
    }


def case_names(connection: Connection) -> Iterator[str]:
    """The names of all cases of which there is a row in any table; one that is in several may come several times."""
    for table in DERIVATIONS:
        yield from connection.execute(select(table.c.case_name).distinct()).scalars()
