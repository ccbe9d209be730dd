"""What the database says when it cannot, as errors that tell what is to be done."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import ProgrammingError

from orders.errors import OrdertrailError, Stop, Wait
from ordertrail.store.engine import open_store
from ordertrail.store.faults import database_faults
from tests.databases import new_database


def fault(error: sqlite3.Error) -> OrdertrailError:
    with pytest.raises(OrdertrailError) as raised, database_faults("the database"):
        raise error
    assert raised.value.where == "the database"
    return raised.value


def of_code(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("said by SQLite")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "name"),
    [
        (sqlite3.SQLITE_BUSY, "DATABASE_LOCKED"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "DATABASE_LOCKED"),
        (sqlite3.SQLITE_FULL, "DISK_FULL"),
        (sqlite3.SQLITE_IOERR_FSYNC, "DATABASE_IO"),
        (sqlite3.SQLITE_NOMEM, "OUT_OF_MEMORY"),
    ],
)
def test_what_may_pass_is_waited_for(code: int, name: str) -> None:
    waited = fault(of_code(code))
    assert isinstance(waited, Wait)
    assert waited.code == name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        (sqlite3.SQLITE_CORRUPT_INDEX, "DATABASE_DAMAGED"),
        (sqlite3.SQLITE_NOTADB, "DATABASE_DAMAGED"),
        (sqlite3.SQLITE_PERM, "DATABASE_READ_ONLY"),
    ],
)
def test_what_does_not_pass_stops(code: int, name: str) -> None:
    stopped = fault(of_code(code))
    assert isinstance(stopped, Stop)
    assert stopped.code == name
    assert stopped.hint


def test_fault_F27_a_database_that_may_not_be_written_to_stops(tmp_path: Path) -> None:
    file = tmp_path / "ordertrail.db"
    sqlite3.connect(file).close()
    read_only = closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True))
    with read_only as connection, pytest.raises(sqlite3.OperationalError) as said:
        connection.execute("CREATE TABLE some (thing)")
    assert fault(said.value).code == "DATABASE_READ_ONLY"


def test_a_database_that_cannot_be_opened_stops(tmp_path: Path) -> None:
    (tmp_path / "folder.db").mkdir()
    with pytest.raises(Stop) as stopped:
        open_store(f"sqlite:///{tmp_path / 'folder.db'}", create=True, archive_in_use=False)
    assert stopped.value.code == "DATABASE_UNREADABLE"


def test_a_server_that_does_not_let_this_user_stops(postgresql: str) -> None:
    url = new_database(postgresql, like="migrated")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CREATE ROLE guest LOGIN"))
    engine.dispose()
    with pytest.raises(Stop) as stopped:
        open_store(url.replace("ordertrail@", "guest@"), create=True, archive_in_use=False)
    assert stopped.value.code == "DATABASE_REFUSED"


def test_a_mistake_in_a_question_is_ours_and_stays_what_it_is(postgresql: str) -> None:
    store = open_store(new_database(postgresql, like="migrated"), create=False, archive_in_use=False)
    with closing(store), store.reading() as connection, pytest.raises(ProgrammingError):
        connection.execute(text("SELECT nothing_of_the_kind"))
