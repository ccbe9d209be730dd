"""The quarantine: files that no document can be made of, untouched, each beside the reason.

    quarantine/2026-11/<arrival id>/original.bin
    quarantine/2026-11/<arrival id>/error.json

The reason is written first: after a crash there is never a file without one. The place follows from the arrival's id
alone, so what a crash left half done is completed by doing it again.
"""

import errno
import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from orders.wording import Language
from orders.wording.errors import translated
from ordertrail.archive import BLOCK, MODE
from ordertrail.crash import crash_point
from ordertrail.durable import replace_file, sync_file_system, sync_folders, write_all
from ordertrail.inbox.files import Claimed
from ordertrail.inbox.folder import Folder
from ordertrail.inbox.names import received_at, shown

ORIGINAL = "original.bin"
REASON = "error.json"
SCHEMA = 1
_LINE_OR_COLUMN = re.compile(r"\b(line|column) (\d{1,9})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Why a file was rejected. `kind`: `permanent` (bad content) or `poison` (the reader died of it, twice)."""

    code: str
    message: str
    where: str | None = None
    hint: str | None = None
    kind: str = "permanent"
    attempts: int = 1
    detected: str | None = None  # what the content looks like: xml, zip, pdf, ole, text, empty
    limits: Mapping[str, int] = field(default_factory=dict)


class Quarantine:
    """The quarantine folder."""

    def __init__(self, path: Path, language: Language = "en") -> None:
        path.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._language = language

    def place(self, arrival_id: str) -> str:
        """Where the bytes of a rejected arrival lie, relative to the quarantine."""
        return f"{received_at(arrival_id):%Y-%m}/{arrival_id}/{ORIGINAL}"

    def keep(
        self,
        claim: Claimed,
        sha256: str | None,
        verdict: Verdict,
        work: Folder,
        previous: tuple[str, ...] = (),
        *,
        durable: bool = True,
    ) -> str:
        """Puts reason and bytes into the quarantine; says where the bytes lie. The claim is not cleared.

        `sha256` is None for a file that was too large to be read; such a file is not copied where that can be helped.
        `previous`: the earlier arrivals of the same bytes. `durable`: also after a power cut; otherwise `sync` sees to
        it.

        Raises:
            OSError: if that failed; doing it again completes it.
        """
        place = self.path / self.place(claim.id)
        place.parent.mkdir(parents=True, exist_ok=True)
        replace_file(
            place.with_name(REASON), _json(_reason(claim, sha256, verdict, previous, self._language)), durable=durable
        )
        crash_point("quarantine-sidecar")
        if sha256 is not None or not _link(claim, work, place):
            _copy(claim, place, durable=durable)
        if durable:
            sync_folders(str(folder) for folder in (place.parent, place.parent.parent, self.path))
        crash_point("quarantined")
        return self.place(claim.id)

    def sync(self) -> None:
        """Makes everything durable that was kept, at one go.

        Raises:
            OSError: if something could not be written.
        """
        root = Folder.at(str(self.path))
        try:
            sync_file_system(root.descriptor)
        finally:
            root.close()

    def reason(self, arrival_id: str) -> dict[str, Any]:
        """What was written beside a rejected file.

        Raises:
            FileNotFoundError: if it is not there any more.
        """
        text = (self.path / self.place(arrival_id)).with_name(REASON).read_bytes()
        reason: dict[str, Any] = json.loads(text)
        return reason

    def release(self, arrival_id: str) -> None:
        """Removes a file that was accepted after all: its bytes are in the archive."""
        folder = (self.path / self.place(arrival_id)).parent
        with suppress(FileNotFoundError):
            for name in (ORIGINAL, REASON):  # never bytes without a reason
                (folder / name).unlink(missing_ok=True)
            folder.rmdir()

    def original(self, arrival_id: str) -> Path:
        """Where the bytes of a rejected arrival lie."""
        return self.path / self.place(arrival_id)


def _reason(
    claim: Claimed, sha256: str | None, verdict: Verdict, previous: tuple[str, ...], language: Language
) -> dict[str, Any]:
    """What `error.json` says, with message and hint in the language of the configuration."""
    return {
        "schema": SCHEMA,
        "arrival_id": claim.id,
        "sha256": sha256,
        "size": claim.size,
        "original_name": shown(claim.name),
        "original_name_bytes": os.fsencode(claim.name).hex(),
        "folder": shown(claim.folder),
        "received_at": f"{received_at(claim.id):%Y-%m-%dT%H:%M:%SZ}",
        "detected": verdict.detected,
        "code": verdict.code,
        "class": verdict.kind,
        "message": translated(verdict.message, language),
        "hint": verdict.hint and translated(verdict.hint, language),
        "where": _where(verdict.where),
        "attempts": verdict.attempts,
        "software": version("ordertrail"),
        "limits": dict(verdict.limits),
        "previous": list(previous),
    }


def _where(place: str | None) -> dict[str, int | str] | None:
    """The place of the fault: line and column as numbers where it is one, otherwise in words."""
    if place is None:
        return None
    numbers: dict[str, int | str] = {name: int(number) for name, number in _LINE_OR_COLUMN.findall(place)}
    return numbers or {"text": place}


def _json(reason: dict[str, Any]) -> bytes:
    return json.dumps(reason, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace") + b"\n"


def _link(claim: Claimed, work: Folder, place: Path) -> bool:
    """Gives the file itself a second name in the quarantine; its first goes when the claim is cleared."""
    try:
        os.link(claim.work_name, place, src_dir_fd=work.descriptor, follow_symlinks=False)
    except FileExistsError:
        if place.stat().st_ino == os.fstat(claim.descriptor).st_ino:
            return True
        place.unlink()  # the copy of an earlier try
        return _link(claim, work, place)
    except OSError as error:
        if error.errno not in (errno.EXDEV, errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.ENOSYS):
            raise
        return False
    with suppress(OSError):  # somebody else's file on a shared inbox
        os.fchmod(claim.descriptor, MODE)
    os.fsync(claim.descriptor)
    return True


def _copy(claim: Claimed, place: Path, *, durable: bool) -> None:
    """Not a second name for what lies in the archive: somebody may open the file here, mend it and save."""
    temporary = place.with_name(f"{ORIGINAL}.tmp")
    temporary.unlink(missing_ok=True)
    copy = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, MODE)
    os.lseek(claim.descriptor, 0, os.SEEK_SET)
    try:
        while block := os.read(claim.descriptor, BLOCK):
            write_all(copy, block)
        if durable:
            os.fsync(copy)
    except OSError:
        temporary.unlink()
        raise
    finally:
        os.close(copy)
    temporary.replace(place)
