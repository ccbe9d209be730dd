"""The side of a process that assesses for another."""

import os
from multiprocessing import parent_process
from threading import Thread

from ordertrail.collecting import collect_rarely


def begin() -> None:
    """What such a process does before anything else: it looks for cycles rarely, and ends with its parent."""
    collect_rarely()
    Thread(target=_end_with_parent, name="parent", daemon=True).start()


def _end_with_parent() -> None:
    # A parent that was killed tells nobody; the queue of its tasks stays open, because we hold both of its ends.
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
