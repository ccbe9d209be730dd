"""Empty databases of both kinds: SQLite files, and a PostgreSQL of our own on a socket in a temporary folder."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import create_engine, text

from ordertrail.store.engine import Store, open_store

_NUMBERS = count()
_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - only the folders inside it are ours, and they are private


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store: every test that asks for it runs on both databases."""
    if request.param == "sqlite":
        (tmp_path / "ordertrail.db").write_bytes(_migrated())
        url = sqlite_url(tmp_path / "ordertrail.db")
    else:
        url = new_database(request.getfixturevalue("postgresql"), like="migrated")
    with closing(open_store(url, create=False, archive_in_use=False)) as opened:
        yield opened


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a server of our own, without a database's name; skipped where PostgreSQL is not installed."""
    programs = _server_programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed")
    with _server(programs) as url:
        migrated = new_database(url, name="migrated")
        open_store(migrated, create=True, archive_in_use=False).close()
        yield url


def new_database(server: str, *, name: str | None = None, like: str = "template1") -> str:
    """Makes a database, a copy of another one, and returns its URL."""
    name = name or f"test_{next(_NUMBERS)}"
    engine = create_engine(server.format(name="postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {like}"))
    engine.dispose()
    return server.format(name=name)


@contextmanager
def empty_sqlite() -> Iterator[Store]:
    """An empty SQLite store for tests of many small examples: in memory where the system has room there, since waiting
    for a disk is not what they are about."""
    with TemporaryDirectory(dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None) as folder:
        file = Path(folder) / "ordertrail.db"
        file.write_bytes(_migrated())
        with closing(open_store(sqlite_url(file), create=False, archive_in_use=False)) as store:
            yield store


def sqlite_url(file: Path) -> str:
    return f"sqlite:///{file}"


@cache
def _migrated() -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "ordertrail.db"
        open_store(sqlite_url(file), create=True, archive_in_use=False).close()
        return file.read_bytes()


def _server_programs() -> Path | None:
    """Where `initdb` and `pg_ctl` are: in the path, or where Debian puts them."""
    found = shutil.which("initdb")
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return Path(found).resolve().parent if found else installed[-1].parent if installed else None


@contextmanager
def _server(programs: Path) -> Iterator[str]:
    # PostgreSQL refuses to run as root; Debian's package brings a user for it.
    user = "postgres" if os.geteuid() == 0 else None
    with TemporaryDirectory(prefix="ordertrail-pg-") as folder:
        if user:
            shutil.chown(folder, user)
        data = Path(folder) / "data"

        def run(program: str, *arguments: str) -> None:
            command = [str(programs / program), "-D", str(data), *arguments]
            subprocess.run(command, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL)

        run("initdb", "--auth=trust", "--username=ordertrail", "--encoding=UTF8", "--no-sync")
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c max_connections=20"
        run("pg_ctl", "--wait", "--log", f"{folder}/log", "-o", options, "start")
        try:
            yield f"postgresql+psycopg://ordertrail@/{{name}}?host={folder}"
        finally:
            run("pg_ctl", "--wait", "--mode=immediate", "stop")
