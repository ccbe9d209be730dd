"""What stands where in an OIOXML invoice. Nearly all of it is in one namespace, whatever that of the root is."""

from functools import lru_cache

from ingest.values.xsd import day, number
from ingest.xml.table import Paths, compile_table, under
from ingest.xml.takers import identifiers, quantity, records, text, texts, value
from ingest.xml.walk import Steps


@lru_cache(maxsize=4)
def document_steps(schemas: str) -> Steps:
    """The steps of a walk over an invoice of a version, whose namespaces begin so."""
    return _Table(schemas).document()


class _Table:
    """Builds tables for the elements of one version."""

    def __init__(self, schemas: str) -> None:
        self.namespaces = {"": f"{schemas}common/", "main": f"{schemas}maindoc/"}

    def compiled(self, paths: Paths) -> Steps:
        return compile_table(paths, self.namespaces)

    def document(self) -> Steps:
        account = {
            "ID": text("account"),
            "FiBranch/FinancialInstitution/ID": text("bank"),
        }
        return self.compiled(
            {
                "ID": text("number"),
                "IssueDate": value("issue_date", day),
                "TypeCode": text("type_code"),
                "main:InvoiceCurrencyCode": text("currency"),
                "BuyersReferenceID": identifiers("buyer_addresses"),
                "ReferencedOrder/BuyersOrderID": text("order"),
                "ReferencedOrder/SellersOrderID": texts("sales_orders"),
                "ReferencedOrder/IssueDate": value("order_date", day),
                "BuyerParty": records("buyers", self.party()),
                "SellerParty": records("sellers", self.party()),
                "PaymentMeans/PaymentDueDate": value("due_date", day),
                "PaymentMeans/PayeeFinancialAccount": records("accounts", self.compiled(account)),
                "AllowanceCharge": records("allowances", self.charge()),
                "TaxTotal": records("tax_totals_stated", self.tax()),
                "LegalTotals/LineExtensionTotalAmount": value("lines_total", number),
                "LegalTotals/ToBePaidTotalAmount": value("gross", number),
                "InvoiceLine": records("lines", self.line(), place=True),
            }
        )

    def party(self) -> Steps:
        return self.compiled(
            {
                "ID": identifiers("identifiers"),
                "PartyName/Name": text("name"),
                "PartyTaxScheme/CompanyTaxID": identifiers("tax_ids"),
            }
        )

    def charge(self) -> Steps:
        return self.compiled(
            {
                "ID": text("kind"),
                "MultiplierReasonCode": text("reason"),
                "AllowanceChargeAmount": value("amount", number),
            }
        )

    def tax(self) -> Steps:
        amounts = {"TaxableAmount": value("taxable", number), "TaxAmount": value("amount", number)}
        part = {"RatePercentNumeric": value("rate", number), **under("TaxAmounts", amounts)}
        return self.compiled({**under("TaxAmounts", amounts), "CategoryTotal": records("parts", self.compiled(part))})

    def line(self) -> Steps:
        item = {
            "ID": identifiers("items"),
            "Description": text("name"),
            "BuyersItemIdentification/ID": text("buyer_item"),
            "SellersItemIdentification/ID": text("supplier_item"),
            "StandardItemIdentification/ID": identifiers("standard_items"),
            "Tax/RatePercentNumeric": value("tax_rate", number),
        }
        return self.compiled(
            {
                "ID": text("id"),
                "InvoicedQuantity": quantity("quantity"),
                "LineExtensionAmount": value("line_amount", number),
                "Note": texts("notes"),
                "ReferencedOrderLine/BuyersID": text("buyers_reference"),
                "ReferencedOrderLine/SellersID": text("sellers_reference"),
                "AllowanceCharge": records("allowances", self.charge()),
                **under("Item", item),
                "BasePrice/PriceAmount": value("price", number),
                "BasePrice/BaseQuantity": quantity("base", "base_unit"),
            }
        )
