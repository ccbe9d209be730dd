"""Exceptions and unmatched lines: everything that a person has to look at, the most urgent first."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from orders.answer import RowKey, key_text
from orders.assessment import Deviation, OrderAssessment, Proposal, UnmatchedLine
from orders.choices import VERDICTS, Choice, placing, placing_whole
from orders.deviations import DeviationCode, Severity, severity
from orders.document import DocumentType
from orders.message import Message
from orders.numbers import exact_text
from orders.references import sort_key
from reports.action import URGENCY, actor_of, resolve
from reports.decidable import command, deviation_key, line_command, line_key, menu, possible
from reports.entries import OPEN, AssessedCase
from reports.table import Band, Column, Kind, Link, Mark, Table

_Place = tuple[DeviationCode, str | None, str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionRow:
    """One thing to look at: an open deviation, or a document line that counts for no order line."""

    severity: Severity
    code: DeviationCode
    order: str | None
    order_line: str | None
    supplier: str | None
    buyer: str | None
    document_type: DocumentType | None
    document: Link | None
    document_line: str | None
    item: str | None
    name: str | None
    ordered: str | None = None
    found: str | None = None
    difference: str | None = None
    tolerance: str | None = None
    rule: str | None = None
    unit: str | None
    amount: Decimal | None
    currency: str | None
    message: Message
    action: Message
    proposals: tuple[Message, ...] = ()
    remarks: tuple[Message, ...] = ()  # what became of earlier decisions about it
    key: RowKey
    choices: tuple[Choice, ...]
    command: str


def exception_rows(case: AssessedCase) -> Iterator[ExceptionRow]:
    """The rows that a case gives. What a deviation says of an unmatched line, the line's row says."""
    orders = {order.id: order for order in case.assessment.orders}
    unmatched = {place for line in case.assessment.unmatched for place in _places(line)}
    said: dict[_Place, Deviation] = {}
    for deviation in case.assessment.deviations:
        place = (deviation.code, deviation.document, deviation.document_line, deviation.order_number)
        if place in unmatched:
            said[place] = deviation
        elif deviation.state == OPEN:
            yield _of_deviation(case, deviation, orders.get(deviation.order or ""))
    for line in case.assessment.unmatched:
        about = next((said[place] for place in _places(line) if place in said), None)
        if about is None or about.state == OPEN:
            yield _of_unmatched(case, line, about)


def _places(line: UnmatchedLine) -> tuple[_Place, _Place]:
    """Where a deviation stands that is about an unmatched line: at the line, or at its document as a whole."""
    return (
        (line.code, line.document, line.document_line, line.order_number),
        (line.code, line.document, None, line.order_number),
    )


def _of_deviation(case: AssessedCase, deviation: Deviation, order: OrderAssessment | None) -> ExceptionRow:
    line = case.lines.get((deviation.order or "", deviation.order_line or ""))
    document = case.documents.get(deviation.document or "")
    figures = deviation.figures
    key = deviation_key(deviation)
    return ExceptionRow(
        severity=deviation.severity,
        code=deviation.code,
        order=deviation.order_number,
        order_line=deviation.order_line,
        supplier=(order.supplier if order else None) or (document.supplier if document else None),
        buyer=order.buyer if order else None,
        document_type=deviation.document_type,
        document=case.link(deviation.document, deviation.document_number),
        document_line=deviation.document_line,
        item=(line.buyer_item or line.supplier_item or line.gtin) if line else None,
        name=(line.name or line.description) if line else None,
        ordered=figures.ordered,
        found=figures.found,
        difference=figures.difference,
        tolerance=figures.tolerance,
        rule=figures.rule,
        unit=figures.unit,
        amount=deviation.amount,
        currency=deviation.currency or (order.currency if order else None),
        message=deviation.message,
        action=resolve(deviation.code, line),
        remarks=case.remarks.get(key.place, ()),
        key=key,
        choices=possible(deviation),
        command=command(deviation),
    )


def _of_unmatched(case: AssessedCase, line: UnmatchedLine, about: Deviation | None) -> ExceptionRow:
    document = case.documents.get(line.document)
    key = line_key(line)
    return ExceptionRow(
        severity=severity(line.code),
        code=line.code,
        order=line.order_number,
        order_line=None,
        supplier=line.supplier,
        buyer=None,
        document_type=line.document_type,
        document=case.link(line.document, line.document_number),
        document_line=line.document_line,
        item=line.item,
        name=line.name,
        found=exact_text(line.quantity) if line.quantity is not None else None,
        unit=line.unit,
        amount=line.amount,
        currency=document.currency if document else None,
        action=resolve(line.code),
        message=about.message if about else Message(f"unmatched.{'line' if line.document_line else 'document'}"),
        proposals=tuple(_proposal(rank, one) for rank, one in enumerate(line.proposals, 1)),
        remarks=case.remarks.get(key.place, ()),
        key=key,
        choices=_choices_of_line(line, about),
        command=line_command(line),
    )


def _proposal(rank: int, one: Proposal) -> Message:
    """An order line as a person writes it into the sheet, under the number by which it can be chosen."""
    number, _, _ = one.order.rpartition("@")
    score = str(round(one.score * 100))
    return Message("unmatched.proposal", {"rank": str(rank), "order": number, "line": one.order_line, "score": score})


def _choices_of_line(line: UnmatchedLine, about: Deviation | None) -> tuple[Choice, ...]:
    """Assigning; and a verdict where there is a deviation that it could be about."""
    whole = line.document_line is None
    some = placing_whole(line.document_type) if whole else placing(len(line.proposals))
    return some if about else tuple(one for one in some if one not in VERDICTS)


def _blank(_: ExceptionRow) -> str:
    return ""


def _rank(row: ExceptionRow) -> tuple[int, float, str, str]:
    return URGENCY[row.severity], -float(row.amount or 0), sort_key(row.order or ""), sort_key(row.order_line or "")


EXCEPTIONS = Table(
    name="exceptions",
    feed=AssessedCase,
    subjects=exception_rows,
    rank=_rank,
    frozen=4,
    columns=(
        Column(
            "severity",
            Kind.CODE,
            lambda row: row.severity,
            band=Band.STATUS,
            codes="severity",
            mark=Mark.SEVERITY,
        ),
        Column("exception", Kind.CODE, lambda row: row.code, band=Band.STATUS, codes="deviation"),
        Column("order", Kind.TEXT, lambda row: row.order),
        Column("line", Kind.TEXT, lambda row: row.order_line),
        Column("supplier", Kind.TEXT, lambda row: row.supplier),
        Column("buyer", Kind.TEXT, lambda row: row.buyer),
        Column("message", Kind.MESSAGE, lambda row: row.message, band=Band.ACTION),
        Column("next_action", Kind.MESSAGE, lambda row: row.action, band=Band.ACTION),
        Column("who", Kind.CODE, lambda row: actor_of(row.action), band=Band.ACTION, codes="actor"),
        Column("proposals", Kind.MESSAGE, lambda row: row.proposals, band=Band.ACTION),
        Column("decision", Kind.ENTRY, _blank, band=Band.DECISION, menu="menu"),
        Column("assign_to", Kind.ENTRY, _blank, band=Band.DECISION),
        Column("assign_quantity", Kind.ENTRY, _blank, band=Band.DECISION),
        Column("why", Kind.ENTRY, _blank, band=Band.DECISION),
        Column("remarks", Kind.MESSAGE, lambda row: row.remarks, band=Band.DECISION),
        Column("at_stake", Kind.MONEY, lambda row: row.amount, band=Band.MONEY, total=True),
        Column("currency", Kind.TEXT, lambda row: row.currency, band=Band.MONEY),
        Column("document_type", Kind.CODE, lambda row: row.document_type, codes="document"),
        Column("document", Kind.LINK, lambda row: row.document),
        Column("document_line", Kind.TEXT, lambda row: row.document_line),
        Column("item", Kind.TEXT, lambda row: row.item),
        Column("name", Kind.TEXT, lambda row: row.name),
        Column("ordered", Kind.FIGURE, lambda row: row.ordered, band=Band.QUANTITY),
        Column("found", Kind.FIGURE, lambda row: row.found, band=Band.QUANTITY),
        Column("difference", Kind.FIGURE, lambda row: row.difference, band=Band.QUANTITY),
        Column("tolerance", Kind.FIGURE, lambda row: row.tolerance, band=Band.QUANTITY),
        Column("tolerance_rule", Kind.CODE, lambda row: row.rule, band=Band.QUANTITY, codes="limit"),
        Column("unit", Kind.CODE, lambda row: row.unit, band=Band.QUANTITY, codes="unit"),
        Column("command", Kind.TEXT, lambda row: row.command, band=Band.ACTION),
        Column("menu", Kind.HIDDEN, lambda row: menu(row.choices)),
        Column("key", Kind.HIDDEN, lambda row: key_text(row.key)),
    ),
)
