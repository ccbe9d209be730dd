"""Checks by XML Schema, with lxml."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from lxml import etree

from ordertrail.validation.report import SCHEMA_RULE, Finding

MOST = 500
"""Findings of one schema that are kept: one wrong namespace is wrong everywhere."""

_NAMESPACE = re.compile(r"\{[^}]*\}")


@cache
def _schema(file: Path) -> etree.XMLSchema:
    """A schema, made once a process: that of UBL takes longer than many documents."""
    return etree.XMLSchema(etree.parse(file, etree.XMLParser(no_network=True, resolve_entities=False)))


def broken_parts(root: etree._Element, file: Path, name: str) -> Iterator[Finding]:
    """What an XML Schema finds in a document."""
    schema = _schema(file)
    if schema.validate(root):
        return
    for error in list(schema.error_log)[:MOST]:
        text = _NAMESPACE.sub("", error.message)
        yield Finding("error", SCHEMA_RULE, text, name, error.path, error.line or None)
