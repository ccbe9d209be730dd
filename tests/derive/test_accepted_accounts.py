"""Whose accounts a person accepted."""

from datetime import UTC, date, datetime

from orders.case import Decision, DecisionKind
from orders.document import Document, DocumentType, Party, PaymentAccount
from orders.policy import Policy
from ordertrail.derive.session import derive
from ordertrail.rebuild import check
from ordertrail.store.decisions import keep
from ordertrail.store.engine import Store
from ordertrail.store.library import Library
from tests.derive.world import arrival, assess, put

ACME = Party(name="ACME GmbH")


def bill(number: str, account: str, supplier: Party | None) -> Document:
    return Document(
        type=DocumentType.INVOICE,
        number=number,
        issue_date=date(2026, 3, 1),
        format="test",
        supplier=supplier,
        payment_accounts=(PaymentAccount(iban=account),),
    )


def accept(store: Store, accepted: Document) -> None:
    decision = Decision(
        id=0,
        kind=DecisionKind.ACCEPT,
        taken_at=datetime(2026, 11, 20, 8, tzinfo=UTC),
        taken_by="buyer",
        document=f"{arrival(accepted).sha256}/0",
        code="bank_account_changed",
    )
    with store.writing() as connection:
        keep(connection, decision)


def accepted_for(store: Store, document: int) -> set[str]:
    with store.reading() as connection:
        known = Library(connection).accounts([document]).get(document, [])
        return {one.account for one in known if one.accepted}


def test_an_account_that_was_accepted_is_the_suppliers_own(store: Store) -> None:
    named = bill("R2", "B", ACME)
    put(store, bill("R1", "A", ACME), named)
    accept(store, named)
    assert accepted_for(store, 1) == {"B"}


def test_an_account_on_a_bill_that_names_no_supplier_is_nobodys_when_it_is_accepted(store: Store) -> None:
    nameless = bill("R2", "B", None)
    put(store, bill("R1", "A", ACME), nameless)
    derive(store, Policy(), assess)
    accept(store, nameless)
    derive(store, Policy(), assess)
    assert accepted_for(store, 1) == set()
    assert list(check(store, Policy(), assess)) == []
