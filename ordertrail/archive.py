"""The archive: every content that ever came in, once, unchanged, under the name of its SHA-256.

`archive/ab/<sha256>.xml`. The ending follows from the content, never from the name it came under, so one content has
one place. A file that nobody else can write to any more is linked into its place as it is; otherwise its bytes are
copied to a temporary file first. Either way: the bytes durable, then the name, then the name durable.
"""

import hashlib
import os
import stat
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from ingest.format import Content, Kind
from ordertrail.crash import crash_point
from ordertrail.durable import MANY, sync_file_system, write_all
from ordertrail.inbox.files import Claimed
from ordertrail.inbox.folder import Folder

TEMPORARY = ".tmp"
MODE = 0o440
BLOCK = 1 << 20
"""Files from this size on are hashed, and copied, in blocks of so many bytes, and their bytes are not kept."""

_ENDINGS: Mapping[Kind, str] = {
    "empty": ".bin",
    "xml": ".xml",
    "xml_sequence": ".xml",
    "zip": ".zip",
    "pdf": ".pdf",
    "ole": ".bin",
    "pkcs7": ".p7m",
    "text": ".csv",
}
_EDI = (b"UNA", b"UNB", b"ISA")
_HEAD = 4096
_AN_HOUR = 60 * 60


class Hashed(NamedTuple):
    """A claimed file that was read once from begin to end, and where its content belongs, relative to the archive."""

    claim: Claimed
    sha256: str
    place: str
    head: bytes  # the first 4 KiB
    data: bytes | None  # all of it; None where it is too large to be kept
    read: int  # bytes


def place(sha256: str, head: bytes) -> str:
    """Where a content that begins with `head` lies, relative to the archive."""
    return f"{sha256[:2]}/{sha256}{_ending(head)}"


def _ending(head: bytes) -> str:
    if head[:1] == b"<":
        return ".xml"
    kind = Content(head).kind
    if kind == "zip" and (b"[Content_Types].xml" in head or b"xl/" in head):
        return ".xlsx"
    if kind == "zip" and b"opendocument.spreadsheet" in head:
        return ".ods"
    if kind == "text" and head.lstrip()[:3] in _EDI:
        return ".edi"
    return _ENDINGS[kind]


class Archive:
    """The open archive folder; made if it is not there."""

    def __init__(self, path: Path) -> None:
        (path / TEMPORARY).mkdir(parents=True, exist_ok=True)
        self.path = path
        self._root = Folder.at(str(path))
        self._device = os.fstat(self._root.descriptor).st_dev
        self._shards = {name for name in self._root.names() if len(name) == 2}

    def read(self, claim: Claimed) -> Hashed:
        """Reads and hashes a claimed file; one that is large and has to be copied is copied on the way.

        Raises:
            OSError: if it cannot be read, or its copy not be written.
        """
        if claim.size < BLOCK:
            data = os.read(claim.descriptor, claim.size + 1)
            if len(data) == claim.size:
                sha256, head = hashlib.sha256(data).hexdigest(), data[:_HEAD]
                return Hashed(claim, sha256, place(sha256, head), head, data, claim.size)
            os.lseek(claim.descriptor, 0, os.SEEK_SET)  # the read was interrupted, or the file changed
        return self._read_large(claim)

    def _read_large(self, claim: Claimed) -> Hashed:
        copy = None if self._may_stay(claim) else self._create(claim)
        digest, read, head = hashlib.sha256(), 0, b""
        try:
            while block := os.read(claim.descriptor, BLOCK):
                head = head or block[:_HEAD]
                read += len(block)
                digest.update(block)
                if copy is not None:
                    write_all(copy, block)
                    crash_point("archive-temporary")
            if copy is not None:
                os.fsync(copy)
        finally:
            if copy is not None:
                os.close(copy)
        sha256 = digest.hexdigest()
        return Hashed(claim, sha256, place(sha256, head), head, None, read)

    def holds(self, place: str, sha256: str) -> bool:
        """Whether the content lies in its place, byte for byte."""
        try:
            descriptor = self._root.open(place)
        except OSError:
            return False
        digest = hashlib.sha256()
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return False
            while block := os.read(descriptor, BLOCK):
                digest.update(block)
        finally:
            os.close(descriptor)
        return digest.hexdigest() == sha256

    def keep(self, files: Sequence[Hashed], work: Folder) -> None:
        """Puts contents into their places, durably; `work` is the folder that the claimed files lie in.

        Raises:
            OSError: if that failed. A content is then in its place whole, or not at all.
        """
        many = len(files) >= MANY
        for file in files:
            self._prepare(file, durable=not many)
        if many:
            sync_file_system(self._root.descriptor)
        new = sum(self._put(file, work) for file in files) > 0
        if many:
            sync_file_system(self._root.descriptor)
        else:
            self._sync_names({file.place[:2] for file in files}, new=new)
        crash_point("archived")

    def _may_stay(self, claim: Claimed) -> bool:
        """Whether the file itself can go into the archive: nobody can write to it, and it is on this file system."""
        return claim.sole and claim.device == self._device

    def _prepare(self, file: Hashed, *, durable: bool) -> None:
        if self._may_stay(file.claim):
            os.fchmod(file.claim.descriptor, MODE)
            if durable:
                os.fsync(file.claim.descriptor)
        elif file.data is not None:
            self._copy(file.claim, file.data, durable=durable)

    def _copy(self, claim: Claimed, data: bytes, *, durable: bool) -> None:
        copy = self._create(claim)
        try:
            write_all(copy, data[: len(data) // 2])
            crash_point("archive-temporary")
            write_all(copy, data[len(data) // 2 :])
            if durable:
                os.fsync(copy)
        finally:
            os.close(copy)

    def _create(self, claim: Claimed) -> int:
        name = f"{TEMPORARY}/{claim.id}"
        self._root.remove(name)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
        return os.open(name, flags, MODE, dir_fd=self._root.descriptor)

    def _put(self, file: Hashed, work: Folder) -> bool:
        """Gives a content its name; True if a folder was made for it."""
        new = self._make_shard(file.place[:2])
        if not self._may_stay(file.claim):
            self._root.rename(f"{TEMPORARY}/{file.claim.id}", self._root, file.place)
        elif not self._link(file, work):
            self._copy_linked(file)
        return new

    def _link(self, file: Hashed, work: Folder) -> bool:
        try:
            os.link(
                file.claim.work_name,
                file.place,
                src_dir_fd=work.descriptor,
                dst_dir_fd=self._root.descriptor,
                follow_symlinks=False,
            )
        except FileExistsError:
            return self.holds(file.place, file.sha256)
        except OSError:  # no hard links here, or too many: the copy says if the disk has a word to say
            return False
        return True

    def _copy_linked(self, file: Hashed) -> None:
        """The way for a file that could have stayed as it is, had it only been possible."""
        copy = self._create(file.claim)
        os.lseek(file.claim.descriptor, 0, os.SEEK_SET)
        try:
            while block := os.read(file.claim.descriptor, BLOCK):
                write_all(copy, block)
            os.fsync(copy)
        finally:
            os.close(copy)
        self._root.rename(f"{TEMPORARY}/{file.claim.id}", self._root, file.place)

    def _make_shard(self, name: str) -> bool:
        if name in self._shards:
            return False
        with suppress(FileExistsError):
            os.mkdir(name, 0o750, dir_fd=self._root.descriptor)
        self._shards.add(name)
        return True

    def _sync_names(self, shards: set[str], *, new: bool) -> None:
        for name in shards:
            shard = self._root.inner(name)
            shard.sync()
            shard.close()
        if new:
            self._root.sync()

    def detach(self, file: Hashed) -> None:
        """Gives the archive bytes of its own, if a file that is to go back to the inbox lies in it as it is.

        Raises:
            OSError: if that failed; the file must then stay where nobody can write to it.
        """
        if os.fstat(file.claim.descriptor).st_nlink > 1 and self._may_stay(file.claim):
            self._copy_linked(file)

    def discard(self, claims: Iterable[Claimed]) -> None:
        """Removes the copies that were begun of files that are not to be kept after all."""
        for claim in claims:
            if not self._may_stay(claim):
                with suppress(OSError):
                    self._root.remove(f"{TEMPORARY}/{claim.id}")

    def sweep(self) -> None:
        """Removes temporary files that a crash left behind; those of the last hour may belong to a living process."""
        before = time.time() - _AN_HOUR
        for entry in os.scandir(self.path / TEMPORARY):
            with suppress(FileNotFoundError):
                if entry.stat(follow_symlinks=False).st_mtime < before:
                    self._root.remove(f"{TEMPORARY}/{entry.name}")

    def is_empty(self) -> bool:
        """Whether no content was ever kept here."""
        return not self._shards

    def close(self) -> None:
        """Closes the folder."""
        self._root.close()
