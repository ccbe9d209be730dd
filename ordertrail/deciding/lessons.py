"""What a decision teaches about a supplier, beyond what it decides (docs/matching.md, "What is learned").

Only what the decision leaves no doubt about, and what neither the configuration nor an earlier lesson says already.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace
from sqlalchemy import Connection

from matching.charges import is_charge, wording
from matching.ladder.items import learned_item
from matching.lore import Lore, with_known
from matching.measures import factor
from matching.prices import unit_price
from matching.suppliers import Suppliers
from orders.assessment import By, LineAssessment, OrderAssessment
from orders.case import Decision, DecisionKind
from orders.document import Line, Party
from orders.learned import Learned, LearnedKind, Nature, wording_key
from orders.numbers import Quantity
from orders.policy import Policy, SupplierPolicy
from orders.quantity import exactly, over, size
from orders.references import reference_key
from ordertrail.deciding.naming import Meant, document_of_id, order_of_id
from ordertrail.store.learned import learn, learned_until


def teach(connection: Connection, decision: Decision, policy: Policy) -> list[Learned]:
    """Keeps what a decision teaches, within its transaction."""
    with exactly():
        return [learn(connection, one) for one in list(_lessons(connection, decision, policy))]


def _lessons(connection: Connection, decision: Decision, policy: Policy) -> Iterator[Learned]:
    document = document_of_id(connection, decision.document or "")
    if document is None or decision.document_line not in document.lines:
        return
    stated = document.lines[decision.document_line]
    suppliers = Suppliers(policy.suppliers)
    known = _Known(Lore(learned_until(connection), suppliers), suppliers, policy)
    if decision.kind is DecisionKind.CHARGE:
        yield from _charge(decision, document.filed.document.supplier, stated, known)
    elif decision.kind is DecisionKind.ASSIGN and decision.quantity is None:
        order = order_of_id(connection, decision.order or "")
        ordered = next((one for one in order.lines if one.line == decision.order_line), None) if order else None
        supplier = _supplier(connection, order)
        if ordered is not None and supplier is not None and (supplier.name or supplier.ids or supplier.vat_id):
            yield from _item(decision, supplier, stated, ordered, known.policy(supplier))
            yield from _unit(decision, supplier, stated, ordered, known.policy(supplier))


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known already."""

    lore: Lore
    suppliers: Suppliers
    configured: Policy

    def policy(self, supplier: Party) -> SupplierPolicy | None:
        """What is configured for a supplier, and beside it what was learned."""
        policy, known = self.suppliers.policy(supplier), self.lore.of(supplier)
        return policy if known is None else with_known(policy, known, self.configured.options)[1]


def _supplier(connection: Connection, order: OrderAssessment | None) -> Party | None:
    """The supplier as the order's first document names it: by it the order's documents are compared."""
    first: Meant | None = document_of_id(connection, order.revisions[0].document) if order and order.revisions else None
    return None if first is None else first.filed.document.supplier


def _lesson(decision: Decision, kind: LearnedKind, supplier: Party, source: str, target: str) -> Learned:
    return Learned(
        id=0,
        kind=kind,
        supplier=supplier,
        source=source,
        target=target,
        decision=decision.id,
        taken_at=decision.taken_at,
        taken_by=decision.taken_by,
        why=decision.why,
    )


def _item(
    decision: Decision, supplier: Party, line: Line, ordered: LineAssessment, policy: SupplierPolicy | None
) -> Iterator[Learned]:
    """The supplier's item is ours, if no number that both name says so, or says otherwise."""
    if not (line.supplier_item and ordered.buyer_item and reference_key(line.supplier_item)):
        return
    buyer, gtin = _same(line.buyer_item, ordered.buyer_item), _same(line.gtin, ordered.gtin)
    if not (buyer is None and gtin is None) or _same(line.supplier_item, ordered.supplier_item):
        return
    configured = {reference_key(item) for item in (policy.items if policy else ())}
    known = learned_item(line, policy)
    if reference_key(known or "") == reference_key(ordered.buyer_item):
        return
    if known is None or reference_key(line.supplier_item) in configured:
        yield _lesson(decision, LearnedKind.ITEM, supplier, line.supplier_item, ordered.buyer_item)


def _same(one: str | None, other: str | None) -> bool | None:
    """Whether two item numbers are the same; None if one of them is not stated."""
    return None if not one or not other else reference_key(one) == reference_key(other)


def _as_line(ordered: LineAssessment) -> Line:
    """An order line as documents have it: what its unit is looked up by."""
    return Line(
        unit=ordered.unit, buyer_item=ordered.buyer_item, supplier_item=ordered.supplier_item, gtin=ordered.gtin
    )


def _unit(
    decision: Decision, supplier: Party, line: Line, ordered: LineAssessment, policy: SupplierPolicy | None
) -> Iterator[Learned]:
    """How much one of the supplier's unit is, if quantity and price both say it, and the same."""
    unit, item = line.unit or line.unit_text, line.supplier_item or line.buyer_item or line.gtin
    if not (unit and item and ordered.unit) or ordered.by is not By.QUANTITY:
        return
    if factor(line, _as_line(ordered), policy) is not None:
        return
    told = exact_factor(line, ordered)
    if told is not None:
        yield replace(_lesson(decision, LearnedKind.UNIT, supplier, unit, ordered.unit), item=item, factor=told)


def exact_factor(line: Line, ordered: LineAssessment) -> Quantity | None:
    """How many of the order line's unit one of the document line's is, if its quantity is the ordered one and its price
    the ordered one, counted in the same way; or, where it states no price, if the supplier says that nothing is left.
    A part of what was ordered tells nothing.
    """
    quantity, price = line.quantity, unit_price(line)
    if not quantity or quantity < 0 or ordered.ordered <= 0:
        return None
    told = over(ordered.ordered, quantity)
    if price and ordered.unit_price:
        return told if over(size(price), ordered.unit_price) == told else None
    return told if line.outstanding_quantity == 0 else None


def _charge(decision: Decision, supplier: Party | None, line: Line, known: _Known) -> Iterator[Learned]:
    """A line of that wording is a charge, if it does not sound like one anyway."""
    name = wording(line)
    if (
        supplier is None
        or name is None
        or not wording_key(name)
        or line.buyer_item is not None
        or line.gtin is not None
    ):
        return
    said = known.lore.wording(supplier, line)
    if (is_charge(line) if said is None else said.target == Nature.CHARGE) is False:
        yield _lesson(decision, LearnedKind.CHARGE, supplier, name, Nature.CHARGE)
