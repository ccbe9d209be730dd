"""An X12 interchange as segments (ASC X12.5 and X12.6): the separators stand in the ISA segment itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, repeat

from orders.errors import Reject

Segment = list[str]
"""The elements of a segment, its tag first."""

MAX_SEGMENTS = 1_000_000
MAX_SEGMENT_CHARACTERS = 64 * 1024
_ISA_ELEMENTS = 16
_NEXT_ISA = re.compile(r"IEA([^\w\s])\d*\1\d*[^\w\s]?\s*(?=ISA[^\w\s])")


@dataclass(frozen=True, slots=True)
class Separators:
    """The separators of an interchange. A terminator of "" is the end of the line."""

    element: str
    component: str
    terminator: str


def looks_like_x12(data: bytes) -> bool:
    """Whether the first bytes are those of an interchange: `ISA`, and a separator that comes again."""
    head = data[:400].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"ISA") and len(head) > 20 and not head[3:4].isalnum() and head.count(head[3:4]) >= 15


def segments(data: bytes) -> Iterator[Segment]:
    """The segments of every interchange of a file, ISA first.

    Raises:
        Reject: EDI_BAD_SEPARATORS, EDI_UNTERMINATED, EDI_TOO_MANY_SEGMENTS or EDI_SEGMENT_TOO_LONG.
    """
    text = _decoded(data).strip()
    again = text.find("ISA", len("ISA"))  # rare, and found faster than by the expression
    starts = [0, *(found.end() for found in _NEXT_ISA.finditer(text))] if again > 0 else [0]
    interchanges = (_interchange(text[start:end]) for start, end in zip(starts, [*starts[1:], len(text)], strict=True))
    return chain.from_iterable(interchanges)


def _interchange(text: str) -> Iterator[Segment]:
    """The segments of a file as far as the separators of one ISA segment hold."""
    separators = _separators(text)
    parts = text.split(separators.terminator) if separators.terminator else text.splitlines()
    if len(parts) > MAX_SEGMENTS:
        raise Reject("EDI_TOO_MANY_SEGMENTS", f"The file has {len(parts):,} segments; the limit is {MAX_SEGMENTS:,}.")
    said = [part.strip() for part in parts]
    if not separators.terminator:  # some senders end lines with both
        said = [part.rstrip("~") for part in said]
    if max(map(len, said)) > MAX_SEGMENT_CHARACTERS:
        count = 1 + next(place for place, part in enumerate(said) if len(part) > MAX_SEGMENT_CHARACTERS)
        message = f"Segment {count} is longer than {MAX_SEGMENT_CHARACTERS:,} characters."
        raise Reject("EDI_SEGMENT_TOO_LONG", message, where=f"segment {count}")
    return map(str.split, filter(None, said), repeat(separators.element))


def _decoded(data: bytes) -> str:
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _separators(text: str) -> Separators:
    element = text[3:4]
    pieces = text.split(element, _ISA_ELEMENTS)
    if len(pieces) <= _ISA_ELEMENTS or not pieces[-1]:
        raise Reject("EDI_BAD_SEPARATORS", "The ISA segment is not complete: it must have 16 elements.", where="ISA")
    # The last element is the component separator, one character; what follows it ends the segment.
    component, terminator = _last(pieces[-1])
    if element in (component, terminator) or terminator.isalnum() or component.isalnum():
        raise Reject("EDI_BAD_SEPARATORS", "The ISA segment names one separator for two purposes.", where="ISA")
    return Separators(element, component, "" if terminator in "\r\n" else terminator)


def _last(piece: str) -> tuple[str, str]:
    following = re.match(r"(.)\s*?([^\s\w]|[\r\n])", piece, re.DOTALL)
    if following is None:
        raise Reject("EDI_BAD_SEPARATORS", "No segment terminator follows the ISA segment.", where="ISA")
    return following[1], following[2]
