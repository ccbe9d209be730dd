"""Whether the sums that a bill states are those of its parts.

The reader has brought the sums of every profile to one meaning (EN 16931: BT-106 lines, BT-109 net, BT-110 tax, BT-112
gross), so that only what is wrong by that meaning is said. What a reader found wrong itself is said too, once.
"""

from collections.abc import Iterator
from decimal import Decimal

from matching.desk import Desk
from matching.findings import Place, figures
from matching.paper import Paper
from matching.prices import half_unit
from matching.tolerances import MONEY
from orders.deviations import DeviationCode
from orders.document import Document
from orders.quantity import ZERO

_CENT = Decimal("0.01")
Pair = tuple[Decimal, Decimal]
"""What a sum should be, and what it is."""


def check_totals(desk: Desk, paper: Paper) -> None:
    """A bill's totals against its lines, charges and taxes."""
    document = paper.document
    coin = half_unit(document.currency)
    _check(desk, paper, DeviationCode.TOTAL_MISMATCH, [*_sums(document)], coin)
    _check(desk, paper, DeviationCode.TAX_MISMATCH, [*_taxes(document)], coin * max(1, len(document.lines)))


def _check(desk: Desk, paper: Paper, code: DeviationCode, pairs: list[Pair], rounding: Decimal) -> None:
    wrong = [pair for pair in pairs if pair[0] != pair[1]]
    if not wrong and not paper.document.issues:
        return
    limit = desk.limits_of(paper).of("total")
    worst = max(wrong, key=lambda pair: abs(pair[1] - pair[0]), default=(ZERO, ZERO))
    off = abs(worst[1] - worst[0])
    allowed = limit.allowance(worst[0], MONEY)
    place = Place(desk.only_order(paper), None, paper)
    if off > allowed and off > rounding:
        shown = figures(*worst, tolerance=allowed, rule=limit.rule)
        desk.findings.add(code, place, amount=off, figures=shown)
    elif not off and any(issue.code == code for issue in paper.document.issues):
        # Found by the reader, in parts that the document does not carry on.
        desk.findings.add(code, place, says=f"{code}.read")


def _sums(document: Document) -> Iterator[Pair]:
    totals = document.totals
    amounts = [line.line_amount for line in document.lines if line.line_amount is not None]
    goods = totals.lines
    if amounts and len(amounts) == len(document.lines):
        found = sum(amounts, ZERO)
        if goods is not None:
            yield found, goods
        goods = found if goods is None else goods
    if goods is not None and totals.net is not None:
        yield goods + sum((charge.amount for charge in document.charges), ZERO), totals.net
    if totals.net is not None and totals.tax is not None and totals.gross is not None:
        yield totals.net + totals.tax, totals.gross


def _taxes(document: Document) -> Iterator[Pair]:
    """The tax by the rates of the lines, where all state theirs and no head charges have one that nobody knows."""
    if document.totals.tax is None or document.charges:
        return
    parts = [
        line.line_amount * line.tax_rate * _CENT
        for line in document.lines
        if line.line_amount is not None and line.tax_rate is not None
    ]
    if parts and len(parts) == len(document.lines):
        yield sum(parts, ZERO), document.totals.tax
