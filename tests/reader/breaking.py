"""A reading process whose reader breaks in the way that the file says: what a hostile file does to a parser."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ingest.layout import Layout
from orders.document import Document, DocumentType
from ordertrail.reader.child import main
from ordertrail.reader.outcome import Failed, Outcome, Read, as_read


def die(_name: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def abort(_name: str) -> None:
    os.abort()


def hang(_name: str) -> None:
    time.sleep(3600)


def spin(_name: str) -> None:
    while True:
        pass


def hoard(_name: str) -> None:
    bytearray(2 << 30)


def leak(_name: str) -> None:
    sys.stdout.write("a library prints\n")
    sys.stdout.flush()


def once(name: str) -> None:
    if not Path(name).exists():
        Path(name).touch()
        die(name)


WAYS: dict[str, Callable[[str], None]] = {
    "die": die,
    "abort": abort,
    "hang": hang,
    "spin": spin,
    "hoard": hoard,
    "leak": leak,
    "once": once,
}


def read(data: bytes, name: str, _folder: str, _layouts: tuple[Layout, ...]) -> Outcome:
    way = data.decode()
    if way == "fault":
        return Failed("READER_FAULT", "Reading failed: KeyError: 'x'", kind="poison")
    if way == "limits":
        return Failed("LIMITS", Path("/proc/self/limits").read_text())
    if way in WAYS:
        WAYS[way](name)
    return Read(as_read([Document(type=DocumentType.INVOICE, number=name, format="test")]))


if __name__ == "__main__":
    main(read)
