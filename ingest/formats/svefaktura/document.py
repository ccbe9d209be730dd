"""From a Svefaktura to the document."""

from collections.abc import Mapping
from decimal import Decimal

from lxml import etree

from ingest.checks import check_taxes
from ingest.finish import finish
from ingest.formats.svefaktura.paths import document_steps
from ingest.pricing import charges, price_line
from ingest.record import Record
from ingest.values.gtin import gtin
from ingest.values.party_schemes import identities
from ingest.values.rec20 import rec20_codes
from ingest.values.untdid import CREDITS, STANDINGS
from ingest.xml.walk import walk
from orders.document import Document, DocumentType, Issue
from orders.references import says_something

_REFERENCES: Mapping[str, str] = {
    "ON": "orders",
    "VN": "supplier_order_references",
    "DQ": "despatch_references",
    "CT": "contract_references",
}
"""What an AdditionalDocumentReference is (UNTDID 1153) → key of the list of them."""

_MISSING = "saknas"
"""Swedish for: there is none. Programs write "EDI REF. SAKNAS" where a number must stand."""

_GLN = "9"  # GS1, in the list of agencies
_CENT = Decimal("0.01")


def read_document(root: etree._Element) -> Document:
    """The document that an Invoice holds.

    Raises:
        Reject: as `ingest.finish` says.
    """
    issues: list[Issue] = []
    record: Record = {"format": "svefaktura", "profile": "Svefaktura 1.0", "issues": issues}
    walk(root, document_steps(), record, issues)
    code = record.get("type_code")
    record["type"] = DocumentType.CREDIT_NOTE if code in CREDITS else DocumentType.INVOICE
    record["standing"] = STANDINGS.get(code or "")
    for line in record.get("lines", ()):
        _complete(line, issues)
    _refer(record)
    _name_parties(record)
    record["charges"] = _charges(record)
    _state_totals(record)
    check_taxes(record, issues)
    return finish(record)


def _complete(line: Record, issues: list[Issue]) -> None:
    for key in ("order_number", "despatch_number"):
        if key in line and not _named(line[key]):
            del line[key]
    line["gtin"] = gtin(line.get("standard_items", ()))
    if "notes" in line:
        line["note"] = "\n".join(line["notes"])
    line["charges"] = _charges(line)
    if "price" in line:
        if not {line.get("unit"), line.get("base_unit")} <= rec20_codes():
            line["base_unit"] = None
        price_line(line, issues)


def _charges(record: Record) -> list[Record]:
    """Some write allowances as negative amounts already."""
    stated = record.get("allowances", ())
    allowances = [one for one in stated if not one.get("is_charge", True) and "amount" in one]
    for one in allowances:
        one["amount"] = abs(one["amount"])
    return charges(stated)


def _named(number: str) -> bool:
    return says_something(number) and _MISSING not in number.casefold()


def _refer(record: Record) -> None:
    """The head has no place for an order of its own: it stands among other references, or where the person who asked
    for the goods is named. There only a word with digits is taken, if no other order is named."""
    found: dict[str, list[str]] = {}
    for kind, number in record.get("additional", ()):
        if kind in _REFERENCES and _named(number):
            found.setdefault(_REFERENCES[kind], []).append(number)
    numbers = found.pop("orders", [])
    if not numbers and not any("order_number" in line for line in record.get("lines", ())):
        asked = record.get("requisitions", ())
        numbers = [one for one in asked if _named(one) and not one.split()[1:] and any(c.isdecimal() for c in one)]
    record["order_references"] = [{"number": one} for one in dict.fromkeys(numbers)]
    for key, listed in found.items():
        record[key] = list(dict.fromkeys(listed))


def _name_parties(record: Record) -> None:
    for key, role in (("supplier", "sellers"), ("buyer", "buyers")):
        for stated in record.get(role, ())[:1]:
            record[key] = _party(stated)
    accounts = dict.fromkeys(
        (one["account"], one.get("bank")) for one in record.get("accounts", ()) if "account" in one
    )
    record["payment_accounts"] = [{"iban": account, "bic": bank} for account, bank in accounts]


def _party(stated: Record) -> Record | None:
    party: Record = {"name": stated["name"]} if "name" in stated else {}
    registered = [(one.get("scheme"), one["id"]) for one in stated.get("registrations", ()) if "id" in one]
    for scheme, number in registered:
        if scheme == "VAT":
            party["vat_id"] = number
    # SWT: registered for income tax, by the number of the company
    companies = [number for scheme, number in registered if scheme != "VAT"]
    numbers = [("0007", number) for number in companies]
    for agency, number in stated.get("identifiers", ()):
        if number not in companies:
            numbers.append(("0088" if agency == _GLN else "", number))
    if ids := identities(numbers):
        party["ids"] = ids
    return party or None


def _state_totals(record: Record) -> None:
    """TaxInclusiveTotalAmount is what is to be paid, with the rounding; the gross total is without."""
    names = {"lines_total": "lines", "net": "net", "tax": "tax", "gross": "gross"}
    totals: Record = {name: record[key] for key, name in names.items() if key in record}
    if "gross" in totals:
        totals["payable"] = totals["gross"]
        if "net" in totals and "tax" in totals:
            exact = totals["net"] + totals["tax"]
            if abs(exact + record.get("rounding", Decimal(0)) - totals["gross"]) <= _CENT:
                totals["gross"] = exact
    record["totals"], record["totals_where"], record["taxes_where"] = totals, "LegalTotal", "TaxTotal"
    if "tax" in totals:
        record["tax_totals"] = [{"amount": totals["tax"], "parts": record.get("taxes", ())}]
