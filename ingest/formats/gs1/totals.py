"""Totals, taxes, charges and allowances of GS1 XML."""

from collections.abc import Iterable
from decimal import Decimal

from ingest.checks import check_taxes
from ingest.pricing import charges
from ingest.record import Record
from orders.document import DocumentType, Issue

_CENT = Decimal("0.01")
_ORDERS = (DocumentType.ORDER, DocumentType.ORDER_CHANGE, DocumentType.ORDER_CANCELLATION)


def state_totals(record: Record, kind: DocumentType, issues: list[Issue]) -> None:
    """Puts `totals` and `charges` into the document's record, and issues where taxes are not what follows."""
    record["charges"] = stated_charges(record)
    totals: Record = {}
    if kind in _ORDERS:
        totals = {name: record.get(name) for name in ("net", "tax", "gross")}
    elif kind in (DocumentType.INVOICE, DocumentType.CREDIT_NOTE):
        totals = _of_invoice(record)
        if taxes := record.get("taxes"):
            record["tax_totals"] = [{"amount": totals["tax"], "parts": taxes} if totals["tax"] is not None else {}]
    record["totals"] = {name: amount for name, amount in totals.items() if amount is not None}
    record["totals_where"], record["taxes_where"] = "invoiceTotals", "invoiceTotals/taxSubtotal"
    check_taxes(record, issues)


def _of_invoice(record: Record) -> Record:
    """The total is with tax. Some write it without: then it is the tax that is missing from what is payable.

    The sum of the lines is written with tax by some, too, and then is no sum of lines.
    """
    tax = record.get("tax", record.get("vat"))
    total, payable, lines = record.get("total"), record.get("payable"), record.get("lines_total")
    if None not in (total, payable, tax) and tax and abs(total + tax - payable) <= _CENT:
        net, gross = total, payable
    else:
        net, gross = record.get("taxable"), total if total is not None else payable
        if net is None and gross is not None and tax is not None:
            net = gross - tax
    if tax and lines is not None and lines == gross:
        lines = None
    return {"lines": lines, "net": net, "tax": tax, "gross": gross, "payable": payable}


def stated_charges(record: Record) -> list[Record]:
    """Charges, and allowances as negative ones."""
    return charges(_directed(record["allowances"])) if "allowances" in record else []


def _directed(allowances: Iterable[Record]) -> Iterable[Record]:
    for one in allowances:
        if one.get("direction") == "ALLOWANCE" and "amount" in one:
            yield {**one, "amount": abs(one["amount"]), "is_charge": False}
        else:
            yield one
