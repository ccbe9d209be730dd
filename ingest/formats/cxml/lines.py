"""Lines of cXML: from what stands in them to what they mean."""

from collections.abc import Iterable, Iterator, Mapping

from ingest.formats.cxml.codes import LINE_ANSWERS, UNKNOWN
from ingest.pricing import price_line
from ingest.record import Record
from ingest.status import meaning
from ingest.values.gtin import gtin
from ingest.values.prices import quotient
from orders.document import DocumentType, Issue

_ARTICLE_NUMBERS: Mapping[str, str] = {"ean-13": "EAN", "ean": "EAN", "eanid": "EAN", "gtin": "GTIN", "upc": "UPC"}
_ITEM_LEVEL = "itemlevel"
_ORDERS = frozenset({DocumentType.ORDER, DocumentType.ORDER_CHANGE, DocumentType.ORDER_CANCELLATION})


def complete_lines(record: Record, kind: DocumentType, issues: list[Issue]) -> list[Record]:
    """The records of lines as `orders.document.Line` has them, those of every portion in the order of the file."""
    found = list(_stated(record, kind))
    for line in found:
        _complete(line, kind, issues)
    return found


def _stated(record: Record, kind: DocumentType) -> Iterator[Record]:
    if kind is DocumentType.ORDER_RESPONSE:
        for item in record.get("items", ()):
            yield from _answers(item)
    elif kind in _ORDERS:
        yield from _counted(record.get("items", ()), "id")
    else:
        for portion in record.get("portions", ()):
            own = "line" if kind is DocumentType.DESPATCH_ADVICE else "own_line"
            for item in _counted(portion.get("items", ()), own):
                yield {**_shared(portion), **item}


def _counted(items: Iterable[Record], number: str) -> list[Record]:
    """The items that are traded: of a composite one and its parts those that have the price, whole or parts."""
    items = list(items)
    parents = {item.get("parent") for item in items} - {None}
    split = {item.get(number) for item in items if item.get("composite", "").lower() == _ITEM_LEVEL} & parents
    whole = {item.get(number) for item in items} - split
    return [item for item in items if item.get(number) not in split and item.get("parent", "") not in whole]


def _shared(portion: Record) -> Record:
    """What a portion's head says of each of its lines, where it names no more than one."""
    found: Record = {}
    for key, name in (
        ("orders", "order_number"),
        ("sales_orders", "supplier_order_number"),
        ("despatches", "despatch_number"),
        ("receipts", "receipt_number"),
    ):
        numbers = list(dict.fromkeys(one["number"] for one in portion.get(key, ()) if "number" in one))
        if len(numbers) == 1:
            found[name] = numbers[0]
    return found


def _answers(item: Record) -> Iterator[Record]:
    """A line for each part of a confirmed item that is answered by itself."""
    for status in item.get("statuses", ()):
        if status.get("status", "").lower() == UNKNOWN:
            continue
        offer: Record = next(iter(status.get("offers", ())), {})
        units = {key: one[key] for one in (item, status) for key in ("unit", "unit_text") if key in one}
        line = {**offer, **status, **units, "id": item.get("id"), "line": item.get("id")}
        if status.get("status", "").lower() == "replace" and offer:
            line["substitute"] = {"supplier_item": offer.get("supplier_item"), "gtin": _gtin(offer)}
        line["day"] = status.get("day") or status.get("shipped")
        yield line


def _complete(line: Record, kind: DocumentType, issues: list[Issue]) -> None:
    line["gtin"] = _gtin(line)
    _refer(line)
    if "price" in line:
        _price(line, issues)
    if "descriptions" in line:
        said = "\n".join(line["descriptions"])
        line["description" if "name" in line else "name"] = said
    if "notes" in line:
        line["note"] = "\n".join(line["notes"])
    if kind is DocumentType.ORDER_RESPONSE:
        line["promised_date"] = line.get("day")
        line["response"] = meaning(line, LINE_ANSWERS, issues)
    elif kind in _ORDERS:
        days = [one["day"] for one in line.get("schedule", ()) if "day" in one]
        line["requested_date"] = max(days, default=line.get("day"))
    elif kind is DocumentType.RECEIPT_ADVICE and line.get("status", "").lower() == "returned" and "quantity" in line:
        line["quantity"] = -abs(line["quantity"])


def _refer(line: Record) -> None:
    """Lines have a number of their own only in ship notices, receipts and invoices; else they bear the order's."""
    if "line" in line:
        line["order_line"] = line["line"]
    line["id"] = line.get("own_line") or line.get("id") or line.get("line")
    if "despatches" in line:
        line.setdefault("despatch_number", line["despatches"][0].get("number"))


def _price(line: Record, issues: list[Issue]) -> None:
    """UnitPrice is for PriceBasisQuantity; `conversionFactor` says how many of its units one of the line's has."""
    if line.get("factor"):
        line["price"] *= line["factor"]
        line.pop("base_unit", None)
    if line.get("base") and (price := quotient(line["price"], line["base"])) is not None:
        line["price"] = price
        line.pop("base")
    price_line(line, issues)


def _gtin(item: Record) -> str | None:
    stated = ((one.get("domain", "").lower(), one.get("id", "")) for one in item.get("identifiers", ()))
    numbers = [(_ARTICLE_NUMBERS[domain], number) for domain, number in stated if domain in _ARTICLE_NUMBERS]
    return gtin([*numbers, *((("EAN", item["ean"]),) if "ean" in item else ())])
