"""What the codes of SAP's IDocs mean. Source: the fixed values of SAP's own domains for them (EDI_QUALFR, IDDAT, SUMID,
QUALIBETRG …), as its IDoc documentation lists them."""

from collections.abc import Mapping

from orders.document import DocumentType, LineAction, LineResponse

MESSAGES: Mapping[str, DocumentType] = {
    "ORDERS": DocumentType.ORDER,
    "ORDCHG": DocumentType.ORDER_CHANGE,
    "ORDRSP": DocumentType.ORDER_RESPONSE,
    "DESADV": DocumentType.DESPATCH_ADVICE,
    "INVOIC": DocumentType.INVOICE,
}
"""Message type (MESTYP) → what it is."""

BASIC_TYPES: Mapping[str, str] = {"ORDERS": "ORDERS", "DELVRY": "DESADV", "INVOIC": "INVOIC"}
"""Beginning of the basic type (IDOCTYP) → the message that it was made for, where no message type is stated."""

OF_THE_BUYER = frozenset({DocumentType.ORDER, DocumentType.ORDER_CHANGE})

ORDER, SUPPLIER_ORDER, INVOICE = "001", "002", "009"
DELIVERY, PRECEDING = "012", "016"
"""Qualifiers of document numbers (EDI_QUALFR)."""

CONTRACTS = frozenset({"005", "006", "043", "058"})
"""The same, of contracts: the customer's and the supplier's."""

CREDIT = "CRME"
"""Document type (BSART) of an invoice message that is a credit memo; INVO is an invoice."""

REVERSED = "001"
"""Action (E1EDK01) that takes the whole document back."""

LINE_ANSWERS: Mapping[str, LineResponse | None] = {
    "000": None,
    "001": None,  # added to the supplier's order, which says nothing of the buyer's
    "002": LineResponse.CHANGED,
    "003": LineResponse.REJECTED,  # cancelled
    "004": LineResponse.ACCEPTED,  # not changed
    "005": None,  # locked
}
"""Action of an item (E1EDP01) in a response; None: the figures speak."""

LINE_ACTIONS: Mapping[str, LineAction | None] = {
    "000": None,
    "001": LineAction.ADDED,
    "002": LineAction.CHANGED,
    "003": LineAction.CANCELLED,
    "004": None,
    "005": None,
}
"""The same in an order and an order change."""

ISSUED: Mapping[DocumentType, tuple[str, ...]] = {
    DocumentType.ORDER: ("012", "022", "029", "011", "025"),
    DocumentType.ORDER_CHANGE: ("011",),
    DocumentType.ORDER_RESPONSE: ("011",),
    DocumentType.INVOICE: ("012", "016", "026", "015", "011"),
}
"""Date qualifiers (IDDAT) of the day of issue, the first that is there counting. The document date of a change or a
response is that of the order as it once was."""

EXPECTED: Mapping[DocumentType, tuple[str, ...]] = {
    DocumentType.ORDER: ("002",),
    DocumentType.ORDER_CHANGE: ("002",),
    DocumentType.ORDER_RESPONSE: ("001",),
    DocumentType.INVOICE: ("001", "035", "010", "027"),
}
"""The same, of the delivery: requested, promised, made."""

DUE = ("028", "017")

DELIVERY_ISSUED = "015"
DELIVERY_ARRIVES, DELIVERY_LEAVES = "007", "006"
"""Qualifiers of deadlines (E1EDT13): the delivery's own date, the day of delivery, the goods issue."""

SUMS: Mapping[DocumentType, Mapping[str, tuple[str, ...]]] = {
    DocumentType.ORDER: {"net": ("002",)},
    DocumentType.INVOICE: {"lines": ("017",), "net": ("010",), "tax": ("005", "007"), "gross": ("011",)},
}
"""Totals (SUMID), the first that is there counting."""

AMOUNTS = ("003", "005")
"""Amounts of an item (E1EDP26): its net value, and the same without its sign."""

BUYERS_ITEM, SUPPLIERS_ITEM, ARTICLE_NUMBER = "001", "002", "003"
"""Qualifiers of item numbers (E1EDP19)."""

SUPPLIER_ROLES = ("LF", "RS", "BK")
BUYER_ROLES = ("AG", "RE", "RG", "WE")
"""Partner functions (PARVW, PARTNER_Q), from who is it to who only may be: supplier, invoicing party, company code;
sold-to, bill-to, payer, ship-to."""

SUPPLIER_PARTNER, BUYER_PARTNER = "LI", "KU"
"""Partner types of the control record: vendor, customer."""
