"""What Denmark, Italy and Turkey say otherwise in UBL."""

from datetime import date
from decimal import Decimal

import pytest

from orders.document import Document, DocumentType, OrderReference
from orders.references import document_order_keys
from tests.ingest.ubl import codes, document

DKK = {"currencyID": "DKK"}
EA = {"unitCode": "EA"}


def danish(line: dict, **content: object) -> Document:
    return document("Invoice", {"CustomizationID": "OIOUBL-2.02", **content, "InvoiceLine": {"ID": "1", **line}})


def turkish(*lines: dict, **content: object) -> Document:
    head = {"CustomizationID": "TR1.2", "ProfileID": "TEMELFATURA", **content}
    return document("Invoice", {**head, "InvoiceLine": [{"ID": str(at), **one} for at, one in enumerate(lines, 1)]})


def party(name: str) -> dict:
    return {"Party/PartyName/Name": name}


@pytest.mark.parametrize(
    ("price", "base", "factor", "costs"),
    [("60.00", "1", "12", "720"), ("120.00", "2", "6", "360"), ("60.00", "1", "1", "60")],
)
def test_a_case_costs_what_its_bottles_cost(price: str, base: str, factor: str, costs: str) -> None:
    said = {"PriceAmount": (price, DKK), "BaseQuantity": (base, {"unitCode": "BO"})}
    one = danish(
        {
            "InvoicedQuantity": ("1", {"unitCode": "CS"}),
            "LineExtensionAmount": (costs, DKK),
            "Price": {**said, "OrderableUnitFactorRate": factor},
        }
    )
    assert one.lines[0].unit_price == Decimal(costs)
    assert one.issues == ()


def test_a_factor_means_nothing_where_price_and_quantity_are_in_one_unit() -> None:
    price = {"PriceAmount": ("60", DKK), "BaseQuantity": ("1", EA), "OrderableUnitFactorRate": "12"}
    one = danish({"InvoicedQuantity": ("2", EA), "LineExtensionAmount": ("120", DKK), "Price": price})
    assert one.lines[0].unit_price == 60
    assert one.issues == ()


def test_a_sellers_number_that_says_so_is_a_gtin_too() -> None:
    number = ("5712345780121", {"schemeID": "GTIN"})
    (line,) = danish({"Item/SellersItemIdentification/ID": number}).lines
    assert (line.supplier_item, line.gtin) == ("5712345780121", "5712345780121")
    (line,) = danish({"Item/SellersItemIdentification/ID": "5712345780121"}).lines
    assert (line.supplier_item, line.gtin) == ("5712345780121", None)


def test_a_danish_net_total_is_what_is_left_without_taxes_and_rounding() -> None:
    one = danish(
        {"LineExtensionAmount": ("98.80", DKK)},
        AllowanceCharge={"ChargeIndicator": "false", "Amount": ("7.90", DKK)},
        TaxTotal={"TaxAmount": ("22.73", DKK)},
        LegalMonetaryTotal={
            "LineExtensionAmount": ("98.80", DKK),
            "TaxExclusiveAmount": ("22.73", DKK),
            "TaxInclusiveAmount": ("113.62", DKK),
            "PayableRoundingAmount": ("-0.01", DKK),
            "PayableAmount": ("113.62", DKK),
        },
    )
    totals = one.totals
    assert totals is not None
    assert (totals.net, totals.tax, totals.gross) == (Decimal("90.90"), Decimal("22.73"), Decimal("113.63"))
    assert one.issues == ()


def test_the_triplet_in_an_italian_buyers_reference_is_the_order() -> None:
    one = document("Invoice", {"BuyerReference": "B-17#2026-02-11#ABCDEF"})
    assert one.order_references == (OrderReference(number="B-17", issue_date=date(2026, 2, 11)),)


def test_a_buyers_reference_is_no_order_where_the_order_is_named_or_it_is_no_triplet() -> None:
    named = document("Invoice", {"BuyerReference": "B-17#2026-02-11#ABCDEF", "OrderReference/ID": "B-18"})
    assert [one.number for one in named.order_references] == ["B-18"]
    assert document("Invoice", {"BuyerReference": "04011000-12345-03"}).order_references == ()


@pytest.mark.parametrize("placeholder", ["#NO#", "#MULTI#"])
def test_italian_placeholders_name_no_order(placeholder: str) -> None:
    one = document("Invoice", {"OrderReference/ID": placeholder})
    assert document_order_keys(one) == ()


def test_the_triplet_in_a_lines_document_reference_is_the_lines_order() -> None:
    referred = {"DocumentReference": [{"ID": "9030580E5A"}, {"ID": "B-17#2026-02-11#ABCDEF"}]}
    (line,) = document("Invoice", {"InvoiceLine": {"ID": "1", **referred}}).lines
    assert line.order_number == "B-17"
    (line,) = document("Invoice", {"InvoiceLine": {"ID": "1", "DocumentReference/ID": "9030580E5A"}}).lines
    assert line.order_number is None


@pytest.mark.parametrize("code", ["IADE", "TEVKIFATIADE"])
def test_a_turkish_return_invoice_is_a_credit_by_who_was_supplied(code: str) -> None:
    one = turkish(
        {},
        InvoiceTypeCode=code,
        AccountingSupplierParty=party("Returning Ltd"),
        AccountingCustomerParty=party("Supplying AS"),
        **{"BillingReference/InvoiceDocumentReference/ID": "GIB2026000000001"},
    )
    assert one.type is DocumentType.CREDIT_NOTE
    assert one.supplier is not None
    assert one.buyer is not None
    assert (one.supplier.name, one.buyer.name) == ("Supplying AS", "Returning Ltd")
    assert one.invoice_references == ("GIB2026000000001",)


def test_a_return_of_which_one_side_is_unnamed_has_no_such_side() -> None:
    one = turkish({}, InvoiceTypeCode="IADE", AccountingSupplierParty=party("Returning Ltd"))
    assert one.supplier is None
    assert one.buyer is not None


@pytest.mark.parametrize("code", ["SATIS", "TEVKIFAT", "ISTISNA", "OZELMATRAH", "IHRACKAYITLI"])
def test_every_other_turkish_invoice_is_an_invoice(code: str) -> None:
    one = turkish({}, InvoiceTypeCode=code)
    assert (one.type, one.standing, codes(one)) == (DocumentType.INVOICE, None, [])


def test_number_of_international_units_are_pieces_in_turkey_only() -> None:
    quantity = {"InvoicedQuantity": ("5", {"unitCode": "NIU"})}
    (line,) = turkish(quantity).lines
    assert (line.unit, line.unit_text) == ("C62", "NIU")
    (line,) = document("Invoice", {"InvoiceLine": {"ID": "1", **quantity}}).lines
    assert line.unit == "NIU"


def test_what_is_withheld_does_not_contradict_the_amount_payable() -> None:
    one = turkish(
        {"LineExtensionAmount": "1000"},
        InvoiceTypeCode="TEVKIFAT",
        **{"TaxTotal/TaxAmount": "200", "WithholdingTaxTotal/TaxAmount": "140"},
        LegalMonetaryTotal={
            "LineExtensionAmount": "1000",
            "TaxExclusiveAmount": "1000",
            "TaxInclusiveAmount": "1200",
            "PayableAmount": "1060",
        },
    )
    assert one.issues == ()


def discounted(amount: str) -> Document:
    """Ten at 100 with 100 off, whose line amount is `amount`."""
    return turkish(
        {
            "InvoicedQuantity": ("10", {"unitCode": "C62"}),
            "LineExtensionAmount": amount,
            "AllowanceCharge": {"ChargeIndicator": "false", "Amount": "100"},
            "Price/PriceAmount": "100",
        },
        LegalMonetaryTotal={
            "LineExtensionAmount": "1000",
            "TaxExclusiveAmount": "900",
            "AllowanceTotalAmount": "100",
            "PayableAmount": "900",
        },
    )


@pytest.mark.parametrize("amount", ["900", "1000"])
def test_turkish_sums_of_lines_before_their_discounts_are_read_after_them(amount: str) -> None:
    one = discounted(amount)
    totals = one.totals
    assert totals is not None
    assert (totals.lines, totals.net, one.lines[0].line_amount) == (900, 900, 900)
    assert one.issues == ()


def test_sums_that_the_discounts_do_not_explain_stay_as_they_stand() -> None:
    one = discounted("950")
    assert one.lines[0].line_amount == 950
    assert "total_mismatch" in codes(one)


def test_a_person_without_another_name_is_called_by_his_own() -> None:
    person = {"Party": {"PartyName/Name": "", "Person": {"FirstName": "Ayşe", "FamilyName": "Yılmaz"}}}
    one = turkish({}, AccountingSupplierParty=person)
    assert one.supplier is not None
    assert one.supplier.name == "Ayşe Yılmaz"
    both = {"Party": {"PartyName/Name": "Ayşe Yılmaz Ticaret", "Person/FirstName": "Ayşe"}}
    one = turkish({}, AccountingSupplierParty=both)
    assert one.supplier is not None
    assert one.supplier.name == "Ayşe Yılmaz Ticaret"
