import pytest

from ingest.format import Content
from ingest.reading import read
from orders.document import Party, PartyId
from orders.errors import Reject
from tests.ingest.ubl import document, xml


def named(name: str, **more: object) -> dict:
    return {"Party": {"PartyName": {"Name": name}, **more}}


def supplier(**party: object) -> Party | None:
    return document("Invoice", {"AccountingSupplierParty": {"Party": party}}).supplier


def test_the_seller_comes_before_who_keeps_his_accounts_or_sends_his_goods() -> None:
    roles = {"DespatchSupplierParty": named("Carrier"), "AccountingSupplierParty": named("Factor")}
    assert document("Invoice", roles).supplier == Party(name="Factor")
    assert document("Invoice", {**roles, "SellerSupplierParty": named("Seller")}).supplier == Party(name="Seller")
    assert document("DespatchAdvice", {"DespatchSupplierParty": named("Carrier")}).supplier == Party(name="Carrier")


def test_the_buyer_comes_before_who_pays_or_takes_delivery() -> None:
    roles = {"AccountingCustomerParty": named("Payer"), "DeliveryCustomerParty": named("Warehouse")}
    assert document("Order", roles).buyer == Party(name="Payer")
    assert document("Order", {**roles, "BuyerCustomerParty": named("Buyer")}).buyer == Party(name="Buyer")


def test_a_role_that_names_nobody_is_passed_over() -> None:
    roles = {"SellerSupplierParty": {"Party": {"PartyName": {"Name": " "}}}, "AccountingSupplierParty": named("Seller")}
    assert document("Invoice", roles).supplier == Party(name="Seller")
    assert document("Invoice", {"AccountingSupplierParty": {"Party": {}}}).supplier is None


def test_the_registered_name_comes_before_the_one_it_trades_under() -> None:
    legal = {"PartyLegalEntity": {"RegistrationName": "ACME GmbH"}}
    assert supplier(PartyName={"Name": "Acme"}, **legal) == Party(name="ACME GmbH")
    assert supplier(PartyTaxScheme={"RegistrationName": "ACME Holding"}) == Party(name="ACME Holding")


def test_identifiers_bear_the_code_of_their_scheme() -> None:
    party = supplier(
        EndpointID=("7300010000001", {"schemeID": "0088"}),
        PartyIdentification=[
            {"ID": ("7300010000001", {"schemeID": "GLN"})},
            {"ID": "70118"},
            {"ID": ("5", {"schemeID": "ZZZ"})},
        ],
        PartyLegalEntity={"CompanyID": ("987654325", {"schemeID": "NO:ORGNR"})},
    )
    assert party is not None
    assert party.ids == (
        PartyId(scheme="0088", value="7300010000001"),
        PartyId(value="70118"),
        PartyId(value="5"),
        PartyId(scheme="0192", value="987654325"),
    )


def test_what_is_no_identity_is_no_identifier() -> None:
    party = supplier(
        EndpointID=("sales@acme.example", {"schemeID": "EM"}),
        PartyIdentification=[{"ID": ("DE98ZZZ09999999999", {"schemeID": "SEPA"})}, {"ID": "n/a"}, {"ID": "0"}],
        PartyName={"Name": "Acme"},
    )
    assert party == Party(name="Acme")


def registered(number: str, scheme: str | None) -> dict:
    return {"CompanyID": number} | ({} if scheme is None else {"TaxScheme": {"ID": scheme}})


@pytest.mark.parametrize(
    ("registrations", "expected"),
    [
        ([registered("12/345", "FC"), registered("DE123", "VAT")], "DE123"),
        ([registered("DE123", " vat ")], "DE123"),
        ([registered("DE123", None)], "DE123"),
        ([registered("DK1", "63")], "DK1"),
        ([registered("12/345", "TAX")], None),
        ([registered("NA", "VAT"), registered("DE123", "VAT")], "DE123"),
    ],
)
def test_the_number_for_value_added_tax_is_told_from_others(registrations: list[dict], expected: str | None) -> None:
    party = supplier(PartyName={"Name": "Acme"}, PartyTaxScheme=registrations)
    assert party is not None
    assert party.vat_id == expected


def enclosed(*documents: bytes) -> bytes:
    namespace = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"
    header = b"<sh:StandardBusinessDocumentHeader/>"
    inner = b"".join(documents)
    return b'<sh:StandardBusinessDocument xmlns:sh="%b">%b%b</sh:StandardBusinessDocument>' % (
        namespace.encode(),
        header,
        inner,
    )


def test_an_envelope_may_hold_several_documents() -> None:
    found = read(Content(enclosed(xml("Order", {"ID": "1"}), xml("Invoice", {"ID": "2"}), xml("Order", {"ID": "3"}))))
    assert [(one.type, one.number) for one in found] == [("order", "1"), ("invoice", "2"), ("order", "3")]


def test_an_envelope_with_nothing_that_is_read_is_rejected() -> None:
    with pytest.raises(Reject) as caught:
        read(Content(enclosed(b"<note/>")))
    assert caught.value.code == "FORMAT_UNKNOWN"


@pytest.mark.parametrize("root", ["Catalogue", "ApplicationResponse", "DebitNote", "Reminder"])
def test_a_document_of_ubl_that_is_not_read_is_named_with_those_that_are(root: str) -> None:
    for data in (xml(root, {"ID": "1"}), enclosed(xml("Order", {"ID": "1"}), xml(root, {"ID": "1"}))):
        with pytest.raises(Reject) as caught:
            read(Content(data))
        assert caught.value.code == "FORMAT_UNSUPPORTED"
        assert f"a UBL {root}" in caught.value.message
        assert "OrderResponseSimple, DespatchAdvice" in caught.value.message


def test_ubl_1_is_not_ubl_2() -> None:
    with pytest.raises(Reject) as caught:
        read(Content(xml("Order", {"ID": "1"}, version="1.0")))
    assert caught.value.code == "FORMAT_UNSUPPORTED"


def test_the_profile_is_the_customization_else_the_process() -> None:
    assert document("Order", {"CustomizationID": "C", "ProfileID": "P"}).profile == "C"
    assert document("Order", {"ProfileID": "P"}).profile == "P"
