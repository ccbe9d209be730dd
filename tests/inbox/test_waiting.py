"""What passes by itself is not held against a file: it waits, visibly, and is tried again."""

import errno
import os
import sqlite3
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from orders.errors import Wait
from ordertrail.archive import Archive
from ordertrail.faults import wait_for
from ordertrail.inbox.files import Found, Held
from ordertrail.inbox.folder import Folder
from ordertrail.intake.waiting import Waiting
from ordertrail.store import sqlite as store_sqlite
from ordertrail.store.record import record
from tests.place import Place, check_nothing_lost, invoice, make_place

NOBODY = 65534


def refuse(number: int) -> Any:
    def refused(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return refused


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "DISK_FULL"),
        (errno.EDQUOT, "DISK_FULL"),
        (errno.EACCES, "PERMISSION_DENIED"),
        (errno.EBUSY, "FILE_BUSY"),
        (errno.EMFILE, "SYSTEM_EXHAUSTED"),
        (errno.EIO, "IO_ERROR"),
    ],
)
def test_errors_of_the_system_are_named(number: int, code: str) -> None:
    assert wait_for(OSError(number, os.strerror(number))).code == code


def test_fault_F21_a_full_disk_puts_everything_back_and_the_next_run_takes_it(
    any_place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = any_place
    contents = [invoice(str(number)) for number in range(20)]
    for number, data in enumerate(contents):
        place.drop(f"{number}.xml", data)
    with monkeypatch.context() as full:
        full.setattr("ordertrail.archive.sync_file_system", refuse(errno.ENOSPC))
        done = place.run()
    assert done.as_json()["files"] == {"accepted": 0, "duplicate": 0, "rejected": 0, "waiting": 20}
    assert done.blocked is not None
    assert done.blocked.code == "DISK_FULL"
    assert set(place.waiting().values()) == {"DISK_FULL"}
    assert len(place.left()) == 20
    assert place.archived() == {}
    ids = {row["arrival_id"] for row in place.rows()}
    assert place.run().accepted == 20
    assert {row["arrival_id"] for row in place.rows()} == ids, "each keeps the id that it waited under"
    check_nothing_lost(place, contents)


def test_fault_F21_a_copy_that_does_not_fit_leaves_nothing_behind(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = place.drop("a.xml", invoice("A"))
    os.link(path, place.settings.base / "second name, so that it is copied.xml")
    with monkeypatch.context() as full:
        full.setattr("ordertrail.archive.write_all", refuse(errno.ENOSPC))
        assert place.run().waiting == 1
    assert list((place.archive / ".tmp").iterdir()) == []
    assert place.run().accepted == 1
    check_nothing_lost(place, [invoice("A")])


def test_fault_F22_a_database_without_room_changes_nothing(any_place: Place) -> None:
    place = any_place
    place.drop("first.xml", invoice("first"))
    place.run()
    with sqlite3.connect(place.database) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    contents = [invoice(str(number)) for number in range(300)]
    for number, data in enumerate(contents):
        place.drop(f"{number}.xml", data)
    done = full_run(place, pages)
    assert done["files"]["waiting"] == 300
    assert len(place.left()) == 300, "all of them are back in the inbox"
    assert place.run().accepted == 300
    check_nothing_lost(place, [invoice("first"), *contents])


def full_run(place: Place, pages: int) -> dict[str, Any]:
    """A run whose database may not grow."""
    with pytest.MonkeyPatch.context() as full:
        pragmas = (*store_sqlite._PRAGMAS, f"PRAGMA max_page_count = {pages}")
        full.setattr(store_sqlite, "_PRAGMAS", pragmas)
        return place.run().as_json()


def test_fault_F22_what_goes_back_to_the_inbox_shares_nothing_with_the_archive(
    any_place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = any_place
    path = place.drop("a.xml", invoice("A"))
    with monkeypatch.context() as locked:
        locked.setattr("ordertrail.intake.recording.record", refuse(errno.ENOSPC))
        place.run()
    assert path.stat().st_nlink == 1
    assert path.stat().st_mode & 0o777 == 0o644
    path.write_bytes(invoice("corrected by its sender"))
    assert place.archived() == {name: data for name, data in place.archived().items() if data == invoice("A")}
    place.run()
    assert [row["size"] for row in place.rows()] == [len(invoice("corrected by its sender"))]


def test_fault_F23_below_the_reserve_no_file_is_begun(place: Place) -> None:
    place.drop("a.xml", invoice("A"))
    done = place.having(limits={"disk_reserve_bytes": 1 << 60}).run()
    assert (done.accepted, done.waiting) == (0, 1)
    assert done.blocked is not None
    assert done.blocked.code == "DISK_RESERVE"
    assert place.left() == ["a.xml"]
    assert place.run().accepted == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser can take another user's place")
def test_fault_F25_an_unreadable_file_waits_and_the_others_go_on(tmp_path: Path) -> None:
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_mode & 0o777 == 0o700:  # the folders of the test run
            folder.chmod(0o755)
    place = make_place(tmp_path)
    place.run()  # everything is imported: nobody may not read this checkout
    place.drop("a.xml", invoice("A"))
    place.drop("locked.xml", invoice("B"))
    for path in (tmp_path, *tmp_path.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    os.chown(place.inbox / "locked.xml", 0, 0)
    (place.inbox / "locked.xml").chmod(0)
    run_as_nobody(place)
    assert place.states() == {"accepted": 1, "waiting": 1}
    assert place.waiting() == {"locked.xml": "PERMISSION_DENIED"}
    (place.inbox / "locked.xml").chmod(0o644)
    run_as_nobody(place)
    assert place.states() == {"accepted": 2}


def run_as_nobody(place: Place) -> None:
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            place.run()
        finally:
            os._exit(sys.exc_info()[0] is not None)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_fault_F40_an_empty_file_waits_to_be_filled_then_is_rejected(place: Place) -> None:
    path = place.drop("a.xml", b"")
    assert place.run().waiting == 1
    assert place.waiting() == {"a.xml": "EMPTY_FILE"}
    path.write_bytes(invoice("A"))
    assert place.run().accepted == 1
    place.drop("b.xml", b"")
    assert place.having(empty_file_minutes=0.0).run().rejected == 1
    assert [row["code"] for row in place.rows() if row["state"] == "rejected"] == ["EMPTY_FILE"]


def test_fault_F57_while_the_database_is_locked_files_wait(any_place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place = any_place
    place.run()
    monkeypatch.setattr(store_sqlite, "_PRAGMAS", ("PRAGMA busy_timeout = 50", *store_sqlite._PRAGMAS[1:]))
    place.drop("a.xml", invoice("A"))
    other = sqlite3.connect(place.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    done = place.run()
    assert (done.accepted, done.waiting) == (0, 1)
    assert done.blocked is not None
    assert done.blocked.code == "DATABASE_LOCKED"
    assert place.left() == ["a.xml"]
    other.execute("ROLLBACK")
    other.close()
    assert place.run().accepted == 1
    check_nothing_lost(place, [invoice("A")])


def test_a_file_that_cannot_be_read_waits_alone(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Archive.read

    def broken(self: Archive, claim: Any) -> Any:
        if claim.name == "b.xml":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return read(self, claim)

    for name in ("a.xml", "b.xml", "c.xml"):
        place.drop(name, invoice(name))
    with monkeypatch.context() as context:
        context.setattr(Archive, "read", broken)
        done = place.run()
    assert (done.accepted, done.waiting) == (2, 1)
    assert place.waiting() == {"b.xml": "IO_ERROR"}
    assert place.run().accepted == 1


def test_a_file_that_waited_and_is_gone_waits_no_longer(place: Place) -> None:
    path = place.drop("a.xml", b"")
    place.run()
    path.unlink()
    assert place.run().waiting == 0
    assert place.rows() == []


def test_a_document_that_the_database_does_not_take_is_rejected_alone(
    any_place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = any_place

    def picky(connection: Any, arrivals: Any) -> Any:
        if any(arrival.name == "b.xml" and arrival.documents for arrival in arrivals):
            raise OverflowError("Python int too large to convert to SQLite INTEGER")
        return record(connection, arrivals)

    for name in ("a.xml", "b.xml", "c.xml"):
        place.drop(name, invoice(name))
    monkeypatch.setattr("ordertrail.intake.recording.record", picky)
    assert place.run().as_json()["files"] == {"accepted": 2, "duplicate": 0, "rejected": 1, "waiting": 0}
    assert [row["code"] for row in place.rows() if row["state"] == "rejected"] == ["NOT_STORABLE"]


class Ticking:
    """A monotonic clock that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_pauses_double_from_a_second_to_a_quarter_of_an_hour() -> None:
    clock = Ticking()
    waiting = Waiting(900.0, clock=time.time_ns, monotonic=clock)
    held = [Held(Found("", "a.xml"), 1, Wait("IO_ERROR", "…"))]
    pauses = []
    for _ in range(14):
        waiting.note(held, lambda: "1763805600000000000-1a2b3c4d")
        due = waiting.next_due()
        assert due is not None
        pauses.append(due)
        assert not waiting.is_due(Found("", "a.xml"))
        clock.now += due
        assert waiting.is_due(Found("", "a.xml"))
    assert pauses == [1, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]


def test_an_inbox_that_may_not_be_listed_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        Folder.at(str(tmp_path / "nowhere"))
