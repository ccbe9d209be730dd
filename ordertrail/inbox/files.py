"""A file on its way through the inbox protocol."""

from typing import NamedTuple

from orders.errors import Wait


class Found(NamedTuple):
    """A file that a scan saw: the subfolder of the inbox ("/" between parts, "" for none) and the name."""

    folder: str
    name: str


class Claimed(NamedTuple):
    """A file that this process, and no other, is working on.

    It lies in the work folder under `work_name`, and a kernel lock on `descriptor` says that its owner lives.
    """

    id: str
    folder: str
    name: str
    work_name: str
    descriptor: int
    size: int
    modified_ns: int
    device: int
    mode: int  # permissions, to be given back with the file
    leased: bool  # no writer can come without our seeing it
    sole: bool  # leased, our own, and known under no other name: the bytes can stay where they are


class Held(NamedTuple):
    """A file that stays where it is for now, and why."""

    found: Found
    size: int
    reason: Wait
    id: str | None = None  # of the arrival, if it was claimed before


FRESH = Wait("FILE_CHANGING", "The file changed a moment ago; it is taken when it has been quiet for the settle time.")
BUSY = Wait("FILE_OPEN", "Another program has the file open for writing.")
EMPTY = Wait("EMPTY_FILE", "The file is empty. It may still be filled.")
