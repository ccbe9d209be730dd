"""What can be decided about an exception, and the command that does it. Pure."""

from collections.abc import Sequence
from shlex import quote

from orders.answer import RowKey
from orders.assessment import Deviation, Proposal, UnmatchedLine
from orders.choices import ASSIGNED_WHOLE, PLACING, Choice, choices, placing, placing_whole
from orders.deviations import DeviationCode
from orders.document import DocumentType
from orders.fingerprint import fingerprint, line_fingerprint

PROGRAM = "ordertrail decide"
NO_ORDER = "-"
"""Stands for the order of what belongs to none."""

MENU_PREFIX = "menu_"

_UNPLACED = frozenset({DeviationCode.LINE_UNMATCHED, DeviationCode.ORDER_NOT_FOUND, DeviationCode.UNIT_NOT_CONVERTIBLE})
_AS_A_WHOLE = (".document", ".rest")
"""End the codes of sentences that say of a document without lines, or of a part of it, that it belongs nowhere."""

_ON_DOCUMENTS = frozenset({Choice.REPLACEMENT, Choice.DUPLICATE, Choice.COUNT})


def possible(deviation: Deviation) -> tuple[Choice, ...]:
    """What can be decided about a deviation; what belongs nowhere can be assigned."""
    if deviation.code in _UNPLACED and deviation.document_line is not None:
        return placing(0)
    if deviation.document_type is not None and deviation.message.code.endswith(_AS_A_WHOLE):
        return placing_whole(deviation.document_type)
    return choices(deviation.code, order_line=deviation.order_line is not None)


def menu(some: tuple[Choice, ...]) -> str:
    """The name of the list that offers these choices; a spreadsheet takes it for the name of a range."""
    return MENU_PREFIX + "_".join(some)


def menus() -> dict[str, tuple[Choice, ...]]:
    """Every list of choices that a row may offer, by its name."""
    found = [choices(code, order_line=known) for code in DeviationCode for known in (True, False)]
    found += [placing(proposals) for proposals in range(3)]
    found += [placing_whole(kind) for kind in DocumentType]
    return {menu(some): some for some in found}


def command(deviation: Deviation, choice: Choice | None = None, proposals: Sequence[Proposal] = ()) -> str:
    """The command that decides it: the first of what is possible, unless `choice` names another. A line that belongs
    nowhere is assigned to the best of its proposals.
    """
    return _command(deviation, choice or possible(deviation)[0], _target(proposals))


def line_command(line: UnmatchedLine) -> str:
    """The command that assigns a line, to the best proposal if there is one; a document without lines is assigned to an
    order, or accepted if it says nothing that could count for one.
    """
    number = quote(f"{line.document_type} {line.document_number}" if line.document_number else line.document)
    if line.document_line is None and line.document_type in ASSIGNED_WHOLE:
        return f"{PROGRAM} assign {number} ORDER"
    if line.document_line is None:
        return f"{PROGRAM} accept {NO_ORDER} {line.code} --document {number}"
    return f"{PROGRAM} assign {number} {quote(line.document_line)} {_target(line.proposals)}"


def _target(proposals: Sequence[Proposal]) -> str:
    if not proposals:
        return "ORDER LINE"
    return f"{quote(proposals[0].order.rpartition('@')[0])} {quote(proposals[0].order_line)}"


def deviation_key(deviation: Deviation) -> RowKey:
    """What tells the row of a deviation from every other."""
    return RowKey(
        about="deviation",
        code=deviation.code,
        order=deviation.order,
        order_line=deviation.order_line,
        document=deviation.document,
        document_line=deviation.document_line,
        seen=fingerprint(deviation),
    )


def line_key(line: UnmatchedLine) -> RowKey:
    """The same for a document line that belongs nowhere."""
    return RowKey(
        about="line",
        code=line.code,
        document=line.document,
        document_line=line.document_line,
        seen=line_fingerprint(line),
    )


def _command(deviation: Deviation, choice: Choice, target: str) -> str:
    order = _order(deviation)
    if choice in PLACING and deviation.document_line is None:
        return f"{PROGRAM} assign {_document(deviation)} ORDER"
    if choice in PLACING:
        return " ".join((PROGRAM, "assign", _document(deviation), quote(deviation.document_line or ""), target))
    if choice is Choice.CHARGE:
        return " ".join((PROGRAM, "charge", _document(deviation), quote(deviation.document_line or "")))
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
