"""What the manifest of the real documents states, and how what is read differs from it."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from ingest.format import Content
from ingest.reading import read
from orders.document import Document
from orders.errors import Reject


class Facts(NamedTuple):
    """What manifest and reader both state."""

    type: str
    number: str
    orders: frozenset[str]
    lines: int


def manifest(corpus: Path, *formats: str, number: Callable[[str], str] = str) -> dict[str, Facts]:
    """Path → what is stated of the files of these formats; `number` is applied to each order reference."""
    with (corpus / "MANIFEST.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["format"] in formats]
    return {row["path"]: _stated(row, number) for row in rows}


def _stated(row: dict[str, str], number: Callable[[str], str]) -> Facts:
    orders = frozenset(number(text) for text in row["referenced_order_number"].split("|") if text)
    return Facts(row["document_type"], row["document_number"], orders, int(row["number_of_lines"] or 0))


def understood(document: Document) -> Facts:
    orders = {reference.number for reference in document.order_references}
    orders |= {line.order_number for line in document.lines if line.order_number}
    if document.type == "order":
        orders.add(document.number or "")
    return Facts(document.type, document.number or "", frozenset(orders), len(document.lines))


def difference(file: Path, expected: Facts) -> str:
    """ "" if the reader says what the manifest says; otherwise what it says, and what the manifest."""
    try:
        (document,) = read(Content(file.read_bytes(), file.name))
    except Reject as reject:
        return f"rejected: {reject.code}"
    found = understood(document)
    return "; ".join(
        f"{field}: {_text(ours)}, not {_text(theirs)}"
        for field, ours, theirs in zip(Facts._fields, found, expected, strict=True)
        if ours != theirs
    )


def issue_codes(file: Path) -> set[str]:
    """The codes of all issues of a file; none if it is rejected."""
    try:
        return {issue.code for document in read(Content(file.read_bytes(), file.name)) for issue in document.issues}
    except Reject:
        return set()


def _text(fact: object) -> str:
    return ", ".join(sorted(fact)) or "none" if isinstance(fact, frozenset) else str(fact)
