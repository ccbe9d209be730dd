"""Keys that are set for one call only, to try what they would do: `tolerance.price_over=2 %`."""

import tomllib
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from orders.errors import Refuse

TRIABLE = ("item_groups", "matching", "options", "status", "suppliers", "tolerance")
"""The tables whose keys decide over statuses and deviations; no other can be tried."""


class Trial(NamedTuple):
    """A key, as the tables of the file lead to it, and the value that it is to have."""

    path: tuple[str, ...]
    value: object


Trials = Sequence[Trial]


def read_trial(text: str) -> Trial:
    """What `KEY=VALUE` sets. The key is written as in TOML, dotted and quoted where need be; a value that is none of
    TOML's is a text.

    Raises:
        Refuse: if it sets nothing, or something that decides over no deviation.
    """
    path, value = _split(text)
    if path[0] not in TRIABLE:
        raise Refuse(
            "SETTING_NOT_TRIED",
            f'"{path[0]}" decides over no deviation.',
            hint=f"What can be tried is under: {', '.join(TRIABLE)}.",
        )
    return Trial(path, value)


def put(data: dict[str, Any], trial: Trial) -> None:
    """Sets the key in the tables of a file."""
    *tables, last = trial.path
    for name in tables:
        inner = data.get(name)
        if not isinstance(inner, dict):
            inner = data[name] = {}
        data = inner
    data[last] = trial.value


def _split(text: str) -> tuple[tuple[str, ...], object]:
    for place in (place for place, sign in enumerate(text) if sign == "="):
        path = _path(text[:place])
        if path:
            return path, _value(text[place + 1 :].strip())
    raise Refuse(
        "SETTING_UNREADABLE",
        f'"{text[:80]}" sets no key.',
        hint='Write it as KEY=VALUE, for example: --set "tolerance.price_over=2 %".',
    )


def _path(key: str) -> tuple[str, ...]:
    try:
        found: object = tomllib.loads(f"{key} = 0")
    except tomllib.TOMLDecodeError:
        return ()
    path = []
    while isinstance(found, dict) and len(found) == 1:
        name, found = next(iter(found.items()))
        path.append(name)
    return tuple(path) if found == 0 else ()


def _value(text: str) -> object:
    try:
        read = tomllib.loads(f"value = {text}", parse_float=Decimal)
    except tomllib.TOMLDecodeError:
        return text
    return read["value"] if len(read) == 1 else text
