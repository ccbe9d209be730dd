"""A story told in another year, or of three times as much of everything, ends in the same statuses."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import assume, given
from msgspec import Struct
from msgspec.structs import replace

from orders.case import Case
from orders.document import DocumentType
from tests.cases.outcome import outcome
from tests.laws.told import Told, stories

_ROUNDED = {"price_over", "price_under", "price_changed", "line_amount_mismatch", "total_mismatch", "tax_mismatch"}
"""What is money only by cents: three times as much may be more than rounding hides."""

_COUNTS = {"quantity", "rejected_quantity", "short_quantity", "outstanding_quantity", "backorder_quantity"}
_AMOUNTS = {"line_amount", "amount", "lines", "net", "tax", "gross", "payable"}


@given(stories(decided=False))
def test_three_times_as_much_ends_the_same(told: Told) -> None:
    assume(
        all(one.lines or one.type != DocumentType.INVOICE for one in told.documents)
    )  # cents are shared out in cents

    def tripled(name: str, value: object) -> object:
        return value * 3 if isinstance(value, Decimal) and name in _COUNTS | _AMOUNTS else value

    assert _statuses(told, tripled) == _statuses(told)


@given(stories(decided=False))
def test_another_year_ends_the_same(told: Told) -> None:
    def later(_: str, value: object) -> object:
        return value.replace(year=value.year + 5) if isinstance(value, date) else value

    assert _statuses(told, later) == _statuses(told)


def _statuses(told: Told, change: Callable[[str, object], object] | None = None) -> list[tuple[Any, ...]]:
    """Orders with their tracks and the codes of their deviations, once every value was changed. Ids stay: they settle
    which of two documents of one moment is the later."""
    cases = [case if change is None else _changed(case, change) for case in told.cases()]
    found = outcome(cases)
    told_of = [one for one in found.every_deviation if one.code not in _ROUNDED]
    codes = sorted((one.order_number or "", one.order_line or "", one.code.value) for one in told_of)
    return [(order.number, order.status, found.tracks(order.number)) for order in found.orders] + [tuple(codes)]


def _changed(case: Case, change: Callable[[str, object], object]) -> Case:
    filed = tuple(replace(one, document=_through(one.document, change)) for one in case.documents)
    return replace(case, documents=filed)


def _through(value: Any, change: Callable[[str, object], object]) -> Any:
    """The value with `change` made to every field of it that is no value of ours itself."""
    made: dict[str, Any] = {}
    for name in value.__struct_fields__:
        held = getattr(value, name)
        if isinstance(held, tuple) and held and isinstance(held[0], Struct):
            made[name] = tuple(_through(one, change) for one in held)
        elif isinstance(held, Struct):
            made[name] = _through(held, change)
        else:
            made[name] = change(name, held)
    return replace(value, **made)
