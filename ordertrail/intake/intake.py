"""Everything that lies in the inbox, taken into the store.

Batches of about a hundred files are claimed, archived and given to the readers; while they read one, the one before is
recorded and cleared. Each step is durable before the next begins, and every step may be done again: whatever ends the
process, the next one finds the files in the inbox, in the work folder, or recorded.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from orders.errors import Wait
from ordertrail.archive import Archive
from ordertrail.collecting import collecting_rarely
from ordertrail.config.settings import Settings
from ordertrail.faults import wait_for
from ordertrail.inbox.files import BUSY, FRESH, Claimed, Found, Held
from ordertrail.inbox.inbox import Inbox
from ordertrail.inbox.scan import Survey
from ordertrail.inbox.settle import Settling
from ordertrail.inbox.sweep import sweep
from ordertrail.intake.batch import batch_size, batches
from ordertrail.intake.checking import check_newest
from ordertrail.intake.clerk import clerk
from ordertrail.intake.processing import Equipment, Processing
from ordertrail.intake.reading import Reading
from ordertrail.intake.recording import Recording
from ordertrail.intake.tally import Look, Tally
from ordertrail.intake.waiting import Waiting
from ordertrail.quarantine import Quarantine
from ordertrail.store.engine import Store
from ordertrail.store.facts import ArrivalState
from ordertrail.store.record import recorded_states


class Intake:
    """Takes the files of one inbox. To be used by one thread; other processes may work on the same inbox.

    `stop` is asked before each file; when it says yes, what was begun is finished. `progress` is told the number of
    files done after each batch.
    """

    def __init__(
        self,
        settings: Settings,
        store: Store,
        reading: Reading,
        settling: Settling,
        *,
        stop: Callable[[], bool] = lambda: False,
        progress: Callable[[int], None] = lambda _: None,
    ) -> None:
        self._settings = settings
        self._store = store
        self._stop = stop
        self._progress = progress
        self._reading = reading
        self._archive = Archive(settings.folders.archive)
        self._clerk = clerk(alone=reading.alone)
        self._batch_files = batch_size(settings.run.batch_documents)
        self._quarantine = Quarantine(settings.folders.quarantine, settings.language)
        self.settling = settling
        self.waiting = Waiting(settings.run.retry_minutes * 60)
        self.waiting.load(store)
        self.tally = Tally()
        self._archive.sweep()

    def look(self, *, patient: bool = False, last: bool = True) -> Look:
        """Takes everything out of the inbox that can be taken now, and what a crash left in the work folder.

        `patient`: files that wait are tried only when their pause is over. `last`: files that are not settled are
        recorded as waiting too; otherwise the caller looks again.

        Raises:
            Wait: if the inbox is away.
            Stop: if the database, the folders or the readers are unfit; the files are then where they were. Also if,
                after a crash, the archive does not hold what was recorded last.
        """
        look = Look()
        inbox = self._open_inbox()
        try:
            recording = Recording(self._store, self._quarantine, inbox.work)
            left = self._swept(inbox, recording, look)
            self._process(inbox, recording, look, chain(left, self._found(inbox, look, patient=patient)))
            if not self._stop():
                self.settling.end_of_scan()
                self._note_waiting(inbox, look, last=last)
        finally:
            inbox.close()
        if look.swept and look.blocked is None:
            check_newest(self._store, self._archive)
        return look

    def files_there(self) -> int:
        """How many files lie in the inbox now.

        Raises:
            Wait: if the inbox is away.
        """
        inbox = self._open_inbox()
        try:
            return sum(1 for _ in inbox.scan(Survey()))
        except OSError as error:
            raise wait_for(error) from error
        finally:
            inbox.close()

    def take_up(self, claim: Callable[[Inbox], Claimed]) -> Look:
        """Processes one rejected file, which `claim` puts into the work folder again."""
        look = Look()
        inbox = self._open_inbox()
        try:
            recording = Recording(self._store, self._quarantine, inbox.work, again=True)
            self._process(inbox, recording, look, iter([claim(inbox)]))
        finally:
            inbox.close()
        return look

    def _open_inbox(self) -> Inbox:
        """Opened anew for each look: another folder may be mounted there by now, and nobody is kept from unmounting."""
        empty_seconds = self._settings.run.empty_file_minutes * 60
        return Inbox(str(self._settings.folders.inbox), self.settling, empty_seconds=empty_seconds)

    def _process(self, inbox: Inbox, recording: Recording, look: Look, claims: Iterator[Claimed]) -> None:
        equipment = Equipment(
            self._settings,
            self._store,
            self._archive,
            self._reading,
            self._clerk,
            self._batch_files,
            self.tally,
            self._recorded,
        )
        try:
            with collecting_rarely():
                Processing(equipment, inbox, recording, look).process(claims)
        finally:
            # Only now: the same look must not find again what it gives back.
            inbox.put_back(claim for claim, _ in look.returned)
            for claim, reason in look.returned:
                look.hold(Held(Found(claim.folder, claim.name), claim.size, reason, claim.id))
            look.returned = []

    def _recorded(self, claims: Sequence[Claimed]) -> None:
        if self.waiting:
            for claim in claims:
                self.waiting.taken(Found(claim.folder, claim.name))
        self._progress(self.tally.done)

    def _swept(self, inbox: Inbox, recording: Recording, look: Look) -> Iterator[Claimed]:
        """What a crash left in the work folder. What is recorded is only cleared: its bytes are safe elsewhere."""
        for group in batches(sweep(inbox), self._batch_files):
            look.swept += len(group)
            try:
                with self._store.reading() as connection:
                    states = recorded_states(connection, [claim.id for claim in group])
            except Wait as wait:
                look.blocked = wait
                look.returned += [(claim, wait) for claim in group]
                return
            known = {id_ for id_, state in states.items() if state is not ArrivalState.WAITING}
            recording.leave_quarantine(id_ for id_ in known if states[id_] is not ArrivalState.REJECTED)
            inbox.clear(claim for claim in group if claim.id in known)
            yield from (claim for claim in group if claim.id not in known)

    def _found(self, inbox: Inbox, look: Look, *, patient: bool) -> Iterator[Claimed]:
        try:
            yield from self._taken(inbox, look, patient=patient)
        except OSError as error:  # the inbox went away under our hands
            look.blocked = wait_for(error)

    def _taken(self, inbox: Inbox, look: Look, *, patient: bool) -> Iterator[Claimed]:
        for found in inbox.scan(look.survey):
            if self._stop():
                return
            if look.blocked is not None:
                look.hold(Held(found, 0, look.blocked))
            elif patient and self.waiting and not self.waiting.is_due(found):
                look.waiting += 1
            else:
                outcome = inbox.take(found, self.waiting.id_of(found))
                if isinstance(outcome, Claimed):
                    yield outcome
                elif outcome is not None:
                    look.hold(outcome)

    def _note_waiting(self, inbox: Inbox, look: Look, *, last: bool) -> None:
        held = look.held if last else [one for one in look.held if one.reason not in (FRESH, BUSY)]
        if not held and not self.waiting:
            return
        self.waiting.note(held, inbox.new_id)
        if look.blocked is not None and look.blocked.code.startswith("DATABASE"):
            return  # it would only let us wait once more
        try:
            self.waiting.write(self._store, held, lambda found: _is_there(inbox, found))
        except Wait:  # the database itself is what has to be waited for; the files are counted all the same
            return

    def close(self) -> None:
        """Ends the readers and closes the archive."""
        self._reading.close()
        self._clerk.shutdown()
        self._archive.close()


def _is_there(inbox: Inbox, found: Found) -> bool:
    try:
        return inbox.subfolders.at(found.folder).has(found.name)
    except OSError:
        return False
