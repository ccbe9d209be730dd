"""The stable codes of deviations, with the severity each has (docs/matching.md, "Deviations")."""

from enum import StrEnum


class Severity(StrEnum):
    """How much a deviation matters: to know, to look at, to stop for."""

    INFO = "info"
    REVIEW = "review"
    BLOCK = "block"


class DeviationCode(StrEnum):
    """What differs between an order and a document."""

    ORDER_NOT_FOUND = "order_not_found"
    LINE_UNMATCHED = "line_unmatched"
    REFERENCE_CONFLICT = "reference_conflict"
    SUPPLIER_MISMATCH = "supplier_mismatch"
    CURRENCY_MISMATCH = "currency_mismatch"
    ORDER_CANCELLED = "order_cancelled"
    ORDER_REJECTED = "order_rejected"
    QUANTITY_OVER_ORDERED = "quantity_over_ordered"
    QUANTITY_OVER_SHIPPED = "quantity_over_shipped"
    INVOICED_NOT_RECEIVED = "invoiced_not_received"
    RECEIVED_NOT_INVOICED = "received_not_invoiced"
    SHORT_SHIPPED = "short_shipped"
    GOODS_REJECTED = "goods_rejected"
    QUANTITY_CHANGED = "quantity_changed"
    PRICE_CHANGED = "price_changed"
    DATE_CHANGED = "date_changed"
    PRICE_OVER = "price_over"
    PRICE_UNDER = "price_under"
    LINE_AMOUNT_MISMATCH = "line_amount_mismatch"
    TOTAL_MISMATCH = "total_mismatch"
    TAX_MISMATCH = "tax_mismatch"
    CHARGE_NOT_ORDERED = "charge_not_ordered"
    ITEM_SUBSTITUTED = "item_substituted"
    LINE_ADDED = "line_added"
    LINE_REJECTED = "line_rejected"
    UNIT_NOT_CONVERTIBLE = "unit_not_convertible"
    HEADER_ONLY_INVOICE = "header_only_invoice"
    DUPLICATE = "duplicate"
    POSSIBLE_DUPLICATE = "possible_duplicate"
    CONFLICTING_DOCUMENT = "conflicting_document"
    CREDIT_WITHOUT_INVOICE = "credit_without_invoice"
    CREDIT_EXCEEDS_INVOICED = "credit_exceeds_invoiced"
    CREDIT_EXPECTED = "credit_expected"
    AMENDED_BELOW_PROGRESS = "amended_below_progress"
    LATE_RESPONSE = "late_response"
    LATE_SHIPMENT = "late_shipment"
    LATE_RECEIPT = "late_receipt"
    DATE_BEFORE_ORDER = "date_before_order"
    BANK_ACCOUNT_CHANGED = "bank_account_changed"


_INFO = {
    DeviationCode.PRICE_UNDER,
    DeviationCode.LATE_RESPONSE,
    DeviationCode.LATE_SHIPMENT,
    DeviationCode.LATE_RECEIPT,
    DeviationCode.DATE_BEFORE_ORDER,
    DeviationCode.RECEIVED_NOT_INVOICED,
    DeviationCode.DUPLICATE,
}
_BLOCK = {
    DeviationCode.SUPPLIER_MISMATCH,
    DeviationCode.CURRENCY_MISMATCH,
    DeviationCode.ORDER_CANCELLED,
    DeviationCode.CONFLICTING_DOCUMENT,
    DeviationCode.BANK_ACCOUNT_CHANGED,
}


def severity(code: DeviationCode) -> Severity:
    """How much a deviation of this code matters."""
    if code in _BLOCK:
        return Severity.BLOCK
    return Severity.INFO if code in _INFO else Severity.REVIEW


RESPONSE_CODES = frozenset(
    {
        DeviationCode.QUANTITY_CHANGED,
        DeviationCode.PRICE_CHANGED,
        DeviationCode.DATE_CHANGED,
        DeviationCode.ITEM_SUBSTITUTED,
        DeviationCode.LINE_ADDED,
        DeviationCode.LINE_REJECTED,
    }
)
"""What an order response can differ in."""
