"""Doors: the one way of the values of `orders` from and to JSON, and from what a reader put together.

The values are msgspec's `Struct`s (docs/decisions/0210): what JSON or a record says is checked against their fields by
the code that builds them. Absent and default values are left out of what is written.
"""

import numbers
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec import MsgspecError, convert
from msgspec.json import Decoder, Encoder

from orders.numbers import Quantity, is_held

if TYPE_CHECKING:
    Exact = Quantity
else:
    # msgspec takes one class besides None where it asks us how to read a value: that of all numbers stands for the two.
    Exact = numbers.Number
"""A quantity that survives JSON exactly: "10", "0.25" or "7/12"."""

T = TypeVar("T")

NOT_HELD = "The number is not finite, or too long"
"""What is wrong with a number that documents do not hold (`orders.numbers.is_held`)."""

_PLACE = " - at `"  # how msgspec ends its sentence where it can tell the place: "Expected … - at `$.lines[0].id`"


_TOO_LONG = "Expected `str` of length <= "


class Misfit(ValueError):
    """What came is no such value: `reason` is a sentence without its full stop, `where` a path ("lines[0].id")."""

    def __init__(self, reason: str, where: str = "") -> None:
        super().__init__(f"{where}: {reason}" if where else reason)
        self.reason = reason
        self.where = where


class Door(Generic[T]):
    """The way of one kind of value in and out; a round trip changes nothing.

    `check` says what is wrong with a value whose fields have the right types (None: nothing).
    """

    def __init__(self, kind: type[T], check: Callable[[T], str | None] | None = None) -> None:
        self._kind = kind
        self._check = check
        self._decode = Decoder(kind, dec_hook=_read).decode

    def from_json(self, text: str | bytes) -> T:
        """The value that `to_json` wrote.

        Raises:
            Misfit: if it is none.
        """
        try:
            value: T = self._decode(text)
        except (MsgspecError, UnicodeError) as fault:
            raise _misfit(fault) from None
        return value if self._check is None else self._checked(value)

    def from_record(self, record: object) -> T:
        """The value of mappings, sequences, numbers and texts. Entries under names that it does not have are passed
        over.

        Raises:
            Misfit: if it is none.
        """
        try:
            value: T = convert(record, self._kind, dec_hook=_read)
        except MsgspecError as fault:
            raise _misfit(fault) from None
        return value if self._check is None else self._checked(value)

    def to_json(self, value: T) -> bytes:
        """The value as JSON (UTF-8).

        Raises:
            UnicodeEncodeError: if a text holds half a character (a lone surrogate).
        """
        return _ENCODER.encode(value)

    def _checked(self, value: T) -> T:
        if self._check is not None and (reason := self._check(value)):
            raise Misfit(reason)
        return value


def misfit(value: object, kind: Any) -> str | None:
    """Why `value` is none for a field of this type, as a sentence without its full stop; None if it is one."""
    try:
        made = convert(value, kind, dec_hook=_read)
    except MsgspecError as fault:
        return _misfit(fault).reason
    return NOT_HELD if isinstance(made, Decimal) and not is_held(made) else None


def _read(kind: type[Any], value: object) -> Quantity:
    """An exact quantity, of the text that `_written` and msgspec write for it."""
    if isinstance(value, (Decimal, Fraction)):
        return value
    if not isinstance(value, str):
        raise TypeError(f"Expected `number`, got `{type(value).__name__}`")
    try:
        number = Fraction(value) if "/" in value else Decimal(value)
    except ArithmeticError:
        raise ValueError("Invalid number") from None
    if isinstance(number, Decimal) and not number.is_finite():
        raise ValueError("Expected a finite number")
    return number


def _written(value: object) -> str:
    if isinstance(value, Fraction):
        return str(value)
    raise NotImplementedError(type(value).__name__)


_ENCODER = Encoder(enc_hook=_written)


def _misfit(fault: Exception) -> Misfit:
    reason, _, place = str(fault).partition(_PLACE)
    if reason.startswith(_TOO_LONG):
        reason = f"the text has more than {int(reason.removeprefix(_TOO_LONG)):,} characters"
    return Misfit(reason, place.removesuffix("`").removeprefix("$").removeprefix("."))
