"""What Turkey's UBL-TR says otherwise than UBL does."""

from decimal import Decimal

from ingest.checks import charged
from ingest.record import Record

RETURNS = frozenset({"IADE", "TEVKIFATIADE", "YTBIADE", "YTBTEVKIFATIADE"})
"""Types of invoices for goods that are sent back. The customer writes them, with positive amounts, and is the supplier
in them: what they bill is what the supplier must credit.
"""

_ZERO = Decimal(0)


def is_turkish(record: Record) -> bool:
    """Whether the document is UBL-TR, as its CustomizationID ("TR1.2") says."""
    profile: str = record.get("profile", "")
    return profile.upper().startswith("TR1")


def turn_parties(record: Record) -> None:
    """Makes of who sends goods back the buyer that he is."""
    record["supplier"], record["buyer"] = record.get("buyer"), record.get("supplier")


def count_pieces(line: Record) -> None:
    """NIU, in Recommendation 20 a number of international units, is a piece in Turkey (adet)."""
    for key in ("unit", "base_unit"):
        if line.get(key) == "NIU":
            line[key] = "C62"
            line.setdefault(f"{key}_text", "NIU")


def take_discounts_off(record: Record) -> None:
    """Many write the sum of the lines before their discounts, some the lines' amounts too. Where the discounts are what
    is between them and the net total, they are taken off.
    """
    totals, lines = record["totals"], record.get("lines", ())
    net = totals.get("net")
    if net is None or record.get("charges") or not lines or any("line_amount" not in line for line in lines):
        return
    added = sum((line["line_amount"] for line in lines), _ZERO)
    discounts = [charged(line.get("charges", ())) for line in lines]
    if added != net and added + sum(discounts, _ZERO) == net:
        for line, discount in zip(lines, discounts, strict=True):
            line["line_amount"] += discount
        added = net
    if added == net:
        totals["lines"] = net
