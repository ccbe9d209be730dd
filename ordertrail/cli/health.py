"""`doctor`: what was looked at, and what came of it."""

import typer
from rich.table import Table
from rich.text import Text

from orders.wording import Language, label, say
from ordertrail.cli import looks
from ordertrail.cli.invocation import Invocation
from ordertrail.cli.shown import shown
from ordertrail.cli.terminal import print_answer, print_json
from ordertrail.doctor import Check, checks

UNFIT = 2
_COLOUR = {"ok": "green", "warning": "yellow", "failed": "bold red"}


def examine(here: Invocation) -> None:
    """Prints every check; exit code 2 if the program cannot work."""
    settings = here.settings
    done = list(checks(settings))
    failed = any(check.state == "failed" for check in done)
    if here.json:
        for check in done:
            print_json(_json(check, settings.language))
    else:
        verdict = label("doctor.unfit" if failed else "doctor.fit", settings.language)
        print_answer(_table(done, settings.language), verdict)
    if failed:
        raise typer.Exit(UNFIT)


def _json(check: Check, language: Language) -> dict[str, str | None]:
    return {
        "check": check.name,
        "state": check.state,
        "message": say(check.message, language),
        "hint": say(check.hint, language) if check.hint else None,
    }


def _table(done: list[Check], language: Language) -> Table:
    table = Table.grid(padding=(0, 2))
    for check in done:
        message = Text(shown(say(check.message, language)))
        if check.hint:
            message += Text(f" {shown(say(check.hint, language))}", style="dim")
        state = Text(label(f"doctor.state_{check.state}", language), style=_COLOUR[check.state])
        table.add_row(looks.cell(label(f"doctor.name_{check.name}", language), "bold"), state, message)
    return table
