"""What became of a batch, written down: the rejected in the quarantine, all of them in the store."""

from collections.abc import Iterable

from sqlalchemy.exc import SQLAlchemyError

from ordertrail.crash import crash_point
from ordertrail.durable import MANY
from ordertrail.inbox.files import Claimed
from ordertrail.inbox.folder import Folder
from ordertrail.intake.batch import Batch, accepted, rejected
from ordertrail.quarantine import Quarantine, Verdict
from ordertrail.store.engine import Store
from ordertrail.store.facts import Arrival, ArrivalState
from ordertrail.store.record import Recorded, earlier_rejections, record

_UNSTORABLE = (SQLAlchemyError, ValueError, OverflowError)
"""What a database says to a value that it cannot hold. That it is busy, full or broken is said by errors of ours."""


class Recording:
    """Writes down what became of claimed files that lie in the `work` folder.

    `again`: they come from the quarantine, which they leave if they are accepted now.
    """

    def __init__(self, store: Store, quarantine: Quarantine, work: Folder, *, again: bool = False) -> None:
        self._store = store
        self._quarantine = quarantine
        self._work = work
        self._again = again

    def record(self, batch: Batch) -> tuple[Recorded, ...]:
        """Quarantines what is rejected, then records the whole batch in one transaction.

        Raises:
            Wait: if the database cannot take it now. Nothing is recorded then.
            OSError: if the quarantine cannot take it now; the same.
            Stop: if the database is unfit.
        """
        many = len(batch.verdicts) >= MANY
        arrivals = [self._arrival(batch, claim, durable=not many) for claim in batch.claims]
        if many:
            self._quarantine.sync()
        try:
            return self._write(arrivals)
        except _UNSTORABLE:
            return tuple(self._record_alone(batch, claim) for claim in batch.claims)

    def _record_alone(self, batch: Batch, claim: Claimed) -> Recorded:
        """A file that the database does not take must not hold up the others: it is found by trying each alone."""
        try:
            return self._write([self._arrival(batch, claim)])[0]
        except _UNSTORABLE as error:
            message = f"The database does not take the document: {type(error).__name__}."
            batch.verdicts[claim.id] = Verdict(
                code="NOT_STORABLE", message=message, kind="poison", attempts=2, hint="Please report this file."
            )
            return self._write([self._arrival(batch, claim)])[0]

    def _write(self, arrivals: list[Arrival]) -> tuple[Recorded, ...]:
        if not arrivals:
            return ()
        with self._store.writing() as connection:
            recorded = record(connection, arrivals)
        crash_point("committed")
        if self._again:
            self.leave_quarantine(one.id for one in recorded if one.state is not ArrivalState.REJECTED)
        return recorded

    def leave_quarantine(self, arrival_ids: Iterable[str]) -> None:
        """What was accepted after all is in the archive, and nowhere else."""
        for arrival_id in arrival_ids:
            self._quarantine.release(arrival_id)

    def _arrival(self, batch: Batch, claim: Claimed, *, durable: bool = True) -> Arrival:
        verdict = batch.verdicts.get(claim.id)
        file = batch.hashed.get(claim.id)
        if verdict is None:
            documents, answers = batch.documents.get(claim.id, ()), batch.answers.get(claim.id)
            return accepted(claim, batch.hashed[claim.id], documents, answers)
        sha256 = file.sha256 if file else None
        earlier = self._earlier(claim, sha256)
        path = self._quarantine.keep(claim, sha256, verdict, self._work, earlier, durable=durable)
        return rejected(claim, sha256, verdict, path)

    def _earlier(self, claim: Claimed, sha256: str | None) -> tuple[str, ...]:
        if sha256 is None:
            return ()
        with self._store.reading() as connection:
            return tuple(id_ for id_ in earlier_rejections(connection, sha256) if id_ != claim.id)
