"""Parties of GS1 XML: who is the supplier, who the buyer."""

from collections.abc import Iterator

from ingest.formats.gs1.codes import BUYER_ROLES, OF_THE_BUYER, SUPPLIER_ROLES
from ingest.record import Record
from ingest.values.party_schemes import identities
from orders.document import DocumentType

_GLN = "0088"
_ASSIGNED = "ASSIGNED"


def name_parties(record: Record, kind: DocumentType) -> None:
    """Puts `supplier` and `buyer` into the document's record.

    Who gave a document its number sent it: that tells more than who carries the goods, and less than who trades.
    """
    owner = "buyer" if kind in OF_THE_BUYER else "supplier"
    for side, (first, *roles) in (("supplier", SUPPLIER_ROLES), ("buyer", BUYER_ROLES)):
        keys = [f"{first}_parties", *(["owners"] if side == owner else []), *(f"{role}_parties" for role in roles)]
        record[side] = next((party for key in keys for party in _parties(record, key)), None)


def _parties(record: Record, key: str) -> Iterator[Record]:
    for stated in record.get(key, ()):
        if party := _party(stated):
            yield party


def _party(stated: Record) -> Record:
    """The party as `orders.document.Party` has it; empty if nothing says who it is."""
    numbers = [(_GLN, stated["gln"])] if "gln" in stated else []
    numbers += [("" if _ASSIGNED in kind else kind, number) for kind, number in stated.get("numbers", ())]
    found: Record = {"vat_id": stated["vat_id"]} if "vat_id" in stated else {}
    if name := stated.get("name") or stated.get("address_name"):
        found["name"] = name
    if ids := identities(numbers):
        found["ids"] = ids
    return found
