"""Everything that is said to people, in every language.

A module a subject, each a table `TEXTS` of code → sentence in German, English and French side by side, so that none can
be forgotten. `say` fills the blanks the way the language writes numbers, dates and money.
"""

import string
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation, localcontext
from functools import cache
from importlib import import_module
from typing import Any, Literal, cast, get_args

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal
from babel.units import format_unit

from orders.message import Message
from orders.wording.text import Text

Language = Literal["de", "en", "fr"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

SUBJECTS = (
    "status",
    "matching",
    "findings",
    "reports",
    "program",
    "explanation",
    "doctor",
    "columns",
    "actions",
    "deciding",
    "learning",
    "units",
    "watching",
    "validation",
    "simulating",
)
"""The modules of this package that hold texts."""


@cache
def texts() -> Mapping[str, Text]:
    """Every text by its code.

    Raises:
        ValueError: if two subjects define one code.
    """
    merged: dict[str, Text] = {}
    for subject in SUBJECTS:
        table = cast("dict[str, Text]", import_module(f"orders.wording.{subject}").TEXTS)
        if twice := merged.keys() & table.keys():
            raise ValueError(f"defined twice: {sorted(twice)}")
        merged |= table
    return merged


def say(message: Message, language: Language) -> str:
    """The sentence that `message` names, in `language`."""
    return _Blanks(language).vformat(getattr(texts()[message.code], language), (), message.args)


def label(code: str, language: Language, /, **args: str) -> str:
    """A text without a message around it: `label("status.pending", "de")`."""
    return say(Message(code, args), language)


def written(value: str, kind: str, language: Language) -> str:
    """One canonical value as `language` writes it; `kind` is that of a blank (`number`, `price`, `days`, `date`,
    `money`, `status`)."""
    return _Blanks(language).format_field(value, kind).replace(_NO_UNIT, "")


_NO_UNIT = "\x00"


_CODES = frozenset(
    {
        "status",
        "document",
        "track",
        "deviation",
        "severity",
        "rule",
        "reason",
        "unit",
        "actor",
        "choice",
        "nature",
        "limit",
    }
)
"""Kinds of blanks whose values have names of their own: "status.pending"."""


class _Blanks(string.Formatter):
    """`{quantity:number}`, `{issued:date}`, `{amount:money}` ("12.50 EUR"), `{status:status}`, `{type:document}`."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def vformat(self, format_string: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> str:
        """The sentence; where a quantity has no unit, without the blank before it."""
        said = super().vformat(format_string, args, kwargs)
        return said.replace(f" {_NO_UNIT}", "").replace(_NO_UNIT, "") if _NO_UNIT in said else said

    def format_field(self, value: object, format_spec: str) -> str:
        text = str(value)
        if write := _WRITTEN.get(format_spec):
            return write(text, self.language)
        if format_spec == "unit" and not text:
            return _NO_UNIT
        if format_spec in _CODES:
            known = texts().get(f"{format_spec}.{text}")
            return getattr(known, self.language) if known else text
        return text


def _levels(text: str, language: Language) -> str:
    """What two lines have, or have not, in common: the names of the levels, or that there is nothing."""
    known = [texts().get(f"level.{code}") for code in text.split()]
    return ", ".join(getattr(one, language) for one in known if one) or getattr(texts()["level.none"], language)


def _number(text: str, language: Language, pattern: str = "#,##0.######") -> str:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text
    with localcontext() as context:
        context.prec = len(text) + 6  # as for money
        return str(format_decimal(value, format=pattern, locale=language))


def _days(text: str, language: Language) -> str:
    """A number of days with its word: "1 Tag", "2 Tage"."""
    try:
        return str(format_unit(Decimal(text), "duration-day", length="long", locale=language))
    except InvalidOperation:
        return text


def _date(text: str, language: Language) -> str:
    try:
        return str(format_date(date.fromisoformat(text), format="medium", locale=language))
    except ValueError:
        return text


def _money(text: str, language: Language) -> str:
    amount, _, currency = text.partition(" ")
    try:
        value = Decimal(amount)
    except InvalidOperation:
        return text
    with localcontext() as context:
        context.prec = len(amount) + 2  # a price times a quantity may have more digits than the 28 of a context
        if not currency:
            return str(format_decimal(value, format="#,##0.00", locale=language))
        return str(format_currency(value, currency, format="#,##0.00 ¤¤", locale=language))


def _price(text: str, language: Language) -> str:
    return _number(text, language, "#,##0.00####")


_WRITTEN: Mapping[str, Callable[[str, Language], str]] = {
    "number": _number,
    "price": _price,
    "days": _days,
    "date": _date,
    "money": _money,
    "levels": _levels,
}
"""Kinds of blanks whose values are written as the language writes figures, dates and lists."""
