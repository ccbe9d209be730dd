"""From the root of an OIOXML invoice to the document."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from lxml import etree

from ingest.checks import check_taxes
from ingest.finish import finish
from ingest.formats.oioxml.paths import document_steps
from ingest.pricing import charges, price_line
from ingest.record import Record
from ingest.values.gtin import gtin
from ingest.values.party_schemes import identities
from ingest.values.rec20 import rec20_codes
from ingest.xml.walk import walk
from orders.document import Document, DocumentType, Issue, Standing
from orders.references import says_something

_CREDITS = frozenset({"pcm", "pcp"})
"""The last part of the root's namespace, and TypeCode in small letters. PIE and PIP are invoices."""

_SCHEMES: Mapping[str, str] = {"CVR": "DK:CVR", "SE": "DK:SE", "EAN": "EAN", "EAN-13": "EAN", "GLN": "GLN"}
_DANISH_VAT = 8
_BY_LINE = "linjespecificeret"
"""What stands in the place of the order's number if each line names its own."""

_DISCOUNT = "rabat"
"""ID of an AllowanceCharge that takes off. Its ChargeIndicator says whether it is taxed."""

_ZERO = Decimal(0)
_CENT = Decimal("0.01")


def read_document(root: etree._Element) -> Document:
    """The document that `root` holds.

    Raises:
        Reject: as `ingest.finish` says.
    """
    issues: list[Issue] = []
    schemas, _, kind = (etree.QName(root).namespace or "").rstrip("/").rpartition("/")
    record: Record = {"format": "oioxml", "profile": "OIOXML 0.7", "issues": issues}
    walk(root, document_steps(f"{schemas}/"), record, issues)
    credit = kind.removeprefix("test") in _CREDITS or record.get("type_code", "").lower() in _CREDITS
    record["type"] = DocumentType.CREDIT_NOTE if credit else DocumentType.INVOICE
    record["standing"] = Standing.TEST if kind.startswith("test") else None
    _refer(record)
    _name_parties(record)
    if credit:
        _turn_lines(record)
    for line in record.get("lines", ()):
        _complete(line, issues)
    _state_totals(record)
    check_taxes(record, issues)
    return finish(record)


def _refer(record: Record) -> None:
    """A line's reference is the number of the order's line; or of the order, if the head says that lines have it."""
    order = record.get("order", "")
    named = says_something(order) and order.casefold() != _BY_LINE
    if named:
        record["order_references"] = [{"number": order, "issue_date": record.get("order_date")}]
    record["supplier_order_references"] = [one for one in record.get("sales_orders", ()) if says_something(one)]
    for line in record.get("lines", ()):
        for key, own in (("buyers_reference", "order"), ("sellers_reference", "supplier_order")):
            if says_something(line.get(key)):
                line[f"{own}_line" if named else f"{own}_number"] = line[key]


def _name_parties(record: Record) -> None:
    record["supplier"] = _party(record.get("sellers", ()), ())
    record["buyer"] = _party(record.get("buyers", ()), record.get("buyer_addresses", ()))
    accounts = [(one.get("account"), one.get("bank")) for one in record.get("accounts", ())]
    record["payment_accounts"] = [
        {"iban": account, "bic": bank if says_something(bank) else None}
        for account, bank in dict.fromkeys(accounts)
        if says_something(account)
    ]


def _party(parties: Iterable[Record], addresses: Iterable[tuple[str, str]]) -> Record | None:
    """The first with a name; the same may stand there once more, with the address of its seat."""
    stated = next((one for one in parties if "name" in one), next(iter(parties), {}))
    party: Record = {"name": stated["name"]} if "name" in stated else {}
    numbers = [(_SCHEMES.get(kind, kind), number) for kind, number in (*stated.get("identifiers", ()), *addresses)]
    if ids := identities((kind if kind != "n/a" else "", number) for kind, number in numbers):
        party["ids"] = ids
    for _, number in stated.get("tax_ids", ())[:1]:
        bare = number.isascii() and number.isdecimal() and len(number) == _DANISH_VAT
        party["vat_id"] = f"DK{number}" if bare else number
    return party or None


def _turn_lines(record: Record) -> None:
    """Some write the lines of a credit note negative and its totals positive: then lines are as the totals say."""
    lines, total = record.get("lines", ()), record.get("lines_total")
    added = sum((line.get("line_amount", _ZERO) for line in lines), _ZERO)
    if total and abs(added + total) <= _CENT < abs(added):
        for line in lines:
            line |= {key: -line[key] for key in ("quantity", "line_amount") if key in line}


def _complete(line: Record, issues: list[Issue]) -> None:
    items = line.get("items", ())
    line["gtin"] = gtin((*line.get("standard_items", ()), *((_SCHEMES.get(kind, kind), one) for kind, one in items)))
    own = next((one for kind, one in items if says_something(one) and one != line["gtin"]), None)
    line.setdefault("supplier_item", own)
    if "notes" in line:
        line["note"] = "\n".join(line["notes"])
    line["charges"] = _charges(line)
    if "price" in line:
        if not {line.get("unit"), line.get("base_unit")} <= rec20_codes():
            line["base_unit"] = None
        price_line(line, issues)


def _charges(record: Record) -> list[Record]:
    return charges(
        {
            **one,
            "text": one.get("reason") or one.get("kind"),
            "is_charge": not one.get("kind", "").casefold().startswith(_DISCOUNT),
        }
        for one in record.get("allowances", ())
    )


def _state_totals(record: Record) -> None:
    """It states no net total: that is what the taxes leave of what is to be paid."""
    totals: Record = {}
    if "lines_total" in record:
        totals["lines"] = record["lines_total"]
    taxes = record.get("tax_totals_stated", ())
    if taxes:
        totals["tax"] = sum((one.get("amount", _ZERO) for one in taxes), _ZERO)
        record["tax_totals"] = [{"amount": one.get("amount", _ZERO), "parts": one.get("parts", ())} for one in taxes]
    if "gross" in record:
        totals["gross"] = totals["payable"] = record["gross"]
        totals["net"] = record["gross"] - totals.get("tax", _ZERO)
    record["charges"] = _charges(record)
    record["totals"], record["totals_where"], record["taxes_where"] = totals, "LegalTotals", "TaxTotal"
