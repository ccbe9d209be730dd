"""A seeded world of trade: orders with a heavy tail of lines, and everything suppliers send about them.

The shape, not the words, is what matters: most orders are small and a few are huge, deliveries and invoices are split,
some invoices cover several orders, some references are missing or say nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

MAX_LINES = 500
PLACEHOLDERS = ("NA", "n/a", "-", "0", "none")
UNITS = ("C62", "C62", "C62", "H87", "KGM", "MTR", "LTR", "XPX", "DZN")
WORDS = (
    "Sechskantschraube",
    "Dichtring",
    "Lagerbuchse",
    "Kabelbinder",
    "Flansch",
    "Hydraulikschlauch",
    "Filter",
    "Steckverbinder",
    "Gehäuse",
    "Distanzhülse",
    "Federscheibe",
    "Ventil",
    "Messing",
    "verzinkt",
    "M8",
    "M12",
    "DN50",
)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a supplier sells."""

    supplier_item: str
    buyer_item: str
    gtin: str
    name: str
    unit: str
    cents: int


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a document: `order_line` of `order`, None where the sender left the reference out."""

    id: int
    order: str | None
    order_line: int | None
    item: Item
    quantity: int
    cents: int


@dataclass(frozen=True, slots=True)
class Paper:
    """One document before it is written as a file. `order` is the reference in its head."""

    type: str
    number: str
    supplier: int
    issued: date
    order: str | None
    rows: tuple[Row, ...]
    despatch: str | None = None
    invoice: str | None = None


def papers(seed: int, suppliers: int = 200, series: str = "45") -> Iterator[Paper]:
    """An endless stream of documents, order by order; the same for the same seed. Order numbers begin with `series`."""
    random = Random(seed)
    catalogue: dict[int, list[Item]] = {}
    held: list[Paper] = []
    for count in range(10**9):
        supplier = min(int(random.paretovariate(0.7)) - 1, suppliers - 1)
        items = catalogue.setdefault(supplier, [_item(random, supplier, n) for n in range(120)])
        for paper in _story(random, f"{series}{count:08d}", supplier, items):
            if paper.type == "invoice" and random.random() < 0.06:
                held.append(paper)
            else:
                yield paper
        yield from _shared_invoices(random, held)


def _item(random: Random, supplier: int, n: int) -> Item:
    name = " ".join(random.sample(WORDS, 3)) + f" {random.randrange(10, 990)}"
    gtin = f"40{supplier:05d}{n:05d}"
    return Item(
        f"S{supplier}-{n:04d}",
        f"{100000 + supplier * 1000 + n}",
        _with_check_digit(gtin),
        name,
        random.choice(UNITS),
        random.randrange(5, 90_000),
    )


def _with_check_digit(digits: str) -> str:
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return f"{digits}{-total % 10}"


def _story(random: Random, number: str, supplier: int, items: list[Item]) -> Iterator[Paper]:
    lines = min(int(random.paretovariate(0.95) * 1.4), MAX_LINES)
    ordered = date(2026, 1, 5) + timedelta(days=random.randrange(250))
    rows = tuple(
        Row(n * 10, number, n * 10, item := random.choice(items), random.randrange(1, 200), item.cents)
        for n in range(1, lines + 1)
    )
    order = Paper("order", number, supplier, ordered, number, rows)
    yield order
    if random.random() < 0.85:
        yield _response(random, order)
    yield from _deliveries(random, order)


def _response(random: Random, order: Paper) -> Paper:
    changed = tuple(
        replace(row, quantity=max(1, row.quantity - 1)) if random.random() < 0.04 else row for row in order.rows
    )
    return replace(
        order,
        type="order_response",
        number=f"AB-{order.number}",
        rows=_numbered(changed),
        issued=order.issued + timedelta(days=random.randrange(1, 5)),
    )


def _deliveries(random: Random, order: Paper) -> Iterator[Paper]:
    parts = random.choices((0, 1, 2, 3), (0.08, 0.62, 0.22, 0.08))[0]
    left = {row.id: row.quantity for row in order.rows}
    for part in range(1, parts + 1):
        rows = _part(random, order, left, last=part == parts and random.random() < 0.9)
        if not rows:
            return
        issued = order.issued + timedelta(days=7 * part + random.randrange(5))
        despatch = Paper("despatch_advice", f"LS{order.number[2:]}-{part}", order.supplier, issued, order.number, rows)
        yield despatch
        if random.random() < 0.8:
            yield replace(
                despatch,
                type="receipt_advice",
                number=f"WE{order.number[2:]}-{part}",
                despatch=despatch.number,
                issued=issued + timedelta(days=2),
            )
        yield from _bills(random, despatch, part)


def _part(random: Random, order: Paper, left: dict[int, int], *, last: bool) -> tuple[Row, ...]:
    rows = []
    for row in order.rows:
        open_quantity = left[row.id]
        quantity = open_quantity if last else min(open_quantity, random.randrange(0, row.quantity + 1))
        if quantity:
            left[row.id] -= quantity
            rows.append(replace(row, quantity=quantity))
    return _numbered(tuple(rows))


def _bills(random: Random, despatch: Paper, part: int) -> Iterator[Paper]:
    if random.random() < 0.1:
        return
    rows = tuple(
        replace(row, cents=row.cents + random.randrange(1, 30)) if random.random() < 0.02 else row
        for row in despatch.rows
    )
    invoice = replace(
        despatch,
        type="invoice",
        number=f"RE{despatch.number[2:]}",
        rows=rows,
        despatch=despatch.number,
        issued=despatch.issued + timedelta(days=random.randrange(1, 6)),
    )
    invoice = _careless(random, invoice)
    yield invoice
    if random.random() < 0.03:
        first = replace(rows[0], quantity=max(1, rows[0].quantity // 3))
        yield replace(
            invoice, type="credit_note", number=f"GU{despatch.number[2:]}{part}", rows=(first,), invoice=invoice.number
        )


def _careless(random: Random, paper: Paper) -> Paper:
    chance = random.random()
    if chance < 0.05:  # the sender's system had to fill the field
        bare = tuple(replace(row, order=None, order_line=None) for row in paper.rows)
        return replace(paper, order=random.choice(PLACEHOLDERS), rows=bare)
    if chance < 0.12:  # order known, lines not
        return replace(paper, rows=tuple(replace(row, order=None, order_line=None) for row in paper.rows))
    return paper


def _shared_invoices(random: Random, held: list[Paper]) -> Iterator[Paper]:
    by_supplier: dict[int, list[Paper]] = {}
    for paper in held:
        by_supplier.setdefault(paper.supplier, []).append(paper)
    for papers_of_one in by_supplier.values():
        if len(papers_of_one) < 2 or len(held) < 40:
            continue
        rows = tuple(row for paper in papers_of_one for row in paper.rows)
        yield replace(
            papers_of_one[0],
            order=None,
            despatch=None,
            rows=_numbered(rows[:MAX_LINES]),
            issued=max(paper.issued for paper in papers_of_one),
        )
        for paper in papers_of_one:
            held.remove(paper)


def _numbered(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(replace(row, id=n) for n, row in enumerate(rows, 1))
