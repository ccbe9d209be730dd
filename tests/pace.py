"""What work costs, beside other work in the same run: a bound in seconds would speak of the machine."""

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time


def spent(work: Callable[[], object]) -> float:
    """Processor seconds of a call; unlike the time on the clock they do not depend on what else runs here. The
    collector of garbage waits: it would look at all that other tests left.
    """
    gc.disable()
    try:
        began = process_time()
        work()
        return process_time() - began
    finally:
        gc.enable()


def growth(prepared: Callable[[int], Callable[[], object]], size: int) -> float:
    """What a piece costs among `size` of them, beside what it costs among an eighth as many: about 1 where the cost is
    in proportion, 8 where every piece looks at all others. What prepares the work does not count."""
    of_few, of_many = (min(spent(prepared(many)) for _ in range(2)) / many for many in (size // 8, size))
    return of_many / of_few


def spent_by_python(*arguments: str, cwd: Path) -> float:
    """Processor seconds of a process of Python that ends well: the least of a few."""
    return min(_spent_by_process((sys.executable, *arguments), cwd) for _ in range(5))


def _spent_by_process(command: tuple[str, ...], cwd: Path) -> float:
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return used.ru_utime + used.ru_stime
