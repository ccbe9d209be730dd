"""What stands where in a UBL document.

One table serves all documents of UBL: what two of them have in common bears one name. What a key means for a document
is settled afterwards (`document`, `lines`): the same Delivery holds an order's request and a response's promise.
"""

from functools import cache

from lxml import etree

from ingest.formats.ubl.names import NAMESPACES
from ingest.record import Record
from ingest.values.gtin import SCHEMES
from ingest.values.xsd import clock, day, flag, number
from ingest.xml.table import Paths, compile_table, under
from ingest.xml.takers import attributed, beginning, identifiers, latest, quantity, records, text, texts, value
from ingest.xml.walk import Faults, Steps, Taker


def _table(paths: Paths) -> Steps:
    return compile_table(paths, NAMESPACES)


def _delivery() -> Paths:
    """A Delivery, under the head or a line. Of a period the end counts, of several deliveries the last; of the one that
    is requested the beginning is kept too, because a promise within it is what was asked for.
    """
    periods = {
        f"cac:{name}DeliveryPeriod/cbc:{end}Date": latest(name.lower(), day)
        for name in ("Requested", "Promised", "Estimated")
        for end in ("Start", "End")
    }
    periods["cac:RequestedDeliveryPeriod/cbc:StartDate"] = beginning("requested", "requested_from", day)
    return periods | {
        "cbc:ActualDeliveryDate": latest("actual", day),
        "cbc:LatestDeliveryDate": latest("latest", day),
        "cbc:Quantity": quantity("delivered", "delivered_unit"),
    }


def _charge() -> Steps:
    return _table(
        {
            "cbc:ChargeIndicator": value("is_charge", flag),
            "cbc:Amount": value("amount", number),
            "cbc:AllowanceChargeReason": text("text"),
            "cbc:AllowanceChargeReasonCode": text("code"),
        }
    )


def _party() -> Steps:
    """A party, or what plays its role (SellerSupplierParty/Party …)."""
    registration = _table(
        {"cbc:CompanyID": text("id"), "cac:TaxScheme/cbc:ID": text("scheme"), "cbc:RegistrationName": text("name")}
    )
    return _table(
        under(
            "cac:Party",
            {
                "cbc:EndpointID": identifiers("endpoints"),
                "cac:PartyIdentification/cbc:ID": identifiers("identifiers"),
                "cac:PartyLegalEntity/cbc:CompanyID": identifiers("identifiers"),
                "cac:PartyLegalEntity/cbc:RegistrationName": text("legal_name"),
                "cac:PartyName/cbc:Name": text("trading_name"),
                "cac:Person/cbc:FirstName": text("first_name"),
                "cac:Person/cbc:FamilyName": text("family_name"),
                "cac:PartyTaxScheme": records("registrations", registration),
            },
        )
    )


def _order_reference() -> Paths:
    return {"cbc:ID": text("number"), "cbc:SalesOrderID": text("sales_order"), "cbc:IssueDate": value("date", day)}


def _sellers_number() -> Taker:
    """The seller's number of an item. In OIOUBL it may be the GTIN, and its scheme says so."""
    take_number, take_identifier = text("supplier_item"), identifiers("standard_items")

    def take(element: etree._Element, record: Record, faults: Faults) -> None:
        take_number(element, record, faults)
        if element.get("schemeID") in SCHEMES:
            take_identifier(element, record, faults)

    return take


def _item() -> Paths:
    return {
        "cbc:Name": text("name"),
        "cbc:Description": texts("descriptions"),
        "cac:BuyersItemIdentification/cbc:ID": text("buyer_item"),
        "cac:SellersItemIdentification/cbc:ID": _sellers_number(),
        "cac:StandardItemIdentification/cbc:ID": identifiers("standard_items"),
        "cac:ClassifiedTaxCategory/cbc:Percent": value("tax_rate", number),
    }


def _any_line() -> Paths:
    """What the lines of all documents have in common."""
    line_reference = _table(
        {
            "cbc:LineID": text("line"),
            "cbc:SalesOrderLineID": text("sales_line"),
            **under("cac:OrderReference", _order_reference()),
        }
    )
    return {
        "cbc:Note": texts("notes"),
        "cac:OrderLineReference": records("order_lines", line_reference),
        "cac:DespatchLineReference/cbc:LineID": text("despatch_line"),
        "cac:DespatchLineReference/cac:DocumentReference/cbc:ID": text("despatch_number"),
        "cac:ReceiptLineReference/cbc:LineID": text("receipt_line"),
        "cac:ReceiptLineReference/cac:DocumentReference/cbc:ID": text("receipt_number"),
    }


def _priced_line() -> Paths:
    """A line with item, price and amount: of an order, an invoice, a credit note."""
    return {
        "cbc:ID": text("id"),
        "cbc:LineExtensionAmount": value("line_amount", number),
        "cac:AllowanceCharge": records("allowances", _charge()),
        "cac:TaxTotal/cac:TaxSubtotal/cbc:Percent": value("taxed_at", number),
        "cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:Percent": value("taxed_at", number),
        "cac:Price/cbc:PriceAmount": value("price", number),
        "cac:Price/cbc:BaseQuantity": quantity("base", "base_unit"),
        "cac:Price/cbc:OrderableUnitFactorRate": value("of_base_unit", number),
        **under("cac:Item", _item()),
        **under("cac:Delivery", _delivery()),
    }


def _order_line() -> Steps:
    substitute = _table(under("cac:Item", _item()))
    line_item = {
        **_priced_line(),
        "cbc:Note": texts("notes"),
        "cbc:SalesOrderID": text("supplier_order_line"),
        "cbc:LineStatusCode": text("status"),
        "cbc:Quantity": quantity("quantity"),
        "cbc:MaximumBackorderQuantity": quantity("backorder_quantity"),
        "cbc:MinimumQuantity": quantity("minimum_quantity", "minimum_unit"),
        "cbc:MaximumQuantity": quantity("maximum_quantity", "maximum_unit"),
    }
    return _table(
        {
            **_any_line(),
            **under("cac:LineItem", line_item),
            **{
                f"cac:{who}LineItem": records("substitutes", substitute)
                for who in ("SellerSubstituted", "SellerProposedSubstitute", "BuyerProposedSubstitute")
            },
        }
    )


def _bill_line() -> Steps:
    return _table(
        {
            **_any_line(),
            **_priced_line(),
            "cbc:InvoicedQuantity": quantity("quantity"),
            "cbc:CreditedQuantity": quantity("quantity"),
            "cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID": text("invoice_number"),
            "cac:BillingReference/cac:BillingReferenceLine/cbc:ID": text("invoice_line"),
            "cac:DiscrepancyResponse/cbc:ReferenceID": text("discrepancy"),
            "cac:DocumentReference/cbc:ID": texts("documents"),
        }
    )


def _goods_line() -> Steps:
    """A line of a despatch or receipt advice. UBL's received quantity holds what was then rejected."""
    return _table(
        {
            **_any_line(),
            "cbc:ID": text("id"),
            "cbc:DeliveredQuantity": quantity("quantity"),
            "cbc:OutstandingQuantity": quantity("outstanding_quantity"),
            "cbc:BackorderQuantity": quantity("backorder_quantity"),
            "cbc:ReceivedQuantity": quantity("quantity"),
            "cbc:ShortQuantity": quantity("short_quantity"),
            "cbc:RejectedQuantity": quantity("rejected_quantity"),
            "cbc:ReceivedDate": latest("actual", day),
            "cbc:OutstandingReason": texts("notes"),
            "cbc:BackorderReason": texts("notes"),
            "cbc:RejectReason": texts("notes"),
            "cbc:RejectActionCode": text("reject_action"),
            "cbc:TimingComplaint": texts("notes"),
            **under("cac:Item", _item()),
            **under("cac:Shipment/cac:Delivery", _delivery()),
        }
    )


def _totals() -> Steps:
    amounts = {
        "LineExtensionAmount": "lines",
        "TaxExclusiveAmount": "net",
        "TaxInclusiveAmount": "gross",
        "PrepaidAmount": "prepaid",
        "PayableRoundingAmount": "rounding",
        "PayableAmount": "payable",
    }
    return _table({f"cbc:{name}": value(key, number) for name, key in amounts.items()})


def _tax_total() -> Steps:
    part = _table(
        {
            "cbc:TaxableAmount": value("taxable", number),
            "cbc:TaxAmount": value("amount", number),
            "cbc:Percent": value("rate", number),
            "cac:TaxCategory/cbc:Percent": value("rate", number),
        }
    )
    return _table(
        {
            "cbc:TaxAmount": attributed("amount", number, "currencyID", "currency"),
            "cac:TaxSubtotal": records("parts", part),
        }
    )


def _payment_means() -> Steps:
    account = {
        "cbc:ID": text("account"),
        "cac:FinancialInstitutionBranch/cbc:ID": text("branch"),
        "cac:FinancialInstitutionBranch/cac:FinancialInstitution/cbc:ID": text("institution"),
    }
    return _table({"cbc:PaymentDueDate": value("due_date", day), **under("cac:PayeeFinancialAccount", account)})


def _plain_head() -> Paths:
    return {
        "cbc:ID": text("number"),
        "cbc:IssueDate": value("issue_date", day),
        "cbc:IssueTime": value("issue_time", clock),
        "cbc:CustomizationID": text("profile"),
        "cbc:ProfileID": text("process"),
        "cbc:DocumentCurrencyCode": text("currency"),
        "cbc:CopyIndicator": value("copy", flag),
        "cbc:DocumentStatusCode": text("status"),
        "cbc:SequenceNumberID": text("revision"),
        "cbc:DueDate": value("due_date", day),
        "cbc:OrderResponseCode": text("answer"),
        "cbc:AcceptedIndicator": value("accepted", flag),
        "cbc:SalesOrderID": text("sales_order"),
        "cbc:BuyerReference": text("buyer_reference"),
        "cac:PaymentTerms/cbc:PaymentDueDate": value("terms_due_date", day),
    } | {
        f"cbc:{name}TypeCode": text("type_code")
        for name in ("Order", "Invoice", "CreditNote", "DespatchAdvice", "ReceiptAdvice")
    }


def _head_references() -> Paths:
    billed = {
        f"cac:BillingReference/cac:{name}DocumentReference/cbc:ID": texts("invoice_references")
        for name in ("Invoice", "SelfBilledInvoice", "CreditNote", "SelfBilledCreditNote", "DebitNote")
    }
    described = _table({"cbc:ID": text("number"), "cbc:DocumentTypeCode": text("kind")})
    return billed | {
        "cac:OrderReference": records("orders", _table(_order_reference())),
        "cac:OrderDocumentReference/cbc:ID": texts("other_orders"),
        "cac:OrderChangeDocumentReference/cbc:ID": texts("order_change_references"),
        "cac:OrderChangeReference/cbc:ID": texts("order_change_references"),
        "cac:DespatchDocumentReference/cbc:ID": texts("despatch_references"),
        "cac:ReceiptDocumentReference/cbc:ID": texts("receipt_references"),
        "cac:ContractDocumentReference/cbc:ID": texts("contract_references"),
        "cac:Contract/cbc:ID": texts("contract_references"),
        "cac:DiscrepancyResponse/cbc:ReferenceID": texts("discrepancies"),
        "cac:AdditionalDocumentReference": records("additional", described),
    }


@cache
def document_steps() -> Steps:
    """The steps of a walk over any document of UBL."""
    party, bill_line, goods_line = _party(), _bill_line(), _goods_line()
    parties = ("SellerSupplier", "AccountingSupplier", "DespatchSupplier")
    buyers = ("BuyerCustomer", "AccountingCustomer", "DeliveryCustomer")
    return _table(
        {
            **_plain_head(),
            **_head_references(),
            **{f"cac:{role}Party": records(role, party) for role in (*parties, *buyers)},
            **under("cac:Delivery", _delivery()),
            **under("cac:Shipment/cac:Delivery", _delivery()),
            "cac:PaymentMeans": records("payment_means", _payment_means()),
            "cac:AllowanceCharge": records("allowances", _charge()),
            "cac:TaxTotal": records("tax_totals", _tax_total()),
            "cac:WithholdingTaxTotal": records("withheld", _tax_total()),
            "cac:PrepaidPayment": records("prepayments", _table({"cbc:PaidAmount": value("amount", number)})),
            "cac:LegalMonetaryTotal": records("LegalMonetaryTotal", _totals()),
            "cac:AnticipatedMonetaryTotal": records("AnticipatedMonetaryTotal", _totals()),
            "cac:OrderLine": records("lines", _order_line(), place=True),
            "cac:InvoiceLine": records("lines", bill_line, place=True),
            "cac:CreditNoteLine": records("lines", bill_line, place=True),
            "cac:DespatchLine": records("lines", goods_line, place=True),
            "cac:ReceiptLine": records("lines", goods_line, place=True),
        }
    )
