"""Whether somebody has a file open for writing: what no size and no time stamp can tell.

A read lease is granted on Linux exactly while no process has the file open for writing, and readers do not matter. A
writer that comes while we hold it is made to wait in its `open` until we let go, and the lease then shows that one
came. So a file under lease can be read, compared and taken without a byte slipping in.

Leases exist on local file systems, for files of our own user (or with CAP_LEASE).
"""

import errno
import signal
import sys
from enum import Enum

if sys.platform == "linux":
    import fcntl

    _HARMLESS = signal.SIGURG
    """The kernel tells of a waiting writer by a signal; the usual one (SIGIO) would end the process."""


class Writers(Enum):
    """Who has a file open for writing."""

    NONE = "none"
    SOME = "some"
    UNKNOWN = "unknown"  # no leases here


def lease(descriptor: int) -> Writers:
    """Takes a read lease on an open file; `NONE` if it was granted. It ends when the descriptor is closed."""
    if sys.platform != "linux":
        return Writers.UNKNOWN
    try:
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, _HARMLESS)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except OSError as error:
        return Writers.SOME if error.errno in (errno.EAGAIN, errno.EWOULDBLOCK) else Writers.UNKNOWN
    return Writers.NONE


def is_kept(descriptor: int) -> bool:
    """Whether no writer has come since the lease was granted."""
    if sys.platform != "linux":
        return False
    return fcntl.fcntl(descriptor, fcntl.F_GETLEASE) == fcntl.F_RDLCK
