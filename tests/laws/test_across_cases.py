"""What is judged over all bills of a supplier, whichever orders they belong to: doubles, and accounts that changed."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest
from sqlalchemy import select

from matching import assess as matched
from orders.assessment import DEVIATION, Deviation
from orders.case import Decision
from orders.document import Document
from ordertrail.cases.search import MOST_ALIKE
from ordertrail.rebuild import check
from ordertrail.store.decisions import revoke
from ordertrail.store.engine import Store
from ordertrail.store.tables import DEVIATIONS
from tests.cases.build import OTHER_SUPPLIER, POLICY, decide, file_id, invoice, line, policy, supplier
from tests.cases.outcome import assess
from tests.laws.shelves import derived, put, say, shelf

OURS, THEIRS, THIRD = "DE02120300000000202051", "GB33BUKB20201555555555", "FR7630006000011234567890189"


def bill(number: str, iban: str, *, on: str, **fields: Any) -> Document:
    """An invoice of an order of its own, so that it lies in a case of its own."""
    lines = line("1", 1, of="10", price=str(100 + len(number)))
    return invoice(number, lines, on=on, order=f"PO-{number}", payment_accounts=[{"iban": iban}], **fields)


def found(store: Store, code: str, state: str = "open") -> list[Deviation]:
    with store.reading() as connection:
        bodies = connection.execute(select(DEVIATIONS.c.body).where(DEVIATIONS.c.code == code)).scalars()
        read = [DEVIATION.from_json(body) for body in bodies]
    return sorted((one for one in read if one.state == state), key=lambda one: one.document_number or "")


def numbers(store: Store, code: str, state: str = "open") -> list[str]:
    return [one.document_number or "" for one in found(store, code, state)]


def consistent(store: Store) -> bool:
    return list(check(store, POLICY, matched)) == []


FIRST = bill("R1", OURS, on="2026-03-01")
SECOND = bill("R22", OURS, on="2026-03-10")
STRANGE = bill("R333", THEIRS, on="2026-03-20")
AGAIN = bill("R4444", THEIRS, on="2026-03-30")


@pytest.mark.parametrize("arrival", list(permutations((FIRST, SECOND, STRANGE, AGAIN))))
def test_an_account_that_the_suppliers_first_bill_did_not_name_is_stopped_in_any_order(
    arrival: tuple[Document, ...],
) -> None:
    with shelf() as store:
        for place, one in enumerate(arrival):
            put(store, [(place, one)])
            derived(store)
        assert numbers(store, "bank_account_changed") == ["R333", "R4444"]
        said = found(store, "bank_account_changed")[0]
        assert said.severity == "block"
        assert {OURS, THEIRS} <= set(str(said.message.args).replace("'", " ").replace(",", " ").split())
        assert consistent(store)


def test_an_account_that_a_person_accepted_is_the_suppliers_until_that_is_revoked() -> None:
    with shelf() as store:
        put(store, enumerate((FIRST, STRANGE, AGAIN)))
        derived(store)
        kept = say(store, [accept(STRANGE)])
        derived(store)
        assert numbers(store, "bank_account_changed") == []
        assert numbers(store, "bank_account_changed", "accepted") == ["R333"]
        assert consistent(store)
        with store.writing() as connection:
            revoke(connection, kept[0].id, taken_at=kept[0].taken_at, taken_by="buyer")
        derived(store)
        assert numbers(store, "bank_account_changed") == ["R333", "R4444"]
        assert consistent(store)


def accept(one: Document) -> Decision:
    return decide("accept", code="bank_account_changed", document=one, order=None)


def test_another_supplier_has_other_accounts() -> None:
    with shelf() as store:
        put(store, enumerate((FIRST, bill("R333", THEIRS, on="2026-03-20", supplier=OTHER_SUPPLIER))))
        derived(store)
        assert numbers(store, "bank_account_changed") == []


def test_a_backdated_bill_puts_the_others_in_another_light() -> None:
    with shelf() as store:
        put(store, [(0, SECOND)])
        derived(store)
        put(store, [(1, bill("R0", THIRD, on="2026-01-01"))])
        derived(store)
        assert numbers(store, "bank_account_changed") == ["R22"]
        assert consistent(store)


CONFIGURED = policy(suppliers=(supplier(ids=("0088:4012345000009",), accounts=("DE02 1203 0000 0000 2020 51",)),))


@pytest.mark.parametrize(("on", "stopped"), [("2026-01-01", ["R0"]), ("2026-12-01", ["R0"])])
def test_where_accounts_are_configured_no_bill_makes_another_known(on: str, stopped: list[str]) -> None:
    outcome = assess(FIRST, bill("R0", THIRD, on=on), policy=CONFIGURED)
    assert [one.document_number for one in outcome.deviations("bank_account_changed")] == stopped


TWIN_A = invoice("A7", line("1", 5, item="I1", price="20.00"), order="PO-1", on="2026-03-30")
TWIN_B = invoice("B9", line("1", 5, item="I1", price="20.00"), order=None, on="2026-04-02")


@pytest.mark.parametrize("arrival", list(permutations((TWIN_A, TWIN_B))))
def test_a_bill_that_looks_like_one_of_another_case_is_a_possible_duplicate(arrival: Iterable[Document]) -> None:
    with shelf() as store:
        for place, one in enumerate(arrival):
            put(store, [(place, one)])
            derived(store)
        (said,) = found(store, "possible_duplicate")
        assert (said.document, said.severity) == (file_id(TWIN_B), "review")
        assert consistent(store)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"order": "PO-2"}, id="for another order"),
        pytest.param({"order": None, "on": "2026-04-20"}, id="weeks later"),
        pytest.param({"order": None, "supplier": OTHER_SUPPLIER}, id="of another supplier"),
    ],
)
def test_a_bill_that_is_told_apart_is_no_duplicate(other: dict[str, Any]) -> None:
    twin = invoice("B9", line("1", 5, item="I1", price="20.00"), **({"on": "2026-04-02"} | other))
    with shelf() as store:
        put(store, enumerate((TWIN_A, twin)))
        derived(store)
        assert numbers(store, "possible_duplicate") == []


@pytest.mark.parametrize(("count", "suspicious"), [(MOST_ALIKE, MOST_ALIKE - 1), (MOST_ALIKE + 1, 0)])
def test_what_a_supplier_sends_again_and_again_is_a_habit(count: int, suspicious: int) -> None:
    parcels = [invoice(f"P{place}", line("1", 1, item="PARCEL", price="5.90"), order=None) for place in range(count)]
    with shelf() as store:
        put(store, enumerate(parcels))
        derived(store)
        assert len(numbers(store, "possible_duplicate")) == suspicious
        assert consistent(store)


def test_doubles_lie_within_ten_days_across_any_borders() -> None:
    day = date(2026, 1, 1)
    for shift in range(12):
        early = invoice("A7", line("1", 5, price="20.00"), order="PO-1", on=str(day + timedelta(days=shift)))
        late = invoice("B9", line("1", 5, price="20.00"), order=None, on=str(day + timedelta(days=shift + 10)))
        with shelf() as store:
            put(store, enumerate((early, late)))
            derived(store)
            assert numbers(store, "possible_duplicate") == ["B9"]
