"""Trying a rejected file again: a rule that was mended, or a layout that was added, may accept it now."""

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from orders.errors import Refuse
from ordertrail.archive import BLOCK
from ordertrail.durable import write_all
from ordertrail.inbox.files import Claimed, Found
from ordertrail.inbox.inbox import Inbox
from ordertrail.inbox.lease import lease
from ordertrail.inbox.locks import lock
from ordertrail.inbox.names import PATH, RETRY, claim_name
from ordertrail.store.engine import Store
from ordertrail.store.facts import ArrivalState
from ordertrail.store.tables import ARRIVALS


@dataclass(frozen=True, slots=True)
class Earlier:
    """What is recorded of a file that came in before."""

    id: str
    found: Found
    sha256: str | None
    size: int
    state: ArrivalState


def find_earlier(store: Store, file_id: str) -> Earlier:
    """The file of that id.

    Raises:
        Refuse: if there is none.
    """
    columns = (ARRIVALS.c.folder, ARRIVALS.c.name_bytes, ARRIVALS.c.sha256, ARRIVALS.c.size, ARRIVALS.c.state)
    with store.reading() as connection:
        row = connection.execute(select(*columns).where(ARRIVALS.c.arrival_id == file_id)).one_or_none()
    if row is None:
        raise Refuse("FILE_UNKNOWN", f"No file has the id {file_id}.", hint="`ordertrail files` lists them.")
    folder, name, sha256, size, state = row
    return Earlier(file_id, Found(folder, os.fsdecode(name)), sha256, size, ArrivalState(state))


def reclaim(inbox: Inbox, earlier: Earlier, original: Path) -> Claimed:
    """Puts a copy of a rejected file's bytes into the work folder, claimed and locked, under its old id.

    Raises:
        Refuse: if the bytes are gone or changed, or somebody else is at it.
    """
    beginning = f"{earlier.id}{RETRY}"
    try:
        _copy(original, inbox, beginning, earlier)
        descriptor = inbox.work.open(beginning)
        try:
            return _claim(inbox, earlier, beginning, descriptor)
        except BaseException:
            os.close(descriptor)
            raise
    finally:
        inbox.work.remove(beginning)


def _claim(inbox: Inbox, earlier: Earlier, beginning: str, descriptor: int) -> Claimed:
    lock(descriptor)  # before it has a name that a sweep looks at
    writers = lease(descriptor)
    status = os.fstat(descriptor)
    work_name, whole = claim_name(earlier.id, *earlier.found)
    if not whole:
        with suppress(FileExistsError):
            inbox.work.write(f"{earlier.id}{PATH}", os.fsencode("/".join(filter(None, earlier.found))))
    try:
        inbox.work.give(beginning, inbox.work, work_name)
    except FileExistsError:
        raise Refuse("FILE_IN_WORK", f"The file {earlier.id} is being worked on already.") from None
    return inbox.claimed(earlier.id, earlier.found, work_name, descriptor, status, writers)


def _copy(original: Path, inbox: Inbox, beginning: str, earlier: Earlier) -> None:
    digest, size = hashlib.sha256(), 0
    inbox.work.remove(beginning)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    copy = os.open(beginning, flags, 0o640, dir_fd=inbox.work.descriptor)
    try:
        with original.open("rb") as source:
            while block := source.read(BLOCK):
                digest.update(block)
                size += len(block)
                write_all(copy, block)
        os.fsync(copy)
    except FileNotFoundError:
        raise Refuse("FILE_GONE", "The bytes are not in the quarantine any more.", where=str(original)) from None
    finally:
        os.close(copy)
    if size != earlier.size or earlier.sha256 not in (None, digest.hexdigest()):
        hint = "Drop the corrected file into the inbox: it is another file."
        raise Refuse("FILE_ALTERED", "The bytes in the quarantine are not those that came in.", hint=hint)
