"""Whether a document line and an order line speak of the same item."""

from matching.book import OrderBook, OrderLine
from orders.document import Line
from orders.policy import SupplierPolicy
from orders.references import ItemKey, item_keys, reference_key


def contradict(line: Line, ordered: OrderLine, book: OrderBook) -> bool:
    """Whether the items differ in a numbering that both use, and agree in none."""
    theirs = ordered.line
    differs = False
    for one, other in (
        (line.buyer_item, theirs.buyer_item),
        (line.supplier_item, theirs.supplier_item),
        (line.gtin, theirs.gtin),
    ):
        if one is not None and other is not None:
            if one == other:
                return False
            ours, ordered_key = reference_key(one), reference_key(other)
            if ours and ours == ordered_key:
                return False
            differs = differs or bool(ours and ordered_key)
    return differs and not _known_otherwise(line, ordered, book.policy)


def agree(line: Line, ordered: OrderLine, book: OrderBook) -> bool:
    """Whether the items agree in a numbering that both use."""
    ours = item_keys(line)
    if not ours:
        return False
    return not set(ours).isdisjoint(item_keys(ordered.line)) or _known_otherwise(line, ordered, book.policy)


def _known_otherwise(line: Line, ordered: OrderLine, supplier: SupplierPolicy | None) -> bool:
    """By a substitute that the supplier announced, or by what was learned of the supplier's item numbers."""
    if ordered.other_items and not set(ordered.other_items).isdisjoint(item_keys(line)):
        return True
    learned = learned_item(line, supplier)
    ours = ordered.line.buyer_item
    return learned is not None and ours is not None and reference_key(learned) == reference_key(ours)


def learned_item(line: Line, supplier: SupplierPolicy | None) -> str | None:
    """Our item for the supplier's, where somebody said so."""
    text = line.supplier_item
    if text is None or supplier is None or not supplier.items:
        return None
    return supplier.items.get(text) or supplier.items.get(reference_key(text))


def keys_of_item(line: Line, supplier: SupplierPolicy | None) -> list[ItemKey]:
    """The item that a document line names, and ours for it where somebody said so."""
    keys = item_keys(line)
    learned = learned_item(line, supplier)
    if learned is not None:
        keys.append(("buyer", reference_key(learned)))
    return keys


def item_of(line: Line) -> str:
    """The item as the document names it."""
    return line.buyer_item or line.supplier_item or line.gtin or ""
