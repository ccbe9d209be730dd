"""Parties of IDocs: who is the supplier, who the buyer."""

from collections.abc import Iterable, Sequence

from ingest.formats.idoc.codes import BUYER_PARTNER, BUYER_ROLES, SUPPLIER_PARTNER, SUPPLIER_ROLES
from ingest.record import Record
from ingest.values.party_schemes import identities

_SIDES = (("supplier", SUPPLIER_ROLES, SUPPLIER_PARTNER), ("buyer", BUYER_ROLES, BUYER_PARTNER))


def name_parties(record: Record, partners: Iterable[Record], *, sent_by_buyer: bool) -> None:
    """Puts `supplier` and `buyer` into the document's record.

    A party that no partner segment names is the one that the control record calls a vendor or a customer.
    """
    partners = list(partners)
    own, other = record.get("own_vat_id"), record.get("customers_vat_id")
    vat_ids = {"supplier": None if sent_by_buyer else own, "buyer": own if sent_by_buyer else other}
    for side, roles, partner_type in _SIDES:
        party = _in_roles(partners, roles) or _of_control_record(record, partner_type)
        if vat_ids[side]:
            party["vat_id"] = vat_ids[side]
        record[side] = party or None


def _in_roles(partners: Sequence[Record], roles: Iterable[str]) -> Record:
    for role in roles:
        for partner in partners:
            if partner.get("role") == role and (party := _party(partner, role)):
                return party
    return {}


def _party(partner: Record, role: str) -> Record:
    """LIFNR is a number of the supplier, whomever the segment is about."""
    numbers = [("0088", partner["gln"])] if "gln" in partner else []
    numbers += [("", partner["number"])] if "number" in partner else []
    if role in SUPPLIER_ROLES and "supplier_number" in partner:
        numbers.append(("", partner["supplier_number"]))
    found: Record = {"name": partner["name"]} if "name" in partner else {}
    if ids := identities(numbers):
        found["ids"] = ids
    return found


def _of_control_record(record: Record, partner_type: str) -> Record:
    for side in ("sender", "receiver"):
        if record.get(f"{side}_type") == partner_type and side in record:
            ids = identities([("", record[side])])
            return {"ids": ids} if ids else {}
    return {}
