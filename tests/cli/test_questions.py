"""What people ask: orders, one order, why, what to look at, what came in. Over real files, in a real folder."""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ordertrail.store.facts import ArrivalState
from tests.cli.shell import inside, ordertrail

STATUSES = {
    "4500101": "invoiced",
    "4500102": "partially_invoiced",
    "4500103": "received",
    "4500104": "partially_received",
    "4500105": "shipped",
    "4500106": "partially_shipped",
    "4500107": "confirmed",
    "4500108": "partially_confirmed",
    "4500109": "rejected",
    "4500110": "cancelled",
    "4500111": "pending",
    "4500112": "partially_invoiced",
    "4500113": "partially_invoiced",
}


def asked(worked: Path, *arguments: str) -> list[dict]:
    """The objects that a command prints."""
    answer = inside(*arguments, "--json", cwd=worked)
    assert (answer.code, answer.err) == (0, "")
    return answer.rows


def test_the_list_has_every_order_once_with_its_status(worked: Path) -> None:
    rows = asked(worked, "orders")
    assert {row["order"]: row["status"] for row in rows} == STATUSES
    assert [row["order"] for row in rows] == sorted(STATUSES, key=int)
    assert all("lines" not in row and row["documents"] and row["label"] for row in rows)


@pytest.mark.parametrize("status", sorted(set(STATUSES.values())))
def test_the_list_can_be_of_one_status(worked: Path, status: str) -> None:
    rows = asked(worked, "orders", "--status", status)
    assert {row["order"] for row in rows} == {order for order, known in STATUSES.items() if known == status}


@pytest.mark.parametrize("name", ["duval", "Duval Fournitures", "DUVAL FOURNITURES SAS", "brück", "nobody"])
def test_the_list_can_be_of_one_supplier_by_part_of_its_name(worked: Path, name: str) -> None:
    orders = {row["order"] for row in asked(worked, "orders", "--supplier", name)}
    duval = {"4500105", "4500106", "4500110"}
    expected = {"nobody": set(), "brück": {"4500103", "4500104", "4500111", "4500113"}}
    assert orders == expected.get(name, duval)


def test_an_explanation_as_of_a_day_knows_nothing_of_later_days(worked: Path) -> None:
    then = asked(worked, "explain", "4500104", "--as-of", "2026-10-05")
    now = asked(worked, "explain", "4500104")
    assert {one["document"] for one in then} < {one["document"] for one in now}
    assert [one["who"] for one in then if one["kind"] == "action"] == ["buyer"]


def test_exceptions_as_of_a_day_are_those_of_that_day(worked: Path) -> None:
    assert asked(worked, "exceptions", "--as-of", "2026-09-01") == []
    later = {(one["order"], one["code"]) for one in asked(worked, "exceptions", "--as-of", "2026-10-20")}
    assert later
    assert {one["code"] for one in asked(worked, "exceptions", "--as-of", "2026-10-20", "--code", "price_over")} <= {
        "price_over"
    }
    assert ("4500109", "line_rejected") not in {
        (one["order"], one["code"]) for one in asked(worked, "exceptions", "--as-of", "2026-10-19")
    }


def test_the_list_as_of_a_day_knows_nothing_of_later_days(worked: Path) -> None:
    then = {row["order"]: row["status"] for row in asked(worked, "orders", "--as-of", "2026-10-05")}
    assert then["4500101"] == "received"
    assert then["4500102"] == "confirmed"
    assert "4500107" not in then
    assert asked(worked, "orders", "--as-of", "2026-01-01") == []


@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo", "America/New_York"])
def test_the_first_and_the_last_day_of_the_calendar_are_days_by_every_clock(
    worked: Path, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        first = asked(worked, "orders", "--as-of", "0001-01-01")
        last = asked(worked, "orders", "--as-of", "9999-12-31")
    finally:
        monkeypatch.undo()
        time.tzset()
    assert (first, {row["order"] for row in last}) == ([], set(STATUSES))


def test_an_order_shows_its_lines_documents_and_deviations(worked: Path) -> None:
    (order,) = asked(worked, "show", "4500102")
    assert order["status"] == "partially_invoiced"
    first, second = order["lines"]
    assert (first["ordered"], first["shipped"], first["invoiced"], first["open_to_invoice"]) == (
        "400",
        "250",
        "250",
        "150",
    )
    assert second["status"] == "invoiced"
    assert {one["document"] for one in first["allocations"]} == {
        "order_response AB-88143",
        "despatch_advice LS-51044",
        "receipt_advice WE-3007",
        "invoice RE-70258",
    }
    files = {one["number"]: one["file"] for one in order["documents"]}
    assert files["RE-70258"] == "INV-70258.xml"
    assert files["WE-3007"] == "receipt_advices/goods-receipts.csv"
    (price,) = [one for one in order["deviations"] if one["code"] == "price_over"]
    assert (price["line"], price["document"], price["amount"], price["state"]) == (
        "10",
        "invoice RE-70258",
        "350.00",
        "open",
    )


def test_a_document_that_does_not_count_says_why(worked: Path) -> None:
    (order,) = asked(worked, "show", "4500101")
    states = {one["file"]: one for one in order["documents"]}
    assert states["INV-70211.xml"]["state"] == "counted"
    assert states["INV-70211-corrected.xml"]["state"] == "not_counted"
    assert states["INV-70211-corrected.xml"]["reason"] == "conflicting"


def test_an_amended_order_shows_its_revisions(worked: Path) -> None:
    (order,) = asked(worked, "show", "4500112")
    assert order["revision"] == 2
    assert [one["revision"] for one in order["revisions"]] == [1, 2]
    assert order["revisions"][0]["status"] == "cancelled"
    assert order["lines"][0]["ordered"] == "16"


@pytest.mark.parametrize(
    "text", ["4500101", " 4500101 ", "04500101", "4500-101", "4500101@nordwerk", "4500101@Nordwerk Maschinenbau GmbH"]
)
def test_an_order_is_known_however_its_number_is_written(worked: Path, text: str) -> None:
    assert asked(worked, "show", text)[0]["order"] == "4500101"


@pytest.mark.parametrize("command", ["show", "explain"])
def test_an_unknown_order_names_similar_ones_and_exits_2(worked: Path, command: str) -> None:
    answer = inside(command, "4599101", cwd=worked)
    assert (answer.code, answer.out) == (2, "")
    assert "There is no order 4599101 here" in answer.err
    assert "4500101" in answer.err


def test_an_order_of_a_later_day_is_not_there_yet(worked: Path) -> None:
    answer = inside("show", "4500111", "--as-of", "2026-10-01", cwd=worked)
    assert answer.code == 2
    assert "no order 4500111 on Oct 1, 2026 yet" in answer.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["show", "1"], "ORDER_UNKNOWN"),
        (["show", "4500111", "--as-of", "2026-10-01"], "ORDER_UNKNOWN"),
        (["explain", "4500102", "30"], "LINE_UNKNOWN"),
    ],
)
def test_what_is_refused_has_a_code(worked: Path, arguments: list[str], code: str) -> None:
    answer = inside(*arguments, cwd=worked)
    assert (answer.code, answer.refusal) == (2, code)


def test_an_explanation_has_a_source_for_every_allocation(worked: Path) -> None:
    sentences = asked(worked, "explain", "4500102")
    allocations = [one for one in sentences if one["kind"] == "allocation"]
    assert len(allocations) == 8
    for one in allocations:
        assert one["document"]
        assert one["file"]
        assert one["rule"] == "line_reference"
        assert one["document"].partition(" ")[2] in one["sentence"]
    kinds = [one["kind"] for one in sentences]
    assert kinds[0] == "status"
    assert {"track", "line", "deviation", "missing", "action"} <= set(kinds)
    (missing,) = [one["sentence"] for one in sentences if one["kind"] == "missing"]
    assert "150" in missing


def test_a_line_can_be_explained_alone_and_an_unknown_one_is_said_so(worked: Path) -> None:
    assert {one["line"] for one in asked(worked, "explain", "4500102", "20")} == {"20"}
    answer = inside("explain", "4500102", "30", cwd=worked)
    assert answer.code == 2
    assert "has no line 30; it has: 10, 20" in answer.err


def test_exceptions_are_open_deviations_and_unmatched_documents(worked: Path) -> None:
    rows = asked(worked, "exceptions")
    assert {"code", "severity", "line", "document", "message", "amount", "state", "order"} == set(rows[0])
    (unknown,) = [row for row in rows if row["code"] == "order_not_found"]
    assert (unknown["order"], unknown["document"], unknown["amount"]) == (None, "invoice RE-70311", "444.00")
    assert "4599999" in unknown["message"]
    assert ("4500101", "conflicting_document") in {(row["order"], row["code"]) for row in rows}
    assert all(row["state"] == "open" for row in rows)


def test_exceptions_can_be_of_one_code(worked: Path) -> None:
    rows = asked(worked, "exceptions", "--code", "price_over")
    assert [(row["order"], row["line"]) for row in rows] == [("4500102", "10")]
    assert asked(worked, "exceptions", "--code", "bank_account_changed") == []


def test_files_say_what_became_of_each(worked: Path) -> None:
    rows = asked(worked, "files")
    assert list(rows[0]) == ["id", "name", "sha256", "size", "state", "code", "message", "received_at", "documents"]
    states = {row["name"]: row["state"] for row in rows}
    assert len(states) == 37
    assert states["DN-51090.xml"] == "rejected"
    assert sorted(states.values()).count("accepted") == 35
    (response,) = [row for row in rows if row["name"] == "brueckner/Auftragsbestaetigungen.csv"]
    assert response["documents"] == ["order_response BE-5531", "order_response BE-5532", "order_response BE-5540"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", response["received_at"])


@pytest.mark.parametrize("state", [state.value for state in ArrivalState])
def test_files_can_be_of_one_state(worked: Path, state: str) -> None:
    rows = asked(worked, "files", "--state", state)
    assert {row["state"] for row in rows} <= {state}
    assert len(rows) == {"accepted": 35, "duplicate": 1, "rejected": 1, "waiting": 0}[state]


def test_a_rejected_file_says_why_and_how_to_try_it_again(worked: Path) -> None:
    (row,) = asked(worked, "files", "--state", "rejected")
    assert row["code"] == "XML_NOT_WELL_FORMED"
    out = inside("files", "--state", "rejected", cwd=worked).out
    assert row["id"] in out


# on a terminal and elsewhere


@pytest.mark.parametrize(
    "command", ["orders", "show 4500102", "explain 4500102", "exceptions", "files", "doctor", "inspect config.toml"]
)
def test_no_colours_go_into_a_file(worked: Path, command: str) -> None:
    assert "\x1b" not in ordertrail(*command.split(), cwd=worked).out


@pytest.mark.parametrize(("environ", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_no_color_is_respected_where_colours_are_forced(worked: Path, environ: dict[str, str], coloured: bool) -> None:
    out = ordertrail("orders", cwd=worked, environ={"FORCE_COLOR": "1", "TERM": "xterm-256color", **environ}).out
    assert bool(re.search(r"\x1b\[[0-9;]*3[0-9]m", out)) is coloured


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_list_fits_the_terminal(worked: Path, width: int) -> None:
    out = ordertrail("orders", cwd=worked, environ={"COLUMNS": str(width)}).out
    assert max(map(len, out.splitlines())) <= width
    for order in STATUSES:
        assert order in out


@pytest.mark.parametrize("command", ["orders --json", "orders", "files --json", "explain 4500102"])
def test_a_reader_that_goes_away_is_no_fault(worked: Path, command: str) -> None:
    shell = f"{sys.executable} -m ordertrail {command} | head -c 10 >/dev/null; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", shell], cwd=worked, capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == ("0", "")


def test_a_full_disk_behind_stdout_is_no_traceback(worked: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ordertrail", "orders", "--json"],
            cwd=worked, stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=os.environ,
        )  # fmt: skip
    assert (done.returncode, done.stderr.strip()) == (2, "The answer cannot be written: No space left on device.")


def test_machine_output_is_the_same_bytes_each_time(worked: Path) -> None:
    once, again = (ordertrail("orders", "--json", cwd=worked).out for _ in range(2))
    assert once == again
    assert [json.loads(line) for line in once.splitlines()]
