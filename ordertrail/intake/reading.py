"""Where a file is read: small XML and text in this process if it is the only one, or if there are too few of them for
others to be worth starting; everything else in a child.

The limits of the XML and text readers are sound by themselves (nothing of theirs has been seen to break a process);
those of spreadsheets and PDF are not, nor is what checks files by rules.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.layout import Layout
from ordertrail.archive import Hashed
from ordertrail.config.settings import Limits
from ordertrail.reader.outcome import Checking, Failed, Outcome, Source
from ordertrail.reader.readers import Bounds, Readers, Ticket
from ordertrail.reader.reading import FileReader, read_file

_SOUND = (".xml", ".csv", ".edi")
FEW = 40
"""So many files are read before another process has started."""

EMPTY = Failed("EMPTY_FILE", "The file is empty.", hint="Ask the sender to send it again.")


@dataclass(slots=True)
class Pending:
    """Files that are being read."""

    inline: list[Hashed]
    elsewhere: list[Hashed]
    ticket: Ticket


class Reading:
    """Reads archived files: `begin` has them read, `finish` waits for what they come to."""

    def __init__(
        self,
        archive: Path,
        processes: int,
        limits: Limits,
        layouts: tuple[Layout, ...],
        *,
        reader: FileReader = read_file,
        checking: Checking = "off",
        abandon: Callable[[], bool] = lambda: False,
    ) -> None:
        count = processes or os.cpu_count() or 1
        self._archive = str(archive)
        self._layouts = layouts
        self._reader = reader
        self._most = limits.file_documents
        self._checks = checking != "off"
        self.alone = count == 1
        bounds = Bounds.of(limits, checking)
        self._readers = Readers(count, bounds, layouts, checking=checking, abandon=abandon)

    def begin(self, files: Sequence[Hashed]) -> Pending:
        """Has files read; those that are read here are read by `finish`."""
        here = self.alone or (len(files) <= FEW and not self._readers.are_running())
        inline = [file for file in files if self._belongs_here(file, here=here)]
        elsewhere = [file for file in files if not self._belongs_here(file, here=here)]
        return Pending(inline, elsewhere, self._readers.submit([self._source(file) for file in elsewhere]))

    def finish(self, pending: Pending) -> dict[str, Outcome]:
        """What each file came to, by its arrival's id.

        Raises:
            Stop: if no reading process can be started.
            Wait: if `abandon` says that nobody waits for it any more.
        """
        outcomes: dict[str, Outcome] = {file.claim.id: self._read_here(file) for file in pending.inline}
        answers = self._readers.collect(pending.ticket)
        outcomes.update((file.claim.id, outcome) for file, outcome in zip(pending.elsewhere, answers, strict=True))
        return {id_: self._within(outcome) for id_, outcome in outcomes.items()}

    def _within(self, outcome: Outcome) -> Outcome:
        """What a file came to, unless it holds more documents than one file may bring."""
        if isinstance(outcome, Failed) or len(outcome.documents) <= self._most:
            return outcome
        return Failed(
            "TOO_MANY_DOCUMENTS",
            f"The file holds {len(outcome.documents):,} documents; the limit is {self._most:,}.",
            hint="Split it, or raise limits.file_documents.",
        )

    def _belongs_here(self, file: Hashed, *, here: bool) -> bool:
        sound = here and not self._checks and file.data is not None and file.place.endswith(_SOUND)
        return file.read == 0 or sound

    def _read_here(self, file: Hashed) -> Outcome:
        if not file.data:
            return EMPTY
        return self._reader(file.data, file.claim.name, file.claim.folder, self._layouts)

    def _source(self, file: Hashed) -> Source:
        return Source(f"{self._archive}/{file.place}", file.claim.name, file.claim.folder, file.read)

    def close(self) -> None:
        """Ends the reading processes."""
        self._readers.close()
