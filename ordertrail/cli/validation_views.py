"""What the rules of its standard say of a file: for people, and for other programs."""

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from orders.message import Message
from orders.wording import Language, label, say
from ordertrail.cli import looks
from ordertrail.cli.shown import shown
from ordertrail.validation.report import Finding, Missing, Report

SHOWN_STEPS = 2

_COLOUR: Mapping[str, str] = {"error": "bold red", "warning": "yellow", "information": "cyan"}


def report_sheet(report: Report, language: Language) -> Iterator[RenderableType]:
    """What was found, what it was found by, and what was not checked."""
    if report.findings:
        headings = looks.headings(("cli.severity", "cli.rule", "cli.place", "cli.message", "cli.rule_set"), language)
        table = looks.grid(*headings, title=label("cli.validation", language))
        for finding in report.findings:
            table.add_row(*_row(finding, language))
        yield table
    elif report.applied:
        yield Text(label("cli.validation_clean", language), style="green")
    for applied in report.applied:
        said = label("cli.validation_applied", language, name=applied.name, source=applied.source)
        yield Text(shown(said), style="dim")
    for missing in report.missing:
        yield Text(shown(_said(missing, language)), style="yellow")


def _row(finding: Finding, language: Language) -> Iterator[Text]:
    yield Text(label(f"validation.{finding.severity}", language), style=_COLOUR[finding.severity])
    yield looks.cell(finding.rule, "bold")
    line = label("cli.file_line", language, line=str(finding.line)) if finding.line else ""
    yield looks.cell(" ".join(part for part in (line, _end_of(finding.path)) if part))
    yield looks.cell(finding.text)
    yield looks.cell(finding.rule_set)


def _end_of(path: str | None) -> str:
    """The last steps of a path: the line says the rest."""
    return "/".join((path or "").split("/")[-SHOWN_STEPS:])


def _said(missing: Missing, language: Language) -> str:
    return say(Message(f"validation.{missing.reason}", {"name": missing.name, "detail": missing.detail}), language)


def report_json(report: Report) -> dict[str, Any]:
    """The same as in docs/json.md; messages are in English, as are the codes."""
    return {
        "valid": not report.errors if report.applied else None,
        "applied": [{"name": one.name, "source": one.source} for one in report.applied],
        "not_applied": [
            {"name": one.name, "reason": one.reason, "message": _said(one, "en")} for one in report.missing
        ],
        "findings": [
            {
                "severity": one.severity,
                "rule": one.rule,
                "text": one.text,
                "rule_set": one.rule_set,
                "path": one.path,
                "line": one.line,
            }
            for one in report.findings
        ],
    }
