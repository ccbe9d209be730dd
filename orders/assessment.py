"""What `matching.assess` says of a case: statuses, ledgers, allocations and deviations, each with its reasons."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from orders.deviations import DeviationCode, Severity
from orders.document import Charge, DocumentType, Number
from orders.door import Door, Exact
from orders.message import Message
from orders.quantity import ZERO
from orders.status import Status, Track


class By(StrEnum):
    """How progress of an order line is measured."""

    QUANTITY = "quantity"
    AMOUNT = "amount"
    TEXT = "text"  # not at all: a text or subtotal line


class NotCounted(StrEnum):
    """Why a document does not count (docs/json.md, "An order")."""

    DUPLICATE = "duplicate"
    CONFLICTING = "conflicting"
    REPLACED = "replaced"
    CANCELLED = "cancelled"
    SUPPLIER_MISMATCH = "supplier_mismatch"
    OPTION_OFF = "option_off"
    DRAFT = "draft"  # drafts, pro-forma and test documents


class Allocation(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """So much of one document line counts for one order line.

    `quantity` is in the order line's unit (None where only value counts), `amount` in the document's currency.
    Signs are the ledger's: a return or credit is negative.
    """

    document: str  # Filed.id
    document_type: DocumentType
    document_number: str
    document_line: str | None
    order: str  # order id, `orders.references.order_id`
    order_line: str
    track: Track
    quantity: Exact | None
    amount: Number | None
    rule: str  # a rung of the ladder: line_reference, item, despatch, receipt, similar, open_items, decision, …
    evidence: Message
    learned: tuple[Message, ...] = ()  # what was learned and made a difference, a sentence each


class Figures(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """The figures behind a deviation, as canonical strings; `rule` names the rule set that gave the tolerance
    ("order line", "item and supplier", "supplier", "item group", "default")."""

    ordered: str | None = None
    found: str | None = None
    difference: str | None = None
    tolerance: str | None = None
    rule: str | None = None
    unit: str | None = None


class Deviation(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A difference between what was ordered and what a document says."""

    code: DeviationCode
    severity: Severity
    order: str | None  # order id, None if the order is unknown
    order_number: str | None
    order_line: str | None = None
    document: str | None = None  # Filed.id
    document_type: DocumentType | None = None
    document_number: str | None = None
    document_line: str | None = None
    where: str | None = None
    amount: Number | None = None  # money at stake, never negative
    currency: str | None = None
    figures: Figures = Figures()
    message: Message
    state: str = "open"  # open, accepted, rejected
    decision: int | None = None


class LineAssessment(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """Where one order line stands. Quantities are in `unit`; with `by` = amount they are amounts of money."""

    line: str
    name: str | None
    description: str | None = None
    buyer_item: str | None = None
    supplier_item: str | None = None
    gtin: str | None = None
    unit: str | None
    by: By
    ordered: Exact
    target: Exact
    confirmed: Exact
    shipped: Exact
    received: Exact
    rejected: Exact
    returned: Exact
    invoiced: Exact
    open_to_ship: Exact
    open_to_receive: Exact
    open_to_invoice: Exact
    closed_short: Exact
    unit_price: Number | None
    confirmed_price: Number | None = None
    ordered_amount: Number | None
    invoiced_amount: Number
    requested_date: date | None = None
    first_confirmed_date: date | None = None
    confirmed_date: date | None = None
    refunded: Exact = ZERO  # so much of what is closed short went back for money
    shipped_inferred: bool = False  # shipped is taken from receipts: no despatch advice came
    answered: bool = False
    rejected_by_supplier: bool = False
    deleted: bool = False  # an amendment dropped it; it stays listed with target 0
    override: bool = False
    status: Status
    tracks: dict[Track, str]
    allocations: tuple[Allocation, ...] = ()
    tolerated: tuple[Message, ...] = ()  # what is missing within tolerance and holds nothing open, a sentence a track


class DocumentAssessment(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """Whether a document counts. `other` is the document that stands in its place, where there is one."""

    document: str  # Filed.id
    type: DocumentType
    number: str | None
    issue_date: date | None
    supplier: str | None
    currency: str | None
    gross: Number | None
    counted: bool
    reason: NotCounted | None = None
    other: str | None = None
    orders: tuple[str, ...] = ()  # ids of the orders that it was matched to
    charges: tuple[Charge, ...] = ()  # of the head, and the lines that are charges (freight, surcharges, rounding)
    learned: tuple[Message, ...] = ()  # why lines are charges that do not sound like it, a sentence each


class Proposal(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """An order line that an unmatched document line might belong to; `score` from 0 to 1."""

    order: str
    order_line: str
    score: Decimal
    evidence: Message


class UnmatchedLine(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A document line, or the rest of one, that counts for no order line. `document_line` None: the whole document."""

    document: str  # Filed.id
    document_type: DocumentType
    document_number: str | None
    document_line: str | None
    supplier: str | None
    item: str | None
    name: str | None
    quantity: Exact | None
    unit: str | None
    amount: Number | None
    code: DeviationCode
    order_number: str | None = None  # as the document has it
    proposals: tuple[Proposal, ...] = ()


class RevisionStatus(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """An order's revision, counted from 1 in the order in which they replace each other, and its status."""

    revision: int
    document: str
    issue_date: date | None
    status: Status


class OrderAssessment(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """Where one order stands."""

    id: str  # `orders.references.order_id`
    number: str
    revision: int
    supplier: str | None
    supplier_key: str | None  # key of the configured supplier, if it is one
    buyer: str | None
    currency: str | None
    issue_date: date | None
    status: Status
    derived_status: Status  # what it would be without an override
    override: int | None = None  # the decision that set the status
    tracks: dict[Track, str]
    unanswered: int = 0  # lines that the supplier has not answered
    revisions: tuple[RevisionStatus, ...]
    lines: tuple[LineAssessment, ...]
    documents: tuple[str, ...]  # Filed.id of everything that speaks of this order, counted or not
    header_allocations: tuple[Allocation, ...] = ()  # invoices without lines: value of the order as a whole
    missing: tuple[Message, ...] = ()  # what is missing for the next status


class Assessment(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """The whole answer for a case. Every tuple is in a fixed order that does not depend on arrival."""

    orders: tuple[OrderAssessment, ...] = ()
    documents: tuple[DocumentAssessment, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    unmatched: tuple[UnmatchedLine, ...] = ()


ASSESSMENT = Door(Assessment)
ORDER_ASSESSMENT = Door(OrderAssessment)
DOCUMENT_ASSESSMENT = Door(DocumentAssessment)
DEVIATION = Door(Deviation)
UNMATCHED_LINE = Door(UnmatchedLine)
"""Doors to and from the store; a round trip changes nothing."""
