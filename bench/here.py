"""Runs in this process, so that parts of them can be timed."""

import time
from dataclasses import dataclass
from pathlib import Path

from matching import assess
from ordertrail.config import Settings, load
from ordertrail.derive.session import derive
from ordertrail.rebuild import rebuild
from ordertrail.run import run
from ordertrail.store.engine import Store
from ordertrail.workplace import open_workplace


@dataclass(slots=True)
class Spent:
    """CPU seconds of a run: all of it, and deriving alone."""

    all: float = 0.0
    derive: float = 0.0


def run_here(folder: Path) -> Spent:
    """One run over the inbox, without reports."""
    spent = Spent()

    def derive_timed(store: Store, settings: Settings) -> int:
        started = time.process_time()
        changed = derive(store, settings.policy, assess, processes=1)
        spent.derive = time.process_time() - started
        return changed

    started = time.process_time()
    run(load(folder / "config.toml", {}), derive_timed, lambda _store, _settings: ())
    spent.all = time.process_time() - started
    return spent


def rebuild_here(folder: Path) -> float:
    """CPU seconds of deriving everything anew."""
    settings = load(folder / "config.toml", {})
    with open_workplace(settings) as store:
        started = time.process_time()
        rebuild(store, settings.policy, assess, processes=1)
        return time.process_time() - started
