"""An assessed order to show: ten bolts, confirmed late, shipped, received, six of them invoiced too dear."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

from msgspec.structs import replace

from orders.assessment import (
    Allocation,
    By,
    Deviation,
    DocumentAssessment,
    LineAssessment,
    NotCounted,
    OrderAssessment,
    RevisionStatus,
)
from orders.case import Decision, DecisionKind
from orders.deviations import DeviationCode, Severity
from orders.document import DocumentType
from orders.message import Message
from orders.status import Status, Track

INVOICE, DUPLICATE, DESPATCH = "aa/0", "bb/0", "cc/0"
FILES = {INVOICE: "R-108.xml", DESPATCH: "LS-7.xml"}
SAID = Message("doctor.said", {"text": "the line names it"})  # any text that every language has
TRACKS = {
    Track.RESPONSE: "confirmed",
    Track.SHIPMENT: "shipped",
    Track.RECEIPT: "off",
    Track.INVOICING: "partially_invoiced",
}


def allocation(**changes: object) -> Allocation:
    usual = Allocation(
        document=INVOICE,
        document_type=DocumentType.INVOICE,
        document_number="R-108",
        document_line="1",
        order="4500017@nordwerk",
        order_line="10",
        track=Track.INVOICING,
        quantity=Decimal(6),
        amount=Decimal(60),
        rule="line_reference",
        evidence=SAID,
    )
    return replace(usual, **changes)


LINE = LineAssessment(
    line="10",
    name="Bolt",
    supplier_item="B-1",
    unit="C62",
    by=By.QUANTITY,
    ordered=Decimal("10.00"),
    target=Decimal(10),
    confirmed=Decimal(10),
    shipped=Fraction(7, 12),
    received=Decimal(0),
    rejected=Decimal(0),
    returned=Decimal(0),
    invoiced=Decimal(6),
    open_to_ship=Decimal(0),
    open_to_receive=Decimal(0),
    open_to_invoice=Decimal(4),
    closed_short=Decimal(0),
    unit_price=Decimal(10),
    ordered_amount=Decimal(100),
    invoiced_amount=Decimal("60.005"),
    requested_date=date(2026, 3, 28),
    first_confirmed_date=date(2026, 3, 28),
    confirmed_date=date(2026, 4, 2),
    answered=True,
    status=Status.PARTIALLY_INVOICED,
    tracks=TRACKS,
    allocations=(
        allocation(),
        allocation(
            document=DESPATCH,
            document_type=DocumentType.DESPATCH_ADVICE,
            document_number="LS-7",
            track=Track.SHIPMENT,
            quantity=Fraction(7, 12),
            amount=None,
            rule="item",
        ),
    ),
)
ORDER = OrderAssessment(
    id="4500017@nordwerk",
    number="4500017",
    revision=1,
    supplier="ACME GmbH",
    supplier_key=None,
    buyer="Nordwerk",
    currency="EUR",
    issue_date=date(2026, 3, 1),
    status=Status.PARTIALLY_INVOICED,
    derived_status=Status.PARTIALLY_INVOICED,
    tracks=TRACKS,
    revisions=(
        RevisionStatus(revision=1, document="dd/0", issue_date=date(2026, 3, 1), status=Status.PARTIALLY_INVOICED),
    ),
    lines=(LINE,),
    documents=(INVOICE, DUPLICATE, DESPATCH),
    missing=(Message("doctor.said", {"text": "4 C62 are not invoiced"}),),
)
DOCUMENTS = (
    DocumentAssessment(
        document=INVOICE,
        type=DocumentType.INVOICE,
        number="R-108",
        issue_date=date(2026, 4, 5),
        supplier="ACME GmbH",
        currency="EUR",
        gross=Decimal("71.4"),
        counted=True,
    ),
    DocumentAssessment(
        document=DUPLICATE,
        type=DocumentType.INVOICE,
        number="r108",
        issue_date=date(2026, 4, 7),
        supplier="ACME GmbH",
        currency="EUR",
        gross=None,
        counted=False,
        reason=NotCounted.CONFLICTING,
        other=INVOICE,
    ),
    DocumentAssessment(
        document=DESPATCH,
        type=DocumentType.DESPATCH_ADVICE,
        number="LS-7",
        issue_date=None,
        supplier=None,
        currency=None,
        gross=None,
        counted=True,
    ),
)
DEVIATION = Deviation(
    code=DeviationCode.PRICE_OVER,
    severity=Severity.REVIEW,
    order=ORDER.id,
    order_number=ORDER.number,
    order_line="10",
    document=INVOICE,
    document_type=DocumentType.INVOICE,
    document_number="R-108",
    document_line="1",
    amount=Decimal(5),
    currency="EUR",
    message=SAID,
)
DECISION = Decision(
    id=1,
    kind=DecisionKind.CLOSE,
    taken_at=datetime(2026, 4, 6, tzinfo=UTC),
    taken_by="m.muster",
    why="No more will come",
    order=ORDER.id,
    order_line="10",
)
