"""Puts an order's book into the words of the assessment (docs/json.md, "An order")."""

from decimal import Decimal
from typing import NamedTuple

from matching.book import OrderBook, OrderLine
from matching.desk import Desk
from matching.explain import missing
from matching.headline import headline, line_is_cancelled, order_is_cancelled
from matching.standing import (
    Standing,
    Step,
    response_of_line,
    response_of_order,
    track_of_line,
    track_of_order,
)
from orders.assessment import (
    Allocation,
    LineAssessment,
    OrderAssessment,
    RevisionStatus,
)
from orders.case import Decision
from orders.message import Message
from orders.numbers import plain
from orders.quantity import ZERO
from orders.status import PARTIAL, TRACK_NONE, TRACK_OFF, Status, Track


def order_assessment(desk: Desk, book: OrderBook, standings: list[Standing]) -> OrderAssessment:
    """Where an order stands."""
    tracks, unanswered = _tracks(book, standings)
    overtaken = any(line.overtaken for line in book.lines)
    derived = headline(desk.policy.precedence, tracks.values(), cancelled=order_is_cancelled(book), overtaken=overtaken)
    decision = desk.decided.statuses.get((book.id, None))
    status = _decided(decision, derived)
    first, last = book.revisions[0].paper.document, book.revisions[-1]
    told: dict[object, Told] = {}
    return OrderAssessment(
        id=book.id,
        number=book.number,
        revision=last.step + 1,
        supplier=None if book.supplier is None else book.supplier.name,
        supplier_key=None if book.policy is None else book.policy.key or None,
        buyer=None if book.buyer is None else book.buyer.name,
        currency=book.currency,
        issue_date=first.issue_date,
        status=status,
        derived_status=derived,
        override=None if decision is None else decision.id,
        tracks=tracks,
        unanswered=unanswered,
        revisions=_revisions(book, status),
        lines=tuple(_line(desk, book, standing, told) for standing in standings),
        documents=tuple(desk.register.papers[rank].id for rank in sorted(book.papers)),
        header_allocations=_header_allocations(book),
        missing=missing(book, standings, tracks, status),
    )


def _tracks(book: OrderBook, standings: list[Standing]) -> tuple[dict[Track, str], int]:
    response, unanswered = response_of_order(book)
    shipment = receipt = TRACK_OFF
    if book.options.shipping:
        steps = ((one.shipment, one.line.target) for one in standings)
        shipment = track_of_order(Track.SHIPMENT, steps)
    if book.options.receipt:
        receipt = track_of_order(Track.RECEIPT, ((one.receipt, one.line.target) for one in standings))
    billed = ((one.invoicing, one.line.invoice_target) for one in standings)
    invoicing = track_of_order(Track.INVOICING, billed)
    if invoicing == TRACK_NONE and book.header_value > 0:
        invoicing = PARTIAL[Track.INVOICING]
    tracks = {
        Track.RESPONSE: str(response),
        Track.SHIPMENT: str(shipment),
        Track.RECEIPT: str(receipt),
        Track.INVOICING: str(invoicing),
    }
    return tracks, unanswered


def _decided(decision: Decision | None, derived: Status) -> Status:
    return derived if decision is None or decision.status not in set(Status) else Status(decision.status)


def _revisions(book: OrderBook, status: Status) -> tuple[RevisionStatus, ...]:
    """Every revision but the last was cancelled by the one that replaced it."""
    last = book.revisions[-1]
    return tuple(
        RevisionStatus(
            revision=one.step + 1,
            document=one.paper.id,
            issue_date=one.paper.document.issue_date,
            status=status if one is last else Status.CANCELLED,
        )
        for one in book.revisions
    )


def _header_allocations(book: OrderBook) -> tuple[Allocation, ...]:
    return tuple(entry.allocation for entry in book.whole)


class Told(NamedTuple):
    """The codes of a line: its tracks and its headline."""

    tracks: dict[Track, str]
    status: Status


def _line(desk: Desk, book: OrderBook, standing: Standing, told: dict[object, Told]) -> LineAssessment:
    line, answer, stated = standing.line, standing.line.answer, standing.line.line
    tracks, derived = _told(desk, book, standing, told)
    decision = desk.decided.statuses.get((book.id, line.id)) if desk.decided.statuses else None
    return LineAssessment(
        line=line.id,
        name=stated.name,
        description=stated.description,
        buyer_item=stated.buyer_item,
        supplier_item=stated.supplier_item,
        gtin=stated.gtin,
        unit=line.unit,
        by=line.by,
        ordered=line.ordered,
        target=line.target,
        confirmed=line.confirmed,
        shipped=standing.shipped,
        received=line.received,
        rejected=line.rejected,
        returned=line.returned,
        invoiced=line.invoiced,
        open_to_ship=standing.shipment.left if standing.shipment else ZERO,
        open_to_receive=standing.receipt.left if standing.receipt else ZERO,
        open_to_invoice=standing.invoicing.left if standing.invoicing else ZERO,
        closed_short=line.closed_short,
        unit_price=stated.unit_price,
        confirmed_price=_confirmed_price(line),
        ordered_amount=_ordered_amount(line),
        invoiced_amount=line.invoiced_amount,
        requested_date=line.terms[-1].due,
        first_confirmed_date=None if answer is None else answer.first_day,
        confirmed_date=None if answer is None else answer.day,
        refunded=line.refunded,
        shipped_inferred=standing.inferred,
        answered=answer is not None,
        rejected_by_supplier=answer is not None and answer.rejects,
        deleted=line.deleted,
        override=decision is not None,
        status=_decided(decision, derived),
        tracks=tracks,
        allocations=_allocations(line),
        tolerated=_tolerated(standing),
    )


def _told(desk: Desk, book: OrderBook, standing: Standing, told: dict[object, Told]) -> Told:
    """The codes of a line. Lines in the same position share them: there are few positions, and many lines."""
    line = standing.line
    response = response_of_line(book, line)
    steps = (standing.shipment, standing.receipt, standing.invoicing)
    cancelled = line_is_cancelled(book, line)
    position = (response, _place(steps[0]), _place(steps[1]), _place(steps[2]), cancelled, line.overtaken)
    known = told.get(position)
    if known is None:
        tracks = _line_tracks(book, response, steps)
        status = headline(desk.policy.precedence, tracks.values(), cancelled=cancelled, overtaken=line.overtaken)
        known = told[position] = Told(tracks, status)
    return known


def _place(step: Step | None) -> int:
    return 0 if step is None else 1 + 2 * step.begun + step.done


def _line_tracks(
    book: OrderBook, response: str, steps: tuple[Step | None, Step | None, Step | None]
) -> dict[Track, str]:
    shipment, receipt, invoicing = steps
    options = book.options
    return {
        Track.RESPONSE: str(response),
        Track.SHIPMENT: str(track_of_line(Track.SHIPMENT, shipment)) if options.shipping else TRACK_OFF,
        Track.RECEIPT: str(track_of_line(Track.RECEIPT, receipt)) if options.receipt else TRACK_OFF,
        Track.INVOICING: str(track_of_line(Track.INVOICING, invoicing)),
    }


def _tolerated(standing: Standing) -> tuple[Message, ...]:
    """What is missing on each track and yet holds nothing open, with the rule set that says so."""
    steps = (standing.shipment, standing.receipt, standing.invoicing)
    if not any(step is not None and step.forgiven for step in steps):
        return ()
    return tuple(
        Message(
            f"tolerated.{track}",
            {
                "order_line": standing.line.id,
                "quantity": plain(step.forgiven),
                "unit": standing.line.unit or "",
                "rule": standing.rule,
            },
        )
        for track, step in zip((Track.SHIPMENT, Track.RECEIPT, Track.INVOICING), steps, strict=True)
        if step is not None and step.begun and step.forgiven
    )


def _allocations(line: OrderLine) -> tuple[Allocation, ...]:
    entries = (*line.responses, *line.deliveries, *line.receipts, *line.bills)
    return tuple([entry.allocation for entry in entries])


def _confirmed_price(line: OrderLine) -> Decimal | None:
    """The price of the newest answer, as far as a decimal shows it."""
    answer = line.answer
    if answer is None or answer.rejects:
        return None
    price = line.price if answer.price is None else answer.price
    return price if isinstance(price, Decimal) else None


def _ordered_amount(line: OrderLine) -> Decimal | None:
    stated = line.line
    if stated.line_amount is not None:
        return stated.line_amount
    if stated.quantity is None or stated.unit_price is None:
        return None
    return stated.quantity * stated.unit_price
