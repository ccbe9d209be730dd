"""The commands that ask: they change nothing.

A command here says what it is called and what it takes; what it does stands in a module of its own, which is imported
when the command is called, so that `--help` answers at once.
"""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Literal, get_args

import typer

from orders.deviations import DeviationCode
from orders.status import Status
from ordertrail.cli.invocation import ConfigOption, JsonOption, invocation

OrderArgument = Annotated[
    str, typer.Argument(metavar="ORDER", help="The order's number; number@buyer where several buyers use it.")
]
AsOfOption = Annotated[
    datetime | None,
    typer.Option(
        "--as-of",
        metavar="YYYY-MM-DD",
        formats=["%Y-%m-%d"],
        help="As it stood at the end of that day: only documents issued and decisions taken until then count.",
    ),
]
FileState = Literal["accepted", "duplicate", "rejected", "waiting"]


def orders(
    context: typer.Context,
    status: Annotated[
        Status | None, typer.Option(metavar="STATUS", help=f"Only orders of this status: {', '.join(Status)}.")
    ] = None,
    supplier: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only orders of this supplier: its key, or part of its name.")
    ] = None,
    as_of: AsOfOption = None,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """List the orders: status, and the four tracks beside it.

    Examples:
      ordertrail orders
      ordertrail orders --status partially_invoiced --supplier acme
      ordertrail orders --as-of 2026-03-31
      ordertrail orders --json | jq -r .order
    """
    from ordertrail.cli.questions import list_orders

    list_orders(invocation(context, config, json), status=status, supplier=supplier, as_of=day_of(as_of))


def show(
    context: typer.Context,
    order: OrderArgument,
    as_of: AsOfOption = None,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Show one order: its lines, documents, deviations and trail.

    Examples:
      ordertrail show 4500017
      ordertrail show 4500017 --as-of 2026-03-31
      ordertrail show 4500017 --json | jq .lines
    """
    from ordertrail.cli.questions import show_order

    show_order(invocation(context, config, json), order, as_of=day_of(as_of))


def explain(
    context: typer.Context,
    order: OrderArgument,
    line: Annotated[str | None, typer.Argument(metavar="LINE", help="One line of the order.")] = None,
    as_of: AsOfOption = None,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Explain why an order stands where it stands, and what is missing for the next status.

    Examples:
      ordertrail explain 4500017
      ordertrail explain 4500017 10
      ordertrail explain 4500017 --as-of 2026-03-31
      ordertrail explain 4500017 --json | jq -r .sentence
    """
    from ordertrail.cli.questions import explain_order

    explain_order(invocation(context, config, json), order, line, as_of=day_of(as_of))


def exceptions(
    context: typer.Context,
    code: Annotated[
        DeviationCode | None, typer.Option(metavar="CODE", help="Only deviations of this code, such as price_over.")
    ] = None,
    as_of: AsOfOption = None,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """List open deviations and document lines that belong to no order.

    Examples:
      ordertrail exceptions
      ordertrail exceptions --code price_over
      ordertrail exceptions --as-of 2026-03-31
      ordertrail exceptions --json | jq -r 'select(.severity == "block") | .message'
    """
    from ordertrail.cli.questions import list_exceptions

    list_exceptions(invocation(context, config, json), code, as_of=day_of(as_of))


def files(
    context: typer.Context,
    state: Annotated[
        FileState | None,
        typer.Option(metavar="STATE", help=f"Only files of this state: {', '.join(get_args(FileState))}."),
    ] = None,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """List the files that came in, and what became of each.

    Examples:
      ordertrail files
      ordertrail files --state rejected
      ordertrail files --json | jq -r 'select(.state == "waiting") | .id'
    """
    from ordertrail.cli.questions import list_files

    list_files(invocation(context, config, json), state)


def inspect(
    context: typer.Context,
    file: Annotated[list[Path], typer.Argument(metavar="FILE...", help="The files to read.")],
    validate: Annotated[
        bool,
        typer.Option("--validate", help="Check them by the rules of their standards too: XML Schema, EN 16931, …"),
    ] = False,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Read files and show what is understood of them. Stores nothing.

    Layouts come from the configuration, if there is one.

    Examples:
      ordertrail inspect invoice.xml
      ordertrail inspect despatch.csv
      ordertrail inspect --validate invoice.pdf
      ordertrail inspect inbox/*.xml --json | jq -r .number
    """
    from ordertrail.cli.inspection import inspect_files

    inspect_files(invocation(context, config, json), file, validate=validate)


def day_of(moment: datetime | None) -> date | None:
    """The day that an option names."""
    return None if moment is None else moment.date()
