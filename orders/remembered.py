"""Answers about short texts, kept: the same units, dates, names and headings stand in document after document."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

LONGEST = 500
"""Characters of a text that is kept. A hostile file may say anything in megabytes, and a thousand of them would fill
the memory of a program that never ends."""

_Asked = TypeVar("_Asked")
_Answer = TypeVar("_Answer")


def remembered(size: int) -> Callable[[Callable[[str], _Answer]], Callable[[str], _Answer]]:
    """The last `size` answers of a function of a text; what is said of long texts is worked out each time."""
    return remembered_by(len, size)


def remembered_by(
    length: Callable[[_Asked], int], size: int
) -> Callable[[Callable[[_Asked], _Answer]], Callable[[_Asked], _Answer]]:
    """As `remembered`, of something that holds texts: `length` says how many characters."""

    def remembering(answer: Callable[[_Asked], _Answer]) -> Callable[[_Asked], _Answer]:
        kept = lru_cache(maxsize=size)(answer)

        @wraps(answer)
        def ask(asked: _Asked) -> _Answer:
            return kept(asked) if length(asked) <= LONGEST else answer(asked)

        return ask

    return remembering
