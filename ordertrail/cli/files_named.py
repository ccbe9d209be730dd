"""Files that a command names: read as `run` reads them, in processes with limits."""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from ingest.layout import Layout
from orders.document import DOCUMENT, Document
from ordertrail.config import Settings
from ordertrail.reader.outcome import Checking, Failed, Outcome, Read, Source
from ordertrail.reader.readers import Bounds, Readers

NO_SUCH_FILE = 2
SOME_REJECTED = 3
NO_FILES = frozenset({"FILE_NOT_FOUND", "NOT_A_REGULAR_FILE"})
_NEVER_OPENED = NO_FILES | {"FILE_TOO_LARGE"}

TOGETHER = 200
"""Files that are read before anything is shown."""


def outcomes(
    files: Sequence[Path], settings: Settings, layouts: tuple[Layout, ...], checking: Checking = "off"
) -> Iterator[tuple[Path, Outcome]]:
    """What reading each file comes to, in the order in which they are named."""
    count = min(len(files), settings.run.processes or os.cpu_count() or 1)
    readers = Readers(count, Bounds.of(settings.limits, checking), layouts, checking=checking)
    try:
        for start in range(0, len(files), TOGETHER):
            yield from _read_together(files[start : start + TOGETHER], readers, settings)
    finally:
        readers.close()


def _read_together(files: Sequence[Path], readers: Readers, settings: Settings) -> Iterator[tuple[Path, Outcome]]:
    found = [source_of(file, settings) for file in files]
    ticket = readers.submit([one for one in found if isinstance(one, Source)])
    answers = iter(readers.collect(ticket))
    for file, one in zip(files, found, strict=True):
        yield file, next(answers) if isinstance(one, Source) else one


def source_of(file: Path, settings: Settings) -> Source | Failed:
    """The file as a reader takes it, or why it is not even opened."""
    try:
        status = file.stat()
    except OSError as error:
        return Failed("FILE_NOT_FOUND", f"The file cannot be opened: {error.strerror}.")
    if not stat.S_ISREG(status.st_mode):
        return Failed("NOT_A_REGULAR_FILE", "This is no file with content, but a folder or a device.")
    if status.st_size > settings.limits.file_bytes:
        limit = settings.limits.file_bytes // 1_000_000
        return Failed("FILE_TOO_LARGE", f"The file has {status.st_size:,} bytes; the limit is {limit} MB.")
    return Source(str(file.absolute()), file.name, folder_of(file, settings), status.st_size)


def folder_of(file: Path, settings: Settings) -> str:
    """The subfolder that may say what is in the file: below the inbox, elsewhere as the command names it."""
    inbox = settings.folders.inbox
    if file.absolute().is_relative_to(inbox):
        return file.absolute().relative_to(inbox).parent.as_posix().removeprefix(".")
    named = PurePath(file).parent
    return "" if named.is_absolute() or ".." in named.parts else named.as_posix().removeprefix(".")


def may_be_looked_at(outcome: Outcome) -> bool:
    """Whether a file may be opened in this process: a limited one came back from it alive."""
    return not isinstance(outcome, Failed) or (outcome.kind == "permanent" and outcome.code not in _NEVER_OPENED)


def documents_of(outcome: Read) -> Iterator[Document]:
    """The documents that were read."""
    return (DOCUMENT.from_json(one.body) for one in outcome.documents)
