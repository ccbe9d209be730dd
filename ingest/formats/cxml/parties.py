"""Parties of cXML: sender and receiver, with the names that contacts give them."""

from collections.abc import Iterable

from ingest.formats.cxml.codes import BUYER_ROLES, FROM_BUYER, SUPPLIER_ROLES
from ingest.record import Record
from ingest.values.party_schemes import identities

_VAT = frozenset({"vatid", "suppliervatid", "buyervatid"})


def name_parties(record: Record, request: str) -> None:
    """Puts `supplier` and `buyer` into the document's record."""
    sender: Record = next(iter(record.get("from", ())), {})
    receiver: Record = next(iter(record.get("to", ())), {})
    supplier, buyer = (receiver, sender) if request in FROM_BUYER else (sender, receiver)
    contacts = record.get("contacts", ())
    record["supplier"] = _party(supplier, contacts, SUPPLIER_ROLES)
    record["buyer"] = _party(buyer, contacts, BUYER_ROLES, record.get("billed_name"))


def _party(
    stated: Record, contacts: Iterable[Record], roles: tuple[str, ...], else_name: str | None = None
) -> Record | None:
    """The party as `orders.document.Party` has it; None if nothing says who it is."""
    in_role = [one for role in roles for one in contacts if one.get("role", "").lower() == role]
    found: Record = {}
    if name := stated.get("name") or next((one["name"] for one in in_role if "name" in one), else_name):
        found["name"] = name
    references = (reference for one in in_role for reference in one.get("identifiers", ()))
    for reference in references:
        if reference.get("domain", "").lower() in _VAT and "id" in reference:
            found.setdefault("vat_id", reference["id"])
    ids = identities(
        (_scheme(one.get("domain", "")), one["id"])
        for one in stated.get("credentials", ())
        if "id" in one and one.get("type") != "marketplace"  # whose place it is, not who trades
    )
    if ids:
        found["ids"] = ids
    return found or None


def _scheme(domain: str) -> str:
    """NetworkId and NetworkID are one list; so are DUNS and duns."""
    lowered = domain.lower()
    return {"networkid": "NetworkID", "duns": "DUNS", "gln": "GLN"}.get(lowered, domain)
