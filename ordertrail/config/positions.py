"""Where in a TOML file a key stands. `tomllib` keeps no positions, and a message without a line is a search."""

import tomllib
from collections.abc import Iterator, Mapping

Path = tuple[str | int, ...]


def key_lines(text: str) -> dict[Path, int]:
    """The line, from 1, of every key path of a valid TOML file; entries of lists of tables are numbered from 0."""
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    for number, statement in _statements(text):
        parsed = tomllib.loads(statement)
        head = statement.lstrip()
        if head.startswith("["):
            table = _numbered(_single_path(parsed), counts, new_entry=head.startswith("[["))
            lines.setdefault(table, number)
        else:
            for path in _paths(parsed):
                lines.setdefault((*table, *path), number)
    return lines


def line_of(path: Path, lines: Mapping[Path, int]) -> int | None:
    """The line of a key path, or of the nearest table around it; None if even that is not in the file."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return None


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each header and each `key = value`, with its first line; a value may go on over several lines."""
    statement, first = "", 1
    for number, line in enumerate(text.splitlines(), start=1):
        if not statement:
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            first = number
        statement += line + "\n"
        try:
            tomllib.loads(statement)
        except tomllib.TOMLDecodeError:
            continue
        yield first, statement
        statement = ""


def _single_path(header: object) -> tuple[str, ...]:
    """The names in a header, `{"a": {"b": {}}}` for `[a.b]`."""
    path: list[str] = []
    while header:
        if isinstance(header, list):
            header = header[0]
        elif isinstance(header, dict):
            name, header = next(iter(header.items()))
            path.append(name)
    return tuple(path)


def _numbered(names: tuple[str, ...], counts: dict[Path, int], *, new_entry: bool) -> Path:
    """The path of a table, with the number of the entry after each name that is a list of tables."""
    path: Path = ()
    for place, name in enumerate(names):
        path = (*path, name)
        if new_entry and place == len(names) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _paths(value: object) -> Iterator[Path]:
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in entries:
        yield (key,)
        for path in _paths(inner):
            yield (key, *path)
