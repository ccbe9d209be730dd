"""The normalized document: what every file is read into (docs/json.md, "A document").

Plain frozen values. `DOCUMENT` is the door for everything that comes from outside: it checks, and it is the only way
from and to JSON. Field names are those of the JSON, and UBL's wherever UBL has one.
"""

from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter
from typing import Annotated, Any, get_args

from msgspec import Meta, Struct
from msgspec.structs import fields

from orders.door import NOT_HELD, Door
from orders.numbers import are_held, plain

Id = Annotated[str, Meta(max_length=500)]
"""An identifier, a code or the name of a party. Real ones have a tenth of that; whatever a document says once may be
told of each of its lines, and a hostile file could say it in megabytes."""

References = Annotated[str, Meta(max_length=5_000)]
"""A text that names an order, and in some files a list of them."""

Number = Decimal
"""An exact, finite decimal. The store keeps it as it is; `shown` writes it without exponent and trailing zeros."""


class DocumentType(StrEnum):
    """What a document is; the values are the codes of JSON, CLI and configuration."""

    ORDER = "order"
    ORDER_CHANGE = "order_change"
    ORDER_CANCELLATION = "order_cancellation"
    ORDER_RESPONSE = "order_response"
    DESPATCH_ADVICE = "despatch_advice"
    RECEIPT_ADVICE = "receipt_advice"
    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"


class Response(StrEnum):
    """What an order response says of the whole order."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CHANGED = "changed"
    ACKNOWLEDGED = "acknowledged"


class LineResponse(StrEnum):
    """What an order response says of one line."""

    ACCEPTED = "accepted"
    CHANGED = "changed"
    REJECTED = "rejected"
    ADDED = "added"
    ALREADY_DELIVERED = "already_delivered"


class LineAction(StrEnum):
    """What an order change does to one line. Absent: the line is set to what stands in it."""

    ADDED = "added"
    CHANGED = "changed"
    CANCELLED = "cancelled"


class Remedy(StrEnum):
    """What the buyer expects for goods that were refused or sent back."""

    REPLACEMENT = "replacement"  # other goods: the order line is open again
    REFUND = "refund"  # money: nothing more is to come


class Standing(StrEnum):
    """Why a document does not count in the ordinary way.

    The rules: docs/statuses.md, "Credits, prepayments, bills without lines".
    """

    DRAFT = "draft"
    PROFORMA = "proforma"
    TEST = "test"
    PREPAYMENT = "prepayment"


class PartyId(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One identifier of a party; `scheme` is an ISO 6523 code (0088 GLN, 0060 DUNS …), "" where the file names none."""

    scheme: Id = ""
    value: Id


class Party(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A trading party as the document names it."""

    name: Id | None = None
    ids: tuple[PartyId, ...] = ()
    vat_id: Id | None = None


class OrderReference(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """An order that the document's head names."""

    number: References
    issue_date: date | None = None


class PaymentAccount(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """Where the supplier wants the money."""

    iban: Id | None = None
    bic: Id | None = None


class Charge(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A charge (positive) or allowance (negative amount). `code`: UNTDID 7161 for charges, 5189 for allowances."""

    amount: Number
    text: str | None = None
    code: Id | None = None


class Totals(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """The sums the document states; EN 16931 BT-106, BT-109, BT-110, BT-112, BT-115."""

    lines: Number | None = None
    net: Number | None = None
    tax: Number | None = None
    gross: Number | None = None
    payable: Number | None = None


class Substitute(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """The item that a response line delivers instead of the ordered one."""

    supplier_item: Id | None = None
    gtin: Id | None = None
    name: str | None = None


class Issue(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A fault in the data that still leaves a document. `where` names the element, cell or segment."""

    code: str
    message: str
    where: str | None = None


class Line(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One line. `quantity` is what the document speaks about: ordered, confirmed, shipped, received, invoiced.

    `quantity` of a receipt is accepted + rejected (a return is negative); `unit_price` is net for **one** unit;
    `unit` is a UN/ECE Recommendation 20 code, `unit_text` what the file said where that differs.
    """

    id: Id | None = None
    order_number: References | None = None
    order_line: Id | None = None
    supplier_order_number: Id | None = None
    supplier_order_line: Id | None = None
    despatch_number: Id | None = None
    despatch_line: Id | None = None
    receipt_number: Id | None = None
    receipt_line: Id | None = None
    invoice_number: Id | None = None
    invoice_line: Id | None = None
    buyer_item: Id | None = None
    supplier_item: Id | None = None
    gtin: Id | None = None
    name: str | None = None
    description: str | None = None
    quantity: Number | None = None
    unit: Id | None = None
    unit_text: Id | None = None
    rejected_quantity: Number | None = None
    short_quantity: Number | None = None
    outstanding_quantity: Number | None = None
    backorder_quantity: Number | None = None
    minimum_quantity: Number | None = None  # the least and the most that satisfy an order line
    maximum_quantity: Number | None = None
    quantity_under_percent: Number | None = None  # by how much, of the quantity, an order line may be fallen short of
    quantity_over_percent: Number | None = None
    unit_price: Number | None = None
    line_amount: Number | None = None
    tax_rate: Number | None = None
    requested_from: date | None = None  # where a period is requested: its first day; its last is `requested_date`
    requested_date: date | None = None
    promised_date: date | None = None
    delivery_date: date | None = None
    response: LineResponse | None = None
    action: LineAction | None = None
    remedy: Remedy | None = None
    substitute: Substitute | None = None
    charges: tuple[Charge, ...] = ()
    note: str | None = None
    where: str | None = None  # "line 87" of an XML file, "row 5" or "Sheet1!row 5" of a table


class Document(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One normalized document. Absent is None or (); nothing is invented.

    `charges` are head charges and allowances (allowances negative). Amounts keep the sign of the file: whether a credit
    note says -3 or 3 is settled once, in matching. `cancels` and `replaces` name documents of the same type and
    supplier; a document that cancels its own number is the withdrawal of that number.
    """

    type: DocumentType
    number: Id | None = None
    issue_date: date | None = None
    issue_time: time | None = None
    format: Id
    profile: Id | None = None
    type_code: Id | None = None
    standing: Standing | None = None
    currency: Id | None = None
    supplier: Party | None = None
    buyer: Party | None = None
    order_references: tuple[OrderReference, ...] = ()
    supplier_order_references: tuple[Id, ...] = ()
    order_change_references: tuple[Id, ...] = ()
    despatch_references: tuple[Id, ...] = ()
    receipt_references: tuple[Id, ...] = ()
    invoice_references: tuple[Id, ...] = ()
    contract_references: tuple[Id, ...] = ()
    response: Response | None = None
    revision: Id | None = None
    copy: bool = False
    replaces: tuple[Id, ...] = ()
    cancels: tuple[Id, ...] = ()
    due_date: date | None = None
    delivery_date: date | None = None
    payment_accounts: tuple[PaymentAccount, ...] = ()
    charges: tuple[Charge, ...] = ()
    totals: Totals = Totals()
    lines: tuple[Line, ...] = ()
    issues: tuple[Issue, ...] = ()


def _number_names(kind: type[Line | Totals]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if Decimal in get_args(field.type))


_of_totals = attrgetter(*_number_names(Totals))
_of_line = attrgetter(*_number_names(Line))


def _wrong(document: Document) -> str | None:
    stated = [*_of_totals(document.totals), *(charge.amount for charge in document.charges)]
    if not are_held(stated):
        return NOT_HELD
    for line in document.lines:
        if not are_held(_of_line(line)):
            return NOT_HELD
        if line.charges and not are_held([charge.amount for charge in line.charges]):
            return NOT_HELD
    return None


PARTY = Door(Party)
DOCUMENT = Door(Document, _wrong)


def shown(document: Document) -> dict[str, Any]:
    """The document as people and other programs see it: the JSON of `ordertrail inspect`, absent values left out."""
    shown_: dict[str, Any] = _shown(document)
    return shown_


def _shown(value: Any) -> Any:
    if isinstance(value, Struct):
        named = ((name, getattr(value, name)) for name in value.__struct_fields__)
        return {name: _shown(one) for name, one in named if one is not None}
    if isinstance(value, tuple):
        return [_shown(one) for one in value]
    if isinstance(value, Decimal):
        return plain(value)
    return value.isoformat() if isinstance(value, (date, time)) else value
