"""Waking up when something happens in the inbox. An event says only that a look is worth while; the look is the truth.

Events are noticed only while we wait. During the work itself they would cost more than the work: two or three for each
file, and the queue of the system overflows at 16,384 of them without anybody being told.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Protocol

from watchdog.events import (
    EVENT_TYPE_CLOSED,
    EVENT_TYPE_CREATED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from ordertrail.inbox.names import is_foreign_folder, is_temporary
from ordertrail.inbox.scan import DEEPEST

PROBE = ".ordertrail-probe"
PROBE_SECONDS = 5.0
_TELLING = frozenset({EVENT_TYPE_CREATED, EVENT_TYPE_MOVED, EVENT_TYPE_MODIFIED, EVENT_TYPE_CLOSED})


class Bell:
    """What a waiting watcher is woken by, from any thread and from a signal handler."""

    def __init__(self) -> None:
        self._rings: SimpleQueue[None] = SimpleQueue()

    def ring(self) -> None:
        """Wakes the watcher, now or when it comes to wait."""
        self._rings.put(None)

    def wait(self, seconds: float) -> bool:
        """Waits for a ring, at most so long; whether there was one."""
        try:
            self._rings.get(timeout=max(0.0, seconds))
        except Empty:
            return False
        with suppress(Empty):
            while True:
                self._rings.get_nowait()
        return True


class Wakeup(Protocol):
    """A way of noticing that something happens in the inbox."""

    name: str

    def arm(self) -> None:
        """From now on the bell rings when something happens."""

    def disarm(self) -> None:
        """No longer."""


class Polling:
    """Notices nothing by itself: the watcher looks every few seconds."""

    name = "polling"

    def arm(self) -> None:
        """Nothing to do."""

    def disarm(self) -> None:
        """Nothing to do."""


class Events(FileSystemEventHandler):
    """The system's file events, for the inbox and each of its subfolders, but not for the work folder."""

    name = "events"

    def __init__(self, inbox: Path, bell: Bell) -> None:
        self._inbox = inbox
        self._bell = bell
        self._observer: BaseObserver | None = None

    def arm(self) -> None:
        """From now on the bell rings when a file or folder comes, or is written to.

        Raises:
            OSError: if the system gives no more watches, or the inbox is away.
        """
        observer = Observer()
        try:
            for folder in _folders(self._inbox):
                observer.schedule(self, str(folder))
            observer.start()
        except OSError:
            with suppress(RuntimeError):  # it may not have started
                observer.stop()
            raise
        self._observer = observer

    def disarm(self) -> None:
        """No longer."""
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()
            self._observer = None

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called by the observer's thread."""
        name = os.path.basename(os.fsdecode(event.dest_path or event.src_path))  # noqa: PTH119 - called for every event
        if event.is_directory and event.event_type == EVENT_TYPE_MODIFIED:
            return  # comes along with whatever happens in the folder, also with what is not for us
        if event.event_type in _TELLING and name and (name == PROBE or not is_temporary(name)):
            self._bell.ring()


def _folders(inbox: Path) -> Iterator[Path]:
    for path, names, _ in os.walk(inbox):
        folder = Path(path)
        yield folder
        deep = len(folder.relative_to(inbox).parts) >= DEEPEST
        names[:] = [] if deep else [name for name in names if not is_foreign_folder(name)]


def choose_wakeup(
    inbox: Path, mode: str, network: str | None, bell: Bell, *, probe_seconds: float = PROBE_SECONDS
) -> tuple[Wakeup, str]:
    """How the inbox is to be watched, and why so. `mode`: `auto`, `events` or `polling`; `network`: the type of the
    network file system it lies on."""
    if mode == "polling":
        return Polling(), "polling is configured"
    if mode == "auto" and network:
        return Polling(), f"no events can be relied on from a network file system ({network})"
    events = Events(inbox, bell)
    try:
        works = _rings(events, inbox, bell, probe_seconds)
    except OSError as error:
        return Polling(), f"the system gives no file events: {error.strerror or error}"
    if not works:
        return Polling(), "a file that was written as a test raised no event"
    return events, "file events work here"


def _rings(events: Events, inbox: Path, bell: Bell, seconds: float) -> bool:
    """Whether a file that is written raises an event."""
    probe = inbox / PROBE
    events.arm()
    try:
        return _within(seconds, lambda left: _touch(probe) or bell.wait(left))
    finally:
        events.disarm()
        probe.unlink(missing_ok=True)


def _touch(probe: Path) -> bool:
    probe.unlink(missing_ok=True)
    probe.touch()
    return False


def _within(seconds: float, attempt: Callable[[float], bool]) -> bool:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if attempt(min(left, 1.0)):
            return True
    return False
