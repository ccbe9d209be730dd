"""What stands where in a document of GS1 XML release 3.

Its five documents share references, parties and items, so one table builder serves them all. What a key means for a
document is settled afterwards (`document`, `lines`, `totals`).
"""

from functools import lru_cache

from ingest.formats.gs1.takers import entity
from ingest.values.xsd import day, number
from ingest.xml.table import Paths, compile_table, under
from ingest.xml.takers import code, identifiers, latest, moment, money, quantity, records, text, texts, value
from ingest.xml.walk import Steps

_REFERENCES = {
    "purchaseOrder": "orders",
    "originalOrder": "orders",
    "salesOrder": "sales_orders",
    "despatchAdvice": "despatches",
    "deliveryNote": "delivery_notes",
    "receivingAdvice": "receipts",
    "invoice": "invoices",
    "contract": "contracts",
}
"""Element → the key of the documents that it names."""

_PARTIES = ("buyer", "seller", "shipper", "receiver", "shipFrom", "shipTo")
_UNIT, _CURRENCY = "measurementUnitCode", "currencyCode"


@lru_cache(maxsize=64)
def document_steps(name: str, namespace: str) -> Steps:
    """The steps of a walk over a document of this name whose elements stand in this namespace ("": in none)."""
    return _Table(namespace).document(name)


class _Table:
    """Builds tables of elements of one namespace."""

    def __init__(self, namespace: str) -> None:
        self.namespace = namespace

    def compiled(self, paths: Paths) -> Steps:
        return compile_table(paths, {"": self.namespace})

    def document(self, name: str) -> Steps:
        own = {
            "order": self.order,
            "orderResponse": self.response,
            "despatchAdvice": self.despatch,
            "receivingAdvice": self.receipt,
            "invoice": self.invoice,
        }
        return self.compiled({**self.head(name), **own[name]()})

    def head(self, name: str) -> Paths:
        capital = name[0].upper() + name[1:]  # as some write it
        return {
            "creationDateTime": moment("issue_date", "issue_time"),
            "documentStatusCode": code("status_code"),
            "documentActionCode": code("action_code"),
            "revisionNumber": text("revision_number"),
            f"{name}Identification/entityIdentification": entity("number"),
            f"{name}Identification/contentOwner": records("owners", self.party()),
            f"{capital}Identification/entityIdentification": entity("number"),
            **{one: records(f"{one}_parties", self.party()) for one in _PARTIES},
            **self.references(),
        }

    def references(self) -> Paths:
        reference = self.compiled(
            {
                "entityIdentification": entity("number"),
                "lineItemNumber": text("line"),
                "creationDateTime": value("day", day),
            }
        )
        return {element: records(key, reference) for element, key in _REFERENCES.items()}

    def party(self) -> Steps:
        return self.compiled(
            {
                "gln": text("gln"),
                "additionalPartyIdentification": identifiers("numbers", "additionalPartyIdentificationTypeCode"),
                "organisationDetails/organisationName": text("name"),
                "address/name": text("address_name"),
                "dutyFeeTaxRegistration/dutyFeeTaxRegistrationID": text("vat_id"),
            }
        )

    def order(self) -> Paths:
        line = {
            "requestedQuantity": quantity("quantity", attribute=_UNIT),
            "additionalOrderLineInstruction": texts("notes"),
            "deliveryDateAccordingToSchedule/date": latest("day", day),
            "latestDeliveryDate/date": latest("latest_day", day),
            "orderLineItemDetail": records("details", self.detail("requestedQuantity"), place=True),
            **self.priced(),
        }
        return {
            **self.order_totals(),
            **under("orderLogisticalInformation", self.logistics()),
            "deliveryDateAccordingToSchedule/date": latest("day", day),
            "orderLineItem": records("items", self.line(line), place=True),
        }

    def response(self) -> Paths:
        line = {
            "confirmedQuantity": quantity("quantity", attribute=_UNIT),
            "lineItemChangeIndicator": code("change"),
            "originalOrderLineItemNumber": text("original_line"),
            "deliveryDateTime": latest("day", day),
            "substituteItemIdentification": records("substitutes", self.compiled(self.item())),
            "orderResponseLineItemDetail": records("details", self.detail("confirmedQuantity"), place=True),
            **self.priced(),
        }
        return {
            "responseStatusCode": code("answer"),
            **self.order_totals(),
            **under("amendedDateTimeValue", self.dates()),
            "orderResponseLineItem": records("items", self.line(line), place=True),
        }

    def despatch(self) -> Paths:
        line = records("items", self.line({"despatchedQuantity": quantity("quantity", attribute=_UNIT)}), place=True)
        return {
            "despatchInformation/estimatedDeliveryDateTime": latest("day", day),
            "despatchInformation/estimatedDeliveryPeriod/endDate": latest("day", day),
            "despatchInformation/despatchDateTime": latest("leaves", day),
            "despatchInformation/actualShipDateTime": latest("leaves", day),
            "despatchAdviceLogisticUnit/despatchAdviceLineItem": line,
            "despatchAdviceLineItem": line,
        }

    def receipt(self) -> Paths:
        condition = {"receivingConditionCode": code("code"), "receivingConditionQuantity": value("quantity", number)}
        line = records(
            "items",
            self.line(
                {
                    "quantityReceived": quantity("received", attribute=_UNIT),
                    "quantityAccepted": quantity("accepted", attribute=_UNIT),
                    "quantityDespatched": quantity("despatched", attribute=_UNIT),
                    "receivingConditionInformation": records("conditions", self.compiled(condition)),
                }
            ),
            place=True,
        )
        return {
            "receivingDateTime": latest("day", day),
            "receivingAdviceLogisticUnit/receivingAdviceLineItem": line,
            "receivingAdviceLineItem": line,
        }

    def invoice(self) -> Paths:
        line = {
            "invoicedQuantity": quantity("quantity", attribute=_UNIT),
            "creditLineIndicator": code("credit"),
            "amountExclusiveAllowancesCharges": money("amount_before", _CURRENCY),
            "amountInclusiveAllowancesCharges": money("line_amount", _CURRENCY),
            "itemPriceExclusiveAllowancesCharges": money("price_before", _CURRENCY),
            "itemPriceInclusiveAllowancesCharges": money("price", _CURRENCY),
            "itemPriceBaseQuantity": quantity("base", "base_unit", _UNIT),
            "actualDeliveryDate": latest("day", day),
            "invoiceLineTaxInformation": records("taxes", self.tax()),
            "invoiceAllowanceCharge": records("allowances", self.allowance()),
        }
        return {
            "invoiceType": code("type_code"),
            "invoiceCurrencyCode": text("currency"),
            "actualDeliveryDate": latest("day", day),
            **under("invoiceTotals", self.invoice_totals()),
            "invoiceAllowanceCharge": records("allowances", self.allowance()),
            "invoiceLineItem": records("items", self.line(line), place=True),
        }

    def line(self, paths: Paths) -> Steps:
        return self.compiled(
            {
                "lineItemNumber": text("id"),
                "parentLineItemNumber": text("parent"),
                "lineItemActionCode": code("action_code"),
                "note": texts("notes"),
                **under("transactionalTradeItem", self.item()),
                **self.references(),
                **paths,
            }
        )

    def item(self) -> Paths:
        return {
            "gtin": text("gtin"),
            "additionalTradeItemIdentification": identifiers("numbers", "additionalTradeItemIdentificationTypeCode"),
            "tradeItemDescription": text("name"),
        }

    def priced(self) -> Paths:
        return {
            "netAmount": money("line_amount", _CURRENCY),
            "netPrice": money("price", _CURRENCY),
            "monetaryAmountExcludingTaxes": money("amount_before_tax", _CURRENCY),
            "itemPriceBaseQuantity": quantity("base", "base_unit", _UNIT),
            "allowanceCharge": records("allowances", self.allowance()),
            "leviedDutyFeeTax": records("taxes", self.tax()),
        }

    def detail(self, quantity_name: str) -> Steps:
        return self.compiled(
            {
                quantity_name: quantity("quantity", attribute=_UNIT),
                **under("orderLogisticalInformation", self.logistics()),
            }
        )

    def logistics(self) -> Paths:
        return under("orderLogisticalDateInformation", self.dates())

    def dates(self) -> Paths:
        return {
            "requestedDeliveryDateTime/date": latest("day", day),
            "requestedDeliveryDateRange/beginDate": value("start", day),
            "requestedDeliveryDateRange/endDate": latest("day", day),
        }

    def allowance(self) -> Steps:
        return self.compiled(
            {
                "allowanceOrChargeType": code("direction"),
                "allowanceChargeType": text("code"),
                "allowanceChargeDescription": text("text"),
                "allowanceChargeAmount": money("amount", _CURRENCY),
            }
        )

    def tax(self) -> Steps:
        return self.compiled(
            {
                "dutyFeeTaxAmount": money("amount", _CURRENCY),
                "dutyFeeTaxBasisAmount": money("taxable", _CURRENCY),
                "dutyFeeTaxPercentage": value("rate", number),
            }
        )

    def order_totals(self) -> Paths:
        return {
            "totalMonetaryAmountExcludingTaxes": money("net", _CURRENCY),
            "totalMonetaryAmountIncludingTaxes": money("gross", _CURRENCY),
            "totalTaxAmount": money("tax", _CURRENCY),
        }

    def invoice_totals(self) -> Paths:
        return {
            "totalInvoiceAmount": money("total", _CURRENCY),
            "totalInvoiceAmountPayable": money("payable", _CURRENCY),
            "totalLineAmountInclusiveAllowancesCharges": money("lines_total", _CURRENCY),
            "totalTaxAmount": money("tax", _CURRENCY),
            "totalVATAmount": money("vat", _CURRENCY),
            "totalTaxBasisAmount": money("taxable", _CURRENCY),
            "taxSubtotal": records("taxes", self.tax()),
        }
