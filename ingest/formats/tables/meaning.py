"""What a heading means for a field, once it is known what kind of document the table is.

The number of a despatch advice is `document_number` in a despatch advice and `despatch_number` in an invoice; the
delivery date is what an order requests, a response promises and a despatch advice does.
"""

from collections.abc import Mapping
from typing import Final

from ingest.flat.fields import field_named
from orders.document import DocumentType

ORDER, CHANGE, CANCELLATION = DocumentType.ORDER, DocumentType.ORDER_CHANGE, DocumentType.ORDER_CANCELLATION
RESPONSE, DESPATCH, RECEIPT = DocumentType.ORDER_RESPONSE, DocumentType.DESPATCH_ADVICE, DocumentType.RECEIPT_ADVICE
INVOICE, CREDIT = DocumentType.INVOICE, DocumentType.CREDIT_NOTE

TYPE_OF: Final[Mapping[str, DocumentType]] = {
    "order": ORDER,
    "change": CHANGE,
    "cancellation": CANCELLATION,
    "response": RESPONSE,
    "despatch": DESPATCH,
    "receipt": RECEIPT,
    "invoice": INVOICE,
    "credit": CREDIT,
}
"""Subject → the type whose own subject it is, in the order in which trade makes them: later ones name earlier ones."""

_SUBJECT_OF = {kind: subject for subject, kind in TYPE_OF.items()}
_BUYERS_REQUEST = frozenset((ORDER, CHANGE, CANCELLATION))
_SUPPLIERS = frozenset((RESPONSE, DESPATCH, INVOICE, CREDIT))
_REFERENCES = {
    "number": {
        "order": "order_number",
        "sales": "supplier_order_number",
        "response": "supplier_order_number",
        "despatch": "despatch_number",
        "receipt": "receipt_number",
        "invoice": "invoice_number",
        "change": "order_change_number",
    },
    "line": {
        "order": "order_line",
        "sales": "supplier_order_line",
        "response": "supplier_order_line",
        "despatch": "despatch_line",
        "receipt": "receipt_line",
        "invoice": "invoice_line",
    },
    "date": {"order": "order_date"},
}
_OWN = {
    "number": "document_number",
    "line": "line",
    "date": "issue_date",
    "price": "unit_price",
    "quantity": "quantity",
}
_ALSO_ITS_QUANTITY = {
    INVOICE: ("despatch",),  # what was delivered is what is billed, if nothing else says what is
    CREDIT: ("returned", "invoice"),
    RECEIPT: ("despatch",),  # what was delivered is what came, if nothing else says what did
    CHANGE: ("order",),
    CANCELLATION: ("order",),
}
_ONLY_IN = {
    "response": (RESPONSE,),
    "action": (CHANGE, RESPONSE),
    "substitute_supplier_item": (RESPONSE, DESPATCH),
    "remedy": (RECEIPT, CREDIT),
    **dict.fromkeys(("quantity_under_percent", "quantity_over_percent"), (ORDER, CHANGE)),
    **dict.fromkeys(("minimum_quantity", "maximum_quantity"), (ORDER, CHANGE)),
}
"""Headings like "Status" say something else in other documents."""
_ALSO_ITS_PRICE = {CREDIT: ("invoice",), CHANGE: ("order",), CANCELLATION: ("order",)}


def fields_of(concept: str, kind: DocumentType) -> tuple[str, ...]:
    """The fields that a concept may be in a document of this type, the best first; () if it says nothing there."""
    subject, dot, aspect = concept.partition(".")
    if subject == "date":
        return _date(aspect, kind)
    if not dot:
        return _plain(concept, kind)
    if subject == "document" or subject == _SUBJECT_OF[kind]:
        reference = _REFERENCES.get(aspect, {}).get(subject) if kind is not ORDER else None
        return (_OWN[aspect], reference) if reference else (_OWN[aspect],)
    if aspect == "quantity":
        return _quantity(subject, kind)
    if aspect == "price":
        return ("unit_price",) if subject in _ALSO_ITS_PRICE.get(kind, ()) else ()
    reference = _REFERENCES[aspect].get(subject)
    return (reference,) if reference else ()


def _plain(concept: str, kind: DocumentType) -> tuple[str, ...]:
    if concept == "item":
        return ("supplier_item",) if kind in _SUPPLIERS else ("buyer_item",)
    if concept == "net_amount":  # of the whole; in a column it may be a line's
        return ("net",)
    if kind not in _ONLY_IN.get(concept, tuple(DocumentType)):
        return ()
    return (concept,) if field_named(concept) else ()


def _date(aspect: str, kind: DocumentType) -> tuple[str, ...]:
    if kind in _BUYERS_REQUEST:
        return ("requested_date",)
    if kind is RESPONSE:
        return ("promised_date",)
    if aspect == "due":
        return ("due_date",) if kind in (INVOICE, CREDIT) else ()
    return ("delivery_date",)


def _quantity(subject: str, kind: DocumentType) -> tuple[str, ...]:
    if subject in _ALSO_ITS_QUANTITY.get(kind, ()):
        return ("quantity",)
    name = f"{subject}_quantity"
    return (name,) if field_named(name) else ()


def second_choice(concept: str, kind: DocumentType) -> bool:
    """Whether a quantity is the document's only where nothing else is: the delivered one in an invoice."""
    subject, _, aspect = concept.partition(".")
    return aspect == "quantity" and subject in _ALSO_ITS_QUANTITY.get(kind, ())
