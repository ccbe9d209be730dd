"""Lines of ebInterface: from what stands in them to what they mean."""

from ingest.formats.ebinterface.totals import stated_charges
from ingest.pricing import price_line
from ingest.record import Record
from ingest.values.gtin import gtin
from orders.document import Issue

_BARCODE = "GTIN"
_BUYERS = "InvoiceRecipientsArticleNumber"


def complete_line(line: Record, issues: list[Issue]) -> None:
    """Makes of a line's record one of `orders.document.Line`."""
    if "descriptions" in line:
        line["name"], *more = line["descriptions"]
        line["description"] = "\n".join(more) or None
    _name_item(line)
    line["charges"] = stated_charges(line, "allowances")
    if "price" in line:
        price_line(line, issues)


def _name_item(line: Record) -> None:
    """What is neither the buyer's nor a bar code is the supplier's: it is his document. PZN is that of a pharmacy."""
    articles = line.get("articles", ())
    line["gtin"] = gtin((kind, number) for kind, number in articles if kind == _BARCODE)
    for kind, number in sorted(articles, key=lambda one: one[0] == "PZN"):
        if kind != _BARCODE:
            line.setdefault("buyer_item" if kind == _BUYERS else "supplier_item", number)
