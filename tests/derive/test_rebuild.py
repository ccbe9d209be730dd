"""A rebuild makes everything anew; a check names every row that it would change."""

from random import Random

import pytest

from orders.assessment import Assessment
from orders.case import Case
from orders.policy import Policy
from ordertrail.derive.session import derive
from ordertrail.rebuild import Difference, check, rebuild
from ordertrail.store.dirty import count_marks
from ordertrail.store.engine import Store
from tests.derive.test_laws_of_deriving import derivations
from tests.derive.world import assess, documents, put

POLICY = Policy()


@pytest.fixture
def derived(store: Store) -> Store:
    """A store in which everything is derived."""
    put(store, *documents(Random(4), 120))  # noqa: S311 - the same documents each time
    derive(store, POLICY, assess)
    return store


COPY = """
INSERT INTO orders
SELECT case_name, 'X@', 'X', 'x', 'x', supplier, supplier_key, supplier_name_key, buyer, currency, issue_date, status,
  digest, body
FROM orders WHERE number = 'A1'
"""


def tamper(store: Store, statement: str) -> None:
    with store.writing() as connection:
        assert connection.exec_driver_sql(statement).rowcount > 0


def kinds(store: Store) -> set[tuple[str, str]]:
    return {(one.table, one.kind) for one in check(store, POLICY, assess)}


def test_a_check_after_a_run_finds_nothing(derived: Store) -> None:
    assert list(check(derived, POLICY, assess)) == []


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE orders SET status = 'invoiced' WHERE number = 'A1'", ("orders", "different")),
        ("UPDATE orders SET body = REPLACE(body, '\"revision\":1', '\"revision\":2') WHERE number = 'A1'",
         ("orders", "different")),
        ("DELETE FROM orders WHERE number = 'A1'", ("orders", "missing")),
        (COPY, ("orders", "extra")),
        ("UPDATE document_states SET counted = 1 - counted WHERE document_id = 1", ("document_states", "different")),
        ("DELETE FROM document_states WHERE document_id = 1", ("document_states", "missing")),
        ("UPDATE deviations SET state = 'accepted'", ("deviations", "different")),
        ("DELETE FROM deviations", ("deviations", "missing")),
        ("DELETE FROM unmatched", ("unmatched", "missing")),
        ("UPDATE unmatched SET code = 'order_not_found'", ("unmatched", "different")),
        ("UPDATE case_members SET case_name = 'order:zz' WHERE member = 'order:a1'", ("case_members", "missing")),
        ("DELETE FROM case_members WHERE member = 'order:a1'", ("case_members", "missing")),
        ("INSERT INTO case_members VALUES ('order:zz', 'order:zz')", ("case_members", "extra")),
        ("INSERT INTO deviations VALUES ('order:zz', 0, 'price_over', 'open', NULL, '{}')", ("case_members", "extra")),
    ],
)  # fmt: skip
def test_a_check_finds_a_row_that_was_tampered_with(derived: Store, statement: str, found: tuple[str, str]) -> None:
    tamper(derived, statement)
    assert found in kinds(derived)


def test_a_check_names_the_row(derived: Store) -> None:
    tamper(derived, "UPDATE document_states SET reason = 'draft' WHERE document_id = 1")
    found = list(check(derived, POLICY, assess))
    assert {(one.table, one.key, one.kind) for one in found} == {("document_states", "1", "different")}


def test_a_check_says_that_documents_wait_to_be_derived(derived: Store) -> None:
    put(derived, *documents(Random(9), 1), start=1_000)  # noqa: S311 - the same document each time
    assert Difference("documents", "", "", "pending") in check(derived, POLICY, assess)


def test_a_check_by_another_rule_finds_what_it_would_change(derived: Store) -> None:
    def silent(case: Case, policy: Policy) -> Assessment:
        return Assessment()

    assert {(one.table, one.kind) for one in check(derived, POLICY, silent)} == {
        ("orders", "extra"),
        ("document_states", "extra"),
        ("deviations", "extra"),
        ("unmatched", "extra"),
    }


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE orders SET status = 'invoiced'",
        "DELETE FROM case_members",
        "INSERT INTO deviations VALUES ('order:zz', 0, 'price_over', 'open', NULL, '{}')",
    ],
)
def test_a_rebuild_mends_everything(derived: Store, statement: str) -> None:
    before = derivations(derived)
    tamper(derived, statement)
    orders = rebuild(derived, POLICY, assess)
    assert orders == len(before["orders"])
    assert derivations(derived) == before
    assert list(check(derived, POLICY, assess)) == []


def test_a_rebuild_that_ends_half_way_is_finished_by_the_next_run(derived: Store) -> None:
    before = derivations(derived)
    calls: list[Case] = []

    def ending(case: Case, policy: Policy) -> Assessment:
        calls.append(case)
        if len(calls) == 3:
            raise KeyError
        return assess(case, policy)

    with pytest.raises(KeyError):
        rebuild(derived, POLICY, ending)
    with derived.reading() as connection:
        assert count_marks(connection) > 0
    derive(derived, POLICY, assess)
    assert derivations(derived) == before


def test_fault_F19_a_database_that_lost_its_last_commits_comes_to_the_same_with_the_files_again(
    store: Store, derived: Store
) -> None:
    """The archive still has every file: what is brought again and known is a duplicate, the rest is new."""
    more = documents(Random(6), 20)  # noqa: S311 - the same documents each time
    put(store, *more, start=500)
    derive(store, POLICY, assess)
    before = derivations(store)
    states = [one.state.value for one in put(store, *documents(Random(4), 120), *more, start=2_000)]  # noqa: S311 - the same
    derive(store, POLICY, assess)
    assert set(states) == {"duplicate"}
    assert derivations(store) == before
