"""Lines of GS1 XML: from what stands in them to what they mean."""

from collections.abc import Sequence
from decimal import Decimal

from ingest.components import traded
from ingest.formats.gs1.codes import (
    ACCEPTED,
    BUYERS_ITEMS,
    CREDIT_LINE,
    LINE_ACTIONS,
    LINE_ANSWERS,
    MISSING,
    REFUSED,
    SUPPLIERS_ITEMS,
)
from ingest.formats.gs1.totals import stated_charges
from ingest.pricing import price_line
from ingest.record import Record
from ingest.status import meaning
from orders.document import DocumentType, Issue, LineAction, LineResponse

_ZERO = Decimal(0)
_ORDERS = (DocumentType.ORDER, DocumentType.ORDER_CHANGE, DocumentType.ORDER_CANCELLATION)
_REFERENCES = {
    "orders": ("order_number", "order_line"),
    "sales_orders": ("supplier_order_number", "supplier_order_line"),
    "despatches": ("despatch_number", "despatch_line"),
    "delivery_notes": ("despatch_number", "despatch_line"),
    "receipts": ("receipt_number", "receipt_line"),
    "invoices": ("invoice_number", "invoice_line"),
}


def complete_lines(items: Sequence[Record], kind: DocumentType, issues: list[Issue]) -> list[Record]:
    """The records of lines as `orders.document.Line` has them; a response's line promised in parts becomes several."""
    lines = list(traded(items, _is_ordered))
    for line in lines:
        _complete(line, kind, issues)
    if kind is DocumentType.ORDER_RESPONSE:
        return [part for line in lines for part in _promised(line)]
    if kind is DocumentType.ORDER:
        return [line for line in lines if line.pop("action", None) is not LineAction.CANCELLED]
    return lines


def _is_ordered(item: Record) -> bool:
    return "original_line" in item or any("line" in one for one in item.get("orders", ()))


def _complete(line: Record, kind: DocumentType, issues: list[Issue]) -> None:
    _refer(line, kind)
    _identify(line)
    if kind is DocumentType.RECEIPT_ADVICE:
        _receive(line)
    _price(line, issues)
    if "notes" in line:
        line["note"] = "\n".join(line["notes"])
    if rates := [tax["rate"] for tax in line.get("taxes", ()) if "rate" in tax]:
        line["tax_rate"] = rates[0]
    if kind is DocumentType.ORDER_RESPONSE:
        line["status"] = line.get("change") or line.get("action_code")
        line["response"] = meaning(line, LINE_ANSWERS, issues)
        line["promised_date"] = line.get("day")
        _substitute(line)
    elif kind in _ORDERS:
        line["status"] = line.get("action_code")
        line["action"] = meaning(line, LINE_ACTIONS, issues)
        _request(line)
    else:
        line["delivery_date"] = line.get("day")


def _refer(line: Record, kind: DocumentType) -> None:
    if kind in _ORDERS:  # its own number; what it refers to is no line of it
        if kind is not DocumentType.ORDER and "id" in line:
            line["order_line"] = line["id"]
        return
    if "original_line" in line:
        line["order_line"] = line["original_line"]
    for key, (number, place) in _REFERENCES.items():
        if kind is DocumentType.DESPATCH_ADVICE and number == "despatch_number":
            continue
        for one in line.get(key, ()):
            if "number" in one or "line" in one:
                for name, said in ((number, one.get("number")), (place, one.get("line"))):
                    if said is not None:
                        line.setdefault(name, said)


def _identify(line: Record) -> None:
    for kind, number in line.get("numbers", ()):
        if kind in BUYERS_ITEMS:
            line.setdefault("buyer_item", number)
        elif kind in SUPPLIERS_ITEMS:
            line.setdefault("supplier_item", number)


def _substitute(line: Record) -> None:
    for one in line.get("substitutes", ())[:1]:
        _identify(one)
        line["substitute"] = {key: one.get(key) for key in ("supplier_item", "gtin", "name")}


def _receive(line: Record) -> None:
    """What came in is what was accepted and what was refused; conditions say what became of it."""
    conditions = [one for one in line.get("conditions", ()) if "quantity" in one]
    refused = _sum(conditions, REFUSED)
    received, accepted = line.get("received"), line.get("accepted")
    if received is not None:
        line["quantity"] = received
        if refused is None and accepted is not None and accepted < received and not conditions:
            refused = received - accepted
    elif accepted is not None:
        line["quantity"] = accepted + (refused or _ZERO)
    else:
        good = _sum(conditions, ACCEPTED)
        if good is not None or refused is not None:
            line["quantity"] = (good or _ZERO) + (refused or _ZERO)
    if refused:
        line["rejected_quantity"] = refused
    if short := _sum(conditions, frozenset({MISSING})):
        line["short_quantity"] = short


def _sum(conditions: Sequence[Record], codes: frozenset[str]) -> Decimal | None:
    found = [one["quantity"] for one in conditions if one.get("code") in codes]
    return sum(found, _ZERO) if found else None


def _price(line: Record, issues: list[Issue]) -> None:
    """The net price; one before allowances and charges only where those are stated with the line, or there are none."""
    line["charges"] = stated_charges(line)
    if "line_amount" not in line:
        before = line.get("amount_before_tax", line.get("amount_before"))
        if before is not None:
            added = _ZERO if "amount_before_tax" in line else sum((one["amount"] for one in line["charges"]), _ZERO)
            line["line_amount"] = before + added
    if "price" not in line and "price_before" in line:
        line["price"] = line["price_before"]
    if line.get("credit") == CREDIT_LINE:
        for key in ("quantity", "line_amount"):
            if key in line:
                line[key] = -abs(line[key])
    if "price" in line:
        price_line(line, issues)


def _request(line: Record) -> None:
    """When it is wanted, and how much: of several places or days the last day, and all of it."""
    details = line.get("details", ())
    days = [one["day"] for one in details if "day" in one]
    line["requested_date"] = line.get("day") or max(days, default=None) or line.get("latest_day")
    if len(details) == 1 and "day" not in line and "start" in details[0]:
        line["requested_from"] = details[0]["start"]
    quantities = [one["quantity"] for one in details if "quantity" in one]
    if "quantity" not in line and quantities:
        line["quantity"] = sum(quantities, _ZERO)
        line["unit"] = next((one.get("unit") for one in details if "quantity" in one), None)


def _promised(line: Record) -> list[Record]:
    """A promise for each of its parts, if they are all of it. A price for all is of no single part."""
    if line.get("quantity") == 0 and line["response"] is None:
        line["response"] = LineResponse.REJECTED
    parts = [one for one in line.get("details", ()) if "quantity" in one]
    days = [one["day"] for one in parts if "day" in one]
    line["promised_date"] = line["promised_date"] or max(days, default=None)
    whole = line.get("quantity")
    if len(parts) < 2 or (whole is not None and sum(one["quantity"] for one in parts) != whole):
        return [line]
    shared = {key: value for key, value in line.items() if key not in ("line_amount", "charges")}
    return [
        {
            **shared,
            "quantity": one["quantity"],
            "promised_date": one.get("day", line["promised_date"]),
            "where": one["where"],
        }
        for one in parts
    ]
