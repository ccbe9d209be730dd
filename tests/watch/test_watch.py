"""`watch`: files are taken whenever they arrive, until it is told to stop."""

import errno
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from orders.errors import Refuse, Stop, Wait
from orders.message import Message
from ordertrail.config.settings import Settings
from ordertrail.inbox.names import INBOX_ID
from ordertrail.run import Done
from ordertrail.store.engine import Store
from ordertrail.watch import watch
from ordertrail.watching.holder import only_watcher
from ordertrail.watching.stopping import Stopping
from ordertrail.watching.wakeup import Bell, Events
from ordertrail.workplace import make_folders, mark_inbox
from tests.corpus import ROOT
from tests.place import Place, check_nothing_lost, derive_nothing, invoice, make_place, report_nothing


def eventually(holds: Callable[[], bool], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


class Watching:
    """A watcher in a thread of its own, and what it says."""

    def __init__(self, place: Place, derive: Callable[[Store, Settings], int] = derive_nothing) -> None:
        self.place = place
        self.done: list[Done] = []
        self.said: list[Message] = []
        self.failed: BaseException | None = None
        bell = Bell()
        self.stopping = Stopping(bell)
        self._thread = threading.Thread(target=self._watch, args=(bell, derive))
        self._thread.start()

    def _watch(self, bell: Bell, derive: Callable[[Store, Settings], int]) -> None:
        try:
            watch(
                self.place.settings,
                derive,
                report_nothing,
                announce=self.done.append,
                say=self.said.append,
                stopping=self.stopping,
                bell=bell,
            )
        except (Refuse, Stop) as error:
            self.failed = error

    def accepted(self) -> int:
        return sum(done.accepted for done in self.done)

    def codes(self) -> list[str]:
        return [message.code for message in self.said]

    def stop(self) -> None:
        self.stopping.ask()
        self._thread.join(30)
        assert not self._thread.is_alive()


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Callable[..., Watching]]:
    made: list[Watching] = []

    def start(**options: Any) -> Watching:
        quick: dict[str, Any] = {"rescan_seconds": 0.3, "poll_seconds": 0.1, "settle_seconds": 0.05}
        derive = options.pop("derive", derive_nothing)
        place = make_place(tmp_path, **{**quick, **options})
        made.append(Watching(place, derive))
        eventually(lambda: bool(made[-1].said))
        return made[-1]

    yield start
    for watching in made:
        watching.stop()


@pytest.mark.parametrize("mode", ["events", "polling"])
def test_files_are_taken_as_they_arrive(watched: Callable[..., Watching], mode: str) -> None:
    watching = watched(watch=mode)
    assert watching.codes() == [f"watch.{mode}"]
    contents = [invoice(str(number)) for number in range(30)]
    for number, data in enumerate(contents):
        watching.place.drop(f"sub {number % 3}/{number}.xml", data)
        time.sleep(0.01)
    eventually(lambda: watching.accepted() == 30)
    watching.stop()
    check_nothing_lost(watching.place, contents)


def test_events_wake_it_long_before_the_next_look(watched: Callable[..., Watching]) -> None:
    watching = watched(watch="events", rescan_seconds=3600.0)
    time.sleep(0.5)  # it waits by now
    watching.place.drop("a.xml", invoice("A"))
    eventually(lambda: watching.accepted() == 1)


def test_faults_F42_F48_lost_events_cost_time_never_files(
    watched: Callable[..., Watching], monkeypatch: pytest.MonkeyPatch
) -> None:
    watching = watched(watch="events")
    monkeypatch.setattr(Events, "on_any_event", lambda *_: None)
    watching.place.drop("a.xml", invoice("A"))
    eventually(lambda: watching.accepted() == 1)


def test_fault_F41_what_came_while_nobody_watched_is_taken_at_the_start(watched: Callable[..., Watching]) -> None:
    watching = watched(watch="events", rescan_seconds=3600.0, settle_seconds=0.0)
    watching.stop()
    for number in range(500):
        watching.place.drop(f"{number}.xml", invoice(str(number)))
    again = Watching(watching.place)
    eventually(lambda: again.accepted() == 500)
    again.stop()


def test_fault_F43_watches_that_run_out_later_are_replaced_by_polling(
    watched: Callable[..., Watching], monkeypatch: pytest.MonkeyPatch
) -> None:
    watching = watched(watch="events")

    def refused(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Events, "arm", refused)
    watching.place.drop("a.xml", invoice("A"))
    eventually(lambda: watching.accepted() == 1)
    eventually(lambda: watching.codes()[-1] == "watch.polling")
    watching.place.drop("b.xml", invoice("B"))
    eventually(lambda: watching.accepted() == 2)


def test_fault_F47_an_inbox_that_goes_away_is_waited_for(
    watched: Callable[..., Watching], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ordertrail.watch.AWAY_SECONDS", 0.2)
    watching = watched()
    inbox, aside = watching.place.inbox, watching.place.settings.base / "unmounted"
    inbox.rename(aside)
    inbox.mkdir()  # the empty mount point
    eventually(lambda: "watch.inbox_away" in watching.codes())
    assert not (inbox / INBOX_ID).exists()
    inbox.rmdir()
    aside.rename(inbox)
    eventually(lambda: watching.codes()[-1] == "watch.inbox_back")
    watching.place.drop("a.xml", invoice("A"))
    eventually(lambda: watching.accepted() == 1)


def test_fault_F47_an_inbox_that_used_to_be_mounted_is_not_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = make_place(tmp_path)
    with monkeypatch.context() as mounted:
        mounted.setattr(Path, "is_mount", lambda _: True)
        place.run()
    (place.inbox / INBOX_ID).unlink()
    with pytest.raises(Stop) as stopped:
        place.run()
    assert stopped.value.code == "INBOX_NOT_MOUNTED"
    (place.archive / ".inbox-mounted").unlink()
    mark_inbox(place.settings.folders)
    assert place.run().accepted == 0


def test_a_folder_that_cannot_be_made_stops_the_program(tmp_path: Path) -> None:
    place = make_place(tmp_path)
    place.archive.write_bytes(b"a file where the archive should be")
    with pytest.raises(Stop) as stopped:
        make_folders(place.settings.folders)
    assert stopped.value.code == "FOLDER_UNFIT"


def test_fault_F37_a_second_watcher_is_refused_and_told_who_the_first_is(watched: Callable[..., Watching]) -> None:
    watching = watched()
    second = Watching(watching.place)
    eventually(lambda: second.failed is not None)
    assert isinstance(second.failed, Refuse)
    assert second.failed.code == "ALREADY_WATCHED"
    assert str(os.getpid()) in second.failed.message
    watching.stop()
    third = Watching(watching.place)
    eventually(lambda: bool(third.said))
    third.stop()
    assert third.failed is None


def test_a_lock_whose_holder_has_not_said_who_it_is_refuses_too(tmp_path: Path) -> None:
    with only_watcher(tmp_path):
        (tmp_path / ".work" / "watch.lock").write_bytes(b"")
        with pytest.raises(Refuse, match="has not said"), only_watcher(tmp_path):
            pass


def test_run_and_watch_share_an_inbox(watched: Callable[..., Watching]) -> None:
    watching = watched()
    contents = [invoice(str(number)) for number in range(200)]
    accepted = 0
    for number, data in enumerate(contents):
        watching.place.drop(f"{number}.xml", data)
        if number % 50 == 0:
            accepted += watching.place.run().accepted
    eventually(lambda: watching.accepted() + accepted == 200)
    watching.stop()
    check_nothing_lost(watching.place, contents)


def test_what_blocks_is_said_once_and_tried_again(
    watched: Callable[..., Watching], monkeypatch: pytest.MonkeyPatch
) -> None:
    watching = watched()
    with monkeypatch.context() as full:
        full.setattr("ordertrail.intake.processing.Processing._check_disk", blocked)
        watching.place.drop("a.xml", invoice("A"))
        eventually(lambda: "watch.blocked" in watching.codes())
        time.sleep(0.5)
    eventually(lambda: watching.accepted() == 1)
    assert watching.codes().count("watch.blocked") == 1


def blocked(*_: object) -> None:
    raise Wait("DISK_RESERVE", "Less than 200 MB of disk are free; no file is begun.")


def test_derivations_that_had_to_wait_are_made_up_for(watched: Callable[..., Watching]) -> None:
    tries: list[bool] = []

    def derive(_store: Store, _settings: Settings) -> int:
        tries.append(True)
        if len(tries) == 2:  # the first is the one at the start
            raise Wait("DATABASE_LOCKED", "Another process is writing to the database.")
        return 1

    watching = watched(derive=derive)
    watching.place.drop("a.xml", invoice("A"))
    eventually(lambda: watching.accepted() == 1)
    assert len(tries) >= 3


COMMAND = (
    "import sys; from tests.watch.test_watch import serve; serve(sys.argv[1])",
    "import sys; from tests.watch.test_watch import serve; serve(sys.argv[1], slow=True)",
)


def serve(configuration: str, *, slow: bool = False) -> None:
    """A watcher as a process of its own: prints a line for what it says and does."""
    place = make_place(Path(configuration).parent, rescan_seconds=0.3, settle_seconds=0.05, processes=2)

    def derive(_store: Store, _settings: Settings) -> int:
        if slow and place.rows():
            print("deriving", flush=True)  # noqa: T201 - the test reads it
            time.sleep(60)
        return 0

    bell = Bell()
    watch(
        place.settings,
        derive,
        report_nothing,
        stopping=Stopping(bell, finish_seconds=0.5),
        bell=bell,
        announce=lambda done: print(json.dumps(done.as_json()), flush=True),  # noqa: T201 - the same
        say=lambda message: print(message.code, flush=True),  # noqa: T201 - the same
    )


@pytest.fixture
def process(tmp_path: Path) -> Iterator[Callable[[str], "subprocess.Popen[str]"]]:
    started: list[subprocess.Popen[str]] = []

    def start(command: str) -> "subprocess.Popen[str]":
        arguments = [sys.executable, "-c", command, str(tmp_path / "config.toml")]
        started.append(subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True))
        assert started[-1].stdout is not None
        assert started[-1].stdout.readline() == "watch.events\n"
        return started[-1]

    yield start
    for one in started:
        one.kill()
        one.communicate()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_fault_F16_a_signal_ends_it_cleanly(
    tmp_path: Path, process: Callable[[str], "subprocess.Popen[str]"], number: signal.Signals
) -> None:
    watcher = process(COMMAND[0])
    (tmp_path / "inbox" / "a.xml").write_bytes(invoice("A"))
    assert watcher.stdout is not None
    assert json.loads(watcher.stdout.readline())["files"]["accepted"] == 1
    began = time.monotonic()
    watcher.send_signal(number)
    assert watcher.wait(10) == 0
    assert time.monotonic() - began < 10


def test_fault_F16_what_takes_too_long_is_broken_off(
    tmp_path: Path, process: Callable[[str], "subprocess.Popen[str]"]
) -> None:
    watcher = process(COMMAND[1])
    (tmp_path / "inbox" / "a.xml").write_bytes(invoice("A"))
    assert watcher.stdout is not None
    assert watcher.stdout.readline() == "deriving\n"
    watcher.send_signal(signal.SIGTERM)
    assert watcher.wait(10) == 0


def test_fault_F16_the_second_signal_ends_it_where_it_is(
    tmp_path: Path, process: Callable[[str], "subprocess.Popen[str]"]
) -> None:
    watcher = process(COMMAND[1])
    (tmp_path / "inbox" / "a.xml").write_bytes(invoice("A"))
    assert watcher.stdout is not None
    assert watcher.stdout.readline() == "deriving\n"
    watcher.send_signal(signal.SIGTERM)
    time.sleep(0.3)
    watcher.send_signal(signal.SIGTERM)
    assert watcher.wait(10) == 128 + signal.SIGTERM
