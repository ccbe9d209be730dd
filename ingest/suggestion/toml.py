"""A proposed entry as TOML, to be pasted into `config.toml`: what is known as keys, what is not as comments."""

import re
from collections.abc import Iterable, Iterator, Mapping

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029\ud800-\udfff]")
_LONGEST = 100

Line = tuple[str, str]
"""A statement and a comment behind it; either may be ""."""


def quoted(value: str | int) -> str:
    """A value as TOML writes it: in single quotes where that needs no escapes."""
    if isinstance(value, int):
        return str(value)
    if '"' in value and "'" not in value and not _CONTROL.search(value):
        return f"'{value}'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", escaped) + '"'


def key_of(name: str) -> str:
    """A key as TOML writes it."""
    return name if _BARE.fullmatch(name) else quoted(name)


def table(pairs: Mapping[str, str | int]) -> str:
    """A table in one line."""
    return "{ " + ", ".join(f"{key_of(key)} = {quoted(value)}" for key, value in pairs.items()) + " }"


def comment(text: str) -> str:
    """A text that stays a comment, whatever stands in it."""
    said = _CONTROL.sub(" ", text)
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"


def written(lines: Iterable[Line]) -> str:
    """The lines, with the comments below each other."""
    return "\n".join(_aligned(list(lines))) + "\n"


def _aligned(lines: list[Line]) -> Iterator[str]:
    width = max((len(statement) for statement, said in lines if said and len(statement) <= 60), default=0)
    for statement, said in lines:
        if statement and said:
            yield f"{statement.ljust(width)}  # {comment(said)}"
        else:
            yield f"# {comment(said)}" if said else statement
