"""A file that breaks its reader costs a process, and nothing else."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from orders.errors import Stop, Wait
from ordertrail.reader.outcome import Failed, Outcome, Read, Source
from ordertrail.reader.readers import Bounds, Readers
from tests.corpus import ROOT

BREAKING = (sys.executable, str(ROOT / "tests" / "reader" / "breaking.py"))
QUICK = Bounds(cpu_seconds=1, seconds=1.5)


@pytest.fixture
def pool() -> Iterator[Callable[..., Readers]]:
    made: list[Readers] = []

    def make(count: int = 1, bounds: Bounds = QUICK, **options: object) -> Readers:
        made.append(Readers(count, bounds, command=BREAKING, **options))  # type: ignore[arg-type]  # handed through
        return made[-1]

    yield make
    for readers in made:
        readers.close()


def sources(folder: Path, contents: Sequence[str]) -> list[Source]:
    found = []
    for number, content in enumerate(contents):
        path = folder / f"{number}"
        path.write_text(content)
        found.append(Source(str(path), f"{folder}/{number}.seen", "", len(content)))
    return found


def codes(outcomes: Sequence[Outcome]) -> list[str]:
    return [outcome.code if isinstance(outcome, Failed) else "" for outcome in outcomes]


def test_outcomes_come_in_the_order_of_the_files(tmp_path: Path, pool: Callable[..., Readers]) -> None:
    files = sources(tmp_path, ["fine"] * 120)
    readers = pool(2)
    outcomes = readers.collect(readers.submit(files))
    assert [one.documents[0].card.number for one in outcomes if isinstance(one, Read)] == [file.name for file in files]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("die", "WORKER_KILLED"),
        ("abort", "WORKER_KILLED"),
        ("hang", "TIMEOUT"),
        ("spin", "TIMEOUT"),
        ("fault", "READER_FAULT"),
    ],
)
def test_fault_F69_a_file_that_breaks_its_reader_twice_is_given_up_and_the_others_are_read(
    tmp_path: Path, pool: Callable[..., Readers], content: str, code: str
) -> None:
    files = sources(tmp_path, ["fine"] * 3 + [content] + ["fine"] * 40)
    readers = pool()
    outcomes = readers.collect(readers.submit(files))
    assert codes(outcomes) == [""] * 3 + [code] + [""] * 40
    culprit = outcomes[3]
    assert isinstance(culprit, Failed)
    assert (culprit.kind, culprit.attempts) == ("poison", 2)


def test_fault_F69_a_file_that_broke_its_reader_once_is_read_the_second_time(
    tmp_path: Path, pool: Callable[..., Readers]
) -> None:
    readers = pool()
    assert codes(readers.collect(readers.submit(sources(tmp_path, ["fine", "once", "fine"])))) == ["", "", ""]


def test_fault_F69_memory_is_bounded(tmp_path: Path, pool: Callable[..., Readers]) -> None:
    readers = pool(bounds=Bounds(memory_bytes=600_000_000, seconds=20))
    outcomes = readers.collect(readers.submit(sources(tmp_path, ["fine", "hoard", "fine"])))
    assert codes(outcomes) == ["", "WORKER_KILLED", ""]


def test_many_bad_files_are_all_found(tmp_path: Path, pool: Callable[..., Readers]) -> None:
    files = sources(tmp_path, ["die", "fine"] * 6)
    readers = pool(2)
    assert codes(readers.collect(readers.submit(files))) == ["WORKER_KILLED", ""] * 6


def test_what_a_library_prints_does_not_disturb(tmp_path: Path, pool: Callable[..., Readers]) -> None:
    readers = pool()
    assert codes(readers.collect(readers.submit(sources(tmp_path, ["leak", "fine"])))) == ["", ""]


def test_a_file_that_cannot_be_opened_is_not_the_files_fault(tmp_path: Path, pool: Callable[..., Readers]) -> None:
    readers = pool()
    (outcome,) = readers.collect(readers.submit([Source(str(tmp_path / "gone"), "gone", "", 1)]))
    assert isinstance(outcome, Failed)
    assert outcome.kind == "transient"


def test_a_reader_has_no_core_few_files_and_little_memory(tmp_path: Path, pool: Callable[..., Readers]) -> None:
    readers = pool(bounds=Bounds(memory_bytes=700_000_000))
    (outcome,) = readers.collect(readers.submit(sources(tmp_path, ["limits"])))
    assert isinstance(outcome, Failed)
    limits = {line[:26].strip(): line[26:].split()[0] for line in outcome.message.splitlines()}
    assert limits["Max address space"] == "700000000"
    assert limits["Max core file size"] == "0"
    assert limits["Max open files"] == "64"
    assert limits["Max file size"] == "500000000"


def test_a_process_is_replaced_after_so_many_files(tmp_path: Path, pool: Callable[..., Readers]) -> None:
    readers = pool(bounds=Bounds(files=50))
    seen = set()
    for _ in range(6):
        readers.collect(readers.submit(sources(tmp_path, ["fine"] * 25)))
        seen |= {process.child.pid for process in readers._processes}
    assert len(seen) >= 2


def test_a_process_is_not_held_to_be_large_because_its_parent_is(tmp_path: Path, pool: Callable[..., Readers]) -> None:
    large = bytearray(300_000_000)
    large[::4096] = b"x" * len(large[::4096])
    readers = pool(bounds=Bounds(seconds=60))
    assert codes(readers.collect(readers.submit(sources(tmp_path, ["fine"])))) == [""]
    assert len(readers._processes) == 1
    assert len(large) == 300_000_000


def test_a_process_that_grew_large_is_replaced(tmp_path: Path, pool: Callable[..., Readers]) -> None:
    readers = pool(bounds=Bounds(kept_bytes=1))
    assert codes(readers.collect(readers.submit(sources(tmp_path, ["fine"] * 80)))) == [""] * 80
    assert readers._processes == []


def test_readers_that_cannot_start_stop_the_program_and_blame_no_file(tmp_path: Path) -> None:
    for command in ((sys.executable, "-c", "raise SystemExit(7)"), (str(tmp_path / "no such program"),)):
        readers = Readers(1, QUICK, command=command)
        with pytest.raises(Stop) as stopped:
            readers.collect(readers.submit(sources(tmp_path, ["fine"])))
        assert stopped.value.code == "READER_NOT_STARTED"
        readers.close()


def test_nonsense_from_a_reader_is_its_end(tmp_path: Path) -> None:
    frame = "bytes([0, 0, 0, 2, 0, 0, 0, 0]) + b'[]'"
    script = f"import sys, time; sys.stdout.buffer.write({frame} + b'x' * 1000); sys.stdout.flush(); time.sleep(60)"
    readers = Readers(1, QUICK, command=(sys.executable, "-c", script))
    started = time.monotonic()
    outcomes = readers.collect(readers.submit(sources(tmp_path, ["fine"])))
    assert codes(outcomes) == ["WORKER_KILLED"]
    assert time.monotonic() - started < 30
    readers.close()


def test_fault_F16_what_nobody_waits_for_any_more_is_given_up(tmp_path: Path, pool: Callable[..., Readers]) -> None:
    began = time.monotonic()
    readers = pool(bounds=Bounds(), abandon=lambda: time.monotonic() - began > 0.5)
    with pytest.raises(Wait) as wait:
        readers.collect(readers.submit(sources(tmp_path, ["hang"])))
    assert wait.value.code == "STOPPED"
    assert time.monotonic() - began < 10


def test_a_signal_meant_for_the_program_does_not_end_its_readers(tmp_path: Path, pool: Callable[..., Readers]) -> None:
    readers = pool()
    readers.collect(readers.submit(sources(tmp_path, ["fine"])))
    (process,) = readers._processes
    for number in (signal.SIGINT, signal.SIGTERM):
        os.kill(process.child.pid, number)
    assert codes(readers.collect(readers.submit(sources(tmp_path, ["fine"])))) == [""]
    assert readers._processes == [process]


def test_readers_end_with_their_parent(tmp_path: Path) -> None:
    script = (
        "import os, signal, sys; from pathlib import Path;"
        "from tests.reader.test_readers import BREAKING, Readers, Bounds, sources;"
        "readers = Readers(1, Bounds(), command=BREAKING);"
        "readers.submit(sources(Path(sys.argv[1]), ['hang']));"
        "answer = readers._answers.get(); print(answer.process.child.pid, flush=True);"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )

    command = [sys.executable, "-c", script, str(tmp_path)]
    output = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, text=True).stdout
    child = int(output)
    for _ in range(100):
        if not Path(f"/proc/{child}").exists() or "\nState:\tZ" in Path(f"/proc/{child}/status").read_text():
            return
        time.sleep(0.1)
    pytest.fail("the reader outlived its parent")
