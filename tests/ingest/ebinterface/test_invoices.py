"""What ebInterface says, in each of its versions."""

from decimal import Decimal

import pytest

from ingest.format import Content
from ingest.formats.ebinterface import EBINTERFACE
from orders.document import Document, DocumentType, Line, Standing
from orders.errors import Reject

VERSIONS = ["4p0", "4p1", "4p2", "4p3", "5p0", "5p1", "6p0", "6p1"]


def xml(body: str = "", kind: str = "Invoice", version: str = "6p1", more: str = "") -> bytes:
    """An invoice 7; attributes have a namespace in version 4."""
    prefix = "eb:" if version < "5" else ""
    address = f"http://www.ebinterface.at/schema/{version}/"
    attributes = f'{prefix}DocumentType="{kind}" {prefix}InvoiceCurrency="EUR" {more}'
    head = f'<Invoice xmlns="{address}" xmlns:eb="{address}" {attributes}><InvoiceNumber>7</InvoiceNumber>'
    return f"{head}{body}</Invoice>".encode()


def read(data: bytes) -> Document:
    content = Content(data)
    assert EBINTERFACE.claims(content)
    found = EBINTERFACE.read(content)
    assert isinstance(found, list)
    (document,) = found
    assert isinstance(document, Document)
    return document


def line(body: str, version: str = "6p1") -> Line:
    (found,) = read(
        xml(f"<Details><ItemList><ListLineItem>{body}</ListLineItem></ItemList></Details>", version=version)
    ).lines
    return found


def party(name: str, order: str = "", more: str = "") -> str:
    reference = f"<OrderReference><OrderID>{order}</OrderID></OrderReference>" if order else ""
    return f"<{name}>{more}{reference}<Address><Name>{name}</Name></Address></{name}>"


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_is_read(version: str) -> None:
    document = read(xml(version=version))
    assert (document.number, document.currency) == ("7", "EUR")
    assert document.profile == f"ebInterface {version.replace('p', '.')}"


def test_older_versions_are_named_and_refused() -> None:
    with pytest.raises(Reject, match=r"3\.02") as refused:
        read(xml(version="3p02"))
    assert refused.value.code == "FORMAT_UNSUPPORTED"


def test_an_invoice_of_another_namespace_is_not_claimed() -> None:
    assert not EBINTERFACE.claims(Content(b'<Invoice xmlns="http://www.ebinterface.at/other/6p1/"/>'))


@pytest.mark.parametrize(
    ("code", "kind", "standing"),
    [
        ("Invoice", DocumentType.INVOICE, None),
        ("FinalSettlement", DocumentType.INVOICE, None),
        ("InvoiceForPartialDelivery", DocumentType.INVOICE, None),
        ("InvoiceForAdvancePayment", DocumentType.INVOICE, Standing.PREPAYMENT),
        ("SelfBilling", DocumentType.INVOICE, None),
        ("SubsequentDebit", DocumentType.INVOICE, None),
        ("CreditMemo", DocumentType.CREDIT_NOTE, None),
        ("SubsequentCredit", DocumentType.CREDIT_NOTE, None),
    ],
)
def test_the_type_says_what_it_is(code: str, kind: DocumentType, standing: Standing | None) -> None:
    document = read(xml(kind=code))
    assert (document.type, document.standing, document.issues) == (kind, standing, ())


def test_an_unknown_type_is_an_issue() -> None:
    document = read(xml(kind="Beleg"))
    assert (document.type, [one.code for one in document.issues]) == (DocumentType.INVOICE, ["UNKNOWN_CODE"])


def test_a_duplicate_is_a_copy() -> None:
    assert read(xml(more='IsDuplicate="true"')).copy
    assert not read(xml(more='IsDuplicate="false"')).copy


@pytest.mark.parametrize(
    ("kind", "gross", "replaces"), [("Invoice", 12, ("6",)), ("Invoice", -12, ()), ("CreditMemo", 12, ())]
)
def test_an_invoice_that_cancels_one_replaces_it_unless_it_takes_it_back(
    kind: str, gross: int, replaces: tuple[str, ...]
) -> None:
    cancelled = "<CancelledOriginalDocument><InvoiceNumber>6</InvoiceNumber></CancelledOriginalDocument>"
    document = read(xml(f"{cancelled}<TotalGrossAmount>{gross}</TotalGrossAmount>", kind))
    assert (document.replaces, document.invoice_references) == (replaces, ("6",))


def test_orders_are_those_of_who_ordered_and_who_is_billed() -> None:
    document = read(xml(party("Biller", "A") + party("InvoiceRecipient", "B") + party("OrderingParty", "C")))
    assert [one.number for one in document.order_references] == ["C", "B"]
    assert document.supplier_order_references == ("A",)


def test_what_the_supplier_calls_his_order_is_the_buyers_where_no_other_stands() -> None:
    document = read(xml(party("Biller", "A") + party("InvoiceRecipient", "-")))
    assert [one.number for one in document.order_references] == ["A"]
    order = "<InvoiceRecipientsOrderReference><OrderID>B</OrderID></InvoiceRecipientsOrderReference>"
    lines = f"<Details><ItemList><ListLineItem>{order}</ListLineItem></ItemList></Details>"
    assert read(xml(party("Biller", "A") + lines)).order_references == ()


def test_who_ordered_is_the_buyer_before_who_is_billed() -> None:
    billed = party("InvoiceRecipient")
    assert (read(xml(billed)).buyer, read(xml(billed + party("OrderingParty"))).buyer) != (None, None)
    buyers = [read(xml(one)).buyer for one in (billed, billed + party("OrderingParty"))]
    assert [one and one.name for one in buyers] == ["InvoiceRecipient", "OrderingParty"]


def test_a_vat_number_of_noughts_is_none() -> None:
    number = "<VATIdentificationNumber>00000000</VATIdentificationNumber>"
    supplier = read(xml(party("Biller", more=number))).supplier
    assert supplier is not None
    assert supplier.vat_id is None


@pytest.mark.parametrize("version", VERSIONS)
def test_a_price_is_for_its_base_quantity(version: str) -> None:
    prefix = "eb:" if version < "5" else ""
    found = line(
        f'<Quantity {prefix}Unit="kg">250</Quantity><UnitPrice {prefix}BaseQuantity="100">12</UnitPrice>', version
    )
    assert (found.unit, found.unit_text, found.unit_price) == ("KGM", "kg", Decimal("0.12"))


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("BillersArticleNumber", "supplier_item"),
        ("InvoiceRecipientsArticleNumber", "buyer_item"),
        ("GTIN", "gtin"),
        ("PZN", "supplier_item"),
        ("", "supplier_item"),
    ],
)
def test_the_type_of_an_article_number_says_whose_it_is(kind: str, key: str) -> None:
    found = line(f'<ArticleNumber ArticleNumberType="{kind}">9001234500019</ArticleNumber>')
    assert {name for name in ("supplier_item", "buyer_item", "gtin") if getattr(found, name)} == {key}


@pytest.mark.parametrize(
    "tax", ["<TaxRate>20</TaxRate>", "<VATRate>20</VATRate>", "<TaxItem><TaxPercent>20</TaxPercent></TaxItem>"]
)
def test_the_rate_of_tax_stands_where_the_version_has_it(tax: str) -> None:
    assert line(tax).tax_rate == 20


def test_a_line_has_order_and_despatch_of_its_own() -> None:
    found = line(
        "<Delivery><DeliveryID>L-1</DeliveryID><Period><FromDate>2026-03-02</FromDate><ToDate>2026-03-04</ToDate></Period></Delivery>"
        "<BillersOrderReference><OrderID>A</OrderID><OrderPositionNumber>1</OrderPositionNumber></BillersOrderReference>"
        "<InvoiceRecipientsOrderReference><OrderID>B</OrderID><OrderPositionNumber>10</OrderPositionNumber>"
        "</InvoiceRecipientsOrderReference>"
    )
    assert (found.order_number, found.order_line) == ("B", "10")
    assert (found.supplier_order_number, found.supplier_order_line) == ("A", "1")
    assert (found.despatch_number, str(found.delivery_date)) == ("L-1", "2026-03-04")


def test_reductions_and_surcharges_of_a_line_are_in_its_amount() -> None:
    details = (
        "<ReductionListLineItem><BaseAmount>100</BaseAmount><Percentage>10</Percentage></ReductionListLineItem>"
        "<SurchargeListLineItem><BaseAmount>100</BaseAmount><Amount>5</Amount></SurchargeListLineItem>"
        "<OtherVATableTaxListLineItem><TaxableAmount>50</TaxableAmount><TaxPercent>4</TaxPercent></OtherVATableTaxListLineItem>"
    )
    body = (
        '<Quantity Unit="H87">10</Quantity><UnitPrice>10</UnitPrice>'
        f"<ReductionAndSurchargeListLineItemDetails>{details}"
        "</ReductionAndSurchargeListLineItemDetails><LineItemAmount>97</LineItemAmount>"
    )
    document = read(xml(f"<Details><ItemList><ListLineItem>{body}</ListLineItem></ItemList></Details>"))
    assert [one.amount for one in document.lines[0].charges] == [-10, 5, 2]
    assert document.issues == ()


def bill(charges: str, taxes: str, gross: object, more: str = "") -> Document:
    """A line of 100, with what comes on top."""
    goods = "<Details><ItemList><ListLineItem><LineItemAmount>100</LineItemAmount></ListLineItem></ItemList></Details>"
    tax = f"<Tax>{taxes}</Tax><TotalGrossAmount>{gross}</TotalGrossAmount>"
    return read(xml(f"{goods}<ReductionAndSurchargeDetails>{charges}</ReductionAndSurchargeDetails>{tax}{more}"))


def tax(basis: object, amount: object) -> str:
    rate = "<TaxPercent>20</TaxPercent>"
    return f"<TaxItem><TaxableAmount>{basis}</TaxableAmount>{rate}<TaxAmount>{amount}</TaxAmount></TaxItem>"


def test_the_net_total_is_what_the_taxes_leave() -> None:
    document = bill("<Surcharge><Amount>10</Amount></Surcharge>", tax(110, 22), 132)
    assert (document.totals.net, document.totals.tax, document.totals.gross) == (110, 22, 132)
    assert [one.amount for one in document.charges] == [10]
    assert document.issues == ()


BEER = (
    "<OtherVATableTax><TaxableAmount>50</TaxableAmount><TaxPercent>4</TaxPercent>"
    "<TaxAmount>2</TaxAmount></OtherVATableTax>"
)


def test_other_taxes_are_charges_where_only_then_the_sums_agree() -> None:
    as_charge = bill(BEER, tax(102, "20.40"), "122.40")
    assert [one.amount for one in as_charge.charges] == [2]
    as_tax = bill(BEER, tax(100, 20) + tax(10, 2), 122)
    assert as_tax.charges == ()
    beside = bill("", tax(100, 20) + "<OtherTax><Comment>Werbeabgabe</Comment><Amount>5</Amount></OtherTax>", 125)
    assert [one.text for one in beside.charges] == ["Werbeabgabe"]
    assert [document.issues for document in (as_charge, as_tax, beside)] == [(), (), ()]


@pytest.mark.parametrize(("net", "charges"), [(180, 40), (100, 0)])
def test_of_many_other_taxes_all_are_charges_or_none(net: int, charges: int) -> None:
    others = "<OtherTax><Comment>Abgabe</Comment><Amount>2</Amount></OtherTax>" * 40
    document = bill("", tax(net, net // 5) + others, net * 6 // 5)
    assert len(document.charges) == charges


def test_a_sum_that_nothing_explains_is_an_issue() -> None:
    assert [one.code for one in bill("", tax(90, 18), 108).issues] == ["total_mismatch"]


@pytest.mark.parametrize(("payable", "codes"), [(75, []), (76, ["total_mismatch"])])
def test_what_is_below_the_line_and_prepaid_changes_the_payable(payable: int, codes: list[str]) -> None:
    below = "<Details><BelowTheLineItem><LineItemAmount>-5</LineItemAmount></BelowTheLineItem></Details>"
    amounts = f"<PrepaidAmount>40</PrepaidAmount><PayableAmount>{payable}</PayableAmount>"
    document = bill("", tax(100, 20), 120, below + amounts)
    assert [one.code for one in document.issues] == codes
