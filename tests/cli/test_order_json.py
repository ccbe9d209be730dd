"""An order in JSON has exactly the shape that other programs rely on."""

import json
from decimal import Decimal

import pytest
from msgspec.structs import replace

from orders.deviations import DeviationCode
from reports.order_json import document_json, exception_json, money_text, order_json
from tests.cli.example import DEVIATION, DOCUMENTS, FILES, LINE, ORDER

SHOWN = order_json(ORDER, [DEVIATION], DOCUMENTS, FILES, "de")


def test_an_order_has_these_keys_in_this_order() -> None:
    assert list(SHOWN) == [
        "order", "revision", "supplier", "buyer", "currency", "issue_date", "status", "label", "approval", "tracks",
        "revisions", "lines", "documents", "deviations",
    ]  # fmt: skip


def test_a_line_has_these_keys_in_this_order() -> None:
    assert list(SHOWN["lines"][0]) == [
        "line", "name", "unit", "by", "ordered", "target", "confirmed", "shipped", "received", "rejected", "invoiced",
        "open_to_ship", "open_to_receive", "open_to_invoice", "closed_short", "ordered_amount", "invoiced_amount",
        "requested_date", "first_confirmed_date", "confirmed_date", "status", "allocations",
    ]  # fmt: skip


def test_the_head_is_codes_dates_and_a_label() -> None:
    head = {key: SHOWN[key] for key in ("order", "revision", "issue_date", "status", "label", "approval", "tracks")}
    assert head == {
        "order": "4500017",
        "revision": 1,
        "issue_date": "2026-03-01",
        "status": "partially_invoiced",
        "label": "Teilfakturiert",
        "approval": None,
        "tracks": {"response": "confirmed", "shipment": "shipped", "receipt": "off", "invoicing": "partially_invoiced"},
    }
    assert SHOWN["revisions"] == [{"revision": 1, "status": "partially_invoiced"}]


def test_quantities_are_plain_and_only_what_no_decimal_shows_is_rounded() -> None:
    line = SHOWN["lines"][0]
    assert (line["ordered"], line["invoiced"], line["received"]) == ("10", "6", "0")
    assert line["shipped"] == "0.583333"
    assert line["allocations"][1]["quantity"] == "0.583333"


def test_amounts_have_the_decimals_of_their_currency_or_all_that_they_need() -> None:
    line = SHOWN["lines"][0]
    assert (line["ordered_amount"], line["invoiced_amount"]) == ("100.00", "60.005")
    assert line["allocations"][1]["amount"] is None


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("60", "EUR", "60.00"),
        ("60", "JPY", "60"),
        ("60", "KWD", "60.000"),
        ("-0.5", None, "-0.50"),
        ("1E+3", "EUR", "1000.00"),
    ],
)
def test_money_is_written_as_its_currency_is(amount: str, currency: str | None, text: str) -> None:
    assert money_text(Decimal(amount), currency) == text


def test_an_allocation_names_document_line_rule_and_evidence() -> None:
    assert SHOWN["lines"][0]["allocations"][0] == {
        "document": "invoice R-108",
        "line": "1",
        "quantity": "6",
        "amount": "60.00",
        "rule": "line_reference",
        "evidence": "the line names it",
    }


def test_a_document_says_whether_it_counts_and_why_not() -> None:
    assert SHOWN["documents"][:2] == [
        {"type": "invoice", "number": "R-108", "issue_date": "2026-04-05", "file": "R-108.xml", "state": "counted"},
        {
            "type": "invoice",
            "number": "r108",
            "issue_date": "2026-04-07",
            "file": None,
            "state": "not_counted",
            "reason": "conflicting",
        },
    ]
    assert document_json(DOCUMENTS[2], None)["issue_date"] is None


def test_a_deviation_names_its_line_document_and_money() -> None:
    assert SHOWN["deviations"] == [
        {
            "code": "price_over",
            "severity": "review",
            "line": "10",
            "document": "invoice R-108",
            "message": "the line names it",
            "amount": "5.00",
            "state": "open",
        }
    ]


def test_in_the_list_of_all_a_deviation_names_its_order_if_it_is_known() -> None:
    assert exception_json(DEVIATION, "en")["order"] == "4500017"
    unknown = replace(DEVIATION, code=DeviationCode.ORDER_NOT_FOUND, order=None, document_type=None)
    assert exception_json(unknown, "en")["order"] is None
    assert exception_json(unknown, "en")["document"] is None


def test_the_list_of_orders_leaves_only_the_lines_out() -> None:
    row = order_json(ORDER, [DEVIATION], DOCUMENTS, FILES, "de", lines=False)
    assert row == {key: value for key, value in SHOWN.items() if key != "lines"}


def test_json_is_json() -> None:
    assert json.loads(json.dumps(SHOWN)) == SHOWN


@pytest.mark.parametrize(
    ("language", "label"),
    [("de", "Teilfakturiert"), ("en", "Partially invoiced"), ("fr", "Partiellement facturée")],
)
def test_the_label_is_in_the_language_and_the_codes_never_are(language: str, label: str) -> None:
    shown = order_json(ORDER, [], [], {}, language)  # type: ignore[arg-type]  # one of the three
    assert shown["label"] == label
    assert shown["status"] == LINE.status == "partially_invoiced"
