"""When a file is complete."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from ordertrail.inbox.files import Found
from ordertrail.inbox.lease import Writers, is_kept, lease
from ordertrail.inbox.settle import Settling

FOUND = Found("", "a.xml")
LONG_AGO = 1_000_000_000 * 10**9  # 2001, in nanoseconds


@dataclass
class Clock:
    wall: float = 1_800_000_000.0
    monotonic: float = 500.0

    def pass_seconds(self, seconds: float) -> None:
        self.wall += seconds
        self.monotonic += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def settling(clock: Clock) -> Settling:
    return Settling(2.0, clock=lambda: int(clock.wall * 1e9), monotonic=lambda: clock.monotonic)


def status(
    size: int = 10, modified: float = 1_799_999_000.0, changed: float = 1_799_999_000.0, inode: int = 7
) -> os.stat_result:
    return os.stat_result(
        (0o100644, inode, 1, 1, 0, 0, size, 0, 0, 0),
        {"st_mtime_ns": int(modified * 1e9), "st_ctime_ns": int(changed * 1e9)},
    )


def test_a_file_that_has_long_been_quiet_is_settled_at_once_where_the_kernel_vouches_for_it(settling: Settling) -> None:
    assert settling.is_settled(FOUND, status(), Writers.NONE)


def test_elsewhere_two_looks_are_needed_however_old_it_looks(settling: Settling, clock: Clock) -> None:
    assert not settling.is_settled(FOUND, status(), Writers.UNKNOWN)
    clock.pass_seconds(1.9)
    assert not settling.is_settled(FOUND, status(), Writers.UNKNOWN)
    clock.pass_seconds(0.2)
    assert settling.is_settled(FOUND, status(), Writers.UNKNOWN)


def test_a_file_that_changed_a_moment_ago_is_not_settled(settling: Settling, clock: Clock) -> None:
    fresh = status(modified=clock.wall - 1)
    assert not settling.is_settled(FOUND, fresh, Writers.NONE)


def test_fault_F30_while_a_writer_has_it_open_no_quiet_is_long_enough(settling: Settling, clock: Clock) -> None:
    for _ in range(10):
        assert not settling.is_settled(FOUND, status(), Writers.SOME)
        clock.pass_seconds(60)


@pytest.mark.parametrize("change", [{"size": 11}, {"modified": 1_799_999_001.0}, {"inode": 8}])
def test_fault_F29_any_change_begins_the_wait_anew(settling: Settling, clock: Clock, change: dict[str, int]) -> None:
    settling.is_settled(FOUND, status(), Writers.UNKNOWN)
    clock.pass_seconds(1.5)
    assert not settling.is_settled(FOUND, status(**change), Writers.UNKNOWN)
    clock.pass_seconds(1.5)
    assert not settling.is_settled(FOUND, status(**change), Writers.UNKNOWN)
    clock.pass_seconds(0.6)
    assert settling.is_settled(FOUND, status(**change), Writers.UNKNOWN)


@pytest.mark.parametrize("jump", [-7200.0, 10 * 365.25 * 86400, 3600.0])
def test_fault_F61_a_clock_that_jumps_settles_nothing(settling: Settling, clock: Clock, jump: float) -> None:
    fresh = status(modified=clock.wall, changed=clock.wall)
    settling.is_settled(FOUND, fresh, Writers.UNKNOWN)
    clock.wall += jump
    assert not settling.is_settled(FOUND, fresh, Writers.UNKNOWN)
    clock.pass_seconds(2.1)
    assert settling.is_settled(FOUND, fresh, Writers.UNKNOWN)


@pytest.mark.parametrize("modified", [0.0, 4_000_000_000.0])
def test_fault_F62_a_file_from_1970_or_from_the_future_settles_too(
    settling: Settling, clock: Clock, modified: float
) -> None:
    copied = status(modified=modified, changed=clock.wall)
    assert not settling.is_settled(FOUND, copied, Writers.NONE)
    clock.pass_seconds(2.1)
    assert settling.is_settled(FOUND, copied, Writers.NONE)


def test_what_is_gone_is_forgotten(settling: Settling, clock: Clock) -> None:
    settling.is_settled(FOUND, status(), Writers.UNKNOWN)
    settling.end_of_scan()
    settling.end_of_scan()
    clock.pass_seconds(3)
    assert not settling.is_settled(FOUND, status(), Writers.UNKNOWN)


@contextmanager
def opened(path: Path, flags: int) -> Iterator[int]:
    descriptor = os.open(path, flags)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def test_a_lease_is_refused_exactly_while_a_writer_has_the_file_open(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(b"x")
    with opened(path, os.O_RDONLY) as ours, opened(path, os.O_WRONLY):
        assert lease(ours) is Writers.SOME
    with opened(path, os.O_RDONLY) as ours, opened(path, os.O_RDONLY):
        assert lease(ours) is Writers.NONE
        assert is_kept(ours)


def test_a_writer_that_comes_under_our_lease_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(b"x")
    with opened(path, os.O_RDONLY) as ours:
        assert lease(ours) is Writers.NONE
        with pytest.raises(BlockingIOError):
            os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        assert not is_kept(ours)
