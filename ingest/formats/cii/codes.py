"""What codes mean in CII and Order-X, beside those that all XML formats share (`ingest.values.untdid`)."""

from collections.abc import Mapping

from ingest.values import untdid
from orders.document import Response

ANSWERS: Mapping[str, Response | None] = {
    **untdid.ANSWERS,
    # UNTDID 1373, document status: what Order-X prescribes
    "1": Response.ACCEPTED,
    "3": Response.CHANGED,  # conditionally accepted
    "5": Response.ACKNOWLEDGED,  # information only
    "8": Response.REJECTED,
    "10": None,  # currently valid
    "37": None,  # complete
    "38": None,  # final
    "39": Response.ACKNOWLEDGED,  # on hold
    "43": Response.ACKNOWLEDGED,  # received
    "44": Response.ACCEPTED,  # accepted with warnings
}
"""StatusCode of an order response → the answer to the whole order; None: it says nothing, the lines decide."""

CANCELLING = frozenset({"1", "3"})
COPYING = frozenset({"7", "31"})
"""PurposeCode (UNTDID 1225, message function): cancellation and deletion, duplicate and copy."""

REFERENCES: Mapping[str, str] = {
    "ON": "orders",
    "VN": "sales_orders",
    "CT": "contract_references",
    "AAK": "despatches",
    "DQ": "despatches",
    "ALO": "receipts",
    "IV": "invoice_references",
    "OI": "invoice_references",
}
"""Type of an additional document (UNTDID 1153) → which reference it is."""

VAT = "VA"
"""UNTDID 1153: the scheme of a VAT number. FC, the tax office's number, is nobody's but its own."""

NOT_COUNTED = frozenset({"GROUP", "INFORMATION"})
"""LineStatusReasonCode of lines that only head or explain others (Factur-X EXTENDED BT-X-8)."""
