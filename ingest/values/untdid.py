"""Codes of the UN/EDIFACT code lists (UNTDID), as the XML formats use them: UBL, CII, Order-X."""

from collections.abc import Mapping

from orders.document import LineAction, LineResponse, Response, Standing

ANSWERS: Mapping[str, Response] = {
    # 4343, response type
    "AB": Response.ACKNOWLEDGED,
    "AP": Response.ACCEPTED,
    "CA": Response.CHANGED,
    "RE": Response.REJECTED,
    # 1225, message function
    "27": Response.REJECTED,
    "29": Response.ACCEPTED,
    "30": Response.CHANGED,
}
"""Code of an order response → the answer to the whole order."""

LINE_ANSWERS: Mapping[str, LineResponse | None] = {
    # 1229, action
    "1": LineResponse.ADDED,
    "2": LineResponse.REJECTED,  # deleted
    "3": LineResponse.CHANGED,
    "4": None,  # no action: the figures speak
    "5": LineResponse.ACCEPTED,
    "6": LineResponse.CHANGED,  # accepted with amendment
    "7": LineResponse.REJECTED,
    "42": LineResponse.ALREADY_DELIVERED,
    # 1225, as some write it on lines too
    "27": LineResponse.REJECTED,
    "29": LineResponse.ACCEPTED,
    "30": LineResponse.CHANGED,
}
"""Code of a response's line → the answer to it; None: the code says nothing, the comparison decides."""

LINE_ACTIONS: Mapping[str, LineAction | None] = {
    # 1229
    "1": LineAction.ADDED,
    "2": LineAction.CANCELLED,
    "3": LineAction.CHANGED,
    "4": None,  # no action: the line is set to what stands in it, which is what it was
    "74": None,  # reopened: the same
}
"""Code of an order change's line → what happens to it."""

CREDITS = frozenset({"81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532"})
"""1001: type codes of credit notes."""

CORRECTED = "384"
"""1001: a corrected invoice, which takes the place of the one that it names."""

STANDINGS: Mapping[str, Standing] = {"325": Standing.PROFORMA, "386": Standing.PREPAYMENT}
"""1001 → why a document does not count in the ordinary way."""
