"""Lines of FatturaPA: from what stands in them to what they mean."""

from collections.abc import Iterable
from decimal import Decimal

from ingest.formats.fatturapa.codes import BARCODES, CHARGED, CLASSES, INCREASE, UNITS
from ingest.record import Record
from ingest.values.gtin import gtin
from ingest.values.prices import amounts_agree, quotient
from ingest.values.unit_codes import unit_in
from orders.remembered import remembered

_ONE = Decimal(1)
_ZERO = Decimal(0)
_PER_CENT = 100


def complete_lines(record: Record) -> None:
    """Makes of the lines' records those of `orders.document.Line`; lines that are no goods become charges."""
    stated = record.get("lines", ())
    record["lines"] = [line for line in stated if line.get("kind", "").upper() not in CHARGED]
    record["charges"] = [
        {"amount": line["line_amount"], "text": line.get("name")}
        for line in stated
        if line.get("kind", "").upper() in CHARGED and "line_amount" in line
    ]
    for line in record["lines"]:
        _complete(line)


def _complete(line: Record) -> None:
    if "measure" in line:
        line["unit"], line["unit_text"] = unit_in(UNITS, line["measure"])
    _name_item(line)
    price, quantity = line.get("price"), line.get("quantity")
    if quantity is None:
        if not line.get("line_amount"):  # text: the standard wants an amount all the same
            line.pop("line_amount", None)
    elif price is not None:
        line["unit_price"] = quotient(_net_price(price, quantity, line), _ONE)


def _net_price(price: Decimal, quantity: Decimal, line: Record) -> Decimal:
    """What one unit costs with its discounts and increases. They are of one unit, but some senders state those of the
    whole line: what comes to the line's amount is right."""
    changes, amount = line.get("discounts"), line.get("line_amount")
    if not changes:
        return price
    of_one = discounted(price, changes)
    if amount is None or not quantity or amounts_agree(quantity, of_one, amount, _ZERO):
        return of_one
    of_all = quotient(discounted(price * quantity, changes), quantity)
    return of_all if of_all is not None and amounts_agree(quantity, of_all, amount, _ZERO) else of_one


def discounted(amount: Decimal, changes: Iterable[Record]) -> Decimal:
    """`amount` after discounts and increases, one after the other. Where both stand, an amount counts before a
    percentage."""
    for change in changes:
        step = abs(change.get("amount") or amount * change.get("percent", _ZERO) / _PER_CENT)
        amount += step if change.get("kind", "").upper() == INCREASE else -step
    return amount


def _name_item(line: Record) -> None:
    """CodiceTipo is free text. What it does not call the buyer's is the supplier's: it is his document."""
    barcodes = []
    for one in line.get("codes", ()):
        kind = _key_of(one.get("kind", ""))
        code = one.get("code")
        if code is None or kind in CLASSES:
            continue
        if kind in BARCODES:
            barcodes.append(("EAN", code))
        elif "cli" in kind or kind == "buyer":  # AswArtCli, codice cliente
            line.setdefault("buyer_item", code)
        else:
            line.setdefault("supplier_item", code)
    line["gtin"] = gtin(barcodes)


@remembered(1_024)
def _key_of(kind: str) -> str:
    return "".join(character for character in kind.lower() if character.isalnum())
