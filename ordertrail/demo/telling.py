"""`demo`: the whole program once, over the sample documents, in a new folder."""

from contextlib import closing
from dataclasses import replace
from datetime import datetime
from importlib.resources import as_file
from itertools import count
from pathlib import Path
from shutil import copytree

from rich.text import Text

from orders.errors import Refuse
from orders.wording import Language, label
from ordertrail.cli import looks
from ordertrail.cli.batch import account
from ordertrail.cli.initial import reference
from ordertrail.cli.invocation import Invocation
from ordertrail.cli.order_views import order_list
from ordertrail.cli.shown import shown
from ordertrail.cli.terminal import answers, print_answer, print_json, print_remark
from ordertrail.cli.works import derive_changes
from ordertrail.config import FILE_NAME, Settings, load
from ordertrail.demo import SAMPLES
from ordertrail.questions.answers import Filter, orders_now
from ordertrail.reporting import write_reports
from ordertrail.run import run
from ordertrail.store.engine import Store, open_store

STORY_ENDS = datetime(2026, 11, 20, 18, 0).astimezone()
"""The story is always told as of its last day: otherwise everything would be late by years one day."""

SETTLE_SECONDS = 0.1
"""Nobody else writes into this inbox."""


def tell(here: Invocation, folder: Path, language: Language) -> None:
    """Makes the folder, works through the samples, shows the orders and says where the workbook is.

    Raises:
        Refuse: if the folder cannot be made.
    """
    place = _new(folder)
    try:
        settings = _prepared(place, language)
    except OSError as error:
        raise Refuse("FOLDER_UNWRITABLE", f"{error.filename or place} cannot be made: {error.strerror}.") from error
    done = run(settings, derive_changes, _report)
    if here.json:
        print_json({"config": str(settings.path), **done.as_json()})
        return
    with closing(open_store(settings.database_url, create=False, archive_in_use=True)) as store:
        rows = [(one.order, one.open_deviations) for one in orders_now(store, Filter())]
    print_remark(account(settings, replace(done, reports=())))
    print_answer("", order_list(rows, language, answers().width), "", looks.legend(language), "")
    for path in done.reports[:1]:
        print_answer(Text(shown(label("cli.demo_workbook", language, path=str(path))), style="bold"))
    print_remark(label(f"cli.demo_next_{step}", language, folder=str(place)) for step in (1, 2, 3))


def _new(folder: Path) -> Path:
    """The folder, or if there is something already, the first free one of that name with a number."""
    names = (folder if number == 1 else folder.with_name(f"{folder.name}-{number}") for number in count(1))
    return next(one for one in names if not one.exists())


def _prepared(folder: Path, language: Language) -> Settings:
    folder.mkdir(parents=True)
    config = folder / FILE_NAME
    config.write_text(reference(language), encoding="utf-8")
    with as_file(SAMPLES) as samples:
        copytree(samples, folder / "inbox")
    settings = load(config, {})
    return replace(settings, run=replace(settings.run, settle_seconds=SETTLE_SECONDS))


def _report(store: Store, settings: Settings) -> tuple[Path, ...]:
    return tuple(write_reports(settings, store, now=STORY_ENDS))
