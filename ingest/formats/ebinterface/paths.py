"""What stands where in an ebInterface invoice. One table serves all versions: they differ in the names of a few
elements."""

from functools import lru_cache

from ingest.formats.ebinterface.takers import measured, priced, typed
from ingest.values.xsd import day, number
from ingest.xml.table import Paths, compile_table, under
from ingest.xml.takers import latest, records, text, texts, value
from ingest.xml.walk import Steps

PARTIES = ("Biller", "InvoiceRecipient", "OrderingParty")


@lru_cache(maxsize=16)
def document_steps(namespace: str) -> Steps:
    """The steps of a walk over an invoice of this version."""
    return _Table(namespace).document()


class _Table:
    """Builds tables for the elements of one version."""

    def __init__(self, namespace: str) -> None:
        self.namespaces = {"": namespace}

    def compiled(self, paths: Paths) -> Steps:
        return compile_table(paths, self.namespaces)

    def document(self) -> Steps:
        account = self.compiled({"IBAN": text("iban"), "BIC": text("bic"), "BankAccountNr": text("number")})
        below = self.compiled({"LineItemAmount": value("amount", number)})
        reductions, taxes = self.reductions("", "charges"), self.taxes()
        return self.compiled(
            {
                "InvoiceNumber": text("number"),
                "InvoiceDate": value("issue_date", day),
                "CancelledOriginalDocument/InvoiceNumber": text("cancelled"),
                "RelatedDocument/InvoiceNumber": texts("related"),
                **under("Delivery", {"DeliveryID": texts("despatch_references"), **self.delivery()}),
                **{name: records(name, self.party()) for name in PARTIES},
                "Details/ItemList/ListLineItem": records("lines", self.line(), place=True),
                "Details/BelowTheLineItem": records("below", below),
                **under("ReductionAndSurchargeDetails", reductions),
                **under("Tax", taxes),
                "TotalGrossAmount": value("gross", number),
                "PrepaidAmount": value("prepaid", number),
                "RoundingAmount": value("rounding", number),
                "PayableAmount": value("payable", number),
                "PaymentMethod/BeneficiaryAccount": records("accounts", account),
                "PaymentMethod/UniversalBankTransaction/BeneficiaryAccount": records("accounts", account),
                "PaymentConditions/DueDate": value("due_date", day),
            }
        )

    def delivery(self) -> Paths:
        return {
            "Date": latest("delivery_date", day),
            "Period/FromDate": latest("delivery_date", day),
            "Period/ToDate": latest("delivery_date", day),
        }

    def party(self) -> Steps:
        order = {"OrderID": text("order"), "ReferenceDate": value("order_date", day)}
        return self.compiled(
            {
                "VATIdentificationNumber": text("vat_id"),
                "FurtherIdentification": typed("registrations", "IdentificationType"),
                **under("OrderReference", order),
                "Address/AddressIdentifier": typed("identifiers", "AddressIdentifierType"),
                "Address/Name": text("name"),
                "InvoiceRecipientsBillerID": text("own_number"),
                "BillersInvoiceRecipientID": text("own_number"),
                "BillersOrderingPartyID": text("own_number"),
            }
        )

    def line(self) -> Steps:
        order = {"OrderID": text("order_number"), "OrderPositionNumber": text("order_line")}
        own = {"OrderID": text("supplier_order_number"), "OrderPositionNumber": text("supplier_order_line")}
        return self.compiled(
            {
                "PositionNumber": text("id"),
                "Description": texts("descriptions"),
                "ArticleNumber": typed("articles", "ArticleNumberType"),
                "Quantity": measured,
                "UnitPrice": priced,
                "TaxRate": value("tax_rate", number),
                "VATRate": value("tax_rate", number),
                "TaxItem/TaxPercent": value("tax_rate", number),
                **under("ReductionAndSurchargeListLineItemDetails", self.reductions("ListLineItem", "allowances")),
                **under("Delivery", {"DeliveryID": text("despatch_number"), **self.delivery()}),
                **under("InvoiceRecipientsOrderReference", order),
                **under("BillersOrderReference", own),
                "LineItemAmount": value("line_amount", number),
            }
        )

    def reductions(self, suffix: str, key: str) -> Paths:
        """Of the whole, or of a line; a further tax, as on beer, is one that value added tax is put upon."""
        amounts: Paths = {
            "BaseAmount": value("basis", number),
            "TaxableAmount": value("basis", number),
            "Percentage": value("percent", number),
            "Amount": value("amount", number),
            "TaxAmount": value("amount", number),
            "Comment": text("text"),
            "TaxID": text("name"),
        }
        steps = self.compiled(amounts)
        further = self.compiled({**amounts, "TaxPercent": value("percent", number)})
        return {
            f"Reduction{suffix}": records(f"{key}_off", steps),
            f"Surcharge{suffix}": records(f"{key}_on", steps),
            f"OtherVATableTax{suffix}": records(f"{key}_taxes", further),
        }

    def taxes(self) -> Paths:
        """Version 4 names them VAT, with an Item or VATItem each; later ones a TaxItem each."""
        item = self.compiled(
            {
                "TaxedAmount": value("taxable", number),
                "TaxableAmount": value("taxable", number),
                "TaxRate": value("rate", number),
                "VATRate": value("rate", number),
                "TaxPercent": value("rate", number),
                "Amount": value("amount", number),
                "TaxAmount": value("amount", number),
            }
        )
        other = self.compiled(
            {"Comment": text("text"), "Amount": value("amount", number), "TaxAmount": value("amount", number)}
        )
        return {
            "VAT/Item": records("taxes", item),
            "VAT/VATItem": records("taxes", item),
            "TaxItem": records("taxes", item),
            "OtherTax": records("other_taxes", other),
        }
