"""The parent's side: gives files to reading processes in handfuls, and sees to those that break one.

A process that dies or takes too long is replaced. The files of the handful that it was at are each read once more,
alone; the one that breaks its reader again is the culprit.
"""

import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Any, Self

from ingest.layout import LAYOUT, Layout
from orders.errors import Stop, Wait
from ordertrail.config.settings import Limits
from ordertrail.reader.outcome import Checking, Failed, Outcome, Source, unpack
from ordertrail.reader.process import COMMAND, Answer, ReadingProcess, Task, ended_by_time, start

HANDFUL = 25
HANDFUL_BYTES = 2_000_000
AHEAD = 2
"""Handfuls that a process is given at a time: it goes on while we are busy."""
START_SECONDS = 60
ASK_SECONDS = 1.0
"""How often it is asked whether to go on waiting."""
KEPT_BYTES = 160_000_000
"""What a process may keep of what it has read before it is replaced."""
CHECKING_BYTES = 700_000_000
"""What a process that checks rules may hold and keep, at least: the compiled rule sets alone take 200 MB."""
ATTEMPTS = 2
"""How often a file may break its reader before it is given up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What a reading process may use, and when it is replaced so that what its libraries lose is given back."""

    memory_bytes: int = 1 << 30
    cpu_seconds: int = 60
    seconds: float = 120.0
    files: int = 20_000
    kept_bytes: int = KEPT_BYTES

    @classmethod
    def of(cls, limits: Limits, checking: Checking = "off") -> Self:
        """Those of a configuration. What checks rules needs and keeps more."""
        checks = checking != "off"
        return cls(
            memory_bytes=max(limits.reader_memory_bytes, CHECKING_BYTES if checks else 0),
            cpu_seconds=limits.reader_cpu_seconds,
            seconds=limits.reader_seconds,
            kept_bytes=CHECKING_BYTES if checks else KEPT_BYTES,
        )


@dataclass(slots=True, eq=False)
class Ticket:
    """What `submit` promises: the outcomes, in the order of the sources."""

    outcomes: list[Any]
    tasks: list[Task] = field(default_factory=list)


class Readers:
    """Reading processes, started when there is something to read. To be used by one thread."""

    def __init__(
        self,
        count: int,
        bounds: Bounds,
        layouts: Sequence[Layout] = (),
        *,
        checking: Checking = "off",
        abandon: Callable[[], bool] = lambda: False,
        command: Sequence[str] = COMMAND,
    ) -> None:
        self._count = count
        self._bounds = bounds
        self._abandon = abandon
        self._command = command
        self._setup = {
            "layouts": [LAYOUT.dump_python(layout, mode="json") for layout in layouts],
            "memory_bytes": bounds.memory_bytes,
            "cpu_seconds": bounds.cpu_seconds,
            "checking": checking,
        }
        self._answers: SimpleQueue[Answer] = SimpleQueue()
        self._processes: list[ReadingProcess] = []
        self._todo: deque[Task] = deque()

    def are_running(self) -> bool:
        """Whether there is a process already."""
        return bool(self._processes)

    def submit(self, sources: Sequence[Source]) -> Ticket:
        """Has files read."""
        outcomes: list[Any] = [None] * len(sources)
        ticket = Ticket(outcomes)
        for handful in _handfuls(sources):
            self._todo.append(Task([sources[at] for at in handful], [(outcomes, at) for at in handful]))
        self._feed()
        return ticket

    def collect(self, ticket: Ticket) -> list[Outcome]:
        """Waits for what was promised.

        Raises:
            Stop: if no reading process can be started.
            Wait: if `abandon` says that nobody waits for it any more.
        """
        while None in ticket.outcomes:
            if self._abandon():
                raise Wait("STOPPED", "The program is being stopped.")
            self._await_one()
        return ticket.outcomes

    def _await_one(self) -> None:
        try:
            answer = self._answers.get(timeout=self._patience())
        except Empty:
            self._bury_overdue()
        else:
            self._take(answer)
        self._feed()

    def _patience(self) -> float:
        now = time.monotonic()
        waits = [self._deadline(process) - now for process in self._processes if process.tasks or not process.ready]
        return max(0.0, min([ASK_SECONDS, *waits]))

    def _deadline(self, process: ReadingProcess) -> float:
        return process.since + (self._bounds.seconds if process.ready else START_SECONDS)

    def _take(self, answer: Answer) -> None:
        process, frame = answer
        if process not in self._processes:  # buried before; this is its pipe closing
            return
        if frame is None:
            self._bury(process)
        elif not process.ready:
            process.ready = True
            process.since = time.monotonic()
        elif process.tasks:
            self._settle(process, *frame)

    def _settle(self, process: ReadingProcess, head: Any, bodies: bytes) -> None:
        try:
            peak, heads = head
            outcomes = unpack(heads, bodies)
            if len(outcomes) != len(process.tasks[0].sources):
                raise ValueError("one outcome a file")
        except (ValueError, TypeError, KeyError):  # it was taken over, or lost its mind
            self._bury(process)
            return
        task = process.done()
        for source, (where, at), outcome in zip(task.sources, task.slots, outcomes, strict=True):
            if isinstance(outcome, Failed) and outcome.kind == "poison" and task.attempt < ATTEMPTS:
                self._todo.appendleft(Task([source], [(where, at)], task.attempt + 1))
            elif isinstance(outcome, Failed):
                where[at] = outcome._replace(attempts=task.attempt)
            else:
                where[at] = outcome
        if process.read >= self._bounds.files or peak > self._bounds.kept_bytes:
            self._retire(process)

    def _retire(self, process: ReadingProcess) -> None:
        self._processes.remove(process)
        self._todo.extendleft(reversed(process.tasks))
        process.end()

    def _bury_overdue(self) -> None:
        now = time.monotonic()
        for process in list(self._processes):
            if (process.tasks or not process.ready) and self._deadline(process) <= now:
                self._bury(process, overdue=True)

    def _bury(self, process: ReadingProcess, *, overdue: bool = False) -> None:
        """Sees to the files of a process that died or has to: those it was at once more and alone, the others anew."""
        self._processes.remove(process)
        code = process.end()
        if not process.ready:
            raise Stop(
                "READER_NOT_STARTED",
                f"The process that reads files did not start (exit {code}).",
                hint="`ordertrail doctor` says what is wrong with the installation.",
            )
        if not process.tasks:
            return
        suspect, *others = process.tasks
        self._todo.extendleft(reversed(others))
        failure = _failure(code, self._bounds, overdue=overdue)
        for source, slot in zip(suspect.sources, suspect.slots, strict=True):
            if suspect.attempt < ATTEMPTS:
                self._todo.appendleft(Task([source], [slot], suspect.attempt + 1))
            else:
                slot[0][slot[1]] = failure._replace(attempts=suspect.attempt)

    def _feed(self) -> None:
        while self._todo:
            process = min(self._processes, key=lambda one: len(one.tasks), default=None)
            if (process is None or process.tasks) and len(self._processes) < self._count:
                process = self._start()
            if process is None or len(process.tasks) >= AHEAD:
                return
            process.give(self._todo.popleft())

    def _start(self) -> ReadingProcess:
        try:
            process = start(self._command, self._setup, self._answers)
        except OSError as error:
            raise Stop("READER_NOT_STARTED", f"The process that reads files did not start: {error}.") from error
        self._processes.append(process)
        return process

    def close(self) -> None:
        """Ends all processes at once; what they were at is lost and can be read again."""
        while self._processes:
            with suppress(OSError):
                self._processes.pop().end()


def _handfuls(sources: Sequence[Source]) -> list[list[int]]:
    handfuls: list[list[int]] = []
    size = HANDFUL_BYTES
    for at, source in enumerate(sources):
        if not handfuls or len(handfuls[-1]) >= HANDFUL or size + source.size > HANDFUL_BYTES:
            handfuls.append([])
            size = 0
        handfuls[-1].append(at)
        size += source.size
    return handfuls


def _failure(code: int, bounds: Bounds, *, overdue: bool) -> Failed:
    if overdue or ended_by_time(code):
        seconds = bounds.seconds if overdue else bounds.cpu_seconds
        return Failed("TIMEOUT", f"Reading was given up after {seconds:.0f} seconds.", kind="poison")
    how = f"killed by signal {-code}" if code < 0 else f"ended with exit code {code}"
    hint = "The file may need more memory than limits.reader_memory allows, or be made to break its reader."
    return Failed("WORKER_KILLED", f"The process that read the file was {how}.", hint=hint, kind="poison")
