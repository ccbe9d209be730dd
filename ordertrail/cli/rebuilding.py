"""`rebuild`: what was derived is thrown away and derived anew; or only compared with what it would be."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict
from functools import partial
from itertools import chain

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
from ordertrail.rereading import Reread, reread
from ordertrail.store.archived import archived_count
from ordertrail.store.engine import Store, open_store
from ordertrail.workplace import has_contents

DIFFERENT = 1


def rebuild_all(here: Invocation, *, check: bool, again: bool) -> None:
    """Derives everything anew, or says what that would change: exit code 1 if anything. `again`: what the archived
    files say, too.
    """
    settings, language = here.settings, here.settings.language
    in_use = has_contents(settings.folders.archive)
    with closing(open_store(settings.database_url, create=False, archive_in_use=in_use)) as store:
        read = _read_again(here, store, keep=check) if again else []
        if check:
            _say_differences(here, chain(_different(read), differences(store, settings.policy, assess)))
            return
        with progress_bar("cli.stage_derive", language) as progress:
            orders = derive_anew(store, settings.policy, assess, processes=processes_of(settings), progress=progress)
    if here.json:
        print_json({"orders": orders, **({"files": [_file(one) for one in read]} if again else {})})
        return
    if again:
        changed = sum(not one.code for one in read)
        print_remark(label("cli.reread", language, changed=str(changed), kept=str(len(read) - changed)))
    print_remark(label("cli.rebuilt", language, orders=str(orders)))


def _read_again(here: Invocation, store: Store, *, keep: bool) -> list[Reread]:
    """The files that do not say what they said; on the terminal those that stay as they are, each with its reason."""
    found = []
    files = archived_count(store)
    with progress_bar("cli.stage_reread", here.settings.language) as progress:
        tell = partial(_swapped, progress, files)
        for one in reread(store, here.settings, processes_of(here.settings), keep=keep, progress=tell):
            found.append(one)
            if one.code and not here.json:
                print_remark(f"{one.file.name}: {one.message} ({one.code})")
    return found


def _swapped(progress: Callable[[int, int], None], total: int, done: int) -> None:
    progress(done, total)


def _different(read: Sequence[Reread]) -> Iterator[Difference]:
    return (
        Difference("documents", "", f"{one.file.arrival_id} {one.file.name}", "different")
        for one in read
        if not one.code
    )


def _file(one: Reread) -> dict[str, str | None]:
    """A file of `rebuild --reread`, as JSON shows it."""
    return {"id": one.file.arrival_id, "name": one.file.name, "code": one.code or None, "message": one.message or None}


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
def progress_bar(stage: str, language: Language) -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal; elsewhere nothing."""
    console = remarks()
    if not console.is_terminal:
        yield lambda done, marked: None
        return
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task(label(stage, language))
        yield lambda done, marked: bar.update(task, completed=done, total=marked)
