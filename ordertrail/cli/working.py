"""The commands that work: they make folders, take files, write reports.

A command here says what it is called and what it takes; what it does stands in a module of its own, which is imported
when the command is called, so that `--help` answers at once.
"""

from pathlib import Path
from typing import Annotated, Literal

import typer

from ordertrail.cli.asking import AsOfOption, day_of
from ordertrail.cli.invocation import ConfigOption, JsonOption, invocation

LanguageOption = Annotated[
    Literal["de", "en", "fr"], typer.Option(help="Language of labels, numbers and dates in reports and on the screen.")
]


def init(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder; made if it is not there.")] = Path(),
    language: LanguageOption = "de",
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Make a working folder: config.toml, inbox, reports and a sample.

    Examples:
      ordertrail init
      ordertrail init purchasing --language en
    """
    from ordertrail.cli.initial import make_working_folder

    make_working_folder(invocation(context, config, json), folder, language)


def demo(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="A new folder for it; with a number behind it if it is there already.")
    ] = Path("ordertrail-demo"),
    language: LanguageOption = "en",
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Run the whole program once on sample documents, in a new folder.

    Examples:
      ordertrail demo
      ordertrail demo /tmp/look --language de
    """
    from ordertrail.demo.telling import tell

    tell(invocation(context, config, json), folder, language)


def doctor(context: typer.Context, config: ConfigOption = None, json: JsonOption = False) -> None:
    """Check configuration, database, folders, disk, file events and limits.

    Exit code 2 if the program cannot work, 0 if it can.

    Examples:
      ordertrail doctor
      ordertrail doctor --json | jq 'select(.state != "ok")'
    """
    from ordertrail.cli.health import examine

    examine(invocation(context, config, json))


def run(context: typer.Context, config: ConfigOption = None, json: JsonOption = False) -> None:
    """Work through the inbox once: read, match, report. For cron.

    The first run makes the database and the folders. Exit code 3 if files were rejected or are waiting, 1 if a report
    could not be written.

    Examples:
      ordertrail run
      ordertrail --config /srv/purchasing/config.toml run
      ordertrail run --json | jq .files
    """
    from ordertrail.cli.batch import run_once

    run_once(invocation(context, config, json))


def watch(context: typer.Context, config: ConfigOption = None, json: JsonOption = False) -> None:
    """Do what run does whenever files arrive, until stopped. For systemd.

    Examples:
      ordertrail watch
      ordertrail watch --json >> watch.jsonl
    """
    from ordertrail.cli.batch import keep_running

    keep_running(invocation(context, config, json))


def retry(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE-ID", help="The file's id, as `ordertrail files` lists it.")],
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Put a rejected or waiting file back into the inbox.

    Examples:
      ordertrail files --state rejected
      ordertrail retry 1763805600000000000-1a2b3c4d
    """
    from ordertrail.cli.batch import retry_file

    retry_file(invocation(context, config, json), file)


def report(
    context: typer.Context,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Where to write. Default: the reports folder.")
    ] = None,
    as_of: AsOfOption = None,
    buyer: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only orders of this buyer: part of the name.")
    ] = None,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Write the workbooks, and say where they are.

    Examples:
      ordertrail report
      ordertrail report --as-of 2026-03-31 --out /tmp/march
      ordertrail report --buyer "Muster AG"
    """
    from ordertrail.cli.reporting import write_reports

    write_reports(invocation(context, config, json), out=out, as_of=day_of(as_of), buyer=buyer)


def rebuild(
    context: typer.Context,
    check: Annotated[
        bool, typer.Option("--check", help="Only compare: exit code 1 if anything would come out differently.")
    ] = False,
    reread: Annotated[
        bool, typer.Option("--reread", help="Read the archived files again too: with mended readers, or other layouts.")
    ] = False,
    config: ConfigOption = None,
    json: JsonOption = False,
) -> None:
    """Throw away what was derived from the documents, and derive it anew.

    Examples:
      ordertrail rebuild
      ordertrail rebuild --check
      ordertrail rebuild --reread --check    which files would be read differently by now
    """
    from ordertrail.cli.rebuilding import rebuild_all

    rebuild_all(invocation(context, config, json), check=check, again=reread)
