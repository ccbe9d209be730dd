"""Where the CPU of a document goes: one run in this process, its stages timed as it goes along."""

import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from functools import partial, reduce, wraps
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench.folder import drop, dropped, working_folder
from bench.here import run_here
from bench.measure import unit

STAGES = {
    "claim": "ordertrail.inbox.inbox:Inbox.take",
    "sync claims": "ordertrail.inbox.inbox:Inbox.sync_claims",
    "hash": "ordertrail.archive:Archive.read",
    "look up": "ordertrail.intake.processing:Processing._known",
    "archive": "ordertrail.archive:Archive.keep",
    "sync archive": "ordertrail.archive:sync_file_system",
    "parse": "ingest.format:parse_xml",
    "validate": "ingest.finish:_validated",
    "read": "ordertrail.reader.reading:read",
    "as JSON": "ordertrail.reader.outcome:DOCUMENT.to_json",
    "card": "ordertrail.reader.outcome:card",
    "transaction": "ordertrail.intake.recording:Recording.record",
    "record": "ordertrail.intake.recording:record",
    "clear": "ordertrail.inbox.inbox:Inbox.clear",
    "derive": "bench.here:derive",
    "cases": "ordertrail.derive.session:read_chunk",
    "load": "ordertrail.derive.session:gather",
    "assess": "bench.here:assess",
    "assess and write as JSON": "ordertrail.derive.session:assess_sheaf",
    "write": "ordertrail.derive.session:replace_cases",
}
"""Stage → the function that does it, where it is called from. Some hold others: see `_split`."""


def bench(documents: int = 5_000, seed: int = 1) -> None:
    """Prints the split in u, and what is in none of the stages."""
    with tempfile.TemporaryDirectory(prefix="ordertrail-bench-") as place:
        folder = working_folder(Path(place) / "stages", processes=1)
        run_here(folder)
        drop(folder, seed, documents)
        show(folder, unit(partial(dropped, folder)), documents)


def show(folder: Path, u: float, documents: int) -> None:
    """Runs over a filled inbox and prints the split in u."""
    spent: defaultdict[str, float] = defaultdict(float)
    with ExitStack() as patches:
        for stage, target in STAGES.items():
            patches.enter_context(_watched(stage, target, spent))
        whole = run_here(folder).all
    split = _split(spent)
    split["scan, settle, and what joins the stages"] = whole - sum(split.values())
    for stage, seconds in split.items():
        print(f"stages       {stage}: {seconds / u:.2f} u")
    print(f"stages       all of it: {whole / u:.2f} u, u = {u / documents * 1e6:.0f} µs")


def _watched(stage: str, target: str, spent: defaultdict[str, float]) -> AbstractContextManager[object]:
    module, _, path = target.partition(":")
    *holders, name = path.split(".")
    holder = reduce(getattr, holders, import_module(module))
    return patch.object(holder, name, _timed(getattr(holder, name), stage, spent))


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
        "claim": spent["claim"],
        "sync claims": spent["sync claims"],
        "read and hash": spent["hash"],
        "look up known contents": spent["look up"],
        "link into the archive": spent["archive"] - spent["sync archive"],
        "sync the archive": spent["sync archive"],
        "parse": spent["parse"],
        "walk and meaning": spent["read"] - spent["parse"] - spent["validate"],
        "validate": spent["validate"],
        "as JSON": spent["as JSON"],
        "card": spent["card"],
        "record": spent["record"],
        "begin, commit": spent["transaction"] - spent["record"],
        "clear": spent["clear"],
        "form cases": spent["cases"],
        "load": spent["load"],
        "match and status": spent["assess"],
        "parse stored JSON, write assessments as JSON": spent["assess and write as JSON"] - spent["assess"],
        "write": spent["write"],
        "what joins the stages of deriving": spent["derive"]
        - spent["cases"]
        - spent["load"]
        - spent["assess and write as JSON"]
        - spent["write"],
    }
