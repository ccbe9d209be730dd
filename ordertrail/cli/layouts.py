"""The commands about layouts; what they do stands in a module of its own (see `ordertrail.cli.asking`)."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from ordertrail.cli.invocation import ConfigOption, JsonOption, invocation

Type = Literal[
    "order",
    "order_change",
    "order_cancellation",
    "order_response",
    "despatch_advice",
    "receipt_advice",
    "invoice",
    "credit_note",
]
"""`orders.document.DocumentType`, without what that module takes long to import."""


def suggest(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A sample: CSV, XLSX or a supplier's own XML.")],
    kind: Annotated[Type | None, typer.Option("--type", metavar="TYPE", help="What kind of document it is.")] = None,
    decimal: Annotated[
        Literal[".", ","] | None, typer.Option(metavar="SIGN", help='The decimal sign of its numbers: "." or ",".')
    ] = None,
    dates: Annotated[
        Literal["DMY", "MDY", "YMD"] | None,
        typer.Option(metavar="ORDER", help="How its dates are written: DMY, MDY, YMD."),
    ] = None,
    supplier: Annotated[
        str | None, typer.Option(metavar="KEY", help="Whose files these are: a key of the configuration.")
    ] = None,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Propose a layout that reads files like this one. Stores nothing.

    The entry for config.toml comes on stdout; what is read with it, and what is left open, on stderr.

    Examples:
      ordertrail layout suggest LS_20260304.csv
      ordertrail layout suggest avis.xml --type despatch_advice --supplier acme
      ordertrail layout suggest LS_20260304.csv >> config.toml
    """
    from ordertrail.cli.suggestion import answers_of, suggest_layout

    here = invocation(context, config, json)
    said = answers_of(here, kind=kind, decimal=decimal, dates=dates, supplier=supplier)
    suggest_layout(here, file, said)
