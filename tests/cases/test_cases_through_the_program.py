"""Cases that a person has to decide, through the command that decides: files in, `decide`, and what stands then."""

import json
import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.shell import inside, ordertrail

COLUMNS = ("document_type", "document_number", "issue_date", "supplier", "order_number", "line", "order_line")
HEAD = ",".join((*COLUMNS, "buyer_item", "quantity", "unit", "unit_price")) + "\n"
Trade = Callable[..., Path]


@pytest.fixture
def trade(tmp_path: Path) -> Trade:
    """A folder in which the program has run over these rows of a table."""

    def run(*rows: str) -> Path:
        if not (tmp_path / "config.toml").exists():
            assert inside("init", ".", "--language", "en", cwd=tmp_path).code == 0
        number = len(list(tmp_path.glob("*.told")))
        (tmp_path / f"{number}.told").touch()
        (tmp_path / "inbox" / f"{number}.csv").write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
        assert ordertrail("run", cwd=tmp_path).code == 0
        return tmp_path

    return run


def decide(here: Path, *arguments: str) -> None:
    answer = inside("decide", *arguments, cwd=here)
    assert answer.code == 0, answer.err


def order(here: Path, number: str = "P1") -> Any:
    return inside("show", number, "--json", cwd=here).row


def line(here: Path, number: str = "P1", name: str = "10") -> Any:
    return next(one for one in order(here, number)["lines"] if one["line"] == name)


ORDER_OF_FORTY = "order,P1,2026-03-01,ACME,,10,,A-1,40,C62,2.00"
RECEIPT_OF_37 = "receipt_advice,WE1,2026-03-20,ACME,P1,1,10,A-1,37,C62,"


def test_case_S17_a_line_for_five_orders_that_does_not_fit_is_split_by_a_person(trade: Trade) -> None:
    ordered = {"P1": 4, "P2": 3, "P3": 6, "P4": 2, "P5": 5}
    here = trade(
        *(f"order,{number},2026-03-01,ACME,,10,,A-1,{count},C62,2.00" for number, count in ordered.items()),
        "invoice,R1,2026-03-20,ACME,,1,,A-1,23,C62,2.00",
    )
    (stray,) = inside("exceptions", "--code", "line_unmatched", "--json", cwd=here).rows
    assert [(one["order"], one["line"]) for one in stray["proposals"]] == [("P1", "10"), ("P2", "10")]
    for number, count in ordered.items():
        decide(here, "assign", "invoice R1", "1", number, "10", "--quantity", str(count))
    for number, count in ordered.items():
        (told,) = (row for row in inside("explain", number, "--json", cwd=here).rows if row["kind"] == "allocation")
        assert told["sentence"].startswith(f"{count} pcs invoiced with invoice R1, line 1 (rule: Decision).")
        assert f"to order {number}, line 10" in told["sentence"]
    assert {order(here, number)["status"] for number in ordered} == {"invoiced"}
    (rest,) = (row for row in inside("exceptions", "--json", cwd=here).rows if row["code"] == "line_unmatched")
    assert (rest["document"], rest["amount"]) == ("invoice R1", "6.00")
    refused = inside("decide", "assign", "invoice R1", "1", "P1", "10", "--quantity", "8", cwd=here)
    assert refused.refusal == "QUANTITY_TOO_LARGE"


def test_case_S09_every_list_sheet_and_file_shows_the_same_status(trade: Trade) -> None:
    here = trade(
        "order,P1,2026-03-01,ACME,,10,,A-1,157327,C62,1.00", "invoice,R1,2026-03-30,ACME,P1,1,10,A-1,157323,C62,1.00"
    )
    shown = order(here)
    (listed,) = inside("orders", "--json", cwd=here).rows
    assert {shown["status"], shown["lines"][0]["status"], listed["status"]} == {"partially_invoiced"}
    assert {shown["tracks"]["invoicing"], listed["tracks"]["invoicing"]} == {"partially_invoiced"}
    label, reports = shown["label"], here / "reports" / "out"
    assert all(label in inside(*asked, cwd=here).out for asked in (("orders",), ("show", "P1"), ("explain", "P1")))
    with closing(load_workbook(reports / "ordertrail.xlsx", read_only=True)) as book:
        for title in ("Orders", "Open lines"):
            (row,) = (row for row in book[title].iter_rows(values_only=True) if "P1" in row)
            assert label in row, title
    for name in ("orders", "open_lines"):
        (row,) = json.loads((reports / "ordertrail-json" / f"{name}.json").read_text(encoding="utf-8"))
        assert (row["order"], row["status"]) == ("P1", "partially_invoiced")


def test_case_S30_whether_goods_sent_back_are_open_again_is_decided_by_closing_the_line(trade: Trade) -> None:
    here = trade(
        "order,P1,2026-03-01,ACME,,10,,A-1,10,C62,2.00",
        "receipt_advice,WE1,2026-03-20,ACME,P1,1,10,A-1,10,C62,",
        "invoice,R1,2026-03-25,ACME,P1,1,10,A-1,10,C62,2.00",
        "receipt_advice,RS1,2026-04-01,ACME,P1,1,10,A-1,-3,C62,",
        "credit_note,G1,2026-04-05,ACME,P1,1,10,A-1,3,C62,2.00",
    )
    assert (line(here)["received"], line(here)["invoiced"], line(here)["open_to_receive"]) == ("7", "7", "3")
    decide(here, "close", "P1", "10", "--why", "refund only, no replacement")
    assert (line(here)["received"], line(here)["invoiced"], line(here)["open_to_receive"]) == ("7", "7", "0")
    assert order(here)["status"] == "invoiced"
    decide(here, "reopen", "P1", "10", "--why", "they send new ones after all")
    assert line(here)["open_to_receive"] == "3"


def test_case_S31_explain_says_that_a_credit_note_is_expected_and_for_how_much(trade: Trade) -> None:
    here = trade(
        "order,P1,2026-03-01,ACME,,10,,A-1,100,C62,2.50",
        "receipt_advice,WE1,2026-03-20,ACME,P1,1,10,A-1,100,C62,",
        "invoice,R1,2026-03-25,ACME,P1,1,10,A-1,100,C62,2.50",
        "receipt_advice,RS1,2026-04-01,ACME,P1,1,10,A-1,-1,C62,",
    )
    (expected,) = (one for one in order(here)["deviations"] if one["code"] == "credit_expected")
    assert (expected["amount"], expected["state"]) == ("2.50", "open")
    told = " ".join(inside("explain", "P1", cwd=here).out.split())
    assert expected["message"] in told
    assert "1 pcs returned" in expected["message"]
    assert "a credit note is due" in expected["message"]


CLOSED_SHORT = {
    "de": ("Erhalten", "3 kurz geschlossen"),
    "en": ("Received", "3 closed short"),
    "fr": ("Reçue", "3 soldé"),
}


def test_case_S40_a_rest_that_will_never_come_is_closed_and_the_order_received(trade: Trade) -> None:
    here = trade(ORDER_OF_FORTY, RECEIPT_OF_37)
    assert order(here)["status"] == "partially_received"
    decide(here, "close", "P1", "10", "--why", "the rest will never come")
    closed = line(here)
    assert (order(here)["status"], closed["closed_short"], closed["open_to_invoice"]) == ("received", "3", "37")
    for language, (label, told) in CLOSED_SHORT.items():
        config = (here / "config.toml").read_text("utf-8")
        (here / "config.toml").write_text(re.sub('language = ".."', f'language = "{language}"', config), "utf-8")
        assert order(here)["label"] == label
        assert all(told in " ".join(inside(asked, "P1", cwd=here).out.split()) for asked in ("show", "explain"))


def test_case_S41_closing_every_line_closes_the_order_and_claims_no_invoice(trade: Trade) -> None:
    here = trade(
        "order,P1,2026-03-01,ACME,,10,,A-1,40,C62,2.00",
        "order,P1,2026-03-01,ACME,,20,,B-2,5,C62,3.00",
        "receipt_advice,WE1,2026-03-20,ACME,P1,1,10,A-1,37,C62,",
    )
    decide(here, "close", "P1", "10")
    decide(here, "close", "P1", "20")
    closed = order(here)
    assert (closed["status"], closed["tracks"]["receipt"], closed["tracks"]["invoicing"]) == (
        "received",
        "received",
        "none",
    )
    assert [(one["invoiced"], one["open_to_receive"]) for one in closed["lines"]] == [("0", "0"), ("0", "0")]
    assert [one["open_to_invoice"] for one in closed["lines"]] == ["37", "0"]


def test_case_S42_what_comes_after_closing_all_the_same_is_accepted(trade: Trade) -> None:
    here = trade(ORDER_OF_FORTY, RECEIPT_OF_37)
    decide(here, "close", "P1", "10")
    trade("receipt_advice,WE2,2027-03-25,ACME,P1,1,10,A-1,2,C62,")
    assert (line(here)["received"], line(here)["closed_short"], order(here)["status"]) == ("39", "1", "received")


def test_case_S42_a_return_after_closing_is_accepted_and_opens_what_it_took(trade: Trade) -> None:
    here = trade(ORDER_OF_FORTY, RECEIPT_OF_37)
    decide(here, "close", "P1", "10")
    trade("receipt_advice,RS1,2027-03-25,ACME,P1,1,10,A-1,-5,C62,")
    assert (line(here)["received"], line(here)["open_to_receive"]) == ("32", "5")
    assert order(here)["tracks"]["receipt"] == "partially_received"


def test_case_S43_closing_after_a_return_leaves_nothing_to_receive_anywhere(trade: Trade) -> None:
    here = trade(
        "order,P1,2026-03-01,ACME,,10,,A-1,10,C62,2.00",
        "receipt_advice,WE1,2026-03-20,ACME,P1,1,10,A-1,10,C62,",
        "receipt_advice,RS1,2026-04-01,ACME,P1,1,10,A-1,-3,C62,",
    )
    assert line(here)["open_to_receive"] == "3"
    decide(here, "close", "P1", "10")
    left = line(here)
    assert (left["received"], left["closed_short"], left["open_to_receive"]) == ("7", "3", "0")
    assert (left["open_to_ship"], order(here)["status"]) == ("0", "received")
    assert inside("report", cwd=here).code == 0
    (open_line,) = json.loads((here / "reports/out/ordertrail-json/open_lines.json").read_text(encoding="utf-8"))
    assert (open_line["open_to_receive"], open_line["open_to_invoice"]) == ("0", "7")


def test_case_S49_a_person_lets_a_cancellation_take_effect_after_goods_left(trade: Trade) -> None:
    here = trade(
        ORDER_OF_FORTY,
        "despatch_advice,LS1,2026-03-10,ACME,P1,1,10,A-1,10,C62,",
        "order_cancellation,ST1,2026-03-15,ACME,P1,,,,,,",
    )
    assert order(here)["status"] == "partially_shipped"
    decide(here, "accept", "P1", "order_cancelled", "--why", "the goods go back")
    assert order(here)["status"] == "cancelled"
    decide(here, "revoke", "--order", "P1", "--what", "accept")
    assert order(here)["status"] == "partially_shipped"


def test_case_S61_closing_delivery_leaves_what_came_invoiceable_and_nothing_more(trade: Trade) -> None:
    here = trade(
        "order,P1,2026-03-01,ACME,,10,,A-1,100,C62,2.00", "receipt_advice,WE1,2026-03-20,ACME,P1,1,10,A-1,40,C62,"
    )
    decide(here, "close", "P1", "10")
    assert (line(here)["target"], line(here)["open_to_invoice"]) == ("40", "40")
    trade("invoice,R1,2026-03-30,ACME,P1,1,10,A-1,40,C62,2.00")
    assert (order(here)["status"], line(here)["open_to_invoice"]) == ("invoiced", "0")
    trade("invoice,R2,2026-03-31,ACME,P1,1,10,A-1,5,C62,2.00")
    (beyond,) = (one for one in order(here)["deviations"] if one["code"] == "invoiced_not_received")
    assert (beyond["amount"], beyond["document"]) == ("10.00", "invoice R2")


BILLED_TWICE = (
    "order,P1,2026-03-01,ACME,,10,,A-1,10,C62,2.00",
    "invoice,R1,2026-03-30,ACME,P1,1,10,A-1,10,C62,2.00",
    "receipt_advice,WE1,2026-03-29,ACME,P1,1,10,A-1,10,C62,",
)


def test_case_S51_one_number_with_other_contents_counts_once_until_a_person_says_which(trade: Trade) -> None:
    here = trade(*BILLED_TWICE)
    trade("invoice,r-01,2026-03-31,ACME,P1,1,10,A-1,9,C62,2.00")
    (conflict,) = (one for one in order(here)["deviations"] if one["code"] == "conflicting_document")
    assert (conflict["severity"], line(here)["invoiced"]) == ("block", "10")
    decide(here, "replacement", "invoice r-01", "--why", "one was missing")
    assert (line(here)["invoiced"], order(here)["status"]) == ("9", "partially_invoiced")
    assert open_codes(here) == {"received_not_invoiced"}
    decide(here, "revoke", "--order", "P1", "--what", "replacement")
    assert (line(here)["invoiced"], open_codes(here)) == ("10", {"conflicting_document"})
    decide(here, "duplicate", "invoice r-01")
    assert (line(here)["invoiced"], open_codes(here)) == ("10", set())


def test_case_S53_a_second_receipt_of_everything_is_flagged_and_taken_out_by_a_person(trade: Trade) -> None:
    here = trade(
        "order,P1,2026-03-01,ACME,,10,,A-1,10,C62,2.00",
        "receipt_advice,WE1,2026-03-20,ACME,P1,1,10,A-1,10,C62,",
        "receipt_advice,WE2,2026-03-20,ACME,P1,1,10,A-1,10,C62,",
    )
    assert line(here)["received"] == "20"
    assert "quantity_over_ordered" in open_codes(here)
    decide(here, "duplicate", "receipt_advice WE2", "--why", "booked twice")
    assert (line(here)["received"], order(here)["status"]) == ("10", "received")
    assert "quantity_over_ordered" not in open_codes(here)


def test_case_S65_an_invoice_that_a_person_replaces_leaves_no_exception_behind(trade: Trade) -> None:
    here = trade(*BILLED_TWICE[:1], *BILLED_TWICE[2:], "invoice,R1,2026-03-30,ACME,P1,1,10,A-1,10,C62,2.40")
    assert open_codes(here) == {"price_over"}
    trade("invoice,R1,2026-04-02,ACME,P1,1,10,A-1,10,C62,2.00")
    assert "conflicting_document" in open_codes(here)
    decide(here, "replacement", "invoice R1")
    assert (order(here)["status"], line(here)["invoiced_amount"]) == ("invoiced", "20.00")
    assert open_codes(here) == set()
    assert inside("exceptions", "--json", cwd=here).rows == []


def open_codes(here: Path, number: str = "P1") -> set[str]:
    return {one["code"] for one in order(here, number)["deviations"] if one["state"] == "open"}
