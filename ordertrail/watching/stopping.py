"""Stopping on request: the first signal lets the batch in hand be finished, the second ends the process where it is."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from ordertrail.watching.wakeup import Bell

FINISH_SECONDS = 8.0
"""How long the batch in hand may take once a stop was asked for; then it goes back to the inbox."""

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Stopping:
    """Whether a stop was asked for, and how long ago."""

    def __init__(self, bell: Bell) -> None:
        self._bell = bell
        self._asked: float | None = None

    def ask(self) -> None:
        """Asks for a stop; wakes a watcher that waits."""
        if self._asked is None:
            self._asked = time.monotonic()
        self._bell.ring()

    def is_asked(self) -> bool:
        """Whether no new files are to be begun."""
        return self._asked is not None

    def is_overdue(self) -> bool:
        """Whether what was begun is not to be waited for any more."""
        return self._asked is not None and time.monotonic() - self._asked > FINISH_SECONDS

    @contextmanager
    def on_signals(self) -> Iterator[None]:
        """SIGTERM and SIGINT ask for a stop; the second of them is one. Only the main thread is told of signals."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = [(number, signal.signal(number, self._on_signal)) for number in _SIGNALS]
        try:
            yield
        finally:
            for number, handler in before:
                signal.signal(number, handler)

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        if self._asked is not None:
            os._exit(128 + number)  # every step may be broken off: the next start goes on from there
        self.ask()
