"""`rebuild`: what was derived is thrown away and derived anew; or only compared with what it would be."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict

import typer
from rich.progress import Progress

from matching import assess
from orders.wording import Language, label
from ordertrail.cli import looks
from ordertrail.cli.invocation import Invocation
from ordertrail.cli.terminal import print_answer, print_json, print_remark, remarks
from ordertrail.cli.works import processes_of
from ordertrail.rebuild import Difference
from ordertrail.rebuild import check as differences
from ordertrail.rebuild import rebuild as derive_anew
from ordertrail.store.engine import open_store
from ordertrail.workplace import has_contents

DIFFERENT = 1


def rebuild_all(here: Invocation, *, check: bool) -> None:
    """Derives everything anew, or says what that would change: exit code 1 if anything."""
    settings, language = here.settings, here.settings.language
    in_use = has_contents(settings.folders.archive)
    with closing(open_store(settings.database_url, create=False, archive_in_use=in_use)) as store:
        if check:
            _say_differences(here, differences(store, settings.policy, assess))
            return
        with _progress(language) as progress:
            orders = derive_anew(store, settings.policy, assess, processes=processes_of(settings), progress=progress)
    if here.json:
        print_json({"orders": orders})
    else:
        print_remark(label("cli.rebuilt", language, orders=str(orders)))


def _say_differences(here: Invocation, found: Iterator[Difference]) -> None:
    language = here.settings.language
    first = next(found, None)
    if first is None:
        if not here.json:
            print_remark(label("cli.rebuild_same", language))
        return
    rows = [first, *found]
    if here.json:
        for row in rows:
            print_json(asdict(row))
    else:
        table = looks.grid(*looks.headings(("cli.table", "cli.case", "cli.id", "cli.what"), language))
        cells = ((row.table, row.case, row.key, label(f"cli.rebuild_{row.kind}", language)) for row in rows)
        print_answer(looks.add_rows(table, (map(looks.cell, row) for row in cells)))
        print_remark(label("cli.rebuild_differs", language, count=str(len(rows))))
    raise typer.Exit(DIFFERENT)


@contextmanager
def _progress(language: Language) -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal; elsewhere nothing."""
    console = remarks()
    if not console.is_terminal:
        yield lambda done, marked: None
        return
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task(label("cli.stage_derive", language))
        yield lambda done, marked: bar.update(task, completed=done, total=marked)
