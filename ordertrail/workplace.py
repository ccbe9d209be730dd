"""The folders and the database that a run works in: made if this is the first, refused if they do not fit together."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from orders.errors import Stop
from ordertrail.config.settings import Folders, Settings
from ordertrail.durable import sync_folders
from ordertrail.inbox.names import INBOX_ID
from ordertrail.store.archived import archived_count
from ordertrail.store.engine import Store, open_store

_MOUNTED_ID = ".inbox-mounted"
"""Kept in the archive while the inbox is a mount point: the id that must be found in it."""


@contextmanager
def open_workplace(settings: Settings, *, create: bool = True) -> Iterator[Store]:
    """The open database of a configuration, its folders made and found fit; without `create` it must be there.

    Raises:
        Stop: if a folder cannot be made or written to, if the inbox is not mounted, if there are archived files without
            a database or a database without the files that it knows, or if the database is unfit.
    """
    folders = settings.folders
    archive_in_use = has_contents(folders.archive)
    store = open_store(settings.database_url, create=create, archive_in_use=archive_in_use)
    try:
        if not archive_in_use:
            _refuse_without_archive(store, folders.archive)
        make_folders(folders)
        yield store
    finally:
        store.close()


def _refuse_without_archive(store: Store, archive: Path) -> None:
    """The database knows files that the archive has lost: going on would hide it until somebody needs an original."""
    known = archived_count(store)
    if known and not has_contents(archive):  # once more: another process may have archived the first file meanwhile
        raise Stop(
            "ARCHIVE_MISSING",
            f"The archive {archive} is missing or empty, although the database knows {known:,} archived files.",
            where=str(archive),
            hint="Mount it, restore it from the backup, or correct folders.archive.",
        )


def has_contents(archive: Path) -> bool:
    """Whether any content was ever archived here.

    Raises:
        Stop: if that cannot be seen.
    """
    try:
        return any(len(entry.name) == 2 and any(entry.iterdir()) for entry in archive.iterdir() if entry.is_dir())
    except FileNotFoundError:
        return False
    except OSError as error:
        raise _unfit(archive, error.strerror or str(error)) from error


def make_folders(folders: Folders) -> None:
    """Makes the folders that are not there yet.

    Raises:
        Stop: if one cannot be made or written to, or if the inbox is a mount point with nothing mounted on it.
    """
    for folder in (folders.inbox, folders.archive, folders.quarantine):
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unfit(folder, error.strerror or str(error)) from error
        if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            raise _unfit(folder, "it may not be read and written")
    mark_inbox(folders)


def _unfit(folder: Path, why: str) -> Stop:
    return Stop("FOLDER_UNFIT", f"The folder {folder} cannot be worked in: {why}.", where=str(folder))


def mark_inbox(folders: Folders) -> None:
    """Puts the inbox's mark into it, so that it is known when it comes back.

    Raises:
        Stop: if the inbox used to be a mounted file system and now is an empty mount point.
    """
    mark = folders.inbox / INBOX_ID
    remembered = folders.archive / _MOUNTED_ID
    mounted = folders.inbox.is_mount()
    if not mark.exists():
        if remembered.exists() and not mounted:
            hint = f"Mount it. If it is an ordinary folder from now on, remove {remembered}."
            raise Stop("INBOX_NOT_MOUNTED", "The inbox is not mounted.", where=str(folders.inbox), hint=hint)
        _mark(mark, f"{secrets.token_hex(16)}\n".encode())
    if mounted:
        _mark(remembered, mark.read_bytes())


def _mark(path: Path, said: bytes) -> None:
    """Makes a mark if there is none: what matters is that it is there. Another process may make it at the same time."""
    with suppress(FileExistsError):
        with path.open("xb") as file:
            file.write(said)
            file.flush()
            os.fsync(file.fileno())
        sync_folders((str(path.parent),))


def is_present(inbox: Path) -> bool:
    """Whether the inbox is there, and not just the empty folder that it is mounted on."""
    return (inbox / INBOX_ID).exists()
