"""What can be decided about an exception, and the command that does it. Pure."""

from shlex import quote

from orders.assessment import Deviation
from orders.choices import PLACING, Choice, choices, placing
from orders.deviations import DeviationCode

PROGRAM = "ordertrail decide"
NO_ORDER = "-"
"""Stands for the order of what belongs to none."""

_UNPLACED = frozenset({DeviationCode.LINE_UNMATCHED, DeviationCode.ORDER_NOT_FOUND, DeviationCode.UNIT_NOT_CONVERTIBLE})
_ON_DOCUMENTS = frozenset({Choice.REPLACEMENT, Choice.DUPLICATE, Choice.COUNT})


def possible(deviation: Deviation) -> tuple[Choice, ...]:
    """What can be decided about a deviation; a line that belongs nowhere can be assigned."""
    if deviation.code in _UNPLACED and deviation.document_line is not None:
        return placing(0, line=True)
    return choices(deviation.code, order_line=deviation.order_line is not None)


def command(deviation: Deviation, choice: Choice | None = None) -> str:
    """The command that decides it: the first of what is possible, unless `choice` names another."""
    return _command(deviation, choice or possible(deviation)[0])


def _command(deviation: Deviation, choice: Choice) -> str:
    order = _order(deviation)
    if choice in PLACING:
        return " ".join((PROGRAM, "assign", _document(deviation), quote(deviation.document_line or ""), "ORDER LINE"))
    if choice in _ON_DOCUMENTS:
        return f"{PROGRAM} {choice} {_document(deviation)}"
    if choice in (Choice.CLOSE, Choice.CLOSE_INVOICING):
        track = " --track invoicing" if choice is Choice.CLOSE_INVOICING else ""
        return f"{PROGRAM} close {order} {quote(deviation.order_line or '')}{track}"
    line = f" --line {quote(deviation.order_line)}" if deviation.order_line and deviation.order else ""
    document = f" --document {_document(deviation)}" if deviation.document else ""
    return f"{PROGRAM} {choice} {order} {deviation.code}{line}{document}"


def _order(deviation: Deviation) -> str:
    return quote(deviation.order_number or "") if deviation.order else NO_ORDER


def _document(deviation: Deviation) -> str:
    if deviation.document_number is None:  # there is nothing else to name it by
        return quote(deviation.document or "")
    return quote(f"{deviation.document_type} {deviation.document_number}")
