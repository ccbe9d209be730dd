"""Files that have to wait: known by name, tried again by themselves, with growing pauses.

The pause follows from how long a file has been waiting (it doubles: 1 s, 2 s, 4 s … up to a limit), so that nothing
but the moment it began to wait has to be remembered, and that is in the store.
"""

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select

from orders.errors import Wait
from ordertrail.inbox.files import Found, Held
from ordertrail.inbox.names import received_at, shown
from ordertrail.store.engine import Store
from ordertrail.store.facts import Arrival, ArrivalState
from ordertrail.store.record import record
from ordertrail.store.tables import ARRIVALS

FIRST_PAUSE = 1.0


@dataclass(slots=True)
class _Waiter:
    id: str
    size: int
    code: str | None
    recorded: bool
    began: float  # monotonic, as are the others
    tried: float


class Waiting:
    """The files of the inbox that wait, each under the id that it keeps when it is taken at last."""

    def __init__(
        self,
        longest_pause: float,
        *,
        clock: Callable[[], int] = time.time_ns,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._longest = longest_pause
        self._clock = clock
        self._monotonic = monotonic
        self._waiters: dict[Found, _Waiter] = {}

    def load(self, store: Store) -> None:
        """Takes over what earlier processes recorded; due at once."""
        columns = (ARRIVALS.c.arrival_id, ARRIVALS.c.name_bytes, ARRIVALS.c.folder, ARRIVALS.c.size, ARRIVALS.c.code)
        with store.reading() as connection:
            rows = connection.execute(select(*columns).where(ARRIVALS.c.state == ArrivalState.WAITING)).all()
        now = self._monotonic()
        for id_, name, folder, size, code in rows:
            waited = (self._clock() - int(id_.partition("-")[0])) / 1e9
            waiter = _Waiter(id_, size, code, True, now - max(0.0, waited), float("-inf"))
            self._waiters[Found(folder, os.fsdecode(name))] = waiter

    def __bool__(self) -> bool:
        return bool(self._waiters)

    def id_of(self, found: Found) -> str | None:
        """The id that a file got when it began to wait."""
        waiter = self._waiters.get(found)
        return waiter.id if waiter else None

    def is_due(self, found: Found) -> bool:
        """Whether a file may be tried: it does not wait, or its pause is over."""
        waiter = self._waiters.get(found)
        return waiter is None or self._monotonic() >= self._next(waiter)

    def next_due(self) -> float | None:
        """Seconds until the first file that waits is to be tried again; None if none waits."""
        moments = [self._next(waiter) for waiter in self._waiters.values()]
        return max(0.0, min(moments) - self._monotonic()) if moments else None

    def _next(self, waiter: _Waiter) -> float:
        pause = min(max(waiter.tried - waiter.began, FIRST_PAUSE), self._longest)
        return waiter.tried + pause

    def taken(self, found: Found) -> None:
        """A file waits no longer; recording what became of it replaces the row in the store."""
        self._waiters.pop(found, None)

    def note(self, held: Sequence[Held], new_id: Callable[[], str]) -> None:
        """Files were tried and have to wait on."""
        now = self._monotonic()
        for found, size, reason, id_ in held:
            waiter = self._waiters.get(found)
            if waiter is None or id_ not in (None, waiter.id):
                self._waiters[found] = _Waiter(id_ or new_id(), size, None, False, now, now)
            else:
                waiter.tried = now
                waiter.recorded = waiter.recorded and (waiter.size, waiter.code) == (size, reason.code)
                waiter.size = size

    def write(self, store: Store, held: Sequence[Held], still_there: Callable[[Found], bool]) -> None:
        """Makes the files that wait, and only those, waiting in the store.

        Raises:
            Wait: if the database cannot take it now; the next time then does.
        """
        unknown = [one for one in held if not self._waiters[one.found].recorded and (one.id or still_there(one.found))]
        held_now = {one.found for one in held}
        gone = [found for found in self._waiters if found not in held_now and not still_there(found)]
        if not unknown and not gone:
            return
        ids = [self._waiters[found].id for found in gone]
        with store.writing() as connection:
            record(connection, [self._arrival(one.found, one.reason) for one in unknown])
            waiting = ARRIVALS.c.state == ArrivalState.WAITING
            connection.execute(delete(ARRIVALS).where(ARRIVALS.c.arrival_id.in_(ids), waiting))
        for one in unknown:
            waiter = self._waiters[one.found]
            waiter.recorded, waiter.code = True, one.reason.code
        for found in gone:
            del self._waiters[found]

    def _arrival(self, found: Found, reason: Wait) -> Arrival:
        waiter = self._waiters[found]
        return Arrival(
            id=waiter.id,
            name=shown(found.name),
            name_bytes=os.fsencode(found.name),
            folder=found.folder,
            sha256=None,
            size=waiter.size,
            received_at=received_at(waiter.id),
            state=ArrivalState.WAITING,
            code=reason.code,
            message=reason.message,
            where=reason.where,
            hint=reason.hint,
        )
