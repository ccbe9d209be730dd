"""Faults of the world, sorted: which of the system's errors pass by themselves, and what people are told meanwhile."""

import errno

from orders.errors import Wait

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_DENIED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_BUSY = frozenset({errno.EBUSY, errno.ETXTBSY, errno.EAGAIN, errno.EWOULDBLOCK})
_EXHAUSTED = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOMEM})


def wait_for(error: OSError) -> Wait:
    """What to say while an error of the system lasts. None of them says anything bad about the file."""
    number = error.errno
    if number in _FULL:
        return Wait("DISK_FULL", "The disk is full.", hint="Make room; the file is tried again by itself.")
    if number in _DENIED:
        hint = "Give the user that runs Ordertrail the right to read, rename and remove the file."
        return Wait("PERMISSION_DENIED", "The file or its folder may not be read or changed.", hint=hint)
    if number in _BUSY:
        return Wait("FILE_BUSY", "Another program is using the file.")
    if number in _EXHAUSTED:
        return Wait("SYSTEM_EXHAUSTED", f"The system has nothing left to give: {error.strerror}.")
    return Wait("IO_ERROR", f"The file system answers with an error: {error.strerror or error}.")
