from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from orders.assessment import Allocation, DocumentAssessment, Proposal, UnmatchedLine
from orders.deviations import DeviationCode, Severity
from orders.document import DocumentType
from orders.message import Message
from orders.status import TRACK_NONE, TRACK_OFF, Status, Track
from orders.wording import LANGUAGES, label, texts
from reports.entries import AssessedCase
from reports.table import Kind, Link, Table, Value
from reports.tables import TABLES
from reports.tables.confirmations import CONFIRMATIONS
from reports.tables.differences import DIFFERENCES
from reports.tables.exceptions import EXCEPTIONS
from reports.tables.open_lines import OPEN_LINES
from reports.tables.orders import ORDERS
from reports.tables.overview import OVERVIEW
from tests.corpus import ROOT
from tests.reports.trade import AS_OF, EVIDENCE, case, deviation, document_id, line, order


def rows(table: Table[Any, Any], entry: AssessedCase) -> list[dict[str, Value]]:
    """The rows that a case gives, by the columns' keys."""
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, table.row(subject), strict=True)) for subject in table.subjects(entry)]


def allocation(track: Track, kind: DocumentType, number: str, **changes: Any) -> Allocation:
    values: dict[str, Any] = {
        "document": document_id(number),
        "document_type": kind,
        "document_number": number,
        "document_line": "1",
        "order": "4500017@werk",
        "order_line": "10",
        "track": track,
        "quantity": Decimal(4),
        "amount": Decimal(40),
        "rule": "line_reference",
        "evidence": EVIDENCE,
    }
    return Allocation(**(values | changes))


def document(number: str, issued: date) -> DocumentAssessment:
    return DocumentAssessment(
        document=document_id(number),
        type=DocumentType.INVOICE,
        number=number,
        issue_date=issued,
        supplier="ACME GmbH",
        currency="EUR",
        gross=None,
        counted=True,
    )


def test_an_order_shows_its_status_its_tracks_and_what_is_open() -> None:
    open_line = line(invoiced_amount=Decimal(60), open_to_receive=Decimal(4), confirmed_date=AS_OF - timedelta(days=5))
    closed = line("20", open_to_ship=Decimal(0), open_to_receive=Decimal(0), open_to_invoice=Decimal(0))
    tracks = dict.fromkeys(Track, TRACK_NONE) | {Track.INVOICING: "partially_invoiced"}
    entry = case(
        order("4500017", open_line, closed, status=Status.PARTIALLY_INVOICED, tracks=tracks),
        deviations=(deviation(amount=Decimal("7.50")), deviation(state="accepted", amount=Decimal(1000))),
    )
    (row,) = rows(ORDERS, entry)
    assert row["order"] == Link("4500017", entry.original(document_id("4500017")))
    assert (row["status"], row["invoicing"], row["response"]) == ("partially_invoiced", "partially_invoiced", "none")
    assert (row["lines"], row["open_lines"]) == (2, 1)
    assert (row["ordered_value"], row["open_value"], row["invoiced_value"]) == (200, 40, 60)
    assert row["value_to_invoice"] == 100
    assert (row["next_due"], row["days_late"]) == (AS_OF - timedelta(days=5), 5)
    assert (row["exceptions"], row["at_stake"]) == (1, Decimal("7.50"))
    assert row["next_action"] == Message("action.chase_delivery", {"days": "5"})


def test_case_S12_a_status_that_a_person_set_says_so_and_what_it_would_be() -> None:
    (row,) = rows(ORDERS, case(order(status=Status.INVOICED, derived_status=Status.PENDING, override=12)))
    assert row["remark"] == Message("remark.override", {"decision": "12", "status": "pending"})


def test_an_invoice_without_lines_counts_for_the_order_as_a_whole() -> None:
    head = allocation(Track.INVOICING, DocumentType.INVOICE, "R1", order_line="", quantity=None, amount=Decimal(119))
    (row,) = rows(ORDERS, case(order(header_allocations=(head,))))
    assert row["invoiced_value"] == 119


def test_the_open_order_book_has_a_row_for_each_open_line_and_no_other() -> None:
    closed = line("20", open_to_ship=Decimal(0), open_to_receive=Decimal(0), open_to_invoice=Decimal(0))
    entry = case(order("4500017", line(), closed, line("30", status=Status.CANCELLED)))
    assert [row["line"] for row in rows(OPEN_LINES, entry)] == ["10"]


def test_an_open_line_shows_how_its_date_moved_and_how_late_it_is() -> None:
    one = line(
        requested_date=AS_OF - timedelta(days=12),
        first_confirmed_date=AS_OF - timedelta(days=10),
        confirmed_date=AS_OF - timedelta(days=2),
    )
    (row,) = rows(OPEN_LINES, case(order("4500017", one)))
    assert (row["first_confirmed_date"], row["confirmed_date"]) == (
        AS_OF - timedelta(days=10),
        AS_OF - timedelta(days=2),
    )
    assert (row["days_moved"], row["days_late"], row["open_value"]) == (10, 2, 100)


def test_a_track_that_is_off_has_no_figures_in_the_order_book() -> None:
    off = dict.fromkeys(Track, TRACK_NONE) | {Track.RECEIPT: TRACK_OFF}
    (row,) = rows(OPEN_LINES, case(order("4500017", line(tracks=off))))
    assert row["open_to_receive"] is None
    assert row["open_to_ship"] == 10


def test_a_line_names_its_exceptions_and_those_of_its_order() -> None:
    entry = case(
        order(),
        deviations=(
            deviation(DeviationCode.DATE_CHANGED),
            deviation(DeviationCode.SUPPLIER_MISMATCH, order_line=None),
            deviation(DeviationCode.PRICE_OVER, order_line="20"),
            deviation(DeviationCode.PRICE_OVER, state="accepted"),
        ),
    )
    (row,) = rows(OPEN_LINES, entry)
    assert row["exception"] == ("date_changed", "supplier_mismatch")


@pytest.mark.parametrize(
    ("changes", "remark"),
    [
        ({"override": True}, Message("remark.line_override")),
        ({"closed_short": Decimal(3)}, Message("remark.closed_short", {"quantity": "3"})),
        ({"shipped_inferred": True}, Message("remark.shipped_inferred")),
    ],
)
def test_a_line_says_what_its_figures_do_not(changes: dict[str, Any], remark: Message) -> None:
    (row,) = rows(OPEN_LINES, case(order("4500017", line(**changes))))
    assert row["remark"] == (remark,)


def test_a_confirmation_shows_what_was_ordered_what_was_confirmed_and_the_difference() -> None:
    one = line(
        answered=True,
        confirmed=Decimal(8),
        confirmed_price=Decimal("10.50"),
        confirmed_date=AS_OF + timedelta(days=17),
    )
    changed = deviation(
        DeviationCode.QUANTITY_CHANGED, amount=Decimal(20), document=document_id("AB1"), document_number="AB1"
    )
    (row,) = rows(CONFIRMATIONS, case(order("4500017", one), deviations=(changed,)))
    assert (row["quantity_difference"], row["quantity_difference_percent"]) == (-2, Decimal("-0.2"))
    assert (row["price_difference"], row["price_difference_percent"]) == (Decimal("0.50"), Decimal("0.05"))
    assert (row["days_moved"], row["within_tolerance"], row["at_stake"]) == (7, "no", 20)
    assert row["response"] == Link("AB1", f"../archive/{document_id('AB1')[:12]}.xml")
    assert row["next_action"] == Message("action.quantity_changed")


def test_a_difference_within_tolerance_is_listed_and_said_to_be_so() -> None:
    one = line(answered=True, confirmed=Decimal(10), confirmed_date=AS_OF + timedelta(days=11))
    (row,) = rows(CONFIRMATIONS, case(order("4500017", one)))
    assert (row["days_moved"], row["within_tolerance"], row["severity"], row["next_action"]) == (1, "yes", None, None)


def test_a_line_confirmed_as_ordered_is_no_confirmation_deviation() -> None:
    one = line(
        answered=True, confirmed=Decimal(10), confirmed_price=Decimal(10), confirmed_date=AS_OF + timedelta(days=10)
    )
    assert rows(CONFIRMATIONS, case(order("4500017", one, line("20")))) == []


def test_a_line_that_the_supplier_added_is_a_confirmation_deviation_without_order_line() -> None:
    added = deviation(DeviationCode.LINE_ADDED, order_line=None, document_line="99")
    (row,) = rows(CONFIRMATIONS, case(order(), deviations=(added,)))
    assert (row["line"], row["ordered"], row["exception"]) == ("99", None, ("line_added",))


def test_a_decided_confirmation_deviation_stays_in_view_and_asks_for_nothing_more() -> None:
    accepted = deviation(DeviationCode.PRICE_CHANGED, state="accepted")
    (row,) = rows(CONFIRMATIONS, case(order(), deviations=(accepted,)))
    assert (row["state"], row["next_action"]) == ("accepted", None)


def test_every_open_deviation_and_no_decided_one_is_an_exception() -> None:
    entry = case(
        order(),
        deviations=(
            deviation(DeviationCode.PRICE_OVER, amount=Decimal(5)),
            deviation(DeviationCode.TOTAL_MISMATCH, state="rejected"),
            deviation(DeviationCode.TOTAL_MISMATCH, order=None, order_number=None, order_line=None),
        ),
    )
    assert [(row["exception"], row["order"]) for row in rows(EXCEPTIONS, entry)] == [
        ("price_over", "4500017"),
        ("total_mismatch", None),
    ]


def unmatched(**changes: Any) -> UnmatchedLine:
    values: dict[str, Any] = {
        "document": document_id("R9"),
        "document_type": DocumentType.INVOICE,
        "document_number": "R9",
        "document_line": "3",
        "supplier": "ACME GmbH",
        "item": "SUP-9",
        "name": "Versandkarton",
        "quantity": Decimal(4),
        "unit": "C62",
        "amount": Decimal(62),
        "code": DeviationCode.ORDER_NOT_FOUND,
        "order_number": "4711",
    }
    return UnmatchedLine(**(values | changes))


def test_an_unmatched_line_is_an_exception_with_its_proposals() -> None:
    proposal = Proposal(order="4500017@werk", order_line="10", score=Decimal("0.62"), evidence=EVIDENCE)
    entry = case(documents=(document("R9", AS_OF),), unmatched=(unmatched(proposals=(proposal,)),))
    (row,) = rows(EXCEPTIONS, entry)
    assert (row["exception"], row["order"], row["at_stake"], row["currency"]) == ("order_not_found", "4711", 62, "EUR")
    said = {"rank": "1", "order": "4500017", "line": "10", "score": "62"}
    assert row["proposals"] == (Message("unmatched.proposal", said),)


@pytest.mark.parametrize("document_line", ["3", None], ids=["of the line", "of the document"])
def test_what_an_unmatched_line_says_its_deviation_does_not_say_again(document_line: str | None) -> None:
    said = deviation(
        DeviationCode.ORDER_NOT_FOUND,
        order=None,
        order_number="4711",
        document=document_id("R9"),
        document_line=document_line,
        message=Message("finding.order_not_found", {"order": "4711"}),
    )
    (row,) = rows(EXCEPTIONS, case(unmatched=(unmatched(),), deviations=(said,)))
    assert row["message"] == said.message


def test_exceptions_are_ranked_by_severity_then_by_the_money_at_stake() -> None:
    entry = case(
        order(),
        deviations=(
            deviation(DeviationCode.LATE_SHIPMENT, amount=Decimal(900)),
            deviation(DeviationCode.PRICE_OVER, amount=Decimal(5)),
            deviation(DeviationCode.BANK_ACCOUNT_CHANGED),
            deviation(DeviationCode.PRICE_OVER, amount=Decimal(50)),
        ),
    )
    rank = EXCEPTIONS.rank
    assert rank is not None
    ranked = sorted(EXCEPTIONS.subjects(entry), key=rank)
    assert [(row.severity, row.amount) for row in ranked] == [
        (Severity.BLOCK, None),
        (Severity.REVIEW, 50),
        (Severity.REVIEW, 5),
        (Severity.INFO, 900),
    ]


def test_what_was_received_and_not_invoiced_has_value_and_age() -> None:
    one = line(
        received=Decimal(9),
        rejected=Decimal(1),
        invoiced=Decimal(5),
        allocations=(
            allocation(Track.RECEIPT, DocumentType.RECEIPT_ADVICE, "WE1"),
            allocation(Track.RECEIPT, DocumentType.RECEIPT_ADVICE, "WE2"),
            allocation(Track.INVOICING, DocumentType.INVOICE, "R1"),
        ),
    )
    received = (document("WE1", AS_OF - timedelta(days=40)), document("WE2", AS_OF - timedelta(days=16)))
    (row,) = rows(DIFFERENCES, case(order("4500017", one), documents=(*received, document("R1", AS_OF))))
    assert (row["side"], row["received_net"], row["difference"]) == ("received_not_invoiced", 8, 3)
    assert (row["difference_value"], row["since"], row["age_days"]) == (30, AS_OF - timedelta(days=16), 16)
    assert row["age"] == "15_21"
    assert row["receipt_document"] == Link("WE2", f"../archive/{document_id('WE2')[:12]}.xml")


def test_what_was_invoiced_and_not_received_is_the_other_side() -> None:
    (row,) = rows(DIFFERENCES, case(order("4500017", line(received=Decimal(2), invoiced=Decimal(5)))))
    assert (row["side"], row["difference"], row["age_days"]) == ("invoiced_not_received", 3, None)


def test_where_nobody_books_receipts_there_is_nothing_to_compare() -> None:
    off = dict.fromkeys(Track, TRACK_NONE) | {Track.RECEIPT: TRACK_OFF}
    assert rows(DIFFERENCES, case(order("4500017", line(invoiced=Decimal(5), tracks=off)))) == []
    assert rows(DIFFERENCES, case(order("4500017", line(invoiced=Decimal(5), received=Decimal(5))))) == []


def test_an_invoice_without_lines_is_a_difference_of_its_order() -> None:
    head = allocation(Track.INVOICING, DocumentType.INVOICE, "R1", order_line="", quantity=None, amount=Decimal(119))
    (row,) = rows(DIFFERENCES, case(order(header_allocations=(head,))))
    assert (row["side"], row["line"], row["difference_value"]) == ("header_only_invoice", None, 119)


@pytest.mark.parametrize("table", [OVERVIEW, *TABLES], ids=lambda table: table.name)
def test_every_table_and_column_has_its_texts_in_every_language(table: Table[Any, Any]) -> None:
    known = texts()
    assert {f"column.{column.key}" for column in table.columns} <= known.keys()
    assert f"sheet.{table.name}" in known
    for language in LANGUAGES:
        headings = [getattr(known[f"column.{column.key}"], language).casefold() for column in table.columns]
        assert len(set(headings)) == len(headings), "Excel wants the headings of a table to differ"
        assert not set("[]#'@\n") & set("".join(headings)), "a formula names a column by its heading"
        assert 0 < len(getattr(known[f"sheet.{table.name}"], language)) <= 31, "Excel's limit for a sheet's name"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_has_its_own_keys_and_says_what_it_shows(table: Table[Any, Any]) -> None:
    keys = [column.key for column in table.columns]
    assert len(set(keys)) == len(keys)
    assert {f"about.{table.name}", f"empty.{table.name}"} <= texts().keys()
    assert all(column.codes for column in table.columns if column.kind is Kind.CODE)


def test_every_sheet_is_explained_to_buyers() -> None:
    page = (ROOT / "docs" / "workbook.md").read_text(encoding="utf-8")
    explained = [line.removeprefix("## ") for line in page.splitlines() if line.startswith("## ")]
    assert explained == [label(f"sheet.{table.name}", "en") for table in (OVERVIEW, *TABLES)]


def test_every_code_that_matching_may_say_has_a_label_and_an_action() -> None:
    assert {f"deviation.{code}" for code in DeviationCode} <= texts().keys()
    assert {f"action.{code}" for code in DeviationCode} <= texts().keys()
    assert {f"status.{status}" for status in Status} | {f"meaning.{status}" for status in Status} <= texts().keys()
