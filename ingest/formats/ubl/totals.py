"""Totals and taxes of UBL documents, and what only UBL states of them."""

from decimal import Decimal

from ingest.checks import charged
from ingest.record import Record
from orders.document import Issue
from orders.numbers import plain

_ZERO = Decimal(0)
_CENT = Decimal("0.01")
_SECTIONS = ("LegalMonetaryTotal", "AnticipatedMonetaryTotal")


def state_totals(record: Record, issues: list[Issue]) -> None:
    """Puts `totals` into the document's record, and issues where the taxes or the amount payable are not what follows.

    EN 16931 BT-106, BT-109, BT-110, BT-112, BT-115; rules BR-CO-14, BR-CO-16 and BR-CO-17.
    """
    section = next((name for name in _SECTIONS if name in record), _SECTIONS[0])
    totals = record["totals"] = record[section][0] if section in record else {}
    record["totals_where"] = section
    tax = _tax(record)
    if tax is not None:
        totals["tax"] = tax
    _read_net_as_the_profile_means_it(record)
    _read_gross_as_the_profile_means_it(totals)
    _check_payable(record, issues)
    _check_taxes(record, issues)


def _tax(record: Record) -> Decimal | None:
    """The tax in the document's currency: EN 16931 allows a second TaxTotal in that of the accounts (BT-111)."""
    currency = record.get("currency")
    stated = [
        total["amount"]
        for total in record.get("tax_totals", ())
        if "amount" in total and (currency is None or total.get("currency", currency) == currency)
    ]
    return sum(stated, _ZERO) if stated else None


def _read_net_as_the_profile_means_it(record: Record) -> None:
    """OIOUBL writes the sum of taxes into TaxExclusiveAmount. The net total is then what is left of the gross."""
    totals = record["totals"]
    net, tax, gross = totals.get("net"), totals.get("tax"), totals.get("gross")
    if net is None or net != tax:
        return
    lines = totals.get("lines")
    expected = None if lines is None else lines + charged(record.get("charges", ()))
    if record.get("profile", "").startswith("OIOUBL") or (expected is not None and expected != net):
        if gross is not None:
            totals["net"] = gross - tax
        elif expected is not None:
            totals["net"] = expected
        else:
            del totals["net"]


def _read_gross_as_the_profile_means_it(totals: Record) -> None:
    """CEN BII has the rounding in the gross total already; EN 16931 (BT-112) adds it afterwards."""
    if "rounding" in totals and {"net", "tax", "gross"} <= totals.keys():
        exact = totals["net"] + totals["tax"]
        if exact + totals["rounding"] == totals["gross"]:
            totals["gross"] = exact


def _check_payable(record: Record, issues: list[Issue]) -> None:
    totals = record["totals"]
    gross, payable = totals.get("gross"), totals.get("payable")
    if gross is None or payable is None or "withheld" in record:
        return
    expected = gross - totals.get("prepaid", _ZERO) + _claimed_for_others(record)
    # Without net total or tax nobody can tell whether the gross total has the rounding already.
    if abs(expected - payable) > _CENT and abs(expected + totals.get("rounding", _ZERO) - payable) > _CENT:
        message = (
            f"From the gross total, less what is prepaid, comes {plain(expected)}, "
            f"but the amount payable is given as {plain(payable)}."
        )
        issues.append(Issue(code="total_mismatch", message=message, where=record["totals_where"]))


def _claimed_for_others(record: Record) -> Decimal:
    """XRechnung's extension bills third parties' claims along (BG-DEX-09), and writes them as prepayments."""
    if "extension:xrechnung" not in record.get("profile", ""):
        return _ZERO
    return sum((payment.get("amount", _ZERO) for payment in record.get("prepayments", ())), _ZERO)


def _check_taxes(record: Record, issues: list[Issue]) -> None:
    """Each tax is its share of its basis, and they add up. Taxes rounded line by line may be a cent off for each."""
    slack = _CENT * max(1, len(record.get("lines", ())))
    for total in record.get("tax_totals", ()):
        parts = [part for part in total.get("parts", ()) if "amount" in part]
        for part in parts:
            if "rate" in part and "taxable" in part:
                expected = part["taxable"] * part["rate"] / 100
                if abs(abs(expected) - abs(part["amount"])) > slack:
                    message = f"{plain(part['rate'])} % of {plain(part['taxable'])} is not {plain(part['amount'])}."
                    issues.append(Issue(code="tax_mismatch", message=message, where="TaxTotal"))
        added = sum((part["amount"] for part in parts), _ZERO)
        if parts and "amount" in total and abs(added - total["amount"]) > slack:
            message = f"The taxes add up to {plain(added)}, but their sum is given as {plain(total['amount'])}."
            issues.append(Issue(code="tax_mismatch", message=message, where="TaxTotal"))
