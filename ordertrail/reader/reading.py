"""Reading one file: bytes to documents, or the reason why not."""

from collections.abc import Callable
from functools import partial

from ingest.format import Content
from ingest.layout import Layout
from ingest.reading import read
from ingest.returned import is_returned, read_answers
from orders.errors import Reject
from ordertrail.reader.outcome import Checking, Failed, Outcome, Read, as_read

READER_FAULT = "READER_FAULT"

FileReader = Callable[[bytes, str, str, tuple[Layout, ...]], Outcome]
"""(bytes, name, folder, layouts) → outcome."""


def reader_that(checking: Checking) -> FileReader:
    """What reads files, and checks them by rules if that is asked for."""
    if checking == "off":
        return read_file
    from ordertrail.reader.checked import read_and_check  # noqa: PLC0415 - few processes check

    return partial(_guarded, partial(read_and_check, checking))


def read_file(data: bytes, name: str, folder: str, layouts: tuple[Layout, ...]) -> Outcome:
    """The documents of a file, ready for the store."""
    return _guarded(_read, data, name, folder, layouts)


def _read(content: Content) -> Outcome:
    return Read(as_read(read(content)))


def _guarded(
    reading: Callable[[Content], Outcome], data: bytes, name: str, folder: str, layouts: tuple[Layout, ...]
) -> Outcome:
    """A fault in a reader (an error that is none of ours) costs this file, never the run: whoever wrote the reader
    finds it in the quarantine, with its name.
    """
    try:
        content = Content(data, name, folder, layouts)
        if is_returned(content):  # a report of ours: asked before the formats, which would take it for a table
            return Read((), answers=read_answers(content))
        return reading(content)
    except Reject as reject:
        return Failed(reject.code, reject.message, reject.where, reject.hint)
    except Exception as fault:  # noqa: BLE001 - one bad file stops nothing, not even one that finds a fault of ours
        return Failed(READER_FAULT, f"Reading failed: {_said(fault)}", kind="poison", hint="Please report this file.")


def _said(fault: Exception) -> str:
    text = f"{type(fault).__name__}: {fault}".strip(": ")
    return text if len(text) <= 200 else f"{text[:199]}…"
