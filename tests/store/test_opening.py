"""A database is worked with only where it is safe: there, whole, ours, of this version, on a local disk."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select, text

from orders.errors import Stop, Wait
from ordertrail.mounts import network_type
from ordertrail.store import engine, sqlite
from ordertrail.store.bulk import reserve_numbers
from ordertrail.store.engine import Store, open_store
from ordertrail.store.tables import COUNTERS
from tests.databases import new_database, sqlite_url
from tests.derive.world import documents, put


def opened(url: str, *, create: bool = True, archive_in_use: bool = False) -> Store:
    return open_store(url, create=create, archive_in_use=archive_in_use)


def code_of(url: str, *, create: bool = True, archive_in_use: bool = False) -> str:
    with pytest.raises(Stop) as stopped:
        opened(url, create=create, archive_in_use=archive_in_use)
    assert stopped.value.hint or stopped.value.where
    return stopped.value.code


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ordertrail.db"


@pytest.fixture
def filled(file: Path) -> Path:
    """A database with enough in it to have many pages."""
    with closing(opened(sqlite_url(file))) as store:
        put(store, *documents(Random(7), 200))  # noqa: S311 - the same documents each time
    return file


def test_the_first_run_makes_the_database_and_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "new" / "ordertrail.db"
    opened(sqlite_url(file)).close()
    assert file.exists()


def test_a_question_asked_before_the_first_run_makes_no_database(file: Path) -> None:
    assert code_of(sqlite_url(file), create=False) == "DATABASE_ABSENT"
    assert not file.exists()


def test_a_database_without_tables_is_as_good_as_none(file: Path) -> None:
    sqlite3.connect(file).close()
    assert code_of(sqlite_url(file), create=False) == "DATABASE_ABSENT"
    opened(sqlite_url(file)).close()


def _without_tables(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE gone (a)")
        connection.execute("DROP TABLE gone")


@pytest.mark.parametrize("make", [lambda file: None, lambda file: file.touch(), _without_tables])
def test_archived_files_without_their_database_stop_everything(make: Callable[[Path], None], file: Path) -> None:
    make(file)
    before = file.read_bytes() if file.exists() else None
    assert code_of(sqlite_url(file), archive_in_use=True) == "DATABASE_MISSING"
    assert (file.read_bytes() if file.exists() else None) == before


def test_archived_files_without_their_tables_stop_everything_on_a_server(postgresql: str) -> None:
    assert code_of(new_database(postgresql), archive_in_use=True) == "DATABASE_MISSING"


def test_a_missing_database_on_a_server_is_a_matter_for_a_person(postgresql: str) -> None:
    with pytest.raises(Stop, match="cannot be reached") as stopped:
        opened(postgresql.format(name="nobody_made_it"))
    assert "nobody_made_it" in (stopped.value.hint or "")


def test_a_server_that_does_not_answer_is_a_matter_for_a_person_at_the_start(tmp_path: Path) -> None:
    assert code_of(f"postgresql+psycopg://somebody:secret@/any?host={tmp_path}") == "DATABASE_UNREACHABLE"


def test_no_message_shows_the_password(tmp_path: Path) -> None:
    with pytest.raises(Stop) as stopped:
        opened(f"postgresql+psycopg://somebody:secret@/any?host={tmp_path}")
    error = stopped.value
    assert "secret" not in f"{error.message} {error.where} {error.hint}"


def test_somebody_elses_database_is_left_alone(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE customers (name)")
    assert code_of(sqlite_url(file)) == "DATABASE_FOREIGN"


def test_a_newer_version_of_the_tables_is_left_alone(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = filled.read_bytes()
    assert code_of(sqlite_url(filled)) == "DATABASE_VERSION"
    assert filled.read_bytes() == before


@pytest.mark.parametrize(
    "url", ["", "nonsense", "sqlite://", "sqlite:///:memory:", "mysql://host/name", "oracle+x://h"]
)
def test_a_url_that_cannot_be_used_is_said_to_be_so(url: str) -> None:
    assert code_of(url) == "DATABASE_URL"


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: bytes(4096) + content[4096:],
        lambda content: b"not a database at all" * 500,
        lambda content: content[: len(content) // 2],
    ],
    ids=["header zeroed", "other file", "cut in half"],
)
def test_fault_F59_a_damaged_database_stops_with_what_to_do(damage: Callable[[bytes], bytes], filled: Path) -> None:
    filled.write_bytes(damage(filled.read_bytes()))
    before = filled.read_bytes()
    with pytest.raises(Stop) as stopped:
        opened(sqlite_url(filled), archive_in_use=True)
    assert stopped.value.code == "DATABASE_DAMAGED"
    assert "backup" in (stopped.value.hint or "")
    assert filled.read_bytes() == before


def test_fault_F59_a_damaged_page_stops_when_it_is_met(filled: Path) -> None:
    content = bytearray(filled.read_bytes())
    for page in range(60, len(content) // 4096):
        content[page * 4096 : (page + 1) * 4096] = b"\xff" * 4096
    filled.write_bytes(content)
    with closing(opened(sqlite_url(filled))) as store, pytest.raises(Stop) as stopped, store.reading() as connection:
        connection.execute(text("SELECT sum(length(body)) FROM documents")).scalar()
    assert stopped.value.code == "DATABASE_DAMAGED"


def test_fault_F57_a_locked_database_is_waited_for_and_then_tried_again_later(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "_PRAGMAS", ("PRAGMA busy_timeout = 50",))
    with closing(opened(sqlite_url(file))) as store, closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Wait) as waited, store.writing():
            pass
        other.execute("ROLLBACK")
        with store.writing():
            pass
    assert waited.value.code == "DATABASE_LOCKED"


def test_fault_F57_a_locked_server_is_waited_for_and_then_tried_again_later(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    url = new_database(postgresql)

    def write(store: Store) -> None:
        with store.writing() as connection:
            reserve_numbers(connection, "arrival", 0)

    with closing(opened(url)) as store, closing(opened(url)) as other:
        with other.writing() as holding:
            reserve_numbers(holding, "arrival", 0)
            with pytest.raises(Wait) as waited:
                write(store)
        write(store)
    assert waited.value.code == "DATABASE_BUSY"


def test_fault_F22_a_full_disk_is_waited_for_and_leaves_the_database_whole(file: Path) -> None:
    with closing(opened(sqlite_url(file))) as store:
        with store.writing() as connection:
            pages = connection.execute(text("PRAGMA page_count")).scalar_one()
            connection.execute(text(f"PRAGMA max_page_count = {pages + 5}"))
        with pytest.raises(Wait) as waited:
            put(store, *documents(Random(7), 300))  # noqa: S311 - the same documents each time
        with store.reading() as connection:
            assert connection.execute(text("SELECT count(*) FROM documents")).scalar() == 0
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    assert waited.value.code == "DISK_FULL"


def test_fault_F58_processes_that_make_the_database_at_once_make_one(file: Path) -> None:
    context = get_context("spawn")
    makers = [context.Process(target=_make, args=(sqlite_url(file),)) for _ in range(3)]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join(60)
    assert [maker.exitcode for maker in makers] == [0, 0, 0]
    with closing(opened(sqlite_url(file))) as store, store.reading() as connection:
        names = list(connection.execute(select(COUNTERS.c.name)).scalars())
    assert len(names) == len(set(names)) > 0


def _make(url: str) -> None:
    opened(url).close()


@pytest.mark.parametrize(
    ("version", "mode"),
    [
        ((3, 40, 1), "delete"),
        ((3, 44, 5), "delete"),
        ((3, 44, 6), "wal"),
        ((3, 45, 0), "delete"),
        ((3, 50, 6), "delete"),
        ((3, 50, 7), "wal"),
        ((3, 51, 0), "delete"),
        ((3, 51, 2), "delete"),
        ((3, 51, 3), "wal"),
        ((3, 52, 0), "wal"),
        ((4, 0, 0), "wal"),
    ],
)
def test_the_journal_is_the_one_that_this_sqlite_is_safe_with(version: tuple[int, ...], mode: str) -> None:
    assert sqlite.journal_mode(version) == mode


def test_a_database_comes_back_from_the_journal_of_another_sqlite(file: Path) -> None:
    opened(sqlite_url(file)).close()
    other = "wal" if sqlite.journal_mode() == "delete" else "delete"
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute(f"PRAGMA journal_mode = {other}").fetchone()[0] == other
    opened(sqlite_url(file)).close()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == sqlite.journal_mode()


def test_every_connection_is_told_to_be_careful(file: Path) -> None:
    wanted = {"foreign_keys": 1, "busy_timeout": 30_000, "trusted_schema": 0, "recursive_triggers": 1}
    wanted |= {"cell_size_check": 1, "synchronous": 3 if sqlite.journal_mode() == "delete" else 2}
    with closing(opened(sqlite_url(file))) as store, store.reading() as connection:
        found = {name: connection.execute(text(f"PRAGMA {name}")).scalar() for name in wanted}
    assert found == wanted


def test_a_database_on_a_network_share_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ordertrail.store.engine.network_type", lambda path: "nfs4")
    assert code_of(sqlite_url(file)) == "DATABASE_ON_NETWORK"
    assert not file.exists()


MOUNTS = r"""/dev/vda / ext4 rw 0 0
server:/export /srv/share nfs4 rw 0 0
/dev/vdb /srv/share/local\040disk ext4 rw 0 0
//files/inbox /srv/inbox cifs rw 0 0
tmpfs /srv/inbox tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/srv/share/ordertrail.db", "nfs4"),
        ("/srv/share/not/there/yet.db", "nfs4"),
        ("/srv/share/local disk/ordertrail.db", None),
        ("/srv/shared/ordertrail.db", None),
        ("/srv/inbox/x", None),
        ("/ordertrail.db", None),
    ],
)
def test_the_nearest_mount_tells_what_a_path_lies_on(path: str, found: str | None) -> None:
    assert network_type(Path(path), MOUNTS) == found
