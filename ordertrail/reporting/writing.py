"""One call that writes every report: the workbook, and its tables as CSV and JSON."""

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import partial
from itertools import chain
from pathlib import Path

from msgspec.structs import replace

from matching import assess
from orders.assessment import Assessment
from orders.message import Message
from orders.parties import name_key
from orders.wording import say
from ordertrail.config.settings import ReportFormat, Settings
from ordertrail.derive.as_of import assess_as_of
from ordertrail.reporting.decided import decided_things
from ordertrail.reporting.delivery import deliver, working_folder, writable
from ordertrail.reporting.gathering import Links, arrived_files, assessed_cases, in_fixed_order, stored_assessments
from ordertrail.reporting.taught import learned_things
from ordertrail.store.engine import Store
from ordertrail.store.library import end_of_day
from reports.csv_table import CsvTable
from reports.edition import Edition
from reports.folder import TableFolder
from reports.json_table import JsonTable
from reports.report import Entry, Output, write_report
from reports.workbook import WorkbookOutput

NAME = "ordertrail"

_LOG = logging.getLogger(__name__)


def write_reports(
    settings: Settings,
    store: Store,
    as_of: date | None = None,
    out: Path | None = None,
    buyer: str | None = None,
    *,
    now: datetime | None = None,
    notice: Callable[[Message], None] | None = None,
) -> list[Path]:
    """Writes the configured forms of the report and returns where they are: the workbook, the folders of the tables.

    `as_of` counts what was known at the end of that day, and names the files after it; None is today, with everything
    that is derived. `out` stands in for the configured folder. `buyer` keeps only the orders of buyers whose name has
    this in it, and what belongs to no order. `notice` is told what a person should know; otherwise it is logged.

    Raises:
        Wait: if the folder cannot be written to, or others write to it for too long. Old reports are as they were.
    """
    if not settings.reports.formats:
        return []
    moment = now or datetime.now().astimezone()
    edition = Edition(language=settings.language, as_of=as_of or moment.date(), made_at=moment, buyer=buyer)
    folder = out or settings.folders.reports
    tell = notice or (lambda message: _LOG.warning(say(message, settings.language)))
    with working_folder(folder) as working:
        if as_of is None:
            assessments = stored_assessments(store, working)
        else:
            assessments = in_fixed_order(assess_as_of(store, settings.policy, assess, as_of), working)
        entries = _entries(settings, store, edition, folder, _of_buyer(assessments, buyer), until=as_of)
        with writable(folder):
            write_report(entries, _outputs(settings.reports.formats, edition, working), scratch=str(working))
        put = partial(_put, now=moment, notice=tell)
        return [put(working, folder, form, _stem(as_of, buyer)) for form in settings.reports.formats]


def _entries(
    settings: Settings,
    store: Store,
    edition: Edition,
    folder: Path,
    assessments: Iterable[Assessment],
    until: date | None,
) -> Iterator[Entry]:
    links = Links(settings.folders, folder)
    cases = assessed_cases(store, assessments, edition.as_of, links)
    moment = end_of_day(until) if until else None
    return chain(
        cases,
        decided_things(store, moment),
        learned_things(store, settings.policy, moment),
        arrived_files(store, moment, links, edition.language),
    )


def _of_buyer(assessments: Iterable[Assessment], buyer: str | None) -> Iterator[Assessment]:
    """Without a buyer everything; otherwise their orders, and what no order is known for: somebody has to see it."""
    for assessment in assessments:
        if buyer is None or not assessment.orders:
            yield assessment
            continue
        orders = tuple(order for order in assessment.orders if buyer.casefold() in (order.buyer or "").casefold())
        if orders:
            kept = {None, *(order.id for order in orders)}
            deviations = tuple(one for one in assessment.deviations if one.order in kept)
            yield replace(assessment, orders=orders, deviations=deviations)


def _outputs(formats: Iterable[ReportFormat], edition: Edition, working: Path) -> list[Output]:
    makers: dict[ReportFormat, Callable[[], Output]] = {
        "xlsx": lambda: WorkbookOutput(working / f"{NAME}.xlsx", edition, working),
        "csv": lambda: TableFolder(working / "csv", ".csv", CsvTable, edition),
        "json": lambda: TableFolder(working / "json", ".json", JsonTable, edition),
    }
    return [makers[form]() for form in formats]


def _put(
    working: Path, folder: Path, form: ReportFormat, stem: str, *, now: datetime, notice: Callable[[Message], None]
) -> Path:
    """Puts one form of the report into its place: a file, or a folder of files."""
    if form == "xlsx":
        return _put_file(working / f"{NAME}.xlsx", folder / f"{stem}.xlsx", now, notice)
    tables = folder / f"{stem}-{form}"
    for made in sorted((working / form).iterdir()):
        _put_file(made, tables / made.name, now, notice)
    return tables


def _put_file(made: Path, place: Path, now: datetime, notice: Callable[[Message], None]) -> Path:
    put = deliver(made, place, now)
    if put != place:
        notice(Message("report.locked", {"file": str(place), "beside": str(put)}))
    return put


def _stem(as_of: date | None, buyer: str | None) -> str:
    """A report of another day, or of one buyer, has a name of its own: it never takes the place of the whole."""
    parts = [NAME]
    if buyer is not None:
        parts.append(re.sub(r"[^a-z0-9]+", "-", name_key(buyer))[:60] or "buyer")
    if as_of is not None:
        parts.append(as_of.isoformat())
    return "-".join(parts)
