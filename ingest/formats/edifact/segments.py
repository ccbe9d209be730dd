"""An EDIFACT interchange as segments (ISO 9735, syntax versions 1 to 4).

A segment is a list of data elements, its tag first, which is a text. An element is its text with ":" between the
components, which is split only where somebody asks for them (`component`, `components`); where that would not do,
because of released characters or of another separator, it is the list of its components already. Separators come from
the UNA segment or are the standard's own. Release characters are resolved before anything is split, so that the
splitting itself is done by the language's fastest means.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat

from orders.errors import Reject

Element = str | list[str]
Segment = Sequence[Element]

MAX_SEGMENTS = 1_000_000
MAX_SEGMENT_CHARACTERS = 64 * 1024

_CHARSETS = {
    "UNOA": "cp1252",
    "UNOB": "cp1252",
    "UNOC": "cp1252",
    "UNOD": "iso8859-2",
    "UNOE": "iso8859-5",
    "UNOF": "iso8859-7",
    "UNOG": "iso8859-3",
    "UNOH": "iso8859-4",
    "UNOI": "iso8859-6",
    "UNOJ": "iso8859-8",
    "UNOK": "iso8859-9",
    "UNOL": "iso8859-15",
    "UNOW": "utf-8",
    "UNOX": "utf-8",
    "UNOY": "utf-8",
}
"""Syntax identifier (UNB, data element 0001) to character set (ISO 9735-1, annex C). Windows-1252 stands for
ISO 8859-1: it holds all of it, and the euro sign that real senders write."""

_BEGINNING = re.compile(rb"UNA.{5,6}\s*UN[BGH]|UNA[^A-Za-z0-9\s]|UN[BH][^A-Za-z0-9\s]", re.DOTALL)
_SYNTAX = re.compile(rb"UNB.([A-Z]{4})")
_NEXT_UNA = re.compile(r"(?<=\W)UNA\W{6}\s*UNB\W")
_COMPONENT = ":"
_LINE_BREAK = re.compile(r"[\r\n]+\s*")
_RELEASED = re.compile(r"[\ue000-\ue0ff]")
_FIRST_PRIVATE = 0xE000


@dataclass(frozen=True, slots=True)
class Separators:
    """The service characters of an interchange. `release` is "" where there is none."""

    component: str = _COMPONENT
    element: str = "+"
    decimal: str = "."
    release: str = "?"
    terminator: str = "'"


def looks_like_edifact(data: bytes) -> bool:
    """Whether the first bytes are those of an interchange, or of a message that lost its envelope."""
    head = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    return _BEGINNING.match(head) is not None


def segments(data: bytes) -> Iterator[tuple[Separators, Iterator[Segment]]]:
    """The separators and the segments of a file, UNA left out; once for each UNA, whose separators may be others.

    Raises:
        Reject: EDI_BAD_SEPARATORS, EDI_UNTERMINATED, EDI_TOO_MANY_SEGMENTS or EDI_SEGMENT_TOO_LONG.
    """
    text = decoded(data)
    again = text.find("UNA", len("UNA:+.? '"))  # rare, and found twenty times as fast as by the expression
    starts = [0, *(found.start() for found in _NEXT_UNA.finditer(text, 9))] if again > 0 else [0]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        separators, body = _separators(text[start:end])
        yield separators, _split(body, separators)


def decoded(data: bytes) -> str:
    """The text of a file in the character set that its UNB names; real senders put UTF-8 and Windows-1252 anywhere."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    match = _SYNTAX.search(data[:200])
    charset = _CHARSETS.get(match[1].decode(), "cp1252") if match else "cp1252"
    for attempt in ("utf-8", charset, "cp1252"):
        try:
            return data.decode(attempt)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _separators(text: str) -> tuple[Separators, str]:
    start = len(text) - len(text.lstrip())
    if not text.startswith("UNA", start):
        return Separators(), text[start:]
    service = text[start + 3 : start + 9]
    if len(service) < 6:
        raise Reject("EDI_BAD_SEPARATORS", "The file ends within its UNA segment.", where="UNA")
    component, element, decimal, release, _repetition, terminator = list(service)
    # Blanks stand for "not used"; a fifth character other than a blank is the repetition separator of syntax 4.
    used = [one for one in (component, element, release, terminator) if one != " "]
    if len(set(used)) != len(used) or any(one.isalnum() for one in used) or " " in (component, element, terminator):
        raise Reject("EDI_BAD_SEPARATORS", f"The UNA segment names unusable separators: {service!r}.", where="UNA")
    return Separators(component, element, decimal, release.strip(), terminator), text[start + 9 :]


def tag_of(segment: Segment) -> str:
    """The tag without what may follow it in its element (ISO 9735: explicit nesting)."""
    return str(segment[0]).partition(_COMPONENT)[0]


def components(segment: Segment, element: int) -> list[str]:
    """The components of one element; none where the segment is shorter."""
    if element >= len(segment):
        return []
    found = segment[element]
    return found.split(_COMPONENT) if isinstance(found, str) else found


def component(segment: Segment, element: int, index: int = 0) -> str:
    """One component of a segment, "" where the segment is shorter."""
    if element >= len(segment):
        return ""
    found = segment[element]
    if isinstance(found, str):
        if _COMPONENT not in found:
            return "" if index else found.strip()
        found = found.split(_COMPONENT)
    return found[index].strip() if index < len(found) else ""


def three(segment: Segment, element: int) -> tuple[str, str, str]:
    """The first three components of an element, "" where it is shorter."""
    if element >= len(segment):
        return "", "", ""
    found = segment[element]
    if isinstance(found, str):
        return _known_three(found) if len(found) < _LONG_ELEMENT else _first_three(found.split(_COMPONENT))
    return _first_three(found)


_LONG_ELEMENT = 100


@lru_cache(maxsize=4_096)
def _known_three(element: str) -> tuple[str, str, str]:
    """Three of four elements with a qualifier have been there before: the same days, orders, units and quantities."""
    return _first_three(element.split(_COMPONENT))


def _first_three(parts: list[str]) -> tuple[str, str, str]:
    count = len(parts)  # one at least: splitting gives no fewer
    second = parts[1].strip() if count > 1 else ""
    return parts[0].strip(), second, parts[2].strip() if count > 2 else ""


def _split(text: str, separators: Separators) -> Iterator[Segment]:
    text, released = _without_release(text, separators)
    printed = bool(separators.terminator.strip())
    if printed:  # systems that wrap lines at a fixed width break them anywhere
        text = _without_line_breaks(text, separators.terminator)
    parts = text.split(separators.terminator)
    _check(parts)
    del parts[-1]
    said = filter(None, map(str.strip, parts) if printed else parts)
    if separators.component == _COMPONENT and not released:
        return map(str.split, said, repeat(separators.element))
    return _in_components(said, separators, released)


def _without_line_breaks(text: str, terminator: str) -> str:
    """Breaks behind segments are most of them, and need no search for all that can be one."""
    text = text.strip().replace(f"{terminator}\r\n", terminator).replace(f"{terminator}\n", terminator)
    return _LINE_BREAK.sub("", text) if "\n" in text or "\r" in text else text


def _in_components(parts: Iterable[str], separators: Separators, released: Mapping[str, str]) -> Iterator[Segment]:
    """The segments, those that need it with their elements split."""
    table = str.maketrans(dict(released))
    of_tags = {private: meant for private, meant in table.items() if meant != _COMPONENT}  # it would end the tag
    for part in parts:
        elements = part.split(separators.element)
        if separators.component == _COMPONENT and not _RELEASED.search(part):
            yield elements
            continue
        split = [one.split(separators.component) for one in elements]
        yield [split[0][0].translate(of_tags), *([one.translate(table) for one in element] for element in split[1:])]


def _check(parts: Sequence[str]) -> None:
    if parts[-1].strip():
        raise Reject(
            "EDI_UNTERMINATED",
            f"The last segment has no end: {parts[-1].strip()[:40]!r}.",
            where=f"segment {len(parts)}",
        )
    if len(parts) > MAX_SEGMENTS:
        raise Reject("EDI_TOO_MANY_SEGMENTS", f"The file has {len(parts):,} segments; the limit is {MAX_SEGMENTS:,}.")
    if max(map(len, parts)) > MAX_SEGMENT_CHARACTERS:
        count = 1 + next(place for place, part in enumerate(parts) if len(part) > MAX_SEGMENT_CHARACTERS)
        raise Reject(
            "EDI_SEGMENT_TOO_LONG",
            f"Segment {count} is longer than {MAX_SEGMENT_CHARACTERS:,} characters.",
            where=f"segment {count}",
        )


def _without_release(text: str, separators: Separators) -> tuple[str, dict[str, str]]:
    """Released characters become private-use ones, so that splitting does not see them."""
    release = separators.release
    if not release or release not in text:
        return text, {}
    if _RELEASED.search(text):
        raise Reject("EDI_BAD_CHARACTER", "The file holds private-use characters (U+E000 to U+E0FF).")
    released: dict[str, str] = {}

    def private(match: re.Match[str]) -> str:
        character = match[1]
        for known, meant in released.items():
            if meant == character:
                return known
        if len(released) == 0x100:
            raise Reject("EDI_BAD_CHARACTER", "The file releases more than 256 different characters.")
        released[chr(_FIRST_PRIVATE + len(released))] = character
        return chr(_FIRST_PRIVATE + len(released) - 1)

    return re.sub(re.escape(release) + r"(.)", private, text, flags=re.DOTALL), released
