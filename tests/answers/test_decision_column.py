"""Decisions that are written into the exceptions sheet and dropped into the inbox: with who, when and from which file;
each taken over or refused with the reason, once, and understood however the workbook was rearranged."""

import re
from pathlib import Path
from typing import Any

import pytest

from orders.wording import LANGUAGES, Language, label
from tests.answers.sheets import Filled, needs_libreoffice, rearranged, refusals, report, rows, through_libreoffice
from tests.cli.shell import Answer, inside, ordertrail


def run(here: Path) -> Answer:
    answer = inside("run", "--json", cwd=here)
    assert answer.code in (0, 3), answer.err
    return answer


def decisions(here: Path, *options: str) -> list[Any]:
    return inside("decide", "list", *options, "--json", cwd=here).rows


def order(here: Path, number: str) -> Any:
    return inside("show", number, "--json", cwd=here).row


def filed(here: Path, name: str) -> Any:
    (row,) = (row for row in inside("files", "--json", cwd=here).rows if row["name"].endswith(name))
    return row


def decided_date(here: Path, name: str = "inbox/decided.xlsx", by: str | None = "Anna Berg") -> Filled:
    """The report with one decision in it, in the inbox."""
    filled = Filled(report(here))
    filled.write(filled.find(Order="4500108", Exception="Date changed"), "Accept", "agreed by phone")
    filled.save(here / name, by)
    return filled


def test_decisions_in_the_report_are_taken_over_with_who_when_why_and_from_which_file(here: Path) -> None:
    filled = Filled(report(here))
    filled.write(filled.find(Order="4500108", Exception="Date changed"), "Accept", "agreed by phone")
    filled.write(filled.find(Order="4500102", Exception="Price too high"), "Reject", "credit note asked for")
    filled.write(filled.find(Order="4500104", Exception="Late receipt"), "Close the line short")
    filled.write(filled.find(Order="4500113", Exception="Received, not invoiced"), "Close the line's invoicing")
    filled.write(filled.find(Exception="Conflicting document"), "Replaces the other document")
    filled.save(here / "inbox" / "from anna.xlsx")
    done = run(here).row
    assert (done["files"]["accepted"], done["documents"]) == (1, 0)
    made = {(one["kind"], one["order"], one["code"], one["track"]): one for one in decisions(here)}
    assert set(made) == {
        ("accept", "4500108", "date_changed", None),
        ("reject", "4500102", "price_over", None),
        ("close", "4500104", None, "delivery"),
        ("close", "4500113", None, "invoicing"),
        ("replacement", None, None, None),
    }
    assert {(one["by"], one["file"]) for one in made.values()} == {("Anna Berg", "from anna.xlsx")}
    assert made["reject", "4500102", "price_over", None]["why"] == "credit note asked for"
    assert filed(here, "from anna.xlsx")["received_at"] == made["close", "4500104", None, "delivery"]["at"]
    assert order(here, "4500104")["status"] == "received"
    assert ordertrail("rebuild", "--check", cwd=here).code == 0


def test_the_file_says_what_became_of_its_decisions(here: Path) -> None:
    decided_date(here)
    run(here)
    row = filed(here, "decided.xlsx")
    assert (row["state"], row["documents"], row["message"]) == (
        "accepted", [], "Report with decisions: 1 taken over, 0 refused.",
    )  # fmt: skip


def test_a_workbook_that_does_not_say_who_saved_it_is_itself_who_decided(here: Path) -> None:
    decided_date(here, by=None)
    run(here)
    assert [one["by"] for one in decisions(here)] == ["workbook"]


def test_a_report_in_which_nobody_decided_anything_is_known_and_changes_nothing(here: Path) -> None:
    (here / "inbox" / "untouched.xlsx").write_bytes(report(here).read_bytes())
    run(here)
    assert filed(here, "untouched.xlsx")["state"] == "accepted"
    assert decisions(here) == []


def test_the_same_workbook_twice_is_applied_once(here: Path) -> None:
    decided_date(here)
    data = (here / "inbox" / "decided.xlsx").read_bytes()
    run(here)
    (here / "inbox" / "again.xlsx").write_bytes(data)
    assert run(here).row["files"]["duplicate"] == 1
    assert len(decisions(here, "--revoked")) == 1
    assert run(here).row["orders_changed"] == 0


def test_what_was_decided_before_and_is_not_open_any_more_is_refused(here: Path) -> None:
    decided_date(here)
    decided_date(here, "inbox/later.xlsx", by="Bo")
    run(here)
    assert len(decisions(here)) == 1
    told = {filed(here, name)["message"] for name in ("decided.xlsx", "later.xlsx")}
    assert any("1 refused" in text and "not open any more" in text for text in told), told
    assert refusals(here) == ["ANSWER_OVERTAKEN"]


def test_a_decision_on_what_has_changed_since_is_refused_and_comes_back_marked_with_why(here: Path) -> None:
    filled = Filled(report(here))
    about = {"Order": "4500108", "Exception": "Quantity changed"}
    filled.write(filled.find(**about), "Accept", "fine")
    filled.save(here / "inbox" / "late.xlsx")
    text = archived(here, "OA-1024", "Eastfield Bearings").replace("OA-1024", "OA-1025")
    newer = text.replace(">60<", ">50<").replace("2026-10-16", "2026-10-20")
    (here / "inbox" / "response_1025.xml").write_text(newer, encoding="utf-8")
    run(here)
    assert decisions(here) == []
    again = Filled(report(here))
    open_ones = [
        row for row in rows(again.sheet) if row["Order"] == "4500108" and row["Exception"] == "Quantity changed"
    ]
    assert len(open_ones) == 1
    assert "“Accept” of Anna Berg was refused" in open_ones[0]["About the decision"]
    assert "changed since the report" in open_ones[0]["About the decision"]
    assert "changed since the report" in filed(here, "late.xlsx")["message"]
    refused = [row for row in rows_of(again, "Decisions") if row["Stands"] == "refused"]
    assert [(row["By"], row["Why"]) for row in refused] == [("Anna Berg", "fine")]


def test_a_verdict_that_what_came_later_overtakes_is_marked_where_it_was_given(here: Path) -> None:
    assert inside("decide", "accept", "4500102", "price_over", "--by", "anna", cwd=here).code == 0
    assert inside("decide", "assign", "invoice RE-70258", "1", "4500102", "10", "--quantity", "100", cwd=here).code == 0
    assert run(here).code in (0, 3)
    said = [row["About the decision"] or "" for row in rows(Filled(report(here)).sheet) if row["Order"] == "4500102"]
    assert any("anna" in one and "does not hold any more" in one for one in said), said


def archived(here: Path, *words: str) -> str:
    """The text of the archived file that has these words in it."""
    files = [path for path in (here / "archive").rglob("*.xml") if path.is_file()]
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in files]
    (found,) = (text for text in texts if all(word in text for word in words))
    return found


def rows_of(filled: Filled, name: str) -> list[dict[str, Any]]:
    heading, *body = filled.book[name].iter_rows(values_only=True)
    return [dict(zip(heading, row, strict=True)) for row in body]


@pytest.mark.parametrize(
    ("decision", "to", "quantity", "code", "reason"),
    [
        ("Assign to …", "4500102 / 11", "", "LINE_UNKNOWN", "has no line 11"),
        ("Assign to …", "4500102", "", "ORDER_LINE_NOT_NAMED", "names no order line"),
        ("", "4599998 / 10", "", "ORDER_UNKNOWN", "no order 4599998"),
        ("", "4500102 / 10", "9999", "QUANTITY_TOO_LARGE", "has only"),
        ("", "4500102 / 10", "a few", "QUANTITY_NOT_USABLE", "no quantity"),
        ("Proposal 1", "", "", "CHOICE_NOT_POSSIBLE", "cannot be decided here"),
        ("Close the line short", "", "", "CHOICE_NOT_POSSIBLE", "cannot be decided here"),
        ("Perhaps", "", "", "CHOICE_UNKNOWN", "no decision of the list"),
    ],
)
def test_a_row_that_cannot_be_decided_so_is_refused_with_the_reason_and_the_others_are_taken_over(
    here: Path, decision: str, to: str, quantity: str, code: str, reason: str
) -> None:
    filled = decided_date(here)
    row = stray(filled)
    filled.write(row, decision, "?", to, quantity)
    filled.save(here / "inbox" / "decided.xlsx")
    run(here)
    assert [one["code"] for one in decisions(here)] == ["date_changed"]
    message = filed(here, "decided.xlsx")["message"]
    assert "1 taken over, 1 refused" in message
    assert reason in message
    assert f"Row {row}:" in message
    assert refusals(here) == [code]
    marked = [one["About the decision"] for one in rows(Filled(report(here)).sheet) if one["Order"] == "4599999"]
    assert all(reason in text and "Anna Berg" in text for text in marked)


def stray(filled: Filled) -> int:
    """The row of the invoice's line that names an order nobody knows."""
    return filled.find(Order="4599999")


@pytest.mark.parametrize("to", ["4500102 / 10", "4500102/10", "4500102 10", " 4500102 /10 "])
def test_a_line_that_belongs_nowhere_is_assigned_where_a_person_writes(here: Path, to: str) -> None:
    filled = Filled(report(here))
    filled.write(stray(filled), to=to, quantity="2,5", why="they mistyped it")
    filled.save(here / "inbox" / "decided.xlsx")
    run(here)
    (made,) = decisions(here)
    assert (made["kind"], made["order"], made["line"], made["quantity"]) == ("assign", "4500102", "10", "2.5")


def test_a_copied_row_splits_a_line_over_several_order_lines_and_decides_nothing_twice(here: Path) -> None:
    filled = Filled(report(here))
    row, last = stray(filled), filled.sheet.max_row
    for number, (to, quantity) in enumerate((("4500102 / 10", 1), ("4500108 / 20", 2.0), ("4500102 / 10", 3)), 1):
        for cell in filled.sheet[row]:
            filled.sheet.cell(last + number, cell.column).value = cell.value
        filled.write(last + number, to=to, quantity=quantity)
    filled.save(here / "inbox" / "decided.xlsx")
    run(here)
    made = {(one["order"], one["line"]): one["quantity"] for one in decisions(here)}
    assert made == {("4500102", "10"): "1", ("4500108", "20"): "2"}
    assert "Another row" in filed(here, "decided.xlsx")["message"]
    assert refusals(here) == ["ANSWERED_TWICE"]


def test_a_row_without_its_key_is_refused(here: Path) -> None:
    filled = decided_date(here)
    row = filled.find(Order="4500102", Exception="Price too high")
    filled.write(row, "Accept")
    filled.sheet.cell(row, filled.column("ordertrail-key")).value = "4500102"
    filled.save(here / "inbox" / "decided.xlsx")
    run(here)
    assert [one["order"] for one in decisions(here)] == ["4500108"]
    assert "hidden column" in filed(here, "decided.xlsx")["message"]
    assert refusals(here) == ["ANSWER_WITHOUT_KEY"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_is_understood_in_whatever_language_it_was_written(here: Path, language: Language) -> None:
    config = here / "config.toml"
    config.write_text(re.sub(r"(?m)^language = .*$", f'language = "{language}"', config.read_text(encoding="utf-8")))
    assert inside("report", cwd=here).code == 0
    filled = Filled(report(here), label("sheet.exceptions", language))
    row = next(row["row"] for row in rows(filled.sheet) if "date_changed" in str(row["ordertrail-key"]))
    place = filled.column(label("column.decision", language))
    filled.sheet.cell(row, place).value = label("choice.accept", language)
    filled.save(here / "inbox" / "decided.xlsx")
    config.write_text(re.sub(r"(?m)^language = .*$", 'language = "fr"', config.read_text(encoding="utf-8")))
    run(here)
    assert [(one["kind"], one["code"]) for one in decisions(here)] == [("accept", "date_changed")]


def moved(filled: Filled) -> None:
    """Sorted the other way, a few rows deleted, filtered, the columns turned around, a title above, a note below."""
    keep = {
        filled.find(Order="4500108", Exception="Date changed"),
        filled.find(Order="4500102", Exception="Price too high"),
    }
    names = [filled.sheet.cell(row, filled.column("ordertrail-key")).value for row in keep]
    key = filled.column("ordertrail-key") - 1

    def some(body: list[list[Any]]) -> list[list[Any]]:
        deleted = [row for row in body if row[key] and row[key] not in names][:4]
        return [row for row in reversed(body) if row not in deleted]

    rearranged(filled.sheet, range(filled.sheet.max_column - 1, -1, -1), some)
    filled.sheet.tables.clear()
    filled.sheet.auto_filter.ref = filled.sheet.dimensions
    filled.sheet.row_dimensions[3].hidden = True
    filled.sheet.insert_rows(1, 2)
    filled.sheet.cell(1, 1).value = "To be decided by Friday"
    filled.sheet.cell(filled.sheet.max_row + 2, 2).value = "Thank you!"
    filled.sheet.title = "Anna"


def test_sorted_filtered_with_rows_deleted_and_columns_moved_it_is_still_understood(here: Path) -> None:
    filled = decided_date(here, "elsewhere.xlsx")
    filled.write(filled.find(Order="4500102", Exception="Price too high"), "Reject")
    moved(filled)
    filled.save(here / "inbox" / "rearranged.xlsx")
    run(here)
    assert {(one["kind"], one["order"]) for one in decisions(here)} == {("accept", "4500108"), ("reject", "4500102")}


@needs_libreoffice
@pytest.mark.parametrize("rearrange", [False, True])
def test_saved_by_libreoffice_it_is_still_understood(here: Path, tmp_path: Path, rearrange: bool) -> None:
    filled = decided_date(here, "elsewhere.xlsx")
    filled.write(filled.find(Order="4500102", Exception="Price too high"), "Reject", "to = 5 %?")
    filled.write(stray(filled), to="4500102 / 10", quantity="2.5")
    if rearrange:
        moved(filled)
    saved = through_libreoffice(filled.save(tmp_path / "decided.xlsx"), tmp_path)
    (here / "inbox" / "back.xlsx").write_bytes(saved.read_bytes())
    run(here)
    made = {(one["kind"], one["order"]): one for one in decisions(here)}
    assert set(made) == {("accept", "4500108"), ("reject", "4500102"), ("assign", "4500102")}
    assert made["reject", "4500102"]["why"] == "to = 5 %?"
    assert made["assign", "4500102"]["quantity"] == "2.5"


@needs_libreoffice
def test_the_report_itself_survives_libreoffice_with_its_lists_and_hidden_columns(here: Path, tmp_path: Path) -> None:
    book: Any = Filled(through_libreoffice(report(here), tmp_path)).book
    sheet = book["Exceptions"]
    (offered,) = (one for one in sheet.data_validations.dataValidation if one.type == "list")
    assert offered.formula1.startswith("INDIRECT($")
    assert book["Choices"].sheet_state == "hidden"
    named = {row["ordertrail-menu"] for row in rows(sheet)}
    assert named <= set(book.defined_names)


def test_every_row_offers_what_can_be_decided_there(here: Path) -> None:
    book: Any = Filled(report(here)).book
    for row in rows(book["Exceptions"]):
        place = book.defined_names[row["ordertrail-menu"]].attr_text
        offered = [cell.value for cells in book["Choices"][place.rpartition("!")[2]] for cell in cells]
        assert {"Accept", "Reject"} <= set(offered)
        assert ("Assign to …" in offered) is (row["Order"] == "4599999")


def test_only_the_workbook_has_columns_to_be_filled_in(here: Path) -> None:
    text = (here / "reports" / "out" / "ordertrail-json" / "exceptions.json").read_text(encoding="utf-8")
    assert '"command"' in text
    assert '"key"' not in text
    assert '"decision"' not in text


def test_inspecting_a_report_stores_nothing_and_fails_nothing(here: Path) -> None:
    decided_date(here, "elsewhere.xlsx")
    answer = inside("inspect", "elsewhere.xlsx", "--json", cwd=here)
    assert (answer.code, answer.row) == (0, {"file": "elsewhere.xlsx", "documents": 0})
    said = inside("inspect", "elsewhere.xlsx", cwd=here).out
    assert "saved last by: Anna Berg. Rows with decisions: 1." in " ".join(said.split())
