"""Parties of openTRANS: who is the supplier, who the buyer, and which accounts the supplier has."""

from collections.abc import Iterable, Mapping

from ingest.formats.opentrans.names import BUYER_ROLES, SUPPLIER_ROLES
from ingest.record import Record
from ingest.values.party_schemes import identities

_SCHEMES: Mapping[str, str] = {"iln": "0088", "gln": "0088", "ean": "0088", "duns": "0060"}
"""Type of a PARTY_ID → its list in ISO 6523. Others say whose own number it is: supplier_specific, buyer_specific."""

_ROLES = frozenset((*SUPPLIER_ROLES, *BUYER_ROLES))


def name_parties(record: Record) -> None:
    """Puts `supplier`, `buyer` and the supplier's `payment_accounts` into the document's record."""
    accounts = list(record.get("accounts", ()))
    for key, roles in (("supplier", SUPPLIER_ROLES), ("buyer", BUYER_ROLES)):
        for role in roles:
            if stated := _in_role(record, role):
                record[key] = _party(stated)
                if key == "supplier":
                    accounts += stated.get("accounts", ())
                break
    record["payment_accounts"] = _accounts(accounts)


def _in_role(record: Record, role: str) -> Record | None:
    """By the element that it stands in (1.0), by its PARTY_ROLE, or by being referred to (2.1)."""
    named: list[Record] = record.get(f"{role}_parties", [])
    parties: list[Record] = record.get("parties", [])
    references = record.get(f"{role}_references", ())
    numbers = {number for _, number in references}
    found = (
        next(iter(named), None)
        or next((one for one in parties if role in _roles(one)), None)
        or next((one for one in parties if numbers & {number for _, number in one.get("identifiers", ())}), None)
        or ({"identifiers": references} if references else None)
    )
    return found if found and _party(found) else None


def _roles(party: Record) -> set[str]:
    """Those that it states; with some the type of its number says it."""
    stated = {role.lower() for role in party.get("roles", ())}
    return stated or {kind.lower() for kind, _ in party.get("identifiers", ()) if kind.lower() in _ROLES}


def _party(stated: Record) -> Record:
    """The party as `orders.document.Party` has it; empty if nothing says who it is."""
    identifiers = [(_scheme(kind), number) for kind, number in stated.get("identifiers", ())]
    found: Record = {key: stated[key] for key in ("name", "vat_id") if key in stated}
    if ids := identities(identifiers):
        found["ids"] = ids
    return found


def _scheme(kind: str) -> str:
    lowered = kind.strip().lower()
    return "" if lowered in _ROLES else _SCHEMES.get(lowered, lowered)


def _accounts(stated: Iterable[Record]) -> list[Record]:
    found: dict[tuple[str, str | None], None] = {}
    for one in stated:
        if "account" in one:
            banks = {kind.lower(): code for kind, code in one.get("banks", ())}
            found[one["account"], banks.get("bic") or banks.get("swift")] = None
    return [{"iban": account, "bic": bank} for account, bank in found]
