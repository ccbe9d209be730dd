"""What X12's codes mean for a document. Sources: ASC X12 releases 003040 to 005010, the code lists of the data elements
named beside each table, and the VICS and UCS guides for retail and grocery."""

from orders.document import DocumentType, LineAction, LineResponse, Response, Standing

SETS: dict[str, DocumentType] = {
    "850": DocumentType.ORDER,
    "875": DocumentType.ORDER,
    "860": DocumentType.ORDER_CHANGE,
    "876": DocumentType.ORDER_CHANGE,
    "855": DocumentType.ORDER_RESPONSE,
    "865": DocumentType.ORDER_RESPONSE,
    "856": DocumentType.DESPATCH_ADVICE,
    "861": DocumentType.RECEIPT_ADVICE,
    "810": DocumentType.INVOICE,
    "880": DocumentType.INVOICE,
}
"""Transaction set identifier codes (143)."""

ACKNOWLEDGEMENTS = frozenset({"997", "999", "824", "864"})
"""Sets that only say that something was received: no document, and no fault."""

CANCELLATION, CHANGE, REPLACE, DUPLICATE = "01", "04", "05", "07"
"""Transaction set purpose codes (353)."""

CREDITS = frozenset({"CR", "CN", "CB"})
PREPAYMENTS: dict[str, Standing] = {"PP": Standing.PREPAYMENT}
"""Transaction type codes (640) of an invoice."""

RESPONSES: dict[str, Response] = {
    "AC": Response.CHANGED,
    "AD": Response.ACCEPTED,
    "AE": Response.CHANGED,
    "AH": Response.ACKNOWLEDGED,
    "AK": Response.ACCEPTED,
    "AP": Response.ACCEPTED,
    "AT": Response.ACCEPTED,
    "NA": Response.ACKNOWLEDGED,
    "RD": Response.REJECTED,
    "RF": Response.CHANGED,
    "RJ": Response.REJECTED,
    "RO": Response.CHANGED,
}
"""Acknowledgment type codes (587). AD, AK and AT acknowledge without a change; AE and RF list the exceptions only."""

LINE_RESPONSES: dict[str, LineResponse] = {
    **dict.fromkeys(("IA", "AC", "AR", "IE", "SP"), LineResponse.ACCEPTED),
    **dict.fromkeys(("IB", "IC", "IP", "IQ", "IS", "DR", "BP", "IF", "IH", "IW", "AA"), LineResponse.CHANGED),
    **dict.fromkeys(("IR", "ID", "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "RJ"), LineResponse.REJECTED),
}
"""Line item status codes (668)."""

BACKORDERED = "IB"
SUBSTITUTED = "IS"

CHANGE_ACTIONS: dict[str, LineAction] = {"AI": LineAction.ADDED, "DI": LineAction.CANCELLED, "NC": LineAction.CHANGED}
CHANGE_RESPONSES: dict[str, LineResponse] = {
    "AI": LineResponse.ADDED,
    "DI": LineResponse.REJECTED,
    "NC": LineResponse.ACCEPTED,
}
"""Change or response type codes (670); every other one is a change."""

ISSUED = ("003", "097", "004")
REQUESTED = ("002", "074", "106", "077", "063", "064", "010", "038", "037", "001")
PROMISED = ("069", "067", "017", "068", "079", "002", "074", "010")
DELIVERED = ("050", "035", "017", "067", "011", "002")
"""Date qualifiers (374), the first that is there counting."""

SUPPLIERS = ("SE", "SU", "VN", "VE", "II", "SF", "SH", "RI", "RE")
BUYERS = ("BY", "OB", "SO", "BT", "ST")
"""Entity identifier codes (98), the seller before whoever is paid."""

PARTY_SCHEMES: dict[str, str] = {"1": "0060", "9": "0060", "UL": "0088"}
"""Identification code qualifiers (66) → ISO 6523: DUNS, GLN."""

ITEMS: dict[str, str] = {
    **dict.fromkeys(("UP", "EN", "UK", "UI", "UA", "EO", "IB"), "gtin"),
    **dict.fromkeys(("VN", "VC", "VP", "VA", "MG", "MF", "MN"), "supplier_item"),
    **dict.fromkeys(("BP", "IN", "SK", "CB", "PI", "PN"), "buyer_item"),
    "PO": "order_number",
    "PL": "order_line",
}
"""Product or service identification qualifiers (235)."""

PRICE_BASES: dict[str, int] = {"HP": 100, "HT": 100, "PH": 100, "TP": 1000, "PT": 1000, "TT": 1000, "PN": 10}
"""Basis of unit price codes (639) that are not a price each."""

UNITS: dict[str, str] = {
    "EA": "EA", "PC": "H87", "PE": "H87", "UN": "C62", "LB": "LBR", "OZ": "ONZ", "DZ": "DZN", "FT": "FOT", "LF": "FOT",
    "IN": "INH", "YD": "YRD", "GA": "GLL", "KG": "KGM", "GR": "GRM", "MR": "MTR", "LT": "LTR", "TN": "STN", "HU": "CEN",
    "TH": "MIL", "SF": "FTK", "SY": "YDK", "CF": "FTQ", "CA": "XCS", "CS": "XCS", "CT": "XCT", "BX": "XBX", "PK": "XPK",
    "PL": "XPX", "PF": "XPX", "RL": "XRO", "BG": "XBG", "BO": "XBO", "BT": "XBO", "CN": "XCX", "DR": "XDR", "ST": "SET",
    "PR": "PR", "GS": "GRO", "HR": "HUR", "DA": "DAY", "MO": "MON", "YR": "ANN", "SH": "XST", "KT": "KT", "TB": "XTU",
    "CM": "CMT", "MM": "MMT", "SM": "MTK", "CR": "MTQ", "ML": "MLT", "ME": "MGM", "MP": "TNE", "PT": "PTL", "QT": "QTL",
    "CY": "YDQ", "SI": "INK", "CI": "INQ", "WK": "WEE", "RM": "RM", "AY": "AY", "BD": "XBE", "PA": "XPL", "JR": "XJR",
    "HC": "CEN", "T3": "MIL", "TO": "APZ", "TY": "XPU", "CX": "XCL", "RE": "XRL", "SO": "XSO", "EV": "XEN", "CQ": "XCQ",
    "P1": "P1", "MJ": "MIN", "LO": "XLT", "DK": "KMT",
}  # fmt: skip
"""Unit or basis for measurement codes (355) → UN/ECE Recommendation 20. A code of two characters that is not here stays
what it is: read as a German or French word it would become something else ("TO" is a troy ounce, "DS" a display)."""

CODE_LENGTH = 2

REFERENCES: dict[str, str] = {
    "VN": "supplier_order_references",
    "CO": "supplier_order_references",
    "SI": "despatch_references",
    "PK": "despatch_references",
    "DO": "despatch_references",
    "RV": "receipt_references",
    "IV": "invoice_references",
    "OI": "invoice_references",
    "CT": "contract_references",
}
"""Reference identification qualifiers (128) of the head. A customer's order number is CO; senders use it for both."""
