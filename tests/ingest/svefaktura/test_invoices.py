"""What Svefaktura says, alone, in a list and in an envelope."""

from decimal import Decimal

import pytest

from ingest.format import Content
from ingest.formats.svefaktura import SVEFAKTURA
from ingest.formats.ubl import UBL
from orders.document import Document, DocumentType, Line
from orders.errors import Reject

NAMES = (
    'xmlns="urn:sfti:documents:BasicInvoice:1:0" xmlns:cac="urn:sfti:CommonAggregateComponents:1:0" '
    'xmlns:cbc="urn:oasis:names:tc:ubl:CommonBasicComponents:1:0"'
)
UNECE = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"
SFTI = "urn:sfti:documents:StandardBusinessDocumentHeader"


def invoice(body: str = "", number: str = "7", code: str = "380") -> str:
    return f"<Invoice {NAMES}><ID>{number}</ID><InvoiceTypeCode>{code}</InvoiceTypeCode>{body}</Invoice>"


def read(data: str) -> list[Document]:
    content = Content(data.encode())
    assert SVEFAKTURA.claims(content)
    found = SVEFAKTURA.read(content)
    assert isinstance(found, list)
    return found


def only(body: str = "", code: str = "380") -> Document:
    (document,) = read(invoice(body, code=code))
    return document


def line(body: str, head: str = "") -> Line:
    (found,) = only(f"{head}<cac:InvoiceLine>{body}</cac:InvoiceLine>").lines
    return found


@pytest.mark.parametrize("namespace", [UNECE, SFTI])
def test_it_may_lie_in_an_envelope_with_its_attachments(namespace: str) -> None:
    attachment = '<ObjectEnvelope xmlns="urn:sfti:documents:ObjectEnvelope:1:0"/>'
    header = "<StandardBusinessDocumentHeader/>"
    inner = f"{header}{invoice()}{attachment}"
    (document,) = read(f'<StandardBusinessDocument xmlns="{namespace}">{inner}</StandardBusinessDocument>')
    assert document.number == "7"


def test_several_may_stand_in_a_list() -> None:
    found = read(f"<Invoices {NAMES}>{invoice(number='1')}{invoice(number='2')}</Invoices>")
    assert [one.number for one in found] == ["1", "2"]


def test_an_empty_list_is_rejected() -> None:
    with pytest.raises(Reject) as refused:
        read(f"<Invoices {NAMES}/>")
    assert refused.value.code == "DOCUMENT_EMPTY"


def test_ubl_does_not_claim_it_nor_it_ubl() -> None:
    assert not UBL.claims(Content(invoice().encode()))
    ubl = b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>'
    assert not SVEFAKTURA.claims(Content(ubl))


@pytest.mark.parametrize(("code", "kind"), [("380", DocumentType.INVOICE), ("381", DocumentType.CREDIT_NOTE)])
def test_the_code_says_what_it_is(code: str, kind: DocumentType) -> None:
    assert only(code=code).type is kind


def reference(kind: str, number: str) -> str:
    return (
        f'<AdditionalDocumentReference><cac:ID identificationSchemeID="{kind}">{number}</cac:ID>'
        "</AdditionalDocumentReference>"
    )


def test_other_documents_are_told_by_their_kind() -> None:
    document = only(reference("ON", "B-1") + reference("VN", "S-1") + reference("DQ", "F-1") + reference("CT", "R-1"))
    assert [one.number for one in document.order_references] == ["B-1"]
    assert document.supplier_order_references == ("S-1",)
    assert (document.despatch_references, document.contract_references) == (("F-1",), ("R-1",))


@pytest.mark.parametrize(
    ("asked", "orders"), [("BO-5512", ["BO-5512"]), ("Karin Berg", []), ("EF 110278 Niklas", []), ("KABE", [])]
)
def test_who_asked_for_the_goods_is_an_order_only_if_it_looks_like_a_number(asked: str, orders: list[str]) -> None:
    requisition = f"<RequisitionistDocumentReference><cac:ID>{asked}</cac:ID></RequisitionistDocumentReference>"
    assert [one.number for one in only(requisition).order_references] == orders
    document = only(reference("ON", "B-1") + requisition)
    assert [one.number for one in document.order_references] == ["B-1"]


def ordered(number: str) -> str:
    return (
        "<cac:OrderLineReference><cac:BuyersLineID>10</cac:BuyersLineID><cac:OrderReference>"
        f"<cac:BuyersID>{number}</cac:BuyersID></cac:OrderReference></cac:OrderLineReference>"
    )


def test_a_line_names_order_despatch_and_day() -> None:
    found = line(
        ordered("B-1") + "<cac:DespatchLineReference><cac:LineID>2</cac:LineID><cac:DocumentReference>"
        "<cac:ID>F-1</cac:ID></cac:DocumentReference></cac:DespatchLineReference>"
        "<cac:Delivery><cbc:ActualDeliveryDateTime>2026-03-04T00:00:00</cbc:ActualDeliveryDateTime></cac:Delivery>"
    )
    assert (found.order_number, found.order_line) == ("B-1", "10")
    assert (found.despatch_number, found.despatch_line, str(found.delivery_date)) == ("F-1", "2", "2026-03-04")


@pytest.mark.parametrize("said", ["EDI REF. SAKNAS", "Saknas", "n/a"])
def test_an_order_that_is_said_to_be_missing_is_none(said: str) -> None:
    assert line(ordered(said)).order_number is None


@pytest.mark.parametrize(
    ("unit", "code"), [("styck", "H87"), ("st", "H87"), ("lpm", "MTR"), ("förp", "XPK"), ("KGM", "KGM"), ("", None)]
)
def test_units_are_codes_or_swedish_words(unit: str, code: str | None) -> None:
    found = line(f'<cbc:InvoicedQuantity quantityUnitCode="{unit}">1</cbc:InvoicedQuantity>')
    assert found.unit == code


def test_a_price_is_for_its_base_quantity_and_allowances_are_in_the_amount() -> None:
    item = (
        "<cac:Item><cac:BasePrice><cbc:PriceAmount>900</cbc:PriceAmount>"
        '<cbc:BaseQuantity quantityUnitCode="lpm">100</cbc:BaseQuantity></cac:BasePrice></cac:Item>'
    )
    body = (
        '<cbc:InvoicedQuantity quantityUnitCode="lpm">240</cbc:InvoicedQuantity>'
        "<cbc:LineExtensionAmount>1980</cbc:LineExtensionAmount>"
    )
    charge = (
        "<cac:AllowanceCharge><cbc:ChargeIndicator>False</cbc:ChargeIndicator>"
        "<cbc:Amount>{}</cbc:Amount></cac:AllowanceCharge>"
    )
    for said in ("180", "-180"):
        document = only(f"<cac:InvoiceLine>{body}{charge.format(said)}{item}</cac:InvoiceLine>")
        assert document.lines[0].unit_price == 9
        assert [one.amount for one in document.lines[0].charges] == [-180]
        assert document.issues == ()


def test_the_gross_total_is_without_the_rounding_and_the_payable_with_it() -> None:
    totals = (
        "<cac:TaxTotal><cbc:TotalTaxAmount>25.13</cbc:TotalTaxAmount></cac:TaxTotal><cac:LegalTotal>"
        "<cbc:TaxExclusiveTotalAmount>100.50</cbc:TaxExclusiveTotalAmount>"
        "<cbc:TaxInclusiveTotalAmount>126.00</cbc:TaxInclusiveTotalAmount>"
        "<cac:RoundOffAmount>0.37</cac:RoundOffAmount></cac:LegalTotal>"
    )
    document = only(totals)
    assert (document.totals.gross, document.totals.payable) == (Decimal("125.63"), 126)
    assert document.issues == ()


def test_a_sum_that_is_wrong_is_an_issue() -> None:
    totals = "<cac:LegalTotal><cbc:LineExtensionTotalAmount>90</cbc:LineExtensionTotalAmount></cac:LegalTotal>"
    goods = "<cac:InvoiceLine><cbc:LineExtensionAmount>100</cbc:LineExtensionAmount></cac:InvoiceLine>"
    assert [one.code for one in only(totals + goods).issues] == ["total_mismatch"]


def test_a_company_is_known_by_its_registrations() -> None:
    registration = (
        "<cac:PartyTaxScheme><cac:CompanyID>{}</cac:CompanyID><cac:TaxScheme><cac:ID>{}</cac:ID></cac:TaxScheme>"
        "</cac:PartyTaxScheme>"
    )
    numbers = (
        "<cac:PartyIdentification><cac:ID>5566778899</cac:ID></cac:PartyIdentification><cac:PartyIdentification>"
        '<cac:ID identificationSchemeAgencyID="9">7350000000013</cac:ID></cac:PartyIdentification>'
    )
    party = numbers + registration.format("SE556677889901", "VAT") + registration.format("5566778899", "SWT")
    supplier = only(f"<cac:SellerParty><cac:Party>{party}</cac:Party></cac:SellerParty>").supplier
    assert supplier is not None
    assert supplier.vat_id == "SE556677889901"
    assert [(one.scheme, one.value) for one in supplier.ids] == [("0007", "5566778899"), ("0088", "7350000000013")]
