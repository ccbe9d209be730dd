"""Prices of one unit, charges and allowances, of records in which they stand as in the file."""

from collections.abc import Iterable

from ingest.record import Record
from ingest.values.prices import unit_price
from orders.document import Issue


def price_line(line: Record, issues: list[Issue]) -> None:
    """Puts the price of one unit into the line, from `price` for `base` `base_unit`; issues if there is none.

    Where it cannot be converted the line's amount says what one unit costs, if there is one.
    """
    base, base_unit, unit = line.get("base"), line.get("base_unit"), line.get("unit")
    if base == 0:
        issues.append(Issue(code="BAD_NUMBER", message="The price is for 0 units.", where=line.get("where")))
        base = None
    price = unit_price(line["price"], base, base_unit, unit)
    if price is not None:
        line["unit_price"] = price
    elif "line_amount" not in line or not line.get("quantity"):
        message = f"The price is for {base_unit}, the quantity in {unit}."
        issues.append(Issue(code="unit_not_convertible", message=message, where=line.get("where")))


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
