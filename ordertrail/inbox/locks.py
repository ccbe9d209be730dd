"""Locks that the kernel frees when their holder dies: there are no stale ones."""

import sys

if sys.platform != "win32":
    import fcntl


def lock(descriptor: int) -> bool:
    """Locks an open file for this process; False if another one holds it.

    Where the file system knows no locks (some network shares), everybody gets one: the unique keys of the database then
    decide who was first.
    """
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True
