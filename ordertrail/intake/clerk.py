"""Who writes things down: a thread of its own, so that nobody waits for the disk with it; or whoever asks."""

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import Any, TypeVar

_T = TypeVar("_T")


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
    return AtOnce() if alone else ThreadPoolExecutor(max_workers=1, thread_name_prefix="clerk")
