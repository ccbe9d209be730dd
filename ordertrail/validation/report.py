"""What checking a file by rules comes to. Plain values: they cross the border between processes as JSON."""

from typing import Literal

from msgspec import Struct

from orders.door import Door

Severity = Literal["error", "warning", "information"]
Reason = Literal["not_installed", "no_rules", "not_claimed", "too_large", "not_run", "no_standard"]

SCHEMA_RULE = "xsd"
"""The rule of every finding of an XML Schema: its parts have no numbers."""

RULE_WITHOUT_NUMBER = "schematron"


class Finding(Struct, frozen=True, omit_defaults=True, gc=False):
    """A rule that is broken. `rule` is the number that its authors gave it, `path` the element, `line` where it is in
    the file (None where that cannot be told).
    """

    severity: Severity
    rule: str
    text: str
    rule_set: str
    path: str | None = None
    line: int | None = None


class Applied(Struct, frozen=True, omit_defaults=True, gc=False):
    """A rule set that was applied, and where it comes from: package, version, and the edition of the rules."""

    name: str
    source: str


class Missing(Struct, frozen=True, omit_defaults=True, gc=False):
    """A rule set that the document would have to be checked by, and was not. `detail`: the package that would bring it,
    the profile that nobody has rules for, or what went wrong.
    """

    name: str
    reason: Reason
    detail: str = ""


class Report(Struct, frozen=True, omit_defaults=True, gc=False):
    """What a file was checked by, what it was not checked by, and what was found."""

    applied: tuple[Applied, ...] = ()
    missing: tuple[Missing, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that make the document invalid."""
        return tuple(one for one in self.findings if one.severity == "error")


REPORT = Door(Report)
