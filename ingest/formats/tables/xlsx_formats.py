"""What a number format shows that the bare number hides: leading zeros, a percent sign, a currency.

ECMA-376 part 1, 18.8.30 (numFmt). Everything else about how a number looks is left alone.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from ingest.flat.cells import Shown
from ingest.flat.codes import currency_of

_BUILT_IN = {9: "0%", 10: "0.00%"}
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.')
_BRACKET = re.compile(r"\[(?!\$)[^\]]*\]")
_CURRENCY = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]|(€|£|¥)|\"\s*([A-Z]{3}|€)\s*\"")
_PADDED = re.compile(r"[0 \-/.]*0[0 \-/]*", re.ASCII)
_MOST_DIGITS = 30
_LONGEST = 255
"""Characters of a format: spreadsheet programs write no longer ones."""


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """One number format, as far as it matters: `mask` shows an integer with its zeros, "" for none."""

    mask: str = ""
    percent: bool = False
    currency: str | None = None

    def show(self, number: float) -> Shown | float:
        """A number as this format shows it, where that matters."""
        if self.percent:
            return Shown(number, f"{number * 100:.15g}%")
        if self.mask and number == int(number) and 0 <= number < 10**15:
            return Shown(number, _masked(self.mask, str(int(number))))
        return number


def number_formats(styles: etree._Element) -> Mapping[int, NumberFormat]:
    """The formats that matter, by the index of the cell style (`s` of a cell); from the root of xl/styles.xml."""
    codes = dict(_BUILT_IN)
    for element in styles.iter("{*}numFmt"):
        number, code = element.get("numFmtId"), element.get("formatCode")
        if number and number.isdecimal() and code and len(code) <= _LONGEST:
            codes[int(number)] = code
    found = {}
    cell_styles = next(styles.iter("{*}cellXfs"), None)
    for index, style in enumerate(cell_styles if cell_styles is not None else ()):
        number = style.get("numFmtId") or ""
        one = _format_of(codes.get(int(number), "")) if number.isdecimal() else NumberFormat()
        if one != NumberFormat():
            found[index] = one
    return found


def _format_of(code: str) -> NumberFormat:
    positive = _first_section(code)
    match = _CURRENCY.search(positive)
    currency = currency_of((match[1] or match[2] or match[3] or "").strip()) if match else None
    bare = _LITERAL.sub("", _BRACKET.sub("", positive))
    if "%" in bare:
        return NumberFormat(percent=True)
    mask = _LITERAL.sub(lambda literal: _marked(literal[1] or literal[2] or ""), _BRACKET.sub("", positive))
    zeros = bare.count("0")
    if _PADDED.fullmatch(bare) and "." not in bare and (zeros > 1 or (zeros and mask != "0")) and zeros <= _MOST_DIGITS:
        return NumberFormat(mask=mask)
    return NumberFormat(currency=currency)


def _first_section(code: str) -> str:
    """The section for positive numbers; a semicolon in quotes ends none."""
    quoted = False
    for place, character in enumerate(code):
        if character == '"':
            quoted = not quoted
        elif character == ";" and not quoted:
            return code[:place]
    return code


def _marked(literal: str) -> str:
    """A literal whose zeros are no places for digits."""
    return literal.replace("0", "\0")


def _masked(mask: str, digits: str) -> str:
    """The digits in the places of a mask, filled with zeros from the left: 42 in 000-000 is 000-042."""
    places = mask.count("0")
    filled = digits.rjust(places, "0")
    surplus, rest = filled[: len(filled) - places], iter(filled[len(filled) - places :])
    shown, first = [], True
    for character in mask:
        if character == "0":
            shown.append((surplus if first else "") + next(rest))
            first = False
        else:
            shown.append("0" if character == "\0" else character)
    return "".join(shown)
