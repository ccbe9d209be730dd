"""When a file is complete: it has been the same for the settle time, and nobody has it open for writing."""

import os
import time
from collections.abc import Callable
from typing import NamedTuple

from ordertrail.inbox.files import Found
from ordertrail.inbox.lease import Writers


class _Look(NamedTuple):
    size: int
    modified_ns: int
    inode: int
    since: float  # monotonic


class Settling:
    """What earlier looks saw of the files that are not quiet yet.

    Time is measured on the monotonic clock between two looks, so a clock that jumps or a file that was copied with its
    old time stamp decides nothing. One short cut needs a single look: where the kernel vouches that nobody has the
    file open for writing, and both of the file's times lie further back than the settle time.
    """

    def __init__(
        self,
        seconds: float,
        *,
        clock: Callable[[], int] = time.time_ns,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.seconds = seconds
        self._clock = clock
        self._monotonic = monotonic
        self._looks: dict[Found, _Look] = {}
        self._seen: set[Found] = set()

    def is_settled(self, found: Found, status: os.stat_result, writers: Writers) -> bool:
        """Whether the file may be taken now."""
        if writers is Writers.SOME:
            self._looks.pop(found, None)
            return False
        if writers is Writers.NONE and self._is_old(status, self.seconds):
            return True
        return self._quiet_for(found, status) >= self.seconds

    def is_quiet_for(self, found: Found, status: os.stat_result, seconds: float) -> bool:
        """Whether the file has not changed for so long, by its times or by our looks."""
        return self._is_old(status, seconds) or self._quiet_for(found, status) >= seconds

    def _is_old(self, status: os.stat_result, seconds: float) -> bool:
        before = self._clock() - int(seconds * 1e9)
        return status.st_mtime_ns <= before and status.st_ctime_ns <= before

    def _quiet_for(self, found: Found, status: os.stat_result) -> float:
        now = self._monotonic()
        self._seen.add(found)
        last = self._looks.get(found)
        if last is None or last[:3] != (status.st_size, status.st_mtime_ns, status.st_ino):
            self._looks[found] = _Look(status.st_size, status.st_mtime_ns, status.st_ino, now)
            return 0.0
        return now - last.since

    def end_of_scan(self) -> None:
        """Forgets the files that the last whole scan did not see any more."""
        if len(self._looks) > len(self._seen):
            self._looks = {found: look for found, look in self._looks.items() if found in self._seen}
        self._seen = set()
