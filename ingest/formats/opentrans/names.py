"""The names of openTRANS: its namespaces, its documents, and the words for the parties in them."""

import re
from collections.abc import Mapping

from lxml import etree

from orders.document import DocumentType

MESSAGES: Mapping[str, DocumentType] = {
    "ORDER": DocumentType.ORDER,
    "ORDERCHANGE": DocumentType.ORDER_CHANGE,
    "ORDERRESPONSE": DocumentType.ORDER_RESPONSE,
    "DISPATCHNOTIFICATION": DocumentType.DESPATCH_ADVICE,
    "RECEIPTACKNOWLEDGEMENT": DocumentType.RECEIPT_ADVICE,
    "INVOICE": DocumentType.INVOICE,
}
"""Root → the document that it is. Most of its other elements bear the root's name in front: ORDER_INFO, ORDER_ITEM …"""

INVOICE_LIST = "INVOICELIST"
UNREAD = frozenset({"RFQ", "QUOTATION", "REMITTANCEADVICE"})
"""What openTRANS has besides, and is no document that is followed here."""

_ROOTS = frozenset({*MESSAGES, *UNREAD, INVOICE_LIST})
_OWN = re.compile(r"https?://www\.opentrans\.org/XMLSchema/[\w.]{1,20}", re.ASCII)
_CATALOGUE = (
    "http://www.bmecat.org/bmecat/2005",
    "http://www.bmecat.org/bmecat/2005.1",
    "http://www.bmecat.org/bmecat/2005fd",
    "http://www.bmecat.org/XMLSchema/1.2/bmecat_new_catalog",
)

SUPPLIER_ROLES = ("supplier", "invoice_issuer", "issuer", "remittee", "deliverer")
BUYER_ROLES = ("buyer", "invoice_recipient", "recipient", "payer", "customer", "delivery")
"""PARTY_ROLE, from who is it to who only may be."""


def message_name(root: etree._Element) -> str | None:
    """Which of the documents the root is, in any version; None if it is not of openTRANS.

    Without a namespace a root named ORDER could be anybody's: its header, which bears its name, tells.
    """
    name = etree.QName(root)
    if name.localname not in _ROOTS:
        return None
    if name.namespace:
        return name.localname if _OWN.fullmatch(name.namespace) else None
    header = f"{name.localname}_HEADER"
    return name.localname if any(etree.QName(child).localname == header for child in root[:3]) else None


def may_be(tag: str) -> bool:
    """Whether a file whose root has this tag may be of openTRANS."""
    return tag.rpartition("}")[2] in _ROOTS


def namespaces(root: etree._Element) -> tuple[str, ...]:
    """Where elements below the root may come from. Senders mix them: what is of BMEcat stands in openTRANS's own
    namespace with some, in none with others."""
    return tuple(dict.fromkeys((etree.QName(root).namespace or "", "", *_CATALOGUE)))
