"""What became of each document of a case (docs/json.md, "An order")."""

from matching.desk import Desk
from matching.paper import Paper
from orders.assessment import DocumentAssessment
from orders.document import Charge


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
    )


def charges(desk: Desk, paper: Paper) -> tuple[Charge, ...]:
    """The charges and allowances of a document's head, and its lines that are such."""
    document = paper.document
    rows = desk.charge_lines.get(paper.rank)
    if not rows:
        return document.charges
    lines = (document.lines[row] for row in rows)
    return (
        *document.charges,
        *(Charge(amount=line.line_amount, text=line.name) for line in lines if line.line_amount is not None),
    )
