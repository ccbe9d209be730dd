"""`inspect`: what is understood of files. Read as `run` reads them, in processes with limits; nothing is stored."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import typer

from ingest.format import Content
from ingest.formats.tables.understanding import Understanding, understanding
from ingest.misfits import Misfit, misfits
from orders.document import shown
from orders.wording import label
from orders.wording.errors import translated
from ordertrail.cli.document_views import document_sheet, error_text
from ordertrail.cli.files_named import (
    NO_FILES,
    NO_SUCH_FILE,
    SOME_REJECTED,
    documents_of,
    folder_of,
    may_be_looked_at,
    outcomes,
)
from ordertrail.cli.invocation import Invocation
from ordertrail.cli.table_views import misfit_json, misfit_text, understanding_sheet
from ordertrail.cli.terminal import print_answer, print_json
from ordertrail.cli.validation_views import report_json, report_sheet
from ordertrail.config import Settings
from ordertrail.reader.outcome import Checking, Failed, Outcome, Read
from ordertrail.validation.packages import require_rules
from ordertrail.validation.report import REPORT, Report

RULES_BROKEN = 1


def inspect_files(here: Invocation, files: Sequence[Path], *, validate: bool = False) -> None:
    """Prints what is understood of each file, in the order in which they are named; with `validate` also what the rules
    of its standard say of it.

    Exit code 2 if one is no file that can be opened, 3 if no document could be made of one, 1 if one breaks a rule.

    Raises:
        Stop: if rules are to be checked that are not installed.
    """
    settings = here.settings_or_defaults
    checking: Checking = "show" if validate else "off"
    require_rules(checking)
    failures = set()
    broken = False
    for file, outcome in outcomes(files, settings, settings.layouts, checking):
        if isinstance(outcome, Failed):
            failures.add(outcome.code)
        else:
            broken |= any(report.errors for report in _reports(outcome))
        if here.json:
            for line in _json_lines(file, outcome, settings):
                print_json(line)
        else:
            print_answer(*_sheets(file, outcome, settings))
    if failures:
        raise typer.Exit(NO_SUCH_FILE if failures & NO_FILES else SOME_REJECTED)
    if broken:
        raise typer.Exit(RULES_BROKEN)


def _json_lines(file: Path, outcome: Outcome, settings: Settings) -> Iterator[Any]:
    found = [misfit_json(one) for one in _misfits(file, outcome, settings)]
    unfit = {"misfits": found} if found else {}
    if isinstance(outcome, Failed):
        message = translated(outcome.message, settings.language)
        error = {"code": outcome.code, "message": message, "where": outcome.where}
        yield {"file": str(file), "error": error, **unfit}
        return
    checked = [("validation", report_json(report)) for report in _reports(outcome)]
    for document in documents_of(outcome):
        yield {"file": str(file), **shown(document), **dict(checked), **unfit}
    if not outcome.documents:
        yield {"file": str(file), "documents": 0, **dict(checked), **unfit}


def _sheets(file: Path, outcome: Outcome, settings: Settings) -> Iterator[Any]:
    language, said = settings.language, ""
    if isinstance(outcome, Failed):
        said = outcome.message
        yield error_text(str(file), outcome, language)
    else:
        for document in documents_of(outcome):
            yield from document_sheet(str(file), document, language)
            yield ""
        if outcome.answers is not None:
            count = str(len(outcome.answers.rows))
            yield label("cli.report_of_ours", language, file=str(file), count=count, by=outcome.answers.by or "–")
            return
        if not outcome.documents:
            yield label("cli.no_document", language, file=str(file))
        for report in _reports(outcome):
            yield from report_sheet(report, language)
            yield ""
    yield from understanding_sheet(_understanding(file, outcome, settings), said, language)
    yield from map(misfit_text, _misfits(file, outcome, settings))
    yield ""


def _understanding(file: Path, outcome: Outcome, settings: Settings) -> Understanding:
    """What was understood of a table."""
    if not may_be_looked_at(outcome):
        return Understanding("")
    return understanding(_content(file, settings))


def _misfits(file: Path, outcome: Outcome, settings: Settings) -> Sequence[Misfit]:
    """What of the layouts does not fit a file."""
    if not settings.layouts or not may_be_looked_at(outcome):
        return ()
    return misfits(_content(file, settings))


def _content(file: Path, settings: Settings) -> Content:
    return Content(file.read_bytes(), file.name, folder_of(file, settings), settings.layouts)


def _reports(outcome: Read) -> Iterator[Report]:
    """What checking the file came to, if it was checked."""
    if outcome.report:
        yield REPORT.from_json(outcome.report)
