"""Parties: which of the roles in a document is the supplier's, which the buyer's, and who they are."""

from ingest.formats.ubl.codes import VAT_SCHEMES
from ingest.record import Record
from ingest.values.party_schemes import identities
from orders.references import says_something

_SUPPLIER_ROLES = ("SellerSupplier", "AccountingSupplier", "DespatchSupplier")
_BUYER_ROLES = ("BuyerCustomer", "AccountingCustomer", "DeliveryCustomer")


def name_parties(record: Record) -> None:
    """Puts `supplier` and `buyer` into the document's record.

    The seller comes before who does his accounting or sends his goods, the buyer before who pays or takes delivery.
    """
    for key, roles in (("supplier", _SUPPLIER_ROLES), ("buyer", _BUYER_ROLES)):
        for role in roles:
            party = _party(record[role][0]) if role in record else None
            if party:
                record[key] = party
                break


def _party(record: Record) -> Record:
    """The party as `orders.document.Party` has it; empty if nothing says who it is.

    Its name is the registered one (EN 16931 BT-27, BT-44), else the one it trades under, else the person's.
    """
    party: Record = {}
    name = record.get("legal_name") or record.get("trading_name")
    for registration in record.get("registrations", ()):
        name = name or registration.get("name")
        number = registration.get("id")
        if number and registration.get("scheme", "VAT").upper() in VAT_SCHEMES and says_something(number):
            party.setdefault("vat_id", number)
    name = name or " ".join(record[part] for part in ("first_name", "family_name") if part in record)
    if name:
        party["name"] = name
    ids = identities((*record.get("identifiers", ()), *record.get("endpoints", ())))  # its own before its address
    if ids:
        party["ids"] = ids
    return party
