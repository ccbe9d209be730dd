"""Who a supplier is: configuration, aliases, and ids that are not the supplier's."""

from dataclasses import replace

from orders.document import Party
from tests.cases.build import BUYER, PO, POLICY, SUPPLIER, invoice, line, order, party, supplier
from tests.cases.outcome import assess

CONFIGURED = replace(
    POLICY,
    suppliers=(
        supplier(ids=("0088:4012345000009", "0088:4012345000016", "DE123456789"), aliases=("ACME Deutschland",)),
    ),
)


def billed_by(one: Party | None, *, ordered_from: Party | None = SUPPLIER, policy=POLICY) -> str | None:
    """Why the bill does not count; None if it does."""
    bill = invoice("R1", line("1", 10, of="10", price="10.00"), supplier=one)
    ordered = order(PO, line("10", 10, price="10.00"), supplier=ordered_from)
    return assess(ordered, bill, policy=policy).reason(bill)


def test_an_alias_is_the_supplier() -> None:
    assert billed_by(party("ACME Deutschland")) == "supplier_mismatch"
    assert billed_by(party("ACME Deutschland"), policy=CONFIGURED) is None
    assert billed_by(party("Acme  Deutschland"), ordered_from=party("ACME GmbH"), policy=CONFIGURED) is None


def test_two_ids_that_are_configured_for_one_supplier_are_one_supplier() -> None:
    second = party("ACME Logistik", "0088:4012345000016")
    assert billed_by(second) == "supplier_mismatch"
    assert billed_by(second, policy=CONFIGURED) is None


def test_the_key_of_the_configured_supplier_stands_in_the_order() -> None:
    assert assess(order(PO, line("10", 1)), policy=CONFIGURED).order().supplier_key == "acme"
    assert assess(order(PO, line("10", 1))).order().supplier_key is None


def test_the_buyers_own_id_never_identifies_a_supplier() -> None:
    careless = party("ACME GmbH", f"0088:{BUYER.ids[0].value}")
    assert billed_by(careless) is None
    impostor = party("Birch & Sons Ltd", f"0088:{BUYER.ids[0].value}")
    ordered_from = party("ACME GmbH", f"0088:{BUYER.ids[0].value}")
    assert billed_by(impostor, ordered_from=ordered_from) == "supplier_mismatch"


def test_an_order_without_supplier_contradicts_nobody() -> None:
    assert billed_by(SUPPLIER, ordered_from=None) is None


def test_the_name_of_the_order_stands_in_it_as_written() -> None:
    outcome = assess(order(PO, line("10", 1)))
    assert (outcome.order().supplier, outcome.order().buyer) == ("ACME GmbH", "Hansen Maschinenbau GmbH")
    assert (outcome.order().currency, str(outcome.order().issue_date)) == ("EUR", "2026-03-01")
