"""A file, checked by all rule sets that its documents ask for."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from ingest.format import Content
from ordertrail.validation import packages, rules, schema
from ordertrail.validation.choice import RuleSet, choose, levels
from ordertrail.validation.report import Applied, Finding, Missing, Report, Severity
from ordertrail.validation.subjects import Subject, subjects

MAX_BYTES = 10_000_000
"""Of a file that rules are run on: they take a second for a thousand lines, and minutes for a hundred thousand."""

_Result = Applied | Missing | Finding


def check(content: Content) -> Report:
    """What the rules say of a file. Never raises for what is in it: what could not be checked is said in the report."""
    root = content.root
    found = list(subjects(root)) if root is not None else []
    if not found:
        return Report(missing=(Missing("", "no_standard"),))
    results = list(dict.fromkeys(result for subject in found for result in _checked(subject, len(content.data))))
    return Report(
        applied=tuple(one for one in results if isinstance(one, Applied)),
        missing=tuple(one for one in results if isinstance(one, Missing)),
        findings=tuple(one for one in results if isinstance(one, Finding)),
    )


def _checked(subject: Subject, size: int) -> Iterator[_Result]:
    weights = levels(subject)
    for chosen in choose(subject):
        if isinstance(chosen, Missing):
            yield chosen
        else:
            yield from (_weighed(result, weights) for result in _by(chosen, subject, size))


def _weighed(result: _Result, weights: Mapping[str, Severity]) -> _Result:
    if isinstance(result, Finding) and result.rule in weights:
        return replace(result, severity=weights[result.rule])
    return result


def _by(rule_set: RuleSet, subject: Subject, size: int) -> Iterator[_Result]:
    file = packages.locate(rule_set.package, rule_set.pattern)
    if file is None:
        yield Missing(rule_set.name, "not_installed", rule_set.package.name)
        return
    source = packages.source(rule_set.package)
    if rule_set.kind == "schema":
        yield Applied(rule_set.name, source)
        yield from schema.broken_parts(subject.root, file, rule_set.name)
        return
    if size > MAX_BYTES:
        yield Missing(rule_set.name, "too_large", str(MAX_BYTES // 1_000_000))
        return
    try:
        findings = list(rules.broken_rules(subject.root, file, rule_set.name))
    except rules.RulesNotRun as fault:
        yield Missing(rule_set.name, "not_run", str(fault))
        return
    yield Applied(rule_set.name, ", ".join(part for part in (source, rules.edition(file)) if part))
    yield from findings
