"""Environment variables that override `config.toml`: `ORDERTRAIL_DATABASE__URL` is `url` in `[database]`."""

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

PREFIX = "ORDERTRAIL_"
_NESTING = "__"

Overrides = Mapping[tuple[str, ...], str]
"""Key path → the variable that sets it."""


def overrides(environ: Mapping[str, str], top_level: frozenset[str]) -> Overrides:
    """The variables that set a key. One without a double underscore does so only if it names a key of the top level:
    other programs may have variables of this prefix too."""
    found: dict[tuple[str, ...], str] = {}
    for name in sorted(environ):
        if not name.upper().startswith(PREFIX):
            continue
        path = tuple(part.lower() for part in name[len(PREFIX) :].split(_NESTING))
        if all(path) and (len(path) > 1 or path[0] in top_level):
            found[path] = name
    return found


def apply(
    overriding: Overrides, environ: Mapping[str, str], data: dict[str, Any], literals: frozenset[tuple[str, ...]]
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Puts the variables' values into `data`; gives key path as applied → key path as named.

    A value is a text, and where `literals` says so what TOML reads it as (`true`, `5`, `["a"]`). Keys that stand in the
    file are met whatever their case, as variables have none.
    """
    return {_put(data, path, _value(environ[name], path in literals)): path for path, name in overriding.items()}


def _put(data: dict[str, Any], path: tuple[str, ...], value: object) -> tuple[str, ...]:
    met: list[str] = []
    for step in path[:-1]:
        met.append(_as_written(step, data))
        inner = data.setdefault(met[-1], {})
        if not isinstance(inner, dict):
            inner = data[met[-1]] = {}
        data = inner
    met.append(_as_written(path[-1], data))
    data[met[-1]] = value
    return tuple(met)


def _as_written(name: str, data: Mapping[str, Any]) -> str:
    return next((key for key in data if key.lower() == name), name)


def _value(text: str, literal: bool) -> object:
    if not literal:
        return text
    try:
        return tomllib.loads(f"value = {text}", parse_float=Decimal)["value"]
    except (tomllib.TOMLDecodeError, KeyError):
        return text


def literal_candidates(overriding: Overrides, errors: Iterator[tuple[str | int, ...]]) -> frozenset[tuple[str, ...]]:
    """Those variables that did not fit as a text."""
    failed = {tuple(str(step).lower() for step in path) for path in errors}
    return frozenset(path for path in overriding if any(one[: len(path)] == path for one in failed))
