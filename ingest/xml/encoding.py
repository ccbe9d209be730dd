"""Which encodings an XML file may have.

libxml2 takes whatever iconv knows, UTF-7 among it; a business document needs five.
"""

import re

from orders.errors import Reject

ALLOWED = ("UTF-8", "UTF-16", "ISO-8859-1", "ISO-8859-15", "windows-1252", "US-ASCII")
_USUAL = frozenset({b"UTF-8", b"utf-8"})
_CODECS = {
    "utf8": "utf-8",
    "utf16": "utf-16",
    "utf16le": "utf-16-le",
    "utf16be": "utf-16-be",
    "iso88591": "iso-8859-1",
    "latin1": "iso-8859-1",
    "iso885915": "iso-8859-15",
    "latin9": "iso-8859-15",
    "windows1252": "cp1252",
    "cp1252": "cp1252",
    "usascii": "ascii",
    "ascii": "ascii",
}
_DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([^"']{0,80})["']""")
_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}


def check_encoding(data: bytes) -> None:
    """Nothing, if the file's encoding is one of `ALLOWED`.

    Raises:
        Reject: `XML_BAD_ENCODING` otherwise.
    """
    wide = _UTF16_MARKS.get(data[:2])
    head = data[:1000].decode(wide, "ignore").lstrip("\ufeff").encode("ascii", "ignore") if wide else data
    declared = _DECLARED.match(head, len(_UTF8_MARK) if head.startswith(_UTF8_MARK) else 0)
    if declared is None or declared[1] in _USUAL:
        return
    name, codec = declared[1].decode("ascii", "replace"), _codec(declared[1])
    if codec is None:
        raise _bad(f"The file declares the encoding {name!r}; XML is read in {', '.join(ALLOWED)}.", "line 1")
    if codec.startswith("utf-16") and not wide:
        raise _bad(f"The file declares the encoding {name!r}, but has one byte a character.", "line 1")


def undecodable(data: bytes) -> Reject | None:
    """What to say if some byte of the file does not fit its encoding; None if all do."""
    codec = _UTF16_MARKS.get(data[:2])
    if codec is None:
        declared = _DECLARED.match(data, len(_UTF8_MARK) if data.startswith(_UTF8_MARK) else 0)
        codec = (declared and _codec(declared[1])) or "utf-8"
    try:
        data.decode(codec)
    except UnicodeDecodeError as error:
        return _bad(f"Byte {error.start} of the file is no {codec.upper()} character.", f"byte {error.start}")
    return None


def _codec(name: bytes) -> str | None:
    return _CODECS.get(re.sub(rb"[-_ ]", b"", name).lower().decode("ascii", "replace"))


def _bad(message: str, where: str) -> Reject:
    return Reject("XML_BAD_ENCODING", message, where=where, hint="Ask the sender to export the file as UTF-8.")
