"""Lines of UBL documents: from what stands in them to what they mean."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ingest.formats.ubl.codes import LINE_ACTIONS, LINE_ANSWERS, REMEDIES
from ingest.formats.ubl.references import several
from ingest.pricing import charges, price_line
from ingest.record import Record
from ingest.status import meaning
from ingest.values.gtin import gtin
from ingest.values.triplets import is_triplet, order_number
from orders.document import DocumentType, Issue

_COMING = ("actual", "estimated", "latest", "promised")
_SPOKEN_OF: Mapping[DocumentType, tuple[str, ...]] = {
    DocumentType.ORDER: ("requested", "latest", "promised"),
    DocumentType.ORDER_CHANGE: ("requested", "latest", "promised"),
    DocumentType.ORDER_RESPONSE: ("promised", "latest", "estimated"),
}
_DATES: Mapping[DocumentType, str] = {
    DocumentType.ORDER: "requested_date",
    DocumentType.ORDER_CHANGE: "requested_date",
    DocumentType.ORDER_RESPONSE: "promised_date",
}
_ONE_OF_EACH = (
    ("line", "order_line"),
    ("sales_line", "supplier_order_line"),
    ("sales_order", "supplier_order_number"),
)


def complete_line(line: Record, kind: DocumentType, issues: list[Issue]) -> None:
    """Makes of a line's record one of `orders.document.Line`."""
    if kind is not DocumentType.ORDER and ("order_lines" in line or "documents" in line):
        _refer_to_orders(line, issues)  # an order's line may name a line of another order
    if "price" in line:
        _price_what_is_ordered(line)
        price_line(line, issues)
    _describe(line)
    day = delivery_day(line, kind)
    if day is not None:
        line[_DATES.get(kind, "delivery_date")] = day
    if "requested_from" in line and line["requested_from"] == line.get("requested_date", line["requested_from"]):
        del line["requested_from"]  # a day, or nothing that is requested
    if "substitutes" in line:
        line["substitute"] = _substitute(line["substitutes"][0])
    if "minimum_unit" in line or "maximum_unit" in line:
        _leave_out_limits_of_other_units(line)
    if kind is DocumentType.ORDER_RESPONSE:
        _answer(line, issues)
    elif kind is DocumentType.ORDER_CHANGE:
        line["action"] = meaning(line, LINE_ACTIONS, issues)
    elif "discrepancy" in line:
        line.setdefault("invoice_number", line["discrepancy"])


def delivery_day(record: Record, kind: DocumentType) -> date | None:
    """The day that a Delivery of such a document speaks about: requested, promised, or when the goods come or came."""
    for name in _SPOKEN_OF.get(kind, _COMING):
        if name in record:
            day: date = record[name]
            return day
    return None


def _refer_to_orders(line: Record, issues: list[Issue]) -> None:
    references = line.get("order_lines", ())
    if len(references) == 1:
        _refer_to_order(line, references[0])
    elif references:
        _refer_to_several(line, references, issues)
    if "documents" in line and "order_number" not in line:
        triplets = [text for text in line["documents"] if is_triplet(text)]
        if triplets:
            line["order_number"] = _numbers(triplets)


def _refer_to_order(line: Record, reference: Record) -> None:
    if "number" in reference:
        line["order_number"] = order_number(reference["number"])
    for name, key in _ONE_OF_EACH:
        if name in reference:
            line.setdefault(key, reference[name])


def _refer_to_several(line: Record, references: Sequence[Record], issues: list[Issue]) -> None:
    """Which order line it belongs to. Of several none is taken: a guess would be worse than the search by item."""
    numbers = _numbers(reference["number"] for reference in references if "number" in reference)
    if numbers:
        line["order_number"] = numbers
    for name, key in _ONE_OF_EACH:
        named = several([r[name] for r in references if name in r])
        if len(named) == 1:
            line.setdefault(key, named[0])
        elif named:
            message = f"The line names several order lines ({', '.join(named)})."
            issues.append(Issue(code="SEVERAL_ORDER_LINES", message=message, where=line.get("where")))


def _numbers(texts: Iterable[str]) -> str:
    """The order numbers in such texts, each once."""
    return ", ".join(several([order_number(text) for text in texts]))


def _price_what_is_ordered(line: Record) -> None:
    """OIOUBL bills a case at the price of a bottle, and says how many of the price's units are in one."""
    unit = line.get("unit")
    if "of_base_unit" in line and "base_unit" in line and line["base_unit"] != unit:
        line["price"] *= line["of_base_unit"]
        line["base_unit"] = unit


def _leave_out_limits_of_other_units(line: Record) -> None:
    """A least or most in another unit says nothing about the quantity beside it."""
    unit = line.get("unit")
    for limit in ("minimum", "maximum"):
        if line.get(f"{limit}_unit", unit) != unit:
            line.pop(f"{limit}_quantity", None)


def _describe(line: Record) -> None:
    if "standard_items" in line:
        line["gtin"] = gtin(line["standard_items"])
    if "descriptions" in line:
        line["description"] = "\n".join(line["descriptions"])
    if "reject_action" in line:
        line["remedy"] = REMEDIES.get(line["reject_action"])
    if "notes" in line:
        line["note"] = "\n".join(line["notes"])
    if "allowances" in line:
        line["charges"] = charges(line["allowances"])
    if "taxed_at" in line:
        line.setdefault("tax_rate", line["taxed_at"])


def _answer(line: Record, issues: list[Issue]) -> None:
    line["response"] = meaning(line, LINE_ANSWERS, issues)
    line["requested_date"], line["delivery_date"] = line.get("requested"), line.get("actual")
    if "quantity" not in line and "delivered" in line:
        line["quantity"] = line["delivered"]
        line.setdefault("unit", line.get("delivered_unit"))


def _substitute(item: Record) -> Record:
    return {
        "supplier_item": item.get("supplier_item"),
        "gtin": gtin(item.get("standard_items", ())),
        "name": item.get("name"),
    }
