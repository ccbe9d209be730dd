"""Named places at which a test may end the process as a power cut would: nothing is cleaned up, nothing is flushed.

The environment variable `ORDERTRAIL_CRASH` names one of `POINTS`, or with `:3` its third passage. Without it, as always
outside tests, a crash point is a look at a cached None.
"""

import os
import signal
from dataclasses import dataclass
from functools import cache

VARIABLE = "ORDERTRAIL_CRASH"

POINTS = (
    "claimed",  # renamed into the work folder, neither folder synced
    "claims-synced",  # claims are durable, nothing was read
    "archive-temporary",  # the copy for the archive is half written
    "archived",  # the bytes are in the archive, the database knows nothing
    "quarantine-sidecar",  # the reason is written, the bytes are not there yet
    "quarantined",  # reason and bytes are in the quarantine, the database knows nothing
    "recording",  # in the transaction, after the first document
    "recording-lines",  # in the transaction, between two rows of one document
    "before-commit",
    "committed",  # the database knows, the claimed files are still there
    "cleared",  # the claimed files are gone, their folder is not synced
    "before-derive",
    "deriving",  # in the transaction of the derivations
    "judging",  # in the transaction that says what became of a workbook's answers
    "before-reports",
)
"""Every point that somebody passes."""


@dataclass(slots=True)
class _Plan:
    point: str
    passages: int


def crash_point(name: str) -> None:
    """Kills this process at once if the environment says that it dies here."""
    plan = _plan()
    if plan is None or plan.point != name:
        return
    plan.passages -= 1
    if plan.passages == 0:
        os.kill(os.getpid(), signal.SIGKILL)


@cache
def _plan() -> _Plan | None:
    point, _, passages = os.environ.get(VARIABLE, "").partition(":")
    return _Plan(point, int(passages or 1)) if point else None
