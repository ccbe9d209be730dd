"""What was learned is used like what is configured, says so, and stands back where the configuration speaks."""

from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import replace

from matching import assess
from orders.assessment import Assessment
from orders.case import Case
from orders.learned import Learned, LearnedKind
from orders.policy import Packaging, Policy, SupplierPolicy
from orders.wording import LANGUAGES, say
from ordertrail.config import parse
from tests.cases.build import OTHER_SUPPLIER, POLICY, SUPPLIER, document, line, order
from tests.cases.gather import cases
from tests.cases.outcome import filed


def lesson(kind: str, source: str, target: str, *, number: int = 1, **fields: object) -> Learned:
    given = {"supplier": SUPPLIER, "taken_at": datetime(2026, 3, 2, tzinfo=UTC), "taken_by": "eva", "decision": 7}
    return Learned(id=number, kind=LearnedKind(kind), source=source, target=target, **(given | fields))  # type: ignore[arg-type]  # fields of all kinds


def assessed(*documents: object, learned: tuple[Learned, ...], policy: Policy = POLICY) -> Assessment:
    (case,) = cases(filed(documents), ())  # type: ignore[arg-type]  # documents
    return assess(replace(case, learned=learned), policy)


ORDER = order("4500017", line("10", 120, item="OUR-1", price="1.00"), line("20", 5, item="OUR-2", price="9.00"))


def bill(**fields: object) -> object:
    given = {"item": None, "supplier_item": "SUP-1", "price": "1.00"} | fields
    quantity = given.pop("quantity", 120)
    return document("invoice", "R1", line("1", quantity, **given))  # type: ignore[arg-type]  # as build takes them


def test_a_learned_item_matches_by_the_item_rung_and_says_from_which_decision() -> None:
    found = assessed(ORDER, bill(), learned=(lesson("item", "SUP-1", "OUR-1"),))
    (allocation,) = found.orders[0].lines[0].allocations
    assert allocation.rule == "item"
    (said,) = allocation.learned
    assert [say(said, language) for language in LANGUAGES] == [
        "Artikel SUP-1 des Lieferanten ist Ihr Artikel OUR-1: gelernt aus Entscheidung 7 vom 02.03.2026 (eva).",
        "The supplier's item SUP-1 is your item OUR-1: learned from decision 7 of Mar 2, 2026 (eva).",
        "L'article SUP-1 du fournisseur est votre article OUR-1 : appris de la décision 7 du 2 mars 2026 (eva).",
    ]


def test_a_learned_item_is_compared_without_case_and_separators() -> None:
    found = assessed(ORDER, bill(supplier_item="sup 1"), learned=(lesson("item", "SUP-1", "our 1"),))
    assert found.orders[0].lines[0].invoiced == 120


@pytest.mark.parametrize(
    ("learned", "policy"),
    [
        ((), POLICY),
        ((lesson("item", "SUP-1", "OUR-1", supplier=OTHER_SUPPLIER),), POLICY),
        ((lesson("item", "SUP-1", "OUR-1"), lesson("item", "SUP-1", "OUR-9", number=2)), POLICY),
        (
            (lesson("item", "SUP-1", "OUR-1"),),
            Policy(suppliers=(SupplierPolicy(key="acme", name="ACME GmbH", items={"SUP 1": "OUR-9"}),)),
        ),
    ],
    ids=["nothing", "of another supplier", "something newer", "the configuration"],
)
def test_what_does_not_hold_places_nothing_by_item(learned: tuple[Learned, ...], policy: Policy) -> None:
    found = assessed(ORDER, bill(price=None, name="Something"), learned=learned, policy=policy)
    assert {one.rule for order in found.orders for row in order.lines for one in row.allocations} <= {"similar"}


@pytest.mark.parametrize(("factor", "quantity", "invoiced"), [(12, 10, 120), (Fraction(1, 3), 1, Fraction(1, 3))])
def test_a_learned_unit_converts_exactly_and_says_so(factor: object, quantity: int, invoiced: object) -> None:
    unit = lesson("unit", "CT", "C62", item="OUR-1", factor=factor)
    found = assessed(ORDER, bill(item="OUR-1", unit="CT", quantity=quantity, of="10", price=None), learned=(unit,))
    (allocation,) = found.orders[0].lines[0].allocations
    assert (allocation.quantity, len(allocation.learned)) == (invoiced, 1)


def test_a_learned_unit_of_one_item_says_nothing_of_another() -> None:
    unit = lesson("unit", "CT", "C62", item="OUR-2", factor=12)
    found = assessed(ORDER, bill(item="OUR-1", unit="CT", quantity=10, of="10", price=None), learned=(unit,))
    assert "unit_not_convertible" in {one.code for one in found.deviations}


def test_configured_packaging_goes_before_what_was_learned() -> None:
    unit = lesson("unit", "CT", "C62", item="OUR-1", factor=10)
    acme = SupplierPolicy(key="acme", name="ACME GmbH", units={"CT": Packaging(unit="C62", factor=Fraction(12))})
    policy = Policy(suppliers=(acme,))
    found = assessed(
        ORDER, bill(item="OUR-1", unit="CT", quantity=10, of="10", price=None), learned=(unit,), policy=policy
    )
    (allocation,) = found.orders[0].lines[0].allocations
    assert (allocation.quantity, allocation.learned) == (120, ())


def test_a_learned_wording_is_a_charge_and_the_document_says_why() -> None:
    extra = document(
        "invoice",
        "R1",
        line("1", 120, item="OUR-1", price="1.00"),
        line("2", 1, name="Nebenleistung 3/2026", price="4"),
    )
    assert "line_unmatched" in {one.code for one in assessed(ORDER, extra, learned=()).deviations}
    found = assessed(ORDER, extra, learned=(lesson("charge", "Nebenleistung", "charge"),))
    assert [one.code for one in found.deviations if one.document_line == "2"] == ["charge_not_ordered"]
    (invoice,) = (one for one in found.documents if one.type == "invoice")
    assert [(one.text, len(invoice.learned)) for one in invoice.charges] == [("Nebenleistung 3/2026", 1)]


def test_a_wording_that_was_learned_to_be_goods_is_no_charge() -> None:
    extra = document("invoice", "R1", line("1", 1, name="Europalette", price="9.00"))
    goods = assessed(ORDER, extra, learned=(lesson("charge", "Europalette", "goods"),))
    assert "line_unmatched" in {one.code for one in goods.deviations}
    assert "line_unmatched" not in {one.code for one in assessed(ORDER, extra, learned=()).deviations}


def test_a_supplier_that_is_known_by_what_was_learned_only_has_no_key() -> None:
    found = assessed(ORDER, bill(), learned=(lesson("item", "SUP-1", "OUR-1"),), policy=Policy())
    assert (found.orders[0].supplier_key, found.orders[0].lines[0].invoiced) == (None, 120)


def test_a_case_without_lessons_is_the_same_as_ever() -> None:
    (case,) = cases(filed((ORDER, bill())), ())  # type: ignore[arg-type]  # documents
    assert case == Case(keys=case.keys, documents=case.documents, alone=case.alone)


def test_a_configured_item_is_found_however_a_document_spaces_it() -> None:
    config = parse('[suppliers.acme]\nname = "ACME GmbH"\nitems = { "SUP-1" = "OUR-1" }\n', Path("config.toml"), {})
    found = assessed(ORDER, bill(supplier_item="sup 1"), learned=(), policy=config.policy)
    (allocation,) = found.orders[0].lines[0].allocations
    assert (allocation.rule, allocation.quantity) == ("item", 120)
