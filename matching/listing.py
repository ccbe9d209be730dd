"""What became of each document of a case (docs/json.md, "An order")."""

from collections.abc import Iterator

from matching.desk import Desk
from matching.lore import declared, lesson
from matching.paper import Paper, line_id
from orders.assessment import DocumentAssessment
from orders.document import Charge
from orders.message import Message


def document_assessments(desk: Desk) -> tuple[DocumentAssessment, ...]:
    """The documents that are this case's business, oldest first."""
    return tuple(_listed(desk, paper) for paper in desk.register.papers if desk.register.concerns(paper))


def _listed(desk: Desk, paper: Paper) -> DocumentAssessment:
    document = paper.document
    exclusion = desk.excluded.get(paper.rank)
    other = None if exclusion is None else exclusion.other
    return DocumentAssessment(
        document=paper.id,
        type=paper.type,
        number=document.number,
        issue_date=document.issue_date,
        supplier=None if document.supplier is None else document.supplier.name,
        currency=document.currency,
        gross=document.totals.payable if document.totals.gross is None else document.totals.gross,
        counted=exclusion is None,
        reason=None if exclusion is None else exclusion.reason,
        other=None if other is None else other.id,
        orders=tuple(book.id for book in desk.books_of(paper)),
        charges=charges(desk, paper),
        learned=tuple(_why_charges(desk, paper)) if desk.lore or desk.decided.charges else (),
    )


def charges(desk: Desk, paper: Paper) -> tuple[Charge, ...]:
    """The charges and allowances of a document's head, and its lines that are such."""
    document = paper.document
    rows = desk.charge_lines.get(paper.rank)
    if not rows:
        return document.charges
    lines = (document.lines[row] for row in sorted(rows))
    return (
        *document.charges,
        *(Charge(amount=line.line_amount, text=line.name) for line in lines if line.line_amount is not None),
    )


def _why_charges(desk: Desk, paper: Paper) -> Iterator[Message]:
    """Which lines are charges because a person said so, of them or of their wording."""
    for row in sorted(desk.charge_lines.get(paper.rank, ())):
        name = line_id(paper, row)
        decision = desk.decided.charges.get((paper.id, name))
        if decision is not None:
            yield declared(decision, name)
        elif (known := desk.lore.wording(paper.document.supplier, paper.document.lines[row])) is not None:
            yield lesson(known)
