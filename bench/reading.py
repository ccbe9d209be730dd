"""Reading alone: from bytes to validated documents, against a bare parse of the same bytes in the same process."""

import time
from collections.abc import Callable

from bench.folder import contents
from bench.measure import unit
from ingest.format import Content
from ingest.reading import read
from orders.document import DOCUMENT, Document
from ordertrail.store.facts import card


def bench(documents: int = 3_000, seed: int = 1) -> None:
    """Prints what each step of reading costs, in u."""
    files = list(contents(seed, documents))
    u = unit(lambda: files)
    steps: dict[str, Callable[[bytes], object]] = {
        "read": _read,
        "read and write as JSON": lambda data: [DOCUMENT.to_json(one) for one in _read(data)],
        "read, write, card": lambda data: [(DOCUMENT.to_json(one), card(one)) for one in _read(data)],
    }
    for name, step in steps.items():
        spent = min(_time(step, files) for _ in range(3))
        print(f"reading      {name}: {spent / u:.2f} u, {spent / documents * 1e6:.0f} µs a document")


def _read(data: bytes) -> tuple[Document, ...]:
    return read(Content(data, "x.xml"))


def _time(step: Callable[[bytes], object], files: list[bytes]) -> float:
    started = time.process_time()
    for data in files:
        step(data)
    return time.process_time() - started
