"""Deviations of documents as such: bills without lines, credits of invoices that are not there."""

from collections.abc import Iterable

from matching.desk import Desk
from matching.findings import Place
from matching.paper import Paper
from orders.deviations import DeviationCode
from orders.document import DocumentType
from orders.likeness import worth


def check_lines_missing(desk: Desk, bills: Iterable[Paper]) -> None:
    """Invoices without lines: they take no order beyond partially invoiced."""
    for paper in bills:
        if paper.type is DocumentType.INVOICE and not paper.document.lines:
            place = Place(desk.only_order(paper), None, paper)
            desk.findings.add(DeviationCode.HEADER_ONLY_INVOICE, place, amount=worth(paper.document))


def check_credited_invoices(desk: Desk, bills: Iterable[Paper]) -> None:
    """Credit notes that correct an invoice which is not there."""
    for paper in bills:
        names = paper.document.invoice_references
        if paper.type is not DocumentType.CREDIT_NOTE or not names or any(_is_there(desk, paper, one) for one in names):
            continue
        desk.findings.add(
            DeviationCode.CREDIT_WITHOUT_INVOICE,
            Place(desk.only_order(paper), None, paper),
            amount=worth(paper.document),
            says="credit_without_invoice.named",
            args={"invoice": ", ".join(names)},
        )


def _is_there(desk: Desk, paper: Paper, number: str) -> bool:
    return any(desk.register.named(kind, number, paper) for kind in (DocumentType.INVOICE, DocumentType.CREDIT_NOTE))
