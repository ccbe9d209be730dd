"""What SQLite needs to keep its promises (https://sqlite.org/wal.html, https://sqlite.org/pragma.html)."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from ordertrail.durable import sync_folders

BUSY_SECONDS = 30
"""How long a connection waits for another one's transaction."""

_PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA cell_size_check = ON",
    "PRAGMA cache_size = -16384",  # KiB: the upper levels of the large indexes stay in memory
)


def journal_mode(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> str:
    """The safe mode: "wal" where SQLite has none of its old fault, otherwise "delete".

    Up to 3.51.2 two connections that write and checkpoint at once can corrupt a database in WAL mode; 3.50.7 and
    3.44.6 have the correction too.
    """
    fixed = version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)
    return "wal" if fixed else "delete"


def prepare_connection(connection: sqlite3.Connection) -> None:
    """What every connection is told before it is used. Transactions are begun and ended by us alone."""
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    # In DELETE mode the directory is synced too: otherwise a power cut can bring back a journal that was done with.
    level = "FULL" if journal_mode() == "wal" else "EXTRA"
    connection.execute(f"PRAGMA synchronous = {level}")


def settle_journal_mode(path: Path, *, sleep: Callable[[float], None] = time.sleep) -> None:
    """Brings the database file into the journal mode that this SQLite is safe with.

    The busy timeout does not hold for a change of the mode: it fails at once while anybody else is at the database, so
    it is tried again for as long.

    Raises:
        sqlite3.OperationalError: if others did not let go in time.
    """
    wanted = journal_mode()
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
        for attempt in range(BUSY_SECONDS * 10):
            try:
                if connection.execute("PRAGMA journal_mode").fetchone()[0] == wanted:
                    return
                connection.execute(f"PRAGMA journal_mode = {wanted}")
            except sqlite3.OperationalError:
                if attempt == BUSY_SECONDS * 10 - 1:
                    raise
                sleep(0.1)


def back_up(path: Path, target: Path) -> None:
    """Copies the database to `target`: whole or not at all, also while others work with it."""
    temporary = target.with_name(target.name + ".tmp")
    temporary.unlink(missing_ok=True)
    source = f"file:{quote(str(path))}?mode=ro"
    with closing(sqlite3.connect(source, uri=True)) as origin, closing(sqlite3.connect(temporary)) as copy:
        origin.backup(copy)
    temporary.replace(target)
    sync_folders((str(target.parent),))
