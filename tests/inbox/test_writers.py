"""Files that others are still writing, or write again."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from orders.errors import Wait
from ordertrail.inbox.files import BUSY, FRESH, Claimed, Found, Held
from ordertrail.inbox.inbox import Inbox, is_unchanged
from ordertrail.inbox.lease import Writers
from ordertrail.inbox.settle import Settling
from ordertrail.workplace import mark_inbox
from tests.place import Place, check_nothing_lost, invoice, make_place


@pytest.fixture
def inbox(place: Place) -> Iterator[Inbox]:
    mark_inbox(place.settings.folders)
    inbox = Inbox(str(place.inbox), Settling(0.0), empty_seconds=300)
    yield inbox
    inbox.close()


@pytest.fixture
def without_leases(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a network drive, or for another user's files."""
    monkeypatch.setattr("ordertrail.inbox.lease.lease", lambda _: Writers.UNKNOWN)


def test_fault_F47_a_folder_without_the_mark_is_not_the_inbox(place: Place) -> None:
    with pytest.raises(Wait) as wait:
        Inbox(str(place.inbox), Settling(0.0), empty_seconds=300)
    assert wait.value.code == "INBOX_AWAY"
    assert list(place.inbox.iterdir()) == []


def test_a_claim_moves_the_file_under_its_id(place: Place, inbox: Inbox) -> None:
    place.drop("sub/a.xml", b"x")
    claim = inbox.take(Found("sub", "a.xml"))
    assert isinstance(claim, Claimed)
    assert [path.name for path in place.work.iterdir()] == [claim.work_name]
    assert claim.work_name == f"{claim.id}__sub%2Fa.xml"
    inbox.put_back([claim])
    assert place.left() == ["sub/a.xml"]


def test_fault_F30_a_file_that_a_writer_has_open_is_not_taken(place: Place, inbox: Inbox) -> None:
    path = place.drop("a.xml", b"half")
    assert BUSY.code == "FILE_OPEN"
    with path.open("ab"):
        assert inbox.take(Found("", "a.xml")) == Held(Found("", "a.xml"), 4, BUSY)
    assert isinstance(inbox.take(Found("", "a.xml")), Claimed)


def test_fault_F29_a_file_that_changed_a_moment_ago_is_not_taken(place: Place) -> None:
    mark_inbox(place.settings.folders)
    inbox = Inbox(str(place.inbox), Settling(60.0), empty_seconds=300)
    place.drop("a.xml", b"half")
    assert inbox.take(Found("", "a.xml")) == Held(Found("", "a.xml"), 4, FRESH)
    inbox.close()


def test_fault_F29_a_file_that_grows_is_taken_once_and_whole(tmp_path: Path) -> None:
    place = make_place(tmp_path, settle_seconds=0.4)
    whole = invoice("A")
    parts = [whole[start : start + 100] for start in range(0, len(whole), 100)]

    def write() -> None:
        for part in parts:
            with (place.inbox / "a.xml").open("ab") as file:
                file.write(part)
            time.sleep(0.1)

    writer = threading.Thread(target=write)
    writer.start()
    while writer.is_alive():
        place.run()
    writer.join()
    place.run()
    check_nothing_lost(place, [whole])
    assert place.states() == {"accepted": 1}


def test_fault_F29_a_run_leaves_what_keeps_changing_for_the_next(tmp_path: Path) -> None:
    place = make_place(tmp_path, settle_seconds=3)  # far more than a slow machine needs between two looks
    path = place.drop("a.xml", b"")

    def grow(_seconds: float) -> None:
        with path.open("ab") as writer:
            writer.write(b" ")

    assert place.run(sleep=grow).waiting == 1
    assert place.waiting() == {"a.xml": "FILE_CHANGING"}
    path.write_bytes(invoice("A"))
    assert place.run().accepted == 1
    assert place.states() == {"accepted": 1}


def test_fault_F31_a_writer_that_comes_after_the_claim_gets_its_file_back(place: Place, inbox: Inbox) -> None:
    path = place.drop("a.xml", b"half")
    late = os.open(path, os.O_RDONLY)  # knows the file, though not its new name
    claim = inbox.take(Found("", "a.xml"))
    assert isinstance(claim, Claimed)
    with pytest.raises(BlockingIOError):
        os.open(f"/proc/self/fd/{late}", os.O_WRONLY | os.O_APPEND | os.O_NONBLOCK)
    assert not is_unchanged(claim)
    inbox.put_back([claim])
    writer = os.open(f"/proc/self/fd/{late}", os.O_WRONLY | os.O_APPEND)
    os.write(writer, b" and half")
    os.close(writer)
    os.close(late)
    assert path.read_bytes() == b"half and half"


@pytest.mark.usefixtures("without_leases")
def test_fault_F31_without_leases_a_change_after_the_claim_is_seen_by_size_and_time(place: Place, inbox: Inbox) -> None:
    path = place.drop("a.xml", b"half")
    with path.open("ab", buffering=0) as writer:
        claim = inbox.take(Found("", "a.xml"))
        assert isinstance(claim, Claimed)
        assert is_unchanged(claim)
        writer.write(b" and half")
        assert not is_unchanged(claim)
    inbox.put_back([claim])
    assert path.read_bytes() == b"half and half"


@pytest.mark.usefixtures("without_leases")
def test_fault_F31_a_file_that_changes_while_it_is_read_goes_back_whole(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = place.drop("a.xml", invoice("A"))
    writer = path.open("ab", buffering=0)
    sync = Inbox.sync_claims

    def append(self: Inbox, claims: list[Claimed]) -> None:
        sync(self, claims)
        if not writer.closed:
            writer.write(b"<!-- more -->")
            writer.close()

    monkeypatch.setattr(Inbox, "sync_claims", append)
    place.run()
    assert place.archived().keys() == {row["sha256"] for row in place.rows()}
    place.run()
    check_nothing_lost(place, [invoice("A") + b"<!-- more -->"])


@pytest.mark.usefixtures("without_leases")
def test_fault_F31_a_file_that_changes_each_time_it_is_read_waits(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.drop("a.xml", invoice("A"))
    sync = Inbox.sync_claims

    def append(self: Inbox, claims: list[Claimed]) -> None:
        sync(self, claims)
        for claim in claims:
            with (place.work / claim.work_name).open("ab") as writer:
                writer.write(b" ")

    monkeypatch.setattr(Inbox, "sync_claims", append)
    assert place.run().waiting == 1
    assert place.waiting() == {"a.xml": "FILE_CHANGED"}
    assert place.left() == ["a.xml"]


@pytest.mark.usefixtures("without_leases")
def test_without_leases_files_are_copied_into_the_archive(place: Place) -> None:
    contents = [invoice(str(number)) for number in range(30)]
    for number, data in enumerate(contents):
        place.drop(f"{number}.xml", data)
    large = invoice("L") + b" " * (2 << 20)
    kept = place.drop("large.xml", large).open("ab")  # a writer that still has it open, and never writes
    assert place.run().accepted == 31
    kept.write(b"too late")
    kept.close()
    check_nothing_lost(place, [*contents, large])


def test_fault_F32_a_file_replaced_under_its_name_while_it_is_taken_is_not_mixed_up(
    place: Place, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = place.drop("a.xml", b"old")

    def replace_meanwhile(descriptor: int) -> bool:
        new = path.with_name("new")
        new.write_bytes(b"newer")
        new.rename(path)
        return bool(descriptor)

    monkeypatch.setattr("ordertrail.inbox.inbox.lock", replace_meanwhile)
    assert inbox.take(Found("", "a.xml")) is None
    monkeypatch.undo()
    assert path.read_bytes() == b"newer"
    assert place.claims() == []


def test_fault_F32_a_newer_file_of_the_name_is_not_overwritten_by_one_that_comes_back(
    place: Place, inbox: Inbox
) -> None:
    path = place.drop("a.xml", invoice("old"))
    claim = inbox.take(Found("", "a.xml"))
    assert isinstance(claim, Claimed)
    path.write_bytes(invoice("new"))
    inbox.put_back([claim])
    assert path.read_bytes() == invoice("new")
    assert place.run().accepted == 2
    check_nothing_lost(place, [invoice("old"), invoice("new")])


def test_fault_F37_a_claimed_file_is_nobody_elses(place: Place, inbox: Inbox) -> None:
    place.drop("a.xml", b"x")
    other = Inbox(str(place.inbox), Settling(0.0), empty_seconds=300)
    claim = inbox.take(Found("", "a.xml"))
    assert isinstance(claim, Claimed)
    assert other.take(Found("", "a.xml")) is None
    assert place.run().as_json()["files"]["accepted"] == 0, "its owner lives: no sweep takes it"
    assert place.claims() == [claim.work_name]
    other.close()
    inbox.put_back([claim])
