"""Each deviation: when it arises, with which figures and how much money, and when it does not."""

from decimal import Decimal

import pytest

from orders.deviations import DeviationCode, severity
from orders.document import Document
from tests.cases.build import PO, despatch, invoice, line, order, order_change, policy, receipt, response, within
from tests.cases.outcome import assess, figures, money

TEN = order(PO, line("10", 10, price="10.00", requested_date="2026-03-28"))
SHIPPED = despatch("LS1", line("1", 10, of="10"))
CAME = receipt("WE1", line("1", 10, of="10"))
BILLED = invoice("R1", line("1", 10, of="10", price="10.00"))


def test_a_whole_and_proper_story_has_no_deviation() -> None:
    answer = response("AB1", line("1", 10, of="10", price="10.00", promised_date="2026-03-28"))
    assert assess(TEN, answer, SHIPPED, CAME, BILLED, as_of="2026-12-31").every_deviation == ()


@pytest.mark.parametrize(
    "paper",
    [
        despatch("X1", line("1", 12, of="10")),
        receipt("X1", line("1", 12, of="10")),
        invoice("X1", line("1", 12, of="10", price="10.00")),
    ],
    ids=lambda paper: paper.type.value,
)
def test_more_than_ordered(paper: Document) -> None:
    over = assess(TEN, paper).deviation("quantity_over_ordered")
    assert figures(over) == (10, 12, 2)
    assert (over.figures.unit, over.figures.tolerance, over.figures.rule) == ("C62", "0", "default")
    assert (money(over), over.currency, over.order_line) == (20, "EUR", "10")
    assert (over.order_number, over.document_number, over.document_line) == (PO, "X1", "1")


def test_more_than_ordered_over_several_documents() -> None:
    outcome = assess(TEN, receipt("WE1", line("1", 8, of="10")), receipt("WE2", line("1", 5, of="10"), on="2026-03-26"))
    over = outcome.deviation("quantity_over_ordered")
    assert figures(over) == (10, 13, 3)
    assert over.document_number == "WE2"


def test_received_more_than_shipped() -> None:
    outcome = assess(TEN, despatch("LS1", line("1", 6, of="10")), receipt("WE1", line("1", 8, of="10")))
    over = outcome.deviation("quantity_over_shipped")
    assert figures(over)[2] == 2
    assert money(over) == 20
    assert outcome.codes == {"quantity_over_shipped", "received_not_invoiced"}


@pytest.mark.parametrize("papers", [(SHIPPED, CAME), (CAME,)], ids=["as shipped", "never announced"])
def test_not_received_more_than_shipped(papers) -> None:
    assert "quantity_over_shipped" not in assess(TEN, *papers).codes


def test_invoiced_and_not_received() -> None:
    outcome = assess(TEN, receipt("WE1", line("1", 7, of="10")), BILLED)
    gap = outcome.deviation("invoiced_not_received")
    assert figures(gap)[2] == 3
    assert (money(gap), gap.order_line) == (30, "10")
    assert "invoiced_not_received" not in assess(TEN, CAME, BILLED).codes
    allowed = policy(quantity_over=within(absolute=3))
    assert (
        "invoiced_not_received" not in assess(TEN, receipt("WE1", line("1", 10, of="10")), BILLED, policy=allowed).codes
    )


def test_refused_goods_were_not_received() -> None:
    came = receipt("WE1", line("1", 10, of="10", rejected_quantity=2))
    billed_too_much = assess(TEN, came, BILLED)
    told = [*billed_too_much.deviations("invoiced_not_received"), *billed_too_much.deviations("credit_expected")]
    assert [figures(one)[2] for one in told] == [2]


def test_received_and_not_invoiced() -> None:
    outcome = assess(TEN, CAME, invoice("R1", line("1", 4, of="10", price="10.00")))
    gap = outcome.deviation("received_not_invoiced")
    assert figures(gap)[2] == 6
    assert (money(gap), gap.severity) == (60, "info")
    assert "received_not_invoiced" not in assess(TEN, CAME, BILLED).codes


def test_short_shipped_is_what_the_supplier_says_will_not_come() -> None:
    outcome = assess(TEN, despatch("LS1", line("1", 6, of="10", outstanding_quantity=0)))
    short = outcome.deviation("short_shipped")
    assert figures(short)[2] == 4
    assert (money(short), short.document_number) == (40, "LS1")
    later = assess(TEN, despatch("LS1", line("1", 6, of="10", outstanding_quantity=4)))
    assert "short_shipped" not in later.codes
    assert "short_shipped" not in assess(TEN, despatch("LS1", line("1", 6, of="10"))).codes


def test_refused_at_receipt() -> None:
    refused = assess(TEN, receipt("WE1", line("1", 10, of="10", rejected_quantity=3))).deviation("goods_rejected")
    assert figures(refused)[2] == 3
    assert (money(refused), refused.document_number) == (30, "WE1")
    assert "goods_rejected" not in assess(TEN, CAME).codes


@pytest.mark.parametrize(
    ("price", "code", "difference", "stake"),
    [("10.50", "price_over", "0.5", "5.00"), ("9.50", "price_under", "0.5", "5.00")],
)
def test_a_price_that_was_not_agreed(price: str, code: str, difference: str, stake: str) -> None:
    outcome = assess(TEN, CAME, invoice("R1", line("1", 10, of="10", price=price)))
    found = outcome.deviation(code)
    assert figures(found) == (10, Decimal(price), Decimal(difference))
    assert money(found) == Decimal(stake)
    assert outcome.codes == {code}


def test_a_price_is_judged_by_amount_where_both_stand_and_disagree() -> None:
    outcome = assess(TEN, CAME, invoice("R1", line("1", 10, of="10", price="10.00", line_amount="105.00")))
    assert figures(outcome.deviation("price_over")) == (10, Decimal("10.5"), Decimal("0.5"))
    mismatch = outcome.deviation("line_amount_mismatch")
    assert (money(mismatch), mismatch.document_line) == (5, "1")


def test_a_contradicting_price_of_the_order_gives_way_to_its_amount() -> None:
    odd = order(PO, line("10", 100, unit="KGM", price="100.00", line_amount="100.00"))
    bill = invoice("R1", line("1", 100, unit="KGM", of="10", price="1.00"))
    assert {"price_over", "price_under"} & assess(odd, bill).codes == set()


def test_an_accepted_price_of_the_response_is_the_one_to_bill() -> None:
    answer = response("AB1", line("1", 10, of="10", price="11.00"))
    outcome = assess(TEN, answer, CAME, invoice("R1", line("1", 10, of="10", price="11.00")))
    assert "price_changed" in outcome.codes
    assert figures(outcome.deviation("price_over")) == (10, 11, 1)


def test_totals_that_do_not_add_up() -> None:
    bill = invoice(
        "R1",
        line("1", 10, of="10", price="10.00"),
        totals={"lines": "100.00", "net": "100.00", "tax": "19.00", "gross": "129.00"},
    )
    wrong = assess(TEN, CAME, bill).deviation("total_mismatch")
    assert (money(wrong), wrong.document_number, wrong.order_line) == (10, "R1", None)


@pytest.mark.parametrize(("tax", "seen"), [("19.00", False), ("16.00", True), ("19.04", False)])
def test_tax_that_its_rate_does_not_give(tax: str, seen: bool) -> None:
    gross = Decimal(100) + Decimal(tax)
    bill = invoice(
        "R1",
        line("1", 10, of="10", price="10.00", tax_rate="19"),
        totals={"lines": "100.00", "net": "100.00", "tax": tax, "gross": gross, "payable": gross},
    )
    outcome = assess(TEN, CAME, bill)
    assert ("tax_mismatch" in outcome.codes) is seen
    if seen:
        assert money(outcome.deviation("tax_mismatch")) == 3


def test_totals_that_are_not_stated_are_not_checked() -> None:
    bill = invoice("R1", line("1", 10, of="10", price="10.00", tax_rate="19"), totals={"payable": "119.00"})
    assert {"total_mismatch", "tax_mismatch"} & assess(TEN, CAME, bill).codes == set()


def test_another_currency() -> None:
    bill = invoice("R1", line("1", 10, of="10", price="12.00"), currency="USD")
    outcome = assess(TEN, CAME, bill)
    wrong = outcome.deviation("currency_mismatch")
    assert (wrong.severity, wrong.document_number, wrong.figures.ordered, wrong.figures.found) == (
        "block",
        "R1",
        "EUR",
        "USD",
    )
    assert "price_over" not in outcome.codes
    assert "currency_mismatch" not in assess(TEN, CAME, BILLED).codes


@pytest.mark.parametrize("currency", [None, "EUR"])
def test_no_currency_is_no_other_currency(currency: str | None) -> None:
    bill = invoice("R1", line("1", 10, of="10", price="10.00"), currency=currency)
    assert assess(TEN, CAME, bill).codes == set()


def account(iban: str) -> list[dict[str, str]]:
    return [{"iban": iban}]


def test_a_bank_account_that_changed() -> None:
    first = invoice("R1", line("1", 4, of="10", price="10.00"), payment_accounts=account("DE02120300000000202051"))
    same = invoice(
        "R2",
        line("1", 6, of="10", price="10.00"),
        payment_accounts=account("de02 1203 0000 0000 2020 51"),
        on="2026-04-01",
    )
    other = invoice(
        "R2", line("1", 6, of="10", price="10.00"), payment_accounts=account("GB33BUKB20201555555555"), on="2026-04-01"
    )
    assert assess(TEN, CAME, first, same).codes == set()
    changed = assess(TEN, CAME, first, other).deviation("bank_account_changed")
    assert (changed.severity, changed.document_number, money(changed)) == ("block", "R2", 60)


LATE = [
    pytest.param((despatch("LS1", line("1", 10, of="10"), on="2026-04-02"),), "late_shipment", id="shipment"),
    pytest.param((receipt("WE1", line("1", 10, of="10"), on="2026-04-02"),), "late_receipt", id="receipt"),
]


@pytest.mark.parametrize(("papers", "code"), LATE)
def test_what_came_after_its_day_is_late(papers, code: str) -> None:
    outcome = assess(TEN, *papers)
    assert outcome.deviation(code).severity == "info"
    assert code not in assess(TEN, *papers, policy=policy(date_days=5)).codes


@pytest.mark.parametrize(
    ("day", "late"),
    [
        (None, set()),
        ("2026-03-28", set()),
        ("2026-04-02", {"late_response", "late_shipment", "late_receipt"}),
    ],
)
def test_what_did_not_come_by_its_day_is_late_on_the_day_it_is_asked(day: str | None, late: set[str]) -> None:
    assert assess(TEN, as_of=day).codes == late


def test_a_line_without_date_is_never_late() -> None:
    outcome = assess(order(PO, line("10", 10, price="10.00")), as_of="2030-01-01")
    assert outcome.codes == set()


def test_what_is_not_tracked_is_not_late() -> None:
    rules = policy(order_response=False, shipping=False, receipt=False)
    assert assess(TEN, as_of="2030-01-01", policy=rules).codes == set()


def test_every_deviation_has_the_severity_of_its_code() -> None:
    outcome = assess(
        TEN,
        despatch("LS1", line("1", 12, of="10", outstanding_quantity=0)),
        receipt("WE1", line("1", 13, of="10", rejected_quantity=1)),
        invoice("R1", line("1", 14, of="10", price="11.00"), line("2", 1, of="99", price="1.00"), currency="EUR"),
    )
    assert len(outcome.codes) > 4
    assert all(one.severity == severity(DeviationCode(one.code)) for one in outcome.every_deviation)


@pytest.mark.parametrize("allowed", [2, 3])
def test_a_quantity_invoiced_over_within_tolerance_is_no_deviation(allowed: int) -> None:
    bill = invoice("R1", line("1", 12, of="10", price="10.00"))
    outcome = assess(
        TEN, receipt("WE1", line("1", 12, of="10")), bill, policy=policy(quantity_over=within(absolute=allowed))
    )
    assert outcome.codes == set()
    assert outcome.status() == "invoiced"


BACKWARDS = [
    response("AB1", line("1", of="10"), on="2026-02-27"),
    despatch("LS1", line("1", 10, of="10"), on="2026-02-27"),
    receipt("WE1", line("1", 10, of="10"), on="2026-02-27"),
    invoice("R1", line("1", 10, of="10", price="10.00"), on="2026-02-27"),
]


@pytest.mark.parametrize("early", BACKWARDS, ids=[one.type.value for one in BACKWARDS])
def test_a_document_that_is_older_than_its_order_counts_and_is_told(early: Document) -> None:
    outcome = assess(order(PO, line("10", 10, price="10.00"), on="2026-03-01"), early)
    assert outcome.counted(early)
    assert len(outcome.allocated(early.number or "")) == 1
    told = outcome.deviation("date_before_order")
    assert (told.severity, told.document_number, told.figures.difference) == ("info", early.number, "-2")


def test_a_response_that_names_a_change_of_a_later_day_answers_it_and_is_told() -> None:
    change = order_change("C1", line("10", 12), on="2026-03-05")
    early = response("AB1", line("1", 12, of="10"), on="2026-03-04", order_change_references=["C1"])
    outcome = assess(order(PO, line("10", 10, price="10.00"), on="2026-03-01"), change, early)
    assert outcome.status() == "confirmed"
    assert outcome.deviation("date_before_order").figures.ordered == "2026-03-05"


@pytest.mark.parametrize("day", ["2026-03-01", None])
def test_a_document_of_the_same_day_or_of_none_is_not_told(day: str | None) -> None:
    bill = invoice("R1", line("1", 10, of="10", price="10.00"), issue_date=day)
    outcome = assess(order(PO, line("10", 10, price="10.00"), on="2026-03-01"), bill)
    assert "date_before_order" not in outcome.codes
