"""Putting finished reports where people find them: whole or not at all, even while the old ones are open.

Reports are written in a working folder beside their place, made durable, and moved over the old ones. A lock on the
reports folder makes writers queue up; so a working folder that is found under the lock was left behind by a crash.
"""

import fcntl
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp

from orders.errors import Wait
from ordertrail.durable import sync_folders

_WORKING = ".report-"
_LOCK = ".report.lock"
_PATIENCE_SECONDS = 120.0
_LOOK_SECONDS = 0.1


@contextmanager
def working_folder(folder: Path) -> Iterator[Path]:
    """An empty folder inside `folder` to write reports in; gone afterwards, whatever happens.

    Raises:
        Wait: if the folder cannot be written to, or another process does not come to an end with it.
    """
    with writable(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o660)
    try:
        _wait_for(lock, folder)
        with writable(folder):
            _sweep(folder)
            working = Path(mkdtemp(prefix=_WORKING, dir=folder))
        try:
            yield working
        finally:
            shutil.rmtree(working, ignore_errors=True)
    finally:
        os.close(lock)


def deliver(made: Path, place: Path, now: datetime) -> Path:
    """Moves a finished file to its place; where the old one cannot be replaced because somebody has it open, beside it.

    Returns where it is now: `place`, or `name-20261122-0915.xlsx`.

    Raises:
        Wait: if it cannot be put there either.
    """
    with writable(place):
        _sync(made)
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            made.replace(place)
        except PermissionError:  # Windows: open in Excel
            place = place.with_name(f"{place.stem}-{now:%Y%m%d-%H%M}{place.suffix}")
            made.replace(place)
            _mark_as_ours(place)
        else:
            _remove_stand_ins(place)
        sync_folders((str(place.parent),))
    return place


@contextmanager
def writable(where: Path) -> Iterator[None]:
    """Turns what the system says into what is to be done about it: nothing, it is tried again by the next run.

    Raises:
        Wait: in place of any OSError.
    """
    try:
        yield
    except OSError as error:
        place = str(error.filename or where)
        raise Wait(
            "REPORT_NOT_WRITTEN",
            f"The report could not be written to {place}: {error.strerror or error}.",
            where=place,
            hint="Make the folder writable, or name another one in folders.reports. The next run tries again.",
        ) from error


def _wait_for(lock: int, folder: Path) -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise Wait(
                    "REPORT_BUSY", "Another process has been writing reports for a long time.", where=str(folder)
                ) from None
            time.sleep(_LOOK_SECONDS)
        except OSError:  # a network share without locks: the moves are whole all the same
            return
        else:
            return


def _sweep(folder: Path) -> None:
    for entry in os.scandir(folder):
        if entry.name.startswith(_WORKING) and entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path, ignore_errors=True)


def _sync(file: Path) -> None:
    descriptor = os.open(file, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _mark_as_ours(stand_in: Path) -> None:
    """Sets the time of a stand-in to a whole minute: one that somebody saved again has another, and is kept."""
    minute = int(stand_in.stat().st_mtime) // 60 * 60
    os.utime(stand_in, (minute, minute))


def _remove_stand_ins(place: Path) -> None:
    """Removes what stood in for `place` while that was open, unless somebody worked on it or has it open."""
    pattern = re.compile(rf"{re.escape(place.stem)}-\d{{8}}-\d{{4}}{re.escape(place.suffix)}")
    for other in place.parent.iterdir():
        if pattern.fullmatch(other.name) and other.stat().st_mtime_ns % 60_000_000_000 == 0:
            with suppress(PermissionError):
                other.unlink()
