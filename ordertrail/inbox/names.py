"""Names of files: which are not meant for us, what a claimed file is called, and how a hostile name is shown."""

import os
import re
import secrets
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import quote_from_bytes, unquote_to_bytes

WORK_FOLDER = ".work"
"""Lies in the inbox itself: a claim is a rename, and that needs one file system."""

INBOX_ID = ".inbox-id"
"""Marks the inbox, so that the empty mount point of an unmounted one is not taken for it."""

PATH = ".path"
RETRY = ".retry"
"""Endings of what stands in the work folder before a claim: the path of one whose name is too long, the bytes of a
rejected file that is tried again."""

_TEMPORARY_ENDINGS = frozenset(
    {"part", "partial", "tmp", "temp", "crdownload", "download", "opdownload", "filepart", "writing", "swp", "swx"}
)
_TEMPORARY_NAMES = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db"})
_NOT_OURS = frozenset({"@eadir", "__macosx", "$recycle.bin", "system volume information", "lost+found"})

LONGEST_NAME = 255  # bytes, on every file system in use
_PLAIN = re.compile(r"[A-Za-z0-9 _.,+()=@-]+")
_SAFE = " ,+()=@"
_CLAIM = re.compile(r"(?P<id>\d{19}-[0-9a-f]{8})(?P<whole>__|_~)(?P<path>.*)", re.DOTALL | re.ASCII)


def is_temporary(name: str) -> bool:
    """Whether a file of this name is still being written, or was never meant for us: hidden files and what browsers,
    transfer programs, editors and file managers leave lying about."""
    if name[0] in ".~" or name[-1] == "~":
        return True
    _, dot, ending = name.rpartition(".")
    return (bool(dot) and ending.lower() in _TEMPORARY_ENDINGS) or name.lower() in _TEMPORARY_NAMES


def is_foreign_folder(name: str) -> bool:
    """Whether a subfolder is a file manager's or a NAS's own, or hidden."""
    return name[0] == "." or name.lower() in _NOT_OURS


class ClaimName(NamedTuple):
    """What the name of a claimed file says: the arrival's id, and the path that it had in the inbox.

    `whole` is False where the path was too long to stand in the name; then it stands in a file beside it (`path_name`).
    """

    id: str
    path: bytes
    whole: bool


def claim_name(arrival_id: str, folder: str, name: str) -> tuple[str, bool]:
    """What a file is called while it is claimed, and whether the name says its whole path.

    The path is percent-encoded: after a crash nothing else tells how the file was called and which subfolder it lay in.
    """
    if not folder and _PLAIN.fullmatch(name):
        quoted = name
    else:
        quoted = quote_from_bytes(os.fsencode(f"{folder}/{name}" if folder else name), safe=_SAFE)
    claimed = f"{arrival_id}__{quoted}"
    if len(claimed) <= LONGEST_NAME:
        return claimed, True
    return f"{arrival_id}_~{quote_from_bytes(os.fsencode(name)[-60:], safe=_SAFE)}", False


def read_claim_name(name: str) -> ClaimName | None:
    """What a name in the work folder says; None if it is not that of a claimed file."""
    match = _CLAIM.fullmatch(name)
    if match is None:
        return None
    return ClaimName(match["id"], unquote_to_bytes(os.fsencode(match["path"])), match["whole"] == "__")


def path_name(arrival_id: str) -> str:
    """The file in the work folder that holds the path of a claimed file whose name could not."""
    return f"{arrival_id}{PATH}"


def split_path(path: bytes) -> tuple[str, str]:
    """Folder ("/" between parts, "" for none) and name of a path in the inbox."""
    folder, _, name = os.fsdecode(path).rpartition("/")
    return folder, name


def arrival_ids() -> Iterator[str]:
    """Ids for arrivals, without end: the time in nanoseconds, and 32 random bits in hexadecimal; ascending by time."""
    while True:
        for random in _words(secrets.token_hex(4 * 128)):
            yield f"{time.time_ns():019d}-{random}"


def _words(text: str) -> Iterator[str]:
    return (text[start : start + 8] for start in range(0, len(text), 8))


def received_at(arrival_id: str) -> datetime:
    """When the arrival's id was given; UTC."""
    return datetime.fromtimestamp(int(arrival_id.partition("-")[0]) / 1e9, tz=UTC)


def shown(name: str) -> str:
    """The name for people, logs and JSON: what no UTF-8 shows, and what would turn or break a line, is escaped."""
    if name.isascii() and name.isprintable():
        return name
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)
