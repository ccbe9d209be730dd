"""The two streams: answers on stdout, everything else on stderr."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console
from rich.text import Text

from orders.errors import OrdertrailError, Stop
from orders.wording import Language
from orders.wording.errors import translated
from ordertrail.cli.shown import json_line, shown

WIDTH_OF_A_FILE = 160
"""Columns of a table that is not shown on a terminal, where COLUMNS says nothing else."""


class _Stream(Console):
    """A console whose reader may go away (`| head`): that is no fault, the rest is for nobody."""

    def on_broken_pipe(self) -> None:
        self.quiet = True
        silence_stdout()


def answers() -> Console:
    """Where answers go."""
    return _console(sys.stdout)


def remarks() -> Console:
    """Where remarks, warnings and progress go."""
    return _console(sys.stderr)


def print_json(value: object, *, at_once: bool = False) -> None:
    """One line of machine output; `at_once` where the reader waits for it."""
    print_plain(json_line(value))
    if at_once:
        flush_answers()


def print_plain(line: str) -> None:
    """One line for another program. A reader that has gone away (`| head`) is no fault: the rest is for nobody."""
    with _readers_welcome():
        sys.stdout.write(line + "\n")


def flush_answers() -> None:
    """Hands out what was printed so far."""
    with _readers_welcome():
        sys.stdout.flush()


def print_answer(*parts: object) -> None:
    """Something for people: rich values, or texts that came from outside."""
    console = answers()
    with _readers_welcome():
        for part in parts:
            console.print(Text(shown(part)) if isinstance(part, str) else part)


@contextmanager
def _readers_welcome() -> Iterator[None]:
    """Whoever reads stdout may stop reading; whoever keeps it must be able to.

    Raises:
        Stop: if what is printed cannot be kept: the disk behind it is full.
    """
    try:
        yield
    except BrokenPipeError:
        silence_stdout()
    except OSError as error:
        silence_stdout()
        raise Stop("OUTPUT_NOT_WRITTEN", f"The answer cannot be written: {error.strerror}.") from error


def print_error(error: OrdertrailError, language: Language) -> None:
    """What went wrong, a line a problem, and what to do about it."""
    console = remarks()
    for line in translated(error.message, language).splitlines():
        console.print(Text(shown(line), style="red"), soft_wrap=True)
    if error.hint:
        console.print(Text(shown(translated(error.hint, language)), style="dim"), soft_wrap=True)


def print_remark(lines: str | Iterable[str]) -> None:
    """Something that is no answer."""
    for line in [lines] if isinstance(lines, str) else lines:
        remarks().print(Text(shown(line)), soft_wrap=True)


def silence_stdout() -> None:
    """Lets everything that is still written to stdout vanish, the interpreter's own last flush included."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def speak_utf8() -> None:
    """Answers are UTF-8 wherever they go; what no UTF-8 shows is escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _console(stream: TextIO) -> Console:
    width = None if stream.isatty() or "COLUMNS" in os.environ else WIDTH_OF_A_FILE
    return _Stream(file=stream, width=width, markup=False, emoji=False, highlight=False, soft_wrap=False)
