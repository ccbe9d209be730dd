"""`learned …`: what was learned about suppliers. What each form does stands in `ordertrail.cli.lessons`."""

from typing import Annotated

import typer

from ordertrail.cli.decision_words import ByOption, LessonKind, Said, WhyOption
from ordertrail.cli.invocation import ConfigOption, JsonOption, invocation

SupplierOption = Annotated[
    str | None, typer.Option("--supplier", metavar="S", help="Only what is known of this supplier: its key or name.")
]
NumbersArgument = Annotated[list[int], typer.Argument(metavar="ID…", help="The numbers, as `learned` shows them.")]


def listed(
    context: typer.Context,
    supplier: SupplierOption = None,
    revoked: Annotated[
        bool, typer.Option("--revoked", help="Also what was revoked or replaced, and what config.toml says otherwise.")
    ] = False,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """List what was learned: the suppliers' names for your items, their units, the wording of their charges.

    Examples:
      ordertrail learned
      ordertrail learned list --supplier acme --revoked
    """
    if context.invoked_subcommand is not None:
        return
    from ordertrail.cli.lessons import list_lessons

    list_lessons(invocation(context, config, json), supplier, also_void=revoked)


def add(
    context: typer.Context,
    supplier: Annotated[
        str, typer.Argument(metavar="SUPPLIER", help="Its key in config.toml, an identifier, or its name.")
    ],
    kind: Annotated[LessonKind, typer.Argument(metavar="KIND", help="item, unit or charge.")],
    source: Annotated[str, typer.Argument(metavar="FROM", help="As the supplier writes it: item, unit or wording.")],
    target: Annotated[
        str, typer.Argument(metavar="TO", help="Your item; the unit that is counted in; charge or goods.")
    ] = "charge",
    factor: Annotated[
        str | None, typer.Option(metavar="N", help="With unit: how many TO one FROM is: 12, 0.5 or 1/3.")
    ] = None,
    item: Annotated[
        str | None,
        typer.Option(metavar="ITEM", help="With unit: only for this item, as the supplier's documents name it."),
    ] = None,
    why: WhyOption = "",
    by: ByOption = None,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Teach something about a supplier. It replaces what was known of the same; config.toml goes before it.

    Examples:
      ordertrail learned add acme item SUP-4711 OUR-0815
      ordertrail learned add "ACME GmbH" unit CT C62 --factor 12 --item SUP-4711
      ordertrail learned add acme charge Nebenleistung
      ordertrail learned add acme charge "Europalette" goods
    """
    from ordertrail.cli.lessons import add_lesson

    here = invocation(context, config, json)
    add_lesson(here, Said(kind, supplier, source, target, item, factor), by=by, why=why)


def confirm(
    context: typer.Context,
    learned: Annotated[int, typer.Argument(metavar="ID", help="The number, as `learned` shows it.")],
    why: WhyOption = "",
    by: ByOption = None,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Confirm what a decision taught: it then stays, even if the decision is revoked.

    Examples:
      ordertrail learned confirm 3
    """
    from ordertrail.cli.lessons import confirm_lesson

    confirm_lesson(invocation(context, config, json), learned, by=by, why=why)


def revoke(
    context: typer.Context,
    learned: NumbersArgument,
    why: WhyOption = "",
    by: ByOption = None,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Take back what was learned. What hung on it is derived anew as if it had never been known.

    Examples:
      ordertrail learned revoke 3 --why "another item since May"
    """
    from ordertrail.cli.lessons import revoke_lessons

    revoke_lessons(invocation(context, config, json), learned, by=by, why=why)
