"""Totals, charges and allowances of openTRANS."""

from collections.abc import Iterable
from decimal import Decimal

from ingest.checks import check_taxes
from ingest.pricing import charges
from ingest.record import Record
from orders.document import DocumentType, Issue

_ZERO = Decimal(0)
_TAKEN_OFF = frozenset({"allowance", "discount", "rebate"})
_GOODS = (DocumentType.DESPATCH_ADVICE, DocumentType.RECEIPT_ADVICE)


def state_totals(record: Record, kind: DocumentType, issues: list[Issue]) -> None:
    """Puts `totals` and `charges` into the document's record, and issues where taxes are not what follows.

    TOTAL_AMOUNT of an invoice is what is to be paid, with tax; of orders and responses what the lines come to, without.
    An invoice states no net total: it is what the tax leaves of its amount.
    """
    record["charges"] = stated_charges(record)
    totals: Record = {}
    total = record.get("total")
    if kind in (DocumentType.INVOICE, DocumentType.CREDIT_NOTE):
        totals = {"lines": record.get("goods"), "gross": total}
        record["taxes_where"] = "TOTAL_TAX"
        _state_tax(record, totals)
        if not record["charges"] and record.get("extra"):
            record["charges"] = [{"amount": record["extra"]}]
        if total is not None and "tax" in totals:
            totals["net"] = total - totals["tax"]
    elif kind not in _GOODS:
        totals = {"net": total}
    record["totals"] = {name: amount for name, amount in totals.items() if amount is not None}
    record["totals_where"] = "SUMMARY"
    check_taxes(record, issues)


def _state_tax(record: Record, totals: Record) -> None:
    taxes = record.get("taxes", ())
    amounts = [tax["amount"] for tax in taxes if "amount" in tax]
    if amounts:
        totals["tax"] = sum(amounts, _ZERO)
        record["tax_totals"] = [{"amount": totals["tax"], "parts": taxes}]


def stated_charges(record: Record) -> list[Record]:
    """ALLOW_OR_CHARGE of a type that says which of the two; without one its sign does."""
    return charges(_directed(record.get("allowances", ())))


def _directed(allowances: Iterable[Record]) -> Iterable[Record]:
    for one in allowances:
        if one["type"] in _TAKEN_OFF:
            amount = {"amount": abs(one["amount"])} if "amount" in one else {}
            yield {**one, **amount, "is_charge": False}
        else:
            yield one
