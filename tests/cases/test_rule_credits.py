"""Credit notes, returns, drafts, prepayments."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from orders.document import Document, Line, Standing
from tests.cases.build import PO, credit_note, despatch, invoice, line, order, policy, receipt
from tests.cases.outcome import assess, figures, money

TEN = order(PO, line("10", 10, item="A-1", price="10.00"))
CAME = receipt("WE1", line("1", 10, of="10"))
BILLED = invoice("R1", line("1", 10, of="10", price="10.00"))


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("found_by", [{"of": "10"}, {"item": "A-1"}, {"invoice_number": "R1", "invoice_line": "1"}])
def test_a_credit_is_found_like_any_line_and_reduces(sign: int, found_by: dict[str, str]) -> None:
    note = credit_note("G1", line("1", 4 * sign, price="10.00", **found_by))
    outcome = assess(TEN, BILLED, note)
    assert (outcome.line().invoiced, outcome.line().invoiced_amount) == (6, 60)
    assert outcome.status() == "partially_invoiced"


def test_a_credit_note_that_names_only_its_invoice_finds_the_order() -> None:
    note = credit_note("G1", line("1", 4, price="10.00", item="A-1"), order=None, invoice_references=["R1"])
    assert assess(TEN, BILLED, note).line().invoiced == 6


def test_an_invoice_may_bill_and_credit_at_once() -> None:
    both = invoice("R2", line("1", 10, of="10", price="10.00"), line("2", -2, of="10", price="10.00"))
    outcome = assess(TEN, both)
    assert outcome.line().invoiced == 8
    assert {one.quantity for one in outcome.allocated("R2")} == {10, -2}


@pytest.mark.parametrize(
    ("documents", "code", "difference", "stake"),
    [
        pytest.param([], "credit_without_invoice", 3, "30.00", id="nothing invoiced"),
        pytest.param(
            [invoice("R1", line("1", 2, of="10", price="10.00"))],
            "credit_exceeds_invoiced",
            1,
            "10.00",
            id="less invoiced",
        ),
    ],
)
def test_a_credit_of_more_than_was_invoiced_is_a_deviation(documents, code: str, difference: int, stake: str) -> None:
    outcome = assess(TEN, *documents, credit_note("G1", line("1", 3, of="10", price="10.00")))
    found = outcome.deviation(code)
    assert (found.document_number, money(found)) == ("G1", Decimal(stake))
    assert figures(found)[2] == difference
    assert len({"credit_without_invoice", "credit_exceeds_invoiced"} & outcome.codes) == 1


def test_a_credit_of_what_was_invoiced_is_no_deviation() -> None:
    outcome = assess(TEN, BILLED, credit_note("G1", line("1", 10, of="10", price="10.00")))
    assert {"credit_without_invoice", "credit_exceeds_invoiced"} & outcome.codes == set()


def test_a_return_reduces_what_was_received_and_is_kept_apart() -> None:
    outcome = assess(TEN, CAME, receipt("RS1", line("1", -4, of="10"), on="2026-04-01"))
    assert (outcome.line().received, outcome.line().returned, outcome.line().rejected) == (6, 4, 0)
    assert outcome.status() == "partially_received"


def test_returns_are_taken_from_refused_goods_first() -> None:
    came = receipt("WE1", line("1", 10, of="10", rejected_quantity=3))
    outcome = assess(TEN, came, receipt("RS1", line("1", -5, of="10"), on="2026-04-01"))
    assert (outcome.line().received, outcome.line().rejected, outcome.line().returned) == (5, 0, 5)
    assert outcome.line().open_to_receive == 5


def test_what_was_shipped_is_not_taken_back_by_a_return() -> None:
    outcome = assess(
        TEN, despatch("LS1", line("1", 10, of="10")), CAME, receipt("RS1", line("1", -4, of="10"), on="2026-04-01")
    )
    assert outcome.line().shipped == 10


@pytest.mark.parametrize("standing", ["draft", "proforma", "test"])
@pytest.mark.parametrize(
    "paper", [BILLED, CAME, despatch("LS1", line("1", 10, of="10"))], ids=lambda one: one.type.value
)
def test_drafts_never_count(paper: Document, standing: str) -> None:
    draft = replace(paper, standing=Standing(standing))
    outcome = assess(TEN, draft)
    assert outcome.status() == "pending"
    assert outcome.reason(draft) == "draft"
    assert outcome.codes == set()


def test_test_documents_count_where_that_is_switched_on() -> None:
    trial = invoice("R1", line("1", 10, of="10", price="10.00"), standing="test")
    assert assess(TEN, trial, policy=policy(test_documents=True)).status() == "invoiced"
    draft = invoice("R1", line("1", 10, of="10", price="10.00"), standing="draft")
    assert assess(TEN, draft, policy=policy(test_documents=True)).status() == "pending"


def test_a_prepayment_counts_by_value_only() -> None:
    prepaid = invoice("R0", line("1", 10, of="10", price="5.00"), standing="prepayment", on="2026-03-02")
    outcome = assess(TEN, prepaid)
    assert outcome.counted(prepaid)
    assert (outcome.line().invoiced, outcome.line().invoiced_amount) == (0, 50)
    assert outcome.status() != "invoiced"
    assert {"price_under", "invoiced_not_received"} & outcome.codes == set()


def test_after_a_prepayment_the_final_invoice_counts_in_full() -> None:
    prepaid = invoice("R0", line("1", 10, of="10", price="5.00"), standing="prepayment", on="2026-03-02")
    outcome = assess(TEN, CAME, prepaid, BILLED)
    assert outcome.line().invoiced == 10
    assert outcome.status() == "invoiced"
    assert "quantity_over_ordered" not in outcome.codes


def test_a_cancelled_credit_note_and_a_cancelled_receipt_count_nothing() -> None:
    credit = credit_note("G1", line("1", 4, of="10", price="10.00"))
    undone = credit_note("G2", line("1", -4, of="10", price="10.00"), cancels=["G1"], on="2026-04-11")
    outcome = assess(TEN, BILLED, credit, undone)
    assert outcome.line().invoiced == 10
    assert outcome.reason(credit) == "cancelled"
    gone = assess(TEN, CAME, receipt("WE2", cancels=["WE1"], on="2026-03-26"))
    assert (gone.line().received, gone.status()) == (0, "pending")


DEDUCTIONS = [
    line("2", -1, price="30.00", name="abzgl. Anzahlung vom 02.03.2026"),
    line("2", 1, price="30.00", line_amount="-30.00", name="Abschlagsrechnung R0"),
    line("2", line_amount="-30.00", name="Down payment received"),
    line("2", -1, price="30.00", name="Acconto su prestazione"),
    line("2", -1, price="30.00", of="10", name="Acompte facture R0"),
]
PREPAID = invoice("R0", line("1", 1, price="30.00", name="Anzahlung 30 %"), standing="prepayment", on="2026-03-02")


@pytest.mark.parametrize("deduction", DEDUCTIONS)
def test_a_final_invoice_that_deducts_the_prepayment_bills_the_goods_in_full(deduction: Line) -> None:
    final = invoice("R1", line("1", 10, of="10", price="10.00"), deduction)
    outcome = assess(TEN, CAME, PREPAID, final)
    assert outcome.status() == "invoiced"
    assert (outcome.line().invoiced, outcome.line().open_to_invoice) == (10, 0)
    by_order = sum(one.amount or 0 for one in outcome.order().header_allocations)
    assert outcome.line().invoiced_amount + by_order == 100
    assert outcome.unmatched == ()
    assert outcome.codes == set()


def test_a_prepayment_of_an_order_takes_it_no_further_than_partially_invoiced() -> None:
    outcome = assess(TEN, PREPAID)
    assert (outcome.status(), outcome.line().invoiced) == ("partially_invoiced", 0)
    (booked,) = outcome.order().header_allocations
    assert (booked.amount, booked.rule, booked.document_line) == (30, "prepayment", "1")
    assert outcome.unmatched == ()


def test_goods_that_only_sound_like_a_prepayment_are_goods() -> None:
    ordered = order(PO, line("10", 10, item="Z-1", price="10.00", name="Anzahlungsquittungsblock"))
    back = credit_note("G1", line("1", 2, item="Z-1", price="10.00", name="Anzahlungsquittungsblock"))
    outcome = assess(ordered, invoice("R1", line("1", 10, of="10", price="10.00")), back)
    assert outcome.line().invoiced == 8


def test_a_credit_note_without_lines_takes_back_an_invoice_of_returns_too() -> None:
    back = invoice("R1", line("1", -4, of="10", price="10.00"))
    totals = {"net": "40.00", "gross": "40.00", "payable": "40.00"}
    undone = credit_note("G1", invoice_references=["R1"], totals=totals)
    assert assess(order(PO, line("10", 10, price="10.00")), back, undone).line().invoiced == 0
