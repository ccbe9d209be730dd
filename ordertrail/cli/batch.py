"""`run`, `watch` and `retry`: files go through everything, and what became of them is said."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from orders.errors import Wait
from orders.message import Message
from orders.wording import Language, label, say
from orders.wording.errors import translated
from ordertrail.cli.invocation import Invocation
from ordertrail.cli.terminal import print_error, print_json, print_remark, remarks
from ordertrail.cli.works import derive_changes, write_reports_of
from ordertrail.config import Settings
from ordertrail.inbox.names import shown
from ordertrail.inbox.scan import Survey
from ordertrail.run import Done, retry, run
from ordertrail.run import Progress as Stage
from ordertrail.store.engine import Store
from ordertrail.watch import watch

REPORT_NOT_WRITTEN = 1
NOT_ALL_ACCEPTED = 3
MOST_NAMED = 5
"""Things that lie in the inbox and are not read, of each kind, that the account of a run names."""


class Reporter:
    """Writes the reports of a run; that it could not is kept, so that the account of the run is given all the same."""

    def __init__(self) -> None:
        self.failure: Wait | None = None

    def __call__(self, store: Store, settings: Settings) -> tuple[Path, ...]:
        """Writes; gives the paths, none if it could not be done."""
        self.failure = None
        try:
            return write_reports_of(store, settings)
        except Wait as wait:
            self.failure = wait
            return ()


def run_once(here: Invocation) -> None:
    """The scheduled batch run."""
    reporter = Reporter()
    with _progress(here.settings.language) as progress:
        done = run(here.settings, derive_changes, reporter, progress=progress)
    _conclude(here, done, reporter)


def keep_running(here: Invocation) -> None:
    """The same whenever files arrive, until stopped."""
    reporter = Reporter()

    def announce(done: Done) -> None:
        _tell(here, done)
        _complain(reporter, here.settings.language)

    def remark(message: Message) -> None:
        print_remark(say(message, here.settings.language))

    watch(here.settings, derive_changes, reporter, announce=announce, say=remark)


def retry_file(here: Invocation, file_id: str) -> None:
    """One rejected or waiting file once more."""
    reporter = Reporter()
    _conclude(here, retry(here.settings, file_id, derive_changes, reporter), reporter)


def _conclude(here: Invocation, done: Done, reporter: Reporter) -> None:
    _tell(here, done)
    _complain(reporter, here.settings.language)
    if reporter.failure:
        raise typer.Exit(REPORT_NOT_WRITTEN)
    if done.rejected or done.waiting:
        raise typer.Exit(NOT_ALL_ACCEPTED)


def _complain(reporter: Reporter, language: Language) -> None:
    if reporter.failure:
        print_error(reporter.failure, language)


def _tell(here: Invocation, done: Done) -> None:
    if here.json:
        print_json(done.as_json(), at_once=True)
    else:
        print_remark(account(here.settings, done))


def account(settings: Settings, done: Done) -> Iterator[str]:
    """What a run did, in sentences."""
    language = settings.language
    counts = {name: str(getattr(done, name)) for name in ("accepted", "duplicate", "rejected", "waiting", "documents")}
    yield label("cli.run_files", language, **counts, seconds=f"{done.seconds:.1f}")
    yield label("cli.run_orders", language, orders=str(done.orders_changed))
    if done.blocked is not None:
        yield label("cli.run_blocked", language, why=translated(done.blocked.message, language))
    if done.rejected:
        yield label("cli.run_rejected", language, folder=str(settings.folders.quarantine))
    if done.waiting:
        yield label("cli.run_waiting", language)
    yield from _left_alone(done.survey, language)
    for path in done.reports:
        yield label("cli.run_report", language, path=str(path))


def _left_alone(survey: Survey, language: Language) -> Iterator[str]:
    """What lies in the inbox and is not read, so that nobody waits for it."""
    places = {
        "links": [shown(one.name) for one in survey.not_regular],
        "too_deep": [shown(one) for one in survey.too_deep],
        "unreadable": [shown(one) for one in survey.unreadable],
        "forgotten": [shown(one.name) for one in survey.forgotten],
    }
    for kind, names in places.items():
        if names:
            more = "" if len(names) <= MOST_NAMED else " …"
            yield label(f"cli.run_left_{kind}", language, names=", ".join(names[:MOST_NAMED]) + more)


@contextmanager
def _progress(language: Language) -> Iterator[Callable[[Stage], None]]:
    """A line that says how far it is, on a terminal; elsewhere nothing."""
    console = remarks()
    if not console.is_terminal:
        yield lambda _: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[files]}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None, files="")

        def show(stage: Stage) -> None:
            bar.update(task, description=label(f"cli.stage_{stage.stage}", language), files=str(stage.files))

        yield show
