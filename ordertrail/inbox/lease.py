"""Whether somebody has a file open for writing: what no size and no time stamp can tell.

A read lease is granted on Linux exactly while no process has the file open for writing, and readers do not matter. A
writer that comes while we hold it is made to wait in its `open` until we let go, and the lease then shows that one
came. So a file under lease can be read, compared and taken without a byte slipping in.

Leases exist on local file systems, for files of our own user (or with CAP_LEASE).
"""

import errno
import fcntl
import signal
from enum import Enum

_SET_LEASE: int | None = getattr(fcntl, "F_SETLEASE", None)
_GET_LEASE: int | None = getattr(fcntl, "F_GETLEASE", None)
_SET_SIGNAL: int | None = getattr(fcntl, "F_SETSIG", None)
_HARMLESS = getattr(signal, "SIGURG", 0)
"""The kernel tells of a waiting writer by a signal; the usual one (SIGIO) would end the process."""


class Writers(Enum):
    """Who has a file open for writing."""

    NONE = "none"
    SOME = "some"
    UNKNOWN = "unknown"  # no leases here


def lease(descriptor: int) -> Writers:
    """Takes a read lease on an open file; `NONE` if it was granted. It ends when the descriptor is closed."""
    if _SET_LEASE is None or _SET_SIGNAL is None:
        return Writers.UNKNOWN
    try:
        fcntl.fcntl(descriptor, _SET_SIGNAL, _HARMLESS)
        fcntl.fcntl(descriptor, _SET_LEASE, fcntl.F_RDLCK)
    except OSError as error:
        return Writers.SOME if error.errno in (errno.EAGAIN, errno.EWOULDBLOCK) else Writers.UNKNOWN
    return Writers.NONE


def is_kept(descriptor: int) -> bool:
    """Whether no writer has come since the lease was granted."""
    if _GET_LEASE is None:
        return False
    return fcntl.fcntl(descriptor, _GET_LEASE) == fcntl.F_RDLCK


def give_back(descriptor: int) -> None:
    """Ends the lease, so that a writer need not wait for us."""
    if _SET_LEASE is not None:
        fcntl.fcntl(descriptor, _SET_LEASE, fcntl.F_UNLCK)
