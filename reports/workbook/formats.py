"""Number formats and cell formats, made once a workbook and asked for by name."""

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from orders.wording import Language

# How a language writes dates; the prefix (the language's LCID) makes month names and separators its own as well.
_DATES: dict[Language, str] = {"de": "dd.mm.yyyy", "en": "dd mmm yyyy", "fr": "dd/mm/yyyy"}
_LCID: dict[Language, str] = {"de": "[$-407]", "en": "[$-809]", "fr": "[$-40C]"}
MOST_PLACES = 6
_PAD = "_ "  # a blank as wide as one, so that figures keep clear of the text in the next column


class Formats:
    """The formats of one workbook. Formats with the same properties are one, as the file wants it."""

    def __init__(self, workbook: Workbook, language: Language) -> None:
        self._workbook = workbook
        self._language = language
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def get(self, **properties: Any) -> Format:
        """The format with these properties of XlsxWriter's `add_format`."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(properties)
        return self._made[key]

    def number(self, places: int, **properties: Any) -> Format:
        """A number with so many decimal places, thousands apart; nothing is shown as a dash."""
        return self.get(num_format=self.shape(places), **properties)

    def shape(self, places: int, unit: str = "", nothing: str = '"–"') -> str:
        """The number format behind `number`; `unit` stands after the figure, `nothing` is what 0 is shown as."""
        figure = "#,##0" + ("." + "0" * places if places else "") + (f' "{unit}"' if unit else "")
        prefix = _LCID[self._language]
        return f"{prefix}{figure}{_PAD};{prefix}-{figure}{_PAD};{nothing}{_PAD if nothing else ''}"

    def percent(self, **properties: Any) -> Format:
        """A ratio as a percentage with its sign."""
        prefix = _LCID[self._language]
        return self.get(num_format=f'{prefix}+0.0%{_PAD};{prefix}-0.0%{_PAD};"–"{_PAD}', **properties)

    def date(self, **properties: Any) -> Format:
        """A day."""
        return self.get(num_format=_LCID[self._language] + _DATES[self._language], align="center", **properties)

    def moment(self, **properties: Any) -> Format:
        """A day and the time to the minute."""
        return self.get(num_format=f"{_LCID[self._language]}{_DATES[self._language]} hh:mm", **properties)
