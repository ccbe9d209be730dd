"""A card tells what a document hangs on, without its body."""

from datetime import date

import pytest

from orders.document import Document, DocumentType, Line, OrderReference, Party, PartyId
from ordertrail.store import facts
from ordertrail.store.facts import Card, card


def card_of(kind: str = "invoice", *lines: Line, orders: tuple[str, ...] = (), **fields: object) -> Card:
    references = tuple(OrderReference(number=one) for one in orders)
    return card(Document(type=DocumentType(kind), format="test", order_references=references, lines=lines, **fields))  # type: ignore[arg-type]  # the tests say what they set


def test_a_card_says_what_documents_are_listed_by() -> None:
    supplier = Party(name="ACME GmbH", ids=(PartyId(scheme="0088", value="40 123"),), vat_id="DE 123")
    made = card_of("invoice", Line(), number="R-0017", issue_date=date(2026, 3, 1), supplier=supplier)
    assert (made.type, made.number, made.number_key, made.issue_date) == ("invoice", "R-0017", "r17", "2026-03-01")
    assert made.supplier == "ACME GmbH"
    assert made.supplier_ids == (("0088", "40123"), ("vat", "de123"))
    assert made.lines == 1


def test_a_document_names_orders_in_head_and_lines() -> None:
    made = card_of("invoice", Line(order_number="B2"), Line(order_number="A1, C3"), orders=("D4", "n/a"))
    assert made.order_keys == ("a1", "a1c3", "b2", "c3", "d4")


def test_an_order_names_itself() -> None:
    assert card_of("order", number="A1").order_keys == ("a1",)


@pytest.mark.parametrize(
    ("lines", "orders", "coupled"),
    [
        ((Line(order_number="A1"), Line(order_number="B2")), (), False),
        ((Line(order_number="A1"), Line()), (), False),
        ((Line(order_number="A1"), Line()), ("B2",), False),
        ((Line(),), ("A1", "B2"), True),
        ((), ("A1", "B2"), True),
        ((Line(order_number="A1 B2"),), (), True),
        ((Line(order_number="A1"), Line(order_number="B2"), Line()), (), True),
    ],
)
def test_orders_are_coupled_where_a_line_could_belong_to_several(
    lines: tuple[Line, ...], orders: tuple[str, ...], coupled: bool
) -> None:
    assert card_of("invoice", *lines, orders=orders).couples is coupled


@pytest.mark.parametrize(
    ("lines", "orders", "hangs"),
    [
        ((), (), True),
        ((Line(despatch_number="L1"),), (), True),
        ((Line(despatch_number="L1"),), ("A1",), False),
        ((Line(order_number="A1", despatch_number="L1"),), (), False),
        ((Line(order_number="A1"), Line(despatch_number="L1")), (), True),
        ((Line(order_number="A1"), Line()), (), False),
    ],
)
def test_a_document_hangs_where_a_line_can_only_be_placed_through_another_document(
    lines: tuple[Line, ...], orders: tuple[str, ...], hangs: bool
) -> None:
    assert card_of("invoice", *lines, orders=orders).hangs is hangs


def test_links_name_type_and_number_of_what_a_document_refers_to() -> None:
    made = card_of(
        "credit_note",
        Line(despatch_number="L-01", receipt_number="W1", invoice_number="NA"),
        Line(despatch_number="L1"),
        invoice_references=("R1",),
        replaces=("G1",),
        cancels=("-",),
    )
    assert made.links == (
        ("credit_note", "g1"),
        ("credit_note", "r1"),
        ("despatch_advice", "l1"),
        ("invoice", "r1"),
        ("receipt_advice", "w1"),
    )


def test_a_document_of_very_many_orders_and_lines_makes_one_case_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [Line(order_number=f"A{number}") for number in range(10)]
    assert not card_of("invoice", *lines).couples
    monkeypatch.setattr(facts, "LARGEST_FOLD", 99)
    assert card_of("invoice", *lines).couples
