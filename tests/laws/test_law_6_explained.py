"""Law 6: every status, allocation and deviation names what made it, and what is missing for the next status."""

from collections.abc import Iterator

import pytest
from hypothesis import given

from orders.assessment import OrderAssessment
from orders.deviations import severity
from orders.message import Message
from orders.status import Status, Track
from orders.wording import LANGUAGES, say
from tests.cases.build import file_id
from tests.cases.outcome import Outcome
from tests.laws.told import Told, stories

RUNGS = {
    "line_reference",
    "item",
    "despatch",
    "receipt",
    "credited_invoice",
    "prepayment",
    "similar",
    "open_items",
    "decision",
    "header",
}
MADE_BY = {
    Status.CONFIRMED: Track.RESPONSE,
    Status.PARTIALLY_CONFIRMED: Track.RESPONSE,
    Status.SHIPPED: Track.SHIPMENT,
    Status.PARTIALLY_SHIPPED: Track.SHIPMENT,
    Status.RECEIVED: Track.RECEIPT,
    Status.PARTIALLY_RECEIVED: Track.RECEIPT,
    Status.INVOICED: Track.INVOICING,
    Status.PARTIALLY_INVOICED: Track.INVOICING,
}


@given(stories())
def test_every_status_has_documents_or_decisions_that_made_it(told: Told) -> None:
    known = {file_id(one): one for one in told.documents}
    for order in told.outcome().orders:
        assert set(order.documents) <= set(known)
        if order.override is not None or order.derived_status == Status.PENDING:
            continue
        kinds = {known[identity].type.value for identity in order.documents}
        decided = any(one.order == order.id for one in told.decisions)
        assert kinds - {"order"} or len(order.revisions) > 1 or decided
        if order.derived_status in MADE_BY:
            assert _allocated(order, MADE_BY[order.derived_status])


def _allocated(order: OrderAssessment, track: Track) -> bool:
    everything = [one for line in order.lines for one in line.allocations] + list(order.header_allocations)
    wanted = {track, Track.RECEIPT} if track == Track.SHIPMENT else {track}
    return any(one.track in wanted for one in everything)


@given(stories())
def test_every_allocation_names_its_rule_its_document_and_its_evidence(told: Told) -> None:
    outcome = told.outcome()
    documents = {order.id: set(order.documents) for order in outcome.orders}
    for one in outcome.allocations:
        assert one.rule in RUNGS
        assert one.document in documents[one.order]
        assert one.evidence.code


@given(stories())
def test_every_deviation_names_the_order_or_the_document(told: Told) -> None:
    for one in told.outcome().every_deviation:
        assert one.order_number or one.document
        assert one.severity == severity(one.code)
        assert one.amount is None or one.amount >= 0
        assert one.amount is None or one.currency or one.document is None or _no_currency(told, one.document)


def _no_currency(told: Told, document: str) -> bool:
    return any(file_id(one) == document and one.currency is None for one in told.documents)


@given(stories())
def test_an_order_with_something_open_says_what_is_missing(told: Told) -> None:
    for order in told.outcome().orders:
        done = order.status in {Status.CANCELLED, Status.REJECTED, Status.INVOICED}
        if not done and any(line.open_to_invoice for line in order.lines):
            assert order.missing, f"{order.number} is {order.status} and nothing is said to be missing"


@given(stories())
@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_can_be_said_in_every_language(language, told: Told) -> None:
    for message in _messages(told.outcome()):
        text = say(message, language)
        assert text.strip()
        assert "None" not in text, text
        assert not {"{", "}"} & set(text), text


def _messages(outcome: Outcome) -> Iterator[Message]:
    for allocation in outcome.allocations:
        yield allocation.evidence
    for deviation in outcome.every_deviation:
        yield deviation.message
    for order in outcome.orders:
        yield from order.missing
    for line in outcome.unmatched:
        for proposal in line.proposals:
            yield proposal.evidence
