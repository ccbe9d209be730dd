"""What stands where in a document of CII, Order-X or ZUGFeRD 1.0.

One table serves all three: they differ in the names of a few elements (`Standard`). What a key means for a document is
settled afterwards (`document`, `lines`).
"""

from functools import cache

from ingest.formats.cii.names import Standard
from ingest.formats.cii.takers import amounts, first_day, last_day, moment
from ingest.values.xsd import flag, number
from ingest.xml.table import Paths, compile_table, under
from ingest.xml.takers import identifiers, quantity, records, text, texts, value
from ingest.xml.walk import Steps


@cache
def document_steps(standard: Standard) -> Steps:
    """The steps of a walk over any document of a standard."""
    return _Table(standard).document()


class _Table:
    """Builds the table of one standard."""

    def __init__(self, standard: Standard) -> None:
        self.standard = standard

    def compiled(self, paths: Paths) -> Steps:
        return compile_table(paths, dict(self.standard.namespaces))

    def document(self) -> Steps:
        name = self.standard
        return self.compiled(
            {
                f"{name.context}/ram:TestIndicator/udt:Indicator": value("test", flag),
                f"{name.context}/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID": text("profile"),
                **under(name.document, self.about()),
                **under(f"{name.transaction}/{name.head}Agreement", self.agreement()),
                **under(f"{name.transaction}/{name.head}Delivery", self.delivery()),
                **under(f"{name.transaction}/{name.head}Settlement", self.settlement()),
                f"{name.transaction}/ram:IncludedSupplyChainTradeLineItem": records("lines", self.line(), place=True),
            }
        )

    def about(self) -> Paths:
        return {
            "ram:ID": text("number"),
            "ram:TypeCode": text("type_code"),
            "ram:StatusCode": text("answer"),
            "ram:PurposeCode": text("purpose"),
            "ram:RevisionID": text("revision"),
            "ram:CopyIndicator/udt:Indicator": value("copy", flag),
            "ram:IssueDateTime/udt:DateTimeString": moment("issue_date", "issue_time"),
        }

    def agreement(self) -> Paths:
        reference = self.reference()
        additional = self.compiled(
            {
                self.standard.number: text("number"),
                "ram:TypeCode": text("kind"),
                "ram:ReferenceTypeCode": text("reference_kind"),
            }
        )
        return {
            "ram:SellerTradeParty": records("seller", self.party()),
            "ram:BuyerTradeParty": records("buyers", self.party()),
            "ram:BuyerOrderReferencedDocument": records("orders", reference),
            "ram:SellerOrderReferencedDocument": records("sales_orders", reference),
            f"ram:ContractReferencedDocument/{self.standard.number}": texts("contract_references"),
            f"ram:BlanketOrderReferencedDocument/{self.standard.number}": texts("contract_references"),
            f"ram:PreviousOrderChangeReferencedDocument/{self.standard.number}": texts("previous_changes"),
            "ram:AdditionalReferencedDocument": records("additional", additional),
        }

    def reference(self) -> Steps:
        return self.compiled(
            {
                self.standard.number: text("number"),
                "ram:LineID": text("line"),
                self.standard.issued: last_day("date"),
            }
        )

    def delivery(self) -> Paths:
        """Of the head or a line. Of a period the end counts, of several deliveries the last."""
        events = {
            f"ram:{name}SupplyChainEvent/{path}": taker
            for name, key in (
                ("ActualDelivery", "actual"),
                ("PlannedDelivery", "planned"),
                ("RequestedDelivery", "requested"),
                ("RequestedDespatch", "despatched"),
            )
            for path, taker in {
                "ram:OccurrenceDateTime/udt:DateTimeString": last_day(key),
                "ram:OccurrenceSpecifiedPeriod/ram:StartDateTime/udt:DateTimeString": first_day(f"{key}_from"),
                "ram:OccurrenceSpecifiedPeriod/ram:EndDateTime/udt:DateTimeString": last_day(key),
            }.items()
        }
        return events | {
            f"ram:{name}ReferencedDocument": records(key, self.reference())
            for name, key in (
                ("DespatchAdvice", "despatches"),
                ("DeliveryNote", "delivery_notes"),
                ("ReceivingAdvice", "receipts"),
            )
        }

    def settlement(self) -> Paths:
        number_ = self.standard.number
        service = {"ram:AppliedAmount": value("amount", number), "ram:Description": text("text")}
        return {
            "ram:InvoiceCurrencyCode": text("currency"),
            "ram:OrderCurrencyCode": text("currency"),
            "ram:SpecifiedTradeSettlementPaymentMeans": records("payment_means", self.payment_means()),
            "ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTimeString": last_day("due_date"),
            "ram:ApplicableTradeTax": records("taxes", self.tax()),
            "ram:SpecifiedTradeAllowanceCharge": records("allowances", self.allowance()),
            "ram:SpecifiedLogisticsServiceCharge": records("services", self.compiled(service)),
            f"ram:InvoiceReferencedDocument/{number_}": texts("invoice_references"),
            self.standard.totals: records("summations", self.summation()),
        }

    def payment_means(self) -> Steps:
        return self.compiled(
            {
                "ram:PayeePartyCreditorFinancialAccount/ram:IBANID": text("account"),
                "ram:PayeePartyCreditorFinancialAccount/ram:ProprietaryID": text("other_account"),
                "ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID": text("bank"),
            }
        )

    def tax(self) -> Steps:
        return self.compiled(
            {
                "ram:CalculatedAmount": value("amount", number),
                "ram:BasisAmount": value("taxable", number),
                self.standard.rate: value("rate", number),
            }
        )

    def allowance(self) -> Steps:
        return self.compiled(
            {
                "ram:ChargeIndicator/udt:Indicator": value("is_charge", flag),
                "ram:ActualAmount": value("amount", number),
                "ram:Reason": text("text"),
                "ram:ReasonCode": text("code"),
            }
        )

    def summation(self) -> Steps:
        sums = {
            "LineTotalAmount": "lines",
            "AllowanceTotalAmount": "allowances",
            "ChargeTotalAmount": "charges",
            "TaxBasisTotalAmount": "net",
            "GrandTotalAmount": "gross",
            "TotalPrepaidAmount": "prepaid",
            "RoundingAmount": "rounding",
            "DuePayableAmount": "payable",
        }
        paths = {f"ram:{name}": value(key, number) for name, key in sums.items()}
        return self.compiled(paths | {"ram:TaxTotalAmount": amounts("taxes")})

    def party(self) -> Steps:
        return self.compiled(
            {
                "ram:ID": identifiers("identifiers"),
                "ram:GlobalID": identifiers("identifiers"),
                "ram:Name": text("name"),
                "ram:SpecifiedLegalOrganization/ram:ID": identifiers("identifiers"),
                "ram:SpecifiedLegalOrganization/ram:TradingBusinessName": text("trading_name"),
                "ram:URIUniversalCommunication/ram:URIID": identifiers("endpoints"),
                "ram:SpecifiedTaxRegistration/ram:ID": identifiers("registrations"),
            }
        )

    def line(self) -> Steps:
        name = self.standard
        return self.compiled(
            {
                **under("ram:AssociatedDocumentLineDocument", self.about_line()),
                **under("ram:SpecifiedTradeProduct", self.product()),
                "ram:SubstitutedReferencedProduct": records("substitutes", self.compiled(self.product())),
                **under(f"{name.line}Agreement", self.line_agreement()),
                **under(f"{name.line}Delivery", self.line_delivery()),
                **under(f"{name.line}Settlement", self.line_settlement()),
            }
        )

    def about_line(self) -> Paths:
        return {
            "ram:LineID": text("id"),
            "ram:ParentLineID": text("parent"),
            "ram:LineStatusCode": text("status"),
            "ram:LineStatusReasonCode": text("role"),
            "ram:IncludedNote/ram:Content": texts("notes"),
        }

    def product(self) -> Paths:
        return {
            "ram:GlobalID": identifiers("standard_items"),
            "ram:SellerAssignedID": text("supplier_item"),
            "ram:BuyerAssignedID": text("buyer_item"),
            "ram:Name": text("name"),
            "ram:Description": texts("descriptions"),
        }

    def line_agreement(self) -> Paths:
        reduction = self.compiled(
            {"ram:ChargeIndicator/udt:Indicator": value("is_charge", flag), "ram:ActualAmount": value("amount", number)}
        )
        return {
            "ram:BuyerOrderReferencedDocument": records("orders", self.reference()),
            "ram:SellerOrderReferencedDocument": records("sales_orders", self.reference()),
            "ram:NetPriceProductTradePrice/ram:ChargeAmount": value("price", number),
            "ram:NetPriceProductTradePrice/ram:BasisQuantity": quantity("base", "base_unit"),
            "ram:GrossPriceProductTradePrice/ram:ChargeAmount": value("gross_price", number),
            "ram:GrossPriceProductTradePrice/ram:BasisQuantity": quantity("gross_base", "gross_base_unit"),
            "ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge": records("reductions", reduction),
        }

    def line_delivery(self) -> Paths:
        return {
            **self.delivery(),
            "ram:BilledQuantity": quantity("billed", "billed_unit"),
            "ram:RequestedQuantity": quantity("requested_quantity", "requested_unit"),
            "ram:AgreedQuantity": quantity("agreed", "agreed_unit"),
        }

    def line_settlement(self) -> Paths:
        return {
            f"ram:ApplicableTradeTax/{self.standard.rate}": value("tax_rate", number),
            "ram:SpecifiedTradeAllowanceCharge": records("allowances", self.allowance()),
            f"{self.standard.line_totals}/ram:LineTotalAmount": value("line_amount", number),
            "ram:InvoiceReferencedDocument": records("invoices", self.reference()),
        }
