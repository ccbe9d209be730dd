"""What a bill's line adds to what is invoiced, whichever way its sender writes credits.

The rules: docs/statuses.md, "Credits, prepayments, bills without lines".

A credit is an invoice with negative lines, a credit note with positive ones, or a credit note whose total is negative
and whose lines are too. A credit note that corrects a credit note takes it back.
"""

from decimal import Decimal

from matching.paper import Paper
from matching.register import Register
from orders.document import Document, DocumentType, Line, Standing
from orders.likeness import worth
from orders.quantity import ZERO

CREDIT_CODES = frozenset({"81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532"})
"""UNTDID 1001 codes that EN 16931 names credit notes."""

_FINANCIAL_ADJUSTMENT = "83"


def is_credit(document: Document) -> bool:
    """Whether a document is a credit note, by its type or, of an invoice, by its type code."""
    return document.type is DocumentType.CREDIT_NOTE or document.type_code in CREDIT_CODES


def direction(paper: Paper, register: Register) -> int:
    """What the figures of a bill are to be multiplied with: 1, or -1 where a credit note states credits positive."""
    document = paper.document
    if not is_credit(document):
        return 1
    total = worth(document)
    if total is None:
        total = sum((line.quantity for line in document.lines if line.quantity is not None), ZERO)
    sign = 1 if total < 0 else -1
    return -sign if _takes_back_a_credit(paper, register) else sign


def signed(line: Line, sign: int, document: Document) -> tuple[Decimal | None, Decimal | None]:
    """The line's quantity and amount with the ledger's signs; a quantity of None: by value only."""
    quantity, amount = line.quantity, line.line_amount
    if quantity is None or amount is None or quantity <= 0 or amount < 0:
        quantity, amount = _consistent(line, document)
    if document.standing == Standing.PREPAYMENT or document.type_code == _FINANCIAL_ADJUSTMENT:
        quantity = None
    if sign == 1:
        return quantity, amount
    return None if quantity is None else -quantity, None if amount is None else -amount


def _consistent(line: Line, document: Document) -> tuple[Decimal | None, Decimal | None]:
    """The figures of a line that leaves one out, or whose signs contradict each other."""
    quantity, amount = line.quantity, line.line_amount
    if amount is None and quantity is not None and line.unit_price is not None:
        amount = quantity * line.unit_price
    if quantity is not None and amount is not None and (quantity < 0 < amount or amount < 0 < quantity):
        return _one_sign(quantity, amount, credit=is_credit(document))
    return quantity or None, amount


def _one_sign(quantity: Decimal, amount: Decimal, *, credit: bool) -> tuple[Decimal | None, Decimal]:
    """Where quantity and amount contradict each other. An amount of minus 50 for one piece takes value off an invoice,
    but no piece; a quantity of minus three for plus 30 is a credit of three, written carelessly.
    """
    if credit:
        return (abs(quantity) if amount > 0 else -abs(quantity)), amount
    return (None, amount) if amount < 0 else (quantity, -amount)


def _takes_back_a_credit(paper: Paper, register: Register) -> bool:
    for number in paper.document.invoice_references:
        if register.named(DocumentType.INVOICE, number, paper):
            continue
        if register.named(DocumentType.CREDIT_NOTE, number, paper):
            return True
    return False
