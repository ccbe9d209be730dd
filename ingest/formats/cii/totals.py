"""Totals and taxes of CII and Order-X."""

from collections.abc import Iterable
from decimal import Decimal

from ingest.checks import check_payable, check_taxes
from ingest.pricing import charges
from ingest.record import Record
from orders.document import Issue

_ZERO = Decimal(0)
_WITHOUT_PREPAYMENTS = "factur-x.eu:1p0:minimum"
"""The profile has the amount payable, but no place for what was paid before."""

_WHERE = "SpecifiedTradeSettlementHeaderMonetarySummation"


def state_charges(record: Record) -> None:
    """Puts head charges and allowances into the document's record, and what carriers and packers charge (BG-X-42)."""
    stated = record.get("summations", ({},))[0]
    allowances = record["allowances"] if "allowances" in record else _sums(stated)
    _turn_negative_allowances(allowances, stated.get("allowances"))
    record["charges"] = charges([*allowances, *record.get("services", ())])


def _sums(stated: Record) -> list[Record]:
    """Order-X BASIC states what the allowances and charges of the head come to, but not what they are."""
    sums = (("charges", True), ("allowances", False))
    return [{"amount": stated[name], "is_charge": is_charge} for name, is_charge in sums if stated.get(name)]


def _turn_negative_allowances(allowances: Iterable[Record], total: Decimal | None) -> None:
    """Some write what is taken off as negative, and its total as positive. A corrective invoice has both negative."""
    given = [one for one in allowances if "amount" in one and not one.get("is_charge", True)]
    if total and sum((one["amount"] for one in given), _ZERO) == -total:
        for one in given:
            one["amount"] = -one["amount"]


def state_totals(record: Record, issues: list[Issue]) -> None:
    """Puts `totals` into the document's record, and issues where the taxes or the amount payable are not what follows.

    EN 16931 BT-106, BT-109, BT-110, BT-112, BT-115; rules BR-CO-14, BR-CO-16 and BR-CO-17.
    """
    totals = record["totals"] = record.get("summations", ({},))[0]
    record["totals_where"] = _WHERE
    stated = _tax(record)
    if stated is not None:
        totals["tax"] = stated
        record["tax_totals"] = [{"amount": stated, "parts": record.get("taxes", ())}]
    record["taxes_where"] = "ApplicableTradeTax"
    if not record.get("profile", "").endswith(_WITHOUT_PREPAYMENTS):
        check_payable(record, issues)
    check_taxes(record, issues)


def _tax(record: Record) -> Decimal | None:
    """The tax in the document's currency: EN 16931 allows a second total in that of the accounts (BT-111)."""
    currency = record.get("currency")
    stated = [one["amount"] for one in record["totals"].get("taxes", ()) if one["currency"] in (currency, None)]
    return sum(stated, _ZERO) if stated else None
