"""From an IDoc of the types DELVRY to despatch advices: one for each delivery in it."""

from collections.abc import Iterator, Sequence

from ingest.finish import finish
from ingest.formats.idoc.codes import (
    DELIVERY_ARRIVES,
    DELIVERY_ISSUED,
    DELIVERY_LEAVES,
    ORDER,
)
from ingest.formats.idoc.document import begin
from ingest.formats.idoc.parties import name_parties
from ingest.formats.idoc.qualified import first_of
from ingest.record import Record
from orders.document import Document, DocumentType, Issue
from orders.references import reference_key

_INBOUND = "EL"
_SALES_ORDER, _PURCHASE_ORDER = "C", "V"
_OF_AN_IDOC = ("format", "profile", "standing", "created", "created_at")


def read_deliveries(record: Record, issues: list[Issue]) -> Iterator[Document]:
    """A despatch advice for each delivery; `record` is what stands in the IDoc.

    Raises:
        Reject: as `ingest.finish` says.
    """
    begin(record, "DESADV", issues)
    shared = {key: record[key] for key in _OF_AN_IDOC if key in record}
    control = {key: record[key] for key in record if key.startswith(("sender", "receiver"))}
    for place, delivery in enumerate(record["deliveries"]):
        found = {**shared, **control, **delivery, "type": DocumentType.DESPATCH_ADVICE}
        found["issues"] = issues if place == 0 else []
        yield _read(found)


def _read(record: Record) -> Document:
    record["number"] = record.get("number") or record.get("external_number")
    name_parties(record, record.get("partners", ()), sent_by_buyer=False)
    _date(record)
    lines = record["lines"] = list(_shipped(record.get("items", ())))
    buyers_view = _in_the_buyers_view(record, lines)
    for line in lines:
        _refer(line, buyers_view=buyers_view)
        if "notes" in line:
            line["note"] = "\n".join(line["notes"])
    return finish(record)


def _date(record: Record) -> None:
    deadlines = [{**one, "day": one.get("actual", one.get("planned"))} for one in record.get("deadlines", ())]
    for one in deadlines:
        if one.get("qualifier") == DELIVERY_ISSUED and one["day"]:
            record["issue_date"] = one["day"]
    record.setdefault("issue_date", record.get("created"))
    if record["issue_date"] == record.get("created"):
        record["issue_time"] = record.get("created_at")
    days = [one for one in deadlines if one["day"]]
    record["delivery_date"] = first_of(days, (DELIVERY_ARRIVES, DELIVERY_LEAVES), "day")


def _shipped(items: Sequence[Record]) -> Iterator[Record]:
    """The items that hold the goods: of one that is split into batches the batches, unless they repeat its quantity.

    What a batch does not say itself, its item says.
    """
    known = {reference_key(item["id"]): item for item in items if "id" in item}
    batches: dict[str, list[Record]] = {}
    for item in items:
        parent = reference_key(item.get("parent", ""))
        if parent in known:
            batches.setdefault(parent, []).append(item)
    whole = {key for key, parts in batches.items() if known[key].get("quantity") and _repeated(known[key], parts)}
    split = {key for key in batches if not known[key].get("quantity")}
    for item in items:
        parent = reference_key(item.get("parent", ""))
        if parent in split:
            shared = {key: value for key, value in known[parent].items() if key not in ("quantity", "parent")}
            yield {**shared, **item}
        elif parent not in whole and reference_key(item.get("id", "")) not in split:
            yield item


def _repeated(item: Record, batches: Sequence[Record]) -> bool:
    return bool(sum(one.get("quantity", 0) for one in batches) == item["quantity"])


def _in_the_buyers_view(record: Record, lines: Sequence[Record]) -> bool:
    """Whether the preceding document of an item is the buyer's order.

    To the sender's SAP it is the sales order, and the order stands in a segment of its own. Who builds the IDoc for the
    receiver's SAP fills it in as that reads it: for an inbound delivery, whose preceding document is the order.
    """
    if record.get("delivery_type") == _INBOUND:
        return True
    return "delivery_type" not in record and not any(
        "number" in one for line in lines for one in line.get("orders", ())
    )


def _refer(line: Record, *, buyers_view: bool) -> None:
    orders = line.get("orders", ())
    order: Record = next((one for one in orders if one.get("qualifier") == ORDER), next(iter(orders), {}))
    references = line.get("references", ())
    preceding = {"number": line.get("reference"), "line": line.get("reference_line")}
    named: dict[object, Record] = {one.get("qualifier"): one for one in reversed(references)}
    if _PURCHASE_ORDER in named or (buyers_view and _SALES_ORDER not in named):
        purchase, sale = named.get(_PURCHASE_ORDER, preceding), named.get(_SALES_ORDER, {})
    else:
        purchase, sale = Record(), named.get(_SALES_ORDER, preceding)
    for key, stated, otherwise in (("order", order, purchase), ("supplier_order", sale, Record())):
        for name in ("number", "line"):
            if (value := stated.get(name) or otherwise.get(name)) is not None:
                line[f"{key}_{name}"] = value
