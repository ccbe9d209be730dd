"""What was learned about the suppliers of a case, ready to be asked (docs/matching.md, "What is learned")."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from matching.book import OrderBook, OrderLine
from matching.charges import wording
from matching.known import Known
from matching.suppliers import Suppliers
from orders.assessment import By
from orders.case import Decision
from orders.document import Line, Party
from orders.learned import Learned, Nature, wording_key
from orders.message import Message
from orders.parties import party_ids
from orders.policy import Options, Packaging, SupplierPolicy
from orders.references import item_keys, reference_key
from orders.units import conversion


class Lore:
    """What was learned, by supplier; each is looked for once."""

    def __init__(self, learned: Iterable[Learned], suppliers: Suppliers) -> None:
        self._learned = sorted(learned, key=lambda one: one.id)
        self._suppliers = suppliers
        self._known: dict[Party, Known] = {}

    def __bool__(self) -> bool:
        return bool(self._learned)

    def of(self, supplier: Party | None) -> Known | None:
        """What was learned about a supplier; nothing about one that is not named."""
        if supplier is None or not (self._learned and (supplier.name or party_ids(supplier))):
            return None
        known = self._known.get(supplier)
        if known is None:
            known = self._known[supplier] = Known()
            same: dict[Party, bool] = {}
            for one in self._learned:
                if one.supplier not in same:
                    same[one.supplier] = self._suppliers.same(one.supplier, supplier)
                if same[one.supplier]:
                    known.take(one)
        return known

    def wording(self, supplier: Party | None, line: Line) -> Learned | None:
        """What was learned of how a document line is called. One that names an item of the buyer's, or a GTIN, is no
        charge by its name.
        """
        known = self.of(supplier)
        name = wording(line)
        if known is None or name is None or line.buyer_item is not None or line.gtin is not None:
            return None
        return known.wordings.get(wording_key(name))


def teach(book: OrderBook, lore: Lore, options: Options) -> None:
    """Puts what was learned about the supplier of an order beside what is configured for it."""
    known = lore.of(book.supplier)
    if known is not None:
        book.known, book.policy = with_known(book.policy, known, options)


def with_known(policy: SupplierPolicy | None, known: Known, options: Options) -> tuple[Known, SupplierPolicy]:
    """What is configured for a supplier with what was learned beside it, and what of the latter holds. `options` are
    those of a supplier that nothing is configured for.
    """
    policy = policy or SupplierPolicy(key="", options=options)
    known = known.beside(policy)
    packed = {key: Packaging(unit=one.target, factor=one.factor) for key, one in known.units.items() if one.factor}
    return known, replace(
        policy,
        items={**{key: one.target for key, one in known.items.items()}, **policy.items},
        units={**{unit: found for (item, unit), found in packed.items() if not item}, **policy.units},
        item_units={**{key: found for key, found in packed.items() if key[0]}, **policy.item_units},
    )


def lessons(line: Line, ordered: OrderLine, book: OrderBook) -> tuple[Message, ...]:
    """What was learned and made a difference where a document line counts for an order line, a sentence each."""
    if book.known is None:
        return ()
    return tuple(lesson(one) for one in (*_items(line, ordered, book.known), *_units(line, ordered, book.known)))


def _items(line: Line, ordered: OrderLine, known: Known) -> Iterator[Learned]:
    found = known.items.get(reference_key(line.supplier_item or ""))
    ours = ordered.line.buyer_item
    if found is None or ours is None or reference_key(found.target) != reference_key(ours):
        return
    if set(item_keys(line)).isdisjoint(item_keys(ordered.line)):
        yield found


def _units(line: Line, ordered: OrderLine, known: Known) -> Iterator[Learned]:
    ours = line.unit or line.unit_text
    if ordered.by is not By.QUANTITY or line.quantity is None or conversion(ours, ordered.unit) is not None:
        return
    named = (line.supplier_item, line.buyer_item, line.gtin)
    wanted = (ordered.line.supplier_item, ordered.line.buyer_item, ordered.line.gtin)
    items = [reference_key(one) for one in (*named, *wanted) if one]
    for unit in dict.fromkeys((line.unit_text, ours, ordered.line.unit_text, ordered.unit)):
        found = next((known.units[key, unit] for key in (*items, "") if unit and (key, unit) in known.units), None)
        if found is not None:
            yield found
            if unit not in (ordered.unit, ordered.line.unit_text) and found.target == ordered.unit:
                return


def lesson(one: Learned) -> Message:
    """What was learned, from whom and when."""
    args = {
        "source": one.source,
        "target": one.target,
        "item": one.item or "",
        "factor": "" if one.factor is None else str(one.factor),
        "id": str(one.id),
        "decision": str(one.decision or ""),
        "day": one.taken_at.date().isoformat(),
        "who": one.taken_by,
    }
    return Message(f"learned.{one.kind}{'' if one.decision else '_entered'}", args)


def is_charge_by(one: Learned | None) -> bool | None:
    """What that says of a line: whether it is a charge; None if nothing was learned."""
    return None if one is None else one.target == Nature.CHARGE


def declared(decision: Decision, line: str) -> Message:
    """That a person said of a document line that it is a charge."""
    return Message("decided.is_charge", {"line": line, "who": decision.taken_by, "why": decision.said})
