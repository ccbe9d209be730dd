"""How things are measured: the unit, and whole processes with what the kernel says they cost."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process and its children cost. Times in seconds, `memory` the largest single process in bytes."""

    cpu: float
    wall: float
    memory: int
    output: str


def unit(files: Callable[[], Iterable[bytes]]) -> float:
    """The unit u for these files in CPU seconds: a bare lxml parse of the same bytes, the best of three rounds."""
    return min(_parse_all(files()) for _ in range(3))


def _parse_all(contents: Iterable[bytes]) -> float:
    spent = 0.0
    for content in contents:
        started = time.process_time()
        etree.fromstring(content)
        spent += time.process_time() - started
    return spent


def program(folder: Path, *arguments: str, environment: Mapping[str, str] | None = None) -> Cost:
    """Runs `ordertrail` in `folder`.

    Raises:
        RuntimeError: if it does not end with 0 or 3 (done, but some files were rejected or are waiting).
    """
    command = [sys.executable, "-m", "ordertrail", *arguments]
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path.cwd()), **(environment or {})},
    )
    output = process.stdout.read() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    code = process.returncode = os.waitstatus_to_exitcode(status)
    if code not in (0, 3):
        raise RuntimeError(f"{' '.join(command)} ended with {code}")
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - started, usage.ru_maxrss * 1024, output)
