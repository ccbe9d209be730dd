"""What people decide on the command line: judged by what stands, kept whole or not at all, derived at once."""

import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest

from orders.case import DecisionKind
from ordertrail.cli.decision_words import Kind
from tests.cli.shell import Answer, inside, ordertrail


@pytest.fixture
def here(worked: Path, tmp_path: Path) -> Path:
    """A folder in which decisions may be made."""
    return Path(shutil.copytree(worked, tmp_path / "here"))


def decide(here: Path, *arguments: object) -> Any:
    """The decision that a form of `decide` prints."""
    answer = inside("decide", *arguments, "--json", cwd=here)
    assert answer.code == 0, answer.err
    return answer.row


def refused(here: Path, *arguments: object) -> Answer:
    """A form of `decide` that is refused; nothing is kept of it."""
    before = inside("decide", "list", "--revoked", "--json", cwd=here).out
    answer = inside("decide", *arguments, cwd=here)
    assert (answer.code, answer.out) == (2, "")
    assert inside("decide", "list", "--revoked", "--json", cwd=here).out == before
    return answer


def order(here: Path, number: str) -> Any:
    return inside("show", number, "--json", cwd=here).row


def state(here: Path, number: str, code: str) -> set[str]:
    return {one["state"] for one in order(here, number)["deviations"] if one["code"] == code}


def test_an_accepted_quantity_and_date_are_the_target(here: Path) -> None:
    decide(here, "accept", "4500108", "quantity_changed", "--line", "10", "--why", "agreed by phone")
    made = decide(here, "accept", "4500108", "date_changed")
    assert made["changes"][0] == {
        "order": "4500108", "line": None, "before": "partially_confirmed", "after": "confirmed"
    }  # fmt: skip
    line = order(here, "4500108")["lines"][0]
    assert (line["ordered"], line["target"], line["closed_short"], line["status"]) == ("80", "60", "20", "confirmed")


def test_a_decision_says_who_when_why_and_about_what(here: Path) -> None:
    made = decide(here, "reject", "4500102", "price_over", "--by", "anna", "--why", "not agreed")
    assert made["at"].endswith("Z")
    assert made | {"at": None, "changes": None, "learned": None} == {
        "id": 1, "kind": "reject", "order": "4500102", "line": "10", "code": "price_over",
        "document": "invoice RE-70258", "document_line": "1",
        "quantity": None, "amount": None, "status": None, "track": None, "by": "anna", "at": None,
        "why": "not agreed", "file": None, "revoked": None, "changes": None, "learned": None,
    }  # fmt: skip
    assert state(here, "4500102", "price_over") == {"rejected"}


def test_without_a_name_the_user_of_the_computer_decides(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "bente")
    assert decide(here, "close", "4500104", "10")["by"] == "bente"


def test_a_verdict_reaches_every_open_deviation_of_the_code_and_is_a_decision_each(here: Path) -> None:
    answer = inside("decide", "accept", "4500109", "line_rejected", "--json", cwd=here)
    open_ones = [one for one in order(here, "4500109")["deviations"] if one["code"] == "line_rejected"]
    assert [row["line"] for row in answer.rows] == [one["line"] for one in open_ones]
    assert state(here, "4500109", "line_rejected") == {"accepted"}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("accept", "4500108", "price_over"), "NOTHING_TO_DECIDE", "quantity_changed --line 10"),
        (("accept", "4500108", "quantity_changed", "--line", "20"), "NOTHING_TO_DECIDE", "quantity_changed"),
        (("accept", "4500108", "date_changed", "--document", "order 4500108"), "NOTHING_TO_DECIDE", "nothing is open"),
        (("accept", "-", "order_not_found"), "DOCUMENT_NOT_NAMED", "--document"),
        (("accept", "4500999", "price_over"), "ORDER_UNKNOWN", "similar"),
        (("close", "4500108", "11"), "LINE_UNKNOWN", "10, 20"),
        (("assign", "invoice RE-70258", "9", "4500102", "10"), "DOCUMENT_LINE_UNKNOWN", "it has: 1"),
        (("assign", "RE-70258", "1", "4500102", "10"), "DOCUMENT_NOT_NAMED", "despatch_advice"),
        (("assign", "receipt_advice RE-70258", "1", "4500102", "10"), "DOCUMENT_UNKNOWN", "invoice RE-70258"),
        (("assign", "order 4500102", "10", "4500103", "10"), "NOT_ASSIGNABLE", "only lines of responses"),
        (("assign", "invoice RE-70258", "1", "4500102", "10", "--quantity", "9999"), "QUANTITY_TOO_LARGE", "has only"),
        (("assign", "invoice RE-70258", "1", "4500102", "10", "--quantity", "0"), "QUANTITY_NOT_USABLE", "0"),
        (("assign", "invoice RE-70258", "1", "4500102", "10", "--quantity", "1,5"), "QUANTITY_NOT_USABLE", "1,5"),
        (("replacement", "invoice RE-70258"), "NOTHING_TO_REPLACE", "only document"),
        (("count", "invoice RE-70258"), "COUNTS_ALREADY", "counts already"),
        (("revoke", "7"), "DECISION_UNKNOWN", "7"),
        (("revoke",), "WHAT_TO_REVOKE", "--what"),
        (("revoke", "7", "--order", "4500108", "--what", "close"), "WHAT_TO_REVOKE", "--what"),
        (("revoke", "--order", "4500108", "--what", "close"), "DECISION_UNKNOWN", "close"),
    ],
)  # fmt: skip
def test_what_cannot_be_decided_is_refused_with_what_there_is(
    here: Path, arguments: tuple[str, ...], code: str, said: str
) -> None:
    answer = refused(here, *arguments)
    assert (answer.refusal, said in answer.err) == (code, True), answer.err


def test_a_line_of_text_cannot_be_closed(tmp_path: Path) -> None:
    inside("init", ".", "--language", "en", cwd=tmp_path)
    rows = "order_number,supplier,line,name,quantity,unit,unit_price\nT1,ACME,1,Bolt,5,C62,1\nT1,ACME,2,Thank you,,,\n"
    (tmp_path / "inbox" / "orders").mkdir()
    table = "document_type,document_number,supplier,line,name,quantity,unit,unit_price\n"
    rows = "order,T1,ACME,1,Bolt,5,C62,1\norder,T1,ACME,2,Thank you,,,\n"
    (tmp_path / "inbox" / "t1.csv").write_text(table + rows, encoding="utf-8")
    assert ordertrail("run", cwd=tmp_path).code == 0
    assert refused(tmp_path, "close", "T1", "2").refusal == "LINE_NOT_TRACKED"


def test_a_decision_made_twice_is_refused_the_second_time(here: Path) -> None:
    decide(here, "accept", "4500102", "price_over")
    assert refused(here, "accept", "4500102", "price_over").refusal == "NOTHING_TO_DECIDE"


def test_a_document_line_is_split_over_order_lines_and_never_beyond_itself(here: Path) -> None:
    line = next(one for one in order(here, "4500102")["lines"] if one["line"] == "10")
    billed = int(line["invoiced"])
    decide(here, "assign", "invoice RE-70258", "1", "4500102", "10", "--quantity", str(billed - 1))
    assert refused(here, "assign", "invoice RE-70258", "1", "4500108", "10", "--quantity", "2").refusal
    decide(here, "assign", "invoice RE-70258", "1", "4500102", "10", "--quantity", str(billed - 2))
    rest = [one for one in inside("exceptions", "--json", cwd=here).rows if one["code"] == "line_unmatched"]
    assert [one["document"] for one in rest if one["document"] == "invoice RE-70258"] == ["invoice RE-70258"]
    allocated = [one for one in order(here, "4500102")["lines"][0]["allocations"] if one["rule"] == "decision"]
    assert [one["quantity"] for one in allocated] == [str(billed - 2)]


def test_what_belongs_to_no_order_is_judged_at_its_document(here: Path) -> None:
    decide(here, "accept", "-", "order_not_found", "--document", "Rechnung re-70311", "--why", "not ours")
    assert [one for one in inside("exceptions", "--json", cwd=here).rows if one["code"] == "order_not_found"] == []


def test_of_two_documents_of_one_number_the_newest_is_meant_and_its_id_names_either(here: Path) -> None:
    documents = order(here, "4500101")["documents"]
    counted = {one["file"] for one in documents if one["number"] == "RE-70211" and one["state"] == "counted"}
    (conflict,) = {one["file"] for one in documents if one.get("reason") == "conflicting"}
    decide(here, "replacement", "invoice RE-70211")
    documents = order(here, "4500101")["documents"]
    assert {one["file"] for one in documents if one["state"] == "counted" and one["type"] == "invoice"} == {conflict}
    assert state(here, "4500101", "conflicting_document") == set()
    hashes = {one["name"]: one["sha256"] for one in inside("files", "--json", cwd=here).rows}
    decide(here, "replacement", f"{hashes[counted.pop()]}/0")
    documents = order(here, "4500101")["documents"]
    assert {one["file"] for one in documents if one["state"] == "counted" and one["type"] == "invoice"} != {conflict}


def test_a_revoked_decision_leaves_everything_as_if_it_had_never_been(here: Path) -> None:
    before = order(here, "4500104")
    made = decide(here, "close", "4500104", "10", "--why", "no more will come")
    assert order(here, "4500104")["status"] == "received"
    back = decide(here, "revoke", made["id"], "--why", "it came after all", "--by", "bo")
    assert (back["revoked"]["by"], back["revoked"]["why"]) == ("bo", "it came after all")
    assert order(here, "4500104") == before
    assert refused(here, "revoke", made["id"]).refusal == "DECISION_UNKNOWN"


def test_all_of_a_kind_on_an_order_are_revoked_together_or_those_of_a_line(here: Path) -> None:
    for line in ("10", "20"):
        decide(here, "close", "4500108", line)
    decide(here, "status", "4500108", "invoiced")
    assert [
        row["line"] for row in decide_all(here, "revoke", "--order", "4500108", "--what", "close", "--line", "20")
    ] == ["20"]
    decide(here, "close", "4500108", "20")
    assert {row["line"] for row in decide_all(here, "revoke", "--order", "4500108", "--what", "close")} == {"10", "20"}
    assert order(here, "4500108")["status"] == "invoiced"


def decide_all(here: Path, *arguments: object) -> list[Any]:
    answer = inside("decide", *arguments, "--json", cwd=here)
    assert answer.code == 0, answer.err
    return answer.rows


def test_case_S12_a_status_set_on_the_command_line_stays_at_order_and_line_until_it_is_revoked(here: Path) -> None:
    decide(here, "status", "4500111", "invoiced", "--why", "billed outside")
    decide(here, "status", "4500111", "received", "--line", "10")
    assert inside("rebuild", cwd=here).code == 0
    found = order(here, "4500111")
    assert (found["status"], found["lines"][0]["status"]) == ("invoiced", "received")
    assert "set by hand" in inside("show", "4500111", cwd=here).out
    decide_all(here, "revoke", "--order", "4500111", "--what", "status")
    assert order(here, "4500111")["status"] == "pending"


def test_invoicing_is_closed_by_itself(here: Path) -> None:
    assert decide(here, "close", "4500113", "10", "--track", "invoicing")["track"] == "invoicing"
    assert order(here, "4500113")["lines"][0]["open_to_invoice"] == "0"
    decide(here, "reopen", "4500113", "10", "--track", "invoicing")
    assert order(here, "4500113")["lines"][0]["open_to_invoice"] != "0"


def test_decisions_are_in_the_trail_in_the_explanation_and_in_the_list(here: Path) -> None:
    made = decide(here, "close", "4500104", "10", "--why", "plant closed", "--by", "anna")
    for command in (("show", "4500104"), ("explain", "4500104"), ("explain", "4500104", "10"), ("decide", "list")):
        out = inside(*command, cwd=here).out
        assert all(said in " ".join(out.split()) for said in ("closed short", "plant closed", "anna")), out
    assert [row["id"] for row in decide_all(here, "list", "--order", "4500104")] == [made["id"]]
    assert decide_all(here, "list", "--order", "4500103") == []
    decide(here, "revoke", made["id"])
    assert decide_all(here, "list") == []
    assert [row["id"] for row in decide_all(here, "list", "--revoked")] == [made["id"]]
    assert "revoked" in inside("show", "4500104", cwd=here).out


def test_a_reason_is_a_sentence_wherever_it_stands(here: Path) -> None:
    made = decide(here, "close", "4500104", "10", "--why", "plant closed", "--by", "anna")
    decide(here, "revoke", made["id"], "--why", "it opens again", "--by", "anna")
    said = [
        " ".join(inside(*one, cwd=here).out.split()) for one in (("show", "4500104"), ("decide", "list", "--revoked"))
    ]
    assert all("revoked. it opens again." in one for one in said), said
    assert all("closed short. plant closed." in one for one in said), said
    charge = decide(here, "charge", "invoice RE-70258", "1", "--why", "freight", "--by", "anna", "--no-teach")
    told = [row["sentence"] for row in inside("explain", charge["changes"][0]["order"], "--json", cwd=here).rows]
    assert any("Line 1 is a charge: decided by anna. freight." in one for one in told), told


def test_the_trail_as_of_a_day_knows_nothing_of_later_decisions(here: Path) -> None:
    decide(here, "close", "4500104", "10", "--why", "plant closed")
    assert "plant closed" not in inside("show", "4500104", "--as-of", "2026-11-12", cwd=here).out


def test_every_exception_says_what_can_be_decided_and_the_command_does_it(here: Path) -> None:
    """The commands are taken as they are printed, through a shell's own splitting."""
    out = ordertrail("exceptions", cwd=here, environ={"COLUMNS": "400"}).out
    said = [line.partition("ordertrail decide ") for line in out.splitlines() if "ordertrail decide " in line]
    before = {told(row) for row in inside("exceptions", "--json", cwd=here).rows}
    assert len(said) == len(inside("exceptions", "--json", cwd=here).rows)
    for names, _, rest in said:
        assert "Accept, Reject" in names
        arguments = shlex.split(rest.partition("  ")[0].replace("ORDER LINE", "4500102 10"))
        answer = inside("decide", *arguments, cwd=here)
        settled = answer.refusal == "NOTHING_TO_DECIDE"  # by a decision before: an accepted date is not late any more
        assert answer.code == 0 or settled, (arguments, answer.err)
    left = inside("exceptions", "--json", cwd=here).rows  # a document that counts now may bring others
    assert {told(row) for row in left} & before == set()


def told(row: Any) -> tuple[str, ...]:
    return tuple(str(row[name]) for name in ("order", "code", "line", "document"))


def test_the_kinds_on_the_command_line_are_those_of_decisions() -> None:
    assert [kind.value for kind in Kind] == [kind.value for kind in DecisionKind]


def test_decisions_and_their_revocation_are_what_a_rebuild_makes(here: Path) -> None:
    decide(here, "accept", "4500102", "price_over")
    decide(here, "close", "4500104", "10")
    decide(here, "revoke", "2")
    decide(here, "assign", "invoice RE-70258", "1", "4500108", "10")
    assert ordertrail("rebuild", "--check", cwd=here).code == 0
