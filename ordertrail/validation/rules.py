"""Checks by Schematron, which its authors compiled to XSLT 2.0: run by Saxon.

The stylesheets are those of installed packages, and may open nothing: every protocol is forbidden, files too. The lists
of codes that some look up in a file beside them are handed to them as a parameter. What they see is the document as
lxml read it, so without DOCTYPE and entities.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from ordertrail.validation.places import element_at, path_of
from ordertrail.validation.report import RULE_WITHOUT_NUMBER, Finding, Severity

_ALLOWED_PROTOCOLS = "http://saxon.sf.net/feature/allowedProtocols"
_BESIDE = re.compile(r"document\('([^'/\\]+)'\)")
_START = re.compile(r"<xsl:(?:stylesheet|transform)\b[^>]*>")
_BROKEN = ("{http://purl.oclc.org/dsdl/svrl}failed-assert", "{http://purl.oclc.org/dsdl/svrl}successful-report")
_SEVERITIES: dict[str, Severity] = {"warning": "warning", "information": "information", "info": "information"}
_NUMBER = re.compile(r"^\s*\[([A-Z][\w.-]*)\]\s*-?\s*")
_EDITIONS = (
    re.compile(r"Schematron version ([\d.]+)"),
    re.compile(r'title="Schema for [^";]*; ([\w.]+)'),
    re.compile(r"created>\s*(\d{4}-\d\d-\d\d)"),
)
_HEAD = 200_000


class RulesNotRun(Exception):
    """The rules could not be applied to this document, mostly because a value in it is not of its type."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A compiled stylesheet, and which edition of the rules it is."""

    run: Any  # saxonche.PyXsltExecutable
    edition: str


@cache
def _saxon() -> Any:
    """The one processor of a process. It must not be copied into another one by a fork, and never is: processes that
    check are started anew."""
    from saxonche import PySaxonProcessor  # noqa: PLC0415 - an extra, and a library of 100 MB

    processor = PySaxonProcessor(license=False)
    processor.set_configuration_property(_ALLOWED_PROTOCOLS, "")
    return processor


@cache
def _sheet(file: Path) -> _Sheet:
    text = file.read_text(encoding="utf-8-sig")
    beside = sorted(set(_BESIDE.findall(text)))
    parameters = {f"beside-{number}": file.parent / name for number, name in enumerate(beside)}
    for name, parameter in zip(beside, parameters, strict=True):
        text = text.replace(f"document('{name}')", f"${parameter}")
    declared = "".join(f'<xsl:param name="{parameter}"/>' for parameter in parameters)
    text = _START.sub(lambda start: start[0] + declared, text, count=1)
    run = _saxon().new_xslt30_processor().compile_stylesheet(stylesheet_text=text)
    for parameter, path in parameters.items():
        run.set_parameter(parameter, _saxon().parse_xml(xml_text=path.read_text(encoding="utf-8-sig")))
    return _Sheet(run, _edition(text[:_HEAD]))


def _edition(head: str) -> str:
    return next((found[1] for pattern in _EDITIONS if (found := pattern.search(head))), "")


def edition(file: Path) -> str:
    """Which edition of its rules a stylesheet is: a version, or the day it was made; "" if it does not say."""
    return _sheet(file).edition


def broken_rules(root: etree._Element, file: Path, name: str) -> Iterator[Finding]:
    """The rules that a document breaks.

    Raises:
        RulesNotRun: if they cannot be applied to it.
    """
    text = etree.tostring(root, encoding="unicode", with_tail=False)
    with _silence():  # Saxon tells standard error as well
        try:
            answer = _sheet(file).run.transform_to_string(xdm_node=_saxon().parse_xml(xml_text=text))
        except Exception as error:  # noqa: BLE001 - Saxon's own class says no more than that
            raise RulesNotRun(" ".join(str(error).split())) from None
    if not answer:
        raise RulesNotRun("The rules gave no answer.")
    for broken in etree.fromstring(answer.encode()).iter(*_BROKEN):
        yield _finding(root, broken, name)


def _finding(root: etree._Element, broken: etree._Element, name: str) -> Finding:
    said = " ".join("".join(broken.findtext("{*}text") or "").split())
    number = _NUMBER.match(said)
    rule = (number[1] if number else None) or broken.get("id") or RULE_WITHOUT_NUMBER
    place = element_at(root, broken.get("location", ""))
    return Finding(
        severity=_SEVERITIES.get((broken.get("flag") or broken.get("role") or "").lower(), "error"),
        rule=rule,
        text=said[number.end() :] if number else said,
        rule_set=name,
        path=None if place is None else path_of(place),
        line=None if place is None else place.sourceline,
    )


@contextmanager
def _silence() -> Iterator[None]:
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
