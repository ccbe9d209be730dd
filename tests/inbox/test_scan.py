"""What a look at the inbox sees, and what it leaves alone."""

import os
import socket
import time
from pathlib import Path

from ordertrail.inbox.files import Found
from ordertrail.inbox.folder import Folder
from ordertrail.inbox.scan import Survey, scan
from tests.place import Place, invoice


def seen(path: Path) -> tuple[set[Found], Survey]:
    survey, folder = Survey(), Folder.at(str(path))
    try:
        return set(scan(folder, survey)), survey
    finally:
        folder.close()


def test_fault_F49_temporary_and_hidden_files_are_left_alone_and_counted(tmp_path: Path) -> None:
    for name in ("a.xml", "b.xml.part", "~$c.xlsx", ".d.xml", "Thumbs.db", "@eaDir/e.xml", ".git/f.xml", "sub/g.tmp"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found, survey = seen(tmp_path)
    assert found == {Found("", "a.xml")}
    assert survey.temporary == 5


def test_fault_F49_a_temporary_name_that_is_a_day_old_is_named(tmp_path: Path) -> None:
    for name, age in (("old.part", 25), ("new.part", 1), (".hidden", 1000)):
        path = tmp_path / name
        path.touch()
        os.utime(path, (time.time() - age * 3600,) * 2)
    assert seen(tmp_path)[1].forgotten == [Found("", "old.part")]


def test_fault_F49_the_final_rename_is_noticed(place: Place) -> None:
    path = place.drop("a.xml.filepart", invoice("A"))
    assert place.run().accepted == 0
    path.rename(place.inbox / "a.xml")
    assert place.run().accepted == 1


def test_hostile_S40_what_is_no_regular_file_is_left_alone_and_named(place: Place) -> None:
    outside = place.settings.base / "secret.xml"
    outside.write_bytes(invoice("secret"))
    (place.inbox / "link.xml").symlink_to(outside)
    (place.inbox / "folder.xml").mkdir()
    (place.inbox / "linked").symlink_to(place.settings.base)
    os.mkfifo(place.inbox / "pipe.xml")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(place.inbox / "socket.xml"))
        done = place.run()
    assert done.as_json()["files"] == {"accepted": 0, "duplicate": 0, "rejected": 0, "waiting": 0}
    names = {found.name for found in done.survey.not_regular}
    assert names == {"link.xml", "pipe.xml", "socket.xml", "linked"}
    assert outside.exists()


def test_hostile_S40_a_subfolder_swapped_for_a_link_leads_nowhere(place: Place) -> None:
    place.drop("sub/a.xml", invoice("A"))
    elsewhere = place.settings.base / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "b.xml").write_bytes(invoice("B"))
    folder, survey = Folder.at(str(place.inbox)), Survey()
    entries = scan(folder, survey)
    (place.inbox / "sub").rename(place.settings.base / "was sub")
    (place.inbox / "sub").symlink_to(elsewhere)
    assert list(entries) == []
    folder.close()
    assert place.run().accepted == 0
    assert (elsewhere / "b.xml").exists()
