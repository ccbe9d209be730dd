"""Where the CPU of a document goes: one run in this process, its stages timed as it goes along."""

import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial, wraps
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench.folder import drop, dropped, working_folder
from bench.here import run_here
from bench.measure import unit

STAGES = {
    "parse": "ingest.format.parse_xml",
    "validate": "ingest.finish._validated",
    "read": "ordertrail.reader.reading.read",
    "as JSON, and the card": "ordertrail.reader.reading.as_read",
    "record": "ordertrail.intake.recording.record",
    "cases": "ordertrail.derive.session.read_chunk",
    "load": "ordertrail.derive.session.gather",
    "assess": "bench.here.assess",
    "assess and write as JSON": "ordertrail.derive.session.assess_sheaf",
    "write": "ordertrail.derive.session.replace_cases",
}
"""Stage → the function that does it, where it is called from. Some hold others: see `_split`."""


def bench(documents: int = 5_000, seed: int = 1) -> None:
    """Prints the split in u; what is in no stage is scan, claim, hash, archive, sync and commit."""
    with tempfile.TemporaryDirectory(prefix="ordertrail-bench-") as place, ExitStack() as patches:
        folder = working_folder(Path(place) / "stages", processes=1)
        run_here(folder)
        drop(folder, seed, documents)
        u = unit(partial(dropped, folder))
        spent: defaultdict[str, float] = defaultdict(float)
        for stage, target in STAGES.items():
            module, name = target.rsplit(".", 1)
            timed = _timed(getattr(import_module(module), name), stage, spent)
            patches.enter_context(patch(target, timed))
        whole = run_here(folder).all
    split = _split(spent)
    split["scan, claim, hash, archive, commit"] = whole - sum(split.values())
    for stage, seconds in split.items():
        print(f"stages       {stage}: {seconds / u:.2f} u")
    print(f"stages       all of it: {whole / u:.2f} u, u = {u / documents * 1e6:.0f} µs")


def _timed(function: Callable[..., Any], stage: str, spent: defaultdict[str, float]) -> Callable[..., Any]:
    @wraps(function)
    def timed(*arguments: Any, **named: Any) -> Any:
        started = time.thread_time()
        try:
            return function(*arguments, **named)
        finally:
            spent[stage] += time.thread_time() - started

    return timed


def _split(spent: dict[str, float]) -> dict[str, float]:
    """Each stage without those that it holds."""
    return {
        "parse": spent["parse"],
        "walk and meaning": spent["read"] - spent["parse"] - spent["validate"],
        "validate": spent["validate"],
        "as JSON, and the card": spent["as JSON, and the card"],
        "record": spent["record"],
        "form cases": spent["cases"],
        "load": spent["load"],
        "match and status": spent["assess"],
        "parse stored JSON, write assessments as JSON": spent["assess and write as JSON"] - spent["assess"],
        "write": spent["write"],
    }
