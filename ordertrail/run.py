"""Everything in the inbox once: ingest, match, report."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from orders.errors import Refuse, Stop, Wait
from ordertrail.config.settings import Settings
from ordertrail.crash import crash_point
from ordertrail.deciding.answering import judge_answers
from ordertrail.inbox.scan import Survey
from ordertrail.inbox.settle import Settling
from ordertrail.intake.intake import Intake
from ordertrail.intake.reading import Reading
from ordertrail.intake.retrying import find_earlier, reclaim
from ordertrail.intake.tally import Look, Tally
from ordertrail.mounts import network_type
from ordertrail.quarantine import Quarantine
from ordertrail.store.engine import Store
from ordertrail.store.facts import ArrivalState
from ordertrail.validation.packages import require_rules
from ordertrail.workplace import open_workplace

LOOKS = 3
"""How often the inbox is looked at, the settle time apart; files that keep changing are then left for the next run."""

NETWORK_PATIENCE = 5
"""On a network file system nobody tells who has a file open: there it must be quiet for so many settle times."""

Derive = Callable[[Store, Settings], int]
"""Derives what the recorded files changed; says how many orders changed."""

Report = Callable[[Store, Settings], tuple[Path, ...]]
"""Writes the reports; says which."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: `stage` is `ingest`, `derive` or `report`, `files` the number of files done."""

    stage: str
    files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a run did. `survey` names what was left alone in the inbox, `blocked` what made it stop taking files."""

    accepted: int = 0
    duplicate: int = 0
    rejected: int = 0
    waiting: int = 0
    documents: int = 0
    orders_changed: int = 0
    reports: tuple[Path, ...] = ()
    seconds: float = 0.0
    survey: Survey = field(default_factory=Survey)
    blocked: Wait | None = None

    def as_json(self) -> dict[str, Any]:
        """The object that `run --json` prints."""
        return {
            "files": {
                "accepted": self.accepted,
                "duplicate": self.duplicate,
                "rejected": self.rejected,
                "waiting": self.waiting,
            },
            "documents": self.documents,
            "orders_changed": self.orders_changed,
            "reports": [str(path) for path in self.reports],
            "seconds": round(self.seconds, 3),
        }


def run(
    settings: Settings,
    derive: Derive,
    report: Report,
    *,
    progress: Callable[[Progress], None] = lambda _: None,
    sleep: Callable[[float], None] = time.sleep,
) -> Done:
    """Takes in everything that lies in the inbox, derives what follows from it, writes the reports.

    Files that changed a moment ago are waited for, for a few times the settle time.

    Raises:
        Stop: if configuration, database or folders are unfit; nothing was touched then.
        Wait: if the database cannot be written to.
    """
    began = time.monotonic()
    with open_workplace(settings) as store, open_intake(settings, store, progress=progress) as intake:
        look = take_everything(intake, settings, sleep)
        return conclude(settings, store, intake.tally, look, derive, report, began=began, progress=progress)


def conclude(
    settings: Settings,
    store: Store,
    tally: Tally,
    look: Look,
    derive: Derive,
    report: Report,
    *,
    began: float,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Done:
    """What follows when the files are in: derivations, reports, and the account of it all."""
    crash_point("before-derive")
    progress(Progress("derive", tally.done))
    changed = derive(store, settings)
    changed += judge_answers(store, settings.language, settings.policy, lambda: derive(store, settings))
    crash_point("before-reports")
    progress(Progress("report", tally.done))
    reports = report(store, settings)
    return Done(
        accepted=tally.accepted,
        duplicate=tally.duplicate,
        rejected=tally.rejected,
        waiting=look.waiting,
        documents=tally.documents,
        orders_changed=changed,
        reports=reports,
        seconds=time.monotonic() - began,
        survey=look.survey,
        blocked=look.blocked,
    )


@contextmanager
def open_intake(
    settings: Settings,
    store: Store,
    *,
    stop: Callable[[], bool] = lambda: False,
    abandon: Callable[[], bool] = lambda: False,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Iterator[Intake]:
    """The intake of a configuration; its readers end with the block.

    `stop` says that no new files are to be begun, `abandon` that those which were are not waited for any more.

    Raises:
        Stop: if this system cannot do what the inbox protocol rests on; if rules are to be checked that are not there.
    """
    if os.open not in os.supports_dir_fd:
        hint = "Let a Linux or macOS machine watch a folder that both can reach."
        raise Stop("SYSTEM_UNSUPPORTED", "This system cannot work on an inbox.", hint=hint)
    network = network_type(settings.folders.inbox) is not None
    settling = Settling(settings.run.settle_seconds * (NETWORK_PATIENCE if network else 1))
    checking = settings.validation.on_error
    require_rules(checking)
    reading = Reading(
        settings.folders.archive,
        settings.run.processes,
        settings.limits,
        settings.layouts,
        checking=checking,
        abandon=abandon,
    )
    intake = Intake(
        settings, store, reading, settling, stop=stop, progress=lambda files: progress(Progress("ingest", files))
    )
    try:
        yield intake
    finally:
        intake.close()


def take_everything(intake: Intake, settings: Settings, sleep: Callable[[float], None]) -> Look:
    """Looks at the inbox until nothing is left that could settle, or a few times."""
    for _ in range(LOOKS - 1):
        look = intake.look(last=False)
        if look.blocked is not None:
            return look
        if not look.unsettled:
            break
        sleep(intake.settling.seconds + 0.05)
    return intake.look()


def retry(settings: Settings, file_id: str, derive: Derive, report: Report) -> Done:
    """Takes the bytes of a rejected file through everything once more, under the id that they have. A file that waits
    is tried now.

    Raises:
        Refuse: if there is no such file, it needs no second try, or its bytes are not any more what came in.
        Stop: if configuration, database or folders are unfit.
    """
    began = time.monotonic()
    with open_workplace(settings, create=False) as store, open_intake(settings, store) as intake:
        earlier = find_earlier(store, file_id)
        if earlier.state is ArrivalState.WAITING:
            look = intake.look()
        elif earlier.state is ArrivalState.REJECTED:
            original = Quarantine(settings.folders.quarantine).original(file_id)
            look = intake.take_up(lambda inbox: reclaim(inbox, earlier, original))
        else:
            raise Refuse("NOT_REJECTED", f"The file {file_id} was {earlier.state}: there is nothing to try again.")
        return conclude(settings, store, intake.tally, look, derive, report, began=began)
