"""What stands where in a Svefaktura. It is made of UBL 1.0: identifiers and aggregates in SFTI's namespaces, values in
UBL's."""

from collections.abc import Mapping
from functools import cache

from lxml import etree

from ingest.formats.svefaktura.units import UNITS
from ingest.record import Record
from ingest.values.unit_codes import unit_in
from ingest.values.xsd import day, flag, number
from ingest.xml.table import Paths, compile_table, under
from ingest.xml.takers import attributed, identifiers, latest, records, text, texts, value
from ingest.xml.walk import Faults, Steps, Taker

_DOCUMENT = "urn:sfti:documents:BasicInvoice:1:0"
_NAMESPACES: Mapping[str, str] = {
    "": _DOCUMENT,
    "cac": "urn:sfti:CommonAggregateComponents:1:0",
    "cbc": "urn:oasis:names:tc:ubl:CommonBasicComponents:1:0",
}
INVOICE = f"{{{_DOCUMENT}}}Invoice"
INVOICES = f"{{{_DOCUMENT}}}Invoices"


def _table(paths: Paths) -> Steps:
    return compile_table(paths, _NAMESPACES)


def _quantity(key: str, unit_key: str) -> Taker:
    """A number, and its unit, which may be a Swedish word."""

    def take(element: etree._Element, record: Record, _faults: Faults) -> None:
        if element.text and key not in record:
            unit, words = unit_in(UNITS, element.get("quantityUnitCode", ""))
            record |= {unit_key: unit, f"{unit_key}_text": words}
            record[key] = number(element.text)

    return take


def _party() -> Steps:
    registration = _table({"cac:CompanyID": text("id"), "cac:TaxScheme/cac:ID": text("scheme")})
    return _table(
        under(
            "cac:Party",
            {
                "cac:PartyIdentification/cac:ID": identifiers("identifiers", "identificationSchemeAgencyID"),
                "cac:PartyName/cbc:Name": text("name"),
                "cac:PartyTaxScheme": records("registrations", registration),
            },
        )
    )


def _charge() -> Steps:
    return _table(
        {
            "cbc:ChargeIndicator": value("is_charge", flag),
            "cac:ReasonCode": attributed("code", str.strip, "name", "text"),
            "cbc:Amount": value("amount", number),
        }
    )


def _line() -> Steps:
    order = {
        "cac:BuyersLineID": text("order_line"),
        "cac:SellersLineID": text("supplier_order_line"),
        "cac:OrderReference/cac:BuyersID": text("order_number"),
        "cac:OrderReference/cac:SellersID": text("supplier_order_number"),
    }
    item = {
        "cbc:Description": text("name"),
        "cac:BuyersItemIdentification/cac:ID": text("buyer_item"),
        "cac:SellersItemIdentification/cac:ID": text("supplier_item"),
        "cac:StandardItemIdentification/cac:ID": identifiers("standard_items", "identificationSchemeID"),
        "cac:TaxCategory/cbc:Percent": value("tax_rate", number),
        "cac:BasePrice/cbc:PriceAmount": value("price", number),
        "cac:BasePrice/cbc:BaseQuantity": _quantity("base", "base_unit"),
    }
    return _table(
        {
            "cac:ID": text("id"),
            "cbc:InvoicedQuantity": _quantity("quantity", "unit"),
            "cbc:LineExtensionAmount": value("line_amount", number),
            "cbc:Note": texts("notes"),
            **under("cac:OrderLineReference", order),
            "cac:DespatchLineReference/cac:LineID": text("despatch_line"),
            "cac:DespatchLineReference/cac:DocumentReference/cac:ID": text("despatch_number"),
            "cac:Delivery/cbc:ActualDeliveryDateTime": latest("delivery_date", day),
            "cac:AllowanceCharge": records("allowances", _charge()),
            **under("cac:Item", item),
        }
    )


def _totals() -> Paths:
    part = _table(
        {
            "cbc:TaxableAmount": value("taxable", number),
            "cbc:TaxAmount": value("amount", number),
            "cac:TaxCategory/cbc:Percent": value("rate", number),
        }
    )
    return {
        "cac:TaxTotal/cbc:TotalTaxAmount": value("tax", number),
        "cac:TaxTotal/cac:TaxSubTotal": records("taxes", part),
        "cac:LegalTotal/cbc:LineExtensionTotalAmount": value("lines_total", number),
        "cac:LegalTotal/cbc:TaxExclusiveTotalAmount": value("net", number),
        "cac:LegalTotal/cbc:TaxInclusiveTotalAmount": value("gross", number),
        "cac:LegalTotal/cac:RoundOffAmount": value("rounding", number),
    }


@cache
def document_steps() -> Steps:
    """The steps of a walk over an Invoice."""
    account = _table(
        {
            "cac:ID": text("account"),
            "cac:FinancialInstitutionBranch/cac:FinancialInstitution/cac:ID": text("bank"),
        }
    )
    charge = _charge()
    return _table(
        {
            "ID": text("number"),
            "cbc:IssueDate": value("issue_date", day),
            "InvoiceTypeCode": text("type_code"),
            "InvoiceCurrencyCode": text("currency"),
            "AdditionalDocumentReference/cac:ID": identifiers("additional", "identificationSchemeID"),
            "RequisitionistDocumentReference/cac:ID": texts("requisitions"),
            "InitialInvoiceDocumentReference/cac:ID": texts("invoice_references"),
            "cac:BuyerParty": records("buyers", _party()),
            "cac:SellerParty": records("sellers", _party()),
            "cac:Delivery/cbc:ActualDeliveryDateTime": latest("delivery_date", day),
            "cac:PaymentMeans/cbc:DuePaymentDate": value("due_date", day),
            "cac:PaymentMeans/cac:PayeeFinancialAccount": records("accounts", account),
            "AllowanceCharge": records("allowances", charge),
            "cac:AllowanceCharge": records("allowances", charge),
            **_totals(),
            "cac:InvoiceLine": records("lines", _line(), place=True),
        }
    )
