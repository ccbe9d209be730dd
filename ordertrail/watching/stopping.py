"""Stopping on request: the first signal lets what is in hand be finished, the second ends the process where it is."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from orders.errors import Wait
from ordertrail.watching.wakeup import Bell

FINISH_SECONDS = 8.0
"""How long what is in hand may take once a stop was asked for; then it is broken off, to be done again next time."""

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_ALARM: signal.Signals | None = getattr(signal, "SIGALRM", None)
"""Breaks off what does not ask whether to stop: derivations and reports of many orders. They lose nothing by it."""


class Stopping:
    """Whether a stop was asked for, and how long ago."""

    def __init__(self, bell: Bell, finish_seconds: float = FINISH_SECONDS) -> None:
        self._bell = bell
        self._finish_seconds = finish_seconds
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
        return self._asked is not None and time.monotonic() - self._asked > self._finish_seconds

    @contextmanager
    def on_signals(self) -> Iterator[None]:
        """SIGTERM and SIGINT ask for a stop; the second of them is one. Only the main thread is told of signals."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = [(number, signal.signal(number, self._on_signal)) for number in _SIGNALS]
        if _ALARM is not None:
            before.append((_ALARM, signal.signal(_ALARM, self._on_alarm)))
        try:
            yield
        finally:
            if _ALARM is not None:
                signal.setitimer(signal.ITIMER_REAL, 0)
            for number, handler in before:
                signal.signal(number, handler)

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        if self._asked is not None:
            os._exit(128 + number)  # every step may be broken off: the next start goes on from there
        self.ask()
        if _ALARM is not None:
            signal.setitimer(signal.ITIMER_REAL, self._finish_seconds + 1, 1)

    def _on_alarm(self, _number: int, _frame: FrameType | None) -> None:
        raise Wait("STOPPED", "The program is being stopped.")
