"""Numbers as people write them: with a decimal point or comma, grouped, signed on either side, with a unit or currency.

Nothing is guessed here: `readings` gives what a text is under each decimal sign, and whoever sees the whole column
decides. ASCII digits only, no exponents, at most 20 digits before and 10 after the decimal sign.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from orders.remembered import remembered

POINT = "."
COMMA = ","

_BLANKS = " \u00a0\u2009\u202f"
_ALSO_GROUPS = "'’" + _BLANKS


def _shape(decimal: str, group: str) -> re.Pattern[str]:
    grouped = rf"[1-9]\d{{0,2}}(?P<group>[{group}{_ALSO_GROUPS}])\d{{3}}(?:(?P=group)\d{{3}}){{0,4}}"
    fraction = rf"\{decimal}\d{{1,10}}"
    return re.compile(rf"(?:\d{{1,20}}|{grouped})(?:{fraction})?|{fraction}", re.ASCII)


_USUAL = {sign: re.compile(rf"-?\d{{1,20}}(?:\{sign}\d{{1,10}})?", re.ASCII) for sign in (POINT, COMMA)}
_SHAPES = {POINT: _shape(POINT, COMMA), COMMA: _shape(COMMA, POINT)}
_TO_PLAIN = {
    POINT: str.maketrans("", "", COMMA + _ALSO_GROUPS),
    COMMA: str.maketrans(COMMA, POINT, POINT + _ALSO_GROUPS),
}
_MINUS = "-−–"
_NO_CENTS = re.compile(r"(?<=\d)([.,])[-–—]{1,2}")  # 12,- and 12.-- are how prices without cents are written
_AFFIXED = re.compile(
    r"(?P<before>[^\d\s().,+−–-]{1,8})?\s*"
    r"(?P<number>[(+−–-]?[\d.,].{0,40}?\)?)"
    r"\s*(?P<after>[^\d\s().,'’][^\d\s(),]{0,11})?"
)
_LONGEST = 100
"""Characters of a number with what stands beside it; a longer text would keep an expression busy."""


@dataclass(frozen=True, slots=True)
class Readings:
    """What a text is with a decimal point and what with a decimal comma; None where it is no number that way."""

    point: Decimal | None
    comma: Decimal | None

    @property
    def ambiguous(self) -> bool:
        """Whether it is a number either way, and not the same one ("1.234")."""
        return self.point is not None and self.comma is not None and self.point != self.comma

    @property
    def sign(self) -> str | None:
        """The only decimal sign that makes it a number; None if both or neither do."""
        if (self.point is None) == (self.comma is None):
            return None
        return POINT if self.comma is None else COMMA


def readings(text: str) -> Readings:
    """What `text` is under each decimal sign."""
    return Readings(parse_local(text, POINT), parse_local(text, COMMA))


def parse_local(text: str, sign: str) -> Decimal | None:
    """The number that `text` is with `sign` as decimal sign; None if it is none.

    Grouping by the other sign, by blanks or by apostrophes; a minus before or behind (SAP), or round brackets.
    """
    if _USUAL[sign].fullmatch(text):  # nine numbers of ten; the rest may take its time
        number = Decimal(text.replace(COMMA, POINT))
        return number or Decimal(0)
    digits, negative = _unsigned(_NO_CENTS.sub(r"\g<1>0", text.strip()))
    if not _SHAPES[sign].fullmatch(digits):
        return None
    number = Decimal(digits.translate(_TO_PLAIN[sign]))
    return -number if negative and number else number


def _unsigned(text: str) -> tuple[str, bool]:
    """`text` without its sign, and whether that was a minus."""
    if text[:1] == "(" and text[-1] == ")":
        return text[1:-1].strip(), True
    if text[:1] in _MINUS:
        return text[1:].lstrip(), bool(text)
    if text[-1] in _MINUS:
        return text[:-1].rstrip(), True
    return (text[1:].lstrip() if text[0] == "+" else text), False


@dataclass(frozen=True, slots=True)
class Affixed:
    """A number and what stands at it: `€ 12,50` or `10 Stk`."""

    number: str
    affix: str


_SIGNED_CURRENCY = re.compile(r"(?P<sign>[(−–-])\s*(?P<currency>[^\d\s().,+−–-]{1,8})\s*(?P<number>[\d.,].{0,40})")
"""A minus or bracket before the currency: -€ 5,00, ($5.00)."""


@remembered(4_096)
def split_affix(text: str) -> Affixed | None:
    """A number's text apart from the one unit, currency or percent sign before or behind it; None if there is none."""
    if len(text) > _LONGEST:
        return None
    signed = _SIGNED_CURRENCY.fullmatch(text.strip())
    if signed is not None:
        return Affixed(signed["sign"] + signed["number"].rstrip(), signed["currency"])
    match = _AFFIXED.fullmatch(text.strip())
    if match is None or (match["before"] is None) == (match["after"] is None):
        return None
    return Affixed(match["number"].strip(), match["before"] or match["after"])
