"""Documents that name no order are assessed with the orders they may belong to, while these are not too many."""

from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

from sqlalchemy import select

from matching import assess
from matching.suppliers import Suppliers
from orders.document import Document, DocumentType, Line, OrderReference, Party
from orders.policy import Policy
from ordertrail.cases import bounds
from ordertrail.cases.search import Outline, Search
from ordertrail.derive.session import derive
from ordertrail.rebuild import check
from ordertrail.store.engine import Store
from ordertrail.store.library import Library
from ordertrail.store.tables import DOCUMENTS
from tests.derive.world import put

ACME, BIRCH = Party(name="ACME GmbH"), Party(name="Birch & Sons Ltd")
MARCH = date(2026, 3, 1)


def made(kind: str, number: str, *items: str, after: int = 0, **fields: Any) -> Document:
    """A document of ACME's, so many days after the first of March."""
    given: dict[str, Any] = {"supplier": ACME, "issue_date": MARCH + timedelta(days=after)}
    lines = tuple(Line(id=str(row), supplier_item=item) for row, item in enumerate(items, 1))
    return Document(type=DocumentType(kind), number=number, format="test", lines=lines, **(given | fields))


def cases_of(store: Store, *documents: Document) -> list[tuple[set[str], set[str]]]:
    """Keys and own documents of every case."""
    put(store, *documents)
    return [(set(one.keys), names) for one, names in outlines(store)]


def outlines(store: Store, *walked: int) -> list[tuple[Outline, set[str]]]:
    with store.reading() as connection:
        query = select(DOCUMENTS.c.id, DOCUMENTS.c.type, DOCUMENTS.c.number)
        names = {id_: f"{kind} {number}" for id_, kind, number in connection.execute(query)}
        found = Search(Library(connection), Suppliers(()))
        found.walk(walked or names)
        return [(outline, {names[one] for one in outline.own}) for outline in found.outlines()]


def test_a_document_without_an_order_is_assessed_with_the_orders_of_its_items(store: Store) -> None:
    found = cases_of(
        store,
        made("order", "A1", "S-1"),
        made("order", "B2", "S-1", "S-2"),
        made("order", "C3", "S-3"),
        made("invoice", "R1", "s 1", after=9),
    )
    assert found == [({"a1", "b2"}, {"order A1", "order B2", "invoice R1"}), ({"c3"}, {"order C3"})]


def test_one_that_names_an_order_ties_no_other(store: Store) -> None:
    named = made("invoice", "R1", "S-1", after=9, order_references=(OrderReference(number="A1"),))
    assert len(cases_of(store, made("order", "A1", "S-1"), made("order", "B2", "S-1"), named)) == 2


def test_orders_of_others_younger_and_much_older_ones_are_not_meant(store: Store) -> None:
    found = cases_of(
        store,
        made("order", "A1", "S-1", supplier=BIRCH),
        made("order", "B2", "S-1", after=10),
        made("order", "C3", "S-1", after=-200),
        made("invoice", "R1", "S-1", after=9),
        made("credit_note", "G1", "S-1", after=9),
    )
    assert [keys for keys, own in found if "invoice R1" in own] == [set()]
    assert all(len(own) == 1 for _, own in found)


def test_what_refers_to_such_a_document_comes_along(store: Store) -> None:
    sent = made("despatch_advice", "L1", "S-1", after=5)
    bill = made("invoice", "R1", "X-9", after=9, despatch_references=("L1",))
    ((keys, own),) = cases_of(store, made("order", "A1", "S-1"), sent, bill)
    assert (keys, len(own)) == ({"a1"}, 3)


def chain(length: int) -> list[Document]:
    """Orders, each tied to the next by an invoice for an item of both."""
    orders = [made("order", f"P{n}", f"S-{n}", f"S-{n + 1}") for n in range(length)]
    return orders + [made("invoice", f"R{n}", f"S-{n}", after=9) for n in range(1, length)]


def test_a_chain_of_items_makes_one_case_up_to_a_bound_and_beyond_it_none(store: Store) -> None:
    with patch.object(bounds, "MOST_ORDERS", 6):
        assert [len(keys) for keys, _ in cases_of(store, *chain(6))] == [6]
        put(store, *chain(7)[6:7], *chain(7)[-1:], start=50)
        assert [len(keys) for keys, _ in outlines_of_keys(store)] == [0] * 6 + [1] * 7


def outlines_of_keys(store: Store) -> list[tuple[set[str], set[str]]]:
    return sorted(((set(one.keys), names) for one, names in outlines(store)), key=lambda one: len(one[0]))


def test_walking_stops_at_the_bound(store: Store) -> None:
    put(store, *chain(60))
    with patch.object(bounds, "MOST_ORDERS", 6):
        assert len(outlines(store, 30)) < 20
        assert all(len(one.keys) < 2 for one, _ in outlines(store, 30))


def test_a_document_that_makes_a_case_too_large_divides_it_and_a_rebuild_says_the_same(store: Store) -> None:
    with patch.object(bounds, "MOST_ORDERS", 6):
        for place, one in enumerate(chain(9)):
            put(store, one, start=place)
            derive(store, Policy(), assess)
            assert list(check(store, Policy(), assess)) == []


def test_the_chances_of_a_document_are_tried_again_when_an_order_comes(store: Store) -> None:
    put(store, made("invoice", "R1", "S-1", after=9))
    derive(store, Policy(), assess)
    put(store, made("order", "A1", "S-1"), start=1)
    assert derive(store, Policy(), assess) == 1
    assert [len(own) for _, own in outlines(store)] == [2]
