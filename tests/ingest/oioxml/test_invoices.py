"""What OIOXML says."""

from pathlib import Path

import pytest

from ingest.format import Content
from ingest.formats.oioxml import OIOXML
from ingest.reading import read as read_file
from orders.document import Document, DocumentType, Line, Standing

SCHEMAS = "http://rep.oio.dk/ubl/xml/schemas/0p71/"


def invoice(body: str = "", kind: str = "pie") -> bytes:
    names = f'xmlns:i="{SCHEMAS}{kind}/" xmlns="{SCHEMAS}common/" xmlns:main="{SCHEMAS}maindoc/"'
    return f"<i:Invoice {names}><ID>7</ID>{body}</i:Invoice>".encode()


def read(data: bytes) -> Document:
    content = Content(data)
    assert OIOXML.claims(content)
    found = OIOXML.read(content)
    assert isinstance(found, list)
    (document,) = found
    assert isinstance(document, Document)
    return document


def only(body: str = "", kind: str = "pie") -> Document:
    return read(invoice(body, kind))


def line(body: str, order: str = "") -> Line:
    head = f"<ReferencedOrder><BuyersOrderID>{order}</BuyersOrderID></ReferencedOrder>"
    (found,) = only(f"{head}<InvoiceLine>{body}</InvoiceLine>").lines
    return found


@pytest.mark.parametrize(
    ("kind", "expected", "standing"),
    [
        ("pie", DocumentType.INVOICE, None),
        ("pip", DocumentType.INVOICE, None),
        ("pcm", DocumentType.CREDIT_NOTE, None),
        ("pcp", DocumentType.CREDIT_NOTE, None),
        ("testpie", DocumentType.INVOICE, Standing.TEST),
        ("testpcm", DocumentType.CREDIT_NOTE, Standing.TEST),
    ],
)
def test_the_namespace_says_what_it_is(kind: str, expected: DocumentType, standing: Standing | None) -> None:
    document = only(kind=kind)
    assert (document.type, document.standing) == (expected, standing)


def test_the_type_code_says_it_too() -> None:
    assert only("<TypeCode>PCM</TypeCode>").type is DocumentType.CREDIT_NOTE


def test_other_documents_of_the_same_family_are_not_claimed() -> None:
    assert not OIOXML.claims(Content(invoice(kind="order")))


LINE = "<ReferencedOrderLine><BuyersID>10</BuyersID><SellersID>n/a</SellersID></ReferencedOrderLine>"


def test_a_line_names_the_orders_line_if_the_head_names_the_order() -> None:
    found = line(LINE, "B-1")
    assert (found.order_number, found.order_line, found.supplier_order_line) == (None, "10", None)


@pytest.mark.parametrize("head", ["Linjespecificeret", "n/a", ""])
def test_a_line_names_the_order_if_the_head_leaves_it_to_the_lines(head: str) -> None:
    found = line(LINE.replace("10", "B-1"), head)
    assert (found.order_number, found.order_line, found.supplier_order_number) == ("B-1", None, None)
    reference = f"<ReferencedOrder><BuyersOrderID>{head}</BuyersOrderID></ReferencedOrder>"
    assert only(reference).order_references == ()


@pytest.mark.parametrize(("kind", "amount"), [("Rabat", -50), ("rabat", -50), ("Gebyr", 50), ("Fragt", 50)])
def test_the_name_of_a_charge_says_its_direction(kind: str, amount: int) -> None:
    charge = (
        f"<AllowanceCharge><ID>{kind}</ID><ChargeIndicator>true</ChargeIndicator>"
        "<AllowanceChargeAmount>50</AllowanceChargeAmount></AllowanceCharge>"
    )
    assert [one.amount for one in only(charge).charges] == [amount]
    assert [one.amount for one in line(charge).charges] == [amount]


def totals(lines: object, tax: object, due: object) -> str:
    amounts = f"<TaxAmounts><TaxableAmount>100</TaxableAmount><TaxAmount>{tax}</TaxAmount></TaxAmounts>"
    part = f"<CategoryTotal><RatePercentNumeric>25</RatePercentNumeric>{amounts}</CategoryTotal>"
    return (
        f"<TaxTotal>{amounts}{part}</TaxTotal><LegalTotals><LineExtensionTotalAmount>{lines}</LineExtensionTotalAmount>"
        f"<ToBePaidTotalAmount>{due}</ToBePaidTotalAmount></LegalTotals>"
    )


def goods(quantity: object, amount: object) -> str:
    return (
        f'<InvoiceLine><ID>1</ID><InvoicedQuantity unitCode="PK">{quantity}</InvoicedQuantity>'
        f"<LineExtensionAmount>{amount}</LineExtensionAmount></InvoiceLine>"
    )


def test_the_net_total_is_what_the_taxes_leave() -> None:
    document = only(totals(100, 25, 125) + goods(4, 100))
    assert (document.totals.net, document.totals.tax, document.totals.payable) == (100, 25, 125)
    assert document.issues == ()


def test_wrong_sums_and_taxes_are_issues() -> None:
    document = only(totals(100, 20, 120) + goods(4, 90))
    assert {one.code for one in document.issues} == {"total_mismatch", "tax_mismatch"}


def test_lines_of_a_credit_note_are_as_its_totals_say() -> None:
    (found,) = only(totals(100, 25, 125) + goods(-4, -100), "pcm").lines
    assert (found.quantity, found.line_amount) == (4, 100)
    (as_stated,) = only(totals(-100, -25, -125) + goods(-4, -100), "pcm").lines
    assert (as_stated.quantity, as_stated.line_amount) == (-4, -100)


def test_a_price_is_for_its_base_quantity() -> None:
    price = '<BasePrice><PriceAmount>240</PriceAmount><BaseQuantity unitCode="stk">100</BaseQuantity></BasePrice>'
    found = line(f'<InvoicedQuantity unitCode="stk">200</InvoicedQuantity>{price}')
    assert (found.unit, str(found.unit_price)) == ("H87", "2.4")


@pytest.mark.parametrize(
    ("item", "gtin", "supplier_item"),
    [
        ('<ID schemeID="EAN-13">5701234500017</ID>', "5701234500017", None),
        ('<ID schemeID="n/a">A4-80</ID>', None, "A4-80"),
        ("<ID>n/a</ID><SellersItemIdentification><ID>S-1</ID></SellersItemIdentification>", None, "S-1"),
        ("<ID>null</ID>", None, None),
    ],
)
def test_an_items_number_is_a_bar_code_or_the_suppliers(item: str, gtin: str | None, supplier_item: str | None) -> None:
    found = line(f"<Item>{item}</Item>")
    assert (found.gtin, found.supplier_item) == (gtin, supplier_item)


def test_a_danish_company_has_one_number_for_all() -> None:
    tax = '<PartyTaxScheme><CompanyTaxID schemeID="CVR">31415926</CompanyTaxID></PartyTaxScheme>'
    supplier = only(f'<SellerParty><ID schemeID="CVR">31415926</ID>{tax}</SellerParty>').supplier
    assert supplier is not None
    assert (supplier.vat_id, supplier.ids[0].scheme) == ("DK31415926", "0184")


def test_the_real_credit_note_is_read(corpus: Path) -> None:
    (file,) = (corpus / "ubl" / "OxalisCommunity_oxalis").glob("OIOXML__*.xml")
    (document,) = read_file(Content(file.read_bytes()))
    assert (document.type, document.number) == (DocumentType.CREDIT_NOTE, "PCM-04-001")
    assert [one.number for one in document.order_references] == ["014881"]
    assert [(one.quantity, one.unit_price) for one in document.lines] == [(10, 25), (5, 35)]
    assert document.issues == ()
