"""Opening the database: found, fit to be worked with, of this program's version. Then transactions on it."""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError

from orders.errors import Stop, Wait
from ordertrail.mounts import network_type
from ordertrail.store import schema
from ordertrail.store.faults import RESTORE, database_faults
from ordertrail.store.sqlite import BUSY_SECONDS, back_up, prepare_connection, settle_journal_mode

_WRITES = "ordertrail_writes"


@dataclass(frozen=True, slots=True)
class Store:
    """An open database. Not to be carried into another process."""

    engine: Engine
    name: str  # for people: the URL without password

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees the database as it was at its first question, however long it lasts.

        Keep it short: where SQLite runs without WAL, others cannot commit meanwhile.
        """
        with database_faults(self.name), self._connection() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that may write; committed at the end, rolled back by an exception.

        Raises:
            Wait: if the database is locked, full or away for now.
            Stop: if it is damaged or may not be written to.
        """
        with database_faults(self.name), self._connection(writes=True) as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Ends all connections."""
        self.engine.dispose()

    def _connection(self, *, writes: bool = False) -> AbstractContextManager[Connection]:
        if self.engine.dialect.name == "sqlite":
            return self.engine.connect().execution_options(**{_WRITES: writes})
        level = "READ COMMITTED" if writes else "REPEATABLE READ"
        return self.engine.connect().execution_options(isolation_level=level)


def open_store(url: str, *, create: bool, archive_in_use: bool) -> Store:
    """The database at `url` (`sqlite:///…` with an absolute path, or `postgresql+psycopg://…`).

    A missing one is made if `create` allows it, an older one is brought up to date (SQLite: after a copy of it was put
    beside it). `archive_in_use` says that accepted files lie in the archive: then a database must exist.

    Raises:
        Stop: if there is none, or it is damaged, somebody else's, of a newer version, or on a network file system.
        Wait: if others hold it for too long.
    """
    target = _parsed(url)
    name = target.render_as_string(hide_password=True)
    with _opening(name):
        path = _sqlite_path(target)
        if path is not None:
            _check_place(path, create=create, archive_in_use=archive_in_use)
        store = Store(_engine(target), name)
        try:
            _bring_up_to_date(store, path, create=create, archive_in_use=archive_in_use)
        except BaseException:
            store.close()
            raise
    return store


@contextmanager
def _opening(name: str) -> Iterator[None]:
    """While nothing has begun, a server that does not answer is a matter for a person."""
    try:
        with database_faults(name):
            yield
    except Wait as wait:
        if wait.code != "DATABASE_UNREACHABLE":
            raise
        raise Stop(wait.code, wait.message, where=name, hint=wait.hint) from wait
    except Stop as stop:
        raise Stop(stop.code, stop.message, where=stop.where or name, hint=stop.hint) from stop


def _parsed(url: str) -> URL:
    try:
        target = make_url(url)
        target.get_dialect()
    except (ArgumentError, ImportError) as error:  # SQLAlchemy says unknown database and missing driver so
        raise Stop(
            "DATABASE_URL",
            "The URL of the database is not one that can be used.",
            hint="sqlite:///path, or postgresql+psycopg://user@host/name (needs the extra `postgresql`).",
        ) from error
    if target.get_backend_name() not in ("sqlite", "postgresql"):
        raise Stop("DATABASE_URL", "The database must be SQLite or PostgreSQL.", where=target.get_backend_name())
    return target


def _sqlite_path(target: URL) -> Path | None:
    if target.get_backend_name() != "sqlite":
        return None
    if not target.database or target.database == ":memory:":
        raise Stop("DATABASE_URL", "A database in memory would be gone with the program.", hint="Name a file.")
    return Path(target.database)


def _check_place(path: Path, *, create: bool, archive_in_use: bool) -> None:
    network = network_type(path)
    if network:
        raise Stop(
            "DATABASE_ON_NETWORK",
            f"The database lies on a network file system ({network}), whose locks cannot be relied on.",
            where=str(path),
            hint="Put it on a local disk, or use PostgreSQL.",
        )
    if path.exists() and path.stat().st_size > 0:
        return
    if archive_in_use:
        raise _missing(path.name)
    if not create:
        raise Stop("DATABASE_ABSENT", "There is no database yet.", where=str(path), hint="`ordertrail run` makes it.")
    path.parent.mkdir(parents=True, exist_ok=True)


def _missing(name: str) -> Stop:
    sentence = "There are archived files, but their database is missing or empty."
    return Stop("DATABASE_MISSING", sentence, where=name, hint=RESTORE)


def _engine(target: URL) -> Engine:
    return _sqlite_engine(target) if target.get_backend_name() == "sqlite" else _server_engine(target)


def _server_engine(target: URL) -> Engine:
    engine = create_engine(target, pool_pre_ping=True)

    @event.listens_for(engine, "connect")
    def _connected(connection: DBAPIConnection, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute(f"SET lock_timeout = '{BUSY_SECONDS}s'")
        cursor.close()
        connection.commit()

    return engine


def _sqlite_engine(target: URL) -> Engine:
    engine = create_engine(target, connect_args={"timeout": BUSY_SECONDS})

    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _record: object) -> None:
        prepare_connection(connection)

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _bring_up_to_date(store: Store, path: Path | None, *, create: bool, archive_in_use: bool) -> None:
    with store.reading() as connection:
        found = schema.version(connection)
    if found is None and archive_in_use:
        raise _missing(store.name)
    if found is None and not create:
        raise Stop("DATABASE_ABSENT", "The database is empty.", hint="`ordertrail run` makes the tables.")
    if path is not None:
        store.close()  # the mode cannot be changed while anybody is at the database, ourselves not excepted
        settle_journal_mode(path)
    if found != schema.HEAD:
        _migrate(store, path, found)


def _migrate(store: Store, path: Path | None, found: str | None) -> None:
    from ordertrail.store import migration  # noqa: PLC0415 - loads Alembic, which nobody else needs

    if found is not None:
        migration.check_known(found)
        if path is not None:
            back_up(path, path.with_name(f"{path.name}.{found}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.backup"))
    with store.writing() as connection:
        if schema.version(connection) != schema.HEAD:  # somebody else may have been first
            migration.upgrade(connection)
