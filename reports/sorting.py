"""Rows in the order of their rank, however many there are: what memory should not hold is sorted in runs on disk."""

import heapq
import pickle
from collections.abc import Iterator
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Any, Self

RUN = 10_000
"""How many rows are held in memory at a time."""

Ranked = tuple[tuple[Any, ...], int, tuple[Any, ...]]


class SortedRows:
    """Takes rows with their rank, gives them back in ascending order; rows of one rank stay as they came."""

    def __init__(self, folder: str | None = None, run: int = RUN) -> None:
        self._folder = folder
        self._run = run
        self._held: list[Ranked] = []
        self._runs: list[IO[bytes]] = []
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for run in self._runs:
            run.close()

    def add(self, rank: tuple[Any, ...], row: tuple[Any, ...]) -> None:
        """One more row."""
        self._held.append((rank, self._count, row))
        self._count += 1
        if len(self._held) >= self._run:
            self._spill()

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        self._held.sort()
        for _, _, row in heapq.merge(self._held, *(_read(run) for run in self._runs)):
            yield row

    def _spill(self) -> None:
        self._held.sort()
        run = TemporaryFile(dir=self._folder)  # noqa: SIM115 - closed when the rows are left
        for ranked in self._held:
            pickle.dump(ranked, run, pickle.HIGHEST_PROTOCOL)
        self._runs.append(run)
        self._held = []


def _read(run: IO[bytes]) -> Iterator[Ranked]:
    run.seek(0)
    while True:
        try:
            yield pickle.load(run)  # noqa: S301 - a nameless file that this process wrote itself
        except EOFError:
            return
