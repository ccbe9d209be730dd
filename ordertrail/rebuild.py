"""Derivations thrown away and made anew; or compared with what they would be."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from orders.policy import Policy
from ordertrail.derive.session import derive
from ordertrail.derive.sheaf import Assess, assess_sheaf
from ordertrail.derive.whole import whole_store
from ordertrail.store.derivations import case_names, count_rows, drop_derivations, stored_cases
from ordertrail.store.dirty import count_marks, mark_everything
from ordertrail.store.engine import Store
from ordertrail.store.rows import CaseRows, NewRow
from ordertrail.store.tables import CASE_MEMBERS, DEVIATIONS, DOCUMENT_STATES, ORDERS, UNMATCHED

Kind = Literal["missing", "extra", "different", "pending"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that does not stand as it would come out now. `case` is the case's name, `key` the row's key in it; for
    documents that are recorded but not derived yet, both are "" and `kind` is `pending`.
    """

    table: str
    case: str
    key: str
    kind: Kind


def rebuild(
    store: Store,
    policy: Policy,
    assess: Assess,
    *,
    processes: int = 1,
    progress: Callable[[int, int], None] = lambda done, marked: None,
) -> int:
    """Throws all derivations away and makes them anew; returns the number of orders. Arguments as of `derive`.

    Ended half way, the next `derive` finishes it.
    """
    with store.writing() as connection:
        drop_derivations(connection)
        mark_everything(connection)
    return derive(store, policy, assess, processes=processes, progress=progress)


def check(store: Store, policy: Policy, assess: Assess) -> Iterator[Difference]:
    """Everything that a rebuild would change, row by row; nothing if all is as it should be."""
    with store.reading() as connection:
        if count_marks(connection):
            yield Difference("documents", "", "", "pending")
    counted: Counter[str] = Counter()
    names: set[int] = set()
    for sheaf in whole_store(store, policy):
        fresh = assess_sheaf(sheaf, policy, assess)
        with store.reading() as connection:
            stored = stored_cases(connection, [case.name for case in fresh])
        for case in fresh:
            found = stored.get(case.name, CaseRows(case.name, (), (), (), (), ()))
            names.add(hash(case.name))
            counted.update({table: len(rows) for table, rows in _tables(found)})
            yield from _compared(case, found)
    with store.reading() as connection:
        if count_rows(connection) != {table: counted[table] for table in count_rows(connection)}:
            stray = {name for name in case_names(connection) if hash(name) not in names}
            yield from (Difference(CASE_MEMBERS.name, name, "", "extra") for name in sorted(stray))


def _compared(fresh: CaseRows, stored: CaseRows) -> Iterator[Difference]:
    for (table, ours), (_, theirs) in zip(_tables(fresh), _tables(stored), strict=True):
        wanted, found = ({str(row[0]): row for row in rows} for rows in (ours, theirs))
        for key in sorted(wanted.keys() | found.keys()):
            if wanted.get(key) != found.get(key):
                kind: Kind = "missing" if key not in found else "extra" if key not in wanted else "different"
                yield Difference(table, fresh.name, key, kind)


def _tables(case: CaseRows) -> tuple[tuple[str, tuple[NewRow, ...]], ...]:
    return (
        (CASE_MEMBERS.name, tuple((member,) for member in case.members)),
        (ORDERS.name, case.orders),
        (DOCUMENT_STATES.name, case.documents),
        (DEVIATIONS.name, case.deviations),
        (UNMATCHED.name, case.unmatched),
    )
