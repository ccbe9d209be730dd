"""What is durable when: the order in which names are given and made durable. A power cut may come between any two."""

import ctypes
import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from ordertrail import durable
from tests.place import Place, invoice


class Recorder:
    """Writes down what is said to the file system, with what it is said of."""

    def __init__(self, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
        self.said: list[str] = []
        self._place = place
        for name, note in (
            ("rename", self._note_rename),
            ("link", self._note_link),
            ("fsync", self._note_fsync),
            ("unlink", self._note_unlink),
        ):
            self._wrap(monkeypatch, name, note)
        sync = durable.sync_file_system

        def sync_all(anchor: int) -> None:
            self.said.append("sync all")
            sync(anchor)

        monkeypatch.setattr("ordertrail.durable.sync_file_system", sync_all)
        monkeypatch.setattr("ordertrail.archive.sync_file_system", sync_all)
        self._commits(monkeypatch)

    def _wrap(self, monkeypatch: pytest.MonkeyPatch, name: str, note: Callable[..., None]) -> None:
        function = getattr(os, name)

        def noted(*args: Any, **options: Any) -> Any:
            result = function(*args, **options)
            note(*args, **options)
            return result

        monkeypatch.setattr(os, name, noted)

    def _commits(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from ordertrail.store import engine as store_engine  # noqa: PLC0415 - patched where it is used

        make = store_engine._engine

        def listening(target: Any) -> Any:
            engine = make(target)
            event.listen(engine, "commit", lambda _: self.said.append("commit"))
            return engine

        monkeypatch.setattr(store_engine, "_engine", listening)

    def _where(self, name: str, descriptor: int | None) -> str:
        folder = Path(f"/proc/self/fd/{descriptor}").readlink() if descriptor is not None else Path()
        return self._short(folder / os.fspath(name))

    def _short(self, path: Path) -> str:
        known = {self._place.work: "work", self._place.inbox: "inbox", self._place.archive: "archive"}
        for folder, short in known.items():
            if path.is_relative_to(folder):
                return short if path == folder or short != "archive" else "archive/…"
        return "elsewhere"

    def _note_rename(
        self, source: str, target: str, *, src_dir_fd: int | None = None, dst_dir_fd: int | None = None
    ) -> None:
        self.said.append(f"rename {self._where(source, src_dir_fd)} → {self._where(target, dst_dir_fd)}")

    def _note_link(self, source: str, target: str, **options: Any) -> None:
        there = self._where(target, options.get("dst_dir_fd"))
        self.said.append(f"link {self._where(source, options.get('src_dir_fd'))} → {there}")

    def _note_unlink(self, name: str, *, dir_fd: int | None = None) -> None:
        self.said.append(f"unlink {self._where(name, dir_fd)}")

    def _note_fsync(self, descriptor: int) -> None:
        path = Path(f"/proc/self/fd/{descriptor}").readlink()
        self.said.append(f"fsync {self._short(path)}")

    def once_each(self) -> list[str]:
        """What was said, repetitions in a row left out."""
        said = [one for one in self.said if "elsewhere" not in one]
        return [one for one, before in zip(said, ["", *said[:-1]], strict=True) if one != before]


def prepared(place: Place) -> None:
    """The first run makes folders and database; that is not what these tests are about."""
    place.drop("before.xml", invoice("before"))
    place.run()
    for number in range(256):
        (place.archive / f"{number:02x}").mkdir(exist_ok=True)


def until_cleared(recorder: Recorder) -> list[str]:
    said = recorder.once_each()
    while said[0] == "commit":  # questions to the database before anything is claimed
        said.pop(0)
    return [one for one in said[: said.index("unlink work") + 1] if one != "unlink archive/…"]


def test_fault_F17_the_order_for_a_few_files(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared(place)
    place.drop("a.xml", invoice("A"))
    recorder = Recorder(place, monkeypatch)
    place.run()
    assert until_cleared(recorder) == [
        "rename inbox → work",
        "fsync work",
        "fsync inbox",
        "commit",  # a question: which contents are known
        "fsync work",  # the bytes
        "link work → archive/…",
        "fsync archive/…",
        "commit",
        "unlink work",
    ]


def test_fault_F17_the_order_for_a_few_files_that_are_copied(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared(place)
    os.link(place.drop("a.xml", invoice("A")), place.settings.base / "second name")
    recorder = Recorder(place, monkeypatch)
    place.run()
    assert until_cleared(recorder) == [
        "rename inbox → work",
        "fsync work",
        "fsync inbox",
        "commit",
        "fsync archive/…",  # the bytes
        "rename archive/… → archive/…",
        "fsync archive/…",  # the name
        "commit",
        "unlink work",
    ]


def test_fault_F17_the_order_for_many_files(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared(place)
    for number in range(20):
        place.drop(f"{number}.xml", invoice(str(number)))
    recorder = Recorder(place, monkeypatch)
    place.run()
    assert until_cleared(recorder) == [
        "rename inbox → work",
        "fsync work",
        "fsync inbox",
        "commit",
        "sync all",
        "link work → archive/…",
        "sync all",
        "commit",
        "unlink work",
    ]


def test_fault_F17_many_rejected_files_are_durable_before_they_are_recorded(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared(place)
    for number in range(20):
        place.drop(f"{number}.xml", b"<nonsense %d" % number)
    recorder = Recorder(place, monkeypatch)
    monkeypatch.setattr("ordertrail.quarantine.sync_file_system", lambda _: recorder.said.append("sync quarantine"))
    place.run()
    said = until_cleared(recorder)
    assert said[said.index("sync quarantine") :] == ["sync quarantine", "commit", "unlink work"]
    assert place.states() == {"accepted": 1, "rejected": 20}


def test_fault_F17_a_claim_from_a_subfolder_is_durable_in_both_folders(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared(place)
    place.drop("sub/a.xml", invoice("A"))
    synced: list[str] = []
    fsync = os.fsync

    def noted(descriptor: int) -> None:
        synced.append(Path(f"/proc/self/fd/{descriptor}").readlink().name)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", noted)
    place.run()
    assert synced[:2] == [".work", "sub"]


def test_a_file_system_that_cannot_write_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_: int) -> int:
        ctypes.set_errno(errno.EIO)
        return -1

    monkeypatch.setattr("ordertrail.durable._syncfs", lambda: failing)
    with pytest.raises(OSError, match="Input/output"):
        durable.sync_file_system(7)


def test_without_syncfs_each_file_is_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr("ordertrail.durable._syncfs", lambda: None)
    monkeypatch.setattr(os, "fsync", synced.append)
    durable.sync_many(list(range(100, 120)), 7)
    assert synced == list(range(100, 120))
