"""Parties of ebInterface, and the accounts of who bills."""

from collections.abc import Mapping

from ingest.record import Record
from ingest.values.party_schemes import identities
from orders.references import says_something

_REGISTER = frozenset({"FN", "FBNR", "FB", "FR"})
"""IdentificationType of a number in the register of companies (Firmenbuch); others are of contracts, data protection
and the like."""

_SCHEMES: Mapping[str, str] = {"GLN": "GLN", "DUNS": "DUNS", "ProprietaryAddressID": ""}


def name_parties(record: Record) -> None:
    """Puts `supplier`, `buyer` and `payment_accounts` into the document's record. Who ordered comes before who is
    billed."""
    for key, names in (("supplier", ("Biller",)), ("buyer", ("OrderingParty", "InvoiceRecipient"))):
        for name in names:
            party = _party(record[name][0]) if name in record else None
            if party:
                record[key] = party
                break
    accounts = [(one.get("iban") or one.get("number"), one.get("bic")) for one in record.get("accounts", ())]
    record["payment_accounts"] = [
        {"iban": account, "bic": bank} for account, bank in dict.fromkeys(accounts) if account
    ]


def _party(stated: Record) -> Record:
    party: Record = {}
    if "name" in stated:
        party["name"] = stated["name"]
    if says_something(stated.get("vat_id")):  # without one it must be 00000000
        party["vat_id"] = stated["vat_id"]
    numbers = [(_SCHEMES.get(kind, kind), number) for kind, number in stated.get("identifiers", ())]
    numbers += [("AT:FN", number) for kind, number in stated.get("registrations", ()) if kind.upper() in _REGISTER]
    if "own_number" in stated:
        numbers.append(("", stated["own_number"]))
    if ids := identities(numbers):
        party["ids"] = ids
    return party
