"""What stands where in a request of cXML 1.2.

What a key means for a document is settled afterwards (`document`, `lines`, `totals`).
"""

from functools import cache

from ingest.formats.cxml.takers import Attributes, description, listed, within
from ingest.values.xsd import day, number
from ingest.xml.table import Paths, compile_table, under
from ingest.xml.takers import money, text, texts, unit
from ingest.xml.walk import Steps, Taker

_CURRENCY = "currency"
_AMOUNT: Attributes = {"quantity": ("quantity", number)}
_IDENTIFIER: Attributes = {"domain": ("domain", str), "identifier": ("id", str)}


@cache
def request_steps() -> Steps:
    """The steps of a walk over any message, from its root."""
    requests = {
        "OrderRequest": _order(),
        "ConfirmationRequest": _confirmation(),
        "ShipNoticeRequest": _ship_notice(),
        "ReceiptRequest": _receipt(),
        "InvoiceDetailRequest": _invoice(),
    }
    inner = {f"{name}/{path}": taker for name, paths in requests.items() for path, taker in paths.items()}
    return _table(
        {
            "Header/From": listed("from", {}, _address()),
            "Header/To": listed("to", {}, _address()),
            "Request": within({"deploymentMode": ("mode", str)}, _table(inner)),
        }
    )


def _table(paths: Paths) -> Steps:
    return compile_table(paths, {"": ""})


def _address() -> Steps:
    attributes: Attributes = {"domain": ("domain", str), "type": ("type", str)}
    credential = listed("credentials", attributes, _table({"Identity": text("id")}))
    return _table({"Credential": credential, "Correspondent/Contact/Name": text("name")})


def _contact() -> Taker:
    reference = listed("identifiers", _IDENTIFIER)
    return listed("contacts", {"role": ("role", str)}, _table({"Name": text("name"), "IdReference": reference}))


def _order_named() -> Paths:
    """An order, in whichever of the elements that refer to one."""
    named: Attributes = {"orderID": ("number", str), "orderDate": ("date", day)}
    return {
        "OrderReference": listed("orders", named),
        "OrderIDInfo": listed("orders", named),
        "SupplierOrderInfo": listed("sales_orders", {"orderID": ("number", str)}),
        "MasterAgreementReference": listed("agreements", {"agreementID": ("number", str)}),
        "MasterAgreementIDInfo": listed("agreements", {"agreementID": ("number", str)}),
    }


def _ship_notice_named() -> Paths:
    named = {"shipNoticeID": ("number", str)}
    return {"ShipNoticeReference": listed("despatches", named), "ShipNoticeIDInfo": listed("despatches", named)}


def _header(number_name: str, date_name: str, paths: Paths, attributes: Attributes | None = None) -> Taker:
    """The head of a request: its number and date, and what it says besides."""
    known: Attributes = {
        number_name: ("number", str),
        date_name: ("issue_moment", str),
        "operation": ("operation", str),
        **(attributes or {}),
    }
    return within(known, _table({"Contact": _contact(), **paths}))


def _item_id() -> Paths:
    return {
        "SupplierPartID": text("supplier_item"),
        "BuyerPartID": text("buyer_item"),
        "IdReference": listed("identifiers", _IDENTIFIER),
    }


def _price() -> Paths:
    basis: Attributes = {"quantity": ("base", number), "conversionFactor": ("factor", number)}
    return {
        "UnitPrice/Money": money("price", _CURRENCY),
        "PriceBasisQuantity": within(basis, _table({"UnitOfMeasure": unit("base_unit")})),
    }


def _detail() -> Paths:
    return {
        **_price(),
        "Description": description("name", "descriptions"),
        "UnitOfMeasure": unit("unit"),
        "ItemDetailIndustry/ItemDetailRetail/EANID": text("ean"),
    }


def _order() -> Paths:
    head: Attributes = {
        "type": ("order_act", str),
        "orderVersion": ("version", str),
        "agreementID": ("agreement", str),
    }
    about = {
        "Total/Money": money("total", _CURRENCY),
        "BillTo/Address/Name": text("billed_name"),
        "Shipping/Money": money("shipping", _CURRENCY),
        "SupplierOrderInfo": listed("sales_orders", {"orderID": ("number", str)}),
    }
    item: Attributes = {
        **_AMOUNT,
        "lineNumber": ("id", str),
        "requestedDeliveryDate": ("day", day),
        "parentLineNumber": ("parent", str),
        "compositeItemType": ("composite", str),
    }
    line = {
        **under("ItemID", _item_id()),
        **under("ItemDetail", _detail()),
        **under("BlanketItemDetail", _detail()),
        "ScheduleLine": listed("schedule", {**_AMOUNT, "requestedDeliveryDate": ("day", day)}),
        "Tax/TaxDetail": within({"percentageRate": ("tax_rate", number)}),
        "Comments": texts("notes"),
    }
    return {
        "OrderRequestHeader": _header("orderID", "orderDate", about, head),
        "ItemOut": listed("items", item, _table(line), place=True),
    }


def _confirmation() -> Paths:
    days: Attributes = {"deliveryDate": ("day", day), "shipmentDate": ("shipped", day)}
    offered = {**under("ItemID", _item_id()), **under("ItemDetail", _detail())}
    status = {
        "UnitOfMeasure": unit("unit"),
        **_price(),
        "ItemIn": listed("offers", _AMOUNT, _table(offered)),
        "Comments": texts("notes"),
    }
    item = {
        "UnitOfMeasure": unit("unit"),
        "ConfirmationStatus": listed(
            "statuses", {**_AMOUNT, **days, "type": ("status", str)}, _table(status), place=True
        ),
    }
    about = {"Total/Money": money("total", _CURRENCY), "IdReference": listed("identifiers", _IDENTIFIER)}
    return {
        "ConfirmationHeader": _header("confirmID", "noticeDate", about, {"type": ("answer", str)}),
        **_order_named(),
        "ConfirmationItem": listed("items", {**_AMOUNT, "lineNumber": ("id", str)}, _table(item), place=True),
    }


def _ship_notice() -> Paths:
    head: Attributes = {
        "deliveryDate": ("delivery_date", day),
        "shipmentType": ("shipment_type", str),
    }
    item: Attributes = {
        **_AMOUNT,
        "lineNumber": ("line", str),
        "shipNoticeLineNumber": ("own_line", str),
        "parentLineNumber": ("parent", str),
    }
    line = {
        **under("ItemID", _item_id()),
        **under("ShipNoticeItemDetail", _detail()),
        "UnitOfMeasure": unit("unit"),
        "Comments": texts("notes"),
    }
    portion = {**_order_named(), "ShipNoticeItem": listed("items", item, _table(line), place=True)}
    return {
        "ShipNoticeHeader": _header("shipmentID", "noticeDate", {}, head),
        "ShipNoticePortion": listed("portions", {}, _table(portion)),
    }


def _receipt() -> Paths:
    item: Attributes = {**_AMOUNT, "receiptLineNumber": ("own_line", str), "type": ("status", str)}
    reference = {
        **under("ItemID", _item_id()),
        "Description": description("name", "descriptions"),
        **_ship_notice_named(),
        "ShipNoticeLineItemReference": within({"shipNoticeLineNumber": ("despatch_line", str)}),
    }
    line = {
        "ReceiptItemReference": within({"lineNumber": ("line", str)}, _table(reference)),
        "UnitRate/Money": money("price", _CURRENCY),
        "UnitRate/UnitOfMeasure": unit("unit"),
        "UnitOfMeasure": unit("unit"),
        "Comments": texts("notes"),
    }
    portion = {
        **under("ReceiptOrderInfo", _order_named()),
        "ReceiptItem": listed("items", item, _table(line), place=True),
    }
    return {
        "ReceiptRequestHeader": _header("receiptID", "receiptDate", _ship_notice_named()),
        "ReceiptOrder": listed("portions", {}, _table(portion)),
    }


def _invoice() -> Paths:
    reference = listed("identifiers", _IDENTIFIER)
    contact = within({"role": ("role", str)}, _table({"Name": text("name"), "IdReference": reference}))
    partner = {"Contact": contact, "IdReference": reference}
    about = {
        "InvoicePartner": listed("contacts", {}, _table(partner)),
        "InvoiceIDInfo": listed("invoices", {"invoiceID": ("number", str)}),
        **_ship_notice_named(),
    }
    portion = {
        **under("InvoiceDetailOrderInfo", _order_named()),
        **under("InvoiceDetailShipNoticeInfo", _ship_notice_named()),
        "InvoiceDetailReceiptInfo/ReceiptIDInfo": listed("receipts", {"receiptID": ("number", str)}),
        "InvoiceDetailReceiptInfo/ReceiptReference": listed("receipts", {"receiptID": ("number", str)}),
        "InvoiceDetailItem": _invoice_item("InvoiceDetailItemReference"),
        "InvoiceDetailServiceItem": _invoice_item("InvoiceDetailServiceItemReference"),
    }
    return {
        "InvoiceDetailRequestHeader": _header("invoiceID", "invoiceDate", about, {"purpose": ("purpose", str)}),
        "InvoiceDetailOrder": listed("portions", {}, _table(portion)),
        "InvoiceDetailHeaderOrder": listed("portions", {}, _table(under("InvoiceDetailOrderInfo", _order_named()))),
        **under("InvoiceDetailSummary", _summary()),
    }


def _invoice_item(reference_name: str) -> Taker:
    item: Attributes = {
        **_AMOUNT,
        "invoiceLineNumber": ("own_line", str),
        "parentInvoiceLineNumber": ("parent", str),
        "compositeItemType": ("composite", str),
    }
    reference = {**under("ItemID", _item_id()), "Description": description("name", "descriptions")}
    line = {
        "UnitOfMeasure": unit("unit"),
        **_price(),
        reference_name: within({"lineNumber": ("line", str)}, _table(reference)),
        "ReceiptLineItemReference": within({"receiptLineNumber": ("receipt_line", str)}),
        "ShipNoticeLineItemReference": within({"shipNoticeLineNumber": ("despatch_line", str)}),
        "SubtotalAmount/Money": money("line_amount", _CURRENCY),
        "Tax/TaxDetail": within({"percentageRate": ("tax_rate", number)}),
        "Comments": texts("notes"),
    }
    return listed("items", item, _table(line), place=True)


def _summary() -> Paths:
    change = {
        "AdditionalDeduction/DeductionAmount/Money": money("deduction", _CURRENCY),
        "AdditionalCost/Money": money("cost", _CURRENCY),
        "ModificationDetail": within({"name": ("text", str)}),
    }
    tax = {
        "TaxableAmount/Money": money("taxable", _CURRENCY),
        "TaxAmount/Money": money("amount", _CURRENCY),
    }
    return {
        "SubtotalAmount/Money": money("subtotal", _CURRENCY),
        "Tax/Money": money("tax", _CURRENCY),
        "Tax/TaxDetail": listed("taxes", {"percentageRate": ("rate", number)}, _table(tax)),
        "SpecialHandlingAmount/Money": money("handling", _CURRENCY),
        "ShippingAmount/Money": money("shipping", _CURRENCY),
        "InvoiceDetailDiscount/Money": money("discount", _CURRENCY),
        "InvoiceHeaderModifications/Modification": listed("modifications", {}, _table(change)),
        "GrossAmount/Money": money("gross", _CURRENCY),
        "NetAmount/Money": money("net", _CURRENCY),
        "DueAmount/Money": money("due_amount", _CURRENCY),
    }
