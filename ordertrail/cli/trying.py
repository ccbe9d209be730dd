"""`tolerance …`: trying other limits. What each form does stands in `ordertrail.cli.simulation`."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from ordertrail.cli.asking import day_of
from ordertrail.cli.invocation import ConfigOption, JsonOption, invocation

_DAY = ["%Y-%m-%d"]


def simulate(
    context: typer.Context,
    settings: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="KEY=VALUE", help="A key of config.toml as it would be; may be repeated."),
    ] = None,
    policy: Annotated[
        Path | None, typer.Option("--policy", metavar="FILE", help="Another config.toml to take the rules from.")
    ] = None,
    supplier: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only deviations of this supplier: its key, or part of its name.")
    ] = None,
    first: Annotated[
        datetime | None,
        typer.Option("--from", metavar="YYYY-MM-DD", formats=_DAY, help="Only documents issued on that day or later."),
    ] = None,
    last: Annotated[
        datetime | None,
        typer.Option("--to", metavar="YYYY-MM-DD", formats=_DAY, help="Only documents issued on that day or before."),
    ] = None,
    details: Annotated[
        bool, typer.Option("--details", help="Each deviation and each order that would change, not only the figures.")
    ] = False,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Show what other tolerances would change, over everything that is stored. Changes nothing.

    Which deviations would vanish or appear, how many and with how much money at stake, by kind and by supplier; and
    which orders would have another status.

    Examples:
      ordertrail tolerance simulate --set "tolerance.price_over=2 %"
      ordertrail tolerance simulate --set "tolerance.quantity_under=3 %, max 10" --supplier acme --details
      ordertrail tolerance simulate --policy stricter.toml --from 2026-01-01 --to 2026-03-31
      ordertrail tolerance simulate --set "suppliers.acme.tolerance.price_over=5 value" --json
    """
    from ordertrail.cli.simulation import Tried, simulate_policy
    from ordertrail.simulating.comparing import Scope

    scope = Scope(supplier=supplier, first=day_of(first), last=day_of(last))
    tried = Tried(policy, tuple(settings or ()))
    simulate_policy(invocation(context, config, json), tried, scope, details=details)
