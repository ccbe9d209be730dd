"""What a crash left in the work folder is taken up again, under the ids that it has already."""

import os
import stat
import time
from collections.abc import Iterator

from ordertrail.inbox.files import Claimed, Found
from ordertrail.inbox.inbox import Inbox
from ordertrail.inbox.lease import Writers, lease
from ordertrail.inbox.locks import lock
from ordertrail.inbox.names import PATH, RETRY, ClaimName, path_name, read_claim_name, split_path

_AN_HOUR = 60 * 60
_WHILE_CLAIMING = (PATH, RETRY)


def sweep(inbox: Inbox) -> Iterator[Claimed]:
    """Claimed files whose owner died: no process holds their lock. Each is now ours."""
    claims = set()
    for name in inbox.work.names():
        said = read_claim_name(name)
        if said is not None:
            claims.add(said.id)
            claimed = _take_over(inbox, name, said)
            if claimed is not None:
                yield claimed
    _remove_beginnings(inbox, claims)


def _take_over(inbox: Inbox, name: str, said: ClaimName) -> Claimed | None:
    try:
        descriptor = inbox.work.open(name)
    except OSError:  # cleared meanwhile, or not readable: then it is reported where it is scanned
        return None
    claimed = None
    try:
        claimed = _take_over_open(inbox, name, said, descriptor)
    finally:
        if claimed is None:
            os.close(descriptor)
    return claimed


def _take_over_open(inbox: Inbox, name: str, said: ClaimName, descriptor: int) -> Claimed | None:
    if not lock(descriptor):
        return None
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode) or status.st_nlink == 0:  # or its owner finished while we came
        return None
    writers = lease(descriptor)
    found = Found(*split_path(said.path if said.whole else _long_path(inbox, said)))
    if writers is Writers.NONE or inbox.settling.is_settled(found, status, writers):
        return inbox.claimed(said.id, found, name, descriptor, status, writers)
    return None


def _long_path(inbox: Inbox, said: ClaimName) -> bytes:
    try:
        return inbox.work.read(path_name(said.id))
    except FileNotFoundError:
        return said.path


def _remove_beginnings(inbox: Inbox, claims: set[str]) -> None:
    """What is written before a claim; if none followed for an hour, none ever will."""
    for name in inbox.work.names():
        if name.endswith(_WHILE_CLAIMING) and name.partition(".")[0] not in claims:
            try:
                age = time.time() - inbox.work.stat(name).st_mtime
            except FileNotFoundError:
                continue
            if age > _AN_HOUR:
                inbox.work.remove(name)
