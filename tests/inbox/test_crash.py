"""A process that dies at any step leaves nothing that the next run does not put right."""

import os
import subprocess
import sys

import pytest

from orders.errors import Stop
from ordertrail.crash import POINTS, VARIABLE
from tests.corpus import ROOT
from tests.place import Place, check_nothing_lost, invoice

KILLED = -9
DRIVER = ROOT / "tests" / "kill" / "driver.py"


def run_until(place: Place, point: str) -> int:
    """Runs a process that dies at `point`; how it ended."""
    environment = {**os.environ, VARIABLE: point}
    command = [sys.executable, str(DRIVER), str(place.settings.path)]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False, timeout=60).returncode


CONTENTS = {f"{number}.xml": invoice(str(number)) for number in range(12)} | {
    "again.xml": invoice("3"),
    "bad.xml": b"<nonsense>",
    "sub/" + "ö" * 110 + ".xml": invoice("long"),
}

FAULTS = {
    "claimed:5": "fault_F01",
    "claims-synced": "fault_F02",
    "archive-temporary": "fault_F03",
    "archived": "fault_F04",
    "recording": "fault_F05",
    "recording-lines": "fault_F06",
    "before-commit": "fault_F07",
    "committed": "fault_F08",
    "cleared": "fault_F09",
    "before-derive": "fault_F10",
    "quarantine-sidecar": "fault_F14",
    "quarantined": "fault_F14",
    "before-reports": "reports",
}


@pytest.mark.parametrize("point", [pytest.param(point, id=f"{fault} {point}") for point, fault in FAULTS.items()])
def test_faults_F01_to_F14_a_crash_at_a_named_step_loses_and_doubles_nothing(place: Place, point: str) -> None:
    for name, data in CONTENTS.items():
        place.drop(name, data)
    if point == "archive-temporary":  # only what others can still reach is copied
        os.link(place.inbox / "5.xml", place.settings.base / "second name")
    assert run_until(place, point) == KILLED
    assert place.run().as_json()["files"]["waiting"] == 0
    check_nothing_lost(place, list(CONTENTS.values()))
    assert place.states() == {"accepted": 13, "duplicate": 1, "rejected": 1}
    assert place.left() == []


def test_every_crash_point_of_the_way_in_is_tried() -> None:
    """But for those that follow when the files are in: `tests.derive`, and `tests.answers` for a report's answers."""
    assert {point.partition(":")[0] for point in FAULTS} | {"deriving", "judging"} == set(POINTS)


def test_without_the_variable_nothing_happens(place: Place) -> None:
    place.drop("a.xml", invoice("A"))
    command = [sys.executable, str(DRIVER), str(place.settings.path)]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 0
    check_nothing_lost(place, [invoice("A")])


def test_fault_F20_a_claim_that_is_recorded_already_is_only_cleared(place: Place) -> None:
    place.drop("a.xml", invoice("A"))
    assert run_until(place, "committed") == KILLED
    (claim,) = place.claims()
    (before,) = place.rows()
    place.run()
    assert place.rows() == [before]
    assert claim.startswith(before["arrival_id"])
    check_nothing_lost(place, [invoice("A")])


def test_fault_F01_a_claim_keeps_id_name_and_folder_through_a_crash(place: Place) -> None:
    place.drop("invoices/Rechnung ä.xml", invoice("A"))
    assert run_until(place, "claimed") == KILLED
    (claim,) = place.claims()
    place.run()
    (row,) = place.rows()
    assert claim.startswith(row["arrival_id"])
    assert (row["folder"], row["name"]) == ("invoices", "Rechnung ä.xml")


def test_fault_F67_claims_of_a_process_that_lives_are_left_to_it(place: Place) -> None:
    place.drop("a.xml", invoice("A"))
    run_until(place, "claimed")
    (claim,) = place.claims()
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(place.work / claim)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdin is not None
    holder.stdout.readline()
    assert place.run().accepted == 0
    assert place.claims() == [claim]
    holder.communicate()
    assert place.run().accepted == 1
    check_nothing_lost(place, [invoice("A")])


HOLD = """
import fcntl, sys
file = open(sys.argv[1])
fcntl.flock(file, fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()
"""


def test_leftovers_of_an_old_crash_are_removed(place: Place) -> None:
    place.run()
    old = [place.work / "1763805600000000000-1a2b3c4d.path", place.archive / ".tmp" / "1763805600000000000-1a2b3c4d"]
    new = [place.work / "1763805600000000001-1a2b3c4d.retry", place.archive / ".tmp" / "1763805600000000001-1a2b3c4d"]
    for path in old + new:
        path.write_bytes(b"x")
    for path in old:
        os.utime(path, (0, 0))
    place.run()
    assert [path.exists() for path in old + new] == [False, False, True, True]


def test_fault_F18_an_archive_that_a_power_cut_damaged_is_found_at_the_next_start(place: Place) -> None:
    place.drop("a.xml", invoice("A"))
    place.run()
    (archived,) = place.archive.glob("??/*.xml")
    archived.chmod(0o640)
    archived.write_bytes(b"\0" * len(invoice("A")))  # what a file system leaves of bytes that never reached the disk
    place.drop("b.xml", invoice("B"))
    assert run_until(place, "committed") == KILLED
    with pytest.raises(Stop, match=r"a\.xml") as stopped:
        place.run()
    assert stopped.value.code == "STORE_HASH_MISMATCH"
    place.drop("a again.xml", invoice("A"))
    assert place.run().duplicate == 1
    check_nothing_lost(place, [invoice("A"), invoice("B"), invoice("A")])


def test_archived_files_without_a_database_are_not_taken_for_a_beginning(place: Place) -> None:
    place.drop("a.xml", invoice("A"))
    place.run()
    place.database.unlink()
    with pytest.raises(Stop):
        place.run()
    assert not place.database.exists()
