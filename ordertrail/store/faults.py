"""What the database says when it cannot, as errors of ours: wait for it, or stop and have a person look."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from orders.errors import OrdertrailError, Stop, Wait

RESTORE = (
    "Put the newest backup in its place. Without one, move the archive aside and drop its files into the inbox again: "
    "the same files give the same statuses."
)
_SQLITE_WAITS = {
    sqlite3.SQLITE_BUSY: ("DATABASE_LOCKED", "Another process is writing to the database."),
    sqlite3.SQLITE_LOCKED: ("DATABASE_LOCKED", "Another process is writing to the database."),
    sqlite3.SQLITE_FULL: ("DISK_FULL", "There is no room left for the database."),
    sqlite3.SQLITE_IOERR: ("DATABASE_IO", "The disk failed while the database was read or written."),
    sqlite3.SQLITE_NOMEM: ("OUT_OF_MEMORY", "There is no memory left for the database."),
}
_SQLITE_STOPS = {
    sqlite3.SQLITE_CORRUPT: ("DATABASE_DAMAGED", "The database is damaged.", RESTORE),
    sqlite3.SQLITE_NOTADB: ("DATABASE_DAMAGED", "The file is no database.", RESTORE),
    sqlite3.SQLITE_READONLY: ("DATABASE_READ_ONLY", "The database may not be written to.", "Check its permissions."),
    sqlite3.SQLITE_PERM: ("DATABASE_READ_ONLY", "The database may not be written to.", "Check its permissions."),
    sqlite3.SQLITE_CANTOPEN: ("DATABASE_UNREADABLE", "The database cannot be opened.", "Check path and permissions."),
}
# https://www.postgresql.org/docs/current/errcodes-appendix.html: connection, resources, intervention, conflict
_POSTGRES_WAITS = ("08", "53", "57", "40", "55")


@contextmanager
def database_faults(where: str) -> Iterator[None]:
    """Raises errors of ours for the database's own; `where` names the database, without password.

    Raises:
        Wait: if the same may go through later.
        Stop: if the database is damaged, locked against writing or otherwise unfit.
    """
    try:
        yield
    except DBAPIError as error:
        if (fault := _fault(error.orig, where)) is None:
            raise
        raise fault from error
    except sqlite3.Error as error:
        if (fault := _fault(error, where)) is None:
            raise
        raise fault from error


def _fault(error: BaseException | None, where: str) -> OrdertrailError | None:
    if isinstance(error, sqlite3.Error):
        return _sqlite_fault(error, where)
    state = getattr(error, "sqlstate", None)
    if state is None and type(error).__name__ == "OperationalError":  # not even a conversation
        said = str(error).strip().splitlines() or [""]
        return Wait("DATABASE_UNREACHABLE", "The database server cannot be reached.", where=where, hint=said[-1])
    if state and state.startswith(_POSTGRES_WAITS):
        return Wait("DATABASE_BUSY", "The database server cannot take this now.", where=where)
    if state in ("42501", "28000", "28P01", "3D000", "25006"):
        return Stop("DATABASE_REFUSED", "The database server refuses access.", where=where, hint=str(error))
    return None


def _sqlite_fault(error: sqlite3.Error, where: str) -> OrdertrailError | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    primary = code & 0xFF
    if primary in _SQLITE_WAITS:
        name, sentence = _SQLITE_WAITS[primary]
        return Wait(name, sentence, where=where)
    if primary in _SQLITE_STOPS:
        name, sentence, hint = _SQLITE_STOPS[primary]
        return Stop(name, sentence, where=where, hint=hint)
    return None
