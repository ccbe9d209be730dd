"""Identifiers of parties, and the lists that they are from."""

from collections.abc import Iterable, Mapping

from ingest.record import Record
from orders.references import says_something

PARTY_SCHEMES: Mapping[str, str] = {
    "ZZZ": "",  # UN/ECE 3055: agreed between the two, so no list that others share
    "GLN": "0088",
    "EAN": "0088",
    "DUNS": "0060",
    "SE:ORGNR": "0007",
    "FI:OVT": "0037",
    "DK:CVR": "0184",
    "DK:SE": "0198",
    "NO:ORGNR": "0192",
    "NL:KVK": "0106",
    "NL:OIN": "0190",
    "BE:CBE": "0208",
    "BE:EN": "0208",
    "IS:KT": "0196",
    "IS:KTNR": "0196",
    "IT:IPA": "0201",
    "IT:VAT": "0211",
    "IT:CF": "0210",
}
"""Names of schemes in CEN BII and OIOUBL → their code in ISO 6523."""

NO_IDENTITY = frozenset({"EM", "AN", "AS", "AU", "SEPA"})
"""Schemes that do not tell parties apart: addresses (EAS), and the creditor of a direct debit (EN 16931 BT-90)."""


def identities(identifiers: Iterable[tuple[str, str]]) -> list[Record]:
    """Every (scheme, value) that says something, once, as `orders.document.PartyId` has it."""
    found: dict[tuple[str, str], None] = {}
    for scheme, value in identifiers:
        if scheme not in NO_IDENTITY and says_something(value):
            found[PARTY_SCHEMES.get(scheme, scheme), value] = None
    return [{"scheme": scheme, "value": value} for scheme, value in found]
