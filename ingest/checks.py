"""Whether the figures of a document agree with each other. What does not is an issue, and is left as it stands.

The rules are those of EN 16931 (BR-CO-10, 13, 15 and 16), which hold in every trade; each is asked only where the
document states all that it needs. A cent of rounding is let pass.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from ingest.record import Record
from ingest.values.prices import amounts_agree, quotient
from orders.document import Issue
from orders.numbers import plain

_CENT = Decimal("0.01")
_HALF_CENT = Decimal("0.005")
_ONE = Decimal(1)
_ZERO = Decimal(0)
_TRIED = 8
_WITHOUT_CENTS = frozenset({"CLP", "HUF", "ISK", "JPY", "KRW", "PYG", "VND", "XAF", "XOF", "XPF"})
"""Currencies (ISO 4217) whose amounts are rounded to whole ones: they have no cents, or none that anybody pays."""


def settle_price(line: Record, issues: list[Issue]) -> None:
    """The price of one unit, from amount ÷ quantity where the file gives none, or 0 for what costs something.

    Where price, quantity and amount all stand and disagree, an issue says so.
    """
    quantity, amount = line.get("quantity"), line.get("line_amount")
    if amount is None or not quantity:
        return
    price = line.get("unit_price")
    if price is None or (not price and amount):
        derived = quotient(amount, quantity)
        if derived is not None:
            line["unit_price"] = derived
    elif quantity * price != amount and not amounts_agree(quantity, price, amount, charged(line.get("charges", ()))):
        issues.append(
            Issue(
                code="line_amount_mismatch",
                message=f"Line {line.get('id', '?')}: {plain(quantity)} × {plain(price)} is not {plain(amount)}.",
                where=line.get("where"),
            )
        )


def check_totals(record: Record, issues: list[Issue]) -> None:
    """Issues for every sum that is not the sum of its parts."""
    totals = record.get("totals")
    if not totals:
        return
    lines, net, tax, gross = (totals.get(name) for name in ("lines", "net", "tax", "gross"))
    summed: Sequence[Record] = record.get("lines", ())
    added = _sum_of_lines(summed)
    if added is not None and lines is not None and _differ(added, lines, summed):
        issues.append(_mismatch(record, "the lines", added, "the sum of the lines", lines))
    basis = added if lines is None else lines
    if basis is not None and net is not None:
        expected = basis + charged(record.get("charges", ()))
        if _differ(expected, net, summed if lines is None else ()):
            issues.append(_mismatch(record, "lines, charges and allowances", expected, "the net total", net))
    if net is not None and tax is not None and gross is not None and abs(net + tax - gross) > _CENT:
        issues.append(_mismatch(record, "net total and tax", net + tax, "the gross total", gross))


def check_payable(record: Record, issues: list[Issue], also_due: Decimal = _ZERO) -> None:
    """An issue if the amount payable is not the gross total less what is prepaid, with `also_due` on top (BR-CO-16)."""
    totals = record["totals"]
    gross, payable = totals.get("gross"), totals.get("payable")
    if gross is None or payable is None or "withheld" in record:
        return
    expected = gross - totals.get("prepaid", _ZERO) + also_due
    # Without net total or tax nobody can tell whether the gross total has the rounding already.
    if abs(expected - payable) > _CENT and abs(expected + totals.get("rounding", _ZERO) - payable) > _CENT:
        message = (
            f"From the gross total, less what is prepaid, comes {plain(expected)}, "
            f"but the amount payable is given as {plain(payable)}."
        )
        issues.append(Issue(code="total_mismatch", message=message, where=record["totals_where"]))


def check_taxes(record: Record, issues: list[Issue]) -> None:
    """Issues where a tax is not its share of its basis, or they do not add up (BR-CO-14, BR-CO-17).

    Taxes rounded line by line may be a cent off for each.
    """
    step = _ONE if record.get("currency") in _WITHOUT_CENTS else _CENT
    slack = step * max(1, len(record.get("lines", ())))
    for total in record.get("tax_totals", ()):
        parts = [part for part in total.get("parts", ()) if "amount" in part]
        for part in parts:
            if "rate" in part and "taxable" in part:
                expected = part["taxable"] * part["rate"] / 100
                if abs(abs(expected) - abs(part["amount"])) > slack:
                    message = f"{plain(part['rate'])} % of {plain(part['taxable'])} is not {plain(part['amount'])}."
                    issues.append(
                        Issue(code="tax_mismatch", message=message, where=record.get("taxes_where", "TaxTotal"))
                    )
        added = sum((part["amount"] for part in parts), _ZERO)
        if parts and "amount" in total and abs(added - total["amount"]) > slack:
            message = f"The taxes add up to {plain(added)}, but their sum is given as {plain(total['amount'])}."
            issues.append(Issue(code="tax_mismatch", message=message, where=record.get("taxes_where", "TaxTotal")))


def charged(charges: Iterable[Record]) -> Decimal:
    """What charges, less allowances, come to."""
    return sum((charge["amount"] for charge in charges), _ZERO)


def that_come_to(missing: Decimal, optional: Sequence[Record]) -> list[Record]:
    """Those of a few charges whose sum is `missing`, to the cent if none is exactly; none if no sum is. For charges of
    which a format does not say whether they are part of a total.

    Of more than 8 only all of them are tried: the sums of part of them are too many, and one would fit by chance.
    """
    ways = [*_some_of(optional)] if len(optional) <= _TRIED else [[], list(optional)]
    apart = [abs(charged(some) - missing) for some in ways]
    nearest = min(apart)
    return ways[apart.index(nearest)] if nearest <= _CENT else []


def _some_of(charges: Sequence[Record]) -> Iterator[list[Record]]:
    """Every part of them, the smallest first."""
    return (list(some) for count in range(len(charges) + 1) for some in combinations(charges, count))


def _sum_of_lines(lines: Sequence[Record]) -> Decimal | None:
    """The sum of the line amounts; None if one is missing."""
    added = _ZERO
    for line in lines:
        amount = line.get("line_amount")
        if amount is None:
            return None
        added += amount
    return added if lines else None


def _differ(expected: Decimal, stated: Decimal, lines: Sequence[Record]) -> bool:
    """Whether they are further apart than rounding moves a sum of these lines' amounts."""
    apart = abs(expected - stated)
    if apart <= _CENT:
        return False
    unrounded = [line for line in lines if line["line_amount"].as_tuple().exponent < -2]
    return apart > _CENT + len(unrounded) * _HALF_CENT


def _mismatch(record: Record, parts: str, expected: Decimal, total: str, stated: Decimal) -> Issue:
    return Issue(
        code="total_mismatch",
        message=f"From {parts} comes {plain(expected)}, but {total} is given as {plain(stated)}.",
        where=record.get("totals_where", "totals"),
    )
