"""From marked documents to derivations: cases are read, assessed and written until no mark is left."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import cache, partial
from hashlib import sha256
from importlib.metadata import version

from matching.suppliers import Suppliers
from orders.errors import Wait
from orders.policy import Policy
from ordertrail.crash import crash_point
from ordertrail.derive.gather import gather, portions
from ordertrail.derive.lore import Lore, mark_learned
from ordertrail.derive.plan import Bundle, Chunk, Errand, read_chunk
from ordertrail.derive.sheaf import Assess, Sheaf, assess_sheaf
from ordertrail.derive.workers import Workers, workers
from ordertrail.store.derivations import (
    cases_of,
    generation,
    members_of,
    order_digests,
    replace_cases,
    take_turn,
)
from ordertrail.store.dirty import count_marks, first_underived, last_stamp, mark_everything, wipe
from ordertrail.store.engine import Store
from ordertrail.store.library import Library
from ordertrail.store.rows import CaseRows
from ordertrail.store.settings import read_setting, write_setting
from ordertrail.store.tables import ORDERS

FEW = 1_000
"""Marked documents up to which other processes would take longer to start than this one to finish."""

REMEMBERED = 200_000
"""Cases that a session remembers to have derived."""

ATTEMPTS = 1_000
"""How often a session begins again because another process derived at the same time. Each time that one got further."""

_RULES = "derived by"
_DIGEST = list(ORDERS.columns.keys()).index("digest") - 1  # the rows of a case come without its name


class _Overtaken(Exception):
    """Another process wrote derivations meanwhile: what was computed may be older than what stands there now."""


def derive(
    store: Store,
    policy: Policy,
    assess: Assess,
    *,
    processes: int = 1,
    progress: Callable[[int, int], None] = lambda done, marked: None,
) -> int:
    """Derives what the marked documents change, and returns how many orders came out differently.

    `assess` is `matching.assess`; with several `processes` it is called in others. `progress` is told how many of how
    many marked documents are done. Derivations made by another policy, or by another version of the program, are all
    made anew. May be ended at any point: what was not written is still marked.

    Raises:
        Wait: if the database is locked or full, if a worker was killed, or if others derive all the time.
        Stop: if the database is unfit.
    """
    _renew(store, policy)
    mark_learned(store, Suppliers(policy.suppliers))
    with store.reading() as connection:
        marked = count_marks(connection)
    session = _Session(store, policy, lambda done: progress(done, marked))
    work = partial(assess_sheaf, policy=policy, assess=assess)
    with workers(work, processes if marked > FEW else 1) as at_work:
        for _ in range(ATTEMPTS):
            try:
                session.work(at_work)
            except _Overtaken:
                continue
            return session.changed
    raise Wait("DERIVING_ELSEWHERE", "Other processes derive statuses all the time.", where=store.name)


def _renew(store: Store, policy: Policy) -> None:
    """Marks everything if the rules are not those that the derivations were made by."""
    rules = sha256(f"{_version()}\n{policy!r}".encode()).hexdigest()
    with store.reading() as connection:
        if read_setting(connection, _RULES) == rules:
            return
    with store.writing() as connection:
        if read_setting(connection, _RULES) is not None:
            mark_everything(connection)
        write_setting(connection, _RULES, rules)


@cache
def _version() -> str:
    return version("ordertrail")


class _Session:
    """Deriving, from the marks that are there when it begins to the last of them."""

    def __init__(self, store: Store, policy: Policy, progress: Callable[[int], None]) -> None:
        self.changed = 0
        self._store = store
        self._suppliers = Suppliers(policy.suppliers)
        self._lore = Lore(self._suppliers)
        self._progress = progress
        self._wiped = 0
        self._turn = 0
        self._up_to = 0
        self._underived: int | None = None
        self._busy: set[int] = set()
        self._derived: set[int] = set()

    def work(self, at_work: Workers[list[CaseRows]]) -> None:
        """Derives everything that is marked by now."""
        with self._store.reading() as connection:
            self._turn, self._up_to = generation(connection), last_stamp(connection)
            self._underived = first_underived(connection)
        self._busy.clear()
        self._derived.clear()
        with closing(at_work(self._sheaves())) as results:
            for errand, rows in results:
                self._write(errand, rows)

    def _sheaves(self) -> Iterator[tuple[Errand, Sheaf]]:
        while (chunk := self._next_chunk()) is not None:
            if chunk.generation != self._turn:
                raise _Overtaken
            self._busy.update(document for document, _ in chunk.marks)
            portioned = list(portions(self._open_bundles(chunk))) or [[]]
            for bundles in portioned:
                with self._store.reading() as connection:
                    errand = Errand(tuple(bundles), chunk.marks if bundles is portioned[-1] else ())
                    sheaf = gather(Library(connection), errand.outlines, self._lore)
                yield errand, sheaf

    def _next_chunk(self) -> Chunk | None:
        return read_chunk(self._store, self._suppliers, up_to=self._up_to, but=self._busy, underived=self._underived)

    def _open_bundles(self, chunk: Chunk) -> list[Bundle]:
        """What this session has not derived yet. It sees all that its marks stand for from the beginning, so once is
        enough."""
        if len(self._derived) > REMEMBERED:
            self._derived.clear()
        left = []
        for bundle in chunk.bundles:
            names = {hash(outline.name) for outline in bundle.outlines}
            if not names <= self._derived:
                left.append(bundle)
                self._derived |= names
        return left

    def _write(self, errand: Errand, rows: Sequence[CaseRows]) -> None:
        with self._store.writing() as connection:
            if not take_turn(connection, self._turn):
                raise _Overtaken
            former = set(cases_of(connection, errand.members).values())
            if not members_of(connection, former).keys() <= errand.accounted:
                raise _Overtaken
            before = order_digests(connection, former)
            replace_cases(connection, former, rows)
            wipe(connection, errand.marks)
            crash_point("deriving")
        self._turn += 1
        self.changed += _differences(before, rows)
        self._busy.difference_update(document for document, _ in errand.marks)
        self._wiped += len(errand.marks)
        self._progress(self._wiped)


def _differences(before: dict[str, str], cases: Sequence[CaseRows]) -> int:
    """How many orders are new, gone or different."""
    after = {str(row[0]): row[_DIGEST] for case in cases for row in case.orders}
    return sum(before.get(order) != after.get(order) for order in before.keys() | after.keys())
