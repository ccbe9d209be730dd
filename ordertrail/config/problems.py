"""What is wrong with a `config.toml`, in sentences that name file, line and key."""

import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ordertrail.config.keys import ConfigFile
from ordertrail.config.nearest import nearest
from ordertrail.config.positions import Path, line_of

_UNKNOWN = frozenset({"extra_forbidden", "unexpected_keyword_argument"})
_NOT_FOR_FILES = frozenset({"party"})  # filled in by the program
_EXPECTED = {
    "bool_type": "must be true or false",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "string_type": "must be a text in quotes",
    "string_too_short": "must not be empty",
    "list_type": "must be a list",
    "tuple_type": "must be a list",
    "dict_type": "must be a table",
    "mapping_type": "must be a table",
    "model_type": "must be a table",
    "model_attributes_type": "must be a table",
    "dataclass_type": "must be a table",
    "missing": "is missing",
    "missing_keyword_only_argument": "is missing",
    "missing_argument": "is missing",
}


def validation_problems(error: ValidationError) -> Iterator[tuple[Path, str]]:
    """Key path and what is wrong with it, one of each key, in the order of the file's tables."""
    seen: set[Path] = set()
    for detail in error.errors(include_url=False):
        path = _key_path(detail["loc"])
        if path not in seen:
            seen.add(path)
            yield path, _sentence(path, detail)


def place(file: str, path: Path, lines: Mapping[Path, int], variables: Mapping[Path, str]) -> str:
    """Where a key stands: `config.toml, line 12: "tolerance.price_over"`; `variables` says of those that do not stand
    in the file where they come from.
    """
    variable = next((name for key, name in variables.items() if path[: len(key)] == key), None)
    if variable is None and path not in lines:
        variable = next((name for key, name in variables.items() if key[: len(path)] == path), None)
    if variable:
        return f'{variable}: "{dotted(path)}"'
    line = line_of(path, lines)
    return f'{file}{f", line {line}" if line else ""}: "{dotted(path)}"'


def dotted(path: Path) -> str:
    """The path as a person writes it; entries of lists are counted from 1."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def known_keys(path: Sequence[str | int]) -> tuple[str, ...]:
    """The keys that may stand in the table at `path`."""
    kind: Any = ConfigFile
    for step in path:
        kind = _inside(_plain_type(kind), step)
    return tuple(sorted(_keys(_plain_type(kind))))


def _sentence(path: Path, detail: ErrorDetails) -> str:
    if detail["type"] in _UNKNOWN:
        return f"is not a key; {_meant(path)}"
    if "error" in detail.get("ctx", {}):
        return str(detail["ctx"]["error"])
    if detail["type"] in ("literal_error", "enum"):
        return f"must be {detail['ctx']['expected']}, not {detail['input']!r}"
    if detail["type"] == "greater_than_equal":
        return f"must be at least {detail['ctx']['ge']}"
    return _EXPECTED.get(detail["type"], detail["msg"])


def _meant(path: Path) -> str:
    """What an unknown key was meant to be: one of another table, or one that is spelled like it."""
    homes = [table for table in known_keys(()) if path[-1] in known_keys((table,))]
    return f"it belongs in [{homes[0]}]" if homes else nearest(str(path[-1]), known_keys(path[:-1]))


def _key_path(location: tuple[str | int, ...]) -> Path:
    """Pydantic's location without its own additions for unions and mapping keys."""
    path: list[str | int] = []
    kind: Any = ConfigFile
    for step in location:
        kind = _plain_type(kind)
        if kind is None:
            break
        if isinstance(step, str) and _keys(kind) and step not in _keys(kind):
            path.append(step)  # an unknown key
            break
        kind = _inside(kind, step)
        path.append(step)
    return tuple(path)


def _plain_type(kind: Any) -> Any:
    """The type without what stands around it; of alternatives, the one that has keys."""
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) in (Union, types.UnionType):
        return next((_plain_type(one) for one in get_args(kind) if get_args(one) or _keys(one)), None)
    return kind


def _inside(kind: Any, step: str | int) -> Any:
    if kind is None:
        return None
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        field = kind.model_fields.get(str(step))
        return field.annotation if field else None
    if is_dataclass(kind):
        return next((one.type for one in fields(kind) if one.name == step), None)
    return (
        get_args(kind)[-1] if isinstance(step, str) and len(get_args(kind)) == 2 else next(iter(get_args(kind)), None)
    )


def _keys(kind: Any) -> frozenset[str]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return frozenset(kind.model_fields)
    if isinstance(kind, type) and is_dataclass(kind):
        return frozenset(field.name for field in fields(kind)) - _NOT_FOR_FILES
    return frozenset()
