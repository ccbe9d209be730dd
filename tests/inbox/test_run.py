"""What becomes of the files of one run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from orders.errors import Stop
from ordertrail.inbox.names import shown
from tests.corpus import ROOT
from tests.place import Place, check_nothing_lost, invoice, make_place


def test_law_4_every_file_ends_in_one_state_with_its_bytes_unchanged(place: Place) -> None:
    contents = {
        "a.xml": invoice("A"),
        "invoices/b.xml": invoice("B"),
        "again.xml": invoice("A"),
        "bad.xml": b"<nonsense>",
    }
    for name, data in contents.items():
        place.drop(name, data)
    done = place.run()
    assert done.as_json()["files"] == {"accepted": 2, "duplicate": 1, "rejected": 1, "waiting": 0}
    assert done.documents == 2
    assert place.left() == []
    check_nothing_lost(place, list(contents.values()))


def test_law_2_fault_F34_the_same_content_under_another_name_or_later_is_a_duplicate(place: Place) -> None:
    place.drop("a.xml", invoice("A"))
    place.run()
    place.drop("b.xml", invoice("A"))
    place.drop("sub/a.xml", invoice("A"))
    assert place.run().as_json()["files"] == {"accepted": 0, "duplicate": 2, "rejected": 0, "waiting": 0}
    first, *others = place.rows()
    assert {row["message"] for row in others} == {f"The same content came in as {first['arrival_id']}."}
    check_nothing_lost(place, [invoice("A")] * 3)


def test_fault_F33_a_name_that_comes_twice_is_two_arrivals(place: Place) -> None:
    for number in ("A", "B"):
        place.drop("invoice.xml", invoice(number))
        place.run()
    assert [row["name"] for row in place.rows()] == ["invoice.xml"] * 2
    assert place.states() == {"accepted": 2}
    check_nothing_lost(place, [invoice("A"), invoice("B")])


def test_law_7_one_bad_file_stops_nothing(place: Place) -> None:
    contents = [invoice(str(number)) for number in range(150)]
    for number, data in enumerate(contents):
        place.drop(f"{number}.xml", data if number % 50 else b"\0 rubbish %d" % number)
    assert place.run().as_json()["files"] == {"accepted": 147, "duplicate": 0, "rejected": 3, "waiting": 0}


def test_for_a_few_files_no_process_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = make_place(tmp_path, processes=4)
    monkeypatch.setattr("ordertrail.reader.readers.start", lambda *_: pytest.fail("a process was started"))
    for number in range(40):
        place.drop(f"{number}.xml", invoice(str(number)))
    assert place.run().accepted == 40


def test_a_run_over_nothing_does_nothing(place: Place) -> None:
    assert place.run().as_json()["files"] == {"accepted": 0, "duplicate": 0, "rejected": 0, "waiting": 0}
    assert place.rows() == []


def test_progress_is_told_by_the_number_of_files(place: Place) -> None:
    for number in range(250):
        place.drop(f"{number}.xml", invoice(str(number)))
    seen = []
    place.run(progress=lambda progress: seen.append((progress.stage, progress.files)))
    assert seen == [("ingest", 100), ("ingest", 200), ("ingest", 250), ("derive", 250), ("report", 250)]


def test_files_are_read_in_child_processes_to_the_same_result(tmp_path: Path) -> None:
    place = make_place(tmp_path, processes=2)
    contents = [invoice(str(number)) for number in range(120)] + [b"<nonsense>", invoice("7")]
    for number, data in enumerate(contents):
        place.drop(f"{number}.xml", data)
    assert place.run().as_json()["files"] == {"accepted": 120, "duplicate": 1, "rejected": 1, "waiting": 0}
    check_nothing_lost(place, contents)


@pytest.mark.parametrize(
    "name",
    [
        b"Rechnung \xe4\xf6.xml",  # Latin-1, which is no UTF-8
        b"a\nb.xml",
        "\u202eLMX.evil.xml".encode(),
        b"con.xml",
        b"%2e%2e%2fx.xml",
        b"-rf.xml",
        b"x" * 246 + b".xml",
        b"..x.xml"[1:].replace(b".x", b"_x", 1),
        "ü".encode() * 120 + b".xml",
        b"a__b_~c.xml",
        b"'; DROP TABLE arrivals; --.xml",
    ],
)
def test_hostile_S39_whatever_a_file_is_called_it_is_processed_and_its_name_kept(place: Place, name: bytes) -> None:
    place.drop(name, invoice("A"))
    assert place.run().accepted == 1
    (row,) = place.rows()
    assert row["name_bytes"] == name
    assert row["name"] == shown(os.fsdecode(name))
    assert row["name"].isprintable()
    assert [path.parent.parent for path in place.archive.glob("??/*.xml")] == [place.archive]
    check_nothing_lost(place, [invoice("A")])


def test_fault_F50_names_that_differ_by_case_or_composition_are_two_files(place: Place) -> None:
    names = ["rechnung.xml", "Rechnung.xml", "M\u00fcller.xml", "Mu\u0308ller.xml"]
    for name in names:
        place.drop(name, invoice(name))
    assert place.run().accepted == 4
    assert sorted(row["name_bytes"].decode() for row in place.rows()) == sorted(names)
    check_nothing_lost(place, [invoice(name) for name in names])


def test_fault_F28_a_name_that_no_claim_can_hold_is_kept_beside_it(place: Place) -> None:
    folder = "ü" * 100
    name = "ö" * 120 + ".xml"
    place.drop(f"{folder}/{name}", invoice("A"))
    assert place.run().accepted == 1
    (row,) = place.rows()
    assert (row["folder"], row["name"]) == (folder, name)
    assert [path.name for path in place.work.iterdir()] == []


def test_fault_F45_subfolders_are_read_down_to_a_depth_and_say_where_a_file_lay(place: Place) -> None:
    place.drop("invoices/acme/a.xml", invoice("A"))
    place.drop("1/2/3/4/5/6/7/8/b.xml", invoice("B"))
    place.drop("1/2/3/4/5/6/7/8/9/c.xml", invoice("C"))
    done = place.run()
    assert done.accepted == 2
    assert done.survey.too_deep == ["1/2/3/4/5/6/7/8/9"]
    assert {row["folder"] for row in place.rows()} == {"invoices/acme", "1/2/3/4/5/6/7/8"}


def test_fault_F51_a_file_beyond_the_limit_is_moved_not_read(place: Place) -> None:
    path = place.drop("huge.xml", b"<x/>" * 1000)
    inode = path.stat().st_ino
    assert place.having(limits={"file_bytes": 3999}).run().rejected == 1
    (row,) = place.rows()
    assert (row["code"], row["sha256"]) == ("FILE_TOO_LARGE", None)
    assert (place.quarantine / row["path"]).stat().st_ino == inode
    assert place.archived() == {}
    assert place.claims() == []


def test_a_file_larger_than_a_block_is_archived_and_read(place: Place) -> None:
    data = invoice("A").replace(b"<cbc:Name>Bolt", b"<cbc:Note>" + b"x" * (3 << 20) + b"</cbc:Note><cbc:Name>Bolt")
    place.drop("large.xml", data)
    assert place.run().as_json()["files"]["waiting"] == 0
    check_nothing_lost(place, [data])


def test_a_file_with_a_second_name_is_copied_so_that_nobody_can_change_the_archive(place: Place) -> None:
    path = place.drop("a.xml", invoice("A"))
    other = place.settings.base / "kept by its owner.xml"
    os.link(path, other)
    place.run()
    other.write_bytes(b"changed later")
    check_nothing_lost(place, [invoice("A")])


def test_a_large_duplicate_that_had_to_be_copied_leaves_no_copy(place: Place) -> None:
    data = invoice("A") + b" " * (2 << 20)
    for name in ("first.xml", "second.xml"):
        os.link(place.drop(name, data), place.settings.base / name)
        place.run()
    check_nothing_lost(place, [data] * 2)


def test_the_archive_is_read_only(place: Place) -> None:
    place.drop("a.xml", invoice("A"))
    place.run()
    (path,) = place.archive.glob("??/*.xml")
    assert path.stat().st_mode & 0o777 == 0o440


def test_a_duplicate_mends_an_archive_that_lost_its_content(place: Place) -> None:
    place.drop("a.xml", invoice("A"))
    place.run()
    (path,) = place.archive.glob("??/*.xml")
    path.unlink()
    path.write_bytes(b"cut")
    place.drop("again.xml", invoice("A"))
    place.run()
    check_nothing_lost(place, [invoice("A")] * 2)


def test_a_system_that_cannot_open_folders_is_told_so(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "supports_dir_fd", set())
    with pytest.raises(Stop) as stopped:
        place.run()
    assert stopped.value.code == "SYSTEM_UNSUPPORTED"


def test_fault_F58_several_processes_may_be_the_first_at_once(place: Place) -> None:
    for number in range(20):
        place.drop(f"{number}.xml", invoice(str(number)))
    script = [sys.executable, str(ROOT / "tests" / "kill" / "driver.py"), str(place.settings.path)]
    first = [subprocess.Popen(script, cwd=ROOT) for _ in range(3)]
    assert [process.wait(60) for process in first] == [0, 0, 0]
    place.run()
    check_nothing_lost(place, [invoice(str(number)) for number in range(20)])
