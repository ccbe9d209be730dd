"""What goes through the pipes: a JSON value and bytes that belong to it, with their lengths before them."""

import json
import struct
from typing import Any, BinaryIO

_LENGTHS = struct.Struct(">II")
LARGEST_HEAD = 256 << 20
LARGEST_BLOB = 1 << 30


def write_frame(stream: BinaryIO, head: object, blob: bytes = b"") -> None:
    """Writes one frame and flushes."""
    text = json.dumps(head, separators=(",", ":")).encode()  # ASCII: names that are no UTF-8 are escaped
    stream.write(_LENGTHS.pack(len(text), len(blob)))
    stream.write(text)
    stream.write(blob)
    stream.flush()


def read_frame(stream: BinaryIO) -> tuple[Any, bytes] | None:
    """Reads one frame; None if the other side is gone.

    Raises:
        ValueError: if what comes is no frame.
    """
    lengths = stream.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    head_length, blob_length = _LENGTHS.unpack(lengths)
    if head_length > LARGEST_HEAD or blob_length > LARGEST_BLOB:
        raise ValueError("a frame of that size is none")
    text, blob = stream.read(head_length), stream.read(blob_length)
    if len(text) < head_length or len(blob) < blob_length:
        return None
    return json.loads(text), blob
