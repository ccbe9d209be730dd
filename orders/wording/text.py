"""One text in every language."""

from typing import NamedTuple


class Text(NamedTuple):
    """The same said in German, English and French."""

    de: str
    en: str
    fr: str
