"""Rejected files: untouched, each beside the reason; and how they come back."""

import json
import os
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from orders.errors import Refuse
from ordertrail.run import Done, retry
from tests.place import Place, check_nothing_lost, derive_nothing, invoice, report_nothing

BAD = b'<?xml version="1.0"?>\n<!DOCTYPE a>\n<a/>'


def reject(place: Place, name: str = "Rechnung 17.xml", data: bytes = BAD) -> str:
    """A file is rejected; its id."""
    place.drop(name, data)
    place.run()
    id_: str = place.rows()[-1]["arrival_id"]
    return id_


def retried(place: Place, id_: str) -> Done:
    return retry(place.settings, id_, derive_nothing, report_nothing)


@pytest.fixture
def other_file_system() -> Iterator[Path]:
    """A folder on another file system than the inbox."""
    shared_memory = Path("/dev/shm")  # noqa: S108 - on most Linux machines a file system of its own
    if not shared_memory.is_dir():
        pytest.skip("no second file system here")
    with tempfile.TemporaryDirectory(dir=shared_memory) as folder:
        yield Path(folder)


def elsewhere(place: Place, folder: Path) -> Place:
    """The same place with archive and quarantine on another file system."""
    folders = replace(place.settings.folders, archive=folder / "archive", quarantine=folder / "quarantine")
    return Place(replace(place.settings, folders=folders))


def test_a_rejected_file_lies_beside_the_reason_in_a_folder_of_its_own(place: Place) -> None:
    id_ = reject(place, "invoices/Rechnung \u202e17.xml")
    (row,) = place.rows()
    original = place.quarantine / row["path"]
    assert original.parent.name == id_
    assert original.read_bytes() == BAD
    assert original.stat().st_mode & 0o777 == 0o440
    reason = json.loads(original.with_name("error.json").read_text())
    assert reason.pop("limits")["file_bytes"] == 100_000_000
    assert reason.pop("software")
    assert reason == {
        "schema": 1,
        "arrival_id": id_,
        "sha256": row["sha256"],
        "size": len(BAD),
        "original_name": "Rechnung \\u202e17.xml",
        "original_name_bytes": "Rechnung \u202e17.xml".encode().hex(),
        "folder": "invoices",
        "received_at": row["received_at"][:19] + "Z",
        "detected": "xml",
        "code": "XML_DTD_FORBIDDEN",
        "class": "permanent",
        "message": "Die Datei hat eine DOCTYPE (Zeile 2). Geschäftsbelege dürfen keine haben.",
        "hint": "Bitten Sie den Absender, ohne DOCTYPE auszugeben.",
        "where": {"line": 2},
        "attempts": 1,
        "previous": [],
    }


def test_mending_a_file_in_the_quarantine_does_not_touch_the_archive(place: Place) -> None:
    reject(place)
    (row,) = place.rows()
    original = place.quarantine / row["path"]
    original.chmod(0o640)
    original.write_bytes(invoice("mended"))
    assert place.archived()[row["sha256"]] == BAD


def test_fault_F26_the_quarantine_may_be_on_another_file_system(place: Place, other_file_system: Path) -> None:
    place = elsewhere(place, other_file_system)
    contents = [BAD, *(invoice(str(number)) for number in range(20)), invoice("L") + b" " * (3 << 20)]
    for number, data in enumerate(contents):
        place.drop(f"{number}.xml", data)
    assert place.run().rejected == 1
    check_nothing_lost(place, contents)


def test_fault_F26_a_file_too_large_to_be_read_is_copied_where_it_cannot_be_moved(
    place: Place, other_file_system: Path
) -> None:
    place = elsewhere(place, other_file_system).having(limits={"file_bytes": 100})
    place.drop("large.xml", invoice("A"))
    assert place.run().rejected == 1
    (row,) = place.rows()
    assert (place.quarantine / row["path"]).read_bytes() == invoice("A")
    assert place.left() == []
    assert place.claims() == []


def test_fault_F35_the_same_bytes_again_are_tried_again_and_name_the_earlier_attempt(place: Place) -> None:
    first = reject(place)
    second = reject(place, "again.xml")
    assert second != first
    reason = json.loads((place.quarantine / place.rows()[1]["path"]).with_name("error.json").read_text())
    assert reason["previous"] == [first]
    assert place.states() == {"rejected": 2}


def test_fault_F35_a_retried_file_that_is_fine_now_leaves_the_quarantine(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        before.setattr("ordertrail.run.Reading", strict_reading)
        id_ = reject(place, "sub/a.xml", invoice("A"))
    assert place.states() == {"rejected": 1}
    assert retried(place, id_).accepted == 1
    (row,) = place.rows()
    assert (row["arrival_id"], row["state"], row["folder"], row["name"]) == (id_, "accepted", "sub", "a.xml")
    check_nothing_lost(place, [invoice("A")])


def strict_reading(*args: object, **options: object) -> object:
    """A reader that does not know invoices yet."""
    from ordertrail.intake.reading import Reading  # noqa: PLC0415 - the name is patched where it is used
    from ordertrail.reader.outcome import Failed  # noqa: PLC0415 - the same

    return Reading(*args, **options, reader=lambda *_: Failed("FORMAT_UNKNOWN", "Not yet."))  # type: ignore[arg-type]  # handed through


def test_a_retried_file_that_is_still_bad_stays_in_the_quarantine(place: Place) -> None:
    id_ = reject(place)
    assert retried(place, id_).rejected == 1
    assert [row["arrival_id"] for row in place.rows()] == [id_]
    check_nothing_lost(place, [BAD])


def test_a_retried_file_whose_name_was_too_long_for_a_claim_keeps_it(place: Place) -> None:
    name = "ö" * 120 + ".xml"
    id_ = reject(place, name)
    assert retried(place, id_).rejected == 1
    assert place.rows()[0]["name"] == name
    assert list(place.work.iterdir()) == []


def test_a_waiting_file_is_tried_at_once(place: Place) -> None:
    path = place.drop("a.xml", b"")
    place.run()
    path.write_bytes(invoice("A"))
    assert retried(place, place.rows()[0]["arrival_id"]).accepted == 1


def test_what_cannot_be_retried_is_refused(place: Place) -> None:
    place.drop("a.xml", invoice("A"))
    place.run()
    accepted = place.rows()[0]["arrival_id"]
    with pytest.raises(Refuse, match="accepted") as refused:
        retried(place, accepted)
    assert refused.value.code == "NOT_REJECTED"
    with pytest.raises(Refuse) as refused:
        retried(place, "1763805600000000000-1a2b3c4d")
    assert refused.value.code == "FILE_UNKNOWN"


def test_bytes_that_were_changed_in_the_quarantine_are_not_passed_off_as_what_came_in(place: Place) -> None:
    id_ = reject(place)
    original = place.quarantine / place.rows()[0]["path"]
    original.chmod(0o640)
    original.write_bytes(invoice("mended"))
    with pytest.raises(Refuse) as refused:
        retried(place, id_)
    assert refused.value.code == "FILE_ALTERED"
    original.unlink()
    with pytest.raises(Refuse) as refused:
        retried(place, id_)
    assert refused.value.code == "FILE_GONE"
    assert place.claims() == []
    assert list(place.work.iterdir()) == []


def test_a_file_that_another_process_is_trying_again_is_left_to_it(place: Place) -> None:
    id_ = reject(place)
    (place.work / f"{id_}__Rechnung 17.xml").write_bytes(BAD)
    with pytest.raises(Refuse) as refused:
        retried(place, id_)
    assert refused.value.code == "FILE_IN_WORK"
    place.run()
    check_nothing_lost(place, [BAD])


def test_fault_F14_a_crash_after_a_retry_was_recorded_leaves_the_file_in_one_place(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        before.setattr("ordertrail.run.Reading", strict_reading)
        id_ = reject(place, "a.xml", invoice("A"))
    with monkeypatch.context() as crash:
        crash.setattr("ordertrail.intake.recording.Recording.leave_quarantine", interrupted)
        with pytest.raises(KeyboardInterrupt):
            retried(place, id_)
    assert list(place.quarantine.glob("*/*/error.json")) != []
    for descriptor in open_claims():
        os.close(descriptor)  # as the kernel does when a process dies
    place.run()
    check_nothing_lost(place, [invoice("A")])


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def open_claims() -> list[int]:
    folder = Path("/proc/self/fd")
    return [int(link.name) for link in folder.iterdir() if link.is_symlink() and "/.work/" in os.readlink(link)]  # noqa: PTH115 - some close meanwhile
