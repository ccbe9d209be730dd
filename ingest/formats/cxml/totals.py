"""Totals, charges and taxes of cXML."""

from collections.abc import Iterator
from decimal import Decimal

from ingest.checks import check_taxes
from ingest.record import Record
from orders.document import DocumentType, Issue

_CHARGES = (("shipping", "Shipping"), ("handling", "Special handling"))


def state_totals(record: Record, kind: DocumentType, issues: list[Issue]) -> None:
    """Puts `totals` and `charges` into the document's record, and issues where taxes are not what follows.

    NetAmount is what is to be paid, with tax, when discounts are taken off; GrossAmount the same before them. What the
    tax leaves of it is the net total.
    """
    record["charges"] = list(_charges(record))
    totals: Record = {"lines": record.get("subtotal")}
    tax, gross = record.get("tax"), record.get("net")
    if gross is None and record.get("gross") is not None:
        gross = record["gross"] - record.get("discount", Decimal(0))
    if kind is DocumentType.ORDER:
        totals["lines"] = record.get("total")
    if tax is not None:
        totals["tax"] = tax
        record["tax_totals"] = [{"amount": tax, "parts": record.get("taxes", ())}]
        if gross is not None:
            totals["net"] = gross - tax
    totals |= {"gross": gross, "payable": record.get("due_amount")}
    record["totals"] = {name: amount for name, amount in totals.items() if amount is not None}
    record["totals_where"], record["taxes_where"] = "InvoiceDetailSummary", "InvoiceDetailSummary/Tax"
    check_taxes(record, issues)


def _charges(record: Record) -> Iterator[Record]:
    for key, text in _CHARGES:
        if record.get(key):
            yield {"amount": record[key], "text": text}
    if record.get("discount"):
        yield {"amount": -record["discount"], "text": "Discount"}
    for one in record.get("modifications", ()):
        if "cost" in one:
            yield {"amount": one["cost"], "text": one.get("text")}
        elif "deduction" in one:
            yield {"amount": -one["deduction"], "text": one.get("text")}
