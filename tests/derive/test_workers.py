"""Processes that assess for another."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

PARENT = """
import os, time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from ordertrail.derive.child import begin

pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=begin)
print(pool.submit(os.getpid).result(), flush=True)
time.sleep(60)
"""


def test_a_process_that_only_assesses_loads_no_database() -> None:
    """It is started for each run with many documents, and would take twice as long to be ready."""
    program = (
        "import sys, matching, ordertrail.derive.child, ordertrail.derive.sheaf; print('sqlalchemy' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_process_that_assesses_ends_when_its_parent_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True) as parent:
        worker = Path("/proc", parent.stdout.readline().strip()) if parent.stdout else Path()
        assert worker.is_dir()
        parent.kill()
    until = time.monotonic() + 20
    while _lives(worker):
        assert time.monotonic() < until, "the process outlived its parent"
        time.sleep(0.05)


def _lives(process: Path) -> bool:
    """Not gone, and no corpse that its new parent has not buried yet."""
    try:
        return "State:\tZ" not in (process / "status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
