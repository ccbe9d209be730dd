"""What became of the files of a run."""

from dataclasses import dataclass, field

from orders.errors import Wait
from ordertrail.inbox.files import BUSY, FRESH, Claimed, Held
from ordertrail.inbox.scan import Survey
from ordertrail.store.facts import ArrivalState

MOST_HELD = 1000
"""So many files that have to wait are remembered one by one; of more there is only the number."""


@dataclass(slots=True)
class Tally:
    """Counts of files by what became of them, and of the documents in them."""

    accepted: int = 0
    duplicate: int = 0
    rejected: int = 0
    documents: int = 0

    def count(self, state: ArrivalState, documents: int) -> None:
        """One more file."""
        if state is ArrivalState.ACCEPTED:
            self.accepted += 1
            self.documents += documents
        elif state is ArrivalState.DUPLICATE:
            self.duplicate += 1
        elif state is ArrivalState.REJECTED:
            self.rejected += 1

    @property
    def done(self) -> int:
        """Files that came to an end."""
        return self.accepted + self.duplicate + self.rejected


@dataclass(slots=True)
class Look:
    """What one look at the inbox left there."""

    survey: Survey = field(default_factory=Survey)
    held: list[Held] = field(default_factory=list)
    waiting: int = 0
    unsettled: int = 0  # of those, the ones that changed a moment ago or are open for writing
    swept: int = 0  # files that a crash had left in the work folder
    returned: list[tuple[Claimed, Wait]] = field(default_factory=list)  # to be put back when the look is over
    blocked: Wait | None = None  # why no more files are begun: the disk is full, the database is locked …

    def hold(self, held: Held) -> None:
        """One more file that has to wait."""
        self.waiting += 1
        self.unsettled += held.reason in (FRESH, BUSY)
        if len(self.held) < MOST_HELD:
            self.held.append(held)
