"""Rung `open_items` (SPEC §5): a line without an order is sought among what its supplier has open."""

from orders.document import Document
from tests.cases.build import PO, despatch, invoice, line, order, receipt
from tests.cases.outcome import assess

OLD = order(PO, line("10", 10, item="A-1", price="2.00", name="Dichtung 40x3"), issue_date="2026-03-01")


def bill(number: str, quantity: int = 10, **fields: object) -> Document:
    row = line("1", quantity, item="A-1", price="2.00", name="Dichtung 40x3")
    return invoice(number, row, order=None, on="2026-03-20", **fields)


def test_a_line_that_fits_one_open_line_only_is_its() -> None:
    found = assess(OLD, bill("R1"))
    (one,) = found.allocated("R1")
    assert (one.order_line, one.rule, one.quantity) == ("10", "open_items", 10)
    assert found.status() == "invoiced"


def test_a_line_that_fits_two_orders_is_proposed_with_both() -> None:
    again = order("4500099", line("10", 10, item="A-1", price="2.00", name="Dichtung 40x3"), issue_date="2026-03-05")
    found = assess(OLD, again, bill("R1"))
    assert found.allocated("R1") == []
    (left,) = found.unmatched_of("R1")
    assert {one.order.partition("@")[0] for one in left.proposals} == {PO, "4500099"}
    assert left.code == "line_unmatched"


def test_what_is_filled_is_not_open() -> None:
    again = order("4500099", line("10", 10, item="A-1", price="2.00"), issue_date="2026-03-05")
    named = invoice("R0", line("1", 10, of="10", price="2.00"), order=PO, on="2026-03-10")
    found = assess(OLD, again, named, bill("R1"))
    assert [one.order.partition("@")[0] for one in found.allocated("R1")] == ["4500099"]


def test_another_price_is_a_proposal() -> None:
    other = invoice("R1", line("1", 10, item="A-1", price="3.00"), order=None, on="2026-03-20")
    found = assess(OLD, other)
    assert found.allocated("R1") == []
    assert [one.order_line for one in found.unmatched_of("R1")[0].proposals] == ["10"]


def test_more_than_is_open_is_a_proposal() -> None:
    found = assess(OLD, bill("R1", quantity=12))
    assert (found.allocated("R1"), len(found.unmatched_of("R1")[0].proposals)) == ([], 1)


def test_a_text_alone_finds_no_order() -> None:
    found = assess(OLD, invoice("R1", line("1", 10, name="Dichtung 40x3", price="2.00"), order=None, on="2026-03-20"))
    assert found.allocated("R1") == []


def test_deliveries_are_sought_too_and_an_invoice_follows_its_delivery() -> None:
    sent = despatch("L1", line("1", 10, item="A-1"), order=None, on="2026-03-18")
    came = receipt("W1", line("1", 10, item="A-1"), order=None, on="2026-03-19")
    billed = invoice("R1", line("1", 10, price="2.00"), order=None, on="2026-03-20", despatch_references=["L1"])
    found = assess(OLD, sent, came, billed)
    assert [one.rule for name in ("L1", "W1", "R1") for one in found.allocated(name)] == [
        "open_items",
        "open_items",
        "despatch",
    ]
