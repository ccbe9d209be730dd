"""Lines of UBL documents: from what stands in them to what they mean."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from ingest.formats.ubl.codes import GTIN_SCHEMES, LINE_ACTIONS, LINE_ANSWERS
from ingest.formats.ubl.references import order_text, several
from ingest.record import Record
from ingest.values.prices import unit_price
from orders.document import DocumentType, Issue

_Code = TypeVar("_Code")

_GTIN_LENGTHS = frozenset({8, 12, 13, 14})
_ORDERS = frozenset({DocumentType.ORDER, DocumentType.ORDER_CHANGE})


def complete_line(line: Record, kind: DocumentType, issues: list[Issue]) -> None:
    """Makes of a line's record one of `orders.document.Line`."""
    if "order_lines" in line:
        _refer_to_orders(line, issues)
    if "price" in line:
        _price(line, issues)
    _describe(line)
    if kind is DocumentType.ORDER_RESPONSE:
        _answer(line, issues)
    elif kind is DocumentType.ORDER_CHANGE:
        line["action"] = _meaning(line, LINE_ACTIONS, issues)
    elif "discrepancy" in line:
        line.setdefault("invoice_number", line["discrepancy"])
    _date(line, kind)


def charges(records: Iterable[Record]) -> list[Record]:
    """Charges, and allowances as negative ones. One without an amount says nothing."""
    return [
        {
            "amount": record["amount"] if record.get("is_charge", True) else -record["amount"],
            "text": record.get("text"),
            "code": record.get("code"),
        }
        for record in records
        if "amount" in record
    ]


def delivery_day(record: Record, kind: DocumentType) -> date | None:
    """The day that a Delivery of such a document speaks about: requested, promised, or when the goods come or came."""
    order: tuple[str, ...]
    if kind in _ORDERS:
        order = ("requested", "latest", "promised")
    elif kind is DocumentType.ORDER_RESPONSE:
        order = ("promised", "latest", "estimated")
    else:
        order = ("actual", "estimated", "latest", "promised")
    return next((record[name] for name in order if name in record), None)


def _describe(line: Record) -> None:
    if "standard_items" in line:
        line["gtin"] = _gtin(line["standard_items"])
    if "descriptions" in line:
        line["description"] = "\n".join(line["descriptions"])
    if "notes" in line:
        line["note"] = "\n".join(line["notes"])
    if "allowances" in line:
        line["charges"] = charges(line["allowances"])
    if "taxed_at" in line:
        line.setdefault("tax_rate", line["taxed_at"])


def _date(line: Record, kind: DocumentType) -> None:
    if kind in _ORDERS:
        line["requested_date"] = delivery_day(line, kind)
    elif kind is DocumentType.ORDER_RESPONSE:
        line["promised_date"] = delivery_day(line, kind)
        line["requested_date"], line["delivery_date"] = line.get("requested"), line.get("actual")
    else:
        line["delivery_date"] = delivery_day(line, kind)


def _refer_to_orders(line: Record, issues: list[Issue]) -> None:
    """Which order line it belongs to. Of several none is taken: a guess would be worse than the search by item."""
    references = line["order_lines"]
    numbers = several(order_text(r["number"]).number for r in references if "number" in r)
    if numbers:
        line["order_number"] = ", ".join(numbers)
    for key, name in _ONE_OF_EACH.items():
        named = several(r.get(name) for r in references)
        if len(named) == 1:
            line.setdefault(key, named[0])
        elif named:
            message = f"The line names several order lines ({', '.join(named)})."
            issues.append(Issue(code="SEVERAL_ORDER_LINES", message=message, where=line.get("where")))


_ONE_OF_EACH: Mapping[str, str] = {
    "order_line": "line",
    "supplier_order_line": "sales_line",
    "supplier_order_number": "sales_order",
}


def _price(line: Record, issues: list[Issue]) -> None:
    base = line.get("base")
    price = unit_price(line["price"], base, line.get("base_unit"), line.get("unit"))
    if price is not None:
        line["unit_price"] = price
    elif "line_amount" not in line or not line.get("quantity"):
        message = f"The price is for {base} {line.get('base_unit', '')}, the quantity in {line.get('unit', '')}."
        issues.append(Issue(code="unit_not_convertible", message=message, where=line.get("where")))


def _gtin(identifiers: Iterable[tuple[str, str]]) -> str | None:
    for scheme, value in identifiers:
        if scheme in GTIN_SCHEMES or (value.isdecimal() and len(value) in _GTIN_LENGTHS):
            return value
    return None


def _answer(line: Record, issues: list[Issue]) -> None:
    line["response"] = _meaning(line, LINE_ANSWERS, issues)
    if "quantity" not in line and "delivered" in line:
        line["quantity"] = line["delivered"]
        line.setdefault("unit", line.get("delivered_unit"))
    others = line.get("substituted") or line.get("proposed")
    if others:
        other = others[0]
        gtin = _gtin(other.get("standard_items", ()))
        line["substitute"] = {"supplier_item": other.get("supplier_item"), "gtin": gtin, "name": other.get("name")}


def _meaning(line: Record, meanings: Mapping[str, _Code], issues: list[Issue]) -> _Code | None:
    status = line.get("status")
    if status is None:
        return None
    if status.upper() not in meanings:
        message = f"The line has the status {status!r}, which means nothing here."
        issues.append(Issue(code="UNKNOWN_CODE", message=message, where=line.get("where")))
    return meanings.get(status.upper())
