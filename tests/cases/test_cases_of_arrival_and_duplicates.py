"""Worked cases: order of arrival, duplicates, volume, charges and answers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from msgspec import structs

from orders.policy import Options, Policy
from tests.cases.build import (
    OTHER_SUPPLIER,
    PO,
    POLICY,
    despatch,
    file_id,
    invoice,
    line,
    order,
    policy,
    receipt,
    response,
    supplier,
    within,
    without_lines,
)
from tests.cases.gather import cases
from tests.cases.outcome import assess, figures, filed, money, outcome
from tests.pace import growth

TEN = order(PO, line("10", 10, price="10.00", requested_date="2026-03-28"))
ANSWERED = response("AB1", line("1", 10, of="10", price="10.00", promised_date="2026-03-28"))
SHIPPED = despatch("LS1", line("1", 10, of="10"))
CAME = receipt("WE1", line("1", 10, of="10"))
BILLED = invoice("R1", line("1", 10, of="10", price="10.00"))


def test_case_S50_every_order_of_arrival_ends_the_same() -> None:
    in_order = assess(TEN, ANSWERED, SHIPPED, CAME, BILLED)
    assert in_order.tracks() == {
        "response": "confirmed",
        "shipment": "shipped",
        "receipt": "received",
        "invoicing": "invoiced",
    }
    for arrival in permutations((TEN, ANSWERED, SHIPPED, CAME, BILLED)):
        assert assess(*arrival).answers == in_order.answers


def test_case_S50_an_invoice_waits_for_its_order() -> None:
    early = assess(BILLED)
    assert early.orders == ()
    assert early.deviation("order_not_found").order_number == PO
    assert [(one.code, one.quantity) for one in early.unmatched] == [("order_not_found", 10)]
    assert assess(TEN, BILLED).status() == "invoiced"
    assert "order_not_found" not in assess(TEN, BILLED).codes


@pytest.mark.parametrize("number", ["r1", "R-0001", "R 1", "R01"])
def test_case_S51_an_invoice_number_written_otherwise_is_the_same_invoice(number: str) -> None:
    again = structs.replace(BILLED, number=number)
    outcome = assess(TEN, BILLED, again)
    assert outcome.line().invoiced == 10
    assert sorted([outcome.reason(BILLED), outcome.reason(again)], key=str) == [None, "duplicate"]
    assert "duplicate" in outcome.codes


@pytest.mark.parametrize("form", ["csv", "cii", "pdf"])
def test_case_S51_an_invoice_in_two_formats_counts_once(form: str) -> None:
    again = structs.replace(BILLED, format=form, profile="urn:factur-x.eu:1p0:extended")
    outcome = assess(TEN, BILLED, again)
    assert outcome.line().invoiced == 10
    assert {outcome.reason(BILLED), outcome.reason(again)} == {None, "duplicate"}
    one, other = (document for document in outcome.documents if document.number == "R1")
    loser, winner = (one, other) if not one.counted else (other, one)
    assert loser.other == winner.document


def test_case_S51_the_same_file_twice_is_one_document() -> None:
    outcome = assess(TEN, BILLED, structs.replace(BILLED))
    assert [document.document for document in outcome.documents if document.number == "R1"] == [file_id(BILLED)]
    assert "duplicate" not in outcome.codes


def test_case_S52_a_number_that_starts_anew_each_year_is_two_invoices() -> None:
    last = invoice("1", line("1", 4, of="10", price="10.00"), on="2025-12-30")
    this = invoice("1", line("1", 6, of="10", price="10.00"), on="2026-01-02")
    outcome = assess(order(PO, line("10", 10, price="10.00"), on="2025-12-01"), last, this)
    assert outcome.counted(last)
    assert outcome.counted(this)
    assert outcome.line().invoiced == 10
    assert {"duplicate", "conflicting_document"} & outcome.codes == set()


ONCE_ONLY = {
    "everywhere": policy(numbers_yearly=False),
    "for the supplier": replace(POLICY, suppliers=(supplier(options=Options(numbers_yearly=False)),)),
}


@pytest.mark.parametrize("rules", ONCE_ONLY.values(), ids=ONCE_ONLY)
def test_case_S52_where_no_number_is_used_again_it_is_one_invoice_in_every_year(rules: Policy) -> None:
    ordered = order(PO, line("10", 10, price="10.00"), on="2025-12-01")
    last = invoice("1", line("1", 4, of="10", price="10.00"), on="2025-12-30")
    again = structs.replace(last, issue_date=date(2026, 1, 2))
    other = invoice("1", line("1", 6, of="10", price="10.00"), on="2026-01-02")
    outcome = assess(ordered, last, other, policy=rules)
    assert (outcome.counted(last), outcome.reason(other)) == (True, "conflicting")
    assert outcome.line().invoiced == 4
    assert assess(ordered, last, again).line().invoiced == 8
    assert assess(ordered, last, again, policy=rules).line().invoiced == 4


def test_case_S52_one_number_of_two_suppliers_is_two_invoices() -> None:
    ours = invoice("1", line("1", 10, of="10", price="10.00"))
    theirs = invoice("1", line("1", 3, of="1", price="2.00"), order="4500018", supplier=OTHER_SUPPLIER)
    outcome = assess(TEN, order("4500018", line("1", 3, price="2.00"), supplier=OTHER_SUPPLIER), ours, theirs)
    assert outcome.status(PO) == outcome.status("4500018") == "invoiced"
    assert {"duplicate", "conflicting_document"} & outcome.codes == set()


def test_case_S53_a_second_receipt_of_everything_is_flagged() -> None:
    again = receipt("WE2", line("1", 10, of="10"), on="2026-03-26")
    outcome = assess(TEN, CAME, again)
    assert outcome.line().received == 20
    over = outcome.deviation("quantity_over_ordered")
    assert figures(over) == (10, 20, 10)
    assert money(over) == 100


@pytest.mark.slow
def test_case_S54_one_line_with_715_receipts_in_one_invoice_costs_in_proportion_to_them() -> None:
    def prepared(many: int) -> Callable[[], object]:
        receipts = [receipt(f"WE{n}", line("1", 280, of="10")) for n in range(many)]
        rows = [line(str(n), 280, price="0.10", receipt_number=f"WE{n}", receipt_line="1") for n in range(many)]
        documents = (order(PO, line("10", 280 * many, price="0.10")), *receipts, invoice("R1", *rows))

        made = cases(filed(documents))

        def work() -> None:
            found = outcome(made)
            assert (found.status(), found.line().received) == ("invoiced", 280 * many)

        return work

    assert growth(prepared, 715) < 3


@pytest.mark.slow
def test_case_S54_an_order_of_ten_thousand_lines_costs_in_proportion_to_them() -> None:
    def prepared(many: int) -> Callable[[], object]:
        ids = [str(10 * n) for n in range(1, many + 1)]
        documents = (
            order(PO, *(line(identity, 3, item=f"A{identity}", price="2.00") for identity in ids)),
            receipt("WE1", *(line(identity, 3, of=identity) for identity in ids)),
            invoice("R1", *(line(identity, 3, item=f"A{identity}", price="2.00") for identity in ids)),
        )

        made = cases(filed(documents))

        def work() -> None:
            assert outcome(made).status() == "invoiced"

        return work

    assert growth(prepared, 10_000) < 3


def test_case_S55_whether_goods_must_come_before_the_bill_is_the_suppliers_own_policy() -> None:
    up_front = replace(POLICY, suppliers=(supplier(options=Options(receipt=False)),))
    assert "invoiced_not_received" in assess(TEN, BILLED).codes
    outcome = assess(TEN, BILLED, policy=up_front)
    assert "invoiced_not_received" not in outcome.codes
    assert (outcome.status(), outcome.track("receipt")) == ("invoiced", "off")
    other = order("4500018", line("1", 3, price="2.00"), supplier=OTHER_SUPPLIER)
    bill = invoice("R9", line("1", 3, of="1", price="2.00"), order="4500018", supplier=OTHER_SUPPLIER)
    assert "invoiced_not_received" in assess(other, bill, policy=up_front).codes


FREIGHT = [
    pytest.param({"name": "Fracht"}, id="German"),
    pytest.param({"name": "Freight charges"}, id="English"),
    pytest.param({"name": "Frais de port"}, id="French"),
    pytest.param({"name": "Versandkosten"}, id="shipping"),
    pytest.param({"name": "Mindermengenzuschlag"}, id="surcharge"),
    pytest.param({"name": "Verpackung"}, id="packaging"),
]


@pytest.mark.parametrize("text", FREIGHT)
def test_case_S56_a_freight_line_holds_no_order_open(text: dict[str, str]) -> None:
    bill = invoice("R1", line("1", 10, of="10", price="10.00"), line("2", 1, price="12.00", **text))
    outcome = assess(TEN, CAME, bill)
    assert outcome.status() == "invoiced"
    assert outcome.unmatched == ()
    charge = outcome.deviation("charge_not_ordered")
    assert (charge.document_line, money(charge)) == ("2", 12)
    assert outcome.codes == {"charge_not_ordered"}


@pytest.mark.parametrize(("limit", "seen"), [("12.00", False), ("11.99", True), ("0", True)])
def test_case_S56_freight_has_a_tolerance_of_its_own(limit: str, seen: bool) -> None:
    bill = invoice(
        "R1", line("1", 10, of="10", price="10.00"), charges=[{"amount": "12.00", "text": "Freight", "code": "FC"}]
    )
    outcome = assess(TEN, CAME, bill, policy=policy(freight=within(absolute=limit)))
    assert ("charge_not_ordered" in outcome.codes) is seen
    assert outcome.status() == "invoiced"


def test_case_S57_what_was_never_delivered_is_not_hidden_by_a_matching_invoice() -> None:
    outcome = assess(
        order(PO, line("10", 100, price="1.00")),
        receipt("WE1", line("1", 70, of="10")),
        invoice("R1", line("1", 70, of="10", price="1.00")),
    )
    assert (outcome.track("receipt"), outcome.track("invoicing")) == ("partially_received", "partially_invoiced")
    assert (outcome.line().open_to_receive, outcome.line().open_to_invoice) == (30, 30)


def test_case_S58_an_invoice_without_lines_never_invoices_all() -> None:
    head = without_lines("R1", "100.00")
    outcome = assess(TEN, head)
    assert outcome.status() == "partially_invoiced"
    assert money(outcome.deviation("header_only_invoice")) == 100
    assert sum(one.amount or 0 for one in outcome.order().header_allocations) == 100


@pytest.mark.parametrize("days", [("2026-03-30", "2026-04-02"), ("2026-04-02", "2026-03-30")])
def test_case_S58_the_invoice_with_lines_stands_in_for_the_one_without(days: tuple[str, str]) -> None:
    head = without_lines("R1", "100.00", on=days[0])
    lined = invoice("R1", line("1", 10, of="10", price="10.00"), on=days[1])
    outcome = assess(TEN, head, lined)
    assert outcome.status() == "invoiced"
    assert (outcome.reason(head), outcome.reason(lined)) == ("replaced", None)
    assert outcome.line().invoiced_amount == 100
    assert outcome.order().header_allocations == ()
    assert {"header_only_invoice", "conflicting_document"} & outcome.codes == set()


@pytest.mark.parametrize(
    ("days", "promised", "status"),
    [
        (0, "2026-03-30", "partially_confirmed"),
        (2, "2026-03-30", "confirmed"),
        (2, "2026-03-31", "partially_confirmed"),
        (0, "2026-03-28", "confirmed"),
    ],
)
def test_case_S59_a_changed_date_confirms_in_part_only(days: int, promised: str, status: str) -> None:
    answer = response("AB1", line("1", 10, of="10", price="10.00", promised_date=promised))
    outcome = assess(TEN, answer, policy=policy(date_days=days))
    assert outcome.status() == status
    assert ("date_changed" in outcome.codes) is (status == "partially_confirmed")


TWO = order(PO, line("10", 10, price="10.00"), line("20", 5, price="3.00"))


def test_case_S60_a_response_that_rejects_every_line_rejects_the_order() -> None:
    by_line = response("AB1", line("1", of="10", response="rejected"), line("2", of="20", response="rejected"))
    assert assess(TWO, by_line).status() == "rejected"
    assert assess(TWO, response("AB1", says="rejected")).status() == "rejected"


def test_case_S60_rejected_lines_drop_out_of_what_is_to_come() -> None:
    answer = response("AB1", line("1", of="10", response="accepted"), line("2", of="20", response="rejected"))
    assert assess(TWO, answer).status() == "partially_confirmed"
    outcome = assess(
        TWO,
        answer,
        despatch("LS1", line("1", 10, of="10")),
        receipt("WE1", line("1", 10, of="10")),
        invoice("R1", line("1", 10, of="10", price="10.00")),
    )
    assert outcome.line("20").target == 0
    assert outcome.tracks() == {
        "response": "partially_confirmed",
        "shipment": "shipped",
        "receipt": "received",
        "invoicing": "invoiced",
    }
