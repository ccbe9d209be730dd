"""The whole way of a document: read, hash, archive with fsync, parse, model, match, status, commit."""

import json
import tempfile
from functools import partial
from pathlib import Path

from bench import stages
from bench.folder import drop, dropped, working_folder
from bench.measure import Cost, program, unit

CPU_LIMIT_U, WALL_LIMIT_U = 6.0, 3.5


def bench(documents: int = 20_000, seed: int = 1) -> None:
    """Prints CPU in one process and wall on two cores, both in u of the same run; then the split of the first."""
    with tempfile.TemporaryDirectory(prefix="ordertrail-bench-") as place:
        for processes, what in ((1, "one process"), (2, "two cores")):
            folder = working_folder(Path(place) / str(processes), processes)
            idle = program(folder, "run", "--json")
            drop(folder, seed, documents)
            u = unit(partial(dropped, folder))
            cost = program(folder, "run", "--json")
            _show(what, cost, idle, u, documents)
    stages.bench(documents, seed)


def _show(what: str, cost: Cost, idle: Cost, u: float, documents: int) -> None:
    result = json.loads(cost.output)
    if result["files"]["accepted"] + result["files"]["duplicate"] != documents:
        raise RuntimeError(f"not every file was accepted: {result['files']}")
    print(
        f"{what:12} {documents} documents, u = {u / documents * 1e6:.0f} µs: "
        f"cpu {(cost.cpu - idle.cpu) / u:.2f} u (limit {CPU_LIMIT_U}), wall {(cost.wall - idle.wall) / u:.2f} u "
        f"(limit {WALL_LIMIT_U}), largest process {cost.memory / 1e6:.0f} MB, "
        f"{documents / (cost.wall - idle.wall) * 60:.0f} documents a minute"
    )
