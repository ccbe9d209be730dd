"""Binary files written as text: base64, with the lines of PEM before and after it or without them."""

import re
from base64 import b64decode
from binascii import Error

from ingest.format import is_pkcs7

_PEM = re.compile(rb"\s*-----BEGIN (?:PKCS7|PKCS #7 SIGNED DATA|CMS)-----([^-]*)")
_BLANKS = re.compile(rb"\s+")
_HEAD = 1_000
_SEQUENCE = b"M"
"""What base64 makes of the first byte of a DER or BER sequence."""
_FIRST_BYTES = 80
"""Of base64, a multiple of four; enough to see what it is."""


def without_armour(data: bytes, *, head: bool = False) -> bytes | None:
    """The PKCS #7 file that a text holds; None if it holds none. With `head` its first bytes alone, cheaply."""
    pem = _PEM.match(data)
    inner = pem[1] if pem else data.removeprefix(b"\xef\xbb\xbf")
    if inner[:_HEAD].lstrip()[:1] != _SEQUENCE:  # every text is asked, and few begin so
        return None
    beginning = _decoded(_BLANKS.sub(b"", inner[:_HEAD])[:_FIRST_BYTES])
    if beginning is None or not is_pkcs7(beginning):
        return None
    return beginning if head else _decoded(_BLANKS.sub(b"", inner))


def _decoded(text: bytes) -> bytes | None:
    try:
        return b64decode(text, validate=True)
    except Error:
        return None
