"""What happens to a generated order before anything is shipped: amendments, cancellations, responses."""

from dataclasses import replace
from random import Random

from orders.document import Document, Line
from tests.cases.build import cancellation, line, order_change, response
from tests.generated.goods import Ordered, order_of

AGREEMENT = "urn:fdc:peppol.eu:poacc:trns:order_agreement:3"


def amendments(chance: Random, number: str, lines: list[Ordered]) -> list[Document]:
    """At most one order change or higher revision, and now and then a cancellation."""
    made: list[Document] = []
    how = chance.randrange(8)
    if how == 0:
        made.append(order_change(f"AE-{number}", *_changes(chance, lines), order=number, on=_day(chance, 3)))
    elif how == 1:
        fewer = [replace(one, quantity=_scaled(chance, one)) for one in lines if chance.randrange(4)]
        made.append(order_of(number, fewer or lines, revision="2", on=_day(chance, 3)))
    if chance.randrange(10) == 0:
        made.append(cancellation(f"ST-{number}", order=number, on=_day(chance, chance.choice((3, 4, 5)))))
    return made


def _changes(chance: Random, lines: list[Ordered]) -> list[Line]:
    changed = chance.choice(lines)
    how = chance.randrange(3)
    if how == 0:
        return [line(changed.id, action="cancelled")]
    if how == 1:
        return [line("90", 3, item="E-5", price="4.00", action="added")]
    return [replace(changed, quantity=_scaled(chance, changed)).line()]


def _scaled(chance: Random, one: Ordered) -> int | None:
    return None if one.quantity is None else one.quantity * chance.choice((1, 2, 3)) // chance.choice((1, 1, 2))


def responses(chance: Random, number: str, lines: list[Ordered]) -> list[Document]:
    """None, one or two answers: by head alone, or line by line; rarely an agreement that nobody ordered before."""
    made: list[Document] = []
    if chance.randrange(25) == 0:
        agreed = [one.line() for one in lines]
        made.append(response(f"OA-{number}", *agreed, order=number, on=_day(chance, 3), profile=AGREEMENT))
    for count in range(chance.randrange(3)):
        name, day = f"AB-{number}-{count}", _day(chance, 3)
        if chance.randrange(3) == 0:
            says = chance.choice(("accepted", "accepted", "rejected", "acknowledged"))
            made.append(response(name, order=number, says=says, on=day))
        else:
            answered = [row for one in lines if chance.randrange(5) for row in _answer(chance, one)]
            made.append(response(name, *answered, order=number, on=day))
    return made


def _answer(chance: Random, one: Ordered) -> list[Line]:
    """The response lines for one order line: accepted, changed, split over two dates, refused, or replaced."""
    refer = chance.choice(({"of": one.id}, {"of": one.id}, {"item": one.item}, {}))
    how = chance.randrange(7)
    if one.quantity is None or how == 0:
        return [line(one.id, response=chance.choice((None, "accepted", "rejected")), **refer)]
    full = {"unit": one.unit, "price": str(one.price)}
    if how == 1:
        return [line(one.id, max(1, one.quantity // 2), promised_date="2026-05-02", **full, **refer)]
    if how == 2:
        parts = (one.quantity - one.quantity // 2, one.quantity // 2)
        return [
            line(f"{one.id}.{n}", part, of=one.id, promised_date=f"2026-04-{10 + n}", **full)
            for n, part in enumerate(parts)
        ]
    if how == 3:
        return [line(one.id, of=one.id, response="rejected")]
    if how == 4:
        replaced = line(f"{one.id}.1", one.quantity, of=one.id, supplier_item="S-NEW", response="accepted", **full)
        return [line(one.id, one.quantity, of=one.id, response="rejected", **full), replaced]
    if how == 5:
        return [line(one.id, one.quantity, unit=one.unit, price=str(one.price + 1), promised_date=one.due, **refer)]
    return [line(one.id, one.quantity, promised_date=one.due, **full, **refer)]


def _day(chance: Random, month: int) -> str:
    return f"2026-{month:02d}-{chance.randint(2, 28):02d}"
