"""What stands in one place of a file: a text, or what a spreadsheet has typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class Shown:
    """A number whose number format shows what the bare number hides: leading zeros (00042) or a percent sign (19%)."""

    value: float
    text: str


Cell = str | float | bool | date | datetime | time | timedelta | Shown
"""One cell; "" is an empty one. CSV has texts only."""

Row = Sequence[Cell]


def shown(cell: Cell) -> str:
    """A cell as a person sees it, without outer blanks."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, Shown):
        return cell.text
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return plain_float(cell)
    if isinstance(cell, date | time):  # a datetime is a date
        return cell.isoformat()
    return str(cell)


def plain_float(number: float) -> str:
    """A spreadsheet's number with the 15 digits that spreadsheets show: 0.1 + 0.2 is 0.3, 4711.0 is 4711."""
    text = format(number, ".15g")
    if "e" in text:
        text = format(number, ".10f")
    return text.rstrip("0").rstrip(".") if "." in text else text
