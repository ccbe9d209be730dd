"""The inbox: takes complete files, each by one process alone, and clears them when they are recorded.

Taking a file is: open it (no link is followed), take a lease (no writer has it, none can come unseen), look whether it
is settled, lock it (the kernel frees the lock when we die: there are no stale ones), rename it into the work folder
under an id that it keeps for ever, and see that what was renamed is what was opened.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress

from orders.errors import Wait
from ordertrail.crash import crash_point
from ordertrail.faults import wait_for
from ordertrail.inbox import lease
from ordertrail.inbox.files import BUSY, EMPTY, FRESH, Claimed, Found, Held
from ordertrail.inbox.folder import Folder
from ordertrail.inbox.lease import Writers
from ordertrail.inbox.locks import lock
from ordertrail.inbox.names import (
    INBOX_ID,
    WORK_FOLDER,
    arrival_ids,
    claim_name,
    path_name,
)
from ordertrail.inbox.scan import Survey, scan
from ordertrail.inbox.settle import Settling
from ordertrail.inbox.subfolders import Subfolders


class Inbox:
    """An open inbox folder, with its work folder in it.

    Raises:
        Wait: if the folder is not there, or is not the inbox but the empty folder that it is mounted on.
    """

    def __init__(self, path: str, settling: Settling, *, empty_seconds: float) -> None:
        self.root = _marked(path)
        self.work = self.root.make_inner(WORK_FOLDER, 0o700)
        self.subfolders = Subfolders(self.root)
        self.settling = settling
        self._empty_seconds = empty_seconds
        self._ids = arrival_ids()
        self._user = os.geteuid()

    def scan(self, survey: Survey) -> Iterator[Found]:
        """Every file that may be a document; see `ordertrail.inbox.scan`."""
        return scan(self.root, survey)

    def new_id(self) -> str:
        """An id for an arrival."""
        return next(self._ids)

    def take(self, found: Found, arrival_id: str | None = None) -> Claimed | Held | None:
        """Claims a file, under the id that it was given when it had to wait, or a new one.

        None: it is gone. The claim is durable after `sync_claims`.
        """
        try:
            folder = self.subfolders.at(found.folder)
            descriptor = folder.open(found.name)
        except FileNotFoundError:
            return None
        except OSError as error:
            return Held(found, 0, wait_for(error))
        outcome: Claimed | Held | None = None
        try:
            outcome = self._take_open(found, folder, descriptor, arrival_id)
        finally:
            if not isinstance(outcome, Claimed):
                os.close(descriptor)
        return outcome

    def _take_open(
        self, found: Found, folder: Folder, descriptor: int, arrival_id: str | None
    ) -> Claimed | Held | None:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):  # swapped since it was listed
            return None
        writers = lease.lease(descriptor)
        reason = self._reason_to_wait(found, status, writers)
        if reason is not None:
            return Held(found, status.st_size, reason)
        if not lock(descriptor):
            return Held(found, status.st_size, BUSY)
        try:
            return self._rename(found, folder, descriptor, status, writers, arrival_id or next(self._ids))
        except FileNotFoundError:
            return None
        except OSError as error:
            return Held(found, status.st_size, wait_for(error))

    def _reason_to_wait(self, found: Found, status: os.stat_result, writers: Writers) -> Wait | None:
        if not self.settling.is_settled(found, status, writers):
            return BUSY if writers is Writers.SOME else FRESH
        if status.st_size == 0 and not self.settling.is_quiet_for(found, status, self._empty_seconds):
            return EMPTY
        return None

    def _rename(
        self,
        found: Found,
        folder: Folder,
        descriptor: int,
        status: os.stat_result,
        writers: Writers,
        arrival_id: str,
    ) -> Claimed | None:
        work_name, whole = claim_name(arrival_id, found.folder, found.name)
        if not whole:
            self.work.write(path_name(arrival_id), os.fsencode("/".join(filter(None, found))))
        folder.rename(found.name, self.work, work_name)
        crash_point("claimed")
        if self.work.stat(work_name).st_ino != status.st_ino:
            # The name was given to another file between opening and renaming. That one has not settled yet.
            with suppress(FileExistsError):
                self.work.give(work_name, folder, found.name)
            return None
        return self.claimed(arrival_id, found, work_name, descriptor, status, writers)

    def claimed(
        self, arrival_id: str, found: Found, work_name: str, descriptor: int, status: os.stat_result, writers: Writers
    ) -> Claimed:
        """The claimed file that `descriptor` is open on."""
        leased = writers is Writers.NONE
        return Claimed(
            arrival_id,
            found.folder,
            found.name,
            work_name,
            descriptor,
            status.st_size,
            status.st_mtime_ns,
            status.st_dev,
            stat.S_IMODE(status.st_mode),
            leased,
            leased and status.st_nlink == 1 and status.st_uid == self._user,
        )

    def sync_claims(self, claims: Iterable[Claimed]) -> None:
        """Makes claims durable: after a power cut each file is in the work folder, under its id."""
        self.work.sync()
        for path in {claim.folder for claim in claims}:
            with suppress(FileNotFoundError):  # an emptied subfolder that somebody removed
                self.subfolders.at(path).sync()

    def clear(self, claims: Iterable[Claimed]) -> None:
        """Removes claimed files whose bytes are safe elsewhere and whose fate is recorded, and lets go of them.

        One that cannot be removed now is removed by the next sweep.
        """
        for claim in claims:
            with suppress(OSError):
                self.work.remove(claim.work_name)
                self._remove_path(claim)
            os.close(claim.descriptor)

    def put_back(self, claims: Iterable[Claimed]) -> None:
        """Gives claimed files their place in the inbox back, untouched.

        Where the name is taken by a newer file, the subfolder is gone or the disk does not let us, the file stays in
        the work folder for the next sweep; so does one that has a second name, which may be its place in the archive.
        """
        for claim in claims:
            with suppress(OSError):
                if os.fstat(claim.descriptor).st_nlink == 1:
                    self._put_back(claim)
            os.close(claim.descriptor)

    def _put_back(self, claim: Claimed) -> None:
        if claim.sole:
            os.fchmod(claim.descriptor, claim.mode)
        self.work.give(claim.work_name, self.subfolders.at(claim.folder), claim.name)
        self._remove_path(claim)

    def _remove_path(self, claim: Claimed) -> None:
        if not claim.work_name.startswith(f"{claim.id}__"):
            self.work.remove(path_name(claim.id))

    def close(self) -> None:
        """Closes the folders. Files that are still claimed stay in the work folder."""
        self.subfolders.forget()
        self.work.close()
        self.root.close()


def _marked(path: str) -> Folder:
    try:
        root = Folder.at(path)
    except OSError as error:
        raise wait_for(error) from error
    if not root.has(INBOX_ID):
        root.close()
        raise Wait("INBOX_AWAY", "The inbox is not there.")
    return root


def is_unchanged(claim: Claimed) -> bool:
    """Whether a claimed file is still what it was when it was claimed, and nobody is about to change it."""
    if claim.leased:
        return lease.is_kept(claim.descriptor)
    status = os.fstat(claim.descriptor)
    return (status.st_size, status.st_mtime_ns) == (claim.size, claim.modified_ns)
