"""Sums, taxes and conditions of ORDERS and INVOIC."""

from collections.abc import Iterable
from decimal import Decimal

from ingest.checks import charged, check_taxes
from ingest.formats.idoc.codes import SUMS
from ingest.formats.idoc.qualified import first_of
from ingest.pricing import charges
from ingest.record import Record
from orders.document import DocumentType, Issue

_ZERO = Decimal(0)
_CENT = Decimal("0.01")


def state_totals(record: Record, kind: DocumentType, issues: list[Issue]) -> None:
    """Puts `totals` and `charges` into the document's record, and issues where taxes are not what follows."""
    names = SUMS[DocumentType.INVOICE if kind is DocumentType.CREDIT_NOTE else kind] if kind in _PRICED else {}
    sums = record.get("sums", ())
    totals = {name: first_of(sums, qualifiers, "amount") for name, qualifiers in names.items()}
    totals = {name: amount for name, amount in totals.items() if amount is not None}
    taxes = [tax for tax in record.get("taxes", ()) if "amount" in tax]
    if kind in _BILLS and taxes:
        totals.setdefault("tax", sum((tax["amount"] for tax in taxes), _ZERO))
        record["tax_totals"] = [{"amount": totals["tax"], "parts": taxes}]
    record["totals"], record["totals_where"], record["taxes_where"] = totals, "E1EDS01", "E1EDK04"
    amounts = [line["line_amount"] for line in record["lines"] if line.get("line_amount") is not None]
    if len(amounts) == len(record["lines"]):
        record["charges"] = leading_to(totals.get("net"), sum(amounts, _ZERO), record.get("conditions", ()))
    check_taxes(record, issues)


_BILLS = frozenset({DocumentType.INVOICE, DocumentType.CREDIT_NOTE})
_PRICED = _BILLS | {DocumentType.ORDER}


def leading_to(net: Decimal | None, basis: Decimal, conditions: Iterable[Record]) -> list[Record]:
    """The surcharges and discounts among conditions, if it is they that lead from `basis` to `net`.

    SAP lists every step of its pricing as a condition: the price itself, and what is in the net values already. Those
    that explain nothing are no charges on top.
    """
    stated = charges(_directed(conditions))
    if net is None or not stated or abs(net - basis) <= _CENT:
        return []
    return stated if abs(basis + charged(stated) - net) <= _CENT else []


def _directed(conditions: Iterable[Record]) -> Iterable[Record]:
    """A minus in front takes off, whatever the sign of the amount."""
    for one in conditions:
        amount = one.get("amount", one.get("end_amount"))
        if amount:
            less = one.get("direction") == "-"
            text = one.get("text") or one.get("kind")
            yield {"amount": abs(amount) if less else amount, "is_charge": not less, "text": text}
