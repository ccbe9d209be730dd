"""Who assesses: this process, or several others side by side."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context

from orders.errors import Wait
from orders.policy import Policy
from ordertrail.collecting import collecting_rarely
from ordertrail.derive.child import begin
from ordertrail.derive.plan import Errand
from ordertrail.derive.sheaf import Assess, Sheaf, assess_sheaf
from ordertrail.store.rows import CaseRows

AHEAD = 2
"""Sheaves for each process that are under way at a time: one being assessed, one waiting."""

Results = Generator[tuple[Errand, list[CaseRows]], None, None]
Workers = Callable[[Iterable[tuple[Errand, Sheaf]]], Results]
"""Assesses sheaves and hands back what came of them in their order, each with what it was given along."""


@contextmanager
def workers(policy: Policy, assess: Assess, processes: int) -> Iterator[Workers]:
    """Workers that end with the block. With one process, that is this one."""
    if processes <= 1:
        with collecting_rarely():
            yield lambda sheaves: ((errand, assess_sheaf(sheaf, policy, assess)) for errand, sheaf in sheaves)
        return
    # Not forked: the parent may have threads, and holds connections.
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=begin) as pool:
        yield lambda sheaves: _side_by_side(pool, sheaves, policy, assess, processes * AHEAD)


def _side_by_side(
    pool: ProcessPoolExecutor, sheaves: Iterable[tuple[Errand, Sheaf]], policy: Policy, assess: Assess, ahead: int
) -> Results:
    under_way: deque[tuple[Errand, Future[list[CaseRows]]]] = deque()
    try:
        for errand, sheaf in sheaves:
            under_way.append((errand, pool.submit(assess_sheaf, sheaf, policy, assess)))
            if len(under_way) >= ahead:
                yield _finished(*under_way.popleft())
        while under_way:
            yield _finished(*under_way.popleft())
    finally:
        for _, future in under_way:
            future.cancel()


def _finished(errand: Errand, future: Future[list[CaseRows]]) -> tuple[Errand, list[CaseRows]]:
    try:
        return errand, future.result()
    except BrokenProcessPool as broken:
        hint = "Perhaps memory ran out. What was not derived is still marked, and tried again."
        raise Wait("WORKER_KILLED", "A process that derived statuses was killed.", hint=hint) from broken
