"""The tables come to the program's version as a whole or not at all, with a copy of the database from before."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text

from ordertrail.store import migration, schema
from ordertrail.store.engine import Store, open_store
from ordertrail.store.tables import METADATA
from tests.databases import new_database, sqlite_url

NEXT = """
import os
import signal

import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "{newest}"


def upgrade() -> None:
    op.create_table("added", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("UPDATE counters SET value = value + 1000")
    {ending}
    op.create_table("added_too", sa.Column("id", sa.Integer, primary_key=True))
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A database of this version, which the next one is about to be newer than."""
    file = tmp_path / "ordertrail.db"
    open_store(sqlite_url(file), create=True, archive_in_use=False).close()
    return file


def migrations(folder: Path, ending: str) -> Path:
    """A folder of migrations with one more, that does `ending` half way."""
    versions = folder / "migrations" / "versions"
    versions.mkdir(parents=True)
    for script in (Path(migration.__file__).parent / "migrations" / "versions").glob("*.py"):
        (versions / script.name).write_bytes(script.read_bytes())
    (versions / "next.py").write_text(NEXT.format(newest=schema.HEAD, ending=ending))
    return folder / "migrations"


def tables(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_the_migrations_make_the_tables_that_the_program_works_with(store: Store) -> None:
    with store.reading() as connection:
        assert schema.version(connection) == schema.HEAD
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_the_migrations_make_what_the_tables_say_to_the_letter(tmp_path: Path, old: Path) -> None:
    engine = create_engine(sqlite_url(tmp_path / "direct.db"))
    METADATA.create_all(engine)
    engine.dispose()
    assert _statements(old) == _statements(tmp_path / "direct.db")


def _statements(file: Path) -> dict[str, str]:
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {name: " ".join(sorted(sql.split())) for name, sql in rows if name != schema.VERSION_TABLE}


def test_every_table_of_sqlite_is_strict(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        loose = connection.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0").fetchall()
    assert {name for (name,) in loose} - {"sqlite_schema", schema.VERSION_TABLE} == set()


def test_the_program_works_with_the_newest_migration() -> None:
    assert migration.scripts().get_current_head() == schema.HEAD


def test_opening_brings_an_older_database_up_to_date_and_keeps_a_copy(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migration, "_MIGRATIONS", migrations(tmp_path, "pass"))
    for module in (schema, migration):
        monkeypatch.setattr(module, "HEAD", "next")
    open_store(sqlite_url(old), create=True, archive_in_use=True).close()
    assert {"added", "added_too"} <= tables(old)
    (backup,) = tmp_path.glob("*.backup")
    assert "added" not in tables(backup)
    assert {"arrivals", "documents"} <= tables(backup)


def test_fault_F13_a_migration_that_fails_leaves_the_old_version(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migration, "_MIGRATIONS", migrations(tmp_path, "raise RuntimeError"))
    for module in (schema, migration):
        monkeypatch.setattr(module, "HEAD", "next")
    before = _content(old)
    with pytest.raises(RuntimeError):
        open_store(sqlite_url(old), create=True, archive_in_use=True)
    assert _content(old) == before
    assert len(list(tmp_path.glob("*.backup"))) == 1


KILLED = """
import sys
from pathlib import Path
from ordertrail.store import migration, schema
from ordertrail.store.engine import open_store

migration._MIGRATIONS = Path(sys.argv[1])
schema.HEAD = migration.HEAD = "next"
open_store(sys.argv[2], create=True, archive_in_use=True)
"""


def test_fault_F13_a_migration_that_is_killed_leaves_the_old_version(old: Path, tmp_path: Path) -> None:
    before = _content(old)
    folder = migrations(tmp_path, "os.kill(os.getpid(), signal.SIGKILL)")
    killed = subprocess.run([sys.executable, "-c", KILLED, folder, sqlite_url(old)], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert _content(old) == before
    assert len(list(tmp_path.glob("*.backup"))) == 1
    open_store(sqlite_url(old), create=False, archive_in_use=True).close()


def test_fault_F13_a_migration_that_fails_on_a_server_leaves_the_old_version(
    postgresql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = new_database(postgresql)
    open_store(url, create=True, archive_in_use=False).close()
    monkeypatch.setattr(migration, "_MIGRATIONS", migrations(tmp_path, "raise RuntimeError"))
    for module in (schema, migration):
        monkeypatch.setattr(module, "HEAD", "next")
    with pytest.raises(RuntimeError):
        open_store(url, create=True, archive_in_use=True)
    engine = create_engine(url)
    with engine.connect() as connection:
        assert "added" not in inspect(connection).get_table_names()
        assert connection.execute(text("SELECT max(value) FROM counters")).scalar() == 0
    engine.dispose()


def _content(file: Path) -> list[str]:
    """Everything in a database; asking for it also rolls back what a killed process left half done."""
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())


def test_version_0002_keeps_the_orders_and_has_them_derived_anew(tmp_path: Path) -> None:
    file = tmp_path / "ordertrail.db"
    with pytest.MonkeyPatch.context() as patch:
        for module in (schema, migration):
            patch.setattr(module, "HEAD", "0001")
        open_store(sqlite_url(file), create=True, archive_in_use=False).close()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(
            "INSERT INTO orders (case_name, order_id, number, number_key, status, digest, body) "
            "VALUES ('c', 'o', 'PO-9', 'po9', 'pending', 'd', '{}')"
        )
        connection.execute("INSERT INTO settings VALUES ('derived by', 'somebody')")
    open_store(sqlite_url(file), create=True, archive_in_use=True).close()
    with closing(sqlite3.connect(file)) as connection:
        assert list(connection.execute("SELECT number, sort_key, status FROM orders")) == [("PO-9", "po9", "pending")]
        assert list(connection.execute("SELECT value FROM settings WHERE name = 'derived by'")) == [("",)]
    assert "orders_before" not in tables(file)
