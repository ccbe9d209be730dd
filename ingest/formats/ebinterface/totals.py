"""Totals, charges and taxes of ebInterface. It states no net total: that is what the taxes leave of the gross one."""

from collections.abc import Iterator
from decimal import Decimal

from ingest.checks import charged, check_payable, check_taxes, that_come_to
from ingest.record import Record
from ingest.values.prices import quotient
from orders.document import Issue

_ZERO = Decimal(0)
_PER_CENT = Decimal(100)


def state_totals(record: Record, issues: list[Issue]) -> None:
    """Puts `totals` and `charges` into the document's record, and issues where taxes or the payable do not follow."""
    parts = [{"amount": _ZERO, **one} for one in record.get("taxes", ())]
    totals: Record = {name: record[name] for name in ("gross", "prepaid", "rounding", "payable") if name in record}
    if parts:
        totals["tax"] = sum((one["amount"] for one in parts), _ZERO)
        record["tax_totals"] = [{"amount": totals["tax"], "parts": parts}]
    if "gross" in totals and "tax" in totals:
        totals["net"] = totals["gross"] - totals["tax"]
    record["totals"] = totals
    record["totals_where"], record["taxes_where"] = "TotalGrossAmount", "Tax"
    _charge(record)
    check_taxes(record, issues)
    check_payable(record, issues, sum((one.get("amount", _ZERO) for one in record.get("below", ())), _ZERO))


def _charge(record: Record) -> None:
    """Charges and allowances of the whole. Taxes beside the value added tax may be listed as taxes, or be among the
    charges: nothing but the sums says."""
    found = record["charges"] = stated_charges(record, "charges", with_taxes=False)
    optional = [*_taxes(record, "charges"), *(one for one in record.get("other_taxes", ()) if one.get("amount"))]
    amounts = [line.get("line_amount") for line in record.get("lines", ())]
    net = record["totals"].get("net")
    if net is not None and None not in amounts:
        found += that_come_to(net - sum(amounts, charged(found)), optional)


def stated_charges(record: Record, key: str, *, with_taxes: bool = True) -> list[Record]:
    """Surcharges, and reductions as negative ones; with taxes other than value added tax, which come on top."""
    surcharges = [_sized(one, 1) for one in record.get(f"{key}_on", ())]
    reductions = [_sized(one, -1) for one in record.get(f"{key}_off", ())]
    taxes = _taxes(record, key) if with_taxes else ()
    return [one for one in (*reductions, *surcharges, *taxes) if one["amount"]]


def _taxes(record: Record, key: str) -> Iterator[Record]:
    return (_sized(one, 1) for one in record.get(f"{key}_taxes", ()))


def _sized(stated: Record, sign: int) -> Record:
    """With its amount; where only the percentage stands, what it comes to."""
    amount = stated.get("amount")
    if amount is None:
        amount = quotient(stated.get("basis", _ZERO) * stated.get("percent", _ZERO), _PER_CENT) or _ZERO
    return {"amount": sign * amount, "text": stated.get("text") or stated.get("name")}
