"""What stands where in a Finvoice, of any version: later ones add."""

from functools import cache

from ingest.formats.finvoice.values import amount, day, money, price, quantities
from ingest.xml.table import Paths, compile_table, under
from ingest.xml.takers import latest, records, text, texts, value
from ingest.xml.walk import Steps

QUANTITIES = (
    "InvoicedQuantity",
    "DeliveredQuantity",
    "ConfirmedQuantity",
    "OrderedQuantity",
    "CreditRequestedQuantity",
)
"""What a row may state beside each other; the first is billed."""


def _table(paths: Paths) -> Steps:
    return compile_table(paths, {"": ""})


def _party(role: str) -> Paths:
    names = {
        f"{role}PartyIdentifier": text("identifier"),
        f"{role}OrganisationName": text("name"),
        f"{role}OrganisationTaxCode": text("vat_id"),
    }
    return {
        f"{role}PartyDetails": records(role, _table(names)),
        f"{role}OrganisationUnitNumber": text(f"{role}_unit_number"),
    }


def _delivery() -> Paths:
    return {
        "DeliveryDate": latest("delivery_date", day),
        "DeliveryPeriodDetails/StartDate": latest("delivery_date", day),
        "DeliveryPeriodDetails/EndDate": latest("delivery_date", day),
        "DeliveryNoteIdentifier": texts("delivery_notes"),
        "DespatchAdviceIdentifier": texts("delivery_notes"),
    }


def _originals() -> Paths:
    return {
        "OriginalInvoiceNumber": texts("originals"),
        "OriginalInvoiceReference/InvoiceNumber": texts("originals"),
    }


def _details() -> Paths:
    tax = _table(
        {
            "VatBaseAmount": value("taxable", amount),
            "VatRatePercent": value("rate", amount),
            "VatRateAmount": value("amount", amount),
        }
    )
    change = _table(
        {
            "ReasonText": text("text"),
            "FreeText": text("text"),
            "ReasonCode": text("code"),
            "Percent": value("percent", amount),
            "Amount": value("amount", amount),
        }
    )
    return {
        "InvoiceTypeCode": text("kind"),
        "InvoiceTypeCodeUN": text("type_code"),
        "OriginCode": text("origin"),
        "InvoiceNumber": text("number"),
        "InvoiceDate": value("issue_date", day),
        **_originals(),
        "OrderIdentifier": text("order"),
        "OrderDate": value("order_date", day),
        "OrderConfirmationIdentifier": texts("supplier_order_references"),
        "AgreementIdentifier": texts("contract_references"),
        "SellersBuyerIdentifier": text("sellers_buyer"),
        "BuyersSellerIdentifier": text("buyers_seller"),
        "RowsTotalVatExcludedAmount": money("rows_total"),
        "InvoiceTotalVatExcludedAmount": money("net"),
        "InvoiceTotalVatAmount": money("tax"),
        "InvoiceTotalVatIncludedAmount": money("gross"),
        "VatSpecificationDetails": records("taxes", tax),
        "PaymentTermsDetails/InvoiceDueDate": value("due_date", day),
        "DiscountDetails": records("discounts", change),
        "ChargeDetails": records("charged", change),
    }


def _row() -> Steps:
    discount = {
        "RowDiscountPercent": value("percent", amount),
        "RowDiscountAmount": value("amount", amount),
        "RowDiscountTypeText": text("text"),
    }
    charge = {"ReasonText": text("text"), "ReasonCode": text("code"), "Amount": value("amount", amount)}
    return _table(
        {
            "RowPositionIdentifier": text("id"),
            "RowSubIdentifier": text("sub_id"),
            "ArticleIdentifier": text("supplier_item"),
            "BuyerArticleIdentifier": text("buyer_item"),
            "EanCode": text("ean"),
            "ArticleName": text("name"),
            "ArticleDescription": text("description"),
            **{name: quantities(name) for name in QUANTITIES},
            "StartDate": latest("delivery_date", day),
            "EndDate": latest("delivery_date", day),
            "UnitPriceAmount": price("list_price"),
            "UnitPriceNetAmount": price("net_price"),
            "UnitPriceBaseQuantity": value("base", amount),
            "RowIdentifier": text("order_number"),
            "RowOrderPositionIdentifier": text("order_line"),
            "RowOrderConfirmationIdentifier": text("supplier_order_number"),
            "RowDeliveryIdentifier": text("despatch_number"),
            "RowDeliveryDate": latest("delivery_date", day),
            **_originals(),
            "RowFreeText": texts("notes"),
            "RowDiscountPercent": value("discount_percent", amount),
            "RowDiscountAmount": value("discount_amount", amount),
            "RowDiscountTypeText": text("discount_text"),
            "RowProgressiveDiscountDetails": records("discounts", _table(discount)),
            "RowChargeDetails": records("charged", _table(charge)),
            "RowVatRatePercent": value("tax_rate", amount),
            "RowVatAmount": value("row_tax", amount),
            "RowVatExcludedAmount": value("line_amount", amount),
            "RowAmount": value("row_gross", amount),
        }
    )


@cache
def document_steps() -> Steps:
    """The steps of a walk over a Finvoice."""
    seller = _table({"SellerAccountID": text("account"), "SellerBic": text("bank")})
    beneficiary = _table(
        {
            "EpiBfiPartyDetails/EpiBfiIdentifier": text("bank"),
            "EpiBeneficiaryPartyDetails/EpiAccountID": text("account"),
        }
    )
    return _table(
        {
            **_party("Seller"),
            **_party("Buyer"),
            **_party("InvoiceRecipient"),
            "SellerInformationDetails/SellerAccountDetails": records("accounts", seller),
            **under("DeliveryDetails", _delivery()),
            **under("InvoiceDetails", _details()),
            "InvoiceRow": records("rows", _row(), place=True),
            "EpiDetails/EpiPartyDetails": records("accounts", beneficiary),
            "EpiDetails/EpiPaymentInstructionDetails/EpiInstructedAmount": money("payable"),
            "EpiDetails/EpiPaymentInstructionDetails/EpiDateOptionDate": value("pay_date", day),
        }
    )
