"""Whether two documents say the same, whatever they were written in (docs/matching.md, "Duplicates").

What only one of them states is no difference: a CSV row knows less than the XML of the same invoice. Texts are left
aside (names, notes), and everything about the file rather than the document.
"""

from collections.abc import Sequence
from decimal import Decimal

from matching.charges import is_subtotal
from orders.document import Document, Line, Totals
from orders.likeness import worth
from orders.quantity import ZERO
from orders.references import order_keys, reference_key
from orders.units import same_unit

_FIGURES = (
    "quantity",
    "rejected_quantity",
    "short_quantity",
    "outstanding_quantity",
    "backorder_quantity",
    "minimum_quantity",
    "maximum_quantity",
    "quantity_under_percent",
    "quantity_over_percent",
    "line_amount",
    "requested_date",
    "promised_date",
    "delivery_date",
    "response",
    "action",
    "remedy",
)
_IDS = ("order_line", "buyer_item", "supplier_item", "gtin")


def same_content(one: Document, other: Document) -> bool:
    """Whether nothing that both documents state differs."""
    return (
        _agree(one.issue_date, other.issue_date)
        and _agree(one.currency, other.currency)
        and _agree(one.response, other.response)
        and _agree(one.standing, other.standing)
        and same_totals(one.totals, other.totals)
        and _same_orders(one, other)
        and _same_accounts(one, other)
        and _same_lines(one.lines, other.lines)
    )


def same_totals(one: Totals, other: Totals) -> bool:
    """Whether no sum that both state differs."""
    return (
        _agree(one.lines, other.lines)
        and _agree(one.net, other.net)
        and _agree(one.tax, other.tax)
        and _agree(one.gross, other.gross)
        and _agree(one.payable, other.payable)
    )


def same_worth(one: Document, other: Document) -> bool:
    """Whether two documents come to the same, by the first total that both state."""
    for field in ("gross", "payable", "net", "lines"):
        ours, theirs = getattr(one.totals, field), getattr(other.totals, field)
        if ours is not None and theirs is not None:
            return bool(ours == theirs)
    ours, theirs = worth(one), worth(other)
    return ours is not None and ours == theirs


def _agree(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _same_orders(one: Document, other: Document) -> bool:
    ours, theirs = ({key for ref in doc.order_references for key in order_keys(ref.number)} for doc in (one, other))
    return not ours or not theirs or ours == theirs


def _same_accounts(one: Document, other: Document) -> bool:
    ours, theirs = ({account.iban for account in doc.payment_accounts if account.iban} for doc in (one, other))
    return not ours or not theirs or ours == theirs


def _same_lines(ours: Sequence[Line], theirs: Sequence[Line]) -> bool:
    """Line by line as they stand; otherwise without texts and subtotals, which some formats leave out, and sorted."""
    if _pairwise(ours, theirs):
        return True
    some, others = (sorted(filter(_counts, lines), key=_figures) for lines in (ours, theirs))
    return bool(some) and _pairwise(some, others)


def _pairwise(ours: Sequence[Line], theirs: Sequence[Line]) -> bool:
    return len(ours) == len(theirs) and all(map(_same_line, ours, theirs))


def _counts(line: Line) -> bool:
    """Whether a line says more than a text: a figure, or an answer, which needs none."""
    stated = (line.quantity, line.line_amount, line.response)
    return any(value is not None for value in stated) and not is_subtotal(line)


def _figures(line: Line) -> tuple[Decimal, Decimal, str]:
    quantity, price = line.quantity or ZERO, line.unit_price or ZERO
    amount = quantity * price if line.line_amount is None else line.line_amount
    return amount, quantity, reference_key(line.supplier_item or line.buyer_item or line.gtin or "")


def _same_line(one: Line, other: Line) -> bool:
    return (
        all(_agree(getattr(one, field), getattr(other, field)) for field in _FIGURES)
        and _same_price(one, other)
        and all(_same_id(getattr(one, field), getattr(other, field)) for field in _IDS)
        and same_unit(one.unit, other.unit)
    )


def _same_price(one: Line, other: Line) -> bool:
    """Whether prices agree; where quantity and amount are the same, as far as the one with fewer decimals shows."""
    ours, theirs = one.unit_price, other.unit_price
    if _agree(ours, theirs) or ours is None or theirs is None:
        return True
    if None in (one.line_amount, one.quantity) or (one.line_amount, one.quantity) != (
        other.line_amount,
        other.quantity,
    ):
        return False
    return abs(ours - theirs) * 2 <= Decimal(1).scaleb(-max(2, min(_places(ours), _places(theirs))))


def _places(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _same_id(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other or reference_key(one) == reference_key(other)
