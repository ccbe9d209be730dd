"""One edition of a report: for whom, in which language, as of which day, made when."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from orders.message import Message
from orders.wording import Language, label, say, texts
from reports.table import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What an edition's words and dates depend on. `made_at` is aware; moments are shown in its zone."""

    language: Language
    as_of: date
    made_at: datetime
    buyer: str | None = None  # whose orders it holds; None: everybody's

    def text(self, code: str, /, **blanks: str) -> str:
        """A text of the reports."""
        return label(code, self.language, **blanks)

    def heading(self, key: str) -> str:
        """The heading of a column."""
        return label(f"column.{key}", self.language)

    def code(self, codes: str, value: str) -> str:
        """The label of a code; the code itself where it has none (a rare unit, a code of a newer version)."""
        return _code(self.language, codes, value)

    def sentence(self, message: Message) -> str:
        """What a message says; its code and blanks where the sentence is not known (made by a newer version)."""
        if message.code not in texts():
            return " ".join((message.code, *message.args.values()))
        return say(message, self.language)

    def words(self, codes: str, value: Value) -> str:
        """Codes and messages in words; several codes become a list, several sentences a text."""
        if isinstance(value, tuple):
            return _joined([self.words(codes, one) for one in value if one is not None])
        if isinstance(value, Message):
            return self.sentence(value)
        return self.code(codes, str(value))


def _joined(words: list[str]) -> str:
    """Sentences follow each other; what is no sentence is parted by a semicolon."""
    if len(words) < 2:
        return "".join(words)
    return " ".join(one if one.endswith(".") else f"{one};" for one in words).removesuffix(";")


@lru_cache(maxsize=4096)
def _code(language: Language, codes: str, value: str) -> str:
    known = texts().get(f"{codes}.{value}")
    return getattr(known, language) if known else value
