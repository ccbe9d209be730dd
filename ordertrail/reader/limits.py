"""What a reading process may use. Set by the child itself before it sees a file; the system enforces it."""

import ctypes
import os
import re
import signal
import sys

if sys.platform != "win32":  # which knows no such limits; the parent's time limit holds there too
    import resource

_SET_PARENT_DEATH_SIGNAL = 1
_SET_NO_NEW_PRIVILEGES = 38
_NEW_NETWORK = 0x40000000
_NEW_USERS = 0x10000000

OPEN_FILES = 64
WRITTEN_BYTES = 500_000_000


def limit_process(memory_bytes: int, *, reserves: bool = False) -> None:
    """Bounds memory, written and open files, for ever; leaves no core behind; shuts the network out where that can be
    done; and lets the process die with its parent.

    `reserves`: for libraries that reserve much more address space than they use, what is used is bounded instead.
    """
    if sys.platform == "win32":
        return
    _lower(resource.RLIMIT_DATA if reserves else resource.RLIMIT_AS, memory_bytes)
    _lower(resource.RLIMIT_FSIZE, WRITTEN_BYTES)
    _lower(resource.RLIMIT_NOFILE, OPEN_FILES)
    _lower(resource.RLIMIT_CORE, 0)
    if sys.platform == "linux":
        _linux_only(ctypes.CDLL(None))


def _linux_only(libc: ctypes.CDLL) -> None:
    libc.prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    libc.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    # Refused in many containers: then readers have a network, and no use for it. The superuser needs no user name space
    # for it, and would lose the right to other users' files in one.
    libc.unshare(_NEW_NETWORK if os.geteuid() == 0 else _NEW_NETWORK | _NEW_USERS)


def _lower(which: int, limit: int) -> None:
    hard = resource.getrlimit(which)[1]
    bound = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(which, (bound, bound))


def allow_cpu(seconds: int) -> None:
    """From now on so many more seconds of processor time; then the system ends the process (SIGXCPU)."""
    if sys.platform == "win32":
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, hard))


def memory_peak() -> int:
    """The most memory that this process ever held, in bytes; 0 where nobody tells."""
    if sys.platform == "win32":
        return 0
    if sys.platform == "darwin":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return _high_water_mark()


def _high_water_mark() -> int:
    # Not getrusage: Linux lets a new program inherit the figure of the process that started it.
    try:
        with open("/proc/self/status", "rb") as status:  # noqa: PTH123 - for every portion of files
            found = re.search(rb"VmHWM:\s+(\d+) kB", status.read())
    except OSError:
        return 0
    return int(found[1]) * 1024 if found else 0
