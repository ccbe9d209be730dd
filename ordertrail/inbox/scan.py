"""What lies in the inbox. The scan is the truth; events only say that a look is worth while."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from ordertrail.inbox.files import Found
from ordertrail.inbox.folder import Folder
from ordertrail.inbox.names import is_foreign_folder, is_temporary

DEEPEST = 8
"""Subfolders within subfolders up to which files are looked for."""

_A_DAY = 24 * 60 * 60
_MOST_NAMED = 100
_Noted = TypeVar("_Noted")


@dataclass(slots=True)
class Survey:
    """What a scan saw and left alone. Of each kind at most the first hundred are named."""

    temporary: int = 0  # temporary, hidden, and file managers' own files
    forgotten: list[Found] = field(default_factory=list)  # temporary names that are older than a day
    not_regular: list[Found] = field(default_factory=list)  # links, pipes, devices: NOT_A_REGULAR_FILE
    too_deep: list[str] = field(default_factory=list)  # folders below the depth limit
    unreadable: list[str] = field(default_factory=list)  # folders that may not be listed


def scan(root: Folder, survey: Survey) -> Iterator[Found]:
    """Every file that may be a document, folder by folder, in no order. Memory does not grow with the number of files.

    Files that are renamed away meanwhile do no harm; a file that a listing misses is found by the next scan.
    """
    yield from _scan_folder(root, "", 0, survey)


def _scan_folder(folder: Folder, path: str, depth: int, survey: Survey) -> Iterator[Found]:
    inner: list[str] = []
    with os.scandir(folder.descriptor) as entries:
        for entry in entries:
            name = entry.name
            if entry.is_file(follow_symlinks=False):
                if is_temporary(name):
                    _note_temporary(entry, path, survey)
                else:
                    yield Found(path, name)
            elif entry.is_dir(follow_symlinks=False):
                if not is_foreign_folder(name):
                    inner.append(name)
            else:
                _note(survey.not_regular, Found(path, name))
    for name in inner:
        yield from _scan_inner(folder, f"{path}/{name}" if path else name, name, depth + 1, survey)


def _scan_inner(parent: Folder, path: str, name: str, depth: int, survey: Survey) -> Iterator[Found]:
    if depth > DEEPEST:
        _note(survey.too_deep, path)
        return
    try:
        folder = parent.inner(name)
    except (FileNotFoundError, NotADirectoryError):  # gone, or swapped, since it was listed
        return
    except OSError:
        _note(survey.unreadable, path)
        return
    try:
        yield from _scan_folder(folder, path, depth, survey)
    finally:
        folder.close()


def _note_temporary(entry: "os.DirEntry[str]", path: str, survey: Survey) -> None:
    survey.temporary += 1
    if entry.name[0] == ".":  # our own marks, and what people hide on purpose
        return
    try:
        age = time.time() - entry.stat(follow_symlinks=False).st_mtime
    except OSError:
        return
    if age > _A_DAY:
        _note(survey.forgotten, Found(path, entry.name))


def _note(notes: list[_Noted], what: _Noted) -> None:
    if len(notes) < _MOST_NAMED:
        notes.append(what)
