"""`layout suggest`: an entry for files like one sample, and what is read with it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import typer
from msgspec import structs
from rich.text import Text

from ingest.format import Content
from ingest.suggestion import Answers, Proposal, suggest
from orders.document import Document, DocumentType, shown
from orders.errors import Reject
from orders.wording import Language, label
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
from ordertrail.cli.shown import shown as showable
from ordertrail.cli.suppliers import no_such_supplier
from ordertrail.cli.terminal import print_json, print_plain, remarks
from ordertrail.config import Settings
from ordertrail.reader.outcome import Failed, Outcome

_DOCUMENTS = 3
_LINES = 5
"""So many documents, and lines of each, show what is read with the entry."""


def answers_of(
    here: Invocation,
    *,
    kind: str | None,
    decimal: str | None,
    dates: str | None,
    supplier: str | None,
) -> Answers:
    """What was said on the command line, with the items that the configuration knows.

    Raises:
        Refuse: `SUPPLIER_UNKNOWN` if the configuration has no such supplier.
    """
    suppliers = {one.key: one for one in here.settings_or_defaults.policy.suppliers}
    if supplier is not None and supplier not in suppliers:
        raise no_such_supplier(supplier, list(suppliers), here.settings_or_defaults.language)
    whose = [suppliers[supplier]] if supplier else suppliers.values()
    return Answers(
        type=DocumentType(kind) if kind else None,
        decimal=decimal,
        dates=dates,
        supplier=supplier,
        items={item: own for one in whose for item, own in one.items.items()},
    )


def suggest_layout(here: Invocation, file: Path, answers: Answers) -> None:
    """Prints the entry on stdout, and on stderr what is read with it and what is left open.

    Exit code 2 if the file cannot be opened, 3 if no entry can be proposed for it.
    """
    settings = here.settings_or_defaults
    ((_, first),) = outcomes([file], settings, ())
    proposal = _proposal(file, first, settings, answers)
    if isinstance(proposal, Failed):
        _refuse(here, file, proposal)
    trial = _trial(file, settings, proposal)
    if here.json:
        print_json(_json(file, proposal, trial))
        return
    print_plain(proposal.toml.rstrip("\n"))
    console = remarks()
    for part in _remarks(file, proposal, trial, settings.language):
        console.print(part)


def _proposal(file: Path, first: Outcome, settings: Settings, answers: Answers) -> Proposal | Failed:
    if isinstance(first, Failed) and not may_be_looked_at(first):
        return first
    folder = folder_of(file, settings)
    below = file.absolute().is_relative_to(settings.folders.inbox)
    try:
        return suggest(Content(file.read_bytes(), file.name, folder), replace(answers, folder=folder if below else ""))
    except Reject as reject:
        return Failed(reject.code, reject.message, reject.where, reject.hint)


def _trial(file: Path, settings: Settings, proposal: Proposal) -> Outcome | None:
    """What reading the sample with the proposed entry comes to."""
    if proposal.layout is None:
        return None
    ((_, outcome),) = outcomes([file], settings, (replace(proposal.layout, files=("*",)),))
    return outcome


def _refuse(here: Invocation, file: Path, why: Failed) -> NoReturn:
    if here.json:
        message = translated(why.message, here.settings_or_defaults.language)
        print_json({"file": str(file), "error": {"code": why.code, "message": message, "where": why.where}})
    else:
        remarks().print(error_text(str(file), why, here.settings_or_defaults.language))
    raise typer.Exit(NO_SUCH_FILE if why.code in NO_FILES else SOME_REJECTED)


def _documents(trial: Outcome | None) -> Iterator[Document]:
    return iter(()) if trial is None or isinstance(trial, Failed) else documents_of(trial)


def _json(file: Path, proposal: Proposal, trial: Outcome | None) -> dict[str, Any]:
    error = {"code": trial.code, "message": trial.message, "where": trial.where} if isinstance(trial, Failed) else None
    return {
        "file": str(file),
        "toml": proposal.toml,
        "fields": [
            {"field": one.field, "source": one.source, "sure": one.sure, "reason": one.reason, "examples": one.examples}
            for one in proposal.fields
        ],
        "not_understood": [
            {"source": one.source, "heading": one.heading, "may_be": one.may_be, "examples": one.examples}
            for one in proposal.not_understood
        ],
        "questions": [{"key": one.key, "message": one.message, "answers": one.answers} for one in proposal.questions],
        "documents": [shown(one) for one in _documents(trial)],
        **({"error": error} if error else {}),
    }


def _remarks(file: Path, proposal: Proposal, trial: Outcome | None, language: Language) -> Iterator[Any]:
    if isinstance(trial, Failed):
        yield error_text(label("cli.read_with_it", language), trial, language)
    documents = list(_documents(trial))
    if documents:
        yield Text(label("cli.read_with_it", language), style="bold")
    for document in documents[:_DOCUMENTS]:
        lines = document.lines[:_LINES]
        yield from document_sheet(str(file), structs.replace(document, lines=lines), language)
        if len(document.lines) > len(lines):
            yield Text(label("cli.more_lines", language, count=str(len(document.lines) - len(lines))), style="dim")
    for one in proposal.questions:
        yield Text(showable(f"? {one.key}: {one.message}"), style="yellow")
