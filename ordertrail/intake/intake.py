"""Everything that lies in the inbox, taken into the store.

Batches of about a hundred files are claimed, archived and given to the readers; while they read one, the one before is
recorded and cleared. Each step is durable before the next begins, and every step may be done again: whatever ends the
process, the next one finds the files in the inbox, in the work folder, or recorded.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import chain

from orders.errors import Stop, Wait
from ordertrail.archive import Archive, Hashed
from ordertrail.config.settings import Settings
from ordertrail.crash import crash_point
from ordertrail.faults import wait_for
from ordertrail.inbox.files import BUSY, FRESH, Claimed, Found, Held
from ordertrail.inbox.inbox import Inbox, is_unchanged
from ordertrail.inbox.settle import Settling
from ordertrail.inbox.sweep import sweep
from ordertrail.intake.batch import Batch, batches
from ordertrail.intake.reading import Pending, Reading
from ordertrail.intake.recording import Recording
from ordertrail.intake.tally import Look, Tally
from ordertrail.intake.waiting import Waiting
from ordertrail.quarantine import Quarantine, Verdict
from ordertrail.store.engine import Store
from ordertrail.store.facts import ArrivalState
from ordertrail.store.record import Recorded, file_owners, recorded_states

AHEAD = 2
"""Batches that are being read while others are recorded."""

_CHANGED = Wait("FILE_CHANGED", "The file changed while it was read.")


@dataclass(slots=True)
class _Going:
    """A batch on its way, and what is being read of it."""

    batch: Batch
    pending: Pending


class Intake:
    """Takes the files of one inbox. To be used by one thread; other processes may work on the same inbox."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        inbox: Inbox,
        reading: Reading,
        *,
        stop: Callable[[], bool] = lambda: False,
        progress: Callable[[int], None] = lambda _: None,
    ) -> None:
        self._settings = settings
        self._store = store
        self._stop = stop
        self._progress = progress
        self._limits = asdict(settings.limits)
        self.inbox = inbox
        self.archive = Archive(settings.folders.archive)
        self._recording = Recording(store, Quarantine(settings.folders.quarantine), inbox.work)
        self._reading = reading
        self.waiting = Waiting(settings.run.retry_minutes * 60)
        self.waiting.load(store)
        self.tally = Tally()

    def _swept(self) -> Iterator[Claimed]:
        """What a crash left in the work folder. What is recorded is only cleared: its bytes are safe elsewhere."""
        for group in batches(sweep(self.inbox), self._settings.run.batch_documents):
            with self._store.reading() as connection:
                states = recorded_states(connection, [claim.id for claim in group])
            known = {id_ for id_, state in states.items() if state is not ArrivalState.WAITING}
            self.inbox.clear(claim for claim in group if claim.id in known)
            yield from (claim for claim in group if claim.id not in known)

    def look(self, *, patient: bool = False, last: bool = True) -> Look:
        """Takes everything out of the inbox that can be taken now, and what a crash left in the work folder.

        `patient`: files that wait are tried only when their pause is over. `last`: files that are not settled are
        recorded as waiting too; otherwise the caller looks again.

        Raises:
            Stop: if the database, the folders or the readers are unfit. The files are then where they were.
        """
        look = Look()
        self._process(chain(self._swept(), self._found(look, patient=patient)), look)
        self._return(look)
        self.inbox.subfolders.forget()
        if not self._stop():
            self.inbox.settling.end_of_scan()
            self._note_waiting(look, last=last)
        return look

    def _found(self, look: Look, *, patient: bool) -> Iterator[Claimed]:
        for found in self.inbox.scan(look.survey):
            if self._stop():
                return
            if look.blocked is not None:
                look.hold(Held(found, 0, look.blocked))
            elif patient and self.waiting and not self.waiting.is_due(found):
                look.hold_on(found)
            else:
                outcome = self.inbox.take(found, self.waiting.id_of(found))
                if isinstance(outcome, Claimed):
                    look.taken += 1
                    yield outcome
                elif outcome is not None:
                    look.hold(outcome)

    def take_up(self, claims: Iterable[Claimed]) -> Look:
        """Processes files that are claimed already."""
        look = Look()
        self._process(claims, look)
        self._return(look)
        return look

    def _process(self, claims: Iterable[Claimed], look: Look) -> None:
        going: deque[_Going] = deque()
        ahead = 0 if self._reading.alone else AHEAD
        try:
            for group in batches(claims, self._settings.run.batch_documents):
                if look.blocked is None:
                    self._begin(Batch(group), going, look)
                else:
                    look.returned += [(claim, look.blocked) for claim in group]
                while len(going) > ahead:
                    self._finish(going.popleft(), look)
            while going:
                self._finish(going.popleft(), look)
        except Stop:
            for one in going:
                self.inbox.put_back(one.batch.claims)
            self._return(look)
            raise

    def _begin(self, batch: Batch, going: "deque[_Going]", look: Look) -> None:
        try:
            self._check_disk()
            self.inbox.sync_claims(batch.claims)
            crash_point("claims-synced")
            self._read_bytes(batch)
            unread = self._archive_new(batch)
            going.append(_Going(batch, self._reading.begin(unread)))
        except Wait as wait:
            self._block(batch, wait, look)
        except OSError as error:
            self._block(batch, wait_for(error), look)
        except Stop:
            self.inbox.put_back(batch.claims)
            raise

    def _check_disk(self) -> None:
        reserve = self._settings.limits.disk_reserve_bytes
        status = os.statvfs(self.archive.path)
        if status.f_bavail * status.f_frsize < reserve:
            raise Wait(
                "DISK_RESERVE",
                f"Less than {reserve // 1_000_000} MB of disk are free; no file is begun.",
                hint="Make room; the files are taken by themselves.",
            )

    def _read_bytes(self, batch: Batch) -> None:
        largest = self._settings.limits.file_bytes
        for claim in list(batch.claims):
            if claim.size > largest:
                batch.verdicts[claim.id] = _too_large(claim.size, largest, self._limits)
                continue
            try:
                file = self.archive.read(claim)
            except OSError as error:
                if wait_for(error).code in ("DISK_FULL", "SYSTEM_EXHAUSTED"):
                    raise
                batch.delay(claim, wait_for(error))
                continue
            if file.read == claim.size and is_unchanged(claim):
                batch.hashed[claim.id] = file
            else:
                batch.delay(claim, _CHANGED)

    def _archive_new(self, batch: Batch) -> list[Hashed]:
        """Archives what is not there yet; the files whose content is not known, and has to be read."""
        files = [batch.hashed[claim.id] for claim in batch.claims if claim.id in batch.hashed]
        with self._store.reading() as connection:
            owners = file_owners(connection, {file.sha256 for file in files})
        unread = [file for file in files if file.sha256 not in owners]
        damaged = [file for file in files if file.sha256 in owners and not self.archive.holds(file)]
        self.archive.keep(unread + damaged, self.inbox.work)
        return unread

    def _finish(self, one: _Going, look: Look) -> None:
        batch = one.batch
        try:
            outcomes = self._reading.finish(one.pending)
            for claim in list(batch.claims):
                if claim.id in outcomes:
                    batch.settle(claim, outcomes[claim.id], self._limits)
            for claim in list(batch.claims):
                if not is_unchanged(claim):
                    batch.delay(claim, _CHANGED)
            recorded = self._recording.record(batch)
        except Wait as wait:
            self._block(batch, wait, look)
            return
        except OSError as error:
            self._block(batch, wait_for(error), look)
            return
        except Stop:
            self.inbox.put_back(batch.claims)
            raise
        self._clear(batch, recorded, look)

    def _clear(self, batch: Batch, recorded: tuple[Recorded, ...], look: Look) -> None:
        self.inbox.clear(batch.claims)
        crash_point("cleared")
        for claim, outcome in zip(batch.claims, recorded, strict=True):
            self.tally.count(outcome.state, len(batch.documents.get(claim.id, ())))
        if self.waiting:
            for claim in batch.claims:
                self.waiting.taken(Found(claim.folder, claim.name))
        self._give_up(batch, look)
        self._progress(self.tally.done)

    def _block(self, batch: Batch, wait: Wait, look: Look) -> None:
        """The world does not let us go on: the files of the batch go back, and no more are begun in this look."""
        look.blocked = wait
        for claim in batch.claims:
            batch.delayed.append((claim, wait))
        self._give_up(batch, look)

    def _give_up(self, batch: Batch, look: Look) -> None:
        """Files that cannot be gone on with are made ready to go back."""
        self.archive.discard(claim for claim, _ in batch.delayed)
        for claim, _ in batch.delayed:
            with suppress(OSError, KeyError):
                self.archive.detach(batch.hashed[claim.id])
        look.returned += batch.delayed

    def _return(self, look: Look) -> None:
        """Puts files back into the inbox; at the end of a look, so that the same look does not find them again."""
        for claim, reason in look.returned:
            look.hold(Held(Found(claim.folder, claim.name), claim.size, reason, claim.id))
        self.inbox.put_back(claim for claim, _ in look.returned)
        look.returned = []

    def _note_waiting(self, look: Look, *, last: bool) -> None:
        held = look.held if last else [one for one in look.held if one.reason not in (FRESH, BUSY)]
        if not held and not self.waiting:
            return
        self.waiting.note(held, self.inbox.new_id)
        try:
            self.waiting.write(self._store, held, self._is_there)
        except Wait:  # the database itself is what has to be waited for; the files are counted all the same
            return

    def _is_there(self, found: Found) -> bool:
        try:
            return self.inbox.subfolders.at(found.folder).has(found.name)
        except OSError:
            return False

    def close(self) -> None:
        """Ends the readers and closes the folders."""
        self._reading.close()
        self.archive.close()
        self.inbox.close()


def open_inbox(settings: Settings, *, network: bool) -> Inbox:
    """The inbox of the configuration; on a network file system files must be quiet for five times as long."""
    seconds = settings.run.settle_seconds * (5 if network else 1)
    return Inbox(str(settings.folders.inbox), Settling(seconds), empty_seconds=settings.run.empty_file_minutes * 60)


def _too_large(size: int, largest: int, limits: dict[str, int]) -> Verdict:
    message = f"The file has {size} bytes; more than {largest} are not read."
    return Verdict(code="FILE_TOO_LARGE", message=message, hint="limits.file_bytes sets the limit.", limits=limits)
