"""Who writes things down: a thread of its own, so that nobody waits for the disk with it; or whoever asks."""

import ctypes
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any, TypeVar

_T = TypeVar("_T")
_ARENA_MAX = -8  # M_ARENA_MAX of glibc's <malloc.h>


class AtOnce(Executor):
    """Does what it is told at once, in the thread that tells it."""

    def submit(self, fn: Callable[..., _T], /, *args: Any, **kwargs: Any) -> "Future[_T]":
        """Done when it returns; what was raised is raised by the future."""
        future: Future[_T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - as every executor does: it is raised again where the result is asked for
            future.set_exception(error)
        return future


def clerk(*, alone: bool) -> Executor:
    """With other processes to read, a thread; in a single process, nobody but itself."""
    if alone:
        return AtOnce()
    _share_one_heap()
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="clerk")


def _share_one_heap() -> None:
    """A thread would get a heap of its own, and what it gives back would be of no use to the others: a twelfth of
    the memory of a long run. Only glibc has such heaps, and can be told.
    """
    mallopt: Callable[[int, int], int] | None = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_ARENA_MAX, 1)
