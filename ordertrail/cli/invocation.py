"""One call of the program: which configuration, which kind of output."""

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

if TYPE_CHECKING:  # what a configuration is made of takes long to import
    from ordertrail.config import Settings

ConfigOption = Annotated[
    Path | None,
    typer.Option("--config", metavar="PATH", help="The configuration file. Default: config.toml here or above."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for other programs, an object a line.")]


@dataclass(frozen=True)
class Invocation:
    """What was said before or after the command, in either place."""

    config: Path | None = None
    json: bool = False

    @cached_property
    def settings(self) -> "Settings":
        """The configuration, read when it is first asked for.

        Raises:
            Stop: if it is missing or wrong.
        """
        from ordertrail.config import load

        return load(self.config, os.environ)

    @cached_property
    def settings_or_defaults(self) -> "Settings":
        """The configuration; the defaults where no file was named and none is found.

        Raises:
            Stop: if it is wrong, or the named file is missing.
        """
        from ordertrail.config import FILE_NAME, find, parse

        if self.config is None and find(Path.cwd()) is None:
            return parse("", Path.cwd() / FILE_NAME, os.environ)
        return self.settings


def invocation(context: typer.Context, config: Path | None, json: bool) -> Invocation:
    """What holds for this call: options after the command win over those before it."""
    before = cast("Invocation", context.find_root().obj)
    return Invocation(config=config or before.config, json=json or before.json)
