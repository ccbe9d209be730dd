"""Orders, and the despatch advices and invoices for them, with what each of their lines is really about.

What suppliers leave out or change goes by supplier: one never names the buyer's line, another has renumbered its
articles, a third writes English. Figures follow what buyers see: a third of deliveries is partial, prices are off by a
discount or a rounding in one case of twelve, quantities by an over-delivery in one of thirty.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from bench.likeness.goods import Article, catalogue
from bench.likeness.spelling import written
from orders.document import Document, DocumentType, Line, OrderReference, Party

BUYER = Party(name="Hansen Maschinenbau")
LOTS = (1, 2, 4, 5, 8, 10, 12, 20, 25, 30, 40, 50, 75, 100, 100, 150, 200, 250, 300, 500, 500, 1000, 2000)
Truth = tuple[tuple[str, str], ...]
"""The order lines, as order number and line, that a document line is about; none for what nobody ordered."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One order line."""

    order: str
    line: str
    article: Article
    quantity: int
    due: date


@dataclass(slots=True)
class Trade:
    """Documents, and the truth about each line of them by document number and line id."""

    documents: list[Document] = field(default_factory=list)
    truth: dict[tuple[str, str], Truth] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sender:
    """A supplier and its habits: the shares of its lines that name something."""

    party: Party
    families: list[list[Article]]
    regulars: list[list[Article]]  # what is ordered from it again and again
    german: bool
    renumbered: bool
    names_line: float
    names_item: float
    names_order: float


def sender(chance: Random, number: int, *, orders_named: bool) -> Sender:
    """A supplier; most name less than they should. With `orders_named` False some forget the order, a few always."""
    families = catalogue(chance, number)
    return Sender(
        party=Party(name=f"Lieferant {number} GmbH"),
        families=families,
        regulars=[family[start : start + 2] for family in families for start in chance.sample(range(len(family)), 3)],
        german=chance.random() < 0.6,
        renumbered=chance.random() < 0.2,
        names_line=chance.choice((0.0, 0.0, 0.3, 0.8)),
        names_item=chance.choice((0.0, 0.0, 0.5, 0.9)),
        names_order=1.0 if orders_named else chance.choice((1.0, 0.95, 0.95, 0.9, 0.7, 0.0)),
    )


def trade(seed: int, orders: int, *, orders_named: bool = True) -> Iterator[Trade]:
    """An order at a time, with everything that was sent for it."""
    chance = Random(seed)
    senders = [sender(chance, number, orders_named=orders_named) for number in range(max(5, orders // 25))]
    for count in range(orders):
        yield _order_and_more(chance, chance.choice(senders), f"45{count:06d}")


def _order_and_more(chance: Random, of: Sender, number: str) -> Trade:
    issued = date(2026, 1, 5) + timedelta(days=chance.randrange(200))
    wanted = ordered(chance, of, number, issued)
    told = Trade([order_document(of, number, issued, wanted)])
    sent = deliveries(chance, of, wanted)
    for count, (day, parts) in enumerate(sent):
        for kind in (DocumentType.DESPATCH_ADVICE, DocumentType.INVOICE):
            if chance.random() < 0.8:
                name = f"{kind.value[:2].upper()}{number}-{count}"
                heads = (number,) if chance.random() < of.names_order else ()
                add(told, document(chance, of, kind, name, day, heads, parts, wanted))
    return told


def ordered(chance: Random, of: Sender, number: str, issued: date) -> list[Wanted]:
    """The lines of an order; buyers order sizes of one family together, and now and then an article for two dates."""
    count = min(1 + int(chance.paretovariate(0.9)), 40)
    rows: list[tuple[Article, date]] = []
    while len(rows) < count:
        family = chance.choice(of.regulars if chance.random() < 0.3 else of.families)
        start = chance.randrange(len(family))
        for article in family[start : start + chance.choice((1, 1, 2, 4))]:
            due = issued + timedelta(days=chance.choice((7, 14, 21, 21, 28, 42)))
            rows.append((article, due))
            if chance.random() < 0.06:
                rows.append((article, due + timedelta(days=28)))
    return [
        Wanted(number, str(10 * place), article, chance.choice(LOTS), due)
        for place, (article, due) in enumerate(rows[:count], 1)
    ]


def order_document(of: Sender, number: str, issued: date, wanted: list[Wanted]) -> Document:
    """The order as the buyer's program wrote it: complete, in German."""
    return Document(
        type=DocumentType.ORDER,
        number=number,
        issue_date=issued,
        format="bench",
        currency="EUR",
        supplier=of.party,
        buyer=BUYER,
        lines=tuple(
            Line(
                id=one.line,
                buyer_item=one.article.ours,
                supplier_item=one.article.number,
                name=one.article.german,
                quantity=Decimal(one.quantity),
                unit=one.article.unit,
                unit_price=Decimal(one.article.cents) / 100,
                requested_date=one.due,
            )
            for one in wanted
        ),
    )


Part = tuple[tuple[Wanted, ...], int]
"""So much for these order lines, as one line of a document."""


def deliveries(chance: Random, of: Sender, wanted: list[Wanted]) -> list[tuple[date, list[Part]]]:
    """What was sent when: everything at once or in two parts; lines of one article merged, or split by batch."""
    first: list[Part] = []
    second: list[Part] = []
    for one in wanted:
        how = chance.random()
        if how < 0.65:
            first.append(((one,), one.quantity))
        elif how < 0.75:
            second.append(((one,), one.quantity))
        elif how < 0.90 and one.quantity > 3:
            part = max(1, int(one.quantity * chance.choice((0.25, 0.5, 0.6, 0.8))))
            first.append(((one,), part))
            second.append(((one,), one.quantity - part))
        elif how < 0.97 and one.quantity > 3:  # two batches of one delivery
            part = max(1, int(one.quantity * chance.choice((0.3, 0.5, 0.7))))
            first += [((one,), part), ((one,), one.quantity - part)]
    if chance.random() < 0.5:
        first = merged(first)
    if chance.random() < 0.5:
        chance.shuffle(first)
    day = min(one.due for one in wanted) + timedelta(days=chance.choice((-3, -1, 0, 0, 0, 1, 2, 5, 12)))
    later = day + timedelta(days=chance.choice((7, 14, 28)))
    return [(on, parts) for on, parts in ((day, first), (later, second)) if parts]


def merged(parts: list[Part]) -> list[Part]:
    """Full deliveries of one article as one line."""
    by_article: dict[str, Part] = {}
    for wanted, quantity in parts:
        key = wanted[0].article.number if quantity == wanted[0].quantity else f"{wanted[0].line}/{len(by_article)}"
        known = by_article.get(key)
        by_article[key] = (wanted, quantity) if known is None else (known[0] + wanted, known[1] + quantity)
    return list(by_article.values())


def document(
    chance: Random,
    of: Sender,
    kind: DocumentType,
    name: str,
    day: date,
    heads: tuple[str, ...],
    parts: list[Part],
    known: list[Wanted],
) -> tuple[Document, dict[str, Truth]]:
    """What the supplier sends, and the truth about its lines. `known`: everything that was ordered."""
    lines: list[Line] = []
    truth: dict[str, Truth] = {}
    for wanted, quantity in parts:
        identity = str(len(lines) + 1)
        lines.append(_line(chance, of, kind, identity, wanted, quantity))
        truth[identity] = tuple((one.order, one.line) for one in wanted)
    if chance.random() < 0.05:  # something that nobody ordered
        identity = str(len(lines) + 1)
        article = chance.choice(chance.choice(of.families))
        stranger = Wanted("", "", article, 0, day)
        if article not in {one.article for one in known}:
            lines.append(_line(chance, of, kind, identity, (stranger,), chance.choice(LOTS)))
            truth[identity] = ()
    if kind is DocumentType.INVOICE and chance.random() < 0.2:
        identity = str(len(lines) + 1)
        lines.append(Line(id=identity, name="Frachtkosten", quantity=Decimal(1), unit_price=Decimal("9.90")))
        truth[identity] = ()
    fields: dict[str, Any] = {"delivery_date": day} if chance.random() < 0.5 else {}
    made = Document(
        type=kind,
        number=name,
        issue_date=day + timedelta(days=2 if kind is DocumentType.INVOICE else 0),
        format="bench",
        currency="EUR",
        supplier=of.party,
        buyer=BUYER,
        order_references=tuple(OrderReference(number=head) for head in heads),
        lines=tuple(lines),
        **fields,
    )
    return made, truth


def add(told: Trade, made: tuple[Document, dict[str, Truth]]) -> None:
    """Takes a document in."""
    one, truth = made
    told.documents.append(one)
    told.truth.update({(one.number or "", identity): lines for identity, lines in truth.items()})


def _line(
    chance: Random, of: Sender, kind: DocumentType, identity: str, wanted: tuple[Wanted, ...], quantity: int
) -> Line:
    article = wanted[0].article
    fields: dict[str, Any] = {}
    if wanted[0].line and len(wanted) == 1 and chance.random() < of.names_line:
        fields["order_line"] = wanted[0].line
    if chance.random() < of.names_item:
        fields |= _item(chance, of, article)
    if chance.random() < 0.95:
        fields["name"] = written(chance, article, of.german)
    if chance.random() < 1 / 30:
        quantity += max(1, quantity // 20)
    if kind is DocumentType.INVOICE or chance.random() < 0.1:
        price = Decimal(article.cents) / 100
        if chance.random() < 1 / 12:
            price = (price * Decimal(chance.choice(("0.98", "0.97", "1.02", "1.05", "0.9")))).quantize(
                Decimal("0.0001")
            )
        fields |= {"unit_price": price, "line_amount": (price * quantity).quantize(Decimal("0.01"))}
    unit = None if chance.random() < 0.1 else "H87" if article.unit == "C62" and chance.random() < 0.3 else article.unit
    return Line(id=identity, quantity=Decimal(quantity), unit=unit, **fields)


def _item(chance: Random, of: Sender, article: Article) -> dict[str, str]:
    """The item number: the one the buyer knows, or one that changed or was typed wrong."""
    if of.renumbered:
        return {"supplier_item": f"N{article.number[1:].replace('-', '')}"}
    if chance.random() < 0.04:
        place = chance.randrange(2, len(article.number))
        return {"supplier_item": article.number[:place] + chance.choice("0123456789") + article.number[place + 1 :]}
    return chance.choice(
        ({"supplier_item": article.number}, {"supplier_item": article.number}, {"buyer_item": article.ours})
    )
