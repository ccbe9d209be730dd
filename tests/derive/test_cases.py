"""Which documents and orders form a case."""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from matching import register
from matching.suppliers import Suppliers
from orders.document import Document, DocumentType, Line, OrderReference, Party, PartyId
from ordertrail.cases import search as cases
from ordertrail.cases.search import Outline, Search
from ordertrail.store.engine import Store, open_store
from ordertrail.store.library import Library
from ordertrail.store.tables import DOCUMENTS
from tests.databases import sqlite_url
from tests.derive.world import put
from tests.pace import growth

ACME = Party(name="ACME GmbH", ids=(PartyId(scheme="0088", value="4012345000009"),))
BIRCH = Party(name="Birch & Sons Ltd", ids=(PartyId(scheme="0088", value="5012345000001"),))


def made(kind: str, number: str | None, *orders: str, **fields: Any) -> Document:
    """A document of ACME's that names orders in its head."""
    references = tuple(OrderReference(number=one) for one in orders)
    given = {"type": DocumentType(kind), "number": number, "format": "test", "supplier": ACME}
    return Document(**(given | {"order_references": references} | fields))


def order(number: str) -> Document:
    return made("order", number)


Shown = tuple[set[str], set[str], set[str]]
"""Keys, own documents and context of a case, documents as "type number"."""


def cases_of(store: Store, *documents: Document) -> list[Shown]:
    put(store, *documents)
    with store.reading() as connection:
        query = select(DOCUMENTS.c.id, DOCUMENTS.c.type, DOCUMENTS.c.number)
        names = {id_: f"{kind} {number}" for id_, kind, number in connection.execute(query)}
        search = Search(Library(connection), Suppliers(()))
        search.walk(list(names))
        return [_shown(outline, names) for outline in search.outlines()]


def _shown(outline: Outline, names: dict[int, str]) -> Shown:
    return set(outline.keys), {names[one] for one in outline.own}, {names[one] for one in outline.context}


def test_an_order_and_what_names_it_are_a_case(store: Store) -> None:
    found = cases_of(store, order("A1"), made("invoice", "R1", "A1"), order("B2"))
    assert found == [({"a1"}, {"order A1", "invoice R1"}, set()), ({"b2"}, {"order B2"}, set())]


def test_order_numbers_are_compared_by_what_matters(store: Store) -> None:
    assert len(cases_of(store, order("PO-0017"), made("invoice", "R1", "po 17"))) == 1


def test_a_document_for_an_order_that_has_not_come_waits_in_that_orders_case(store: Store) -> None:
    assert cases_of(store, made("invoice", "R1", "A1")) == [({"a1"}, {"invoice R1"}, set())]


def test_a_document_whose_lines_each_name_their_order_is_in_several_cases(store: Store) -> None:
    both = made("invoice", "R1", lines=(Line(order_number="A1"), Line(order_number="B2")))
    found = cases_of(store, order("A1"), order("B2"), both)
    assert found == [({"a1"}, {"order A1", "invoice R1"}, set()), ({"b2"}, {"order B2", "invoice R1"}, set())]


def test_a_document_with_a_line_that_could_belong_to_several_orders_makes_one_case_of_them(store: Store) -> None:
    either = made("invoice", "R1", "A1", "B2", lines=(Line(id="1"),))
    assert cases_of(store, order("A1"), order("B2"), either) == [
        ({"a1", "b2"}, {"order A1", "order B2", "invoice R1"}, set())
    ]


def test_a_document_without_an_order_belongs_where_its_despatch_advice_belongs(store: Store) -> None:
    found = cases_of(
        store, order("A1"), made("despatch_advice", "L1", "A1"), made("invoice", "R1", despatch_references=("L1",))
    )
    assert found == [({"a1"}, {"order A1", "despatch_advice L1", "invoice R1"}, set())]


def test_a_credit_note_leads_to_its_order_over_invoice_receipt_and_despatch_advice(store: Store) -> None:
    chain = (
        made("despatch_advice", "L1", "A1"),
        made("receipt_advice", "W1", despatch_references=("L1",)),
        made("invoice", "R1", receipt_references=("W1",)),
        made("credit_note", "G1", invoice_references=("R1",)),
    )
    (found,) = cases_of(store, order("A1"), *chain)
    assert found[1] == {"order A1", "despatch_advice L1", "receipt_advice W1", "invoice R1", "credit_note G1"}


def test_references_are_followed_as_far_as_matching_follows_them() -> None:
    assert cases.FOLLOWED == register._FOLLOWED


def test_a_document_that_hangs_on_several_orders_makes_one_case_of_them(store: Store) -> None:
    found = cases_of(
        store,
        made("despatch_advice", "L1", "A1"),
        made("despatch_advice", "L2", "B2"),
        made("invoice", "R1", lines=(Line(despatch_number="L1"), Line(despatch_number="L2"))),
    )
    assert [keys for keys, _, _ in found] == [{"a1", "b2"}]


def test_a_line_without_an_order_hangs_on_its_despatch_advice_though_another_line_names_one(store: Store) -> None:
    found = cases_of(
        store,
        made("despatch_advice", "L2", "B2"),
        made("invoice", "R1", lines=(Line(order_number="A1"), Line(despatch_number="L2"))),
    )
    assert [keys for keys, _, _ in found] == [{"a1", "b2"}]


def test_a_number_is_looked_for_among_the_documents_of_the_same_supplier(store: Store) -> None:
    found = cases_of(
        store,
        made("despatch_advice", "L1", "A1"),
        made("despatch_advice", "L1", "B2", supplier=BIRCH),
        made("invoice", "R1", despatch_references=("L1",)),
    )
    assert [(keys, own) for keys, own, _ in found] == [
        ({"a1"}, {"despatch_advice L1", "invoice R1"}),
        ({"b2"}, {"despatch_advice L1"}),
    ]


def test_a_document_that_names_no_supplier_may_mean_anybodys(store: Store) -> None:
    found = cases_of(
        store,
        made("despatch_advice", "L1", "A1"),
        made("receipt_advice", "W1", supplier=None, despatch_references=("L1",)),
    )
    assert len(found) == 1


def test_a_document_that_names_nothing_is_a_case_of_its_own(store: Store) -> None:
    found = cases_of(store, order("A1"), made("invoice", "R1"), made("invoice", "R2", "n/a"))
    assert sorted(found, key=str) == sorted(
        [({"a1"}, {"order A1"}, set()), (set(), {"invoice R1"}, set()), (set(), {"invoice R2"}, set())], key=str
    )


def test_documents_without_an_order_that_speak_of_each_other_are_one_case(store: Store) -> None:
    found = cases_of(
        store,
        made("despatch_advice", "L1"),
        made("receipt_advice", "W1", despatch_references=("L1",)),
        made("despatch_advice", "L01", lines=(Line(id="1"),)),
    )
    assert found == [(set(), {"despatch_advice L1", "receipt_advice W1", "despatch_advice L01"}, set())]


def test_a_despatch_advice_that_names_no_order_is_shown_to_those_who_refer_to_it(store: Store) -> None:
    found = cases_of(store, made("despatch_advice", "L1"), made("invoice", "R1", "A1", despatch_references=("L1",)))
    assert ({"a1"}, {"invoice R1"}, {"despatch_advice L1"}) in found
    assert (set(), {"despatch_advice L1"}, set()) in found


def test_what_shares_a_number_is_shown_to_each_other_across_orders(store: Store) -> None:
    found = cases_of(store, made("invoice", "R1", "A1"), made("invoice", "r-1", "B2"))
    assert found == [({"a1"}, {"invoice R1"}, {"invoice r-1"}), ({"b2"}, {"invoice r-1"}, {"invoice R1"})]


def test_what_shares_a_number_with_another_supplier_is_not(store: Store) -> None:
    found = cases_of(store, made("invoice", "R1", "A1"), made("invoice", "R1", "B2", supplier=BIRCH))
    assert [context for _, _, context in found] == [set(), set()]


def test_order_changes_are_numbered_by_order_and_not_shown_to_each_other(store: Store) -> None:
    found = cases_of(store, made("order_change", "1", "A1"), made("order_change", "1", "B2"))
    assert [context for _, _, context in found] == [set(), set()]


def test_what_replaces_a_document_is_shown_to_its_case_and_the_other_way_round(store: Store) -> None:
    found = cases_of(store, made("invoice", "R1", "A1"), made("invoice", "R2", "B2", replaces=("R1",)))
    assert found == [({"a1"}, {"invoice R1"}, {"invoice R2"}), ({"b2"}, {"invoice R2"}, {"invoice R1"})]


def test_an_invoice_is_not_shown_to_the_other_orders_of_its_despatch_advice(store: Store) -> None:
    found = cases_of(
        store,
        made("despatch_advice", "L1", lines=(Line(order_number="A1"), Line(order_number="B2"))),
        made("invoice", "R1", "A1", despatch_references=("L1",)),
        made("invoice", "R2", "B2", despatch_references=("L1",)),
    )
    assert found == [
        ({"a1"}, {"despatch_advice L1", "invoice R1"}, set()),
        ({"b2"}, {"despatch_advice L1", "invoice R2"}, set()),
    ]


@pytest.mark.parametrize("reference", ["L1", "L2"])
def test_a_reference_to_what_has_not_come_leads_nowhere_yet(store: Store, reference: str) -> None:
    (found,) = cases_of(store, made("invoice", "R1", despatch_references=(reference,)))
    assert found == (set(), {"invoice R1"}, set())


def bills_of_many_suppliers(many: int) -> list[Document]:
    suppliers = [Party(name=f"Supplier {n}") for n in range(many)]
    bills = [made("invoice", "1", f"P{n}", supplier=one) for n, one in enumerate(suppliers)]
    return bills + [
        made("credit_note", f"G{n}", supplier=one, invoice_references=("1",)) for n, one in enumerate(suppliers)
    ]


def bills_of_one_supplier(many: int) -> list[Document]:
    return [made("invoice", "1", "P1", lines=(Line(note=f"{n}"),)) for n in range(many)]


def bills_that_name_no_order(many: int) -> list[Document]:
    return [made("invoice", "1", lines=(Line(note=f"{n}"),)) for n in range(many)]


@pytest.mark.parametrize("bills", [bills_of_many_suppliers, bills_of_one_supplier, bills_that_name_no_order])
def test_a_number_that_many_bills_bear_costs_in_proportion_to_them(
    tmp_path: Path, bills: Callable[[int], list[Document]]
) -> None:
    names = (tmp_path / f"{number}.db" for number in count())

    def prepared(many: int) -> Callable[[], object]:
        store = open_store(sqlite_url(next(names)), create=True, archive_in_use=False)
        documents = bills(many)
        cases = cases_of(store, *documents)
        assert set().union(*(own for _, own, _ in cases)) == {f"{one.type} {one.number}" for one in documents}

        def work() -> None:
            with store.reading() as connection:
                search = Search(Library(connection), Suppliers(()))
                search.touch(range(1, len(documents) + 1))
                assert sum(1 for _ in search.outlines()) == len(cases)
                assert sum(1 for _ in search.settled()) == len(documents)
            store.close()

        return work

    assert growth(prepared, 1_600) < 3
