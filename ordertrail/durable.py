"""Making written things survive a power cut, many at a time.

One `fsync` a file costs more processor time than reading the document (77 µs against 71 µs, measured on ext4). `syncfs`
makes everything durable that was written to a file system before the call, for the price of one; it reports write
errors since Linux 5.8.
"""

import ctypes
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

MANY = 8
"""From so many descriptors on, one `syncfs` is cheaper than an `fsync` each."""


def sync_many(descriptors: Sequence[int], anchor: int) -> None:
    """Makes files or folders durable; `anchor` is a descriptor of anything on their file system.

    Raises:
        OSError: if something could not be written.
    """
    if len(descriptors) >= MANY and _syncfs() is not None:
        sync_file_system(anchor)
        return
    for descriptor in descriptors:
        os.fsync(descriptor)


def sync_file_system(anchor: int) -> None:
    """Makes everything durable that was written to the file system of `anchor`.

    Raises:
        OSError: if something could not be written.
    """
    syncfs = _syncfs()
    if syncfs is None:
        os.sync()
    elif syncfs(anchor) != 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))


def sync_folders(paths: Iterable[str]) -> None:
    """Makes the entries of folders durable: a rename is only then."""
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def replace_file(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Puts `data` at `path`: after a crash there is the old file or the new one, never a part.

    `durable`: also after a power cut; otherwise only once its file system is synced.

    Raises:
        OSError: if it could not be written; the old file is then untouched.
    """
    temporary = path.with_name(f"{path.name}.tmp")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o640)
        try:
            write_all(descriptor, data)
            if durable:
                os.fsync(descriptor)
        finally:
            os.close(descriptor)
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise
    if durable:
        sync_folders((str(path.parent),))


def write_all(descriptor: int, data: bytes) -> None:
    """Writes all of `data`: the system may take it in parts."""
    written = os.write(descriptor, data)
    while written < len(data):
        written += os.write(descriptor, data[written:])


@cache
def _syncfs() -> Callable[[int], int] | None:
    if not sys.platform.startswith("linux"):
        return None
    release = os.uname().release.split(".")
    if tuple(int(part) for part in release[:2]) < (5, 8):
        return None
    function: Callable[[int], int] | None = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    return function
