"""The program `ordertrail`: its commands, and what becomes of errors.

Exit codes: 0 done; 1 a check found a difference, or a report could not be written; 2 usage, configuration or
environment, an unknown or ambiguous order; 3 done, but some files were rejected or are waiting.
"""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from inspect import getdoc
from typing import Annotated

import typer

from orders.errors import OrdertrailError
from ordertrail.cli import asking, deciding, layouts, teaching, trying, working
from ordertrail.cli.invocation import ConfigOption, Invocation, JsonOption
from ordertrail.cli.terminal import flush_answers, print_error, print_plain, speak_utf8
from ordertrail.cli.tongue import language_of

USAGE = 2

COMMANDS: tuple[tuple[str, tuple[Callable[..., None], ...]], ...] = (
    ("Start", (working.init, working.demo, working.doctor)),
    ("Work", (working.run, working.watch, working.retry, working.report, working.rebuild)),
    ("Ask", (asking.orders, asking.show, asking.explain, asking.exceptions, asking.files, asking.inspect)),
)
"""Every command under the heading that help shows it with."""


@dataclass(frozen=True, slots=True)
class Group:
    """Commands that are said after a word of their own, each by its name."""

    name: str
    heading: str
    help: str
    commands: Mapping[str, Callable[..., None]]
    alone: Callable[..., None] | None = None  # what the word alone does; None: it shows its help


GROUPS: tuple[Group, ...] = (
    Group(
        "decide",
        "Work",
        "Decide something: accept, reject, assign, close, reopen, …; or take it back.",
        {
            "accept": deciding.accept,
            "reject": deciding.reject,
            "assign": deciding.assign,
            "charge": deciding.charge,
            "close": deciding.close,
            "reopen": deciding.reopen,
            "replacement": deciding.replacement,
            "duplicate": deciding.duplicate,
            "count": deciding.count,
            "status": deciding.status,
            "revoke": deciding.revoke,
            "list": deciding.listed,
        },
    ),
    Group(
        "learned",
        "Work",
        "What was learned about suppliers: list it, teach, confirm, take back.",
        {"list": teaching.listed, "add": teaching.add, "confirm": teaching.confirm, "revoke": teaching.revoke},
        alone=teaching.listed,
    ),
    Group("tolerance", "Ask", "Tolerances: see what others would change.", {"simulate": trying.simulate}),
    Group(
        "layout", "Ask", "Files that explain themselves badly: propose a layout for them.", {"suggest": layouts.suggest}
    ),
)
"""Every group of commands."""


def main() -> None:
    """Runs the command that the arguments name, and exits."""
    speak_utf8()
    try:
        try:
            program()()
        finally:
            flush_answers()
    except OrdertrailError as error:
        print_error(error, language_of(sys.argv[1:], os.environ))
        sys.exit(USAGE)


def program() -> typer.Typer:
    """The command line as typer has it."""
    app = typer.Typer(
        name="ordertrail",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(help=help_text(_before_the_command))(_before_the_command)
    for heading, commands in COMMANDS:
        for command in commands:
            app.command(rich_help_panel=heading, help=help_text(command))(command)
    for group in GROUPS:
        app.add_typer(_group(group), name=group.name, help=group.help, rich_help_panel=group.heading)
    return app


def _group(group: Group) -> typer.Typer:
    commands = typer.Typer(no_args_is_help=group.alone is None, rich_markup_mode="rich")
    if group.alone is not None:
        commands.callback(invoke_without_command=True, help=group.help)(group.alone)
    for name, command in group.commands.items():
        commands.command(name=name, help=help_text(command))(command)
    return commands


def help_text(command: Callable[..., None]) -> str:
    """What a command's docstring says; the lines of its examples stay lines."""
    return (getdoc(command) or "").replace("\nExamples:", "\n\b\nExamples:")


def _show_version(wanted: bool) -> None:
    if wanted:
        print_plain(f"ordertrail {version('ordertrail')}")
        raise typer.Exit


def _before_the_command(
    context: typer.Context,
    config: ConfigOption = None,
    json: JsonOption = False,
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Matches order responses, despatch advices, receipts and invoices to purchase orders.

    Drop files into the inbox, call run, and open the workbook.

    Examples:
      ordertrail demo                      look at it with sample documents
      ordertrail init purchasing           make a working folder
      ordertrail run                       work through the inbox once
      ordertrail orders                    see where every order stands
      ordertrail explain 4500017           and why
    """
    context.obj = Invocation(config=config, json=json)
