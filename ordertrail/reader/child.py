"""The child's side: reads the files it is told to, one after the other, until the parent is gone."""

import os
import signal
import sys
from typing import Any, BinaryIO

from ingest.layout import LAYOUT, Layout
from ordertrail.collecting import collect_rarely
from ordertrail.faults import wait_for
from ordertrail.reader.frames import read_frame, write_frame
from ordertrail.reader.limits import allow_cpu, limit_process, memory_peak
from ordertrail.reader.outcome import Failed, Outcome, pack
from ordertrail.reader.reading import FileReader, reader_that


def main(reader: FileReader | None = None) -> None:
    """Serves the parent over standard input and output. What a library prints goes to standard error instead.

    `reader`: other than the one that the setup asks for.
    """
    for number in (signal.SIGINT, signal.SIGTERM):  # are for the parent, which ends us when it is done
        signal.signal(number, signal.SIG_IGN)
    collect_rarely()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        serve(sys.stdin.buffer, answers, reader)
    except BrokenPipeError:  # the parent is gone; what was still to be said goes nowhere
        os._exit(0)


def serve(requests: BinaryIO, answers: BinaryIO, reader: FileReader | None) -> None:
    """The first frame says limits, layouts and whether rules are checked, and is answered by an empty one; each of the
    others names files.

    A file is [path, name, folder]; an answer holds the outcomes in the same order and the process's memory peak.
    """
    frame = read_frame(requests)
    if frame is None:
        return
    setup: dict[str, Any] = frame[0]
    layouts = tuple(LAYOUT.validate_python(layout) for layout in setup["layouts"])
    limit_process(setup["memory_bytes"], reserves=setup["checking"] != "off")
    read = reader or reader_that(setup["checking"])
    write_frame(answers, [])
    while (frame := read_frame(requests)) is not None:
        allow_cpu(setup["cpu_seconds"])
        heads, bodies = pack([_outcome(path, name, folder, layouts, read) for path, name, folder in frame[0]])
        write_frame(answers, [memory_peak(), heads], bodies)


def _outcome(path: str, name: str, folder: str, layouts: tuple[Layout, ...], reader: FileReader) -> Outcome:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - a path object for each of a hundred thousand files costs
            data = file.read()
    except OSError as error:
        wait = wait_for(error)
        return Failed(wait.code, wait.message, hint=wait.hint, kind="transient")
    return reader(data, name, folder, layouts)
