"""What the codes in UBL documents mean."""

from collections.abc import Mapping

from orders.document import LineAction, LineResponse, Response, Standing

ANSWERS: Mapping[str, Response] = {
    # UNTDID 4343, response type: Peppol BIS Ordering and Advanced Ordering
    "AB": Response.ACKNOWLEDGED,
    "AP": Response.ACCEPTED,
    "CA": Response.CHANGED,
    "RE": Response.REJECTED,
    # UNTDID 1225, message function: CEN BII, EHF
    "27": Response.REJECTED,
    "29": Response.ACCEPTED,
    "30": Response.CHANGED,
}
"""OrderResponseCode → the answer to the whole order."""

LINE_ANSWERS: Mapping[str, LineResponse | None] = {
    # UNTDID 1229, action
    "1": LineResponse.ADDED,
    "2": LineResponse.REJECTED,  # deleted
    "3": LineResponse.CHANGED,
    "4": None,  # no action: the figures speak
    "5": LineResponse.ACCEPTED,
    "6": LineResponse.CHANGED,  # accepted with amendment
    "7": LineResponse.REJECTED,
    "42": LineResponse.ALREADY_DELIVERED,
    # UNTDID 1225, as EHF has it on lines too
    "27": LineResponse.REJECTED,
    "29": LineResponse.ACCEPTED,
    "30": LineResponse.CHANGED,
    # UBL's own LineStatusCode. A disputed line without figures would otherwise pass for confirmed as ordered.
    "ADDED": LineResponse.ADDED,
    "CANCELLED": LineResponse.REJECTED,
    "DISPUTED": LineResponse.REJECTED,
    "REVISED": LineResponse.CHANGED,
    "NOSTATUS": None,
}
"""LineStatusCode of a response → the answer to the line; None: the code says nothing, the comparison decides."""

LINE_ACTIONS: Mapping[str, LineAction | None] = {
    # UNTDID 1229
    "1": LineAction.ADDED,
    "2": LineAction.CANCELLED,
    "3": LineAction.CHANGED,
    "4": None,  # no action: the line is set to what stands in it, which is what it was
    "74": None,  # reopened: the same
    # UBL's own
    "ADDED": LineAction.ADDED,
    "CANCELLED": LineAction.CANCELLED,
    "REVISED": LineAction.CHANGED,
    "DISPUTED": None,
    "NOSTATUS": None,
}
"""LineStatusCode of an order change → what happens to the line."""

CREDITS = frozenset({"81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532"})
"""UNTDID 1001: type codes of credit notes. EN 16931 keeps them for the CreditNote; older profiles write an Invoice."""

CORRECTED = "384"
"""UNTDID 1001: a corrected invoice, which takes the place of the one that it names."""

SELF_BILLED: Mapping[str, str] = {"SelfBilledInvoice": "389", "SelfBilledCreditNote": "261"}
"""Root → its type code in UNTDID 1001, where the file does not say."""

STANDINGS: Mapping[str, Standing] = {"325": Standing.PROFORMA, "386": Standing.PREPAYMENT}
"""UNTDID 1001 → why a document does not count in the ordinary way."""

PARTY_SCHEMES: Mapping[str, str] = {
    "ZZZ": "",  # UN/ECE 3055: agreed between the two, so no list that others share
    "GLN": "0088",
    "EAN": "0088",
    "DUNS": "0060",
    "SE:ORGNR": "0007",
    "FI:OVT": "0037",
    "DK:CVR": "0184",
    "DK:SE": "0198",
    "NO:ORGNR": "0192",
    "NL:KVK": "0106",
    "NL:OIN": "0190",
    "BE:CBE": "0208",
    "BE:EN": "0208",
    "IS:KT": "0196",
    "IS:KTNR": "0196",
    "IT:IPA": "0201",
    "IT:VAT": "0211",
    "IT:CF": "0210",
}
"""Names of schemes in CEN BII and OIOUBL → their code in ISO 6523."""

NO_IDENTITY = frozenset({"EM", "AN", "AS", "AU", "SEPA"})
"""Schemes that do not tell parties apart: addresses (EAS), and the creditor of a direct debit (EN 16931 BT-90)."""

VAT_SCHEMES = frozenset({"VAT", "UK VAT", "GST", "MVA", "MOMS", "BTW", "IVA", "TVA", "UST", "MWST", "KDV", "63"})
"""TaxScheme/ID → the registration is for value added tax. 63 is OIOUBL's."""

GTIN_SCHEMES = frozenset({"0160", "GTIN", "GTIN-8", "GTIN-12", "GTIN-13", "GTIN-14", "EAN", "EAN13", "UPC"})
"""schemeID of a StandardItemIdentification → it is a GTIN."""
