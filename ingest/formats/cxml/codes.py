"""What the words of cXML mean."""

from collections.abc import Mapping

from orders.document import DocumentType, LineResponse, Response

REQUESTS: Mapping[str, DocumentType] = {
    "OrderRequest": DocumentType.ORDER,
    "ConfirmationRequest": DocumentType.ORDER_RESPONSE,
    "ShipNoticeRequest": DocumentType.DESPATCH_ADVICE,
    "ReceiptRequest": DocumentType.RECEIPT_ADVICE,
    "InvoiceDetailRequest": DocumentType.INVOICE,
}
"""The element in a Request → the document that it is."""

FROM_BUYER = frozenset({"OrderRequest", "ReceiptRequest"})
"""The requests that buyers send; suppliers send the others."""

ORDER_ACTS: Mapping[str, DocumentType] = {
    "new": DocumentType.ORDER,
    "update": DocumentType.ORDER,
    "delete": DocumentType.ORDER_CANCELLATION,
}
"""Type of an order; without one it is new. An update states the whole order once more."""

SENT_AGAIN = "update"

CREDITS = frozenset({"creditmemo", "linelevelcreditmemo"})
"""Purposes of invoices that are credit notes."""

ANSWERS: Mapping[str, Response | None] = {
    "accept": Response.ACCEPTED,
    "reject": Response.REJECTED,
    "except": Response.CHANGED,
    "alldetail": None,
    "detail": None,
    "backordered": Response.CHANGED,
    "replace": Response.CHANGED,
    "requesttopay": Response.ACKNOWLEDGED,
}
"""Type of a confirmation → the answer to the whole order; None: the lines decide."""

UNKNOWN = "unknown"
"""Status of a part of a line about which nothing is known yet: it is no answer."""

LINE_ANSWERS: Mapping[str, LineResponse | None] = {
    "ACCEPT": LineResponse.ACCEPTED,
    "REJECT": LineResponse.REJECTED,
    "BACKORDERED": LineResponse.CHANGED,
    "REPLACE": LineResponse.CHANGED,
    "ALLDETAIL": None,
    "DETAIL": None,
}
"""Status of a part of a line → the answer to it; None: the figures speak."""

SUPPLIER_ROLES = ("from", "issuerofinvoice", "suppliercorporate", "remitto", "billfrom")
BUYER_ROLES = ("soldto", "buyercorporate", "billto")
"""Roles of contacts that name the party itself, not a person at it."""
