"""What a FatturaPA refers to. Each reference says to which lines it applies, or to none: then it applies to all.

Orders of the public sector come over the NSO, which knows an order by number, date and address: as a triplet, or each
in its own field.
"""

from collections.abc import Mapping

from ingest.record import Record
from ingest.values.triplets import order_number, order_text
from orders.document import Issue
from orders.references import says_something

_KEYS: Mapping[str, tuple[str, str, str]] = {
    "orders": ("order_number", "order_line", ""),
    "despatches": ("despatch_number", "despatch_line", "despatch_references"),
    "receipts": ("receipt_number", "receipt_line", "receipt_references"),
    "invoices": ("invoice_number", "invoice_line", "invoice_references"),
    "contracts": ("", "", "contract_references"),
}
"""Key of a list of references → keys of number and item in a line, and of the list in the head."""


def refer(record: Record) -> None:
    """Puts the references of the head into its lines, and those that are of no line into the document's record."""
    stated = record.get("lines", ())
    lines = {_key(line["id"]): line for line in stated if "id" in line}
    for kind, (number_key, item_key, head_key) in _KEYS.items():
        if kind not in record:
            continue
        of_all = []
        for reference in record[kind]:
            if not says_something(reference.get("number")):
                continue
            targets = [lines[key] for key in map(_key, reference.get("lines", ())) if key in lines]
            if not number_key or not targets:
                of_all.append(reference)
                targets = list(stated) if len(stated) == 1 and number_key else []
            for line in targets:
                line.setdefault(kind, []).append(reference)
        for line in (one for one in stated if kind in one):
            of_all += _settle(line, kind, number_key, item_key, record["issues"])
        if head_key:
            record[head_key] = list(dict.fromkeys(one["number"] for one in of_all))
        else:
            record["order_references"] = _orders(of_all)


def _settle(line: Record, kind: str, number_key: str, item_key: str, issues: list[Issue]) -> list[Record]:
    """What a line refers to. Returned are documents that it names beside others of their kind, and so are the head's;
    a line may belong to several orders."""
    references: list[Record] = line.pop(kind)
    numbers = list(dict.fromkeys(order_number(one["number"]) for one in references))
    items = list(dict.fromkeys(one["item"] for one in references if "item" in one))
    if len(numbers) > 1 and kind != "orders":
        return references
    if numbers:
        line[number_key] = ", ".join(numbers)
    if len(items) == 1:
        line[item_key] = items[0]
    elif items and kind == "orders":
        message = f"The line names several order lines ({', '.join(items)})."
        issues.append(Issue(code="SEVERAL_ORDER_LINES", message=message, where=line.get("where")))
    return []


def _orders(references: list[Record]) -> list[Record]:
    found: dict[str, Record] = {}
    for one in references:
        said = order_text(one["number"])
        found.setdefault(said.number, {"number": said.number, "issue_date": one.get("date") or said.issue_date})
    return list(found.values())


def _key(line_number: str) -> str:
    return line_number.lstrip("0") or line_number
