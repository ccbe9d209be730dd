"""`inspect`: what is understood of files. Read as `run` reads them, in processes with limits; nothing is stored."""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import Any

import typer

from ingest.format import Content
from ingest.formats.tables.understanding import Understanding, understanding
from orders.document import DOCUMENT, Document, shown
from ordertrail.cli.document_views import document_sheet, error_text
from ordertrail.cli.invocation import Invocation
from ordertrail.cli.table_views import understanding_sheet
from ordertrail.cli.terminal import print_answer, print_json
from ordertrail.cli.validation_views import report_json, report_sheet
from ordertrail.config import Settings
from ordertrail.reader.outcome import Checking, Failed, Outcome, Read, Source
from ordertrail.reader.readers import Bounds, Readers
from ordertrail.validation.packages import require_rules
from ordertrail.validation.report import REPORT, Report

RULES_BROKEN = 1
NO_SUCH_FILE = 2
SOME_REJECTED = 3
_NO_FILES = frozenset({"FILE_NOT_FOUND", "NOT_A_REGULAR_FILE"})
_NEVER_OPENED = _NO_FILES | {"FILE_TOO_LARGE"}

TOGETHER = 200
"""Files that are read before anything is shown."""


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
    for file, outcome in _outcomes(files, settings, checking):
        if isinstance(outcome, Failed):
            failures.add(outcome.code)
        else:
            broken |= any(report.errors for report in _reports(outcome))
        if here.json:
            for line in _json_lines(file, outcome):
                print_json(line)
        else:
            print_answer(*_sheets(file, outcome, settings))
    if failures:
        raise typer.Exit(NO_SUCH_FILE if failures & _NO_FILES else SOME_REJECTED)
    if broken:
        raise typer.Exit(RULES_BROKEN)


def _outcomes(files: Sequence[Path], settings: Settings, checking: Checking) -> Iterator[tuple[Path, Outcome]]:
    count = min(len(files), settings.run.processes or os.cpu_count() or 1)
    readers = Readers(count, Bounds.of(settings.limits, checking), settings.layouts, checking=checking)
    try:
        for start in range(0, len(files), TOGETHER):
            yield from _read_together(files[start : start + TOGETHER], readers, settings)
    finally:
        readers.close()


def _read_together(files: Sequence[Path], readers: Readers, settings: Settings) -> Iterator[tuple[Path, Outcome]]:
    found = [_source(file, settings) for file in files]
    ticket = readers.submit([one for one in found if isinstance(one, Source)])
    answers = iter(readers.collect(ticket))
    for file, one in zip(files, found, strict=True):
        yield file, next(answers) if isinstance(one, Source) else one


def _source(file: Path, settings: Settings) -> Source | Failed:
    """The file as a reader takes it, or why it is not even opened."""
    try:
        status = file.stat()
    except OSError as error:
        return Failed("FILE_NOT_FOUND", f"The file cannot be opened: {error.strerror}.")
    if not stat.S_ISREG(status.st_mode):
        return Failed("NOT_A_REGULAR_FILE", "This is no file with content, but a folder or a device.")
    if status.st_size > settings.limits.file_bytes:
        limit = settings.limits.file_bytes // 1_000_000
        return Failed("FILE_TOO_LARGE", f"The file has {status.st_size:,} bytes; the limit is {limit} MB.")
    return Source(str(file.absolute()), file.name, _folder(file, settings), status.st_size)


def _folder(file: Path, settings: Settings) -> str:
    """The subfolder that may say what is in the file: below the inbox, elsewhere as the command names it."""
    inbox = settings.folders.inbox
    if file.absolute().is_relative_to(inbox):
        return file.absolute().relative_to(inbox).parent.as_posix().removeprefix(".")
    named = PurePath(file).parent
    return "" if named.is_absolute() or ".." in named.parts else named.as_posix().removeprefix(".")


def _json_lines(file: Path, outcome: Outcome) -> Iterator[Any]:
    if isinstance(outcome, Failed):
        error = {"code": outcome.code, "message": outcome.message, "where": outcome.where}
        yield {"file": str(file), "error": error}
        return
    checked = [("validation", report_json(report)) for report in _reports(outcome)]
    for document in _documents(outcome):
        yield {"file": str(file), **shown(document), **dict(checked)}


def _sheets(file: Path, outcome: Outcome, settings: Settings) -> Iterator[Any]:
    language, said = settings.language, ""
    if isinstance(outcome, Failed):
        said = outcome.message
        yield error_text(str(file), outcome.message, outcome.where, outcome.hint)
    else:
        for document in _documents(outcome):
            yield from document_sheet(str(file), document, language)
            yield ""
        for report in _reports(outcome):
            yield from report_sheet(report, language)
            yield ""
    yield from understanding_sheet(_understanding(file, outcome, settings), said, language)
    yield ""


def _understanding(file: Path, outcome: Outcome, settings: Settings) -> Understanding:
    """What was understood of a table. Looked at in this process, so only if a limited one came back from it alive."""
    if isinstance(outcome, Failed) and (outcome.kind != "permanent" or outcome.code in _NEVER_OPENED):
        return Understanding("")
    return understanding(Content(file.read_bytes(), file.name, _folder(file, settings), settings.layouts))


def _reports(outcome: Read) -> Iterator[Report]:
    """What checking the file came to, if it was checked."""
    if outcome.report:
        yield REPORT.validate_json(outcome.report)


def _documents(outcome: Read) -> Iterator[Document]:
    return (DOCUMENT.validate_json(one.body) for one in outcome.documents)
