"""`run`, whenever files arrive, until stopped."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from orders.errors import Wait
from orders.message import Message
from ordertrail.config.settings import Settings
from ordertrail.intake.intake import Intake
from ordertrail.intake.tally import Look, Tally
from ordertrail.intake.waiting import FIRST_PAUSE
from ordertrail.mounts import network_type
from ordertrail.run import Derive, Done, Report, conclude, open_intake
from ordertrail.store.engine import Store
from ordertrail.watching.holder import only_watcher
from ordertrail.watching.stopping import Stopping
from ordertrail.watching.wakeup import Bell, Polling, Wakeup, choose_wakeup
from ordertrail.workplace import is_present, open_workplace

AWAY_SECONDS = 60.0
"""How long the inbox may be away before it is said."""

SHORTEST_WAIT = 0.05
"""Seconds between two looks, whatever happens."""

REMINDER_SECONDS = 3600.0
"""How often it is said again that nothing can be taken."""

Announce = Callable[[Done], None]
"""Told of each cycle in which something happened."""

Say = Callable[[Message], None]
"""Told what whoever runs the program should know."""


def watch(
    settings: Settings,
    derive: Derive,
    report: Report,
    *,
    announce: Announce,
    say: Say,
    stopping: Stopping | None = None,
    bell: Bell | None = None,
) -> None:
    """Watches the inbox until SIGTERM or SIGINT comes, or `stopping` is asked to stop.

    Raises:
        Stop: if configuration, database or folders are unfit.
        Refuse: if another process watches the inbox.
    """
    bell = bell or Bell()
    stopping = stopping or Stopping(bell)
    inbox = settings.folders.inbox
    with stopping.on_signals(), open_workplace(settings) as store, only_watcher(inbox):
        wakeup, why = choose_wakeup(inbox, settings.run.watch, network_type(inbox), bell)
        say(Message(f"watch.{wakeup.name}", {"inbox": str(inbox), "why": why}))
        with open_intake(settings, store, stop=stopping.is_asked, abandon=stopping.is_overdue) as intake:
            work = _Work(settings, store, intake, derive, report, announce)
            _Watcher(inbox, settings, work, wakeup, bell, stopping, say).go()


@dataclass(slots=True)
class _Work:
    """What is done at each look: files in, derivations, reports."""

    settings: Settings
    store: Store
    intake: Intake
    derive: Derive
    report: Report
    announce: Announce
    unfinished: bool = True  # a process before us may have recorded files and died

    def once(self) -> Look:
        """One cycle.

        Raises:
            Wait: if the inbox is away, or the database cannot go on; the next cycle does what is left.
        """
        began = time.monotonic()
        look = self.intake.look(patient=True, last=False)
        if self.intake.tally.done or self.unfinished:
            self.unfinished = True
            done = conclude(self.settings, self.store, self.intake.tally, look, self.derive, self.report, began=began)
            self.unfinished = False
            happened = self.intake.tally.done or done.orders_changed
            self.intake.tally = Tally()
            if happened:
                self.announce(done)
        return look


class _Watcher:
    """The loop: work until there is nothing to do, wait until something happens."""

    def __init__(
        self,
        inbox: Path,
        settings: Settings,
        work: _Work,
        wakeup: Wakeup,
        bell: Bell,
        stopping: Stopping,
        say: Say,
    ) -> None:
        self._inbox = inbox
        self._run = settings.run
        self._work = work
        self._wakeup = wakeup
        self._bell = bell
        self._stopping = stopping
        self._say = say
        self._away_since: float | None = None
        self._away_said = False
        self._blocked_said: float | None = None
        self._pause = FIRST_PAUSE

    def go(self) -> None:
        """Until a stop is asked for."""
        while not self._stopping.is_asked():
            if not is_present(self._inbox):
                self._note_away()
                self._rest(self._run.poll_seconds)
                continue
            self._note_back()
            try:
                look = self._work.once()
            except Wait as wait:
                self._hold_off(wait)
                continue
            if look.blocked is not None:
                self._hold_off(look.blocked)
            elif not self._stopping.is_asked():
                self._pause, self._blocked_said = FIRST_PAUSE, None
                self._wait(look)

    def _wait(self, look: Look) -> None:
        self._arm()
        try:
            # What came between the look and the first event that would be noticed.
            more = self._work.intake.files_there() > look.waiting
            self._bell.wait(SHORTEST_WAIT if more else self._longest_wait(look))
        except Wait:  # the inbox went away: the loop sees to it
            return
        finally:
            self._wakeup.disarm()

    def _arm(self) -> None:
        try:
            self._wakeup.arm()
        except OSError as error:
            self._wakeup = Polling()
            why = error.strerror or str(error)
            self._say(Message("watch.polling", {"inbox": str(self._inbox), "why": why}))

    def _longest_wait(self, look: Look) -> float:
        polling = isinstance(self._wakeup, Polling)
        waits = [self._run.poll_seconds if polling else self._run.rescan_seconds]
        if look.unsettled:
            waits.append(self._work.intake.settling.seconds + 0.05)
        due = self._work.intake.waiting.next_due()
        if due is not None:
            waits.append(due + 0.05)
        return min(waits)

    def _hold_off(self, wait: Wait) -> None:
        """The world does not let us go on: tried again after a pause that doubles."""
        now = time.monotonic()
        if self._blocked_said is None or now - self._blocked_said >= REMINDER_SECONDS:
            self._blocked_said = now
            self._say(Message("watch.blocked", {"why": wait.message, "code": wait.code}))
        self._rest(self._pause)
        self._pause = min(self._pause * 2, self._run.retry_minutes * 60)

    def _rest(self, seconds: float) -> None:
        """Waits, whatever happens in the inbox."""
        end = time.monotonic() + seconds
        while not self._stopping.is_asked() and (left := end - time.monotonic()) > 0:
            self._bell.wait(left)

    def _note_away(self) -> None:
        now = time.monotonic()
        if self._away_since is None:
            self._away_since = now
        elif not self._away_said and now - self._away_since >= AWAY_SECONDS:
            self._away_said = True
            self._say(Message("watch.inbox_away", {"inbox": str(self._inbox)}))

    def _note_back(self) -> None:
        if self._away_said:
            self._say(Message("watch.inbox_back", {"inbox": str(self._inbox)}))
        self._away_since, self._away_said = None, False
