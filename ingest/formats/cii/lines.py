"""Lines of CII and Order-X: from what stands in them to what they mean."""

from collections.abc import Iterable, Mapping
from datetime import date

from ingest.formats.cii.codes import NOT_COUNTED
from ingest.pricing import charges, price_line
from ingest.record import Record
from ingest.status import meaning
from ingest.values.gtin import gtin
from ingest.values.untdid import LINE_ACTIONS, LINE_ANSWERS
from orders.document import DocumentType, Issue

_QUANTITIES = ("billed", "requested_quantity")
_CONFIRMED = ("agreed", "billed", "requested_quantity")
_UNITS = {"billed": "billed_unit", "requested_quantity": "requested_unit", "agreed": "agreed_unit"}
_DATES: Mapping[DocumentType, str] = {
    DocumentType.ORDER: "requested_date",
    DocumentType.ORDER_CHANGE: "requested_date",
    DocumentType.ORDER_RESPONSE: "promised_date",
}
_SPOKEN_OF: Mapping[DocumentType, tuple[str, ...]] = {
    DocumentType.ORDER: ("requested", "despatched"),
    DocumentType.ORDER_CHANGE: ("requested", "despatched"),
    DocumentType.ORDER_RESPONSE: ("planned", "requested", "despatched"),
}
_SPEAKING = frozenset(
    {
        "billed",
        "requested_quantity",
        "agreed",
        "line_amount",
        "price",
        "name",
        "supplier_item",
        "buyer_item",
        "standard_items",
    }
)
_REFERENCES = (
    ("sales_orders", "supplier_order_number", "supplier_order_line"),
    ("despatches", "despatch_number", "despatch_line"),
    ("delivery_notes", "despatch_number", "despatch_line"),
    ("receipts", "receipt_number", "receipt_line"),
    ("invoices", "invoice_number", "invoice_line"),
)


def counted(lines: Iterable[Record]) -> list[Record]:
    """The lines that are traded: without headings, explanations, and texts in the place of a line.

    A sub-line that does not say what it is explains the line that it belongs to, if that one counts.
    """
    kept, ids = [], set()
    for line in lines:
        role = line.get("role", "").upper()
        if role in NOT_COUNTED or (not role and line.get("parent") in ids) or line.keys().isdisjoint(_SPEAKING):
            continue
        kept.append(line)
        if "id" in line:
            ids.add(line["id"])
    return kept


def complete_line(line: Record, kind: DocumentType, issues: list[Issue]) -> None:
    """Makes of a line's record one of `orders.document.Line`."""
    _count(line, kind)
    _refer(line, kind, issues)
    _price(line, issues)
    _describe(line)
    _date(line, kind)
    if kind is DocumentType.ORDER_RESPONSE:
        line["response"] = meaning(line, LINE_ANSWERS, issues)
    elif kind is DocumentType.ORDER_CHANGE:
        line["action"] = meaning(line, LINE_ACTIONS, issues)


def _count(line: Record, kind: DocumentType) -> None:
    for name in _CONFIRMED if kind is DocumentType.ORDER_RESPONSE else _QUANTITIES:
        if name in line:
            unit = _UNITS[name]
            line["quantity"], line["unit"] = line[name], line.get(unit)
            line["unit_text"] = line.get(f"{unit}_text")
            return


def _refer(line: Record, kind: DocumentType, issues: list[Issue]) -> None:
    """An order's line may name a line of another order; it is a line of its own."""
    if "orders" in line and kind is not DocumentType.ORDER:
        numbers, named = _both(line["orders"])
        if numbers:
            line["order_number"] = ", ".join(numbers)
        if len(named) == 1:
            line["order_line"] = named[0]
        elif named:
            message = f"The line names several order lines ({', '.join(named)})."
            issues.append(Issue(code="SEVERAL_ORDER_LINES", message=message, where=line.get("where")))
    for name, number, place in _REFERENCES:
        if name in line:
            numbers, named = _both(line[name])
            if len(numbers) == 1:
                line.setdefault(number, numbers[0])
            if len(named) == 1:
                line.setdefault(place, named[0])


def _both(references: Iterable[Record]) -> tuple[list[str], list[str]]:
    """The numbers and the lines that references name, each once."""
    numbers = dict.fromkeys(one["number"] for one in references if "number" in one)
    lines = dict.fromkeys(one["line"] for one in references if "line" in one)
    return list(numbers), list(lines)


def _price(line: Record, issues: list[Issue]) -> None:
    """The net price; where there is none the gross price less what is taken off it (EN 16931 BT-146 to BT-149)."""
    if "price" not in line and "gross_price" in line and "line_amount" not in line:
        off = sum(charge["amount"] for charge in charges(line.get("reductions", ())))
        line["price"] = line["gross_price"] + off
    if "base" not in line and "gross_base" in line:  # it is the same quantity for both
        line["base"], line["base_unit"] = line["gross_base"], line.get("gross_base_unit")
    if "price" in line:
        price_line(line, issues)


def _describe(line: Record) -> None:
    if "standard_items" in line:
        line["gtin"] = gtin(line["standard_items"])
    if "descriptions" in line:
        line["description"] = "\n".join(line["descriptions"])
    if "notes" in line:
        line["note"] = "\n".join(line["notes"])
    if "allowances" in line:
        line["charges"] = charges(line["allowances"])
    if "substitutes" in line:
        other = line["substitutes"][0]
        line["substitute"] = {
            "supplier_item": other.get("supplier_item"),
            "gtin": gtin(other.get("standard_items", ())),
            "name": other.get("name"),
        }


def _date(line: Record, kind: DocumentType) -> None:
    line[_DATES.get(kind, "delivery_date")] = delivery_day(line, kind)
    if kind in (DocumentType.ORDER, DocumentType.ORDER_CHANGE) and "requested" not in line:
        line["requested_from"] = line.get("despatched_from")


def delivery_day(record: Record, kind: DocumentType) -> date | None:
    """The day that such a document speaks about: requested, promised, or when the goods came.

    Order-X has no element for a promise: a response repeats the request as it is agreed to. Where only the day of
    despatch is agreed (the buyer fetches the goods), it stands for the delivery.
    """
    for name in _SPOKEN_OF.get(kind, ("actual",)):
        if name in record:
            day: date = record[name]
            return day
    return None
