"""Folders and database of a configuration, as absolute places that do not get in each other's way."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

from ordertrail.config.keys import ConfigFile, FoldersTable
from ordertrail.config.positions import Path as KeyPath
from ordertrail.config.settings import Folders

_SQLITE = "sqlite:///"
_DATABASES = (_SQLITE, "postgresql+psycopg://")


def folders(table: FoldersTable, base: Path) -> Folders:
    """The folders; relative ones are relative to `base`."""
    return Folders(**{name: _place(text, base) for name, text in table.model_dump().items()})


def database_url(url: str, base: Path) -> str:
    """The URL with an absolute path, where it is a file's."""
    file = _database_file(url, base)
    if file is None:
        return url
    _, mark, query = url.partition("?")
    return f"{_SQLITE}{file.as_posix()}{mark}{query}"


def folder_clashes(config: ConfigFile, base: Path) -> Iterator[tuple[KeyPath, str]]:
    """Folders with two tasks, folders inside each other, a database in the inbox: one would take the other's files."""
    places = {name: _place(text, base).resolve() for name, text in config.folders.model_dump().items()}
    for name, other in permutations(places, 2):
        if places[name] == places[other] and name < other:
            yield ("folders", other), f'is the same folder as "folders.{name}"; each task needs its own'
        elif places[other] in places[name].parents:
            yield ("folders", name), f'lies inside "folders.{other}"; put them side by side'
    yield from _database_clashes(config.database.url, places, base)


def _database_clashes(url: str, places: dict[str, Path], base: Path) -> Iterator[tuple[KeyPath, str]]:
    if not url.startswith(_DATABASES):
        yield ("database", "url"), f"must begin with {' or '.join(_DATABASES)}"
        return
    file = _database_file(url, base)
    if url.startswith(_SQLITE) and (file is None or file.name in ("", ":memory:")):
        yield ("database", "url"), f"must name a file ({_SQLITE}ordertrail.db): what is kept in memory is lost"
    elif file is not None and places["inbox"] in file.resolve().parents:
        yield ("database", "url"), 'lies inside "folders.inbox", whose files are taken away'


def _database_file(url: str, base: Path) -> Path | None:
    path = url.removeprefix(_SQLITE).partition("?")[0]
    return _place(path, base) if url.startswith(_SQLITE) and path else None


def _place(text: str, base: Path) -> Path:
    """An absolute path; "~" is the home folder, ".." is resolved as it is written."""
    return Path(_without_dots(base / Path(text).expanduser()))


def _without_dots(path: Path) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == ".." and len(parts) > 1:
            parts.pop()
        else:
            parts.append(part)
    return str(Path(*parts))
