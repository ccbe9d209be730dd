"""What EDIFACT's codes mean for a document. Sources: the UN/EDIFACT directories D.93A to D.21A, code lists named beside
each table, and the subsets of them in EANCOM 2002 and in the EDIFACT binding of EN 16931 (INVOIC D.14B)."""

from orders.document import DocumentType, LineAction, LineResponse, Response, Standing

MESSAGES: dict[str, DocumentType] = {
    "ORDERS": DocumentType.ORDER,
    "ORDCHG": DocumentType.ORDER_CHANGE,
    "ORDRSP": DocumentType.ORDER_RESPONSE,
    "DESADV": DocumentType.DESPATCH_ADVICE,
    "RECADV": DocumentType.RECEIPT_ADVICE,
    "INVOIC": DocumentType.INVOICE,
}
"""Message type (UNH, 0065) → what it is, unless its BGM says more."""

ACKNOWLEDGEMENTS = frozenset({"CONTRL", "APERAK"})
"""Messages that only say what became of another one: no document, and no fault."""

CREDIT_NOTES = frozenset({"81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532"})
"""Document name codes (1001) of credit notes."""

STANDINGS: dict[str, Standing] = {
    "325": Standing.PROFORMA,
    "386": Standing.PREPAYMENT,
}
"""Document name codes (1001) of invoices that do not count in the ordinary way."""

CORRECTED_INVOICE = "384"

FUNCTIONS_CANCELLING = frozenset({"1", "3"})
FUNCTIONS_REPLACING = frozenset({"5"})
FUNCTION_CHANGING = "4"
FUNCTIONS_COPYING = frozenset({"7", "31"})
"""Message function codes (1225): cancellation and deletion, replace, change (an order states itself whole), duplicate
and copy."""

FUNCTION_RESPONSES: dict[str, Response] = {
    "4": Response.CHANGED,
    "12": Response.ACKNOWLEDGED,
    "27": Response.REJECTED,
    "29": Response.ACCEPTED,
    "30": Response.CHANGED,
    "45": Response.CHANGED,
}
"""Message function codes (1225) of an order response."""

TYPE_RESPONSES: dict[str, Response] = {
    "AB": Response.ACKNOWLEDGED,
    "AC": Response.CHANGED,
    "AP": Response.ACCEPTED,
    "CA": Response.CHANGED,
    "RE": Response.REJECTED,
}
"""Response type codes (4343) of an order response."""

LINE_RESPONSES: dict[str, LineResponse] = {
    "1": LineResponse.ADDED,
    "2": LineResponse.REJECTED,
    "3": LineResponse.CHANGED,
    "5": LineResponse.ACCEPTED,
    "6": LineResponse.CHANGED,
    "7": LineResponse.REJECTED,
    "10": LineResponse.REJECTED,
    "42": LineResponse.ALREADY_DELIVERED,
}
LINE_ACTIONS: dict[str, LineAction] = {
    "1": LineAction.ADDED,
    "2": LineAction.CANCELLED,
    "3": LineAction.CHANGED,
}
"""Action codes (LIN, 1229) in an order response, and in an order change."""

DATES: dict[str, str] = {
    "137": "issue_date",
    "3": "issue_date",
    "265": "due_date",
    "13": "due_date",
    "140": "due_date",
}
ORDER_DATES = ("2", "63", "64", "10", "358", "76")
PROMISED_DATES = ("69", "67", "79", "17", "358", "2", "63", "64", "10", "76", "191")
DELIVERY_DATES = ("35", "50", "11", "17", "132", "191", "2", "64", "63", "167")
"""Date function codes (2005), the first that is there counting: requested, promised, and actual deliveries. Despatch
advices often state nothing but the day of despatch (11) or the estimated arrival (17, 132)."""

REFERENCES: dict[str, str] = {
    "VN": "supplier_order_references",
    "AAK": "despatch_references",
    "AAU": "despatch_references",
    "DQ": "despatch_references",
    "ALO": "receipt_references",
    "IV": "invoice_references",
    "OI": "invoice_references",
    "CT": "contract_references",
    "BC": "contract_references",
    "ACW": "order_change_references",
    "POC": "order_change_references",
}
"""Reference code qualifiers (1153) of the head."""

ORDER_QUALIFIERS = ("ON", "PO", "CO")

LINE_REFERENCES: dict[str, tuple[str, str]] = {
    "VN": ("supplier_order_number", "supplier_order_line"),
    "AAK": ("despatch_number", "despatch_line"),
    "AAU": ("despatch_number", "despatch_line"),
    "DQ": ("despatch_number", "despatch_line"),
    "ALO": ("receipt_number", "receipt_line"),
    "IV": ("invoice_number", "invoice_line"),
    "OI": ("invoice_number", "invoice_line"),
}
"""Reference code qualifiers (1153) of a line: number (1154) and line number (1156)."""

ITEM_NUMBERS: dict[str, str] = {
    "SA": "supplier_item",
    "VN": "supplier_item",
    "VP": "supplier_item",
    "MF": "supplier_item",
    "BP": "buyer_item",
    "IN": "buyer_item",
    "PN": "buyer_item",
    "SRV": "gtin",
    "EN": "gtin",
    "UP": "gtin",
    "EU": "gtin",
    "IB": "gtin",
}
"""Item number type codes (7143)."""

QUANTITIES: dict[DocumentType, tuple[str, ...]] = {
    DocumentType.ORDER: ("21", "1", "145", "113", "47"),
    DocumentType.ORDER_CHANGE: ("21", "1", "145", "113"),
    DocumentType.ORDER_RESPONSE: ("113", "12", "66", "170", "21", "1", "145"),
    DocumentType.DESPATCH_ADVICE: ("12", "46", "1", "21"),
    DocumentType.RECEIPT_ADVICE: ("48", "194", "46", "12", "1"),
    DocumentType.INVOICE: ("47", "46", "12", "1", "21"),
    DocumentType.CREDIT_NOTE: ("47", "61", "46", "12", "1", "21"),
}
"""Quantity type codes (6063) of what a message speaks about, the first that is there counting."""

SPLITS = ("SCC", "LOC", "PAC", "PCI")
"""Segments that begin a part of a line with quantities and dates of its own: schedules, places, packages."""

ADDED_UP: dict[DocumentType, frozenset[str]] = {
    DocumentType.ORDER_RESPONSE: frozenset({"113"}),
    DocumentType.DESPATCH_ADVICE: frozenset({"12", "46"}),
    DocumentType.RECEIPT_ADVICE: frozenset({"46", "48"}),
}
"""Quantities of a line that may be stated in parts, one after the other; of all others the first counts."""

REJECTED_QUANTITY, ACCEPTED_QUANTITY, RETURNED_QUANTITY = "195", "194", "61"
OTHER_QUANTITIES: dict[str, str] = {
    "83": "backorder_quantity",
    "73": "outstanding_quantity",
    "119": "short_quantity",
}
"""Quantities (6063) beside what a message speaks about, which bills do not state."""

NET_PRICES = ("AAA", "INV", "CAL", "NTP", "CON")
GROSS_PRICES = ("AAE", "AAB")
"""Price code qualifiers (5125), the first that is there counting; a gross one is before allowances and charges."""

LINE_AMOUNTS = ("203", "66", "38", "128")
"""Monetary amount type codes (5025) of a line's net amount, the first that is there counting."""

TOTALS: dict[str, tuple[str, ...]] = {
    "lines": ("79",),
    "net": ("389", "125"),
    "tax": ("176", "124", "150"),
    "gross": ("388", "77", "39"),
    "payable": ("9", "86", "128", "39", "77"),
}
"""Monetary amount type codes (5025) of the summary, the first that is there counting."""

TAX_AMOUNTS = frozenset({"79", "124", "125", "150"})
"""Amounts (5025) that are those of one rate where they follow a TAX segment: bases and taxes."""

CHARGE_AMOUNTS = ("8", "204", "23", "131")

PARTY_SCHEMES: dict[str, str] = {"9": "0088", "14": "0088", "16": "0060", "1": "0060", "5": "0020", "107": "0007"}
"""Code list responsible agency codes (3055) → ISO 6523: GLN, DUNS …"""

SUPPLIERS = ("SE", "SU", "II", "SF", "SH")
BUYERS = ("BY", "OB", "IV", "ITO", "DP", "UC")
"""Party function codes (3035), the seller before the accounting party."""
