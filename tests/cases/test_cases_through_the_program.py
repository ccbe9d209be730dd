"""Cases that a person has to decide, through the command that decides: files in, `decide`, and what stands then."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

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
    for number, count in ordered.items():
        decide(here, "assign", "invoice R1", "1", number, "10", "--quantity", str(count))
    assert {order(here, number)["status"] for number in ordered} == {"invoiced"}
    (rest,) = (row for row in inside("exceptions", "--json", cwd=here).rows if row["code"] == "line_unmatched")
    assert (rest["document"], rest["amount"]) == ("invoice R1", "6.00")
    refused = inside("decide", "assign", "invoice R1", "1", "P1", "10", "--quantity", "8", cwd=here)
    assert refused.refusal == "QUANTITY_TOO_LARGE"


def test_case_S40_a_rest_that_will_never_come_is_closed_and_the_order_received(trade: Trade) -> None:
    here = trade(ORDER_OF_FORTY, RECEIPT_OF_37)
    assert order(here)["status"] == "partially_received"
    decide(here, "close", "P1", "10", "--why", "the rest will never come")
    closed = line(here)
    assert (order(here)["status"], closed["closed_short"], closed["open_to_invoice"]) == ("received", "3", "37")


def test_case_S42_what_comes_after_closing_all_the_same_is_accepted(trade: Trade) -> None:
    here = trade(ORDER_OF_FORTY, RECEIPT_OF_37)
    decide(here, "close", "P1", "10")
    trade("receipt_advice,WE2,2027-03-25,ACME,P1,1,10,A-1,2,C62,")
    assert (line(here)["received"], line(here)["closed_short"], order(here)["status"]) == ("39", "1", "received")


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
