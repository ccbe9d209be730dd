"""The commands that work: run, retry, report, rebuild, watch, demo, doctor. Over real files, in real folders."""

import json
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ordertrail.config import parse
from tests.cli.shell import SAMPLES, inside, ordertrail

QUICK = '[run]\nsettle_seconds = 0.05\nprocesses = 1\n[reports]\nformats = ["json"]\n'
CUT_OFF = "DN-51090.xml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "config.toml").write_text(f'language = "en"\n{QUICK}', encoding="utf-8")
    (tmp_path / "inbox").mkdir()
    return tmp_path


def drop(folder: Path, *names: str) -> None:
    for name in names:
        (folder / "inbox" / Path(name).name).write_bytes(SAMPLES.joinpath(name).read_bytes())


def test_run_says_what_it_did_as_one_object(folder: Path) -> None:
    drop(folder, "orders/PO-4500101.xml", "OR-88120.xml")
    answer = ordertrail("run", "--json", cwd=folder)
    assert (answer.code, answer.err) == (0, "")
    done = answer.row
    assert list(done) == ["files", "documents", "orders_changed", "reports", "seconds"]
    assert done["files"] == {"accepted": 2, "duplicate": 0, "rejected": 0, "waiting": 0}
    assert (done["documents"], done["orders_changed"]) == (2, 1)
    assert all(Path(path).exists() for path in done["reports"])
    assert isinstance(done["seconds"], float)


def test_run_for_people_puts_nothing_on_stdout(folder: Path) -> None:
    drop(folder, "orders/PO-4500101.xml")
    answer = ordertrail("run", cwd=folder)
    assert (answer.code, answer.out) == (0, "")
    assert "1 accepted (documents in them: 1)" in answer.err
    assert "\r" not in answer.err
    assert "\x1b" not in answer.err


def test_a_retry_is_no_beginning(folder: Path) -> None:
    answer = ordertrail("retry", "1763805600000000000-1a2b3c4d", cwd=folder)
    assert (answer.code, answer.out) == (2, "")
    assert "There is no database yet." in answer.err
    assert {path.name for path in folder.iterdir()} == {"config.toml", "inbox"}


@pytest.mark.parametrize("command", ["run", "orders", "doctor", "report", "rebuild"])
def test_a_file_where_the_archive_should_be_is_said_in_one_sentence(folder: Path, command: str) -> None:
    drop(folder, "orders/PO-4500101.xml")
    (folder / "archive").touch()
    answer = inside(command, cwd=folder)
    assert answer.code == 2
    assert "archive" in answer.out + answer.err
    assert not (folder / "ordertrail.db").exists()
    assert [path.name for path in (folder / "inbox").iterdir()] == ["PO-4500101.xml"]


def test_run_names_what_lies_in_the_inbox_and_is_not_read(folder: Path) -> None:
    (folder / "inbox" / "linked.xml").symlink_to(folder / "config.toml")
    answer = ordertrail("run", cwd=folder)
    assert "Links, pipes and devices in the inbox are not read: linked.xml." in answer.err


def test_a_retry_where_nothing_ever_ran_makes_nothing(folder: Path) -> None:
    assert ordertrail("retry", "1-a", cwd=folder).code == 2
    assert sorted(path.name for path in folder.iterdir()) == ["config.toml", "inbox"]


def test_the_first_run_makes_database_and_folders(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(QUICK, encoding="utf-8")
    assert ordertrail("run", cwd=tmp_path).code == 0
    for name in ("inbox", "archive", "quarantine", "reports/out", "ordertrail.db"):
        assert (tmp_path / name).exists(), name


def test_run_exits_3_if_a_file_was_rejected_and_the_others_are_in(folder: Path) -> None:
    drop(folder, "orders/PO-4500101.xml", CUT_OFF)
    answer = ordertrail("run", "--json", cwd=folder)
    assert answer.code == 3
    assert answer.row["files"] == {"accepted": 1, "duplicate": 0, "rejected": 1, "waiting": 0}


def test_run_exits_1_if_a_report_could_not_be_written_but_the_files_are_in(folder: Path) -> None:
    drop(folder, "orders/PO-4500101.xml")
    (folder / "reports").mkdir()
    (folder / "reports" / "out").write_text("in the way", encoding="utf-8")
    answer = ordertrail("run", "--json", cwd=folder)
    assert answer.code == 1
    assert answer.row["files"]["accepted"] == 1
    assert answer.row["reports"] == []
    assert "report could not be written" in answer.err


def test_fault_F59_archived_files_without_a_database_are_refused(folder: Path) -> None:
    drop(folder, "orders/PO-4500101.xml")
    assert ordertrail("run", cwd=folder).code == 0
    (folder / "ordertrail.db").unlink()
    answer = ordertrail("run", cwd=folder)
    assert (answer.code, answer.out) == (2, "")
    assert "database is missing" in answer.err
    assert not (folder / "ordertrail.db").exists()


@pytest.mark.parametrize("command", ["orders", "show 1", "explain 1", "exceptions", "files", "report", "rebuild"])
def test_before_the_first_run_there_is_nothing_to_ask(folder: Path, command: str) -> None:
    answer = inside(*command.split(), cwd=folder)
    assert (answer.code, answer.out) == (2, "")
    assert "There is no database yet." in answer.err
    assert not (folder / "ordertrail.db").exists()


def test_fault_F27_a_database_that_may_not_be_written_is_one_clear_sentence(folder: Path) -> None:
    (folder / "ordertrail.db").write_bytes(b"no database at all, but long enough to be looked at" * 100)
    answer = ordertrail("run", cwd=folder)
    assert (answer.code, answer.out) == (2, "")
    assert "Traceback" not in answer.err
    assert "damaged" in answer.err or "database" in answer.err


def test_a_rejected_file_is_tried_again_by_its_id(folder: Path) -> None:
    (folder / "inbox" / "acme.csv").write_text("Beleg|Auftrag|Teil|Anzahl\nA1|4500101|X|5\n", encoding="utf-8")
    assert ordertrail("run", cwd=folder).code == 3
    (row,) = inside("files", "--json", cwd=folder).rows
    assert row["state"] == "rejected"
    layout = """
[[layouts]]
name = "acme"
files = "acme*.csv"
type = "despatch_advice"
separator = "|"
columns = { document_number = "Beleg", order_number = "Auftrag", supplier_item = "Teil", quantity = "Anzahl" }
"""
    with (folder / "config.toml").open("a", encoding="utf-8") as config:
        config.write(layout)
    answer = ordertrail("retry", row["id"], "--json", cwd=folder)
    assert answer.code == 0, answer.err
    (again,) = inside("files", "--json", cwd=folder).rows
    assert (again["id"], again["state"]) == (row["id"], "accepted")
    assert again["documents"] == ["despatch_advice A1"]


def test_an_unknown_file_cannot_be_tried_again(folder: Path) -> None:
    ordertrail("run", cwd=folder)
    answer = ordertrail("retry", "1763805600000000000-1a2b3c4d", cwd=folder)
    assert answer.code == 2
    assert "No file has the id" in answer.err


def test_two_orders_of_one_number_are_named_and_exit_2(folder: Path) -> None:
    order = SAMPLES.joinpath("orders/PO-4500101.xml").read_text(encoding="utf-8")
    other = order.replace("Nordwerk Maschinenbau GmbH", "Südwerk AG").replace("4012345100004", "4012345100011")
    (folder / "inbox" / "one.xml").write_text(order, encoding="utf-8")
    (folder / "inbox" / "two.xml").write_text(other.replace("DE812345678", "DE812345670"), encoding="utf-8")
    assert ordertrail("run", cwd=folder).code == 0
    answer = ordertrail("show", "4500101", cwd=folder)
    assert (answer.code, answer.out) == (2, "")
    assert "4500101@nordwerkmaschinenbau, 4500101@sudwerk" in answer.err
    assert inside("explain", "4500101", cwd=folder).refusal == "ORDER_AMBIGUOUS"
    assert inside("show", "4500101@südwerk", "--json", cwd=folder).row["buyer"] == "Südwerk AG"
    assert inside("show", "4500101@nordwerkmaschinenbau", "--json", cwd=folder).code == 0


def test_a_report_is_written_where_it_is_asked_for(worked: Path, tmp_path: Path) -> None:
    answer = inside("report", "--out", tmp_path / "new" / "place", cwd=worked)
    assert answer.code == 0
    paths = [Path(line) for line in answer.out.splitlines()]
    assert [path.name for path in paths] == ["ordertrail.xlsx", "ordertrail-csv", "ordertrail-json"]
    assert all(path.parent == tmp_path / "new" / "place" and path.exists() for path in paths)


def test_a_report_as_json_prints_its_paths_and_knows_a_day_and_a_buyer(worked: Path, tmp_path: Path) -> None:
    options = ("--out", tmp_path, "--as-of", "2026-10-05", "--buyer", "nordwerk")
    (paths,) = inside("report", *options, "--json", cwd=worked).rows
    assert all("2026-10-05" in path and "nordwerk" in path for path in paths)
    orders = json.loads((Path(paths[2]) / "orders.json").read_text(encoding="utf-8"))
    assert "4500101" in {row["order"] for row in orders}
    assert "4500107" not in {row["order"] for row in orders}


def test_a_report_that_cannot_be_written_is_exit_1(worked: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    answer = inside("report", "--out", tmp_path / "file", cwd=worked)
    assert (answer.code, answer.out) == (1, "")
    assert "could not be written" in answer.err


def test_rebuild_check_finds_what_was_tampered_with_and_rebuild_mends_it(worked: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(worked, folder)
    assert inside("rebuild", "--check", cwd=folder).code == 0
    with closing(sqlite3.connect(folder / "ordertrail.db")) as database:
        database.execute("UPDATE orders SET status = 'pending' WHERE number = '4500101'")
        database.commit()
    check = inside("rebuild", "--check", "--json", cwd=folder)
    assert check.code == 1
    assert check.row == {
        "table": "orders",
        "case": "order:4500101",
        "key": "4500101@nordwerkmaschinenbau",
        "kind": "different",
    }
    assert inside("rebuild", "--json", cwd=folder).row == {"orders": 13}
    assert inside("rebuild", "--check", cwd=folder).code == 0


def test_the_demo_never_touches_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "ordertrail-demo").mkdir()
    answer = ordertrail("demo", "--json", cwd=tmp_path)
    assert answer.code == 0
    assert answer.row["config"] == str(tmp_path / "ordertrail-demo-2" / "config.toml")
    assert list((tmp_path / "ordertrail-demo").iterdir()) == []


@pytest.mark.parametrize(
    ("language", "label"),
    [("de", "Teilfakturiert"), ("en", "Partially invoiced"), ("fr", "Partiellement facturée")],
)
def test_the_demo_shows_the_orders_and_says_where_the_workbook_is(tmp_path: Path, language: str, label: str) -> None:
    answer = ordertrail("demo", "look", "--language", language, cwd=tmp_path)
    assert answer.code == 0
    assert label in answer.out
    workbook = tmp_path / "look" / "reports" / "out" / "ordertrail.xlsx"
    assert str(workbook) in answer.out
    assert workbook.is_file()
    assert "Traceback" not in answer.err


# doctor


def test_doctor_finds_a_healthy_folder_healthy(worked: Path) -> None:
    rows = ordertrail("doctor", "--json", cwd=worked).rows
    assert {row["state"] for row in rows} <= {"ok", "warning"}
    assert [row["check"] for row in rows if row["state"] == "ok"].count("folders") >= 4
    assert {row["check"] for row in rows} == {
        "configuration", "database", "folders", "disk", "watch", "reading", "limits",
    }  # fmt: skip
    said = " ".join(row["message"] for row in rows)
    assert f"SQLite {sqlite3.sqlite_version}" in said
    assert list((worked / "inbox").glob("*probe*")) == []


def test_doctor_touches_nothing_before_the_first_run(folder: Path) -> None:
    before = sorted(path.name for path in folder.rglob("*"))
    assert ordertrail("doctor", cwd=folder).code == 0
    assert sorted(path.name for path in folder.rglob("*")) == before


def test_doctor_says_that_a_database_is_damaged_and_exits_2(worked: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(worked, folder)
    database = folder / "ordertrail.db"
    data = bytearray(database.read_bytes())
    for page in range(4096, len(data), 4096):
        data[page : page + 64] = b"\xff" * 64
    database.write_bytes(data)
    answer = ordertrail("doctor", "--json", cwd=folder)
    assert answer.code == 2
    (failed,) = [row for row in answer.rows if row["state"] == "failed"]
    assert failed["check"] == "database"
    assert "damaged" in failed["message"]


def test_doctor_says_that_the_database_is_gone(worked: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(worked, folder)
    (folder / "ordertrail.db").unlink()
    answer = ordertrail("doctor", "--json", cwd=folder)
    assert answer.code == 2
    assert "is missing although there are archived files" in " ".join(row["message"] for row in answer.rows)


@pytest.mark.parametrize("empty", [True, False])
def test_a_database_whose_archive_has_vanished_is_one_clear_sentence(worked: Path, tmp_path: Path, empty: bool) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(worked, folder)
    subprocess.run(["chmod", "-R", "u+w", folder / "archive"], check=True)
    shutil.rmtree(folder / "archive")
    if empty:
        (folder / "archive").mkdir()
    drop(folder, "orders/PO-4500101.xml")
    answer = inside("run", cwd=folder)
    assert (answer.code, answer.out, answer.refusal) == (2, "", "ARCHIVE_MISSING")
    assert re.search(r"The archive \S+ is missing or empty, although the database knows \d+ archived files", answer.err)
    assert (folder / "inbox" / "PO-4500101.xml").exists()
    told = ordertrail("doctor", "--json", cwd=folder)
    assert told.code == 2
    (failed,) = (row for row in told.rows if row["state"] == "failed")
    assert failed["check"] == "folders"
    assert "is missing or empty although the database knows" in failed["message"]
    assert ordertrail("orders", "--json", cwd=folder).code == 0, "what was derived can still be asked"


def test_doctor_names_how_many_documents_a_file_may_hold(folder: Path) -> None:
    assert "50,000 documents" in ordertrail("doctor", cwd=folder).out.replace("\n", " ")


def test_a_file_of_more_documents_than_allowed_is_rejected_and_the_others_are_in(folder: Path) -> None:
    drop(folder, "orders/PO-4500101.xml")
    table = "PO number,Line,Item,Ordered qty\n" + "".join(f"P{number},1,A,1\n" for number in range(6))
    (folder / "inbox" / "orders").mkdir()
    (folder / "inbox" / "orders" / "many.csv").write_text(table, encoding="utf-8")
    answer = ordertrail("run", "--json", cwd=folder, environ={"ORDERTRAIL_LIMITS__FILE_DOCUMENTS": "5"})
    assert answer.code == 3
    assert answer.row["files"] == {"accepted": 1, "duplicate": 0, "rejected": 1, "waiting": 0}
    (rejected,) = ordertrail("files", "--state", "rejected", "--json", cwd=folder).rows
    assert (rejected["code"], "limits.file_documents" in rejected["message"]) == ("TOO_MANY_DOCUMENTS", False)
    raised = ordertrail("retry", rejected["id"], "--json", cwd=folder)
    assert raised.row["files"]["accepted"] == 1


def test_fault_F23_doctor_says_that_the_disk_is_too_full(folder: Path) -> None:
    answer = ordertrail("doctor", cwd=folder, environ={"ORDERTRAIL_LIMITS__DISK_RESERVE_MB": "900000000"})
    assert answer.code == 2
    assert "at least 900,000,000 MB needed" in answer.out


@pytest.mark.parametrize(
    ("inbox", "said"),
    [("/proc/inbox", "cannot be written to"), ("config.toml/inbox", "there is a file where a folder")],
)
def test_doctor_says_that_a_folder_cannot_be_worked_in(folder: Path, inbox: str, said: str) -> None:
    answer = ordertrail("doctor", cwd=folder, environ={"ORDERTRAIL_FOLDERS__INBOX": inbox})
    assert answer.code == 2
    assert said in answer.out


def test_doctor_hides_a_password(folder: Path) -> None:
    url = "postgresql+psycopg://user:secret@127.0.0.1:1/none"
    answer = ordertrail("doctor", cwd=folder, environ={"ORDERTRAIL_DATABASE__URL": url})
    assert answer.code == 2
    assert "secret" not in answer.out + answer.err


# watch


@pytest.fixture
def watching(folder: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "ordertrail", "watch", "--json"],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    yield process
    process.kill()
    process.communicate()


def test_watch_prints_a_line_whenever_files_arrive_and_ends_cleanly(
    folder: Path, watching: subprocess.Popen[str]
) -> None:
    assert watching.stdout
    drop(folder, "orders/PO-4500101.xml")
    first = json.loads(watching.stdout.readline())
    assert first["files"]["accepted"] == 1
    drop(folder, "OR-88120.xml")
    second = json.loads(watching.stdout.readline())
    assert (second["files"]["accepted"], second["orders_changed"]) == (1, 1)
    watching.send_signal(signal.SIGTERM)
    out, err = watching.communicate(timeout=20)
    assert (watching.returncode, out) == (0, "")
    assert "Traceback" not in err


def test_fault_F63_a_running_watch_keeps_the_configuration_it_started_with(
    folder: Path, watching: subprocess.Popen[str]
) -> None:
    assert watching.stdout
    drop(folder, "orders/PO-4500101.xml")
    watching.stdout.readline()
    (folder / "config.toml").write_text("nonsense = 1", encoding="utf-8")
    drop(folder, "OR-88120.xml")
    assert json.loads(watching.stdout.readline())["files"]["accepted"] == 1


def test_settings_that_a_test_writes_are_those_that_it_means() -> None:
    settings = parse(QUICK, Path("/x/config.toml"), {})
    assert (settings.run.settle_seconds, settings.reports.formats) == (0.05, ("json",))
