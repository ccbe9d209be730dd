"""In which encoding a text file is written, found out from its bytes.

A byte order mark decides; then UTF-16 by its zero bytes; then UTF-8, which nothing else is by accident; then
Windows-1252 or ISO-8859-15, which differ in what the bytes 80 to 9F and A4 are; only what fits none of them is asked
of charset-normalizer.
"""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from orders.errors import Reject

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ALLOWED = frozenset(
    {"ascii", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "mac-roman", "iso8859-1", "latin-1"}
    | {f"iso8859-{part}" for part in (2, 3, 4, 5, 7, 9, 10, 13, 14, 15, 16)}
    | {f"cp{page}" for page in (437, 775, 850, 852, 858, 865, 866, *range(1250, 1259))}
)
_BLOCK = 1 << 20
_SAMPLE = 1 << 16
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# Bytes that are quotes, dashes and the like in Windows-1252. Inside a word they would be letters of another code page;
# an apostrophe (92), dashes (96, 97) and a soft hyphen's likes stand there rightly.
_WORD_BROKEN = re.compile(
    rb"[A-Za-z][\x81-\x8b\x8d\x8f-\x91\x93-\x95\x98\x99\x9b\x9d\xa1-\xa9\xab-\xb3\xb5-\xb9\xbb\xbf][a-z]"
)
_UNDEFINED_IN_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_C1 = re.compile(rb"[\x80-\x9f]")
# What only ISO-8859-15 has: the euro sign at A4, and letters (œ, Š, ž …) where Windows-1252 has fractions and accents.
_ONLY_8859_15 = re.compile(rb"\xa4\s?\d|\d\s?\xa4|[;,\t|(\[]\xa4|[\xa6\xa8\xb8\xbc-\xbe][a-z]{2}")


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec's name in Python, and why it is taken."""

    codec: str
    reason: str


def encoding_of(data: bytes, declared: str | None = None) -> Encoding:
    """The encoding of a whole text file; `declared` is what the layout says.

    Raises:
        Reject: `BAD_ENCODING`, with the byte where it breaks, if none fits.
    """
    found = Encoding(_declared(declared), "by the layout") if declared else _found(data)
    _check(data, found.codec)
    return found


def _declared(name: str) -> str:
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        codec = ""
    if codec not in _ALLOWED:
        raise Reject(
            "LAYOUT_MISFIT", f"The layout names the encoding {name!r}, which is not known.", hint="utf-8, cp1252"
        )
    return "utf-8-sig" if codec == "utf-8" else codec


def _found(data: bytes) -> Encoding:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return Encoding(codec, "by its byte order mark")
    if wide := _without_mark(data):
        return Encoding(wide, "by its zero bytes")
    try:
        _check(data, "utf-8")
    except Reject as fault:
        if len(_MULTIBYTE.findall(data)) > 2 * len(_single_bytes(data)):
            raise
        return _single_byte(data, fault)
    return Encoding("utf-8", "all bytes fit")


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its ASCII is zero."""
    head = data[:2000]
    if len(head) >= 4 and head[1::2].count(0) > 0.4 * len(head) / 2 and not head[0::2].count(0):
        return "utf-16-le"
    if len(head) >= 4 and head[0::2].count(0) > 0.4 * len(head) / 2 and not head[1::2].count(0):
        return "utf-16-be"
    return None


def _single_bytes(data: bytes) -> list[bytes]:
    """The bytes above 7F that are part of no UTF-8 character."""
    return re.findall(rb"[\x80-\xff]", _MULTIBYTE.sub(b"", data))


def _single_byte(data: bytes, fault: Reject) -> Encoding:
    if not _C1.search(data) and _ONLY_8859_15.search(data):
        return Encoding("iso8859-15", "has what only ISO-8859-15 has")
    if not _WORD_BROKEN.search(data) and not _UNDEFINED_IN_1252.search(data):
        return Encoding("cp1252", "its letters and punctuation")
    best = from_bytes(_odd_lines(data)).best()
    codec = codecs.lookup(best.encoding).name if best else ""
    if codec not in _ALLOWED or codec.startswith("utf"):
        raise fault
    return Encoding(codec, "by the frequency of its letters")


def _odd_lines(data: bytes) -> bytes:
    """The lines with something else than ASCII, up to a sample: what the guess is made of."""
    lines, size = [], 0
    for line in (found[0] for found in re.finditer(rb"[^\r\n]+", data) if not found[0].isascii()):
        lines.append(line)
        size += len(line)
        if size > _SAMPLE:
            break
    return b"\n".join(lines)


def _check(data: bytes, codec: str) -> None:
    """Nothing, if all bytes are characters of `codec`; block by block, so that nothing large is built."""
    decoder = codecs.getincrementaldecoder(codec.removesuffix("-sig"))()
    for start in range(0, len(data), _BLOCK):
        block = data[start : start + _BLOCK]
        try:
            decoder.decode(block, final=start + _BLOCK >= len(data))
        except UnicodeDecodeError as error:
            kept_from_before = len(error.object) - len(block)
            raise _bad_byte(data, codec, max(0, start - kept_from_before + error.start)) from None
        except UnicodeError:  # UTF-16 or UTF-32 without the mark that they begin with
            raise _bad_byte(data, codec, start) from None


def _bad_byte(data: bytes, codec: str, byte: int) -> Reject:
    line = data.count(b"\n", 0, byte) + 1
    return Reject(
        "BAD_ENCODING",
        f"Byte {byte} of the file (line {line}) is no {codec.removesuffix('-sig').upper()} character.",
        where=f"byte {byte}",
        hint='Ask the sender for UTF-8, or name the encoding: [[layouts]] encoding = "cp1252".',
    )
