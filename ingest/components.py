"""Components of an item: lines of a document that are no lines of an order."""

from collections.abc import Callable, Iterable, Iterator

from ingest.record import Record
from orders.references import reference_key


def traded(items: Iterable[Record], is_ordered: Callable[[Record], bool]) -> Iterator[Record]:
    """Without what stands below another item (`parent`, an `id`) and has neither a price nor a line of the order."""
    items = list(items)
    known = {reference_key(item["id"]) for item in items if "id" in item}
    for item in items:
        parent = reference_key(item.get("parent", ""))
        if not parent or parent not in known or item.get("price") or item.get("line_amount") or is_ordered(item):
            yield item
