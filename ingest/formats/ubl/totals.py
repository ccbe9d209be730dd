"""Totals and taxes of UBL documents, and what only UBL states of them."""

from decimal import Decimal

from ingest.checks import charged, check_payable, check_taxes
from ingest.formats.ubl.turkey import is_turkish, take_discounts_off
from ingest.record import Record
from orders.document import Issue

_ZERO = Decimal(0)
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
    if is_turkish(record):
        take_discounts_off(record)
    check_payable(record, issues, _claimed_for_others(record))
    check_taxes(record, issues)


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
            left = gross - tax
            # what is rounded is in the gross total already
            totals["net"] = expected if expected == left - totals.get("rounding", _ZERO) else left
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


def _claimed_for_others(record: Record) -> Decimal:
    """XRechnung's extension bills third parties' claims along (BG-DEX-09), and writes them as prepayments."""
    if "extension:xrechnung" not in record.get("profile", ""):
        return _ZERO
    return sum((payment.get("amount", _ZERO) for payment in record.get("prepayments", ())), _ZERO)
