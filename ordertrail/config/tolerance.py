"""How a tolerance is written in the configuration: "2", "5 %", or both, "5 %, max 2"; "10 value" goes by the money at
stake, which may also bound another limit: "5 %, max 50 value", "5 %, min 2 value".
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from orders.policy import Tolerance

_NUMBER = r"\d{1,12}(?:\.\d{1,6})?"
_FIRST = re.compile(rf"({_NUMBER}) *(%|value|)", re.ASCII)
_BOUND = re.compile(rf"(max|min) *({_NUMBER})(?: +(value))?", re.ASCII)
_FIRST_SETS = {"%": "percent", "value": "value", "": "absolute"}
_BOUND_SETS = {("max", None): "absolute", ("max", "value"): "value", ("min", "value"): "least_value"}

EXPECTED = (
    'must be an amount ("2"), a percentage ("5 %") or both ("5 %, max 2"); '
    'with "value" an amount is the money at stake ("10 value", "5 %, min 2 value")'
)


def parse_tolerance(value: object) -> Tolerance:
    """The limit that a value of the configuration states; a bare number is an amount.

    Raises:
        ValueError: if it states none.
    """
    text = format(value, "f") if isinstance(value, Decimal) and value.is_finite() else str(value)
    text = text.strip()
    if isinstance(value, bool):
        raise ValueError(EXPECTED)
    parts: dict[str, Decimal] = {}
    for name, number in _parts(text):
        if name in parts:
            raise ValueError(EXPECTED)
        parts[name] = Decimal(number)
    return Tolerance(**parts)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The fields of a tolerance with their numbers."""
    first, *bounds = (part.strip() for part in text.split(","))
    match = _FIRST.fullmatch(first)
    if match is None:
        raise ValueError(EXPECTED)
    yield _FIRST_SETS[match[2]], match[1]
    for bound in bounds:
        match = _BOUND.fullmatch(bound)
        if match is None or (name := _BOUND_SETS.get((match[1], match[3]))) is None:
            raise ValueError(EXPECTED)
        yield name, match[2]
