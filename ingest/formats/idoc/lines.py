"""Items of ORDERS and INVOIC: from what stands in them to what they mean."""

from collections.abc import Iterable
from decimal import Decimal

from ingest.components import traded
from ingest.formats.idoc.codes import (
    AMOUNTS,
    ARTICLE_NUMBER,
    BUYERS_ITEM,
    DELIVERY,
    EXPECTED,
    LINE_ACTIONS,
    LINE_ANSWERS,
    OF_THE_BUYER,
    ORDER,
    PRECEDING,
    SUPPLIER_ORDER,
    SUPPLIERS_ITEM,
)
from ingest.formats.idoc.qualified import first_of
from ingest.formats.idoc.totals import leading_to
from ingest.pricing import price_line
from ingest.record import Record
from ingest.status import meaning
from ingest.values.prices import quotient
from orders.document import DocumentType, Issue, LineAction, LineResponse

_ZERO = Decimal(0)
_ITEM_NUMBERS = {BUYERS_ITEM: "buyer_item", SUPPLIERS_ITEM: "supplier_item", ARTICLE_NUMBER: "gtin"}


def complete_lines(items: Iterable[Record], kind: DocumentType, issues: list[Issue]) -> list[Record]:
    """The records of lines as `orders.document.Line` has them; a response's item promised in parts becomes several."""
    lines = list(traded(items, _is_ordered))
    for line in lines:
        _complete(line, kind, issues)
    if kind is DocumentType.ORDER_RESPONSE:
        return [part for line in lines for part in _promised(line)]
    if kind is DocumentType.ORDER:
        return [line for line in lines if line.pop("action", None) is not LineAction.CANCELLED]
    return lines


def _is_ordered(item: Record) -> bool:
    return first_of(item.get("references", ()), (ORDER,), "line") is not None


def _complete(line: Record, kind: DocumentType, issues: list[Issue]) -> None:
    _refer(line, kind)
    _identify(line)
    _amount(line)
    _price(line, issues)
    if "notes" in line:
        line["note"] = "\n".join(line["notes"])
    if taxes := [tax["rate"] for tax in line.get("taxes", ()) if "rate" in tax]:
        line["tax_rate"] = taxes[0]
    if kind is DocumentType.ORDER_RESPONSE:
        line["response"] = meaning(line, LINE_ANSWERS, issues)
        line["promised_date"] = _day(line, kind)
    elif kind in OF_THE_BUYER:
        line["action"] = meaning(line, LINE_ACTIONS, issues)
        line["requested_date"] = _day(line, kind)
    else:
        line["delivery_date"] = _day(line, DocumentType.INVOICE)


def _refer(line: Record, kind: DocumentType) -> None:
    """POSEX is the item's number in the document. A change has the order's."""
    references = line.get("references", ())
    despatches = (DELIVERY,) if kind is DocumentType.CREDIT_NOTE else (DELIVERY, PRECEDING)
    found: dict[str, tuple[tuple[str, ...], str]] = {
        "supplier_order_number": ((SUPPLIER_ORDER,), "number"),
        "supplier_order_line": ((SUPPLIER_ORDER,), "line"),
    }
    if kind is not DocumentType.ORDER:
        found |= {"order_number": ((ORDER,), "number"), "order_line": ((ORDER,), "line")}
    if kind in (DocumentType.INVOICE, DocumentType.CREDIT_NOTE):
        found |= {"despatch_number": (despatches, "number"), "despatch_line": (despatches, "line")}
    for name, (qualifiers, key) in found.items():
        if (value := first_of(references, qualifiers, key)) is not None:
            line[name] = value
    if kind is DocumentType.ORDER_CHANGE and "id" in line:
        line.setdefault("order_line", line["id"])


def _identify(line: Record) -> None:
    for one in line.get("identifications", ()):
        name = _ITEM_NUMBERS.get(one.get("qualifier", ""))
        if name and "number" in one:
            line.setdefault(name, one["number"])
        if "name" in one:
            line.setdefault("name", one["name"])


def _amount(line: Record) -> None:
    """NETWR; invoices state it in a segment of its own."""
    if "line_amount" not in line:
        stated = first_of(line.get("amounts", ()), AMOUNTS, "amount")
        if stated is not None:
            line["line_amount"] = stated


def _price(line: Record, issues: list[Issue]) -> None:
    """VPREI is for PEINH of the price unit, of which BMNG2 is the quantity."""
    quantity = line.get("quantity")
    if "price" not in line:
        return
    unit, priced = line.get("base_unit"), line.get("priced_quantity")
    if unit is not None and unit != line.get("unit") and priced and quantity:
        price = quotient(line["price"] * priced, quantity)
        if price is not None:
            line["price"] = price
            line.pop("base_unit")
    price_line(line, issues)
    if quantity and "unit_price" in line and "line_amount" in line:
        basis = quantity * line["unit_price"]
        line["charges"] = leading_to(line["line_amount"], basis, line.get("conditions", ()))


def _day(line: Record, kind: DocumentType) -> object:
    """The last day of its schedule, otherwise the day of the item."""
    days = [one["day"] for one in line.get("schedule", ()) if "day" in one]
    return max(days, default=None) or first_of(line.get("dates", ()), EXPECTED[kind], "day")


def _promised(line: Record) -> list[Record]:
    """What becomes of a response's item: its schedule says how much comes when, a line for each delivery.

    An item with a reason for refusal is refused, unless its schedule confirms a part of it.
    """
    schedule = [one for one in line.get("schedule", ()) if "quantity" in one]
    coming = [one for one in schedule if one["quantity"]]
    confirmed = sum((one["quantity"] for one in coming), _ZERO)
    ordered = line.get("quantity")
    if "refusal" in line and not (ordered is not None and _ZERO < confirmed < ordered):
        line["response"] = LineResponse.REJECTED
    if line["response"] is LineResponse.REJECTED:
        return [{**line, "promised_date": None}]
    if not schedule:
        return [line]
    if "refusal" in line or not coming:
        line["response"] = LineResponse.CHANGED
    if not coming:
        return [{**line, "quantity": _ZERO, "line_amount": None}]
    if confirmed == ordered and len(coming) == 1:
        return [{**line, "promised_date": coming[0].get("day", line["promised_date"])}]
    return [_part(line, one) for one in coming]


def _part(line: Record, delivery: Record) -> Record:
    """One delivery of an item. The item's net value is that of all of it, but says what one costs."""
    amount, quantity = line.get("line_amount"), line.get("quantity")
    found = {key: value for key, value in line.items() if key not in ("line_amount", "charges")}
    if "unit_price" not in found and amount is not None and quantity:
        found["unit_price"] = quotient(amount, quantity)
    found["quantity"], found["promised_date"] = delivery["quantity"], delivery.get("day", line.get("promised_date"))
    found["where"] = delivery["where"]
    return found
