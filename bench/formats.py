"""Reading, format by format: against a bare parse of the same bytes, and beside other readers of the field."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from lxml import etree

from bench.format_files import MEASURED, PACKAGES, afresh, groups
from bench.readers import OURS_TOO, READERS
from ingest.format import Content
from ingest.reading import read
from ordertrail.collecting import collect_rarely

OTHER_READERS = PACKAGES / "bin" / "python"

FEWEST_ROUNDS = 5
SECONDS = 1.5


def bench() -> None:
    """Prints what reading costs in each format, in bare parses, and what other readers cost on the same files."""
    collect_rarely()  # as the processes that read do
    for measured in MEASURED:
        for which, files in groups(measured):
            bare, ours = _bests((_bare(measured.bare), _read), files)
            size = sum(len(one.data) for one in files) / len(files) / 1000
            print(
                f"formats      {measured.name}: {ours / bare:.2f} × {measured.bare}, {ours / len(files) * 1e6:.0f} µs"
                f" a file ({len(files)} {which} of {size:.1f} KB)"
            )
            for reader, formats in READERS.items():
                if measured.name in formats:
                    _beside(reader, measured.name, files, _bare(measured.bare))


def _read(one: Content) -> None:
    read(afresh(one))


def _bare(kind: str) -> Callable[[Content], None]:
    step = {"lxml": _parse, "split": _split}[kind]
    return lambda one: step(one.data)


def _parse(data: bytes) -> None:
    etree.fromstring(data)


def _split(data: bytes) -> None:
    """Segments, elements and components, as the first bytes say, and nothing else."""
    text = data.removeprefix(b"\xef\xbb\xbf").lstrip().decode("latin-1")
    if text.startswith("ISA"):
        element, component, terminator = text[3], text[104], text[105]
    elif text.startswith("UNA"):
        component, element, terminator = text[3], text[4], text[8]
    else:
        component, element, terminator = ":", "+", "'"
    for segment in text.split(terminator):
        [one.split(component) for one in segment.split(element)]


def _bests(steps: Sequence[Callable[[Content], object]], files: Sequence[Content]) -> list[float]:
    """CPU seconds that each step takes for all files: the best of its rounds. They take turns, since the machine is
    faster at one time than at another."""
    rounds: list[list[float]] = [[] for _ in steps]
    while len(rounds[0]) < FEWEST_ROUNDS or sum(map(sum, rounds)) < SECONDS:
        for step, spent in zip(steps, rounds, strict=True):
            began = time.process_time()
            for one in files:
                step(one)
            spent.append(time.process_time() - began)
    return list(map(min, rounds))


def _beside(reader: str, name: str, files: Sequence[Content], bare: Callable[[Content], None]) -> None:
    """Another reader on the same files, in a process and environment of its own; files that it refuses are left out of
    both sums.
    """
    python = Path(sys.executable) if reader in OURS_TOO else OTHER_READERS
    if not python.exists():
        print(f"formats      {name}, {reader}: not installed (scripts/bench-readers does that)")
        return
    listing = json.dumps([reader, name, [one.data.hex() for one in files]])
    command = [str(python), str(Path(__file__).with_name("readers.py"))]
    done = subprocess.run(command, input=listing, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"formats      {name}, {reader}: does not run ({done.stderr.strip().splitlines()[-1][:100]})")
        return
    seconds, taken = json.loads(done.stdout.splitlines()[-1])
    same = [one for one, took in zip(files, taken, strict=True) if took]
    if not same:
        print(f"formats      {name}, {reader}: reads none of these files")
        return
    unit, ours = _bests((bare, _read), same)
    print(
        f"formats      {name}, {reader}: {seconds / unit:.2f}; ours {ours / unit:.2f}"
        f" (on the {len(same)} files of {len(files)} that it takes)"
    )
