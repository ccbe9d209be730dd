"""Reading one file and checking it by the rules of its standard: for those who asked for that."""

from msgspec.structs import replace

from ingest.format import Content
from ingest.reading import read_with_source
from orders.document import Issue
from orders.errors import Reject
from ordertrail.reader.outcome import Checking, Outcome, Read, as_read
from ordertrail.validation.check import check
from ordertrail.validation.report import REPORT, Finding, Report

MOST_ISSUES = 100
"""Broken rules that a document keeps as issues."""


def read_and_check(checking: Checking, content: Content) -> Outcome:
    """The documents of a file, and what the rules say: with `show` as a report, with `report` as issues.

    Raises:
        Reject: as `ingest.reading.read`; with `reject` also `RULES_BROKEN`.
    """
    source, documents = read_with_source(content)
    report = check(source)
    if checking == "show":
        return Read(as_read(documents), REPORT.to_json(report).decode())
    if checking == "reject" and report.errors:
        raise _broken(report)
    issues = tuple(_issue(one) for one in report.errors[:MOST_ISSUES])
    return Read(as_read([replace(document, issues=(*document.issues, *issues)) for document in documents]))


def _broken(report: Report) -> Reject:
    first, *others = report.errors
    more = f" So are {len(others)} others." if others else ""
    return Reject(
        "RULES_BROKEN",
        f"Rule {first.rule} of {first.rule_set} is broken: {first.text}{more}",
        where=_place(first),
        hint="`ordertrail inspect --validate` lists all; validation.on_error decides whether such files are taken.",
    )


def _issue(finding: Finding) -> Issue:
    return Issue(code="RULE_BROKEN", message=f"{finding.rule}: {finding.text}", where=_place(finding))


def _place(finding: Finding) -> str | None:
    line = f"line {finding.line}" if finding.line else ""
    return ", ".join(part for part in (line, finding.path) if part) or None
