"""Worked cases: units, prices and rounding."""

from decimal import Decimal
from fractions import Fraction

import pytest

from orders.assessment import ASSESSMENT
from orders.numbers import plain
from orders.policy import Packaging
from tests.cases.build import PO, invoice, line, order, policy, receipt, supplier, within
from tests.cases.outcome import assess, figures, money


def test_case_S21_seven_of_a_dozen_is_seven_twelfths() -> None:
    outcome = assess(
        order(PO, line("10", 1, unit="DZN", price="12.00")),
        invoice("R1", line("1", 7, of="10", unit="C62", price="1.00")),
    )
    assert outcome.line().invoiced == Fraction(7, 12)
    assert plain(outcome.line().invoiced) == "0.583333"
    assert outcome.line().open_to_invoice == Fraction(5, 12)
    assert {"price_over", "price_under"} & outcome.codes == set()


def test_case_S21_twelve_single_pieces_close_the_dozen() -> None:
    parts = [invoice(f"R{n}", line("1", n, of="10", unit="C62", price="1.00"), on=f"2026-04-0{n}") for n in (5, 3, 4)]
    outcome = assess(order(PO, line("10", 1, unit="DZN", price="12.00")), *parts)
    assert outcome.line().invoiced == 1
    assert outcome.status() == "invoiced"
    assert "quantity_over_ordered" not in outcome.codes


@pytest.mark.parametrize("quantity", ["1800", "6", "400.001", "2.92"])
def test_case_S21_no_quantity_grows_by_being_stored(quantity: str) -> None:
    outcome = assess(
        order(PO, line("10", quantity, unit="KGM", price="1.00")),
        receipt("WE1", line("1", quantity, of="10", unit="KGM")),
        invoice("R1", line("1", Decimal(quantity) * 1000, of="10", unit="GRM", price="0.001")),  # type: ignore[arg-type]  # a decimal is as good as its text
    )
    (answer,) = (ASSESSMENT.from_json(ASSESSMENT.to_json(answer)) for _, answer in outcome.answers)
    assert answer.orders[0].lines[0].invoiced == Decimal(quantity)
    assert outcome.status() == "invoiced"
    assert outcome.codes == set()


BOX_OF_TEN = policy(suppliers=(supplier(units={"BX": Packaging(unit="C62", factor=Decimal(10))}),))


def test_case_S22_a_box_of_ten_is_ten_pieces() -> None:
    outcome = assess(
        order(PO, line("10", 10, unit="C62", price="1.00")),
        invoice("R1", line("1", 1, of="10", unit="BX", price="10.00")),
        policy=BOX_OF_TEN,
    )
    assert outcome.line().invoiced == 10
    assert outcome.status() == "invoiced"
    assert {"price_over", "unit_not_convertible"} & outcome.codes == set()


def test_case_S22_a_box_that_was_ordered_as_a_box_needs_no_conversion() -> None:
    outcome = assess(
        order(PO, line("10", 1, unit="BX", price="10.00")),
        invoice("R1", line("1", 1, of="10", unit="BX", price="10.00")),
    )
    assert (outcome.line().invoiced, outcome.line().unit) == (1, "BX")
    assert outcome.codes == {"invoiced_not_received"}


def test_case_S22_a_unit_put_right_by_a_correction_counts_anew() -> None:
    wrong = invoice("R1", line("1", 10, of="10", unit="BX", price="10.00"))
    right = invoice(
        "R2",
        line("1", 10, of="10", unit="C62", price="1.00"),
        type_code="384",
        invoice_references=["R1"],
        on="2026-04-01",
    )
    ordered = order(PO, line("10", 10, unit="C62", price="1.00"))
    assert assess(ordered, wrong, policy=BOX_OF_TEN).line().invoiced == 100
    outcome = assess(ordered, wrong, right, policy=BOX_OF_TEN)
    assert outcome.line().invoiced == 10
    assert "quantity_over_ordered" not in outcome.codes


def test_case_S23_a_price_per_hundred_is_no_price_deviation() -> None:
    outcome = assess(
        order(PO, line("10", 50, price="0.02")), invoice("R1", line("1", 50, of="10", price="0.02", line_amount="1.00"))
    )
    assert outcome.line().invoiced_amount == 1
    assert outcome.codes == {"invoiced_not_received"}


def test_case_S24_a_price_of_nothing_is_taken_from_the_amount() -> None:
    outcome = assess(
        order(PO, line("10", 10, price="10.00")),
        invoice("R1", line("1", 10, of="10", price="0.00", line_amount="100.00")),
    )
    assert {"price_over", "price_under"} & outcome.codes == set()
    outcome = assess(
        order(PO, line("10", 10, price="9.00")),
        invoice("R1", line("1", 10, of="10", price="0.00", line_amount="100.00")),
    )
    assert figures(outcome.deviation("price_over")) == (9, 10, 1)


def test_case_S24_a_priced_line_of_no_quantity_is_a_charge() -> None:
    outcome = assess(
        order(PO, line("10", 10, price="10.00")),
        invoice(
            "R1",
            line("1", 10, of="10", price="10.00"),
            line("2", 0, name="Handling", price="12.00", line_amount="12.00"),
            charges=[{"amount": "10.40", "text": "Freight"}],
            totals={"lines": "112.00", "net": "122.40", "gross": "122.40"},
        ),
    )
    assert outcome.status() == "invoiced"
    assert outcome.line().invoiced_amount == 100
    assert "total_mismatch" not in outcome.codes
    assert sorted(money(one) for one in outcome.deviations("charge_not_ordered")) == [
        Decimal("10.40"),
        Decimal("12.00"),
    ]
    assert {"line_unmatched"} & outcome.codes == set()


def test_case_S25_the_net_amount_of_a_discounted_line_is_its_price() -> None:
    outcome = assess(
        order(PO, line("10", 10, price="9.00")),
        invoice(
            "R1",
            line(
                "1", 10, of="10", price="10.00", line_amount="90.00", charges=[{"amount": "-10.00", "text": "Rabatt"}]
            ),
        ),
    )
    assert {"price_over", "price_under", "line_amount_mismatch", "charge_not_ordered"} & outcome.codes == set()
    assert outcome.line().invoiced_amount == 90


def test_case_S26_a_tolerance_of_nothing_lets_nothing_through() -> None:
    outcome = assess(
        order(PO, line("10", 100, unit="MTR", price="10.00")),
        receipt("WE1", line("1", "100.002", of="10", unit="MTR")),
    )
    over = outcome.deviation("quantity_over_ordered")
    assert figures(over) == (100, Decimal("100.002"), Decimal("0.002"))
    assert over.figures.tolerance == "0"
    assert outcome.status() == "received"


@pytest.mark.parametrize(
    ("arrived", "limits"),
    [("101", {"quantity_over": within(1)}), ("99", {"quantity_under": within(1)}), ("100", {})],
)
def test_case_S26_what_is_within_tolerance_is_received(arrived: str, limits) -> None:
    outcome = assess(
        order(PO, line("10", 100, unit="MTR", price="10.00")),
        receipt("WE1", line("1", arrived, of="10", unit="MTR")),
        policy=policy(**limits),
    )
    assert outcome.status() == "received"
    assert "quantity_over_ordered" not in outcome.codes


def test_case_S27_net_is_compared_with_net_and_per_piece() -> None:
    outcome = assess(
        order(PO, line("10", 3, price="10.00")),
        invoice(
            "R1",
            line("1", 3, of="10", price="10.00", tax_rate="19"),
            totals={"lines": "30.00", "net": "30.00", "tax": "5.70", "gross": "35.70", "payable": "35.70"},
        ),
    )
    assert {"price_over", "total_mismatch", "tax_mismatch"} & outcome.codes == set()
    assert outcome.line().invoiced_amount == 30


def test_case_S27_a_receipt_refused_as_a_whole_does_not_make_more_than_all_invoiced() -> None:
    outcome = assess(
        order(PO, line("10", 10, price="10.00")),
        receipt("WE1", line("1", 10, of="10", rejected_quantity=10)),
        invoice("R1", line("1", 10, of="10", price="10.00")),
    )
    assert outcome.line().invoiced == outcome.line().target == 10
    assert outcome.line().open_to_invoice == 0
    assert outcome.line().open_to_receive == 10
    assert outcome.deviation("goods_rejected").figures.difference is not None
    assert "quantity_over_ordered" not in outcome.codes


def test_case_S28_a_unit_without_conversion_stops_its_line_only() -> None:
    outcome = assess(
        order(PO, line("10", 10, unit="C62", price="4.00"), line("20", 2, price="1.00")),
        invoice("R1", line("1", 25, of="10", unit="KGM", price="1.60"), line("2", 2, of="20", price="1.00")),
    )
    stuck = outcome.deviation("unit_not_convertible")
    assert (stuck.order_line, stuck.document_line, money(stuck)) == ("10", "1", 40)
    assert outcome.line("10").invoiced == 0
    assert outcome.line("20").status == "invoiced"
    assert [(one.document_line, one.code) for one in outcome.unmatched_of("R1")] == [("1", "unit_not_convertible")]


def test_case_S29_the_documents_price_stays_the_documents() -> None:
    outcome = assess(order(PO, line("10", 10, price="10.00")), invoice("R1", line("1", 10, of="10", price="10.50")))
    (allocation,) = outcome.allocated("R1")
    assert allocation.amount == outcome.line().invoiced_amount == 105
    assert outcome.line().unit_price == 10


def test_case_S29_the_quantity_invoiced_is_not_cut_down_to_what_came() -> None:
    outcome = assess(
        order(PO, line("10", 2, price="10.00")),
        receipt("WE1", line("1", 1, of="10")),
        invoice("R1", line("1", 2, of="10", price="10.00")),
    )
    assert (outcome.line().invoiced, outcome.line().received) == (2, 1)
    assert figures(outcome.deviation("invoiced_not_received"))[2] == 1
