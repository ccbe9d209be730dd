"""Parties of CII and Order-X."""

from ingest.formats.cii.codes import VAT
from ingest.record import Record
from ingest.values.party_schemes import identities
from orders.references import says_something


def party(record: Record) -> Record:
    """The party as `orders.document.Party` has it; empty if nothing says who it is.

    Its name is the registered one (EN 16931 BT-27, BT-44), else the one it trades under.
    """
    found: Record = {}
    name = record.get("name") or record.get("trading_name")
    if name:
        found["name"] = name
    for scheme, number in record.get("registrations", ()):
        if scheme == VAT and says_something(number):
            found.setdefault("vat_id", number)
    ids = identities((*record.get("identifiers", ()), *record.get("endpoints", ())))
    if ids:
        found["ids"] = ids
    return found
