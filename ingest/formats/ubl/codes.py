"""What the codes in UBL documents mean, beside those of the UN/EDIFACT lists (`ingest.values.untdid`)."""

from collections.abc import Mapping

from ingest.values import untdid
from orders.document import LineAction, LineResponse, Remedy

LINE_ANSWERS: Mapping[str, LineResponse | None] = {
    **untdid.LINE_ANSWERS,
    # UBL's own LineStatusCode. A disputed line without figures would otherwise pass for confirmed as ordered.
    "ADDED": LineResponse.ADDED,
    "CANCELLED": LineResponse.REJECTED,
    "DISPUTED": LineResponse.REJECTED,
    "REVISED": LineResponse.CHANGED,
    "NOSTATUS": None,
}
"""LineStatusCode of a response → the answer to the line; None: the code says nothing, the comparison decides."""

LINE_ACTIONS: Mapping[str, LineAction | None] = {
    **untdid.LINE_ACTIONS,
    # UBL's own
    "ADDED": LineAction.ADDED,
    "CANCELLED": LineAction.CANCELLED,
    "REVISED": LineAction.CHANGED,
    "DISPUTED": None,
    "NOSTATUS": None,
}
"""LineStatusCode of an order change → what happens to the line."""

REMEDIES: Mapping[str, Remedy] = {"1": Remedy.REPLACEMENT, "2": Remedy.REFUND}
"""RejectActionCode, in Peppol's list of receipt advice actions: 1 replace, 2 send a credit note and cancel."""

SELF_BILLED: Mapping[str, str] = {"SelfBilledInvoice": "389", "SelfBilledCreditNote": "261"}
"""Root → its type code in UNTDID 1001, where the file does not say."""

VAT_SCHEMES = frozenset({"VAT", "UK VAT", "GST", "MVA", "MOMS", "BTW", "IVA", "TVA", "UST", "MWST", "KDV", "63"})
"""TaxScheme/ID → the registration is for value added tax. 63 is OIOUBL's."""
