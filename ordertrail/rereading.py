"""The archived files read again, with the readers of this version and today's layouts: what a mended reader needs."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from orders.document import DOCUMENT
from ordertrail.config.settings import Settings
from ordertrail.reader.outcome import Failed, Outcome, Source
from ordertrail.reader.readers import Bounds, Readers
from ordertrail.store.engine import Store
from ordertrail.store.facts import ReadDocument
from ordertrail.store.rereading import (
    Original,
    Stored,
    decided_on,
    originals,
    replace_documents,
    stored_documents,
)

PAGE = 1_000
"""Files that are read before what they say is written, in one transaction."""


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of one file that does not say what it said then: `code` is "" where its documents were, or would be,
    replaced; otherwise it says why they stay as they are.
    """

    file: Original
    code: str = ""
    message: str = ""


Progress = Callable[[int], None]


def reread(
    store: Store, settings: Settings, processes: int, *, keep: bool, progress: Progress = lambda done: None
) -> Iterator[Reread]:
    """Reads every archived file that documents came from again, and yields those that now say something else. Unless
    `keep`, their documents are replaced: all derivations are dropped with them and have to be made anew.

    A file stays as it is where it cannot be read any more, where its bytes are not those that came in, or where it
    would lose a document that a person decided something about.

    Raises:
        Stop: if no reading process can be started.
    """
    readers = Readers(processes, Bounds.of(settings.limits), settings.layouts)
    try:
        last = done = 0
        while True:
            with store.reading() as connection:
                page = originals(connection, last, PAGE)
                before = stored_documents(connection, page)
            if not page:
                return
            last = page[-1].number
            yield from _page(store, settings, readers, page, before, keep=keep)
            done += len(page)
            progress(done)
    finally:
        readers.close()


def _page(
    store: Store,
    settings: Settings,
    readers: Readers,
    page: Sequence[Original],
    before: dict[int, list[Stored]],
    *,
    keep: bool,
) -> Iterator[Reread]:
    whole = [file for file in page if _is_whole(settings, file)]
    yield from (Reread(file, "STORE_HASH_MISMATCH", _DAMAGED) for file in page if file not in whole)
    sources = [Source(str(settings.folders.archive / file.path), file.name, file.folder, file.size) for file in whole]
    changed: list[tuple[Original, Sequence[Stored], Sequence[ReadDocument]]] = []
    for file, outcome in zip(whole, readers.collect(readers.submit(sources)), strict=True):
        found = _judge(store, file, before[file.number], outcome)
        if isinstance(found, Reread):
            yield found
        elif found:
            changed.append((file, before[file.number], found))
            yield Reread(file)
    if changed and not keep:
        with store.writing() as connection:
            replace_documents(connection, changed)


_DAMAGED = "The archived file is gone, or its bytes are not those that came in."
_DECIDED = "A document that it no longer holds was decided on."


def _judge(
    store: Store, file: Original, before: Sequence[Stored], outcome: Outcome
) -> Reread | tuple[ReadDocument, ...]:
    """The documents to be put in the place of what was read then, () if nothing changed; or why that cannot be."""
    if isinstance(outcome, Failed):
        return Reread(file, outcome.code, outcome.message)
    after = outcome.documents
    if len(before) == len(after) and all(map(_is_same, before, after)):
        return ()
    lost = [one.number for one in before[len(after) :]]
    if lost or not after:
        with store.reading() as connection:
            if not after or decided_on(connection, lost):
                return Reread(file, "DOCUMENT_DECIDED" if after else "DOCUMENT_EMPTY", _DECIDED)
    return after


def _is_same(before: Stored, after: ReadDocument) -> bool:
    """Whether a document says what it said. Bodies that former versions wrote also hold what is empty."""
    return before.body == after.body or DOCUMENT.to_json(DOCUMENT.from_json(before.body)) == after.body


def _is_whole(settings: Settings, file: Original) -> bool:
    """Whether the archive still has the bytes that came in."""
    try:
        with (settings.folders.archive / file.path).open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == file.sha256
    except OSError:
        return False
