"""Every error of ours, grouped by what is to be done about it.

    OrdertrailError
    ├── Reject   the file is bad and will stay bad: quarantine it with the reason
    ├── Wait     the world is bad for now (disk full, locked, busy): try again by itself
    ├── Refuse   the caller asked for what cannot be done: tell them, exit 2
    └── Stop     configuration, database or folders are unfit: touch nothing, exit 2

Each carries a stable `code`, one sentence, the place (`where`) and what to do (`hint`).
"""

import re

_LONG_WORD = re.compile(r"\S{101,}")
_LONGEST = 2_000


class OrdertrailError(Exception):
    """Base of all errors of ours; never raised itself."""

    def __init__(self, code: str, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.where = where
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross process borders whole."""
        return _revive, (type(self), self.code, self.message, self.where, self.hint)


def _revive(
    kind: type[OrdertrailError], code: str, message: str, where: str | None, hint: str | None
) -> OrdertrailError:
    return kind(code, message, where=where, hint=hint)


class Reject(OrdertrailError):
    """The file is bad and will stay bad. No document can be made of it.

    What a sentence repeats of the file is cut short: a name in it may have thousands of characters.
    """

    def __init__(self, code: str, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        where, hint = (None if text is None else _brief(text) for text in (where, hint))
        super().__init__(code, _brief(message), where=where, hint=hint)


def _brief(text: str) -> str:
    words = _LONG_WORD.sub(lambda word: f"{word[0][:99]}…", text)
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


class Wait(OrdertrailError):
    """The world is bad for now. The same step may go through later, without anybody's doing."""


class Refuse(OrdertrailError):
    """The caller asked for what cannot be done."""


class Stop(OrdertrailError):
    """Configuration, database or folders are unfit to work with."""
