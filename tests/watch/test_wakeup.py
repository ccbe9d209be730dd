"""How a watcher notices that something happens, and what it does where nobody tells."""

import errno
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ordertrail.watching.wakeup import Bell, Events, Polling, choose_wakeup


@pytest.fixture
def bell() -> Bell:
    return Bell()


@pytest.fixture
def armed(tmp_path: Path, bell: Bell) -> Iterator[Path]:
    (tmp_path / "inbox" / "sub" / ".work").mkdir(parents=True)
    (tmp_path / "inbox" / ".work").mkdir(parents=True)
    events = Events(tmp_path / "inbox", bell)
    events.arm()
    yield tmp_path / "inbox"
    events.disarm()


def move_in(inbox: Path) -> None:
    folder = inbox.parent / "from elsewhere"
    folder.mkdir()
    (folder / "a.xml").touch()
    folder.rename(inbox / "moved")


HAPPENINGS: dict[str, Callable[[Path], object]] = {
    "a file is written": lambda inbox: (inbox / "a.xml").write_bytes(b"x"),
    "a file is written in a subfolder": lambda inbox: (inbox / "sub" / "a.xml").write_bytes(b"x"),
    "a file gets its final name": lambda inbox: (inbox / "before.part").rename(inbox / "after.xml"),
    "a folder is made": lambda inbox: (inbox / "new").mkdir(),
    "fault_F44 a folder with files is moved in": move_in,
}


@pytest.mark.parametrize("happening", HAPPENINGS)
def test_fault_F44_the_bell_rings_when(armed: Path, bell: Bell, happening: str) -> None:
    (armed / "before.part").touch()
    bell.wait(0.2)
    HAPPENINGS[happening](armed)
    assert bell.wait(5)


def test_what_is_not_for_us_rings_no_bell(armed: Path, bell: Bell) -> None:
    (armed / "a.xml.part").write_bytes(b"x")
    (armed / ".hidden").write_bytes(b"x")
    (armed / ".work" / "claimed").write_bytes(b"x")
    list(armed.iterdir())
    assert not bell.wait(0.5)


def test_a_bell_that_rang_before_is_heard_and_rings_are_not_counted(bell: Bell) -> None:
    for _ in range(3):
        bell.ring()
    assert bell.wait(0)
    assert not bell.wait(0)


def test_a_bell_wakes_from_another_thread(bell: Bell) -> None:
    threading.Timer(0.1, bell.ring).start()
    started = time.monotonic()
    assert bell.wait(30)
    assert time.monotonic() - started < 10


def test_where_events_come_they_are_used(tmp_path: Path, bell: Bell) -> None:
    wakeup, _ = choose_wakeup(tmp_path, "auto", None, bell)
    assert isinstance(wakeup, Events)
    assert list(tmp_path.iterdir()) == [], "the probe is gone"


def test_fault_F46_on_a_network_file_system_the_inbox_is_polled(tmp_path: Path, bell: Bell) -> None:
    wakeup, why = choose_wakeup(tmp_path, "auto", "nfs4", bell)
    assert isinstance(wakeup, Polling)
    assert "nfs4" in why
    assert isinstance(choose_wakeup(tmp_path, "events", "nfs4", bell)[0], Events), "who asks for events gets them"


def test_polling_can_be_asked_for(tmp_path: Path, bell: Bell) -> None:
    assert isinstance(choose_wakeup(tmp_path, "polling", None, bell)[0], Polling)


def test_fault_F46_where_a_probe_raises_no_event_the_inbox_is_polled(
    tmp_path: Path, bell: Bell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Events, "on_any_event", lambda *_: None)
    wakeup, why = choose_wakeup(tmp_path, "auto", None, bell, probe_seconds=0.2)
    assert isinstance(wakeup, Polling)
    assert "no event" in why
    assert list(tmp_path.iterdir()) == []


def test_fault_F43_where_the_system_gives_no_more_watches_the_inbox_is_polled(
    tmp_path: Path, bell: Bell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("watchdog.observers.api.BaseObserver.schedule", refused)
    wakeup, why = choose_wakeup(tmp_path, "auto", None, bell)
    assert isinstance(wakeup, Polling)
    assert "No space left" in why
