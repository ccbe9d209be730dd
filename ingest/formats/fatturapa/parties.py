"""Parties of FatturaPA. The CedentePrestatore is the supplier even where the buyer wrote the document."""

from ingest.record import Record
from orders.references import says_something

_OFFICE = 6
"""How many characters the code of a public office has (IPA); those of companies name a channel, not who they are."""


def name_parties(head: Record) -> Record:
    """`supplier` and `buyer` of all documents of a file."""
    found = {key: _party(one) for key in ("supplier", "buyer") for one in head.get(f"{key}s", ())[:1]}
    recipient = head.get("recipient", "")
    if len(recipient) == _OFFICE and says_something(recipient):
        buyer = found.setdefault("buyer", {})
        buyer["ids"] = [*buyer.get("ids", ()), {"scheme": "0201", "value": recipient}]
    return {key: party for key, party in found.items() if party}


def _party(stated: Record) -> Record:
    party: Record = {}
    person = " ".join(stated[key] for key in ("first_name", "last_name") if key in stated)
    if name := stated.get("company") or person:
        party["name"] = name
    if says_something(stated.get("vat_number")):
        country, number = stated.get("country", ""), stated["vat_number"]
        party["vat_id"] = number if number.upper().startswith(country.upper()) else f"{country}{number}"
    if says_something(stated.get("tax_code")):
        party["ids"] = [{"scheme": "0210", "value": stated["tax_code"]}]
    return party
