"""An order at work: its lines as they now stand, and what documents have booked on them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from matching.charges import is_charge, is_subtotal
from matching.known import Known
from matching.paper import Paper
from matching.prices import unit_price
from matching.tolerances import Limits
from orders.assessment import Allocation, By
from orders.document import Line, Party
from orders.numbers import Quantity
from orders.policy import Options, SupplierPolicy
from orders.quantity import ZERO, minus, plus
from orders.references import ItemKey, item_keys


@dataclass(slots=True)
class Entry:
    """One booking on an order line. `row`: the place of the document's line from 0, -1 for the document as a whole."""

    paper: Paper
    row: int
    allocation: Allocation
    refused: Quantity = ZERO  # of a receipt: how much of it was rejected


class Answer(NamedTuple):
    """What the supplier's newest answer to an order line says, in the order line's unit.

    `quantity` is what was confirmed, `rejected` what was refused, `backorder` how much more will come at most (None: it
    does not say); `price` and `day` are None where the answer leaves them as ordered. `changed`: it differs from the
    order in something that the buyer has not accepted; `disputed`: the buyer has rejected all of that.
    """

    paper: Paper
    quantity: Quantity
    rejected: Quantity
    price: Quantity | None
    day: date | None
    first_day: date | None
    changed: bool
    disputed: bool = False
    backorder: Quantity | None = None

    @property
    def rejects(self) -> bool:
        """Whether nothing of the line will come."""
        return bool(self.rejected) and not self.quantity


class Terms(NamedTuple):
    """What was wanted of an order line since a revision."""

    since: int
    line: Line
    due: date | None

    @property
    def measure(self) -> Quantity:
        """The quantity that was ordered or, of a line ordered by value, the amount."""
        by = measured_by(self.line)
        measure = self.line.quantity if by is By.QUANTITY else self.line.line_amount
        return measure or ZERO


class OrderLine:
    """One line of an order. Quantities are in `unit`; with `by` amount they are amounts of money."""

    __slots__ = (
        "agreed",
        "agreed_price",
        "answer",
        "bills",
        "by",
        "came_in",
        "cancelled",
        "changed_at",
        "closed",
        "closed_short",
        "confirmed",
        "counts",
        "deleted",
        "deliveries",
        "due",
        "id",
        "invoice_target",
        "invoiced",
        "invoiced_amount",
        "line",
        "ordered",
        "other_items",
        "overtaken",
        "position",
        "price",
        "receipts",
        "refunded",
        "refused",
        "responses",
        "rest_is_stated",
        "returned",
        "shipped",
        "target",
        "terms",
        "unit",
    )

    def __init__(self, name: str, position: int, line: Line, revision: int, due: date | None) -> None:
        self.id = name
        self.position = position
        self.terms: list[Terms] = []
        self.deleted = False
        self.cancelled: Quantity = ZERO
        self.set(line, revision, due)
        self.other_items: tuple[ItemKey, ...] = ()  # substitutes that the supplier named in an answer
        self.answer: Answer | None = None
        self.agreed: Quantity | None = None  # a confirmed quantity that the buyer accepted in place of the ordered one
        self.agreed_price: Quantity | None = None
        self.overtaken = False  # rejected, yet delivered or invoiced afterwards
        self.responses: list[Entry] = []
        self.deliveries: list[Entry] = []
        self.receipts: list[Entry] = []
        self.bills: list[Entry] = []
        self.confirmed: Quantity = ZERO
        self.shipped: Quantity = ZERO
        self.came_in: Quantity = ZERO
        self.returned: Quantity = ZERO
        self.refused: Quantity = ZERO
        self.invoiced: Quantity = ZERO
        self.invoiced_amount = ZERO
        self.closed = False  # by a person
        self.rest_is_stated = False  # a despatch advice says how much is still to come
        self.closed_short: Quantity = ZERO
        self.refunded: Quantity = ZERO
        self.target: Quantity = ZERO
        self.invoice_target: Quantity = ZERO

    def set(self, line: Line, revision: int, due: date | None) -> None:
        """The terms that hold from a revision on; `due` is the day that is requested."""
        self.terms.append(Terms(revision, line, due))
        self.changed_at = revision
        self.line = line
        self.due = due
        self.unit = line.unit or line.unit_text
        self.price = unit_price(line)
        self.by = measured_by(line)
        self.counts = self.by is not By.TEXT  # whether it takes part in progress: texts, subtotals, charges do not
        if self.by is By.QUANTITY:
            self.ordered: Quantity = line.quantity or ZERO
        else:
            self.ordered = (line.line_amount or ZERO) if self.by is By.AMOUNT else ZERO

    def terms_at(self, revision: int) -> Terms:
        """The line as it stood in a revision; as it first stood, if it came later."""
        held = self.terms[0]
        for terms in self.terms[1:]:
            if terms.since > revision:
                break
            held = terms
        return held

    @property
    def received(self) -> Quantity:
        """What came in, less what was returned."""
        return minus(self.came_in, self.returned)

    @property
    def rejected(self) -> Quantity:
        """What was refused at receipt and not yet returned: returns are taken from it first."""
        left = minus(self.refused, self.returned)
        return left if left > 0 else ZERO

    @property
    def wanted(self) -> Quantity:
        """What the supplier is to deliver before anything is closed short: ordered less cancelled and rejected, or what
        the buyer agreed to instead.
        """
        if self.deleted:
            return ZERO
        wanted = self.ordered if self.agreed is None else self.agreed
        if self.cancelled is not ZERO:
            wanted = minus(wanted, self.cancelled)
        if self.answer is not None and self.answer.rejected and not self.overtaken:
            wanted = minus(wanted, self.answer.rejected)
        return wanted if wanted > 0 else ZERO


class Revision(NamedTuple):
    """One revision of an order, counted from 0, and the document that made it."""

    step: int
    paper: Paper


class OrderBook:
    """One order with everything that is booked on it."""

    def __init__(self, identity: str, number: str, first: Paper) -> None:
        self.id = identity
        self.number = number
        self.buyer: Party | None = first.document.buyer
        self.supplier: Party | None = first.document.supplier
        self.currency: str | None = first.document.currency
        self.revisions: list[Revision] = []
        self.lines: list[OrderLine] = []
        self.by_id: dict[str, list[OrderLine]] = {}
        self.policy: SupplierPolicy | None = None
        self.known: Known | None = None  # what was learned about its supplier; `policy` has it already
        self.options = Options()
        self.limits: Limits
        self.cancellations: list[Paper] = []
        self.cancelled_by: Paper | None = None
        self.whole: list[Entry] = []  # bookings on the order as a whole: invoices without lines
        self.papers: set[int] = set()  # ranks of all documents that speak of it
        self.charges: Quantity = ZERO  # ordered charges: of the head, and lines that are charges
        self._by_key: dict[str, list[OrderLine]] | None = None
        self._by_item: dict[ItemKey, list[OrderLine]] | None = None
        self._by_supplier_line: dict[str, list[OrderLine]] = {}

    def add(self, line: Line, revision: int, due: date | None) -> OrderLine:
        """A new line of the order, under its id or, where that is missing or taken, a name of its own."""
        position = len(self.lines)
        name = line.id if line.id and line.id not in self.by_id else _own_name(line, position, self.by_id)
        added = OrderLine(name, position, line, revision, due)
        self.lines.append(added)
        self._by_key = self._by_item = None
        self.by_id[name] = [added]
        if line.id and line.id != name:
            self.by_id[line.id].append(added)
        if line.supplier_order_line:
            self.learn_supplier_line(line.supplier_order_line, added)
        return added

    def with_id(self, reference: str) -> list[OrderLine]:
        """The lines that a reference to a line may mean: the exact id first, then without case and leading zeros."""
        found = self.by_id.get(reference)
        if found is not None:
            return found
        if self._by_key is None:
            self._by_key = {}
            for name, lines in self.by_id.items():
                self._by_key.setdefault(line_key(name), []).extend(lines)
        return self._by_key.get(line_key(reference), [])

    def with_item(self, key: ItemKey) -> list[OrderLine]:
        """The lines that order an item, the earliest due first; deleted ones only if there are no others."""
        if self._by_item is None:
            found: defaultdict[ItemKey, list[OrderLine]] = defaultdict(list)
            for line in self.lines:
                if not line.counts:
                    continue
                for one in (*item_keys(line.line), *line.other_items):
                    found[one].append(line)
            self._by_item = {one: _in_turn(lines) for one, lines in found.items()}
        return self._by_item.get(key, [])

    @property
    def header_value(self) -> Decimal:
        """What bills without lines come to for the order."""
        return sum((entry.allocation.amount or ZERO for entry in self.whole), ZERO)

    def learn_items(self, line: OrderLine, keys: tuple[ItemKey, ...]) -> None:
        """Items that the supplier delivers in place of the ordered one."""
        line.other_items = keys
        self._by_item = None

    def learn_supplier_line(self, reference: str, line: OrderLine) -> None:
        """The supplier's own id of a line, as an answer or the order tells it."""
        lines = self._by_supplier_line.setdefault(reference, [])
        if line not in lines:
            lines.append(line)

    def with_supplier_line(self, reference: str) -> list[OrderLine]:
        """The lines that the supplier calls so."""
        return self._by_supplier_line.get(reference, [])

    def in_order(self) -> None:
        """Puts the bookings of each ledger into the order of their documents: rungs of the ladder book out of turn."""
        for line in self.lines:
            for entries in (line.responses, line.deliveries, line.receipts, line.bills):
                if len(entries) > 1:
                    entries.sort(key=_turn)

    def settle(self) -> None:
        """Once the lines stand: charges among them hold nothing open, unless the order is about nothing else."""
        self._by_key = self._by_item = None
        charges = [line for line in self.lines if line.counts and is_charge(line.line)]
        if len(charges) < sum(1 for line in self.lines if line.counts):
            for line in charges:
                line.by, line.counts, line.ordered = By.TEXT, False, ZERO
                self.charges = plus(self.charges, line.line.line_amount or ZERO)


def _in_turn(lines: list[OrderLine]) -> list[OrderLine]:
    kept = [line for line in lines if not line.deleted] or lines
    return sorted(kept, key=lambda line: (line.due or date.max, line.position))


def _turn(entry: Entry) -> tuple[int, int]:
    return (entry.paper.rank, entry.row)


def _own_name(line: Line, position: int, taken: Iterable[str]) -> str:
    """A name for a line without an id, or with one that the order uses twice."""
    name = f"{line.id}#{position + 1}" if line.id else str(position + 1)
    while name in taken:
        name += "#"
    return name


def line_key(reference: str) -> str:
    """A reference to a line for comparison: "00010" is "10", but "1.1" is not "11"."""
    return reference.strip().casefold().lstrip("0")


def measured_by(line: Line) -> By:
    """How progress of an order line is measured."""
    if is_subtotal(line):
        return By.TEXT
    if line.quantity is not None:
        return By.QUANTITY
    return By.AMOUNT if line.line_amount else By.TEXT
