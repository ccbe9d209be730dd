"""Documents, decisions and policies, said as briefly as a buyer would say them.

Everything goes through the doors that real documents go through, so that a case cannot be made of values that no file
could give: numbers may be written as text or whole numbers, dates as ISO text.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any

from msgspec import convert, structs

from orders.case import Decision, DecisionKind
from orders.document import DOCUMENT, Document, DocumentType, Line, Party, PartyId, Totals
from orders.policy import Options, Policy, SupplierPolicy, Tolerance, Tolerances
from orders.references import order_id

PO = "4500017"
BUYER = Party(name="Hansen Maschinenbau GmbH", ids=(PartyId(scheme="0088", value="4000001000005"),))
SUPPLIER = Party(name="ACME GmbH", ids=(PartyId(scheme="0088", value="4012345000009"),), vat_id="DE123456789")
OTHER_SUPPLIER = Party(
    name="Birch & Sons Ltd", ids=(PartyId(scheme="0088", value="5012345000001"),), vat_id="GB987654321"
)

_ISSUED: Mapping[str, str] = {
    "order": "2026-03-01",
    "order_change": "2026-03-05",
    "order_cancellation": "2026-03-06",
    "order_response": "2026-03-03",
    "despatch_advice": "2026-03-20",
    "receipt_advice": "2026-03-25",
    "invoice": "2026-03-30",
    "credit_note": "2026-04-10",
}


def line(
    identity: str | None = None,
    quantity: int | str | None = None,
    *,
    of: str | None = None,
    item: str | None = None,
    price: str | int | None = None,
    unit: str | None = "C62",
    **fields: Any,
) -> Line:
    """A line; `of` is the order line it refers to, `item` the buyer's item id. The amount is quantity x price, unless
    given or None."""
    given: dict[str, Any] = {"id": identity, "quantity": quantity, "order_line": of, "buyer_item": item}
    given |= {"unit_price": price, "unit": unit if quantity is not None else None}
    if quantity is not None and price is not None:
        given["line_amount"] = Decimal(quantity) * Decimal(price)
    return convert(given | fields, Line)


def document(
    kind: str, number: str | None, *lines: Line, order: str | None = PO, on: str | None = None, **fields: Any
) -> Document:
    """A document of `kind` about `order` (None: it names none), issued `on` a day that fits the kind."""
    given: dict[str, Any] = {"type": kind, "number": number, "issue_date": on or _ISSUED[kind], "format": "ubl"}
    given |= {"currency": "EUR", "supplier": SUPPLIER, "buyer": BUYER, "lines": lines}
    if order is not None and kind != "order":
        given["order_references"] = [{"number": order}]
    if "orders" in fields:
        given["order_references"] = [{"number": one} for one in fields.pop("orders")]
    return DOCUMENT.from_record(given | fields)


def order(number: str = PO, *lines: Line, **fields: Any) -> Document:
    return document("order", number, *lines, **fields)


def order_change(number: str, *lines: Line, **fields: Any) -> Document:
    return document("order_change", number, *lines, **fields)


def cancellation(number: str = "ST1", **fields: Any) -> Document:
    return document("order_cancellation", number, **fields)


def response(number: str, *lines: Line, says: str | None = None, **fields: Any) -> Document:
    """An order response; `says` is what it says of the whole order."""
    return document("order_response", number, *lines, response=says, **fields)


def despatch(number: str, *lines: Line, **fields: Any) -> Document:
    return document("despatch_advice", number, *lines, **fields)


def receipt(number: str, *lines: Line, **fields: Any) -> Document:
    return document("receipt_advice", number, *lines, **fields)


def invoice(number: str, *lines: Line, **fields: Any) -> Document:
    """An invoice whose totals are right, unless `totals` says otherwise."""
    return _billed("invoice", number, *lines, **fields)


def credit_note(number: str, *lines: Line, **fields: Any) -> Document:
    return _billed("credit_note", number, *lines, **fields)


def _billed(kind: str, number: str, *lines: Line, **fields: Any) -> Document:
    made = document(kind, number, *lines, **fields)
    if "totals" in fields or not lines:
        return made
    goods = sum((one.line_amount or Decimal(0) for one in lines), Decimal(0))
    net = goods + sum((charge.amount for charge in made.charges), Decimal(0))
    totals = {"lines": goods, "net": net, "gross": net, "payable": net}
    return structs.replace(made, totals=Totals(**totals))


def without_lines(number: str, amount: str, **fields: Any) -> Document:
    """An invoice that states what is to be paid and no lines."""
    return invoice(number, totals={"net": amount, "gross": amount, "payable": amount}, **fields)


def file_id(one: Document) -> str:
    """The id of a document whose file holds nothing but what we wrote."""
    return f"{sha256(DOCUMENT.to_json(one)).hexdigest()}/0"


def decide(kind: str, *, on: str = "2026-06-01T09:00:00", number: int = 1, **fields: Any) -> Decision:
    """What a buyer decided about the order; documents and lines are named in `fields`."""
    taken = datetime.fromisoformat(on).replace(tzinfo=UTC)
    if isinstance(about := fields.get("document"), Document):
        fields["document"] = file_id(about)
    fields.setdefault("order", order_id(PO, BUYER))
    if fields.get("quantity") is not None:
        fields["quantity"] = Decimal(fields["quantity"])
    return Decision(id=number, kind=DecisionKind(kind), taken_at=taken, taken_by="buyer", **fields)


def within(
    percent: str | int | None = None,
    absolute: str | int | None = None,
    *,
    value: str | int | None = None,
    least_value: str | int | None = None,
) -> Tolerance:
    given = {"percent": percent, "absolute": absolute, "value": value, "least_value": least_value}
    return Tolerance(**{name: Decimal(limit) for name, limit in given.items() if limit is not None})


POLICY = Policy(tolerances=Tolerances(line_amount=within(absolute="0.01"), total=within(absolute="0.05")))
"""What holds where nothing is configured: no tolerance but for rounding."""


def policy(**fields: Any) -> Policy:
    """The default policy with some limits of its own: `policy(price_over=within(1))`, `policy(receipt=False)`."""
    options = {name: fields.pop(name) for name in tuple(fields) if name in Options.__dataclass_fields__}
    limits = {name: fields.pop(name) for name in tuple(fields) if name in Tolerances.__dataclass_fields__}
    return replace(
        POLICY,
        options=replace(POLICY.options, **options),
        tolerances=replace(POLICY.tolerances, **limits),
        **fields,
    )


def supplier(**fields: Any) -> SupplierPolicy:
    """What is configured for our supplier."""
    return SupplierPolicy(**({"key": "acme", "name": "ACME GmbH", "ids": ("0088:4012345000009",)} | fields))


def party(name: str | None = None, *ids: str, vat: str | None = None) -> Party:
    """A party; ids are written "scheme:value"."""
    split = (one.partition(":") for one in ids)
    return Party(name=name, ids=tuple(PartyId(scheme=scheme, value=value) for scheme, _, value in split), vat_id=vat)


def kinds() -> tuple[DocumentType, ...]:
    return tuple(DocumentType)
