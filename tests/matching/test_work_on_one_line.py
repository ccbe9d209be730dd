"""What is done for an order line grows with what speaks of it, not with its square: calls are counted, not seconds."""

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType

import pytest

from matching import assess as assess_case
from orders.case import Case
from orders.document import Document
from tests.cases.build import PO, POLICY, credit_note, invoice, line, order, receipt
from tests.cases.gather import cases
from tests.cases.outcome import filed

MORE = 2.4
"""Times the calls for twice as much. Sorting, and what is done once, leave it near 2; a square makes it 4."""


def calls_of(work: Callable[[], object]) -> int:
    """How many Python functions are called."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def dear_invoices(rows: int) -> list[Document]:
    """Invoices of ten rows each above the price, and credits of a row of every second one."""
    bills = [invoice(f"R{n}", *(line(str(r), 1, of="1", price=12) for r in range(10))) for n in range(rows // 10)]
    notes = [
        credit_note(f"G{n}", line("1", 1, of="1", price=12), invoice_references=(f"R{n}",))
        for n in range(0, rows // 10, 2)
    ]
    return [order(PO, line("1", rows, price=10)), *bills, *notes]


def receipts(rows: int) -> list[Document]:
    """Receipts of ten rows each, of which some were refused."""
    return [
        order(PO, line("1", rows, price=10)),
        *(
            receipt(f"W{n}", *(line(str(r), 1, of="1", rejected_quantity=None if r % 3 else 1) for r in range(10)))
            for n in range(rows // 10)
        ),
    ]


@pytest.mark.parametrize("story", [dear_invoices, receipts], ids=lambda story: story.__name__)
def test_twice_as_much_on_one_line_is_about_twice_the_work(story: Callable[[int], list[Document]]) -> None:
    few, many = (calls_of(partial(assess_case, case(story(rows)), POLICY)) for rows in (400, 800))
    assert many < MORE * few


def case(documents: list[Document]) -> Case:
    (made,) = cases(filed(documents))
    return made
