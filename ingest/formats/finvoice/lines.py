"""Rows of Finvoice: from what stands in them to what they mean."""

from decimal import Decimal

from ingest.formats.finvoice.paths import QUANTITIES
from ingest.pricing import charges, price_line
from ingest.record import Record
from ingest.values.gtin import gtin
from ingest.values.prices import quotient
from ingest.values.rec20 import rec20_codes
from orders.document import Issue

_PER_CENT = Decimal(100)
_ZERO = Decimal(0)


def complete_row(row: Record, issues: list[Issue]) -> None:
    """Makes of a row's record one of `orders.document.Line`."""
    row.setdefault("id", row.get("sub_id"))
    row |= next((row[name] for name in QUANTITIES if name in row), {})
    row["gtin"] = gtin([("EAN", row["ean"])]) if "ean" in row else None
    if "notes" in row:
        row["note"] = "\n".join(row["notes"])
    if "originals" in row:
        row["invoice_number"] = row["originals"][0]
    if "line_amount" not in row and "row_gross" in row and "row_tax" in row:
        row["line_amount"] = row["row_gross"] - row["row_tax"]
    _price(row, issues)
    _discount(row)


def _price(row: Record, issues: list[Issue]) -> None:
    """The net price of 3.0 is after discounts, which then are not in the amount a second time."""
    net = row.get("net_price")
    price = row.get("list_price") if net is None else net
    if price is None:
        return
    unit = row.get("net_price_unit" if net is not None else "list_price_unit")
    known = unit in rec20_codes() and row.get("unit") in rec20_codes()
    row |= {"price": price, "base_unit": unit if known else None}
    price_line(row, issues)


def _discount(row: Record) -> None:
    """Discounts and charges of a row are in its amount, not in its price."""
    changes = [*row.get("discounts", ())]
    if "discount_amount" in row or "discount_percent" in row:
        stated = (("amount", "discount_amount"), ("percent", "discount_percent"), ("text", "discount_text"))
        changes.insert(0, {name: row[key] for name, key in stated if key in row})
    basis = row.get("unit_price", _ZERO) * row.get("quantity", _ZERO)
    for change in changes:
        if "amount" not in change and "percent" in change:
            change["amount"] = quotient(basis * change["percent"], _PER_CENT) or _ZERO
    row["charges"] = stated_charges({"discounts": changes, "charged": row.get("charged", ())})


def stated_charges(record: Record) -> list[Record]:
    """Charges, and discounts as negative ones, of the document or of a row."""
    return charges([*({**one, "is_charge": False} for one in record.get("discounts", ())), *record.get("charged", ())])
