"""Who assesses: this process, or several others side by side."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Protocol, TypeVar

from orders.errors import Wait
from ordertrail.collecting import collecting_rarely
from ordertrail.derive.child import begin
from ordertrail.derive.sheaf import Sheaf

AHEAD = 2
"""Sheaves for each process that are under way at a time: one being assessed, one waiting."""

Given = TypeVar("Given")
Made = TypeVar("Made")
MadeOf_co = TypeVar("MadeOf_co", covariant=True)


class Workers(Protocol[MadeOf_co]):
    """Works at sheaves and hands back what came of them in their order, each with what it was given along."""

    def __call__(self, sheaves: Iterable[tuple[Given, Sheaf]], /) -> Generator[tuple[Given, MadeOf_co], None, None]:
        """What comes of the sheaves."""


@contextmanager
def workers(work: Callable[[Sheaf], Made], processes: int) -> Iterator[Workers[Made]]:
    """Workers that end with the block. With one process, that is this one; for several, `work` must cross to others."""
    if processes <= 1:
        with collecting_rarely():
            yield lambda sheaves: ((given, work(sheaf)) for given, sheaf in sheaves)
        return
    # Not forked: the parent may have threads, and holds connections.
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=begin) as pool:
        yield lambda sheaves: _side_by_side(pool, work, sheaves, processes * AHEAD)


def _side_by_side(
    pool: ProcessPoolExecutor, work: Callable[[Sheaf], Made], sheaves: Iterable[tuple[Given, Sheaf]], ahead: int
) -> Generator[tuple[Given, Made], None, None]:
    under_way: deque[tuple[Given, Future[Made]]] = deque()
    try:
        for given, sheaf in sheaves:
            under_way.append((given, pool.submit(work, sheaf)))
            if len(under_way) >= ahead:
                yield _finished(*under_way.popleft())
        while under_way:
            yield _finished(*under_way.popleft())
    finally:
        for _, future in under_way:
            future.cancel()


def _finished(given: Given, future: Future[Made]) -> tuple[Given, Made]:
    try:
        return given, future.result()
    except BrokenProcessPool as broken:
        hint = "Perhaps memory ran out. What was not derived is still marked, and tried again."
        raise Wait("WORKER_KILLED", "A process that derived statuses was killed.", hint=hint) from broken
