"""How a tolerance is written in the configuration: "2", "5 %", or both, "5 %, max 2"."""

import re
from decimal import Decimal

from orders.policy import Tolerance

_NUMBER = r"\d{1,12}(?:\.\d{1,6})?"
_PERCENT = re.compile(rf"({_NUMBER}) *%(?: *, *max *({_NUMBER}))?", re.ASCII)
_ABSOLUTE = re.compile(_NUMBER, re.ASCII)

EXPECTED = 'must be an amount ("2"), a percentage ("5 %") or both ("5 %, max 2")'


def parse_tolerance(value: object) -> Tolerance:
    """The limit that a value of the configuration states; a bare number is an amount.

    Raises:
        ValueError: if it states none.
    """
    text = format(value, "f") if isinstance(value, Decimal) and value.is_finite() else str(value)
    text = text.strip()
    if isinstance(value, bool):
        raise ValueError(EXPECTED)
    if match := _PERCENT.fullmatch(text):
        percent, most = match.groups()
        return Tolerance(percent=Decimal(percent), absolute=None if most is None else Decimal(most))
    if _ABSOLUTE.fullmatch(text):
        return Tolerance(absolute=Decimal(text))
    raise ValueError(EXPECTED)
