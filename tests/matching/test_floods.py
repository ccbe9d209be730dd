"""What a case costs grows in proportion to it, whatever stands in it thousands of times; so does what is said of it.

A hostile file needs a few megabytes for each of these; a large order or a year's consolidated invoice comes near some.
"""

from collections.abc import Callable

import pytest

from orders.assessment import ASSESSMENT
from orders.document import Document, Line, OrderReference, Party
from tests.matching.build import (
    assessed,
    change,
    credit,
    despatch,
    for_line,
    invoice,
    line,
    order,
    receipt,
    response,
    the_order,
)
from tests.pace import growth

MANY = 1_600
BOTH = (OrderReference(number="P1"), OrderReference(number="P2"))


def item(row: int, quantity: int = 1, name: str = "A") -> Line:
    return line(str(row), quantity=quantity, buyer_item=name)


def of_one_item(many: int, name: str = "4500017", quantity: int = 2) -> Document:
    return order(
        *[line(str(n), quantity=quantity, unit_price=5, buyer_item="A") for n in range(1, many + 1)], name=name
    )


def of_items(many: int) -> Document:
    return order(*[line(str(n), quantity=2, unit_price=5, buyer_item=f"A{n}") for n in range(1, many + 1)])


def of_names(many: int) -> Document:
    return order(*[line(str(n), quantity=2, unit_price=5, name=f"Bolt steel zinc {n}") for n in range(1, many + 1)])


def orders(many: int, name: Callable[[int], str]) -> list[Document]:
    return [order(line("1", quantity=2, unit_price=5, buyer_item=name(n)), name=f"P{n}") for n in range(many)]


def all_of(many: int) -> tuple[OrderReference, ...]:
    return tuple(OrderReference(number=f"P{n}") for n in range(many))


def rows_of_one_item(many: int) -> list[Document]:
    return [of_one_item(many), receipt(*[item(n) for n in range(many)])]


def rows_of_one_item_each_of_its_price(many: int) -> list[Document]:
    rows = [line(str(n), quantity=1, unit_price=n, buyer_item="A") for n in range(many)]
    return [of_one_item(many), invoice(*rows)]


def rows_of_one_delivery(many: int) -> list[Document]:
    sent = despatch(*[for_line("1", 1, id=str(n)) for n in range(many)])
    return [of_one_item(many), sent, invoice(*[line(str(n), quantity=1, despatch_number="LS1") for n in range(many)])]


def bills_and_credits_of_one_item(many: int) -> list[Document]:
    rows = [item(n) for n in range(many)]
    return [of_one_item(many), invoice(*rows), credit(*rows)]


def receipts_and_returns_of_one_item(many: int) -> list[Document]:
    came, back = [item(n, 2) for n in range(many)], [item(n, -1) for n in range(many)]
    return [of_one_item(many), receipt(*came), receipt(*back, name="WE2")]


def receipts_of_one_item(many: int) -> list[Document]:
    return [of_one_item(many), *(receipt(item(1), name=f"WE{n}") for n in range(many))]


def receipts_and_bills_of_one_order_line(many: int) -> list[Document]:
    receipts = [receipt(for_line("10", 1), name=f"WE{n}") for n in range(many)]
    bills = [invoice(for_line("10", 1, unit_price=5), name=f"RE{n}") for n in range(many)]
    return [order(line("10", quantity=many, unit_price=5)), *receipts, *bills]


def answers_and_changes_of_one_order_line(many: int) -> list[Document]:
    answers = [response(for_line("10", n), name=f"AB{n}") for n in range(many)]
    changes = [change(line("10", quantity=n), name=f"C{n}") for n in range(many)]
    return [order(line("10", quantity=many)), *answers, *changes]


def answers_by_item(many: int) -> list[Document]:
    return [of_one_item(many), response(*[item(n, 2) for n in range(many)])]


def bills_over_two_orders(many: int) -> list[Document]:
    both = [of_one_item(many, name, many) for name in ("P1", "P2")]
    return [*both, *(invoice(item(1), name=f"RE{n}", order_references=BOTH) for n in range(many))]


def receipts_of_a_line_of_either_order(many: int) -> list[Document]:
    both = [of_one_item(many, name, many) for name in ("P1", "P2")]
    lines = [for_line(str(n), 1) for n in range(1, many + 1)]
    return [*both, *(receipt(one, name=f"WE{n}", order_references=BOTH) for n, one in enumerate(lines))]


def a_bill_over_many_orders(many: int) -> list[Document]:
    rows = [line(str(n), quantity=2, unit_price=5, buyer_item=f"A{n}") for n in range(many)]
    return [*orders(many, lambda n: f"A{n}"), invoice(*rows, order_references=all_of(many))]


def a_bill_over_many_orders_of_one_item(many: int) -> list[Document]:
    rows = [line(str(n), quantity=2, unit_price=5, buyer_item="A") for n in range(many)]
    return [*orders(many, lambda _: "A"), invoice(*rows, order_references=all_of(many))]


def bills_without_lines_over_many_orders(many: int) -> list[Document]:
    bills = [invoice(name=f"RE{n}", order_references=all_of(many)) for n in range(3)]
    return [*orders(many, lambda _: "A"), *bills]


def a_bill_over_many_deliveries(many: int) -> list[Document]:
    names = range(1, many + 1)
    sent = [despatch(line("1", quantity=1, buyer_item=f"A{n}"), name=f"LS{n}") for n in names]
    rows = [line(str(n), quantity=1, buyer_item=f"A{n}") for n in names]
    return [of_items(many), *sent, invoice(*rows, despatch_references=tuple(f"LS{n}" for n in names))]


def rows_like_nothing_quite(many: int) -> list[Document]:
    rows = [line(str(n), quantity=1, unit_price=5, name=f"Screw zinc steel {n}") for n in range(many)]
    return [of_names(many), invoice(*rows)]


def bills_like_nothing_quite(many: int) -> list[Document]:
    rows = [line("1", quantity=1, unit_price=5, name=f"Screw zinc steel {n}") for n in range(many)]
    return [of_names(many), *(invoice(row, name=f"RE{n}") for n, row in enumerate(rows))]


def bills_of_one_number(many: int) -> list[Document]:
    return [order(line("10", quantity=many)), *(invoice(for_line("10", n + 1), name="RE") for n in range(many))]


def bills_of_one_number_by_as_many_suppliers(many: int) -> list[Document]:
    bills = [invoice(for_line("10", 1), name="RE", supplier=Party(name=f"Supplier {n}")) for n in range(many)]
    return [order(line("10", quantity=many)), *bills]


def orders_of_one_number(many: int) -> list[Document]:
    return [order(line("10", quantity=n + 1)) for n in range(many)]


def a_bill_of_orders_nobody_knows(many: int) -> list[Document]:
    return [order(line("10", quantity=1)), invoice(*[item(n) for n in range(many)], order_references=all_of(many))]


FLOODS = [
    rows_of_one_item,
    rows_of_one_item_each_of_its_price,
    rows_of_one_delivery,
    bills_and_credits_of_one_item,
    receipts_and_returns_of_one_item,
    receipts_of_one_item,
    receipts_and_bills_of_one_order_line,
    answers_and_changes_of_one_order_line,
    answers_by_item,
    bills_over_two_orders,
    receipts_of_a_line_of_either_order,
    a_bill_over_many_orders,
    a_bill_over_many_orders_of_one_item,
    bills_without_lines_over_many_orders,
    a_bill_over_many_deliveries,
    rows_like_nothing_quite,
    bills_like_nothing_quite,
    bills_of_one_number,
    bills_of_one_number_by_as_many_suppliers,
    orders_of_one_number,
    a_bill_of_orders_nobody_knows,
]


@pytest.mark.parametrize("flood", FLOODS)
def test_a_flood_costs_in_proportion_to_it(flood: Callable[[int], list[Document]]) -> None:
    def prepared(many: int) -> Callable[[], object]:
        documents = flood(many)
        return lambda: assessed(*documents)

    assert growth(prepared, MANY) < 3


@pytest.mark.parametrize("flood", FLOODS)
def test_what_is_said_of_a_flood_is_in_proportion_to_it(flood: Callable[[int], list[Document]]) -> None:
    few, many = (len(ASSESSMENT.to_json(assessed(*flood(size)))) / size for size in (MANY // 2, MANY))
    assert many < 1.2 * few  # twice as much where each part speaks of all others


def test_an_order_of_ten_thousand_lines_is_one_pass() -> None:
    def prepared(lines: int) -> Callable[[], object]:
        big = order(*[line(str(n), quantity=2, buyer_item=str(n)) for n in range(1, lines + 1)])
        halves = [receipt(*[for_line(str(n), 1) for n in range(1, lines + 1)], name=f"W{k}") for k in range(2)]

        def work() -> None:
            assert the_order(assessed(big, *halves)).status == "received"

        return work

    assert growth(prepared, 10_000) < 3
