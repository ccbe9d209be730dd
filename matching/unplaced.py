"""Document lines that belong to no order line, or to none yet: visible, with the amount they are about."""

from decimal import Decimal

from matching.desk import Desk
from matching.findings import Place, figures
from matching.ladder.ask import Ask
from matching.paper import Paper, line_id
from orders.assessment import Proposal, UnmatchedLine
from orders.deviations import DeviationCode
from orders.document import Line
from orders.numbers import Quantity
from orders.quantity import ZERO
from orders.references import head_order_keys, order_keys


def order_not_found(desk: Desk, paper: Paper, *, known: bool = False) -> None:
    """A document as a whole that names orders nobody knows; or (`known`) one that says nothing of those that it names,
    because it has no lines.
    """
    if not _answers_for(desk, paper, head_order_keys(paper.document)):
        return
    number = stated_order(paper, None)
    code = DeviationCode.LINE_UNMATCHED if number is None or known else DeviationCode.ORDER_NOT_FOUND
    desk.findings.add(code, Place(paper=paper), amount=_worth(paper), says=f"{code}.document", order_number=number)
    desk.unmatched.append((paper.rank, -1, _as_a_whole(paper, code, number)))


def rest_unmatched(desk: Desk, paper: Paper, amount: Decimal) -> None:
    """What a person left of a document without lines when they gave parts of it to orders."""
    number = stated_order(paper, None)
    code = DeviationCode.LINE_UNMATCHED
    desk.findings.add(code, Place(paper=paper), amount=amount, says=f"{code}.rest", order_number=number)
    desk.unmatched.append((paper.rank, -1, _entry(paper, None, None, None, amount, code, number)))


def unmatched(desk: Desk, ask: Ask, code: DeviationCode, proposals: tuple[Proposal, ...] = ()) -> None:
    """A line that no rung of the ladder placed."""
    number = stated_order(ask.paper, ask.line)
    if code is DeviationCode.LINE_UNMATCHED and not ask.books and ask.keys and number is not None:
        code = DeviationCode.ORDER_NOT_FOUND
    desk.unmatched.append((ask.paper.rank, ask.row, _line(ask, code, number, proposals)))
    if code is DeviationCode.LINE_UNMATCHED:
        shown = figures(None, ask.quantity, unit=ask.line.unit)
        place = Place(ask.books[0] if len(ask.books) == 1 else None, None, ask.paper, ask.row)
        desk.findings.add(code, place, amount=ask.amount, figures=shown, order_number=number)


def orders_not_found(desk: Desk, paper: Paper, asks: list[Ask]) -> None:
    """One deviation for each unknown order of a document, whatever number of lines are about it."""
    by_number: dict[str, Decimal] = {}
    for ask in asks:
        number = stated_order(paper, ask.line)
        if number is not None:
            by_number[number] = by_number.get(number, ZERO) + (ask.amount or ZERO)
    for number, amount in by_number.items():
        desk.findings.add(
            DeviationCode.ORDER_NOT_FOUND, Place(paper=paper), amount=amount or _worth(paper), order_number=number
        )


def stated_order(paper: Paper, line: Line | None) -> str | None:
    """The order number as a line or, where that names none, the head has it; None if it says nothing. Of many orders
    that the head names, the first.
    """
    if line is not None and order_keys(line.order_number):
        return line.order_number
    return paper.orders_told


def _answers_for(desk: Desk, paper: Paper, keys: tuple[str, ...]) -> bool:
    """Of several cases that see the document only the one with the first key that it names says so."""
    return keys[0] in desk.register.keys if keys else desk.register.owns(paper)


def _as_a_whole(paper: Paper, code: DeviationCode, number: str | None) -> UnmatchedLine:
    return _entry(paper, None, None, None, _worth(paper), code, number)


def _line(ask: Ask, code: DeviationCode, number: str | None, proposals: tuple[Proposal, ...]) -> UnmatchedLine:
    return _entry(ask.paper, ask.row, ask.line, ask.quantity, ask.amount, code, number, proposals)


def _entry(
    paper: Paper,
    row: int | None,
    line: Line | None,
    quantity: Quantity | None,
    amount: Decimal | None,
    code: DeviationCode,
    number: str | None,
    proposals: tuple[Proposal, ...] = (),
) -> UnmatchedLine:
    supplier = paper.document.supplier
    return UnmatchedLine(
        document=paper.id,
        document_type=paper.type,
        document_number=paper.document.number,
        document_line=None if row is None else line_id(paper, row),
        supplier=None if supplier is None else supplier.name,
        item=None if line is None else line.buyer_item or line.supplier_item or line.gtin,
        name=None if line is None else line.name,
        quantity=quantity,
        unit=None if line is None else line.unit or line.unit_text,
        amount=amount,
        code=code,
        order_number=number,
        proposals=proposals,
    )


def _worth(paper: Paper) -> Decimal | None:
    totals = paper.document.totals
    return totals.net if totals.net is not None else totals.payable
