"""Totals, charges and taxes of FatturaPA.

DatiRiepilogo states them by rate of tax: their sums are net total and tax. ImportoTotaleDocumento is what the document
comes to, which may be less or more: discounts of the whole, stamp duty, and what is withheld for the tax office.
"""

from collections.abc import Iterable
from decimal import Decimal

from ingest.checks import charged, check_taxes, that_come_to
from ingest.formats.fatturapa.lines import discounted
from ingest.record import Record
from ingest.values.prices import quotient

_ZERO = Decimal(0)
_ONE = Decimal(1)
_CENT = Decimal("0.01")
_PER_CENT = 100


def state_totals(record: Record) -> None:
    """Puts `totals` and `charges` into the document's record, and issues where taxes are not what follows."""
    taxes = record.get("taxes", ())
    totals: Record = {}
    if taxes:
        totals = {"net": _sum(taxes, "taxable"), "tax": _sum(taxes, "amount")}
        record["tax_totals"] = [{"amount": totals["tax"], "parts": taxes}]
    _charge(record, totals.get("net"))
    withheld = _sum(record.pop("withheld", ()), "amount")
    total = record.get("total")
    totals["gross"] = _gross(record, totals, withheld)
    due = _due(record, total if totals["gross"] is None else totals["gross"])
    if due is None and total is not None:
        due = total - withheld
    totals["payable"] = due
    record["totals"] = {name: amount for name, amount in totals.items() if amount is not None}
    check_taxes(record, record["issues"])


def _charge(record: Record, net: Decimal | None) -> None:
    """Charges and allowances of the whole document, and in `beside` what is not part of the net total.

    Nothing but the sums says which is which. Contributions to a pension fund and rounding usually are part of it (the
    summary of their rate has them), so they are where no sum fits.
    """
    goods: list[Record] = record["charges"]
    taxes = record.get("taxes", ())
    usual = [
        {"amount": one["amount"], "text": f"Cassa previdenziale {one.get('kind', '')}".strip()}
        for one in record.get("funds", ())
        if one.get("amount")
    ]
    if rounding := _sum(taxes, "rounding"):
        usual.append({"amount": rounding, "text": "Arrotondamento"})
    basis = _sum(record.get("lines", ()), "line_amount") + charged(goods)
    whole = basis + charged(usual)
    discount = discounted(whole, record.get("discounts", ())) - whole
    accessories = _sum(taxes, "accessories")
    unusual = [
        {"amount": amount, "text": text}
        for amount, text in ((discount, "Sconto/maggiorazione"), (accessories, "Spese accessorie"))
        if amount
    ]
    part = _part(basis, usual, unusual, net)
    record["charges"] = goods + part
    record["beside"] = [one for one in (*usual, *unusual) if not any(one is other for other in part)]


def _part(basis: Decimal, usual: list[Record], unusual: list[Record], net: Decimal | None) -> list[Record]:
    """Those that make the net total of the basis; the usual ones where none do."""
    if net is None:
        return usual
    ways = (
        [*usual, *that_come_to(net - basis - charged(usual), unusual)],
        that_come_to(net - basis, [*unusual, *usual]),
    )
    return next((way for way in ways if abs(basis + charged(way) - net) <= _CENT), usual)


def _gross(record: Record, totals: Record, withheld: Decimal) -> Decimal | None:
    """Net total and tax, if the total that is stated is that and what may come on top of it; otherwise as stated."""
    total: Decimal | None = record.get("total")
    if "net" not in totals:
        return total
    exact: Decimal = totals["net"] + totals["tax"]
    if total is None:
        return exact
    beyond = [*record["beside"]]
    beyond += [{"amount": one} for one in (record.get("stamp"), record.get("rounding"), -withheld) if one]
    explained = abs(total - exact) > _CENT and that_come_to(total - exact, beyond)
    return exact if explained else total


def _due(record: Record, gross: Decimal | None) -> Decimal | None:
    """What is to be paid, in all parts. Where equal amounts come to more than the whole, they are other ways to pay."""
    amounts: list[Decimal] = [one["amount"] for one in record.get("payments", ()) if "amount" in one]
    if not amounts:
        return None
    due = sum(amounts, _ZERO)
    if gross is not None and abs(due) > abs(gross) + _CENT and len(set(amounts)) == 1:
        return amounts[0]
    return due


def state_simplified_totals(record: Record) -> None:
    """A simplified invoice states amounts with tax: what the tax leaves of each is the line's amount, to the cent."""
    tax = gross = _ZERO
    for line in record.get("lines", ()):
        amount = line.get("with_tax")
        if amount is None:
            continue
        line["line_amount"] = _without_tax(line, amount)
        gross += amount
        tax += amount - line["line_amount"]
    if gross:
        record["totals"] = {"net": gross - tax, "tax": tax, "gross": gross, "payable": gross}


def _without_tax(line: Record, amount: Decimal) -> Decimal:
    rate: Decimal = line.get("tax_rate", _ZERO)
    tax: Decimal | None = line.get("tax")
    if tax is not None:
        return amount - tax
    net = quotient(amount, _ONE + rate / _PER_CENT) if rate > 0 else None
    return amount if net is None else net.quantize(_CENT)


def _sum(records: Iterable[Record], key: str) -> Decimal:
    return sum((one[key] for one in records if key in one), _ZERO)
