"""One reading process as its parent sees it: what it was given, since when, and how it ended."""

import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO, NamedTuple, cast

from ordertrail.reader.frames import read_frame, write_frame
from ordertrail.reader.outcome import Source

COMMAND = (sys.executable, "-I", "-m", "ordertrail.reader")
"""Isolated: neither the environment nor the folder it is started in decide which code it runs."""

_KEPT = ("SYSTEMROOT", "COVERAGE_PROCESS_START")
"""The environment is empty but for what Windows needs to start a process at all."""


@dataclass(slots=True, eq=False)
class Task:
    """Files to be read by one process, one after the other; where the outcomes go; and the earlier tries at it."""

    sources: Sequence[Source]
    slots: Sequence[tuple[list[Any], int]]  # for each source the list and the place in it
    attempt: int = 1


class Answer(NamedTuple):
    """What a process said; None: it ended, or said nonsense."""

    process: "ReadingProcess"
    frame: tuple[Any, bytes] | None


@dataclass(slots=True, eq=False)
class ReadingProcess:
    """A child, the tasks that it was given and has not answered (it works on the first), and since when."""

    child: "subprocess.Popen[bytes]"
    tasks: deque[Task] = field(default_factory=deque)
    since: float = 0.0  # monotonic
    read: int = 0  # files
    ready: bool = False

    def give(self, task: Task) -> None:
        """Sends a task; one that the child is not alive to take is noticed when it is buried."""
        if not self.tasks:
            self.since = time.monotonic()
        self.tasks.append(task)
        self.say([[source.path, source.name, source.folder] for source in task.sources])

    def say(self, head: object) -> None:
        """Sends one frame."""
        try:
            write_frame(cast("BinaryIO", self.child.stdin), head)
        except (BrokenPipeError, OSError):  # it died; its end of the pipe says so too
            return

    def done(self) -> Task:
        """The task that was just answered."""
        self.since = time.monotonic()
        task = self.tasks.popleft()
        self.read += len(task.sources)
        return task

    def end(self) -> int:
        """Ends the child, whatever it does; its exit code (negative: the signal that killed it)."""
        self.child.kill()
        code = self.child.wait()
        for pipe in (self.child.stdin, self.child.stdout):
            try:
                cast("BinaryIO", pipe).close()
            except OSError:  # bytes that nobody will read any more
                continue
        return code


def start(command: Sequence[str], setup: object, answers: "SimpleQueue[Answer]") -> ReadingProcess:
    """Starts a child and a thread that puts what it says into `answers`; its first answer says that it is ready.

    Raises:
        OSError: if the system cannot start one.
    """
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    child = subprocess.Popen(  # noqa: S603 - the command is our own
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    )
    process = ReadingProcess(child, since=time.monotonic())
    Thread(target=_listen, args=(process, answers), name=f"reader-{child.pid}", daemon=True).start()
    process.say(setup)
    return process


def _listen(process: ReadingProcess, answers: "SimpleQueue[Answer]") -> None:
    stream = cast("BinaryIO", process.child.stdout)
    try:
        while (frame := read_frame(stream)) is not None:
            answers.put(Answer(process, frame))
    except ValueError:  # nonsense, or closed under our hands
        pass
    answers.put(Answer(process, None))


def ended_by_time(code: int) -> bool:
    """Whether the system ended the child for having used too much processor time."""
    return code == -getattr(signal, "SIGXCPU", 0)
