"""The way of claimed files: archived, read, recorded, cleared.

Several batches are on the way at a time, each a step further than the next: while the processes read one, another is
written to the database by a thread of its own (it mostly waits for the disk), and the newest is hashed. Whatever is
said to the database is said by that thread, one thing after the other, so we never wait for our own locks.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass

from orders.errors import Stop, Wait
from ordertrail.archive import Archive, Hashed
from ordertrail.config.settings import Settings
from ordertrail.crash import crash_point
from ordertrail.faults import wait_for
from ordertrail.inbox.files import Claimed
from ordertrail.inbox.inbox import Inbox, is_unchanged
from ordertrail.intake.batch import Batch, batches
from ordertrail.intake.reading import Pending, Reading
from ordertrail.intake.recording import Recording
from ordertrail.intake.tally import Look, Tally
from ordertrail.quarantine import Verdict
from ordertrail.store.engine import Store
from ordertrail.store.record import Recorded, file_owners

AHEAD = 2
"""Batches that are being read while another is recorded."""

CHANGED = Wait("FILE_CHANGED", "The file changed while it was read.")
_NOT_THE_FILES_FAULT = frozenset({"DISK_FULL", "SYSTEM_EXHAUSTED"})


@dataclass(frozen=True, slots=True)
class Equipment:
    """What claimed files are processed with; lives longer than a look."""

    settings: Settings
    store: Store
    archive: Archive
    reading: Reading
    clerk: Executor  # one thread, the only one that speaks to the database
    batch_files: int  # files that go the way together
    tally: Tally
    recorded: Callable[[Sequence[Claimed]], None]  # told after each batch


@dataclass(slots=True)
class _Hashed:
    batch: Batch
    files: list[Hashed]
    known: "Future[dict[str, str]]"


@dataclass(slots=True)
class _Read:
    batch: Batch
    pending: Pending


@dataclass(slots=True)
class _Written:
    batch: Batch
    recorded: "Future[tuple[Recorded, ...]]"


class Processing:
    """Processes what one look at the inbox takes; every file ends cleared, or ready to go back (`Look.returned`)."""

    def __init__(self, equipment: Equipment, inbox: Inbox, recording: Recording, look: Look) -> None:
        self._with = equipment
        self._inbox = inbox
        self._recording = recording
        self._look = look
        self._limits = asdict(equipment.settings.limits)
        self._hashed: deque[_Hashed] = deque()
        self._reading: deque[_Read] = deque()
        self._writing: deque[_Written] = deque()

    def process(self, claims: Iterable[Claimed]) -> None:
        """Processes claimed files as they come.

        Raises:
            Stop: if the database or the readers are unfit. What was not recorded is where it was.
        """
        several = not self._with.reading.alone
        try:
            for group in batches(claims, self._with.batch_files):
                self._hash(Batch(group))
                self._move_on(hashed=int(several), reading=AHEAD * several, writing=int(several))
            self._move_on(hashed=0, reading=0, writing=0)
        except Stop:
            for batch in [one.batch for one in self._hashed] + [one.batch for one in self._reading]:
                self._give_back(batch, CHANGED)
            while self._writing:
                with suppress(Stop):
                    self._clear(self._writing.popleft())
            raise

    def _move_on(self, *, hashed: int, reading: int, writing: int) -> None:
        """Takes batches a step further until no more than so many are left at each step."""
        while len(self._hashed) > hashed:
            self._archive(self._hashed.popleft())
        while len(self._reading) > reading:
            self._record(self._reading.popleft())
        while len(self._writing) > writing:
            self._clear(self._writing.popleft())

    def _hash(self, batch: Batch) -> None:
        if self._look.blocked is not None:
            self._give_back(batch, self._look.blocked)
            return
        with self._step(batch):
            self._check_disk()
            self._inbox.sync_claims(batch.claims)
            crash_point("claims-synced")
            self._read_bytes(batch)
            files = [batch.hashed[claim.id] for claim in batch.claims if claim.id in batch.hashed]
            known = self._with.clerk.submit(self._known, {file.sha256 for file in files})
            self._hashed.append(_Hashed(batch, files, known))

    def _check_disk(self) -> None:
        reserve = self._with.settings.limits.disk_reserve_bytes
        status = os.statvfs(self._with.archive.path)
        if status.f_bavail * status.f_frsize < reserve:
            raise Wait(
                "DISK_RESERVE",
                f"Less than {reserve // 1_000_000} MB of disk are free; no file is begun.",
                hint="Make room; the files are taken by themselves.",
            )

    def _read_bytes(self, batch: Batch) -> None:
        largest = self._with.settings.limits.file_bytes
        for claim in list(batch.claims):
            if claim.size > largest:
                batch.verdicts[claim.id] = _too_large(claim.size, largest, self._limits)
                continue
            try:
                file = self._with.archive.read(claim)
            except OSError as error:
                wait = wait_for(error)
                if wait.code in _NOT_THE_FILES_FAULT:
                    raise
                batch.delay(claim, wait)
                continue
            if file.read == claim.size and is_unchanged(claim):
                batch.hashed[claim.id] = file
            else:
                batch.delay(claim, CHANGED)

    def _known(self, hashes: set[str]) -> dict[str, str]:
        with self._with.store.reading() as connection:
            return file_owners(connection, hashes)

    def _archive(self, one: _Hashed) -> None:
        """Archives what is not there yet, and has read what is not known yet."""
        archive = self._with.archive
        with self._step(one.batch):
            owners = one.known.result()
            unread = [file for file in one.files if file.sha256 not in owners]
            known = [file for file in one.files if file.sha256 in owners]
            damaged = [file for file in known if not archive.holds(file.place, file.sha256)]
            archive.discard(file.claim for file in known if file not in damaged)
            archive.keep(unread + damaged, self._inbox.work)
            self._reading.append(_Read(one.batch, self._with.reading.begin(unread)))

    def _record(self, one: _Read) -> None:
        """Has written down what was read; the files are looked at once more just before."""
        batch = one.batch
        with self._step(batch):
            outcomes = self._with.reading.finish(one.pending)
            for claim in list(batch.claims):
                if claim.id in outcomes:
                    batch.settle(claim, outcomes[claim.id], self._limits)
            for claim in list(batch.claims):
                if not is_unchanged(claim):
                    batch.delay(claim, CHANGED)
            self._writing.append(_Written(batch, self._with.clerk.submit(self._recording.record, batch)))

    def _clear(self, one: _Written) -> None:
        batch = one.batch
        with self._step(batch):
            recorded = one.recorded.result()
            self._inbox.clear(batch.claims)
            crash_point("cleared")
            for claim, outcome in zip(batch.claims, recorded, strict=True):
                self._with.tally.count(outcome.state, len(batch.documents.get(claim.id, ())))
            self._with.recorded(batch.claims)
            batch.claims = []
            self._give_back(batch, CHANGED)

    @contextmanager
    def _step(self, batch: Batch) -> Iterator[None]:
        """A step of a batch's way. If the world does not let us go on, the batch goes back, and no other is begun."""
        try:
            yield
        except Wait as wait:
            self._block(batch, wait)
        except OSError as error:
            self._block(batch, wait_for(error))
        except Stop as stop:
            self._give_back(batch, Wait(stop.code, stop.message))
            raise

    def _block(self, batch: Batch, wait: Wait) -> None:
        self._look.blocked = wait
        self._give_back(batch, wait)

    def _give_back(self, batch: Batch, wait: Wait) -> None:
        """The files of a batch are made ready to go back: nothing of them stays shared with the archive."""
        batch.delayed += [(claim, wait) for claim in batch.claims]
        self._with.archive.discard(claim for claim, _ in batch.delayed)
        for claim, _ in batch.delayed:
            if claim.id in batch.hashed:
                with suppress(OSError):  # then it stays in the work folder
                    self._with.archive.detach(batch.hashed[claim.id])
        self._look.returned += batch.delayed


def _too_large(size: int, largest: int, limits: dict[str, int]) -> Verdict:
    message = f"The file has {size} bytes; more than {largest} are not read."
    return Verdict(code="FILE_TOO_LARGE", message=message, hint="limits.file_bytes sets the limit.", limits=limits)
