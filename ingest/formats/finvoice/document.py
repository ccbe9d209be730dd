"""From the root of a Finvoice to the document."""

import re
from collections.abc import Mapping

from lxml import etree

from ingest.checks import check_taxes
from ingest.finish import finish
from ingest.formats.finvoice.lines import complete_row, stated_charges
from ingest.formats.finvoice.paths import document_steps
from ingest.record import Record
from ingest.values.party_schemes import identities
from ingest.values.untdid import CORRECTED, CREDITS, STANDINGS
from ingest.xml.walk import walk
from orders.document import Document, DocumentType, Issue, Standing
from orders.errors import Reject
from orders.references import says_something

ROOT = "Finvoice"

_CREDIT = "INV02"
_STANDINGS: Mapping[str, Standing] = {
    "INV06": Standing.PROFORMA,
    "INV08": Standing.PROFORMA,  # reminds of an invoice that has come
    "TES01": Standing.TEST,
}
"""InvoiceTypeCode → why it does not count."""

_BUSINESS_ID = re.compile(r"\d{7}-\d", re.ASCII)
_TOTALS: Mapping[str, str] = {
    "rows_total": "lines",
    "net": "net",
    "tax": "tax",
    "gross": "gross",
    "payable": "payable",
}


def read_document(root: etree._Element) -> Document:
    """The document that `root` holds.

    Raises:
        Reject: `FORMAT_UNSUPPORTED` if it is no invoice; and as `ingest.finish` says.
    """
    if root.tag != ROOT:
        raise Reject("FORMAT_UNSUPPORTED", f"The file holds {root.tag!s} where a Finvoice should be.")
    issues: list[Issue] = []
    version = root.get("Version", "").strip()
    record: Record = {"format": "finvoice", "profile": f"Finvoice {version}".strip(), "issues": issues}
    walk(root, document_steps(), record, issues)
    _classify(record, root)
    _name_parties(record)
    _refer(record)
    record["lines"] = record.pop("rows", [])
    _state_totals(record)
    for row in record["lines"]:
        complete_row(row, issues)
    check_taxes(record, issues)
    record.setdefault("due_date", record.get("pay_date"))
    return finish(record)


def _classify(record: Record, root: etree._Element) -> None:
    kind, code = record.get("kind", "").upper(), record.get("type_code", "")
    if kind and not kind.startswith("INV") and kind not in _STANDINGS:
        raise Reject(
            "FORMAT_UNSUPPORTED",
            f"The file holds a Finvoice of the type {kind}. Read are invoices and credit notes, INV01 to INV09.",
            where=f"line {root.sourceline}",
        )
    credit = kind == _CREDIT or code in CREDITS
    record["type"] = DocumentType.CREDIT_NOTE if credit else DocumentType.INVOICE
    record["type_code"] = code or kind or None
    record["standing"] = _STANDINGS.get(kind) or STANDINGS.get(code)
    origin = record.get("origin", "").casefold()
    record["copy"] = origin == "copy"
    originals = list(dict.fromkeys(record.get("originals", ())))
    record["invoice_references"] = originals
    if origin == "cancel" and not credit:
        record["cancels"] = originals or [one for one in (record.get("number"),) if one]
    elif code == CORRECTED and not credit:
        record["replaces"] = originals


def _name_parties(record: Record) -> None:
    """The buyer is who bought, otherwise who is to get the invoice."""
    for key, roles, own in (
        ("supplier", ("Seller",), record.get("buyers_seller")),
        ("buyer", ("Buyer", "InvoiceRecipient"), record.get("sellers_buyer")),
    ):
        for role in roles:
            stated = record[role][0] if role in record else {}
            party = {name: stated[name] for name in ("name", "vat_id") if says_something(stated.get(name))}
            number, unit = stated.get("identifier", ""), record.get(f"{role}_unit_number", "")
            business = "0212" if _BUSINESS_ID.fullmatch(number) else ""  # some write their number of the customer
            ids = identities([(business, number), ("0216", unit), ("", own or "")])
            if party or ids:
                record[key] = party | ({"ids": ids} if ids else {})
                break
    accounts: dict[str, str | None] = {}
    for one in record.get("accounts", ()):
        if "account" in one:
            accounts.setdefault(one["account"], one.get("bank"))
    record["payment_accounts"] = [{"iban": account, "bic": bank} for account, bank in accounts.items()]


def _refer(record: Record) -> None:
    order = record.get("order")
    if says_something(order):
        record["order_references"] = [{"number": order, "issue_date": record.get("order_date")}]
    record["despatch_references"] = list(dict.fromkeys(record.get("delivery_notes", ())))


def _state_totals(record: Record) -> None:
    record["totals"] = {name: record[key] for key, name in _TOTALS.items() if key in record}
    record["totals_where"], record["taxes_where"] = "InvoiceDetails", "VatSpecificationDetails"
    record["charges"] = stated_charges(record)
    if "tax" in record["totals"]:
        record["tax_totals"] = [{"amount": record["totals"]["tax"], "parts": record.get("taxes", ())}]
