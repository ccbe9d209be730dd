"""UBL's namespaces and documents. They are the same in UBL 2.0 to 2.4: a later version only adds."""

from collections.abc import Mapping

from orders.document import DocumentType

SCHEMAS = "urn:oasis:names:specification:ubl:schema:xsd:"
NAMESPACES: Mapping[str, str] = {
    "cac": f"{SCHEMAS}CommonAggregateComponents-2",
    "cbc": f"{SCHEMAS}CommonBasicComponents-2",
}

DOCUMENTS: Mapping[str, DocumentType] = {
    "Order": DocumentType.ORDER,
    "OrderChange": DocumentType.ORDER_CHANGE,
    "OrderCancellation": DocumentType.ORDER_CANCELLATION,
    "OrderResponse": DocumentType.ORDER_RESPONSE,
    "OrderResponseSimple": DocumentType.ORDER_RESPONSE,
    "DespatchAdvice": DocumentType.DESPATCH_ADVICE,
    "ReceiptAdvice": DocumentType.RECEIPT_ADVICE,
    "Invoice": DocumentType.INVOICE,
    "FreightInvoice": DocumentType.INVOICE,
    "SelfBilledInvoice": DocumentType.INVOICE,
    "CreditNote": DocumentType.CREDIT_NOTE,
    "SelfBilledCreditNote": DocumentType.CREDIT_NOTE,
}
"""Root element → what it is.

A DebitNote is not among them: by UBL it is the buyer's own claim, by custom the supplier's, and nothing in it says
which (docs/decisions/0113).
"""

TYPES_BY_TAG: Mapping[str, tuple[str, DocumentType]] = {
    f"{{{SCHEMAS}{name}-2}}{name}": (name, kind) for name, kind in DOCUMENTS.items()
}
"""Tag of the root → its name and type."""
