"""Several processes at one inbox, each killed with SIGKILL at a random moment, again and again.

`python -m tests.kill.storm --rounds 500` prints how many kills and files it were. In each round a new folder gets files
(new ones, the same again, bad ones, in subfolders) while three processes run and die; then one run may finish, and
everything that `check_nothing_lost` knows must hold, and the statuses be those of a run that nobody disturbed.
"""

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from dataclasses import asdict, dataclass, field
from importlib import import_module
from pathlib import Path

from ordertrail.cli.works import derive_changes
from ordertrail.intake import reading
from ordertrail.run import run
from tests.place import Place, check_nothing_lost, invoice, make_place, report_nothing

FILES = 30
KILLS = 20
AT_ONCE = 3
LONGEST_LIFE = 5.0  # times what an undisturbed run takes here and now: three share the processors


@dataclass
class Figures:
    """What a storm came to."""

    rounds: int = 0
    kills: int = 0
    ended: int = 0  # processes that were done before they were killed
    files: int = 0
    recorded_in_the_storm: int = 0  # the others were left to the run that may finish
    seconds: float = 0.0
    failures: list[str] = field(default_factory=list)


def storm(rounds: int, seed: int, folder: Path) -> Figures:
    """So many rounds.

    Raises:
        AssertionError: if anything was lost or doubled; the folder is then left for a look.
    """
    import_module(
        "ordertrail.store.migration"
    )  # the forked processes have everything: they die at work, not at loading
    figures, chance, started = Figures(), random.Random(seed), time.monotonic()  # noqa: S311 - no secret
    life = _lifetime(folder / "undisturbed")
    for number in range(rounds):
        home = folder / f"{number}"
        home.mkdir()
        _round(make_place(home), chance, figures, life)
    figures.seconds = round(time.monotonic() - started, 1)
    return figures


def _lifetime(home: Path) -> float:
    """How long a run of a round's files takes, by doing it twice: the first makes the database."""
    home.mkdir()
    place = make_place(home)
    seconds = 0.0
    for time_ in range(2):
        for number in range(FILES):
            place.drop(f"{number}.xml", invoice(f"{time_} {number}"))
        started = time.monotonic()
        run(place.settings, derive_changes, report_nothing)
        seconds = time.monotonic() - started
    return seconds


def _round(place: Place, chance: random.Random, figures: Figures, life: float) -> None:
    contents = _contents(chance)
    if figures.rounds % 4:  # every fourth storm rages over the making of the database too
        place.run()
    killed = _kill_while_dropping(place, contents, chance, figures, life * LONGEST_LIFE)
    assert figures.failures == [], figures.failures[0]
    figures.recorded_in_the_storm += _recorded(place)
    run(place.settings, derive_changes, report_nothing)
    assert place.left() == []
    check_nothing_lost(place, list(contents.values()))
    assert _statuses(place) == _undisturbed(place, contents)
    figures.rounds += 1
    figures.kills += killed
    figures.files += len(contents)


def _contents(chance: random.Random) -> dict[str, bytes]:
    contents: dict[str, bytes] = {}
    for number in range(FILES):
        folder = chance.choice(["", "", "sub/", "a/b/"])
        kind = chance.random()
        data = invoice(f"I{number}", order=str(chance.randrange(5)))
        if kind < 0.15 and contents:
            data = chance.choice(list(contents.values()))
        elif kind < 0.25:
            data = b"<nonsense %d" % number
        elif kind < 0.3:
            data += b" " * (2 << 20)
        contents[f"{folder}{number}.xml"] = data
    return contents


def _kill_while_dropping(
    place: Place, contents: dict[str, bytes], chance: random.Random, figures: Figures, longest: float
) -> int:
    todo = list(contents.items())
    lives: dict[int, float] = {}
    killed = 0
    try:
        while killed < KILLS or todo:
            if todo:
                _drop(place, *todo.pop())
            while len(lives) < AT_ONCE:
                pid = _fork(place.having(processes=chance.choice([1, 1, 1, 2])))
                lives[pid] = time.monotonic() + chance.uniform(0, longest)
            killed += _reap(lives, figures)
            time.sleep(0.002)
    finally:
        for pid in lives:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
    return killed + len(lives)


def _drop(place: Place, name: str, data: bytes) -> None:
    """As a careful sender does it: under a temporary name first."""
    path = place.drop(f"{name}.part", data)
    path.rename(path.with_suffix(""))


def _fork(place: Place) -> int:
    pid = os.fork()
    if pid == 0:
        code = 1
        reading.FEW = 0  # two processes are to be two, however few the files
        try:
            run(place.settings, derive_changes, report_nothing)
            code = 0
        except BaseException:  # noqa: BLE001 - told to the parent by the exit code
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)
    return pid


def _reap(lives: dict[int, float], figures: Figures) -> int:
    killed = 0
    for pid, end in list(lives.items()):
        over = time.monotonic() > end
        if over:
            os.kill(pid, signal.SIGKILL)
        done, status = os.waitpid(pid, 0 if over else os.WNOHANG)
        if done == 0:
            continue
        del lives[pid]
        code = os.waitstatus_to_exitcode(status)
        if code == -signal.SIGKILL:
            killed += 1
        elif code == 0:
            figures.ended += 1
        else:
            figures.failures.append(f"a run ended with exit code {code}")
    return killed


def _recorded(place: Place) -> int:
    try:
        return len(place.rows())
    except sqlite3.OperationalError:  # nobody lived long enough to make the tables
        return 0


def _statuses(place: Place) -> list[tuple[str, str]]:
    return [(row["order_id"], row["body"]) for row in place.rows("SELECT order_id, body FROM orders ORDER BY order_id")]


def _undisturbed(place: Place, contents: dict[str, bytes]) -> list[tuple[str, str]]:
    home = place.settings.base / "undisturbed"
    home.mkdir()
    other = make_place(home)
    for name, data in contents.items():
        other.drop(name, data)
    run(other.settings, derive_changes, report_nothing)
    return _statuses(other)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="ordertrail-storm-"))  # left for a look if something is wrong
    figures = storm(chosen.rounds, chosen.seed, folder)
    shutil.rmtree(folder)
    print(json.dumps(asdict(figures)))  # noqa: T201 - a command's answer


if __name__ == "__main__":
    main()
