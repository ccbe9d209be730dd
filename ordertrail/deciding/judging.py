"""What would be kept if somebody decided something: decisions ready for the store, or the reason why not.

Every function looks at what is derived at the moment, within the caller's transaction, and changes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from msgspec.structs import replace
from sqlalchemy import Connection, select

from orders.assessment import By, Deviation, LineAssessment, OrderAssessment
from orders.case import Decision, DecisionKind, holding
from orders.choices import ASSIGNED_WHOLE
from orders.deviations import DeviationCode
from orders.document import DocumentType, Line
from orders.errors import Refuse
from orders.fingerprint import fingerprint
from orders.likeness import net_worth
from orders.numbers import plain
from orders.quantity import exactly
from orders.status import Status
from orders.wording import Language, label
from ordertrail.deciding.cases import cases_about, deviations_of
from ordertrail.deciding.naming import Meant, listed, namesakes
from ordertrail.store.decisions import standing_decisions
from ordertrail.store.filed import filed_numbers
from ordertrail.store.tables import DOCUMENT_STATES

ASSIGNABLE = frozenset(
    {
        DocumentType.ORDER_RESPONSE,
        DocumentType.DESPATCH_ADVICE,
        DocumentType.RECEIPT_ADVICE,
        DocumentType.INVOICE,
        DocumentType.CREDIT_NOTE,
    }
)
"""Documents whose lines count for order lines."""

BILLS = frozenset({DocumentType.INVOICE, DocumentType.CREDIT_NOTE})

INVOICING = "invoicing"


@dataclass(frozen=True, slots=True)
class Author:
    """Who decides, when (aware), and why."""

    by: str
    at: datetime
    why: str = ""

    def decision(self, kind: DecisionKind) -> Decision:
        """A decision of that kind, about nothing yet; the store gives it its number."""
        return Decision(id=0, kind=kind, taken_at=self.at, taken_by=self.by, why=self.why)


def verdicts(
    connection: Connection,
    author: Author,
    kind: DecisionKind,
    code: DeviationCode,
    *,
    order: OrderAssessment | None,
    line: str | None,
    document: Meant | None,
    language: Language,
) -> list[Decision]:
    """Accepts or rejects the open deviations of a code: of an order, or of a document that belongs to none.

    A decision each, about what it says now.

    Raises:
        Refuse: `NOTHING_TO_DECIDE`, with what is open there.
    """
    cases = cases_about(connection, order.id if order else None, document.id if document else None)
    there = [one for one in deviations_of(connection, cases) if _is_about(one, order, line, document)]
    found = [one for one in there if one.code is code]
    if found:
        return [verdict(author, kind, one) for one in found]
    args = {"code": code.value, "what": order.number if order else document.name if document else ""}
    if not there:
        raise Refuse("NOTHING_TO_DECIDE", label("decide.nothing_open", language, **args))
    listed = ", ".join(dict.fromkeys(_spelled(one) for one in there))
    raise Refuse("NOTHING_TO_DECIDE", label("decide.other_open", language, **args, open=listed))


def verdict(author: Author, kind: DecisionKind, deviation: Deviation) -> Decision:
    """Accepts or rejects a deviation as it is now."""
    return replace(
        author.decision(kind),
        order=deviation.order,
        order_line=deviation.order_line,
        document=deviation.document,
        document_line=deviation.document_line,
        code=deviation.code.value,
        seen=fingerprint(deviation),
    )


def assignment(
    connection: Connection,
    author: Author,
    *,
    document: Meant,
    document_line: tuple[str, Line],
    order: OrderAssessment,
    line: LineAssessment,
    quantity: Decimal | None,
    language: Language,
) -> list[Decision]:
    """Puts a document line, or `quantity` of it in its own unit, on an order line.

    Raises:
        Refuse: `NOT_ASSIGNABLE`, `QUANTITY_NOT_USABLE`, or `QUANTITY_TOO_LARGE` if more is assigned than there is.
    """
    name, stated = document_line
    if document.type not in ASSIGNABLE or line.by is By.TEXT:
        args = {"document": document.name, "line": name, "order_line": line.line}
        raise Refuse("NOT_ASSIGNABLE", label("decide.not_assignable", language, **args))
    if quantity is not None:
        _check_quantity(connection, document, name, stated, (order.id, line.line), quantity, language)
    decision = replace(
        author.decision(DecisionKind.ASSIGN),
        document=document.id,
        document_line=name,
        order=order.id,
        order_line=line.line,
        quantity=quantity,
    )
    return [decision]


def assignment_as_a_whole(
    connection: Connection,
    author: Author,
    *,
    document: Meant,
    order: OrderAssessment,
    amount: Decimal | None,
    language: Language,
) -> list[Decision]:
    """Puts a document without lines on an order, or `amount` of its net value if it is a bill.

    Raises:
        Refuse: `LINES_TO_ASSIGN` if it has lines, `NOT_ASSIGNABLE` if a document of its kind says nothing without them,
            `AMOUNT_NOT_USABLE`, or `AMOUNT_TOO_LARGE` if more is assigned than there is.
    """
    if document.lines:
        args = {"document": document.name, "lines": listed(document.lines)}
        raise Refuse("LINES_TO_ASSIGN", label("decide.lines_to_assign", language, **args))
    if document.type not in ASSIGNED_WHOLE:
        raise Refuse("NOT_ASSIGNABLE", label("decide.not_assignable_whole", language, document=document.name))
    if amount is not None:
        _check_amount(connection, document, order.id, amount, language)
    return [replace(author.decision(DecisionKind.ASSIGN), document=document.id, order=order.id, amount=amount)]


def charge(author: Author, *, document: Meant, document_line: tuple[str, Line], language: Language) -> list[Decision]:
    """Says of a document line that it is a charge and belongs to no order line.

    Raises:
        Refuse: `NOT_ASSIGNABLE` if lines of such a document count for no order line anyway.
    """
    name, _ = document_line
    if document.type not in ASSIGNABLE:
        args = {"document": document.name, "line": name, "order_line": "–"}
        raise Refuse("NOT_ASSIGNABLE", label("decide.not_assignable", language, **args))
    return [replace(author.decision(DecisionKind.CHARGE), document=document.id, document_line=name)]


def closing_of(
    author: Author,
    kind: DecisionKind,
    order: OrderAssessment,
    line: LineAssessment,
    *,
    invoicing: bool,
    language: Language,
) -> list[Decision]:
    """Closes a line short, or opens it again: its delivery, or its invoicing.

    Raises:
        Refuse: `LINE_NOT_TRACKED` for a line of text.
    """
    if line.by is By.TEXT:
        args = {"order": order.number, "line": line.line}
        raise Refuse("LINE_NOT_TRACKED", label("decide.line_not_tracked", language, **args))
    track = INVOICING if invoicing else None
    return [replace(author.decision(kind), order=order.id, order_line=line.line, track=track)]


def on_document(
    connection: Connection, author: Author, kind: DecisionKind, document: Meant, language: Language
) -> list[Decision]:
    """Says of a document as such that it replaces another of its number, is a duplicate, or counts all the same.

    Raises:
        Refuse: `NOTHING_TO_REPLACE` if there is no other of its type and number, `COUNTS_ALREADY`.
    """
    if kind is DecisionKind.REPLACEMENT and not namesakes(connection, document):
        raise Refuse("NOTHING_TO_REPLACE", label("decide.nothing_to_replace", language, document=document.name))
    if kind is DecisionKind.COUNT and _counts(connection, document):
        raise Refuse("COUNTS_ALREADY", label("decide.counts_already", language, document=document.name))
    return [replace(author.decision(kind), document=document.id)]


def override(author: Author, order: OrderAssessment, line: LineAssessment | None, status: Status) -> list[Decision]:
    """Sets the status of an order, or of one of its lines."""
    about = replace(author.decision(DecisionKind.STATUS), order=order.id, status=status.value)
    return [about if line is None else replace(about, order_line=line.line)]


def _is_about(deviation: Deviation, order: OrderAssessment | None, line: str | None, document: Meant | None) -> bool:
    """Of an order those that name it, and those of its documents that name no order."""
    if document is not None and deviation.document != document.id:
        return False
    if line is not None and deviation.order_line != line:
        return False
    if order is None or deviation.order == order.id:
        return True
    return deviation.order is None and deviation.document in order.documents


def _spelled(deviation: Deviation) -> str:
    """A deviation as the command names it."""
    line = f" --line {deviation.order_line}" if deviation.order_line else ""
    return f"{deviation.code}{line}"


def _check_quantity(
    connection: Connection,
    document: Meant,
    name: str,
    stated: Line,
    place: tuple[str, str],
    quantity: Decimal,
    language: Language,
) -> None:
    """What is assigned of a line to several order lines is together no more than the line."""
    args = {"document": document.name, "line": name, "quantity": plain(quantity)}
    if quantity <= 0 or stated.quantity is None:
        raise Refuse("QUANTITY_NOT_USABLE", label("decide.quantity_not_usable", language, **args))
    with exactly():
        there, taken = abs(stated.quantity), _assigned_elsewhere(connection, document.id, name, place)
        if quantity + taken > there:
            args |= {"there": plain(there), "taken": plain(taken)}
            raise Refuse("QUANTITY_TOO_LARGE", label("decide.quantity_too_large", language, **args))


def _check_amount(connection: Connection, document: Meant, order: str, amount: Decimal, language: Language) -> None:
    """What is assigned of a bill to several orders is together no more than the bill."""
    args, there = {"document": document.name, "amount": plain(amount)}, net_worth(document.filed.document)
    if amount <= 0 or there is None or document.type not in BILLS:
        raise Refuse("AMOUNT_NOT_USABLE", label("decide.amount_not_usable", language, **args))
    with exactly():
        parts = holding(_assignments(connection, document.id, None))
        taken = sum((part.amount or Decimal(0) for part in parts if part.order != order), Decimal(0))
        if amount + taken > abs(there):
            args |= {"there": plain(abs(there)), "taken": plain(taken)}
            raise Refuse("AMOUNT_TOO_LARGE", label("decide.amount_too_large", language, **args))


def _assigned_elsewhere(connection: Connection, document: str, name: str, place: tuple[str, str]) -> Decimal:
    newest = {(one.order, one.order_line): one.quantity for one in _assignments(connection, document, name)}
    return sum((quantity for where, quantity in newest.items() if quantity and where != place), Decimal(0))


def _assignments(connection: Connection, document: str, name: str | None) -> list[Decision]:
    """The standing assignments of a line of a document, or of the document as a whole, oldest first."""
    numbers = filed_numbers(connection, [document]).values()
    found = [
        one.decision
        for one in standing_decisions(connection, (), numbers)
        if one.decision.kind is DecisionKind.ASSIGN and one.decision.document_line == name
    ]
    return sorted(found, key=lambda one: one.id)


def _counts(connection: Connection, document: Meant) -> bool:
    number = filed_numbers(connection, [document.id]).get(document.id)
    query = select(DOCUMENT_STATES.c.counted).where(DOCUMENT_STATES.c.document_id == number)
    states = connection.execute(query).scalars().all()
    return bool(states) and all(states)


Draft = Callable[[Connection], list[Decision]]
"""What a command would keep, judged within a transaction."""
