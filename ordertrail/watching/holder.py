"""Only one watcher at an inbox: whoever holds the lock, which the kernel frees when its holder dies."""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from orders.errors import Refuse
from ordertrail.inbox.locks import lock
from ordertrail.inbox.names import WORK_FOLDER

LOCK = "watch.lock"


@contextmanager
def only_watcher(inbox: Path) -> Iterator[None]:
    """Holds the inbox's watch lock. `run` may work on the same inbox meanwhile; a second `watch` may not.

    Raises:
        Refuse: if another process watches it; says which.
    """
    (inbox / WORK_FOLDER).mkdir(mode=0o700, exist_ok=True)
    descriptor = os.open(inbox / WORK_FOLDER / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o640)
    try:
        if not lock(descriptor):
            raise _refusal(descriptor, inbox)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps({"pid": os.getpid(), "host": socket.gethostname()}).encode(), 0)
        yield
    finally:
        os.close(descriptor)


def _refusal(descriptor: int, inbox: Path) -> Refuse:
    return Refuse(
        "ALREADY_WATCHED",
        f"Another process watches this inbox: {_holder(descriptor)}.",
        where=str(inbox),
        hint="Stop it first, or leave the work to it.",
    )


def _holder(descriptor: int) -> str:
    try:
        said = json.loads(os.pread(descriptor, 1000, 0))
        return f"process {said['pid']} on {said['host']}"
    except (ValueError, KeyError, TypeError):
        return "it has not said which"
