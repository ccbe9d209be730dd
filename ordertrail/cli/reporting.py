"""`report`: writes the workbooks now, and says where they are."""

from contextlib import closing
from datetime import date
from pathlib import Path

import typer

from orders.errors import Wait
from orders.message import Message
from orders.wording import say
from ordertrail.cli.invocation import Invocation
from ordertrail.cli.terminal import print_error, print_json, print_plain, print_remark
from ordertrail.reporting import write_reports as write
from ordertrail.store.engine import open_store
from ordertrail.workplace import has_contents

NOT_WRITTEN = 1


def write_reports(here: Invocation, *, out: Path | None, as_of: date | None, buyer: str | None) -> None:
    """Prints a path a line. Exit code 1 if the reports could not be written."""
    settings = here.settings

    def notice(message: Message) -> None:
        print_remark(say(message, settings.language))

    in_use = has_contents(settings.folders.archive)
    with closing(open_store(settings.database_url, create=False, archive_in_use=in_use)) as store:
        try:
            paths = write(settings, store, as_of, out and out.absolute(), buyer, notice=notice)
        except Wait as wait:
            print_error(wait, settings.language)
            raise typer.Exit(NOT_WRITTEN) from wait
    if here.json:
        print_json([str(path) for path in paths])
        return
    for path in paths:
        print_plain(str(path))
