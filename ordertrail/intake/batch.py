"""Files that go the way together: claimed together, archived with the same syncs, recorded in one transaction."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ingest.format import Content
from orders.answer import Answers
from orders.errors import Wait
from ordertrail.archive import BLOCK, Hashed
from ordertrail.inbox.files import Claimed
from ordertrail.inbox.names import received_at, shown
from ordertrail.quarantine import Verdict
from ordertrail.reader.outcome import Failed, Outcome
from ordertrail.store.facts import Arrival, ArrivalState, ReadDocument

if sys.platform != "win32":
    import resource

BATCHES_OPEN = 6
"""Batches whose files are open at a time, at most."""

OTHERS_OPEN = 100
"""Files, folders and pipes that are open besides."""

BATCH_BYTES = 4 << 20
"""Files up to `BLOCK` are held in memory between archiving and reading: no more of them than this at a time."""


@dataclass(slots=True)
class Batch:
    """Claimed files, and what has been found out of each so far, by its arrival id."""

    claims: list[Claimed]
    hashed: dict[str, Hashed] = field(default_factory=dict)
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    documents: dict[str, tuple[ReadDocument, ...]] = field(default_factory=dict)
    answers: dict[str, Answers] = field(default_factory=dict)
    delayed: list[tuple[Claimed, Wait]] = field(default_factory=list)

    def delay(self, claim: Claimed, reason: Wait) -> None:
        """Takes a file out of the batch: it goes back to where it came from."""
        self.claims.remove(claim)
        self.delayed.append((claim, reason))

    def settle(self, claim: Claimed, outcome: Outcome, limits: dict[str, int]) -> None:
        """What reading a file came to."""
        if not isinstance(outcome, Failed):
            self.documents[claim.id] = outcome.documents
            if outcome.answers is not None:
                self.answers[claim.id] = outcome.answers
        elif outcome.kind == "transient":
            self.delay(claim, Wait(outcome.code, outcome.message, hint=outcome.hint))
        else:
            self.verdicts[claim.id] = Verdict(
                code=outcome.code,
                message=outcome.message,
                where=outcome.where,
                hint=outcome.hint,
                kind=outcome.kind,
                attempts=outcome.attempts,
                detected=kind_of(self.hashed.get(claim.id)),
                limits=limits,
            )


def batch_size(wanted: int) -> int:
    """How many files go the way together: as many as wanted, if the system lets so many be open."""
    if sys.platform == "win32":
        return wanted
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = wanted * BATCHES_OPEN + OTHERS_OPEN
    if soft < needed:
        soft = needed if hard == resource.RLIM_INFINITY else min(needed, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return max(1, min(wanted, (soft - OTHERS_OPEN) // BATCHES_OPEN))


def kind_of(file: Hashed | None) -> str | None:
    """What the content of a file looks like: `xml`, `zip`, `pdf`, `ole`, `text` or `empty`; None if it was not read."""
    return Content(file.head).kind if file else None


def batches(claims: Iterable[Claimed], most: int) -> Iterator[list[Claimed]]:
    """Claims in groups of at most `most` files and `BATCH_BYTES` of memory, as they come."""
    group: list[Claimed] = []
    size = 0
    for claim in claims:
        held = min(claim.size, BLOCK)
        if group and (len(group) >= most or size + held > BATCH_BYTES):
            yield group
            group, size = [], 0
        group.append(claim)
        size += held
    if group:
        yield group


def accepted(
    claim: Claimed, file: Hashed, documents: tuple[ReadDocument, ...], answers: Answers | None = None
) -> Arrival:
    """The arrival of a file that was read, or whose content is known; the store says if it is a duplicate."""
    return Arrival(
        id=claim.id,
        name=shown(claim.name),
        name_bytes=os.fsencode(claim.name),
        folder=claim.folder,
        sha256=file.sha256,
        size=file.read,
        received_at=received_at(claim.id),
        state=ArrivalState.ACCEPTED,
        path=file.place,
        documents=documents,
        answers=answers,
    )


def rejected(claim: Claimed, sha256: str | None, verdict: Verdict, path: str) -> Arrival:
    """The arrival of a file that lies in the quarantine."""
    return Arrival(
        id=claim.id,
        name=shown(claim.name),
        name_bytes=os.fsencode(claim.name),
        folder=claim.folder,
        sha256=sha256,
        size=claim.size,
        received_at=received_at(claim.id),
        state=ArrivalState.REJECTED,
        code=verdict.code,
        message=verdict.message,
        where=verdict.where,
        hint=verdict.hint,
        path=path,
    )
