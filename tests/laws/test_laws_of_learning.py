"""What is learned on a real store, among documents in any order: laws 1 and 3 hold, taken back it leaves no trace."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from matching import assess
from orders.document import Document, Party
from orders.learned import Learned, LearnedKind
from orders.policy import Policy, SupplierPolicy
from ordertrail.derive.session import derive
from ordertrail.rebuild import check
from ordertrail.store.engine import Store
from ordertrail.store.learned import learn, unlearn
from ordertrail.store.tables import DIRTY
from tests.cases.build import OTHER_SUPPLIER, POLICY, SUPPLIER, document, line, order
from tests.laws.shelves import derivations, derived, put, say, shelf
from tests.laws.told import Told, stories

_MORNING = datetime(2026, 6, 1, 9, tzinfo=UTC)


def lesson(kind: LearnedKind, source: str, target: str, **fields: object) -> Learned:
    given = {"supplier": SUPPLIER, "taken_at": _MORNING, "taken_by": "eva"} | fields
    return Learned(id=0, kind=kind, source=source, target=target, **given)  # type: ignore[arg-type]  # fields of all kinds


def lessons(chance: Random, documents: tuple[Document, ...]) -> Iterator[Learned]:
    """Things that make a difference to some of these documents, right or wrong."""
    lines = [(one, row) for one in documents for row in one.lines if one.supplier]
    ordered = [row.buyer_item for one in documents for row in one.lines if one.type == "order" and row.buyer_item]
    for number in range(chance.randrange(1, 5)) if lines and ordered else ():
        one, row = chance.choice(lines)
        about: dict[str, object] = {"supplier": one.supplier, "taken_at": _MORNING + timedelta(hours=number)}
        yield lesson(LearnedKind.ITEM, row.supplier_item or row.buyer_item or "S1", chance.choice(ordered), **about)
        if row.name:
            yield lesson(LearnedKind.CHARGE, row.name, chance.choice(("charge", "goods")), **about)
        item = chance.choice((row.buyer_item, row.supplier_item, None))
        unit = chance.choice((row.unit or "CT", "CT", "C62"))
        about |= {"item": item, "factor": Decimal(chance.randrange(1, 13))}
        yield lesson(LearnedKind.UNIT, unit, chance.choice(("C62", "KGM")), **about)


def teach(store: Store, learned: Learned) -> Learned:
    with store.writing() as connection:
        return learn(connection, learned)


def forget(store: Store, learned: Learned) -> None:
    with store.writing() as connection:
        unlearn(connection, learned.id, taken_at=_MORNING, taken_by="eva")


@pytest.mark.slow
@settings(max_examples=30)
@given(stories(), st.integers(0, 1_000_000))
def test_lessons_among_the_documents_end_as_lessons_after_them(told: Told, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - a test's dice
    taught = list(lessons(chance, told.documents))
    with shelf() as after, shelf() as between:
        put(after, enumerate(told.documents))
        say(after, told.decisions)
        derived(after)
        for one in taught:
            teach(after, one)
        derived(after)
        assert list(check(after, POLICY, assess)) == []
        waiting, left = list(enumerate(told.documents)), list(taught)
        chance.shuffle(waiting)
        while waiting or left:
            if waiting and (not left or chance.randrange(3)):
                put(between, [waiting.pop()])
            else:
                teach(between, left.pop(0))
            if not chance.randrange(3):
                derived(between)
        say(between, told.decisions)
        derived(between)
        assert derivations(between) == derivations(after)


@pytest.mark.slow
@settings(max_examples=30)
@given(stories(), st.integers(0, 1_000_000))
def test_taking_lessons_back_leaves_no_trace(told: Told, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - a test's dice
    with shelf() as store:
        put(store, enumerate(told.documents))
        say(store, told.decisions)
        derived(store)
        before = derivations(store)
        taught = [teach(store, one) for one in lessons(chance, told.documents)]
        derived(store)
        chance.shuffle(taught)
        for one in taught:
            forget(store, one)
            if chance.randrange(2):
                derived(store)
                assert list(check(store, POLICY, assess)) == []
        derived(store)
        assert derivations(store) == before


def test_a_lesson_marks_only_the_documents_that_speak_of_it() -> None:
    def bill(number: int, item: str, supplier: object) -> Document:
        row = line("1", 1, supplier_item=item, price=f"{number + 1}.00")
        return document("invoice", f"R{number}", row, order=f"P{number}", supplier=supplier)

    with shelf() as store:
        orders = [order(f"P{number}", line("10", 1, item="OUR-1", price="1.00")) for number in range(6)]
        bills = [bill(0, "SUP-1", SUPPLIER), bill(1, "sup 1", SUPPLIER), bill(2, "SUP-2", SUPPLIER)]
        bills += [bill(3, "SUP-1", OTHER_SUPPLIER), bill(4, "SUP-1", None), bill(5, "SUP-3", None)]
        put(store, enumerate([*orders, *bills]))
        derived(store)
        teach(store, lesson(LearnedKind.ITEM, "SUP-1", "OUR-1"))
        marked: list[int] = []

        def counting(*arguments: object) -> object:
            marked.append(1)
            return assess(*arguments)  # type: ignore[arg-type]  # those of assess

        derive(store, POLICY, counting)  # type: ignore[arg-type]  # counts, and assesses
        assert len(marked) == 3  # the cases of R0, R1 and R4: those of the supplier, or of nobody, with that item
        with store.reading() as connection:
            assert connection.execute(select(func.count()).select_from(DIRTY)).scalar_one() == 0


def test_a_lesson_of_a_supplier_reaches_those_that_the_configuration_calls_the_same() -> None:
    other_name = Party(name="Acme Deutschland")
    policy = Policy(suppliers=(SupplierPolicy(key="acme", name="ACME GmbH", aliases=("Acme Deutschland",)),))
    with shelf() as store:
        ordered = order("P1", line("10", 1, item="OUR-1", price="7.00"), supplier=other_name)
        billed = document("invoice", "R1", line("1", 1, supplier_item="SUP-1"), order="P1", supplier=other_name)
        put(store, enumerate([ordered, billed]))
        derive(store, policy, assess)
        teach(store, lesson(LearnedKind.ITEM, "SUP-1", "OUR-1", supplier=Party(name="ACME GmbH")))
        assert derive(store, policy, assess) == 1
        assert list(check(store, policy, assess)) == []
