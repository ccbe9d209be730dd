"""A program that watches an inbox for months keeps nothing of what hostile files say at length."""

import gc
import re
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ingest.format import Content
from ingest.reading import read
from orders.errors import Reject
from orders.references import order_keys, reference_key, sort_key
from tests.golden import SAMPLES

LONG = 20_000
XML = re.compile(rb"(?<=>)[^<>\s][^<>]*(?=<)|(?<=[cC]ode=\")[^\"]+")
VALUES = {  # what a value stands between
    "csv": re.compile(rb"(?<=;)[^;\r\n]+(?=[;\r\n])"),
    "edifact": re.compile(rb"(?<=[+:])[\w .-]+(?=[+:'])"),
    "x12": re.compile(rb"(?<=\*)[\w .-]+(?=[*~])"),
}
FORMATS = sorted(folder.name for folder in SAMPLES.iterdir() if folder.name not in ("pdf", "p7m", "xlsx", "xml_layout"))


def is_read(data: bytes) -> bool:
    try:
        return bool(read(Content(data, "file")))
    except Reject:
        return False


def told_at_length(file: Path, format_name: str) -> Iterator[bytes]:
    """A sample, each time with another value that goes on and on."""
    data = file.read_bytes()
    for number, found in enumerate(VALUES.get(format_name, XML).finditer(data)):
        more = (b"x", b" ")[number % 2] * (LONG + number)
        yield data[: found.end()] + more + data[found.end() :]


@contextmanager
def little_kept(of: int) -> Iterator[None]:
    tracemalloc.start()
    try:
        gc.collect()
        before = tracemalloc.get_traced_memory()[0]
        yield
        gc.collect()
        kept = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert kept < of * LONG / 20, f"{kept} bytes are kept of {of} texts"


@pytest.mark.parametrize("name", FORMATS)
def test_reading_keeps_no_long_text(name: str) -> None:
    files = [file for file in sorted((SAMPLES / name).iterdir()) if file.suffix in (".xml", ".edi", ".csv")]
    told = [data for file in files if is_read(file.read_bytes()) for data in told_at_length(file, name)]
    assert len(told) > 20
    with little_kept(len(told)):
        read_too = sum(map(is_read, told))
    assert read_too


def test_comparing_keeps_no_long_text() -> None:
    texts = [f"PO {number} " + "x" * LONG for number in range(50)]
    with little_kept(len(texts)):
        for text in texts:
            assert reference_key(text) in order_keys(text)
            sort_key(text)
