"""Lines of openTRANS: from what stands in them to what they mean."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from ingest.formats.opentrans.totals import stated_charges
from ingest.pricing import price_line
from ingest.record import Record
from ingest.values.gtin import gtin
from ingest.values.prices import quotient
from ingest.values.unit_codes import unit_and_text
from orders.document import DocumentType, Issue, LineAction, LineResponse

_ONE, _NOTHING = Decimal(1), Decimal(0)
_PER_CENT = 100
_ARTICLE_NUMBERS = frozenset({"ean", "gtin", "upc", ""})
_DATES: Mapping[DocumentType, str] = {
    DocumentType.ORDER: "requested_date",
    DocumentType.ORDER_CHANGE: "requested_date",
    DocumentType.ORDER_RESPONSE: "promised_date",
}
_OF_THE_ORDER = frozenset({DocumentType.ORDER_CHANGE, DocumentType.ORDER_RESPONSE})
"""Documents whose lines bear the ids of the order's."""


def complete_lines(lines: Iterable[Record], kind: DocumentType, issues: list[Issue]) -> list[Record]:
    """The records of lines as `orders.document.Line` has them; a response's line promised in parts becomes several."""
    found = list(_parted(lines)) if kind is DocumentType.ORDER_RESPONSE else list(lines)
    for line in found:
        _complete(line, kind, issues)
    return found


def _parted(lines: Iterable[Record]) -> Iterator[Record]:
    """What is promised in parts is a promise each, if the parts are all of it. A price for all is of no single part."""
    for line in lines:
        parts = [part for part in line.get("partial", ()) if "quantity" in part]
        whole = line.get("quantity")
        if len(parts) < 2 or (whole is not None and sum(part["quantity"] for part in parts) != whole):
            yield line
            continue
        shared = {key: value for key, value in line.items() if key != "line_amount"}
        for part in parts:
            yield {**shared, **{key: part[key] for key in ("quantity", "start", "end", "where") if key in part}}


def _complete(line: Record, kind: DocumentType, issues: list[Issue]) -> None:
    if "order_unit" in line:
        line["unit"], line["unit_text"] = unit_and_text(line["order_unit"])
    _refer(line, kind)
    _price(line, issues)
    _describe(line)
    _date(line, kind)
    if line.pop("completed", False) and kind is DocumentType.DESPATCH_ADVICE:
        line["outstanding_quantity"] = _NOTHING  # nothing more of this order line will come
    if line.get("quantity") == 0:
        if kind is DocumentType.ORDER_RESPONSE:
            line["response"] = LineResponse.REJECTED
        elif kind is DocumentType.ORDER_CHANGE:
            line["action"] = LineAction.CANCELLED


def _refer(line: Record, kind: DocumentType) -> None:
    for reference in line.get("orders", ()) if kind is not DocumentType.ORDER else ():
        for name, key in (("number", "order_number"), ("line", "order_line"), ("sales_order", "supplier_order_number")):
            if name in reference:
                line.setdefault(key, reference[name])
    if kind in _OF_THE_ORDER and "id" in line:
        line.setdefault("order_line", line["id"])
    if kind is not DocumentType.DESPATCH_ADVICE and "despatch" in line:
        line["despatch_number"], line["despatch_line"] = line["despatch"], line.get("note_line")


def _price(line: Record, issues: list[Issue]) -> None:
    """The net price. Of several the first without tax counts; of one with tax, what the tax leaves of it."""
    prices = line.get("prices", ())
    price = next((one for one in prices if not _with_tax(one)), prices[0] if prices else None)
    if price is None:
        return
    if "tax" in price:
        line["tax_rate"] = price["tax"] * _PER_CENT if price["tax"] < _ONE else price["tax"]
    if "line_amount" in price:
        line.setdefault("line_amount", price["line_amount"])
    if _with_tax(price):
        _take_off_tax(line, price, issues)
    line["charges"] = [*stated_charges(line), *stated_charges(price)]
    if "price" in price:
        unit = unit_and_text(price["base_unit"])[0] if "base_unit" in price else None
        line |= {"price": price["price"], "base": price.get("base"), "base_unit": unit}
        price_line(line, issues)


def _with_tax(price: Record) -> bool:
    """By its type in 1.0: gros_list and the like."""
    return str(price["type"]).startswith("gros")


def _take_off_tax(line: Record, price: Record, issues: list[Issue]) -> None:
    if "tax_rate" not in line:
        message = "The price includes tax, but the line does not say how much."
        issues.append(Issue(code="PRICE_WITH_TAX", message=message, where=line.get("where")))
        price.pop("price", None)
        line.pop("line_amount", None)
        return
    divisor = _ONE + line["tax_rate"] / _PER_CENT
    for record, key in ((price, "price"), (line, "line_amount")):
        if key in record:
            record[key] = quotient(record[key], divisor)


def _describe(line: Record) -> None:
    if "standard_items" in line:
        numbers = ((kind.strip().lower(), number) for kind, number in line["standard_items"])
        line["gtin"] = gtin((kind.upper(), number) for kind, number in numbers if kind in _ARTICLE_NUMBERS)
    if "descriptions" in line:
        line["description"] = "\n".join(line["descriptions"])
    if "notes" in line:
        line["note"] = "\n".join(line["notes"])
    line.setdefault("charges", stated_charges(line))


def _date(line: Record, kind: DocumentType) -> None:
    start, end = line.get("start"), line.get("end")
    parts = [part["end"] for part in line.get("partial", ()) if "end" in part]
    end = line.get("received") or end or max(parts, default=None) or start
    line[_DATES.get(kind, "delivery_date")] = end
    if start is not None and start != end and _DATES.get(kind) == "requested_date":
        line["requested_from"] = start
