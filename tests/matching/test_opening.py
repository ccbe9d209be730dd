"""Which orders a case has."""

from orders.document import Document, Party, PartyId
from tests.matching.build import assessed, line, order


def sent_by(name: str, gln: str) -> Document:
    buyer = Party(name=name, ids=(PartyId(scheme="0088", value=gln),))
    return order(line("10", quantity=5), buyer=buyer)


def test_two_buyers_of_one_name_who_use_one_number_have_two_orders() -> None:
    found = assessed(sent_by("Klinik AS", "7080000985134"), sent_by("Klinik AS", "6291041500213"))
    assert [one.number for one in found.orders] == ["4500017", "4500017"]
    assert {one.id for one in found.orders} == {"4500017@klinik-7080000985134", "4500017@klinik-6291041500213"}


def test_two_buyers_of_two_names_are_told_apart_by_them() -> None:
    found = assessed(sent_by("Klinik AS", "7080000985134"), sent_by("Labor AS", "6291041500213"))
    assert {one.id for one in found.orders} == {"4500017@klinik", "4500017@labor"}
