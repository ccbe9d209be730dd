"""The names and codes of GS1 XML release 3. Source: the code lists of its standard (LineItemActionCode,
ResponseStatusCode, InvoiceTypeCode, ReceivingConditionCode …)."""

from collections.abc import Mapping

from orders.document import DocumentType, LineAction, LineResponse, Response, Standing

DOCUMENTS: Mapping[str, DocumentType] = {
    "order": DocumentType.ORDER,
    "orderResponse": DocumentType.ORDER_RESPONSE,
    "despatchAdvice": DocumentType.DESPATCH_ADVICE,
    "receivingAdvice": DocumentType.RECEIPT_ADVICE,
    "invoice": DocumentType.INVOICE,
}
"""Element in a message → the document that it is."""

OWN = "urn:gs1:ecom:"
"""How the namespaces of its messages begin."""

RELEASE_2 = "urn:ean.ucc:"
"""How those of the release before began, which has other elements."""

HEADER = "StandardBusinessDocumentHeader"

DELETED, REFRESHED = "DELETE", frozenset({"CHANGE_BY_REFRESH", "CORRECT"})
"""documentActionCode: the document is withdrawn, or takes the place of what it was."""

COPIES, REPLACING = frozenset({"COPY", "ADDITIONAL_TRANSMISSION"}), "REPLACE"
"""documentStatusCode."""

ANSWERS: Mapping[str, Response] = {
    "ACCEPTED": Response.ACCEPTED,
    "MODIFIED": Response.CHANGED,
    "REJECTED": Response.REJECTED,
    "RECEIVED": Response.ACKNOWLEDGED,
}
"""responseStatusCode → the answer to the whole order."""

LINE_ANSWERS: Mapping[str, LineResponse | None] = {
    "ACCEPTED": LineResponse.ACCEPTED,
    "MODIFIED": LineResponse.CHANGED,
    "REJECTED": LineResponse.REJECTED,
    "ADDITION": LineResponse.ADDED,
    "CHANGED": LineResponse.CHANGED,
    "DELETED": LineResponse.REJECTED,
    "NOT_AMENDED": LineResponse.ACCEPTED,
    "PENDING": None,
}
"""lineItemChangeIndicator, else lineItemActionCode, of a response's line; None: nothing is said yet, the figures
speak."""

LINE_ACTIONS: Mapping[str, LineAction | None] = {
    "ADDITION": LineAction.ADDED,
    "ADDED": LineAction.ADDED,
    "CHANGED": LineAction.CHANGED,
    "DELETED": LineAction.CANCELLED,
    "NOT_AMENDED": None,
    "PENDING": None,
}
"""lineItemActionCode of an order's line."""

CREDITS = frozenset({"CREDIT_NOTE", "SELF_BILLED_CREDIT_NOTE"})
CORRECTED = "CORRECTED_INVOICE"
STANDINGS: Mapping[str, Standing] = {
    "PRO_FORMA_INVOICE": Standing.PROFORMA,
    "PREPAYMENT_INVOICE": Standing.PREPAYMENT,
}
"""invoiceType."""

CREDIT_LINE = "YES"
"""creditLineIndicator: the line takes off, whatever its sign."""

BUYERS_ITEMS = frozenset({"BUYER_ASSIGNED", "BUYER_ASSIGNED_IDENTIFIER"})
SUPPLIERS_ITEMS = frozenset({"SUPPLIER_ASSIGNED", "SELLER_ASSIGNED", "VENDOR_ASSIGNED", "DISTRIBUTOR_ASSIGNED"})
"""additionalTradeItemIdentificationTypeCode."""

REFUSED = frozenset(
    {
        "DAMAGED_PRODUCT_OR_CONTAINER",
        "INCORRECT_PRODUCT",
        "MATERIAL_SCRAPPED",
        "QUALITY_PROBLEM",
        "QUANTITY_OVER_RETURN_TO_SUPPLIER",
        "REJECTED",
    }
)
MISSING = "QUANTITY_SHORT"
ACCEPTED = frozenset({"ACCEPTED_IN_FULL", "GOOD_CONDITION"})
"""receivingConditionCode: what becomes of a quantity that was received. The others say nothing of it."""

SUPPLIER_ROLES = ("seller", "shipper", "shipFrom")
BUYER_ROLES = ("buyer", "receiver", "shipTo")
"""Elements of parties, from who is it to who only may be."""

OF_THE_BUYER = frozenset({DocumentType.ORDER, DocumentType.RECEIPT_ADVICE})
"""Documents whose number the buyer gave."""
