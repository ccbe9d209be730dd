"""Reports written from a real store into a real folder, and what happens when that is not possible."""

import os
import resource
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from openpyxl import load_workbook

from orders.errors import Wait
from orders.message import Message
from ordertrail.reporting import write_reports
from ordertrail.reporting.delivery import working_folder
from tests.corpus import ROOT
from tests.place import Place
from tests.reports.filled import fill, opened
from tests.reports.written import json_rows, links, sheet_rows

NOW = datetime(2026, 4, 1, 9, 15, tzinfo=UTC)
LATER = datetime(2026, 4, 1, 9, 45, tzinfo=UTC)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return fill(tmp_path)


def report(place: Place, **options: Any) -> list[Path]:
    store = opened(place)
    try:
        return write_reports(place.settings, store, **{"now": NOW, **options})
    finally:
        store.close()


def visible(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def test_the_report_is_a_workbook_and_its_tables_as_csv_and_json(place: Place) -> None:
    out = place.settings.folders.reports
    assert report(place) == [out / "ordertrail.xlsx", out / "ordertrail-csv", out / "ordertrail-json"]
    assert visible(out) == ["ordertrail-csv", "ordertrail-json", "ordertrail.xlsx"]
    tables = [
        "confirmations",
        "decisions",
        "differences",
        "exceptions",
        "files",
        "learned",
        "open_lines",
        "orders",
        "overview",
    ]
    assert visible(out / "ordertrail-csv") == [f"{name}.csv" for name in tables]
    assert visible(out / "ordertrail-json") == [f"{name}.json" for name in tables]


def test_only_the_configured_forms_are_written(tmp_path: Path) -> None:
    place = fill(tmp_path, '[reports]\nformats = ["csv"]\n')
    assert report(place) == [place.settings.folders.reports / "ordertrail-csv"]


def test_the_workbook_tells_what_came_of_the_files(place: Place) -> None:
    (path, _, tables) = report(place)
    workbook = load_workbook(path)
    orders = {row["Bestellung"]: row for row in sheet_rows(workbook["Bestellungen"])}
    assert orders["4500017"]["Status"] == "Teilfakturiert"
    assert orders["4500018"]["Status"] == "Bearbeitung ausstehend"
    assert orders["4500017"]["Bestellwert"] == 45
    exceptions = {row["exception"] for row in json_rows(tables / "exceptions.json")}
    assert {"quantity_changed", "date_changed", "price_over"} <= exceptions
    files = {row["Datei"]: row["Ergebnis"] for row in sheet_rows(workbook["Dateien"])}
    assert files["broken.xml"] == "Abgewiesen"
    assert len(files) == 5


def test_every_link_leads_to_what_came_in(place: Place) -> None:
    (path, _, _) = report(place)
    targets = {unquote(link.target) for sheet in load_workbook(path) for link in links(sheet) if link.target}
    assert len(targets) == 5
    for target in targets:
        original = path.parent / target
        assert original.is_file() or {"original.bin", "error.json"} == {one.name for one in original.iterdir()}


def test_invariant_I7_a_report_made_again_is_the_same_to_the_byte(place: Place) -> None:
    (path, csv, json) = report(place)
    files = [path, *csv.iterdir(), *json.iterdir()]
    before = {file: file.read_bytes() for file in files}
    report(place)
    assert {file: file.read_bytes() for file in files} == before


def test_as_of_a_day_only_what_was_known_then_counts(place: Place) -> None:
    paths = report(place, as_of=date(2026, 3, 15))
    assert [path.name for path in paths] == [
        "ordertrail-2026-03-15.xlsx",
        "ordertrail-2026-03-15-csv",
        "ordertrail-2026-03-15-json",
    ]
    orders = {row["order"]: row for row in json_rows(paths[2] / "orders.json")}
    assert orders["4500017"]["status"] == "partially_confirmed"
    assert orders["4500017"]["invoiced_value"] == "0.00"
    assert "days_late" not in orders["4500018"]


@pytest.mark.parametrize("as_of", [None, date(2026, 4, 30)])
def test_the_rows_and_their_order_do_not_depend_on_when_files_came(tmp_path: Path, as_of: date | None) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
    forwards, backwards = fill(first), fill(second, backwards=True)
    tables = [report(one, as_of=as_of)[2] for one in (forwards, backwards)]
    for name in ("orders", "open_lines", "confirmations", "exceptions", "differences"):
        one, other = (json_rows(folder / f"{name}.json") for folder in tables)
        assert one == other != [], name


def test_a_buyers_report_holds_their_orders_and_what_belongs_to_none(place: Place) -> None:
    (path, _, tables) = report(place, buyer="süd")
    assert path.name == "ordertrail-sud.xlsx"
    assert [row["order"] for row in json_rows(tables / "orders.json")] == ["4500018"]
    assert json_rows(tables / "exceptions.json") == []
    assert load_workbook(path)["Übersicht"]["B2"].value == "Einkauf: süd"


def test_the_folder_can_be_another_one_and_links_are_seen_from_there(place: Place, tmp_path: Path) -> None:
    (path, _, _) = report(place, out=tmp_path / "some" / "where")
    assert path == tmp_path / "some" / "where" / "ordertrail.xlsx"
    targets = [unquote(link.target) for sheet in load_workbook(path) for link in links(sheet) if link.target]
    assert all((path.parent / target).exists() for target in targets)


@pytest.mark.parametrize("step", ["rows", "delivery"])
def test_fault_F11_a_crash_while_writing_leaves_the_old_report_and_the_next_one_clears_up(
    place: Place, step: str
) -> None:
    (path, _, _) = report(place)
    before = path.read_bytes()
    command = [sys.executable, "-m", "tests.reports.dying", str(place.settings.path), step]
    assert subprocess.run(command, cwd=ROOT, check=False, timeout=60).returncode == -9
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir() if one.name.startswith(".report-")] != []
    report(place, now=LATER)
    assert [one.name for one in path.parent.iterdir() if one.name.startswith(".report-")] == []
    assert path.read_bytes() != before


def test_fault_F24_a_folder_that_cannot_be_made_is_said_with_its_path_and_reason(place: Place) -> None:
    blocked = place.settings.base / "file"
    blocked.write_text("in the way")
    with pytest.raises(Wait) as caught:
        report(place, out=blocked / "out")
    assert caught.value.code == "REPORT_NOT_WRITTEN"
    assert str(blocked) in str(caught.value.where)
    assert "Not a directory" in caught.value.message


def test_fault_F24_a_folder_that_is_read_only_leaves_the_old_report(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path, _, _) = report(place)
    before = path.read_bytes()

    def refuse(*_: Any, **__: Any) -> Any:
        raise PermissionError(13, "Permission denied", str(path.parent))

    monkeypatch.setattr("ordertrail.reporting.delivery.mkdtemp", refuse)
    with pytest.raises(Wait, match="Permission denied") as caught:
        report(place, now=LATER)
    assert caught.value.code == "REPORT_NOT_WRITTEN"
    assert path.read_bytes() == before


def test_fault_F24_a_full_disk_leaves_the_old_report_and_no_leftovers(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path, _, _) = report(place)
    before = path.read_bytes()

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device", str(path.parent))

    monkeypatch.setattr("ordertrail.reporting.delivery._sync", full)
    with pytest.raises(Wait, match="No space left on device"):
        report(place, now=LATER)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir() if one.name.startswith(".report-")] == []


@pytest.mark.parametrize("form", ["xlsx", "csv", "json"])
@pytest.mark.parametrize("room", [0, 500])
def test_fault_F24_a_disk_that_is_full_while_the_report_is_written_is_said(
    tmp_path: Path, form: str, room: int
) -> None:
    place = fill(tmp_path, f'[reports]\nformats = ["{form}"]\n')
    (path,) = report(place)
    made = path if form == "xlsx" else path / f"orders.{form}"
    before = made.read_bytes()
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, most))
    try:
        with pytest.raises(Wait) as caught:
            report(place, now=LATER)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    assert caught.value.code == "REPORT_NOT_WRITTEN"
    assert made.read_bytes() == before
    assert [one.name for one in place.settings.folders.reports.iterdir() if one.name.startswith(".report-")] == []


def open_in_excel(monkeypatch: pytest.MonkeyPatch, *opened_files: Path) -> None:
    """Windows lets nobody replace or remove a file that Excel has open."""
    replace, unlink = Path.replace, Path.unlink

    def refuse_to_replace(self: Path, target: Path) -> Path:
        if target in opened_files:
            raise PermissionError(13, "Permission denied", str(target))
        return replace(self, target)

    def refuse_to_remove(self: Path, **options: Any) -> None:
        if self in opened_files:
            raise PermissionError(13, "Permission denied", str(self))
        unlink(self, **options)

    monkeypatch.setattr(Path, "replace", refuse_to_replace)
    monkeypatch.setattr(Path, "unlink", refuse_to_remove)


def test_fault_F64_a_report_that_is_open_stays_and_the_new_one_is_put_beside_it(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path, _, _) = report(place)
    before = path.read_bytes()
    notices: list[Message] = []
    with monkeypatch.context() as patch:
        open_in_excel(patch, path)
        (beside, _, _) = report(place, now=LATER, notice=notices.append)
    assert beside.name == "ordertrail-20260401-0945.xlsx"
    assert path.read_bytes() == before
    assert load_workbook(beside).properties.created == LATER.replace(tzinfo=None)
    assert notices == [Message("report.locked", {"file": str(path), "beside": str(beside)})]
    (again, _, _) = report(place, now=LATER)
    assert again == path
    assert visible(path.parent) == ["ordertrail-csv", "ordertrail-json", "ordertrail.xlsx"], "the stand-in has served"


def test_fault_F64_a_stand_in_that_somebody_saved_or_has_open_is_kept(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path, _, _) = report(place)
    with monkeypatch.context() as patch:
        open_in_excel(patch, path)
        (saved, _, _) = report(place, now=NOW, notice=lambda _: None)
        (still_open, _, _) = report(place, now=LATER, notice=lambda _: None)
    os.utime(saved)
    with monkeypatch.context() as patch:
        open_in_excel(patch, still_open)
        report(place)
    assert saved.exists()
    assert still_open.exists()


def test_two_that_write_reports_at_once_queue_up(tmp_path: Path) -> None:
    with working_folder(tmp_path):
        command = [sys.executable, "-c", QUEUE, str(tmp_path)]
        other = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        with pytest.raises(subprocess.TimeoutExpired):
            other.wait(1.5)
        assert len([one for one in tmp_path.iterdir() if one.name.startswith(".report-")]) == 1
    said, _ = other.communicate(timeout=30)
    assert said == "in\n"


QUEUE = """
import sys; from pathlib import Path; from ordertrail.reporting.delivery import working_folder
with working_folder(Path(sys.argv[1])): print("in")
"""


def test_one_that_waits_for_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ordertrail.reporting.delivery._PATIENCE_SECONDS", 0.2)
    with working_folder(tmp_path), pytest.raises(Wait) as caught, working_folder(tmp_path):
        pass
    assert caught.value.code == "REPORT_BUSY"
