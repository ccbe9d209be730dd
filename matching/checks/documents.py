"""Deviations of documents as such: doubles, conflicts, bills without lines, accounts that changed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from matching.contents import worth
from matching.desk import Desk
from matching.findings import Place
from matching.paper import Paper
from orders.assessment import NotCounted
from orders.deviations import DeviationCode
from orders.document import Document, DocumentType, Line, Party
from orders.references import reference_key

DAYS_BETWEEN_DOUBLES = 10
"""Two equal bills with different numbers look like one that was sent twice if they are at most so many days apart."""

MOST_COMPARED = 20
"""Of bills with one total so many are compared, the newest first: a flood of them must stay cheap."""

_CODES = {NotCounted.DUPLICATE: DeviationCode.DUPLICATE, NotCounted.CONFLICTING: DeviationCode.CONFLICTING_DOCUMENT}


def check_doubles(desk: Desk) -> None:
    """Documents that do not count because another one has their number."""
    for rank, exclusion in desk.excluded.items():
        paper = desk.register.papers[rank]
        if exclusion.other is None or exclusion.reason not in _CODES or not desk.register.owns(paper):
            continue
        other = exclusion.other
        desk.findings.add(
            _CODES[exclusion.reason],
            Place(desk.only_order(paper), None, paper),
            amount=worth(paper.document),
            args={"other_type": other.type.value, "other_number": other.number, "other_date": _day(other.document)},
        )


def check_possible_doubles(desk: Desk, bills: Iterable[Paper]) -> None:
    """Bills of one supplier with the same total and lines, and another number, within days. They count."""
    by_total: defaultdict[object, list[Paper]] = defaultdict(list)
    for paper in bills:
        alike = by_total[paper.type, paper.document.currency, worth(paper.document)]
        for other in alike[: -MOST_COMPARED - 1 : -1]:
            if _looks_like(desk, paper, other):
                desk.findings.add(
                    DeviationCode.POSSIBLE_DUPLICATE,
                    Place(desk.only_order(paper), None, paper),
                    amount=worth(paper.document),
                    args={"other_number": other.number, "other_date": _day(other.document)},
                )
                break
        alike.append(paper)


def _looks_like(desk: Desk, paper: Paper, other: Paper) -> bool:
    ours, theirs = paper.document, other.document
    if ours.issue_date is None or theirs.issue_date is None:
        return False
    return (
        reference_key(paper.number) != reference_key(other.number)
        and abs(ours.issue_date - theirs.issue_date) <= timedelta(days=DAYS_BETWEEN_DOUBLES)
        and [_told(line) for line in ours.lines] == [_told(line) for line in theirs.lines]
        and desk.register.suppliers.same(ours.supplier, theirs.supplier, ours.buyer)
        and not _of_other_deliveries(ours, theirs)
    )


def _of_other_deliveries(one: Document, other: Document) -> bool:
    """Whether both bills say which delivery they are for, and say different ones."""
    ours, theirs = _deliveries(one), _deliveries(other)
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _deliveries(document: Document) -> set[str]:
    texts = [*document.despatch_references, *document.receipt_references]
    texts += [text for line in document.lines for text in (line.despatch_number, line.receipt_number) if text]
    return {key for text in texts if (key := reference_key(text))}


def _told(line: Line) -> object:
    item = line.buyer_item or line.supplier_item or line.gtin or line.name
    return (line.order_number, line.order_line, item, line.quantity, line.unit_price, line.line_amount)


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


def check_accounts(desk: Desk, bills: Iterable[Paper]) -> None:
    """Bills that want the money on an account which no earlier bill of the supplier named."""
    known: list[_Accounts] = []
    for paper in bills:
        accounts = set(_accounts(paper.document))
        if not accounts:
            continue
        supplier = paper.document.supplier
        held = next((one for one in known if desk.register.suppliers.same(one.supplier, supplier)), None)
        if held is None:
            known.append(_Accounts(supplier, accounts, accounts))
            continue
        new = accounts - held.all
        if new and desk.register.owns(paper):
            desk.findings.add(
                DeviationCode.BANK_ACCOUNT_CHANGED,
                Place(desk.only_order(paper), None, paper),
                amount=worth(paper.document),
                args={"account": ", ".join(sorted(new)), "before": ", ".join(sorted(held.newest))},
            )
        held.all, held.newest = held.all | accounts, accounts


@dataclass(slots=True)
class _Accounts:
    """The accounts of a supplier, as its bills named them so far."""

    supplier: Party | None
    all: set[str]
    newest: set[str]


def _accounts(document: Document) -> Iterator[str]:
    for account in document.payment_accounts:
        if account.iban is not None and (key := "".join(account.iban.split()).upper()):
            yield key


def _day(document: Document) -> str:
    return document.issue_date.isoformat() if isinstance(document.issue_date, date) else ""
