"""A proposal for a sample made for one test, and what is read once it stands in the configuration."""

from pathlib import Path
from typing import Any

from ingest.format import Content
from ingest.layout import Layout
from ingest.reading import read
from ingest.suggestion import Answers, Proposal, suggest
from orders.document import Document
from ordertrail.config import parse

HERE = Path("/somewhere/config.toml")


def proposed(sample: str | bytes, name: str, **answers: Any) -> Proposal:
    data = sample.encode() if isinstance(sample, str) else sample
    return suggest(Content(data, name), Answers(**answers))


def configured(toml: str) -> tuple[Layout, ...]:
    """The layouts of a configuration that the entry was pasted into."""
    return parse(toml, HERE, {}).layouts


def documents_by(toml: str, sample: str | bytes, name: str) -> tuple[Document, ...]:
    data = sample.encode() if isinstance(sample, str) else sample
    return read(Content(data, name, "", configured(toml)))


def round_trip(sample: str | bytes, name: str, **answers: Any) -> tuple[Document, ...]:
    """suggest → config.toml → read."""
    return documents_by(proposed(sample, name, **answers).toml, sample, name)


Row = tuple[str | None, ...]


def said(documents: tuple[Document, ...], *fields: str) -> list[tuple[str | None, str | None, list[Row]]]:
    """Type, number and lines of documents, each line as these fields say it."""
    return [
        (
            str(one.type),
            one.number,
            [tuple(None if (v := getattr(line, name)) is None else str(v) for name in fields) for line in one.lines],
        )
        for one in documents
    ]
