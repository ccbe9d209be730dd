"""An order, a deviation and a document as JSON: what `show`, `orders` and `exceptions` print, and what other programs
rely on. Pure: values in, plain dictionaries out.

Quantities are decimals without exponent or trailing zeros; a fraction that no decimal shows (7 of 12) is rounded to 6
places here, and only here. Amounts of money have at least the decimals of their currency (ISO 4217). Dates are
ISO 8601.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from babel.numbers import get_currency_precision

from orders.assessment import (
    Allocation,
    Deviation,
    DocumentAssessment,
    LineAssessment,
    OrderAssessment,
    Proposal,
)
from orders.document import DocumentType
from orders.numbers import Quantity, plain
from orders.wording import Language, label, say

Json = dict[str, Any]

_USUAL_DECIMALS = 2


def order_json(
    order: OrderAssessment,
    deviations: Iterable[Deviation],
    documents: Iterable[DocumentAssessment],
    files: Mapping[str, str],
    language: Language,
    *,
    lines: bool = True,
) -> Json:
    """One order. `documents` are those that speak of it, `files` has the file's name for a document's id."""
    every_line = [_line(line, order.currency, language) for line in order.lines] if lines else []
    return {
        "order": order.number,
        "revision": order.revision,
        "supplier": order.supplier,
        "buyer": order.buyer,
        "currency": order.currency,
        "issue_date": _day(order.issue_date),
        "status": order.status.value,
        "label": label(f"status.{order.status}", language),
        "approval": None,
        "tracks": {track.value: str(value) for track, value in order.tracks.items()},
        "revisions": [{"revision": one.revision, "status": one.status.value} for one in order.revisions],
        **({"lines": every_line} if lines else {}),
        "documents": [document_json(one, files.get(one.document)) for one in documents],
        "deviations": [deviation_json(one, language) for one in deviations],
    }


def deviation_json(deviation: Deviation, language: Language) -> Json:
    """One deviation of a known order."""
    return {
        "code": deviation.code.value,
        "severity": deviation.severity.value,
        "line": deviation.order_line,
        "document": _named(deviation.document_type, deviation.document_number),
        "message": say(deviation.message, language),
        "amount": money_text(deviation.amount, deviation.currency),
        "state": deviation.state,
    }


def exception_json(deviation: Deviation, language: Language, proposals: Sequence[Proposal] = ()) -> Json:
    """One deviation in the list of all of them; `order` is null where the order is unknown. `proposals` are the order
    lines that may have been meant, if it is about a line that was not matched.
    """
    found = {"order": deviation.order_number if deviation.order else None, **deviation_json(deviation, language)}
    return found | {"proposals": [_proposal_json(one, language) for one in proposals]} if proposals else found


def _proposal_json(one: Proposal, language: Language) -> Json:
    order, _, _ = one.order.rpartition("@")
    return {"order": order, "line": one.order_line, "score": str(one.score), "message": say(one.evidence, language)}


def document_json(document: DocumentAssessment, file: str | None) -> Json:
    """One document of an order, and whether it counts; `file` is the name of the file that it came in."""
    reason = {} if document.reason is None else {"reason": document.reason.value}
    return {
        "type": document.type.value,
        "number": document.number,
        "issue_date": _day(document.issue_date),
        "file": file,
        "state": "counted" if document.counted else "not_counted",
        **reason,
    }


def document_name(kind: DocumentType, number: str | None) -> str:
    """How JSON and command line name a document: "invoice TOSL108"."""
    return kind.value if number is None else f"{kind.value} {number}"


def money_text(amount: Decimal | None, currency: str | None) -> str | None:
    """An exact amount with at least the decimals of its currency: "60.00", for yen "60"."""
    if amount is None:
        return None
    wanted = get_currency_precision(currency) if currency else _USUAL_DECIMALS
    whole, _, decimals = plain(amount).partition(".")
    decimals = decimals.ljust(wanted, "0")
    return f"{whole}.{decimals}" if decimals else whole


def _line(line: LineAssessment, currency: str | None, language: Language) -> Json:
    return {
        "line": line.line,
        "name": line.name,
        "unit": line.unit,
        "by": line.by.value,
        **_ledgers(line),
        "ordered_amount": money_text(line.ordered_amount, currency),
        "invoiced_amount": money_text(line.invoiced_amount, currency),
        "requested_date": _day(line.requested_date),
        "first_confirmed_date": _day(line.first_confirmed_date),
        "confirmed_date": _day(line.confirmed_date),
        "status": line.status.value,
        "allocations": [_allocation(one, currency, language) for one in line.allocations],
    }


def _ledgers(line: LineAssessment) -> Json:
    quantities: dict[str, Quantity] = {
        "ordered": line.ordered,
        "target": line.target,
        "confirmed": line.confirmed,
        "shipped": line.shipped,
        "received": line.received,
        "rejected": line.rejected,
        "invoiced": line.invoiced,
        "open_to_ship": line.open_to_ship,
        "open_to_receive": line.open_to_receive,
        "open_to_invoice": line.open_to_invoice,
        "closed_short": line.closed_short,
    }
    return {name: plain(quantity) for name, quantity in quantities.items()}


def _allocation(allocation: Allocation, currency: str | None, language: Language) -> Json:
    return {
        "document": document_name(allocation.document_type, allocation.document_number),
        "line": allocation.document_line,
        "quantity": None if allocation.quantity is None else plain(allocation.quantity),
        "amount": money_text(allocation.amount, currency),
        "rule": allocation.rule,
        "evidence": " ".join(say(one, language).strip() for one in (allocation.evidence, *allocation.learned)),
    }


def _named(kind: DocumentType | None, number: str | None) -> str | None:
    return None if kind is None else document_name(kind, number)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
