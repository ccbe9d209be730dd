"""Invoices and credit notes of a generated story: split, shared, without lines, corrected, cancelled."""

from decimal import Decimal
from random import Random
from typing import Any

from orders.document import Document, Line
from tests.cases.build import credit_note, invoice, line, without_lines
from tests.generated.deliveries import Sent, amount_of, reference
from tests.generated.goods import Ordered


def invoices(chance: Random, lines: list[Ordered], sent: list[Sent], name: str, **head: Any) -> list[Document]:
    """Up to three invoices, by order or by despatch advice, with what often goes wrong."""
    made: list[Document] = []
    for count in range(chance.randrange(4)):
        number, day = f"R-{name}-{count}", f"2026-04-{1 + count:02d}"
        if chance.randrange(8) == 0:
            made.append(without_lines(number, chance.choice(("100.00", "33.30")), on=day, **head))
            continue
        rows = [row for place, one in enumerate(lines, 1) for row in _rows(chance, str(place), one, sent)]
        if chance.randrange(4) == 0:
            rows.append(line("F", 1, price="9.90", name="Fracht"))
        if rows:
            made.append(invoice(number, *rows, on=day, **head, **_head(chance)))
    return made + _follow_ups(chance, made, name, **head)


def _head(chance: Random) -> dict[str, Any]:
    how = chance.randrange(14)
    if how == 0:
        return {"standing": chance.choice(("draft", "test", "prepayment", "proforma"))}
    if how == 1:
        return {"currency": "USD"}
    return {"charges": [{"amount": "4.50", "text": "Freight", "code": "FC"}]} if how == 2 else {}


def _rows(chance: Random, place: str, one: Ordered, sent: list[Sent]) -> list[Line]:
    """The invoice lines for one order line: none, one, or two parts of it."""
    if one.quantity is None:
        amount = one.amount if chance.randrange(2) else None
        return [line(place, of=one.id, order_number=one.order, line_amount=amount)] if amount else []
    parts = chance.choice(((one.quantity,), (one.quantity,), (one.quantity - 1, 1), (1,), (one.quantity * 2,), ()))
    return [_row(chance, f"{place}.{n}", one, part, sent) for n, part in enumerate(parts) if part]


def _row(chance: Random, identity: str, one: Ordered, quantity: int, sent: list[Sent]) -> Line:
    given = amount_of(chance, one, quantity)
    delivered = [row for row in sent if row.of == one]
    refer = reference(chance, one)
    if delivered and chance.randrange(3) == 0:
        refer = {"despatch_number": delivered[0].despatch, "despatch_line": delivered[0].row}
    price = one.price if given["unit"] == one.unit else one.price / (one.other_factor or 7)
    price = round(price, 8) + chance.choice((0, 0, 0, Decimal("0.5")))
    return line(identity, given["quantity"], unit=given["unit"], price=str(price), **refer)


def _follow_ups(chance: Random, made: list[Document], name: str, **head: Any) -> list[Document]:
    """Credits, corrections and cancellations of the invoices."""
    billed = [one for one in made if one.lines]
    if not billed or chance.randrange(2):
        return []
    about = chance.choice(billed)
    number = str(about.number)
    how = chance.randrange(5)
    if how == 4:
        return [invoice(f"E-{name}", about.lines[0], on="2026-04-20", replaces=[number], **head)]
    if how == 0:
        corrected = {"type_code": "384", "invoice_references": [number]}
        return [invoice(f"K-{name}", about.lines[0], on="2026-04-20", **(head | corrected))]
    if how == 1:
        return [invoice(f"S-{name}", on="2026-04-20", cancels=[number], **head)]
    sign = chance.choice((1, -1))
    credited = _credited(chance, about.lines[0], sign)
    note = credit_note(f"G-{name}", credited, on="2026-04-21", **(head | {"invoice_references": [number]}))
    undone = [credit_note(f"GS-{name}", on="2026-04-25", cancels=[str(note.number)], **head)]
    return [note, *undone] if how == 2 and chance.randrange(3) == 0 else [note]


def _credited(chance: Random, row: Line, sign: int) -> Line:
    refer = {"of": row.order_line, "order_number": row.order_number, "item": row.buyer_item}
    refer |= {"despatch_number": row.despatch_number, "despatch_line": row.despatch_line}
    refer["remedy"] = chance.choice((None, None, "refund", "replacement"))
    if row.quantity is None or chance.randrange(3) == 0:
        return line("1", line_amount="2.50", **refer)
    price = None if row.unit_price is None else str(row.unit_price)
    return line("1", str(sign * max(Decimal(1), row.quantity // 2)), unit=row.unit, price=price, **refer)
