"""From `config.toml` to settings: found, read once, checked as a whole. Everything wrong is said at once."""

import tomllib
from collections.abc import Mapping
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from orders.errors import Stop
from ordertrail.config import environment, policy, problems
from ordertrail.config.keys import ConfigFile, LimitsTable, RunTable
from ordertrail.config.places import database_url, folder_clashes, folders
from ordertrail.config.positions import Path as KeyPath
from ordertrail.config.positions import key_lines, line_of
from ordertrail.config.settings import Limits, Reports, Run, Settings, Validation
from ordertrail.config.trials import Trials, put

FILE_NAME = "config.toml"


def find(start: Path) -> Path | None:
    """The `config.toml` in a folder or the nearest above it."""
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
    return None


def load(path: Path | None, environ: Mapping[str, str], *, start: Path | None = None) -> Settings:
    """The settings of a configuration file, environment variables first.

    Without `path`, the file is looked for in `start` (the current folder) and above.

    Raises:
        Stop: if there is no file, or anything in it is wrong; the message has a line a problem.
    """
    path = path or find((start or Path.cwd()).absolute())
    if path is None:
        raise Stop(
            "CONFIG_MISSING",
            f"There is no {FILE_NAME} here or in a folder above.",
            hint="Make a working folder with: ordertrail init, or name a file with --config.",
        )
    return read(path, environ)


def read(path: Path, environ: Mapping[str, str], *, tried: Trials = ()) -> Settings:
    """The settings of the file at `path`, as `parse` understands them.

    Raises:
        Stop: if there is no file, or anything in it is wrong.
    """
    return parse(_read(path), path.absolute(), environ, tried=tried)


def parse(text: str, path: Path, environ: Mapping[str, str], *, tried: Trials = ()) -> Settings:
    """The settings that the text of a configuration file means; `path` is where it stands. What is `tried` wins over
    the file and the environment.

    Raises:
        Stop: if anything in it is wrong.
    """
    data = _toml(text, path)
    overriding = environment.overrides(environ, frozenset(problems.known_keys(())))
    config, variables, found = _validated(data, overriding, environ, tried)
    if config is not None:
        found = [*policy.contradictions(config), *folder_clashes(config, path.parent)]
    if config is None or found:
        raise _stop(_sentences(found, path, key_lines(text), variables), path)
    return _settings(config, path)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise Stop("CONFIG_MISSING", f"There is no configuration file {path}.", hint="Check --config.") from None
    except UnicodeDecodeError as error:
        raise Stop(
            "CONFIG_NOT_TOML", f"{path} is not UTF-8 (byte {error.start + 1}).", hint="Save it as UTF-8."
        ) from None
    except OSError as error:
        raise Stop("CONFIG_UNREADABLE", f"{path} cannot be read: {error.strerror}.") from None


def _toml(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise Stop("CONFIG_NOT_TOML", f"{path.name} is not TOML: {error}.", where=str(path)) from None


def _validated(
    data: dict[str, Any], overriding: environment.Overrides, environ: Mapping[str, str], tried: Trials
) -> tuple[ConfigFile | None, dict[KeyPath, str], list[tuple[KeyPath, str]]]:
    """The checked file, or what is wrong with it; and which key paths come from which variable.

    A variable is a text first; where that does not fit, what TOML reads it as.
    """
    literals: frozenset[tuple[str, ...]] = frozenset()
    while True:
        merged = deepcopy(data)
        named = environment.apply(overriding, environ, merged, literals)
        variables: dict[KeyPath, str] = {met: f"environment variable {overriding[path]}" for met, path in named.items()}
        for one in tried:
            put(merged, one)
            variables[one.path] = "--set"
        try:
            return ConfigFile.model_validate(merged), variables, []
        except ValidationError as error:
            found = list(problems.validation_problems(error))
        more = environment.literal_candidates(overriding, (key for key, _ in found))
        if more <= literals:
            return None, variables, found
        literals |= more


def _sentences(
    found: list[tuple[KeyPath, str]], path: Path, lines: Mapping[KeyPath, int], variables: Mapping[KeyPath, str]
) -> list[str]:
    found.sort(key=lambda problem: line_of(problem[0], lines) or 0)
    return [
        f"{problems.place(path.name, key, lines, variables)} {said}{'' if said.endswith('?') else '.'}"
        for key, said in found
    ]


def _stop(sentences: list[str], path: Path) -> Stop:
    head = [f"{path} has {len(sentences)} problems:"] if len(sentences) > 1 else []
    return Stop("CONFIG_WRONG", "\n".join([*head, *sentences]), where=str(path))


def _settings(config: ConfigFile, path: Path) -> Settings:
    return Settings(
        path=path,
        base=path.parent,
        language=config.language,
        folders=folders(config.folders, path.parent),
        database_url=database_url(config.database.url, path.parent),
        policy=policy.policy(config),
        layouts=policy.layouts(config),
        limits=_limits(config.limits),
        run=_run(config.run),
        reports=Reports(formats=tuple(dict.fromkeys(config.reports.formats))),
        validation=Validation(on_error=config.validation.on_error),
    )


def _limits(table: LimitsTable) -> Limits:
    return Limits(
        file_bytes=table.file_mb * 1_000_000,
        file_documents=table.file_documents,
        reader_memory_bytes=table.reader_memory_mb * 1024 * 1024,
        reader_cpu_seconds=table.reader_cpu_seconds,
        reader_seconds=table.reader_seconds,
        disk_reserve_bytes=table.disk_reserve_mb * 1_000_000,
    )


def _run(table: RunTable) -> Run:
    return Run(
        processes=table.processes,
        settle_seconds=float(table.settle_seconds),
        poll_seconds=float(table.poll_seconds),
        rescan_seconds=float(table.rescan_seconds),
        watch=table.watch,
        batch_documents=table.batch_documents,
        empty_file_minutes=float(table.empty_file_minutes),
        retry_minutes=float(table.retry_minutes),
    )
